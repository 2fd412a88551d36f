"""What the reader says of two passages: kept, shown, taken back; and passages paired by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.reader.story import BUSES, COMPARISON, ONE, STORY, THREE, TWO, mention
from tests.reader.test_article_keys import notices, press, read
from tests.reader.test_comparison_keys import panel_words
from tui.comparison.model import Comparison, Fact, Passage
from tui.library.decisions import load_decisions
from tui.reader.app import LesartApp


def standing(app: LesartApp) -> list[tuple[bool, str, str]]:
    """The decisions that stand, each with the words of its passages."""
    assert app.decisions_file is not None
    texts = {article.text_sha256: article.text for article in app.desk.articles}

    def words(passage: Passage) -> str:
        return texts[passage.text_sha256][passage.start : passage.end]

    return [(one.same, words(one.first), words(one.second)) for one in load_decisions(app.decisions_file).decisions]


async def test_the_same_key_takes_a_decision_back(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "enter", "equals_sign")
        assert "= same fact, you said" in panel_words(app)
        await press(pilot, "equals_sign")
        assert standing(app) == []
        assert "you said" not in " ".join(panel_words(app))


async def test_undo_takes_back_what_was_done_last(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "b", "enter", "exclamation_mark", "equals_sign", "escape", "u")
        assert [same for same, _, _ in standing(app)] == [False]
        await press(pilot, "u")
        assert standing(app) == []
        assert app.desk.notes
        await press(pilot, "u")
        assert not app.desk.notes


async def test_undo_in_another_folder_takes_back_what_was_done_there(app: LesartApp, tmp_path: Path) -> None:
    other = tmp_path / "neu"
    other.mkdir()
    (other / "n.txt").write_text("Neuer Titel\n\nErster Satz hier im Text. Zweiter Satz hier im Text.\n", "utf-8")
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "b", "enter", "equals_sign", "escape")
        decided = standing(app)
        assert decided
        app.open_folder(other)
        await app.workers.wait_for_complete()
        await pilot.pause()
        await press(pilot, "j", "b")
        assert app.notebook is not None and len(app.notebook.file.load().bookmarks) == 2
        await press(pilot, "u")
        assert len(app.notebook.file.load().bookmarks) == 1
        assert app.decisions_file is not None and len(load_decisions(app.decisions_file).decisions) == len(decided)


async def test_a_decision_that_cannot_be_read_is_said_once(app: LesartApp) -> None:
    assert app.decisions_file is not None
    app.decisions_file.write_text('{"same": 1}\n', "utf-8")
    async with app.run_test(size=(120, 36)) as pilot:
        for _ in range(2):
            app.run_worker(lambda: app.read_decisions(app.desk.articles), thread=True)
            await app.workers.wait_for_complete()
        await pilot.pause()
        said = [notice for notice in notices(app) if "Decisions: line 1 is not a decision" in notice]
        assert len(said) == 1


async def test_a_passage_that_was_taken_away_can_be_taken_back(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "enter", "exclamation_mark")
        app.desk = replace(app.desk, comparison=replace(COMPARISON, stories=(replace(STORY, facts=()),)))
        await pilot.pause()
        words = panel_words(app)
        assert "Your decisions here" in words
        assert "! not the same, you said" in words
        assert "48 Fahrzeuge haben die" in " ".join(words)
        await press(pilot, "u")
        assert standing(app) == []
        assert "Your decisions here" not in panel_words(app)


async def test_the_mark_stays_on_the_passage_that_left_its_fact_so_that_the_same_key_takes_it_back(
    app: LesartApp,
) -> None:
    sentence = "Ein Jahr nach der Bestellung"
    wide = replace(BUSES, mentions=(*BUSES.mentions, mention(THREE, sentence)))
    left = replace(BUSES, mentions=(BUSES.mentions[0], mention(THREE, sentence)), differences=())
    async with app.run_test(size=(120, 36)) as pilot:
        app.desk = replace(app.desk, comparison=replace(COMPARISON, stories=(replace(STORY, facts=(wide,)),)))
        await press(pilot, "j", "enter", "exclamation_mark")
        app.desk = replace(app.desk, comparison=replace(COMPARISON, stories=(replace(STORY, facts=(left,)),)))
        await pilot.pause()
        assert "Your decisions here" in panel_words(app)
        await press(pilot, "exclamation_mark")
        assert standing(app) == []


async def test_where_nothing_was_found_a_passage_can_be_paired(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "enter", "j", "equals_sign")
        assert app.reading.article_id == THREE.id
        assert "= pairs with article 1, escape ends" in app.screen.query_one("#here").left[0][0]  # type: ignore[attr-defined]
        await press(pilot, "j", "equals_sign")
        assert standing(app) == [
            (True, "Die Stadtwerke Ulm kaufen 40 Elektrobusse",
             "Ein Jahr nach der Bestellung fährt der erste Elektrobus.")
        ]  # fmt: skip
        await press(pilot, "backspace")
        assert app.reading.article_id == ONE.id
        assert "Your decisions here" in panel_words(app)


async def test_two_passages_are_paired_from_the_text(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "j", "equals_sign", "equals_sign")
        assert "Passages of one article are not paired; go to another article." in notices(app)
        await press(pilot, "right_parenthesis", "G", "equals_sign")
        assert standing(app) == [
            (True, "Das sagte Geschäftsführerin Anna Berg am Montag.", "Der Betriebsrat begrüßt den Kauf.")
        ]


async def test_the_fact_made_by_pairing_is_shown_once_it_is_there(app: LesartApp) -> None:
    sentence = "Der Betriebsrat begrüßt den Kauf"
    before = Fact("before", "story", sentence, (mention(TWO, sentence), mention(ONE, "25 Ladesäulen")))
    made = Fact("made", "story", "Das sagte", (mention(ONE, "Das sagte Geschäftsführerin"), mention(TWO, sentence)))

    def story(*facts: Fact) -> Comparison:
        return replace(COMPARISON, stories=(replace(STORY, facts=facts),))

    app.set_reactive(LesartApp.desk, app.desk.with_comparison(story(before)))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j", "j", "equals_sign", "right_parenthesis", "G", "equals_sign")
        assert "Ladesäulen" in " ".join(panel_words(app))
        app.desk = app.desk.with_comparison(story(before, made))
        await pilot.pause()
        words = panel_words(app)
        assert "[2]" in words[0] and "= same fact, you said" in words
        await press(pilot, "l")
        app.desk = app.desk.with_comparison(story(before, made))
        await pilot.pause()
        assert "[1]" in panel_words(app)[0]


async def test_escape_gives_pairing_up(app: LesartApp) -> None:
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "equals_sign", "escape", "right_parenthesis", "equals_sign")
        assert standing(app) == []
        assert app.reading.article_id == TWO.id
        assert read(app) == "Ulm bekommt Elektrobusse"
