"""A text is changed in the editor of the reader's choice, as other terminal programs do it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tui.articles.decoding import Unreadable, decode
from tui.library.commands import command_words


def edited(text: str) -> str:
    """The text after the editor was left, without white space at its ends.

    The command comes from VISUAL, else EDITOR, else the system's usual editor; it is never given to a shell.

    Raises:
        OSError: The editor cannot be started, or the file cannot be read again.
        ValueError: The command cannot be understood, the editor failed, or what it wrote is no text.
    """
    usual = "notepad" if sys.platform == "win32" else "vi"
    command = command_words(os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual)
    with tempfile.TemporaryDirectory(prefix="lesart-") as folder:
        path = Path(folder) / "note.md"
        path.write_text(f"{text}\n" if text else "", "utf-8")
        status = subprocess.run([*command, str(path)], check=False).returncode
        if status:
            raise ValueError(f"it ended with status {status}, so the note stays as it was.")
        written = path.read_bytes()
        # Editors may save in another set than the one they were given; then the set is found as that of an article is.
        try:
            return decode(written).text.strip() if written.strip() else ""
        except Unreadable as error:
            raise ValueError(error.sentence) from error
