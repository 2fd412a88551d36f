"""Copies and articles in other languages are shown as what they are, and count as no more than that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.reader.story import COMPARISON, ONE, READING, STORY, THREE, TWO
from tests.reader.test_article_keys import press
from tests.reader.test_comparison_keys import panel_words
from tui.articles import read_bytes
from tui.comparison.model import Comparison, Story
from tui.reader.app import LesartApp
from tui.reader.article.head import head_lines, headline
from tui.reader.bar_words import here
from tui.reader.comparison.groups import groups_for
from tui.reader.coverage import cover, facts_of
from tui.reader.desk import Desk
from tui.reader.header import header
from tui.reader.icons import icons
from tui.reader.sidebar.rows import article_row

COPIED = replace(STORY, duplicates=((ONE.id, TWO.id),))


def test_the_gutter_counts_a_copy_as_no_further_source() -> None:
    sentences = [(0, len(ONE.text))]
    assert cover(sentences, facts_of(STORY, ONE.id), STORY)[0].others == 1
    covered = cover(sentences, facts_of(COPIED, ONE.id), COPIED)[0]
    assert covered.others == 0 and covered.facts


async def test_another_article_of_the_same_source_is_no_further_source(make: Callable[..., LesartApp]) -> None:
    desk = twins()
    (story,) = desk.comparison.stories if desk.comparison else ()
    desk = desk.with_comparison(Comparison((replace(story, duplicates=(), outlets=story.duplicates),), ()))
    start = desk.facts_in(ONE.id)[0][0].start
    (group,) = groups_for(desk, ONE.id, (start, start + 1))
    assert (group.others, group.sources) == (0, 1)
    app = make(reading=replace(READING, articles=desk.articles))
    app.set_reactive(LesartApp.desk, desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        view = app.reading.view
        assert view.page is not None
        sentence = next(index for index, covered in enumerate(view.page.covered) if covered.facts)
        told = "".join(words for words, _, _ in here(view.page, sentence, "", view.signs))
        assert "only in other articles of this source" in told


def test_the_sidebar_says_whose_text_an_article_has() -> None:
    desk = Desk.of(READING).with_comparison(replace(COMPARISON, stories=(COPIED,)))
    rows = [article_row(desk, article, number, "·") for number, article in enumerate((ONE, TWO, THREE), 1)]
    assert [row.facts.split(" · ")[0] for row in rows][:2] == ["almost the text of 2", "almost the text of 1"]
    assert "text" not in rows[2].facts


def twins() -> Desk:
    """A copied article beside its original, and nothing else."""
    copy = replace(ONE, id="copy", path="copy.txt")
    mentions = tuple(m for m in STORY.facts[0].mentions if m.article == ONE.id)
    fact = replace(
        STORY.facts[0], mentions=(*mentions, *(replace(m, article="copy") for m in mentions)), differences=()
    )
    story = Story("twins", (ONE.id, "copy"), facts=(fact,), duplicates=((ONE.id, "copy"),))
    desk = Desk.of(replace(READING, articles=(ONE, copy)))
    return desk.with_comparison(Comparison((story,), ()))


def test_two_copies_of_one_text_are_called_that_in_the_head_the_sidebar_and_the_panel() -> None:
    desk, signs = twins(), icons("unicode")
    told = header(desk, ONE.id, signs, 120, str, named=False)
    assert "both have the same text" in "".join(words for words, _, _ in told)
    assert article_row(desk, ONE, 1, "·").facts.startswith("the same text as 2")
    start = desk.facts_in(ONE.id)[0][0].start
    for one, other in ((ONE.id, 2), ("copy", 1)):
        (group,) = groups_for(desk, one, (start, start + 1))
        assert group.rows[0].label.startswith(f"same text as {3 - other}, ")


def test_of_a_copy_the_sentence_that_is_read_is_shown_first() -> None:
    desk = twins()
    (story,) = desk.comparison.stories if desk.comparison else ()
    (fact,) = story.facts
    surer = replace(fact.mentions[-1], start=0, end=10, text="Stadtwerke", confidence=1.0)
    desk = desk.with_comparison(
        Comparison((replace(story, facts=(replace(fact, mentions=(*fact.mentions, surer)),)),), ())
    )
    (group,) = groups_for(desk, ONE.id, (fact.mentions[0].start, fact.mentions[0].end))
    assert group.rows[0].mention == fact.mentions[-1]


async def test_the_line_of_the_cursor_says_that_only_a_copy_states_a_sentence(make: Callable[..., LesartApp]) -> None:
    desk = twins()
    app = make(reading=replace(READING, articles=desk.articles))
    app.set_reactive(LesartApp.desk, desk)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        view = app.reading.view
        told = "".join(words for words, _, _ in here(view.page, 0, "", view.signs))
        assert "the same text as 2, not found elsewhere" in told


def test_figures_that_were_not_read_are_not_called_free_of_conflict() -> None:
    calm = replace(STORY, facts=tuple(replace(fact, differences=()) for fact in STORY.facts))

    def head(*languages: str) -> str:
        articles = tuple(
            replace(article, language=language) for article, language in zip((ONE, TWO, THREE), languages, strict=True)
        )
        desk = Desk.of(replace(READING, articles=articles)).with_comparison(replace(COMPARISON, stories=(calm,)))
        return "".join(words for words, _, _ in header(desk, ONE.id, icons("unicode"), 120, str, named=False))

    assert "no conflict found" in head("de", "de", "de") and "not checked" not in head("de", "de", "de")
    assert "figures of 1 article not checked" in head("de", "de", "en")
    assert "figures and dates not checked" in head("de", "en", "en") and "no conflict" not in head("de", "en", "en")


async def test_a_passage_in_another_language_is_shown_with_its_language_and_without_german_tags(
    make: Callable[..., LesartApp],
) -> None:
    app = make(reading=replace(READING, articles=(ONE, replace(TWO, language="en"), THREE)))
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "j")
        words = " ".join(panel_words(app))
        assert "ENGLISH" in words and "ATTRIBUTED" not in words
        await press(pilot, "J")
        page = app.reading.view.page
        assert page is not None
        assert "English: only names known from German articles are marked" in " ".join(
            line.words for line in page.layout.lines if line.kind == "head"
        )


def test_a_title_that_metadata_and_text_both_have_is_shown_once() -> None:
    page = b"---\ntitle: Brand in einer Lackfabrik\nsource: Bote\n---\n\n# Brand in einer Lackfabrik\n\nEs brannte."
    both = read_bytes(page, "a.md")
    alone = read_bytes(page.replace(b"# Brand in einer Lackfabrik\n", b""), "a.md")
    assert [block.role for block in both.blocks] == ["title", "paragraph"]
    assert head_lines(both, 60, "·") == ["Bote"]
    assert head_lines(alone, 60, "·") == ["Bote"]
    assert (headline(both, 60), headline(alone, 60)) == ([], ["Brand in einer Lackfabrik"])
