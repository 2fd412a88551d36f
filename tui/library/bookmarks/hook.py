"""The bookmark command: a program of the reader's own that gets each new bookmark on its standard input, as JSON.

After newsboat's bookmark-cmd, but without a shell: the words of a bookmark never become a part of a command.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import tempfile
import threading
from collections.abc import Callable
from typing import Any

from tui.library.bookmarks.citing import one_line
from tui.library.commands import command_words

SECONDS = 10.0
"""Time that a command has."""


class HookFailed(Exception):
    """The bookmark command did not do its work; the message is a sentence for the reader. The bookmark is kept."""


def run_hook(command: str, record: dict[str, Any], seconds: float = SECONDS) -> None:
    """Run a bookmark command and wait for it.

    Args:
        command: Program and arguments, in the quoting of a shell, but run without one.
        record: The bookmark's record, given as one line of JSON.
        seconds: Time after which it is ended.

    Raises:
        HookFailed: It cannot be run, fails or takes too long.
    """
    try:
        arguments = command_words(command)
    except ValueError as error:
        raise HookFailed(f"The bookmark command cannot be understood: {error}.") from None
    if not arguments:
        return
    name = one_line(os.path.basename(arguments[0]))
    # A file and not a pipe for what it complains of: a program it leaves running would keep a pipe open.
    with tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(
                arguments,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                start_new_session=os.name != "nt",  # so that all it started can be ended, and not by our ctrl+c
            )
        except (OSError, ValueError) as error:
            said = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise HookFailed(f"The bookmark command {name} cannot be started: {said}.") from None
        try:
            process.communicate(json.dumps(record, ensure_ascii=True).encode() + b"\n", timeout=seconds)
        except subprocess.TimeoutExpired:
            _end(process)
            raise HookFailed(f"The bookmark command {name} took more than {seconds:g} seconds and was ended.") from None
        if process.returncode:
            complaints.seek(0)
            words = one_line(complaints.read(2000).decode(errors="replace"))[:200]
            reason = f": {words}" if words else ""
            raise HookFailed(f"The bookmark command {name} failed with status {process.returncode}{reason}.")


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        if os.name == "nt":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    if process.stdin:
        with contextlib.suppress(OSError):
            process.stdin.close()
    process.wait()


def background_hook(
    command: str, complain: Callable[[str], None], seconds: float = SECONDS
) -> Callable[[dict[str, Any]], None] | None:
    """A hook for `BookmarkFile` that runs the command in a thread, so that nobody waits for it.

    Args:
        command: The command; empty for none.
        complain: Called in that thread with the sentence of a failure.
        seconds: Time that the command has.

    Returns:
        The hook, or None where there is no command. The program's end waits for a command that still runs.
    """
    if not command.strip():
        return None

    def run(record: dict[str, Any]) -> None:
        try:
            run_hook(command, record, seconds)
        except HookFailed as error:
            complain(str(error))

    def hook(record: dict[str, Any]) -> None:
        threading.Thread(target=run, args=(record,), name="bookmark-command").start()

    return hook
