"""What was opened is watched: when files come, change or go, the articles are read again.

A file is read once it is whole: while it still grows, or stands empty because somebody has only begun to write it, the
watch waits. Where the system cannot tell of changes (network drives, no watches left), it looks by itself now and then.
"""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tui.articles.beside import SOURCES_TABLE
from tui.articles.display import printable
from tui.articles.model import Reading
from tui.library.log import logger

if TYPE_CHECKING:
    from watchfiles import Change

_LOG = logger("watching")
QUIET = 0.4
"""Seconds for which nothing must have changed before files are read."""
EMPTY = 5.0
"""Seconds that an empty file is given to be filled."""
PATIENCE = 30.0
"""Seconds after which a file that never stops growing is read as it is."""
LOOK = 5.0
"""Seconds between two looks where the system does not tell of changes, and until a folder is back that was gone."""
REST = 4
"""How many times as long as the last reading took nothing is read again, so that a large folder never fills a core."""
_NETWORK = frozenset("nfs nfs4 cifs smb3 smbfs 9p afs ncpfs davfs fuse.sshfs fuse.rclone fuse.davfs2 fuse.s3fs".split())  # noqa: SIM905
"""Names of file systems in Linux whose changes on other machines are not told to this one."""
_UNFINISHED = ("~", ".swp", ".swx", ".part", ".crdownload", ".download", ".tmp", ".lock")
"""Endings of files that editors and browsers write on the way to the real one."""


class Watch:
    """Watches folders, or files beside each other; one thread asks for its readings, any other may stop it."""

    def __init__(self, paths: Sequence[Path], *, but: Sequence[Path] = ()) -> None:
        """Watch what was opened; nothing is loaded or begun yet.

        Args:
            paths: The folders and files as they were opened. Where folders are among them only these are watched, with
                everything below; of files alone those and their descriptions.
            but: Files of the program that may lie in a watched folder.
        """
        self._paths = tuple(paths)
        self._folders = [path for path in paths if path.is_dir()]
        self._files = {os.path.abspath(path) for path in paths} if not self._folders else set()
        self._roots = self._folders or list(dict.fromkeys(Path(file).parent for file in sorted(self._files)))
        self._but = {os.path.abspath(path) for path in but}
        self._made = time.time()
        self._stopped = threading.Event()

    def stop(self) -> None:
        """End the watch soon; readings end."""
        self._stopped.set()

    def readings(self, tell: Callable[[str], None]) -> Iterator[Reading]:
        """What is there after each change; blocks between them and ends after `stop`.

        Args:
            tell: Given a sentence when changes cannot be seen as they should.
        """
        # In the thread that watches, where the import does not hold up the first paint.
        from tui.articles.rereading import Rereading

        read = Rereading().read
        polling = any(_is_remote(root) for root in self._roots)
        while not self._stopped.is_set():
            try:
                for changed in self._changes(polling):
                    self._settle(changed)
                    if self._stopped.is_set():
                        return
                    began = time.monotonic()
                    yield read(self._paths)
                    self._stopped.wait(REST * (time.monotonic() - began))
                    if not self._there():
                        break
            except Exception as error:  # of the system: no watches left, no permission, a drive that is gone
                if self._there():
                    _LOG.warning("watching %s: %s", self._roots, error)
                    if polling:
                        tell(f"New and changed files are not seen: {_words(error)}.")
                        return
                    tell(f"Changed files are looked for every {LOOK:.0f} seconds: {_words(error)}.")
                    polling = True
                    continue
            if self._await_return():
                yield read(self._paths)

    def _changes(self, polling: bool) -> Iterator[set[str]]:
        # 40 ms to import, in the thread that watches.
        from watchfiles import watch

        for changes in watch(
            *self._roots,
            watch_filter=self._matters,
            stop_event=self._stopped,
            # The wait for whole files gathers changes; here only the rate of waking up is chosen.
            debounce=400,
            step=200,
            rust_timeout=1_000,
            raise_interrupt=False,
            force_polling=polling or None,
            poll_delay_ms=int(LOOK * 1000) if polling else 300,
            recursive=bool(self._folders),
            ignore_permission_denied=True,
            yield_on_timeout=True,
        ):
            found = {path for _, path in changes}
            if self._made:
                # What changed before the system began to tell of changes.
                found |= self._changed_since(self._made)
                self._made = 0.0
            if found:
                yield found

    def _changed_since(self, moment: float) -> set[str]:
        paths = set(self._files)
        for root in self._folders:
            for place, _, names in os.walk(root):
                paths.update(os.path.join(place, name) for name in names)
        return {
            path for path, (_, changed_at) in _looks(paths).items() if changed_at > moment and self._matters(None, path)
        }

    def _matters(self, _: Change | None, path: str) -> bool:
        """Whether a change may concern an article: not of hidden, half-written or own files."""
        whole = os.path.abspath(path)
        name = os.path.basename(whole)
        if whole in self._but or name.endswith(_UNFINISHED):
            return False
        if self._files:
            stems = {os.path.splitext(file)[0] for file in self._files}
            described = name == SOURCES_TABLE or (name.endswith(".toml") and whole[:-5] in stems | self._files)
            return whole in self._files or described
        roots = (root for root in map(os.path.abspath, self._roots) if whole.startswith(root + os.sep))
        inner = whole.removeprefix(next(roots, "") + os.sep)
        return not any(part.startswith(".") for part in inner.split(os.sep))

    def _settle(self, changed: set[str]) -> None:
        """Wait until the changed files are whole: for a while neither length nor time of any has changed."""
        deadline = time.monotonic() + PATIENCE
        before = _looks(changed)
        while time.monotonic() < deadline and not self._stopped.wait(QUIET):
            now = _looks(changed)
            begun = any(size == 0 and 0 <= time.time() - changed_at < EMPTY for size, changed_at in now.values())
            if now == before and not begun:
                return
            before = now

    def _there(self) -> bool:
        return all(root.is_dir() for root in self._roots)

    def _await_return(self) -> bool:
        """Wait for a folder that is gone; returns whether it came back before the watch ended."""
        if self._there():
            return False
        while not self._stopped.wait(LOOK):
            if self._there():
                return True
        return False


