"""Long notes are written in the editor that the environment names."""

from __future__ import annotations

import shlex
import sys

import pytest

from tui.library.commands import command_words
from tui.reader.screens.editing import edited

APPEND = (
    "import sys, pathlib; p = pathlib.Path(sys.argv[1]); p.write_text(p.read_text('utf-8') + 'zweite Zeile', 'utf-8')"
)


def test_the_editor_gets_the_note_and_gives_it_back_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, "-c", APPEND]))
    assert edited("erste Zeile, größer") == "erste Zeile, größer\nzweite Zeile"


def test_an_editor_that_fails_is_said_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, "-c", "raise SystemExit(3)"]))
    with pytest.raises(ValueError, match="status 3"):
        edited("Notiz")


def test_an_editor_that_is_not_there_is_an_error_and_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VISUAL", "/no/such/editor")
    with pytest.raises(OSError):
        edited("Notiz")


@pytest.mark.parametrize("codec", ["cp1252", "utf-16", "utf-8-sig"])
def test_a_note_that_the_editor_saves_in_another_set_is_not_lost(monkeypatch: pytest.MonkeyPatch, codec: str) -> None:
    code = f"import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('Größe der Bürgschaft', {codec!r})"
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, "-c", code]))
    assert edited("Notiz") == "Größe der Bürgschaft"


def test_an_emptied_note_is_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_text('\\n', 'utf-8')"
    monkeypatch.setenv("VISUAL", shlex.join([sys.executable, "-c", code]))
    assert edited("Notiz") == ""


def test_a_path_of_windows_keeps_its_backslashes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.library.commands.os.name", "nt")
    line = '"C:\\Program Files\\ed.exe" C:\\x\\y.txt -n'
    assert command_words(line) == ["C:\\Program Files\\ed.exe", "C:\\x\\y.txt", "-n"]
