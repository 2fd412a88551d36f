from __future__ import annotations

from pathlib import Path

import pytest

from tui.library.locations import bookmarks_file, cache_dir, data_dir, log_file, private_folder, settings_file
from tui.library.log import logger, start_log
from tui.library.settings import LABELS, SettingProblem, Settings, explain, load_settings


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_everything_has_its_default() -> None:
    assert load_settings() == (Settings(), ())


def test_the_file_in_the_config_folder_is_read(home: Path) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("column-width = 90\n", encoding="utf-8")
    assert load_settings()[0].column_width == 90


def test_every_setting_can_be_set_with_hyphens_or_underscores(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        "\ufeffcolumn_width = 60\r\ntheme = 'nord'\r\nicons = 'ascii'\r\nmouse = false\nanimations = false\n"
        "labels = ['value', 'PER']\npipeline = 'de_core_news_lg'\nencoder = 'haus'\nbookmarks = 'story'\n"
        "bookmark-command = 'notify \"new one\"'\nbookmark-template = '~/t.md'\n[keymap]\nsearch = 'ctrl+f,s'\n",
    )
    settings, problems = load_settings(path)
    assert problems == ()
    assert settings == Settings(
        60,
        "nord",
        "ascii",
        False,
        False,
        ("PER", "value"),
        "de_core_news_lg",
        "haus",
        "story",
        'notify "new one"',
        "~/t.md",
        {"search": "ctrl+f,s"},
    )


@pytest.mark.parametrize(
    ("text", "line", "key", "words"),
    [
        ("\ncolumn-width = 500", 2, "column-width", "must be a whole number from 30 to 300, not 500"),
        ("column-width = true", 1, "column-width", "must be a whole number"),
        ("colum-width = 60", 1, "colum-width", "is no setting; did you mean column-width?"),
        ("zzz = 1", 1, "zzz", "the settings are: column-width, theme"),
        ("theme = ''", 1, "theme", "must not be empty"),
        ("mouse = 'yes'", 1, "mouse", "must be true or false, without quotation marks"),
        ("# x\n\nicons = 'emoji'", 3, "icons", 'must be "unicode" or "ascii"'),
        ("labels = ['NAME']", 1, "labels", 'some of: "PER", "ORG"'),
        ("labels = [{a=1}]", 1, "labels", "must be a list"),
        ("keymap = 3", 1, "keymap", "must be a table"),
        ("[keymap]\n\nsearch = 1", 3, "keymap.search", "must be the names of keys"),
        ("keymap.search = 1", 1, "keymap.search", "must be the names of keys"),
        ("theme = 'a'\ntheme = 'b'", 2, "theme", "is not valid TOML"),
        ("theme = ", 1, "theme", "is not valid TOML"),
    ],
)
def test_a_mistake_is_reported_with_line_key_and_what_is_allowed(
    tmp_path: Path, text: str, line: int, key: str, words: str
) -> None:
    path = write(tmp_path, text)
    settings, (problem,) = load_settings(path)
    assert settings == Settings()
    assert (problem.file, problem.line, problem.key) == (path, line, key)
    assert words in problem.sentence
    assert str(problem).startswith(f"{path}, line {line}: {key}")


@pytest.mark.parametrize(
    "key, sentence, told",
    [
        ("mouse", "must be true or false", "mouse must be true or false"),
        ("theme", "There is no theme “x”.", "theme: There is no theme “x”."),
        ("keymap.help", "j stands for help, no longer for row-down.", "keymap.help: j stands for help, no longer for "
         "row-down."),
        ("", "is not UTF-8", "is not UTF-8"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_setting_is_told_in_whole_sentences(key: str, sentence: str, told: str) -> None:
    assert str(SettingProblem(Path("s.toml"), 3, key, sentence)) == f"s.toml, line 3: {told}"


def test_a_mistake_costs_only_its_own_setting(tmp_path: Path) -> None:
    settings, problems = load_settings(write(tmp_path, "mouse = 1\ncolumn-width = 50\n"))
    assert (len(problems), settings.mouse, settings.column_width) == (1, True, 50)


def test_a_bad_line_of_the_keymap_costs_only_itself(tmp_path: Path) -> None:
    settings, problems = load_settings(write(tmp_path, "[keymap]\nquit = ''\nzen = 'f9'\n"))
    assert ([problem.key for problem in problems], dict(settings.keymap)) == (["keymap.quit"], {"zen": "f9"})


def test_a_file_that_cannot_be_read_is_said_in_words(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b"\xff\xfe\x00")
    assert "is not UTF-8" in load_settings(tmp_path / "settings.toml")[1][0].sentence
    assert "cannot be read" in load_settings(tmp_path / "none.toml")[1][0].sentence
    assert "cannot be read" in load_settings(tmp_path)[1][0].sentence


def test_the_effective_settings_say_where_they_come_from(tmp_path: Path) -> None:
    path = write(tmp_path, "theme = 'nord'\nmouse = 3\n")
    settings, _ = load_settings(path)
    rows = {key: (value, origin) for key, value, origin in explain(settings, path)}
    assert rows["theme"] == ('"nord"', f"{path}:1")
    assert rows["mouse"] == ("true", "default")
    assert rows["labels"][0] == "[" + ", ".join(f'"{label}"' for label in LABELS) + "]"


def test_a_bookmarks_path_in_the_settings_is_meant_from_their_file(tmp_path: Path) -> None:
    settings, _ = load_settings(write(tmp_path, "bookmarks = 'mine.jsonl'"))
    assert settings.bookmarks == str(tmp_path / "mine.jsonl")


def test_bookmarks_stand_in_the_data_folder_beside_the_story_or_where_they_are_told(tmp_path: Path) -> None:
    assert bookmarks_file() == data_dir() / "bookmarks.jsonl"
    assert bookmarks_file("story", tmp_path) == tmp_path / "bookmarks.jsonl"
    assert bookmarks_file("story", None) == data_dir() / "bookmarks.jsonl"
    assert bookmarks_file(str(tmp_path / "x")) == tmp_path / "x"


def test_all_folders_can_be_put_under_one(home: Path) -> None:
    assert all(home in path.parents for path in (data_dir(), cache_dir(), settings_file(), log_file()))


def test_failures_go_to_the_log_file_and_not_to_the_terminal(home: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = start_log()
    assert path == log_file()
    from tui.library.log import logger

    logger("test").warning("something failed: %s", "why")
    logger("test").info("not this")
    assert "something failed: why" in path.read_text(encoding="utf-8")
    assert "not this" not in path.read_text(encoding="utf-8")
    assert capfd.readouterr() == ("", "")


def test_a_log_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "log").write_text("in the way")
    assert start_log(path=tmp_path / "log" / "lesart.log") is None


def test_a_log_whose_folder_went_ends_and_covers_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = start_log(path=tmp_path / "log" / "lesart.log")
    assert path is not None
    for file in (path, path.parent):
        file.unlink() if file.is_file() else file.rmdir()
    logger("test").warning("gone")
    path.parent.mkdir()
    logger("test").warning("there again")
    assert "there again" in path.read_text("utf-8")
    path.unlink()
    path.with_suffix(".log.1").mkdir()
    (path.with_suffix(".log.1") / "in the way").touch()
    for _ in range(12):
        logger("test").warning("x" * 100_000)
    assert capfd.readouterr() == ("", "")


def test_a_private_folder_loses_other_peoples_access(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir(mode=0o755)
    assert private_folder(tmp_path / "open").stat().st_mode & 0o077 in (0, 0o077)
