"""Writing a small file as a whole: either the old contents or the new ones stand there, never a part.

A temporary file in the same folder is synced and put in place with ``os.replace``, which is atomic on every system we
run on; the lock keeps two readers from overwriting each other's changes.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

LOCK_SECONDS = 10.0
"""How long a writer waits for another one before it gives up; one append takes some milliseconds."""


class NotSaved(OSError):
    """Something could not be written; the message is a sentence for the reader."""


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock of a file, across processes and threads; it is freed by the system when its holder dies.

    Args:
        path: The file meant; the lock itself is the hidden file ``.NAME.lock`` beside it, so that replacing the
            file does not replace the lock. Of a symbolic link the file behind it is meant, by whatever name.

    Raises:
        NotSaved: The folder cannot be written to, or another process holds the lock for more than ten seconds.
    """
    # Imported here: filelock brings asyncio along, which a start that writes nothing should not pay for.
    from filelock import FileLock, Timeout

    real = Path(os.path.realpath(path))
    lock = FileLock(real.parent / f".{real.name}.lock", timeout=LOCK_SECONDS)
    try:
        real.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire(poll_interval=0.005)  # an append takes a few milliseconds
    except Timeout:
        raise NotSaved(f"{path} is being written by another process; nothing was changed.") from None
    except OSError as error:
        raise NotSaved(f"{path} cannot be written: {reason(error)}.") from error
    try:
        yield
    finally:
        lock.release()


def reason(error: OSError) -> str:
    """What the system says of an error, without number and path."""
    return error.strerror or type(error).__name__


def replace(source: Path, target: Path) -> None:
    """``os.replace``, tried again for a moment where Windows finds the target open in another process.

    Raises:
        OSError: The file cannot be put in place.
    """
    for pause in (0.01, 0.05, 0.2, None):
        try:
            os.replace(source, target)
            return
        except PermissionError:
            if pause is None or os.name != "nt":
                raise
            time.sleep(pause)


def sync_folder(folder: Path) -> None:
    """Make a new or renamed entry of a folder durable; does nothing where folders cannot be opened (Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_atomically(path: Path, data: bytes) -> None:
    """Put new contents in a file's place, synced to the disk.

    Raises:
        NotSaved: The file cannot be written; its old contents still stand.
    """
    temporary = path.parent / f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}.tmp"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(temporary, "xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # A file that its owner made readable for others, or hid from them, stays so.
        with contextlib.suppress(OSError):
            os.chmod(temporary, path.stat().st_mode & 0o777)
        replace(temporary, path)
    except OSError as error:
        raise NotSaved(f"{path} cannot be written: {reason(error)}.") from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    sync_folder(path.parent)
