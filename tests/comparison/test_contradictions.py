"""What two sentences exclude of each other when they are read together."""

import re

from tests.comparison.making import WordEncoder
from tests.comparison.test_stories import FIRE, made
from tui.comparison import compare
from tui.comparison.model import Difference
from tui.language.pair_reader import PairReading, Place
from tui.library.remembering import RememberingPairReader


class WordReader:
    """Takes two words for a contradiction wherever each stands in one of the sentences."""

    name = "words"

    def __init__(self, one: str, other: str) -> None:
        self.words = one, other
        self.read_pairs = 0

    def read(self, first: str, second: str) -> PairReading:
        self.read_pairs += 1
        sides = [any(word in text for word in self.words) for text in (first, second)]
        return PairReading(9.0 if all(sides) else -9.0, self._places(first), self._places(second))

    def _places(self, text: str) -> tuple[Place, ...]:
        return tuple(
            (*found.span(), 3.0 if found.group() in self.words else -3.0) for found in re.finditer(r"\w+", text)
        )


OPEN = (
    FIRE[0] + "Das Chemiewerk in Lindau wird nach der Explosion bald verkauft.\n",
    FIRE[1] + "Das Chemiewerk in Lindau wird nach der Explosion bald abgerissen.\n",
    FIRE[2],
)


def conflicts(reader: WordReader | None) -> list[Difference]:
    comparison = compare(*made(OPEN), WordEncoder(), reader=reader)
    found = [difference for fact in comparison.stories[0].facts for difference in fact.differences]
    return [difference for difference in found if difference.relation == "conflict" and difference.kind == "action"]


def test_two_states_that_exclude_each_other_are_shown_in_the_words_that_do() -> None:
    (found,) = conflicts(WordReader("verkauft", "abgerissen"))
    assert found.told() == "act or state „verkauft“ / „abgerissen“"
    assert found.reason == "verkauft and abgerissen: read together, they seem to exclude each other"


def test_without_a_reader_of_pairs_the_rest_of_a_fact_is_shown_all_the_same() -> None:
    assert conflicts(None) == []


def test_a_story_that_is_compared_again_costs_no_second_reading_of_its_pairs() -> None:
    reader = WordReader("verkauft", "abgerissen")
    remembering = RememberingPairReader(reader)
    compare(*made(OPEN), WordEncoder(), reader=remembering)
    read = reader.read_pairs
    compare(*made(OPEN), WordEncoder(), reader=remembering)
    assert reader.read_pairs == read > 0


def test_where_a_name_alone_is_at_issue_its_clause_is_shown() -> None:
    found = conflicts(WordReader("Lindau", "abgerissen"))
    assert found
    assert all("„Lindau“" not in difference.told() for difference in found)
