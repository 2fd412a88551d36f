from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from tests.library.fake_workshop import article
from tui.articles.model import Article
from tui.comparison.model import Decision, Passage
from tui.library.decisions import add_decision, load_decisions, withdraw_decision
from tui.library.locations import decisions_file, state_dir
from tui.library.state import ReadingState

ONE, TWO = article("Erster Text mit einigen Wörtern.", "1.txt"), article("Zweiter Text.", "2.txt")


def test_position_read_mark_panes_and_story_are_found_again(tmp_path: Path) -> None:
    ReadingState().keep(
        tmp_path, positions=[(ONE, 13)], read=[ONE], panes={"comparison": False}, article=ONE, story="s1"
    )
    state = ReadingState().load(tmp_path)
    assert state.position(ONE) == 13 and state.position(TWO) is None
    assert state.is_read(ONE) and not state.is_read(TWO)
    assert (dict(state.panes), state.article, state.story) == ({"comparison": False}, "1.txt", "s1")


def test_an_edited_article_keeps_a_position_within_its_text_and_is_unread_again(tmp_path: Path) -> None:
    kept = ReadingState().keep(tmp_path, positions=[(ONE, 30)], read=[ONE])
    edited = replace(ONE, id="other", text="Kurz.", text_sha256="other")
    assert kept.position(edited) == 4
    assert not kept.is_read(edited)


def test_a_read_mark_can_be_taken_back(tmp_path: Path) -> None:
    ReadingState().keep(tmp_path, read=[ONE, TWO])
    ReadingState().keep(tmp_path, unread=[ONE])
    state = ReadingState().load(tmp_path)
    assert not state.is_read(ONE) and state.is_read(TWO)


def test_folders_do_not_share_what_is_remembered(tmp_path: Path) -> None:
    ReadingState().keep(tmp_path / "a", positions=[(ONE, 1)])
    ReadingState().keep(None, positions=[(ONE, 2)])
    assert ReadingState().load(tmp_path / "a").position(ONE) == 1
    assert ReadingState().load(None).position(ONE) == 2
    assert ReadingState().load(tmp_path / "b").position(ONE) is None


def test_the_last_folder_opens_again_as_long_as_it_is_there(tmp_path: Path) -> None:
    state = ReadingState()
    assert state.recent.last() is None
    folder = tmp_path / "story"
    folder.mkdir()
    state.recent.remember(folder)
    assert ReadingState().recent.last() == folder
    folder.rmdir()
    assert ReadingState().recent.last() is None


def test_two_readers_of_one_folder_keep_each_others_positions(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path[:] = {path!r}\n"
        "from pathlib import Path\n"
        "from tests.library.fake_workshop import article\n"
        "from tui.library.state import ReadingState\n"
        "for number in range(25):\n"
        "    ReadingState(Path({folder!r})).keep(None, positions=[(article('text', {name!r} + str(number)), number)])\n"
    )
    readers = [
        subprocess.Popen([sys.executable, "-c", code.format(path=sys.path, folder=str(tmp_path), name=name)])
        for name in "ab"
    ]
    assert [reader.wait(60) for reader in readers] == [0, 0]
    assert len(ReadingState(tmp_path).load(None).positions) == 50


def test_a_damaged_state_counts_as_nothing_remembered_and_is_written_anew(tmp_path: Path) -> None:
    state = ReadingState()
    state.keep(tmp_path, positions=[(ONE, 1)])
    state.recent.remember(tmp_path)
    for damage in (b"{", b"[]", b'{"positions": {"1.txt": "x", "2": [-1, "a"]}, "read": 3, "panes": [1]}', b"\xff"):
        for file in state_dir().glob("*.json"):
            file.write_bytes(damage)
        assert state.load(tmp_path).position(ONE) is None
        assert state.recent.last() is None
    assert state.keep(tmp_path, positions=[(ONE, 2)]).position(ONE) == 2
    assert state.load(tmp_path).position(ONE) == 2


