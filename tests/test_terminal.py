"""The program in a real terminal: it starts, moves, searches, compares, keeps a bookmark and quits."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tui.library.state import ReadingState

pytestmark = pytest.mark.terminal
ROOT = Path(__file__).resolve().parent.parent

if not shutil.which("tmux"):
    if os.environ.get("CI"):
        pytest.fail("tmux is missing, and these tests must not be skipped here", pytrace=False)
    pytest.skip("tmux is not installed", allow_module_level=True)


@pytest.fixture
def terminal(tmp_path: Path) -> Iterator[Terminal]:
    made = Terminal(tmp_path)
    yield made
    made.close()


def environment(home: Path, **other: str) -> dict[str, str]:
    """Settings of a run with a home of its own."""
    known = {"LESART_HOME": str(home), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "TEXTUAL_ANIMATIONS": "none"}
    return known | other


def start(terminal: Terminal, home: Path, *arguments: str, **other: str) -> None:
    """Run the program in the terminal with a home of its own."""
    terminal.start([sys.executable, "-m", "tui.cli", *arguments], environment(home, **other), home)


def processes(home: Path) -> list[str]:
    """The processes of the program that have this home."""
    done = subprocess.run(["ps", "-eo", "args="], capture_output=True, text=True, check=True)
    return [line for line in done.stdout.splitlines() if str(home) in line and "of lesart" in line]


def test_a_story_is_read_compared_searched_and_kept(terminal: Terminal, tmp_path: Path) -> None:
    start(terminal, tmp_path, "--seeds")
    terminal.wait("Elon Musk ist nicht", 30)
    # The text can be read and searched before anything is analysed.
    terminal.keys("s")
    terminal.wait("can be searched")
    terminal.type("babuschkin halbes dutzend")
    terminal.wait("Musk hat bisher Igor Babuschkin")
    terminal.keys("Enter")
    terminal.wait("Bord geholt")
    # The panel beside the sentence shows what the other sources say of it.
    screen = terminal.wait(lambda shown: "facts" in shown.split("\n")[0] and "Handvoll" in shown)
    assert re.search("[3-5] of 5 sources", screen)
    terminal.keys("b")
    terminal.wait("Bookmarked")
    terminal.keys("B")
    terminal.wait("1 bookmark")
    terminal.keys("q")
    terminal.wait("Bord geholt")
    terminal.resize(60, 20)
    terminal.wait("Babuschkin")
    terminal.resize(120, 36)
    terminal.keys("q")
    terminal.wait("left with 0", 20)
    (kept,) = [json.loads(line) for path in tmp_path.rglob("*.jsonl") for line in path.read_text("utf-8").splitlines()]
    exact = kept["selectors"][0]["exact"]
    assert exact.startswith("Musk hat bisher Igor Babuschkin")


def test_quitting_in_the_middle_of_the_analysis_leaves_no_process(terminal: Terminal, tmp_path: Path) -> None:
    start(terminal, tmp_path, "--seeds")
    terminal.wait("Reading")
    terminal.keys("q")
    terminal.wait("left with 0", 20)
    assert not processes(tmp_path)


def test_closing_the_terminal_keeps_the_folder_and_where_reading_stopped(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "meldung.txt").write_text("Eine Meldung\n\nDer Rat tagt heute. Er berät lange.\n", "utf-8")
    start(terminal, tmp_path, str(folder))
    terminal.wait("Sentence 1 of", 30)
    terminal.keys("j")
    terminal.wait("Sentence 2 of")
    terminal.close()
    state = ReadingState(tmp_path / "state")
    end = time.monotonic() + 30
    while state.load(folder).positions == {} and time.monotonic() < end:
        time.sleep(0.1)
    assert [place.offset for place in state.load(folder).positions.values()] == [14]
    assert state.last_folder() == folder


def test_what_is_copied_reaches_the_terminals_clipboard(terminal: Terminal, tmp_path: Path) -> None:
    start(terminal, tmp_path, "--seeds")
    terminal.wait("Sentence 1 of", 30)
    terminal.keys("j")
    terminal.wait("Sentence 2 of")
    terminal.keys("y")
    terminal.wait("Copied")
    assert "Musk" in terminal.clipboard()


def test_it_goes_to_the_shell_and_comes_back_as_it_was(terminal: Terminal, tmp_path: Path) -> None:
    terminal.start_in_shell([sys.executable, "-m", "tui.cli", "--seeds"], environment(tmp_path), tmp_path)
    terminal.wait("Sentence 1 of", 30)
    terminal.keys("j")
    terminal.wait("Sentence 2 of")
    terminal.keys("C-z")
    screen = terminal.wait("ready>", 20)
    assert "Sentence" not in screen
    terminal.type("fg")
    terminal.keys("Enter")
    terminal.wait("Sentence 2 of", 20)
    terminal.keys("j")
    terminal.wait("Sentence 3 of")


def fits(rows: int, shown: str) -> bool:
    """Whether the screen is drawn for so many rows."""
    return "Sentence 1 of" in shown and shown.count("\n") == rows


def test_every_size_between_60_by_20_and_200_by_60_shows_the_article(terminal: Terminal, tmp_path: Path) -> None:
    start(terminal, tmp_path, "--seeds")
    terminal.wait("Sentence 1 of", 30)
    for columns, rows in ((60, 20), (80, 24), (200, 60), (100, 30)):
        terminal.resize(columns, rows)
        screen = terminal.wait(partial(fits, rows))
        assert max(map(len, screen.splitlines())) <= columns


def test_the_mouse_opens_what_it_clicks(terminal: Terminal, tmp_path: Path) -> None:
    start(terminal, tmp_path, "--seeds")
    terminal.wait("Sentence 1 of", 30)
    assert terminal.takes_mouse()

    def opened(shown: str) -> bool:
        if "▶3" in shown:
            return True
        # Press and release on the third article of the sidebar, as a terminal reports them (SGR 1006).
        terminal.type("\x1b[<0;8;16M\x1b[<0;8;16m")
        return False

    terminal.wait(opened, 30)


def test_the_mouse_is_left_to_the_terminal_on_request(terminal: Terminal, tmp_path: Path) -> None:
    start(terminal, tmp_path, "--seeds", "--no-mouse")
    terminal.wait("Sentence 1 of", 30)
    assert not terminal.takes_mouse()


@pytest.mark.parametrize(
    "terminal_is", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"TERM": "xterm-16color"},
                    {"TERM": "screen"}, {"NO_COLOR": "1"}]
)  # fmt: skip
def test_it_can_be_read_in_poor_terminals(terminal: Terminal, tmp_path: Path, terminal_is: dict[str, str]) -> None:
    start(terminal, tmp_path, "--seeds", **terminal_is)
    terminal.wait("Sentence 1 of", 30)
    terminal.keys("j")
    screen = terminal.wait("Sentence 2 of")
    assert "Traceback" not in screen and "Musk" in screen
    terminal.keys("q")
    terminal.wait("left with 0", 20)


@pytest.mark.parametrize("name", ["LC_ALL", "LANG"])
def test_a_plain_locale_gets_plain_signs(terminal: Terminal, tmp_path: Path, name: str) -> None:
    start(terminal, tmp_path, "--seeds", **{"LC_ALL": "", name: "C"})
    screen = terminal.wait("Sentence 1 of", 30)
    assert "".join(set(screen) & set("│─▌…▒")) == ""


def test_no_colour_means_none_at_all(terminal: Terminal, tmp_path: Path) -> None:
    start(terminal, tmp_path, "--seeds", NO_COLOR="1")
    terminal.wait("Sentence 1 of", 30)
    codes = {code for run in re.findall(r"\x1b\[([\d;]*)m", terminal.painted()) for code in run.split(";")}
    # Bold, underlined, italic, reversed and their ends; 39 and 49 are the terminal's own colours.
    assert codes <= {"", "0", "1", "2", "3", "4", "7", "9", "21", "22", "23", "24", "27", "29", "39", "49"}


def test_quitting_while_a_large_folder_is_read_leaves_no_process(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "viele"
    folder.mkdir()
    for number in range(3_000):
        (folder / f"{number:04}.txt").write_text(f"Meldung {number}\n\n{'Der Rat hat beraten. ' * 60}\n", "utf-8")
    start(terminal, tmp_path, str(folder))
    terminal.wait("Meldung 0", 30)
    terminal.keys("s")
    terminal.wait("Reading", 30)
    terminal.type("rat")
    terminal.wait("found in", 60)
    terminal.keys("C-q")
    terminal.wait("left with 0", 20)
    assert not processes(tmp_path)


def test_bad_input_is_said_and_the_rest_is_read(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "gut.txt").write_text("Eine Meldung\n\nDer Bäcker [/b] [red] schließt \x1b[31mam Montag.\n", "utf-8")
    (folder / "leer.txt").write_bytes(b"")
    start(terminal, tmp_path, str(folder))
    screen = terminal.wait("Der Bäcker [/b] [red] schließt", 30)
    assert "[31mam" in screen
    terminal.wait("leer.txt")
    terminal.keys("q")
    # Some input could not be read: said once more below the prompt, with an exit code of its own.
    screen = terminal.wait("left with 3", 20)
    assert "The file is empty." in screen


def test_a_missing_path_is_one_sentence_and_no_traceback(tmp_path: Path) -> None:
    environment = {**os.environ, "LESART_HOME": str(tmp_path), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "tui.cli", str(tmp_path / "fehlt")]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, stdin=subprocess.DEVNULL
    )
    assert done.returncode == 3
    assert "no such file" in done.stderr.casefold()
    assert "Traceback" not in done.stderr
