from __future__ import annotations

import json
import sys
import textwrap
import threading
from pathlib import Path

import pytest

from tests.library.fake_workshop import article
from tui.library.bookmarks import BookmarkFile, make_bookmark
from tui.library.bookmarks.hook import HookFailed, background_hook, run_hook


def script(tmp_path: Path, code: str) -> str:
    path = tmp_path / "command.py"
    path.write_text(textwrap.dedent(code), encoding="utf-8")
    return f'"{sys.executable}" "{path}" "$HOME; rm -rf x" "{tmp_path / "out"}"'


def test_the_bookmark_command_gets_the_record_and_no_shell(tmp_path: Path) -> None:
    code = """
        import json, pathlib, sys
        record = json.load(sys.stdin)
        text = json.dumps([record["selectors"][0]["exact"], sys.argv[1]])
        pathlib.Path(sys.argv[2]).write_text(text)
    """
    said: list[str] = []
    hook = background_hook(script(tmp_path, code), said.append)
    text = "Die Ministerin sagte, die Frist ende im März."
    BookmarkFile(tmp_path / "b.jsonl", hook).add(make_bookmark(article(text, "a.txt"), 0, 14))
    for thread in threading.enumerate():
        if thread.name == "bookmark-command":
            thread.join(20)
    assert said == []
    assert json.loads((tmp_path / "out").read_text()) == ["Die Ministerin", "$HOME; rm -rf x"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import sys; sys.exit('kein \\x1b[31mNetz')", "failed with status 1: kein ␛[31mNetz."),
        ("import time; time.sleep(60)", "took more than 0.5 seconds and was ended."),
    ],
)
def test_a_failing_bookmark_command_is_said_in_words(tmp_path: Path, code: str, words: str) -> None:
    with pytest.raises(HookFailed) as caught:
        run_hook(script(tmp_path, code), {"id": "x"}, 0.5 if "sleep" in code else 20)
    assert str(caught.value).endswith(words)


@pytest.mark.parametrize(
    ("command", "words"),
    [("/no/such/program x", "The bookmark command program cannot be started"), ('"open', "cannot be understood")],
)
def test_a_bookmark_command_that_cannot_run_is_said_in_words(command: str, words: str) -> None:
    with pytest.raises(HookFailed, match=words):
        run_hook(command, {})