def _looks(paths: set[str]) -> dict[str, tuple[int, float]]:
    """Length and time of the last change, of the words or the name, of those files that are there."""
    found = {}
    for path in paths:
        try:
            status = os.stat(path)
        except OSError:
            continue
        # The second is the time of making on Windows; where files are copied or renamed the first may be long ago.
        found[path] = (status.st_size, max(status.st_mtime, status.st_ctime))
    return found


def _is_remote(folder: Path) -> bool:
    """Whether a folder lies on a network drive, as far as the system tells."""
    if sys.platform == "win32":
        return str(folder.absolute()).startswith("\\\\")
    if sys.platform != "linux":
        return False
    try:
        mounts = Path("/proc/mounts").read_text(errors="replace").splitlines()
        place = os.path.realpath(folder)
    except OSError:
        return False
    best, kind = "", ""
    for fields in map(str.split, mounts):
        if len(fields) < 3:
            continue
        mount = fields[1].replace("\\040", " ").rstrip("/")
        if (place == mount or place.startswith(mount + "/")) and len(mount) >= len(best):
            best, kind = mount, fields[2]
    return kind in _NETWORK


def _words(error: Exception) -> str:
    """Why the system refused, without a full stop."""
    why = str(getattr(error, "strerror", None) or error).strip() or type(error).__name__
    if "limit" in why.casefold() or getattr(error, "errno", None) == 28:
        why = "the system allows no more watched folders (fs.inotify.max_user_watches)"
    return printable(why)[:200].rstrip(".")
