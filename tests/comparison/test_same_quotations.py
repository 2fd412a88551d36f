from __future__ import annotations

import pytest

from tests.comparison import making
from tests.language.quotations.reader import article, names, quotations
from tui.comparison import compare
from tui.comparison.same_quotations import link_same
from tui.language.model import Analysis, EntityLabel
from tui.language.values import find_values

WEBER: list[tuple[str, EntityLabel]] = [("Maria Weber", "PER")]


def read(text: str) -> Analysis:
    found = quotations(text, WEBER)
    values = find_values(text, [(0, len(text))])
    return Analysis(article(text).id, "key", entities=tuple(names(text, WEBER)), values=values, quotations=found)


def linked(*texts: str) -> list[set[str]]:
    read_all = link_same([read(text) for text in texts], texts)
    return [{same for quotation in one.quotations for same in quotation.same_as} for one in read_all]


def test_cut_and_reworded_versions_of_one_quotation_find_each_other() -> None:
    one, two, three = linked(
        "„Der Fonds investiert sehr viel Geld in die neuen Raketen“, sagte Maria Weber.",
        "„Der Fonds investiert viel Geld in neue Raketen, und das ist gut“, so Maria Weber.",
        "„Das Wetter war am Sonntag leider furchtbar schlecht“, sagte Maria Weber.",
    )
    assert len(one) == 1
    assert len(two) == 1
    assert three == set()


def test_a_quotation_that_very_many_papers_print_is_the_same_in_all_of_them() -> None:
    said = "Der Fonds investiert sehr viel Geld in die neuen Raketen"
    cut = said.replace("sehr viel ", "")
    texts = [f"„{(said, cut)[number % 2]}“, sagte Maria Weber am Tag {number}." for number in range(34)]
    articles = [making.article(text, f"{number}.txt") for number, text in enumerate(texts)]
    analyses = [
        making.analysis(one, WEBER, (), [making.quotation(one, (said, cut)[number % 2], "direct", "Maria Weber")])
        for number, one in enumerate(articles)
    ]
    read_all = link_same(analyses, texts)
    assert [len(one.quotations[0].same_as) for one in read_all] == [33] * 34


def test_two_speakers_of_like_words_stay_apart() -> None:
    texts = (
        "„Der Fonds investiert sehr viel Geld in die neuen Raketen“, sagte Maria Weber.",
        "„Der Fonds investiert sehr viel Geld in die neuen Raketen“, sagte die Opposition.",
    )
    assert linked(*texts) == [set(), set()]


def compared(*said: tuple[str, str, str]) -> list[set[str]]:
    """Text, quoted words and speaker of each article; the words that each quotation is linked with."""
    articles = [making.article(text, f"{number}.txt") for number, (text, _, _) in enumerate(said)]
    analyses = [
        making.analysis(article, WEBER, (), [making.quotation(article, words, "direct", speaker)])
        for article, (_, words, speaker) in zip(articles, said, strict=True)
    ]
    words_of = {analysis.quotations[0].id: words for analysis, (_, words, _) in zip(analyses, said, strict=True)}
    read_all = compare(articles, analyses, making.WordEncoder()).analyses
    return [{words_of[same] for same in analysis.quotations[0].same_as} for analysis in read_all]


FIRED = "Der Vorstand feuert morgen den Trainer"
DISMISSED = "Morgen entlasst den Trainer der Vorstand"
REASON = "Der Trainer verlor alle Spiele"
ELSE = "Der Vorstand tagte am Abend in Lindau. Die Mannschaft trainierte im Regen."


def test_words_translated_anew_are_the_same_where_the_speaker_is() -> None:
    assert compared(
        (f"„{FIRED}“, sagte Maria Weber. {ELSE}", FIRED, "Maria Weber"),
        (f"Maria Weber sagte: „{DISMISSED}“. {ELSE}", DISMISSED, "Maria Weber"),
        (f"Maria Weber sagte: „{REASON}“. {ELSE}", REASON, "Maria Weber"),
    ) == [{DISMISSED}, {FIRED}, set()]


def test_persons_without_a_name_are_not_taken_for_one_source() -> None:
    cut = "Der Vorstand feuert im Sommer vielleicht Spieler nach einem sehr langen Spiel"
    assert compared(
        (f"„{FIRED}“, sagten zwei Personen. {ELSE}", FIRED, "zwei Personen"),
        (f"„{cut}“, sagten Personen. {ELSE}", cut, "Personen"),
    ) == [set(), set()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("liege bei 35 Millionen Euro", "liege bei 3,5 Millionen Euro"),
        ("liege bei 120 Tonnen", "liege bei 80 Tonnen"),
        ("sei im Mai entstanden", "sei im Juni entstanden"),
        ("sei um 18 Uhr entstanden", "sei um 21.30 Uhr entstanden"),
    ],
)
def test_what_is_told_with_other_figures_or_dates_is_not_the_same(one: str, other: str) -> None:
    told = "Der gewaltige Schaden an den neuen Raketen"
    assert linked(f"{told} {one}, sagte Maria Weber.", f"{told} {other}, sagte Maria Weber.") == [set(), set()]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("liege bei rund 200 Millionen Euro", "liege bei 198 Millionen Euro"),
        ("sei im Mai entstanden", "sei am 12. Mai entstanden"),
        ("liege bei 120 Tonnen", "sei groß"),
        ("liege bei 120 Tonnen", "liege nicht bei 80, sondern 120 Tonnen"),
    ],
)
def test_what_is_rounded_or_told_less_exactly_is_the_same(one: str, other: str) -> None:
    told = "Der gewaltige Schaden an den neuen Raketen"
    first, second = linked(f"{told} {one}, sagte Maria Weber.", f"{told} {other}, sagte Maria Weber.")
    assert len(first) == len(second) == 1


def test_literal_words_with_a_slip_in_a_figure_are_the_same() -> None:
    first, second = linked(
        "„Der Schaden an den Raketen liegt bei 35 Millionen Euro“, sagte Maria Weber.",
        "„Der Schaden an den Raketen liegt bei 3,5 Millionen Euro“, sagte Maria Weber.",
    )
    assert len(first) == len(second) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Der Haushalt ist verfassungsgemäß und gilt", "Der Haushalt ist verfassungswidrig und gilt"),
        ("Das ist ein guter Tag für die Stadt", "Das ist kein guter Tag für die Stadt"),
        ("Die Schulden der Stadt sinken im Juni", "Die Schulden der Stadt steigen im Juni"),
    ],
)
def test_the_opposite_said_by_one_speaker_is_not_the_same(one: str, other: str) -> None:
    said = [(f"„{words}“, sagte Maria Weber. {ELSE}", words, "Maria Weber") for words in (one, other)]
    assert compared(*said) == [set(), set()]
