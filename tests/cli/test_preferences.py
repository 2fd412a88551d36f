"""What the settings file says holds for every command, and no path in it or on the command line ends one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

NOBODY = "~niemand-mit-diesem-namen/x"


def settings(home: Path, words: str) -> None:
    (home / "config").mkdir(exist_ok=True)
    (home / "config" / "settings.toml").write_text(words, "utf-8")


@pytest.mark.parametrize("command", ["entities", "export"])
def test_nobody_is_given_names_of_another_pipeline_than_the_reader_shows(
    home: Path, story: Path, run: Run, command: str
) -> None:
    settings(home, 'pipeline = "es_gibt_mich_nicht"')
    code, _, said = run(command, "--no-cache", story)
    assert (code, "es_gibt_mich_nicht" in said) == (3, True)
    assert run(command, "--no-cache", "--pipeline", "mich_auch_nicht", story)[2].count("mich_auch_nicht")


def test_a_home_folder_of_nobody_in_the_settings_is_told_with_its_line(home: Path, run: Run) -> None:
    settings(home, f'bookmarks = "{NOBODY}"')
    code, _, said = run("config")
    assert code != 70
    assert "line 1: bookmarks must not begin with the home folder of a user who is not known" in said
    assert run("bookmarks")[0] == 1


@pytest.mark.parametrize(
    "words",
    [
        ("bookmarks", "--bookmarks", NOBODY),
        ("bookmarks", "export", "--folder", NOBODY),
        ("add", "--to", NOBODY, "https://example.org/"),
    ],
)
def test_a_home_folder_of_nobody_is_refused_in_words(run: Run, words: tuple[str, ...]) -> None:
    code, _, said = run(*words)
    assert code in (2, 3)
    assert "not known here" in said


def test_a_template_in_the_home_folder_of_nobody_is_refused_in_words(home: Path, run: Run) -> None:
    settings(home, f'bookmark-template = "{NOBODY}"')
    code, _, said = run("bookmarks", "export")
    assert (code, "not known here" in said) == (2, True)
