from dataclasses import replace
from datetime import date

import pytest

from tests.comparison.making import article, value
from tui.comparison.amounts import compare_amounts
from tui.comparison.dates import compare_clocks, compare_dates, hours_of, minutes_apart
from tui.language.model import Value, ValueKind


def amount(
    words: str,
    low: float | None,
    high: float | None,
    unit: str | None,
    approximate: bool = False,
    kind: ValueKind = "quantity",
) -> Value:
    return value(article(words), words, low, high, unit, kind=kind, approximate=approximate)


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (amount("12 Tote", 12, 12, "Tote"), amount("15 Tote", 15, 15, "Tote"), "conflict"),
        (
            amount("35 Millionen Euro", 35e6, 35e6, "EUR", kind="money"),
            amount("3,5 Millionen Euro", 3.5e6, 3.5e6, "EUR", kind="money"),
            "conflict",
        ),
        (amount("157 Zentimeter", 157, 157, "Zentimeter"), amount("1,55 Meter", 1.55, 1.55, "Meter"), "conflict"),
        (
            amount("dreieinhalb Milliarden Standorte", 3.5e9, 3.5e9, "Standorte"),
            amount("3,6 Milliarden Standorte", 3.6e9, 3.6e9, "Standorte"),
            "compatible",
        ),
        (
            amount("acht Euro", 8, 8, "EUR", kind="money"),
            amount("7,99 Euro", 7.99, 7.99, "EUR", kind="money"),
            "compatible",
        ),
        (
            amount("71,3 Kilometer", 71.3, 71.3, "Kilometer"),
            amount("71,28 Kilometer", 71.28, 71.28, "Kilometer"),
            "compatible",
        ),
        (amount("4,7 Tonnen", 4.7, 4.7, "Tonnen"), amount("4,72 Tonnen", 4.72, 4.72, "Tonnen"), "compatible"),
        (amount("71,3 Kilometer", 71.3, 71.3, "Kilometer"), amount("72 Kilometer", 72, 72, "Kilometer"), "conflict"),
        (amount("2:1", 1, 2, "score"), amount("6:3", 3, 6, "score"), "conflict"),
        (amount("5:0", 0, 5, "score"), amount("0:5", 0, 5, "score"), "agree"),
        (amount("5:0", 0, 5, "score"), amount("5:1", 1, 5, "score"), "conflict"),
        (amount("Tempo 94", 94, 94, "km/h"), amount("94 Kilometern", 94, 94, "Kilometern"), "agree"),
        (amount("12 Tote", 12, 12, "Tote"), amount("zwölf Todesopfer", 12, 12, "Todesopfer"), "agree"),
        (
            amount("rund 10.000 GPUs", 10000, 10000, "GPUs", True),
            amount("10.000 GPUs", 10000, 10000, "GPUs"),
            "compatible",
        ),
        (
            amount("bis zu 10.000 GPUs", None, 10000, "GPUs", True),
            amount("10.000 GPUs", 10000, 10000, "GPUs"),
            "compatible",
        ),
        (amount("Tausende GPUs", 2000, None, "GPUs", True), amount("10.000 GPUs", 10000, 10000, "GPUs"), "compatible"),
        (
            amount("Tausende Menschen", 2000, None, "Menschen", True),
            amount("500 Menschen", 500, 500, "Menschen"),
            "conflict",
        ),
        (amount("drei Tage", 3, 3, "day"), amount("72 Stunden", 72, 72, "hour"), "agree"),
        (amount("5 Prozent", 5, 5, "%", kind="percent"), amount("7 Prozent", 7, 7, "%", kind="percent"), "conflict"),
        (amount("1 Euro", 1, 1, "EUR", kind="money"), amount("2 Euro", 2, 2, "EUR", kind="money"), "conflict"),
    ],
)
def test_amounts_relate_by_what_they_mean(first: Value, second: Value, relation: str) -> None:
    verdict = compare_amounts(first, second)
    assert verdict is not None
    assert verdict.relation == relation
    assert first.text in verdict.reason
    assert second.text in verdict.reason


def degrees(words: str, amount_: float) -> Value:
    return amount(words, amount_, amount_, "Grad")


def per_cent(words: str, amount_: float) -> Value:
    return amount(words, amount_, amount_, "%", kind="percent")


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        (degrees("minus 12 Grad", -12), degrees("plus 12 Grad", 12), "conflict"),
        (degrees("minus 12 Grad", -12), degrees("12 Grad", 12), "conflict"),
        (degrees("minus 12 Grad", -12), degrees("12 Grad unter null", -12), "agree"),
        (degrees("minus 12 Grad", -12), degrees("minus 14 Grad", -14), "conflict"),
        (per_cent("-3 Prozent", -3), per_cent("3 Prozent", 3), "agree"),
        (per_cent("-3 Prozent", -3), per_cent("plus 3 Prozent", 3), "conflict"),
        (
            amount("rund minus 20 Grad", -20, -20, "Grad", True),
            degrees("minus 18,5 Grad", -18.5),
            "compatible",
        ),
    ],
)
def test_amounts_below_zero_differ_from_those_above_unless_a_verb_may_say_so(
    first: Value, second: Value, relation: str
) -> None:
    for one, other in ((first, second), (second, first)):
        verdict = compare_amounts(one, other)
        assert verdict is not None and verdict.relation == relation


