"""The program in a real terminal: it starts, moves, searches, compares, keeps a bookmark and quits."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Terminal

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


def start(terminal: Terminal, home: Path, *arguments: str) -> None:
    """Run the program in the terminal with a home of its own."""
    environment = {"LESART_HOME": str(home), "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", "TEXTUAL_ANIMATIONS": "none"}
    terminal.start([sys.executable, "-m", "tui.cli", *arguments], environment, home)



def test_a_story_is_read_compared_searched_and_kept(terminal: Terminal, tmp_path: Path) -> None:
    start(terminal, tmp_path, "--seeds")
    terminal.wait("Elon Musk ist nicht", 30)
    # The text can be read and searched before anything is analysed.
    terminal.keys("s")
    terminal.wait("can be searched")
    terminal.type("babuschkin halbes dutzend")
    terminal.wait("Musk hat bisher Igor Babuschkin")
    terminal.keys("Enter")
    terminal.wait("an Bord")
    # The panel beside the sentence shows what the other sources say of it.
    screen = terminal.wait(lambda shown: "facts" in shown.split("\n")[0] and "Handvoll" in shown)
    assert re.search("[3-5] of 5 sources", screen)
    terminal.keys("b")
    terminal.wait("Bookmarked")
    terminal.keys("B")
    terminal.wait("1 bookmark")
    terminal.keys("q")
    terminal.wait("an Bord")
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
    done = subprocess.run(["ps", "-eo", "args="], capture_output=True, text=True, check=True)
    assert not [line for line in done.stdout.splitlines() if str(tmp_path) in line and "worker" in line]


def test_bad_input_is_said_and_the_rest_is_read(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "story"
    folder.mkdir()
    (folder / "gut.txt").write_text("Eine Meldung\n\nDer Bäcker [/b] [red] schließt \x1b[31mam Montag.\n", "utf-8")
    (folder / "leer.txt").write_bytes(b"")
    start(terminal, tmp_path, str(folder))
    screen = terminal.wait("Der Bäcker [/b] [red] schließt", 30)
    assert "[31mam Montag." in screen
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
