from __future__ import annotations

from tests.language.quotations.reader import article, names, quotations
from tui.language.model import Analysis, EntityLabel
from tui.language.quotations import link_same

WEBER: list[tuple[str, EntityLabel]] = [("Maria Weber", "PER")]


def read(text: str) -> Analysis:
    found = quotations(text, WEBER)
    return Analysis(article(text).id, "key", entities=tuple(names(text, WEBER)), quotations=found)


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


def test_two_speakers_of_like_words_stay_apart() -> None:
    texts = (
        "„Der Fonds investiert sehr viel Geld in die neuen Raketen“, sagte Maria Weber.",
        "„Der Fonds investiert sehr viel Geld in die neuen Raketen“, sagte die Opposition.",
    )
    assert linked(*texts) == [set(), set()]