@pytest.mark.parametrize("words", ["dreieinhalb Kilometer", "0,1 Kilometer"])
@pytest.mark.parametrize("low", [0.0, 1e400, -4.0])
def test_nothing_infinite_or_at_zero_is_a_rounded_amount(words: str, low: float) -> None:
    verdict = compare_amounts(amount(words, 3.5, 3.5, "Kilometer"), amount("x Kilometer", low, low, "Kilometer"))
    assert verdict is None or verdict.relation in ("conflict", "agree")


def test_a_handful_and_half_a_dozen_do_not_contradict() -> None:
    handful = amount("eine Handvoll Ingenieure", 3, 7, "Ingenieure", True)
    half_dozen = amount("etwa ein halbes Dutzend Ingenieure", 6, 6, "Ingenieure", True)
    verdict = compare_amounts(handful, half_dozen)
    assert verdict is not None
    assert verdict.relation == "compatible"


def test_sums_that_are_far_from_each_other_measure_two_things() -> None:
    sums = [amount(f"{low} Euro", low, low, "EUR", kind="money") for low in (3000, 30_000, 14_000)]
    assert compare_amounts(sums[0], sums[1]) is None
    assert compare_amounts(sums[0], sums[2]) is None


def test_counts_of_different_things_are_not_compared() -> None:
    assert compare_amounts(amount("12 Tote", 12, 12, "Tote"), amount("15 Verletzte", 15, 15, "Verletzte")) is None


def test_sums_in_different_currencies_are_not_compared() -> None:
    euros = amount("5 Euro", 5, 5, "EUR", kind="money")
    assert compare_amounts(euros, amount("6 Dollar", 6, 6, "USD", kind="money")) is None


def weekday(words: str, number: int) -> Value:
    return amount(words, None, None, f"weekday:{number}", kind="date")


def day(words: str, first: date, last: date | None = None) -> Value:
    return amount(words, first.toordinal(), (last or first).toordinal(), "day", kind="date")


def test_different_weekdays_possibly_conflict() -> None:
    verdict = compare_dates(weekday("Mittwochabend", 3), weekday("Sonntagabend", 7))
    assert verdict is not None
    assert verdict.relation == "conflict"
    assert "Wednesday and Sunday" in verdict.reason


def test_a_weekday_agrees_with_the_calendar_day_that_falls_on_it() -> None:
    verdict = compare_dates(weekday("am Mittwoch", 3), day("6. November 2024", date(2024, 11, 6)))
    assert verdict is not None
    assert verdict.relation == "agree"


def test_a_day_is_compatible_with_its_month_and_conflicts_with_another_day() -> None:
    fifteenth = day("15. Januar", date(2025, 1, 15))
    january = day("im Januar", date(2025, 1, 1), date(2025, 1, 31))
    inside, other = compare_dates(fifteenth, january), compare_dates(fifteenth, day("16. Januar", date(2025, 1, 16)))
    assert inside is not None
    assert inside.relation == "compatible"
    assert other is not None
    assert other.relation == "conflict"


def test_a_rough_date_may_be_the_day_soon_after_it_but_none_far_from_it() -> None:
    rough = replace(day("Ende 2026", date(2026, 9, 1), date(2026, 12, 31)), approximate=True)
    assert compare_dates(rough, day("2. Februar 2027", date(2027, 2, 2))) is None
    far = compare_dates(rough, day("30. Juni 2027", date(2027, 6, 30)))
    assert far is not None and far.relation == "conflict"


def clock(words: str, minute: str, approximate: bool = False) -> Value:
    return amount(words, None, None, f"time:{minute}", approximate, kind="date")


@pytest.mark.parametrize(
    ("first", "second", "apart"),
    [
        (clock("halb acht", "07:30"), clock("19.30 Uhr", "19:30"), 0),
        (clock("halb acht", "07:30"), clock("7.30 Uhr", "07:30"), 0),
        (clock("halb acht", "19:30"), clock("7.30 Uhr", "07:30"), 720),
        (clock("9.30 Uhr", "09:30"), clock("21.30 Uhr", "21:30"), 720),
        (clock("kurz vor Mitternacht", "00:00", True), clock("23.50 Uhr", "23:50"), 10),
    ],
)
def test_a_time_in_words_may_be_in_either_half_of_the_day(first: Value, second: Value, apart: int) -> None:
    assert minutes_apart(first, second) == minutes_apart(second, first) == apart
    assert apart > 20 or compare_clocks(first, second, True).relation == "agree"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("words", "hour"),
    [
        ("am Donnerstagnachmittag", 15),
        ("in den Morgenstunden", 7),
        ("zur Mittagszeit", 12),
        ("heute morgen", 7),
        ("am Morgen danach", 7),
        ("am frühen Montag", 3),
        ("montags abends", 20),
    ],
)
def test_a_part_of_the_day_is_known_at_the_end_of_a_compound(words: str, hour: int) -> None:
    assert hour in hours_of(words) and len(hours_of(words)) < 24


@pytest.mark.parametrize(
    "words",
    [
        "im Frühjahr",
        "ein Nachteil für alle",
        "im Nachtrag",
        "das war früher",
        "sie reist morgen ab",
        "Morgen reist sie ab",
        "ein Frühstück",
        "am Sonnabend",
        "übermorgen",
        "der Abendhimmel",
    ],
)
def test_words_that_begin_like_a_part_of_the_day_name_none(words: str) -> None:
    assert len(hours_of(words)) == 24
