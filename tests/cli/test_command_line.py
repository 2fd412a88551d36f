from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tui import __version__
from tui.cli import main, make_app
from tui.cli.arguments import COMMANDS, parse, parsers
from tui.library.state import ReadingState
from tui.reader.commands import all_commands


def lesart(*argv: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    code = "import sys; from tui.cli import main; sys.exit(main())"
    return subprocess.run([sys.executable, "-c", code, *argv], input=stdin, capture_output=True, check=False)


def test_every_command_is_in_the_help_and_explains_itself(run: Run) -> None:
    code, out, _ = run("--help")
    assert code == 0
    for name in COMMANDS:
        assert f"  {name} " in out
        assert run(name, "--help")[1].startswith(f"usage: lesart {name}")
    assert set(parsers()) == {"", *COMMANDS}


def test_the_version_is_printed(run: Run) -> None:
    assert run("--version")[:2] == (0, f"lesart {__version__}\n")


def test_a_word_that_is_no_command_is_a_path() -> None:
    assert parse(["story", "--no-mouse", "more"]).paths == ["story", "more"]
    assert parse(["--pipeline", "facts", "story"]).command == "open"
    assert parse(["--seeds", "facts", "story"]).command == "facts"
    assert parse(["open", "facts"]).paths == ["facts"]
    assert parse(["-"]).paths == ["-"]


def test_wrong_usage_is_one_sentence(run: Run) -> None:
    code, out, err = run("facts", "--format", "pdf")
    assert (code, out) == (2, "")
    assert err.startswith("lesart: Argument --format: invalid choice: 'pdf'")
    assert err.count("\n") == 1


def test_a_missing_path_is_named_and_the_rest_is_served(story: Path, run: Run) -> None:
    code, out, err = run("export", "--parts", "blocks", story, story / "c.txt")
    assert code == 3
    assert len(json.loads(out)["articles"]) == 2
    assert "c.txt" in err
    assert err.count("\n") == 1


def test_a_missing_path_of_a_command_is_not_taken_for_a_command(run: Run) -> None:
    assert run("facts", "nope") == (3, "", "lesart: nope: There is no such file or folder.\n")


def test_a_search_without_words_names_only_what_is_missing(run: Run) -> None:
    assert run("search")[2] == "lesart: The following arguments are required: QUERY. See lesart search --help.\n"


def test_a_misspelt_command_is_guessed(story: Path, run: Run) -> None:
    said = "lesart: There is no command, file or folder fatcs. Did you mean the command facts?\n"
    assert run("fatcs", story) == run("fatcs", "--seeds") == (2, "", said)


def test_escapes_in_a_path_do_not_reach_the_terminal(run: Run) -> None:
    assert "\x1b" not in run("export", "no\x1b[31msuch\nfile")[2]


def test_a_defect_is_logged_and_said_without_a_traceback(
    story: Path, run: Run, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("defect")

    monkeypatch.setattr("tui.library.export.article_record", broken)
    code, _, err = run("export", "--parts", "blocks", story)
    assert code == 70
    assert "Traceback" not in err
    assert str(home) in err
    assert any("defect" in path.read_text("utf-8") for path in home.rglob("*.log"))


def test_standard_input_is_an_article() -> None:
    got = lesart("export", "--parts", "text", "-", stdin="Grüße aus Köln.".encode("cp1252"))
    assert got.returncode == 0
    assert json.loads(got.stdout)["articles"][0]["text"] == "Grüße aus Köln."


def test_empty_standard_input_is_said(run: Run) -> None:
    got = lesart("export", "--parts", "text", "-")
    assert got.returncode == 3
    assert b"standard input" in got.stderr


@pytest.mark.skipif(os.name == "nt", reason="there are no such pipes")
def test_a_reader_that_has_had_enough_is_no_error(story: Path) -> None:
    # Larger than the pipe's buffer, so that writing fails while the document is written.
    (story / "long.txt").write_text("Ein Satz. " * 50_000, "utf-8")
    code = "import sys; from tui.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "export", "--parts", "text", str(story)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_without_a_terminal_the_reader_says_so(story: Path, run: Run) -> None:
    code, _, err = run(story)
    assert code == 2
    assert "needs a terminal" in err


def test_a_terminal_of_another_character_set_gets_no_traceback(story: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    code = "import sys; from tui.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "search", "busse", str(story)]
    got = subprocess.run(command, capture_output=True, check=False, env=environment)
    assert got.returncode == 0
    assert b"100 Busse" in got.stdout


def test_starting_costs_no_heavy_module() -> None:
    heavy = "('rich', 'textual', 'spacy', 'numpy', 'rapidfuzz', 'onnxruntime', 'tokenizers', 'sqlite3', 'asyncio')"
    code = (
        "import sys; from tui.cli.arguments import parse; parse(['x']); import tui.cli.sources;"
        f"print([m for m in {heavy} if m in sys.modules]); sys.exit(any(m in sys.modules for m in {heavy}))"
    )
    got = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert got.returncode == 0, got.stdout


def test_an_interrupt_ends_quietly(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("tui.cli.commands.cache.run", interrupted)
    assert main(["cache"]) == 130
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "man"])
def test_completions_and_manual_know_every_command_and_option(run: Run, shell: str) -> None:
    code, out, _ = run("completion", shell)
    assert code == 0
    for name, parser in parsers().items():
        assert name in out
        for action in parser._actions:
            if action.help != "==SUPPRESS==":
                for flag in action.option_strings:
                    assert flag.lstrip("-") in out.replace("\\-", "-")


def test_the_manual_names_every_key_of_the_reader(run: Run) -> None:
    out = run("completion", "man")[1].replace("\\-", "-")
    assert out.isascii()
    for command in all_commands():
        assert command.help in out
    assert "\\fBj, down\\fR" in out and "\\fB\\(hap, :\\fR" in out


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes_commands_options_and_values(run: Run, tmp_path: Path) -> None:
    script = tmp_path / "lesart.bash"
    assert run("completion", "bash", "--output", script)[0] == 0

    def complete(*words: str) -> list[str]:
        line = f"source {script}; COMP_WORDS=({' '.join(repr(word) for word in words)}); COMP_CWORD={len(words) - 1};"
        shown = 'printf "%s\\n" "${COMPREPLY[@]}"'
        got = subprocess.run(["bash", "-c", f"{line} _lesart; {shown}"], capture_output=True, text=True, check=True)
        return got.stdout.split()

    assert complete("lesart", "fac") == ["facts"]
    assert "--conflicts" in complete("lesart", "facts", "--con")
    assert complete("lesart", "facts", "--format", "js") == ["json", "jsonl"]
    assert "--no-mouse" in complete("lesart", "--no")


def test_the_reader_gets_what_the_command_line_says(story: Path, tmp_path: Path) -> None:
    app = make_app(["--ascii", "--no-mouse", "--bookmarks", str(tmp_path / "kept.jsonl"), str(story)])
    assert (app.settings.icons, app.settings.mouse) == ("ascii", False)
    assert len(app.desk.articles) == 2


def test_without_a_path_the_last_folder_opens_and_the_seeds_before(story: Path) -> None:
    assert len(make_app([]).desk.articles) == 5
    ReadingState().recent.remember(story)
    assert len(make_app([]).desk.articles) == 2
    assert len(make_app(["--seeds"]).desk.articles) == 5


def test_serving_without_its_package_says_what_to_install(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve.server", None)
    code, _, err = run("--seeds", "--serve")
    assert code == 2
    assert "pip install 'lesart[serve]'" in err


def test_the_browser_gets_the_same_command_line(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[list[str]] = []

    def serve(argv: Sequence[str]) -> int:
        served.append(list(argv))
        return 0

    monkeypatch.setattr("tui.cli.serving.serve", serve)
    assert run("--serve", "--ascii", "story")[0] == 0
    assert served == [["open", "--ascii", "story"]]
    assert run("--serve", "-")[0] == 2


def test_an_empty_path_is_not_the_present_folder(run: Run) -> None:
    code, out, err = run("export", "--parts", "blocks", "")
    assert (code, out) == (2, "")
    assert "empty path" in err
