"""Sides of a possible conflict: who is set against whom, who agrees, and what is compatible and so told once."""

from __future__ import annotations

from itertools import combinations

from tests.comparison.pairs import statement
from tui.comparison.amounts import Verdict
from tui.comparison.gathering import gathered, without_two_sides
from tui.comparison.model import Difference, DifferingValue, Mention, Relation
from tui.comparison.stated import Found, Stated

Sides = list[list[str]]


def value(words: str) -> DifferingValue:
    """Words of an article of their own: "2 zum 30. Juni" is said by article 2."""
    article, _, said = words.partition(" ")
    return DifferingValue(article, 10, 10 + len(said), said)


def found(relation: Relation, *pairs: tuple[str, str]) -> list[Found]:
    return [Found("date", Verdict(relation, f"{one} and {other}"), (value(one), value(other))) for one, other in pairs]


def divided(difference: Difference) -> Sides:
    return [[f"{value.article} {value.text}" for value in side] for side in difference.divided]


JUNE, MARCH, SUMMER, JULY = "1 zum 30. Juni", "4 Schon Ende März", "5 im Sommer", "7 ab Juli"
CLOSING = found("conflict", (JUNE, MARCH), (MARCH, SUMMER), (MARCH, JULY))


def test_sources_that_only_one_contradicts_are_not_set_against_each_other() -> None:
    (conflict,) = gathered(CLOSING, ())
    assert divided(conflict) == [[JUNE, SUMMER, JULY], [MARCH]]
    assert conflict.told() == "date „zum 30. Juni“, „im Sommer“, „ab Juli“ / „Schon Ende März“"


def test_what_stands_on_one_side_is_not_told_again_as_compatible_but_what_does_not_is() -> None:
    beside = found("compatible", (JUNE, SUMMER), (SUMMER, JULY))
    assert len(gathered([*CLOSING, *beside], ())) == 1
    elsewhere = found("compatible", (SUMMER, "8 im Juni"))
    _, compatible = gathered([*CLOSING, *beside, *elsewhere], ())
    assert (compatible.relation, compatible.reason) == ("compatible", "5 im Sommer and 8 im Juni")


def test_a_source_that_agrees_with_one_side_stands_on_it() -> None:
    conflict = found("conflict", ("5 am Mittwoch", "7 Am Sonntagabend"))
    agreeing = found("agree", ("3 am Mittwochabend", "5 am Mittwoch"), ("3 am Mittwochabend", "4 am Mittwochabend"))
    first = gathered([*conflict, *agreeing], ())[0]
    assert divided(first) == [["5 am Mittwoch", "3 am Mittwochabend"], ["7 Am Sonntagabend"]]


def test_a_source_that_agrees_with_both_sides_stands_on_neither() -> None:
    conflict = found("conflict", ("1 am Montag", "2 am Dienstag"))
    both = found("agree", ("1 am Montag", "3 am Montag"))
    both.append(
        Found("date", Verdict("agree", ""), (value("2 am Dienstag"), DifferingValue("3", 90, 101, "am Dienstag")))
    )
    assert divided(gathered([*conflict, *both], ())[0]) == [["1 am Montag"], ["2 am Dienstag"]]


def test_three_readings_that_all_contradict_each_other_are_three_sides_and_equal_ones_stand_together() -> None:
    days = ["1 am 3. Mai", "2 am 4. Mai", "3 am 5. Mai"]
    conflicts = found("conflict", *combinations(days, 2), ("1 am 3. Mai", "4 am 5. Mai"))
    agreeing = found("agree", ("3 am 5. Mai", "4 am 5. Mai"))
    (conflict, _) = gathered([*conflicts, *agreeing], ())
    assert divided(conflict) == [["1 am 3. Mai"], ["2 am 4. Mai"], ["3 am 5. Mai", "4 am 5. Mai"]]


def test_figures_that_differ_never_stand_on_one_side_though_only_a_third_is_sure_to_contradict_them() -> None:
    stated = []
    for number, words in enumerate(("12 Tote", "15 Tote", "18 Tote")):
        made = statement(f"Bei dem Brand gab es {words}.", number)
        mention = Mention(str(number), made.start, made.end, made.text, 0.9, "asserted")
        stated.append(Stated(mention, made, made.values))
    values = [
        DifferingValue(one.mention.article, first.start, first.end, first.text)
        for one in stated
        for first in one.values
    ]
    pairs = [(values[0], values[1]), (values[1], values[2])]
    (conflict,) = gathered([Found("number", Verdict("conflict", ""), pair) for pair in pairs], stated)
    assert divided(conflict) == [["0 12 Tote"], ["1 15 Tote"], ["2 18 Tote"]]


def test_one_day_is_told_once_with_and_without_its_preposition() -> None:
    (conflict,) = gathered(found("conflict", (JUNE, MARCH), ("2 30. Juni", MARCH)), ())
    assert conflict.told() == "date „zum 30. Juni“ / „Schon Ende März“"


def test_a_source_is_not_set_against_itself() -> None:
    def said(article: str, start: int, words: str) -> DifferingValue:
        return DifferingValue(article, start, start + len(words), words)

    eleven, thirteen, twelve = said("1", 10, "elf"), said("1", 60, "13"), said("2", 10, "zwölf")
    sure = Found("number", Verdict("conflict", "a"), (eleven, twelve), sure=2.0)
    less = Found("number", Verdict("conflict", "b"), (thirteen, twelve), sure=1.0)
    kept = without_two_sides([less, sure], [(eleven, thirteen)])
    assert kept == [sure]
    assert without_two_sides([less, sure], []) == [less, sure]