def test_a_state_folder_that_cannot_be_written_does_not_stop_the_reader(tmp_path: Path) -> None:
    (tmp_path / "state").write_text("in the way")
    state = ReadingState(tmp_path / "state")
    assert state.keep(None, positions=[(ONE, 3)]).position(ONE) == 3
    state.recent.remember(tmp_path)
    assert state.recent.last() is None


def decision(same: bool, start: int = 0) -> Decision:
    return Decision(same, Passage("a", start, start + 5), Passage("b", 0, 5))


def test_decisions_are_found_again_and_the_last_word_counts() -> None:
    add_decision(decision(True))
    add_decision(decision(True, 10))
    add_decision(decision(False))
    assert load_decisions().decisions == (decision(False), decision(True, 10))
    swapped = Decision(True, decision(True).second, decision(True).first)
    withdraw_decision(swapped)
    assert load_decisions().decisions == (decision(True, 10),)


OLD = (
    article("Zug entgleist\n\nDrei Wagen sprangen aus den Schienen. Niemand wurde verletzt.", "a.txt", folder="/f"),
    article("Unfall auf der Strecke\n\nDer Zug verlor drei Wagen. Alle blieben unversehrt.", "b.txt", folder="/f"),
)
NEW = (
    article(
        "Eil: Zug entgleist\n\nDrei Wagen sprangen aus den Schienen. Niemand wurde verletzt.", "a.txt", folder="/f"
    ),
    article(OLD[1].text + "\n\nNachtrag vom Abend.", "b.txt", folder="/f"),
)


def said(articles: tuple[Article, ...], same: bool = False) -> Decision:
    """The decision on the last sentences but one of two articles."""
    words = ("Drei Wagen sprangen aus den Schienen.", "Der Zug verlor drei Wagen.")
    first, second = (
        Passage(one.text_sha256, one.text.index(part), one.text.index(part) + len(part))
        for one, part in zip(articles, words, strict=True)
    )
    return Decision(same, first, second)


def test_decisions_follow_their_words_into_edited_texts_and_can_be_taken_back_there() -> None:
    add_decision(said(OLD), articles=OLD)
    assert load_decisions(articles=OLD).decisions == (said(OLD),)
    assert load_decisions(articles=NEW).decisions == (said(NEW),)
    assert load_decisions(articles=(NEW[0], OLD[1])).decisions == (said((NEW[0], OLD[1])),)
    add_decision(said(NEW, True), articles=NEW)
    assert load_decisions(articles=NEW).decisions == (said(NEW, True),)
    withdraw_decision(said(NEW, True), articles=NEW)
    assert load_decisions(articles=NEW).decisions == load_decisions(articles=OLD).decisions == ()


def test_a_decision_whose_passage_is_gone_is_counted_and_comes_back_with_it() -> None:
    add_decision(said(OLD), articles=OLD)
    gone = article("Zug entgleist\n\nMehr ist nicht bekannt, teilte die Bahn mit.", "a.txt", folder="/f")
    loaded = load_decisions(articles=(gone, OLD[1]))
    assert (loaded.decisions, loaded.lost) == ((), 1)
    assert "A decision counts no longer" in " ".join(loaded.problems)
    other = article("Ein ganz anderer Text.", "a.txt", folder="/g")
    assert load_decisions(articles=(other,)).lost == 0
    assert load_decisions(articles=OLD).decisions == (said(OLD),)


def test_lines_that_hold_positions_alone_stay_readable() -> None:
    add_decision(said(OLD))
    assert load_decisions(articles=OLD).decisions == load_decisions(articles=NEW).decisions == (said(OLD),)


def test_damaged_decisions_are_reported_with_their_lines() -> None:
    add_decision(decision(True))
    with decisions_file().open("ab") as file:
        file.write(b'{"same": 1}\n{"same": true, "first": {"start": 1}}\n{"v": 9}\nx')
    add_decision(decision(False, 3))
    loaded = load_decisions()
    assert loaded.decisions == (decision(True), decision(False, 3))
    assert [line.number for line in loaded.damaged] == [2, 3, 5]
    assert loaded.newer == 1
    assert loaded.problems[0] == "Decisions: line 2 is not a decision; it is kept and skipped."
    assert loaded.problems[-1] == "Decisions: 1 line is from a newer version of lesart and not shown."
