"""A text is changed in the editor of the reader's choice, as other terminal programs do it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path


def edited(text: str) -> str:
    """The text after the editor was left, without white space at its ends.

    The command comes from VISUAL, else EDITOR, else the system's usual editor; it is never given to a shell.

    Raises:
        OSError: The editor cannot be started, or the file cannot be read again.
        ValueError: The command cannot be understood, or the editor failed.
    """
    usual = "notepad" if sys.platform == "win32" else "vi"
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or usual)
    with tempfile.TemporaryDirectory(prefix="lesart-") as folder:
        path = Path(folder) / "note.md"
        path.write_text(f"{text}\n" if text else "", "utf-8")
        status = subprocess.run([*command, str(path)], check=False).returncode
        if status:
            raise ValueError(f"it ended with status {status}, so the note stays as it was.")
        return path.read_text("utf-8").strip()
