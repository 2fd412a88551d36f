"""The dates that the texts name, in order; those that cannot be placed on the calendar as they are written."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import ClassVar

from tui.language.model import Value
from tui.library.counting import plural
from tui.reader.commands import Place
from tui.reader.outline import Branch, Leaf
from tui.reader.screens.outline import OutlineScreen

MONTHS = (
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
    "Dezember",
)  # fmt: skip

_DAY_OF_YEAR, _TIME = "month-day:", "time:"
AS_WRITTEN, NO_YEAR = "as written", "no year told"
"""How the notes of dates begin that cannot be placed."""

Told = tuple[str, Value]


class TimelineScreen(OutlineScreen):
    """Days, months and years, with the sentences that name them."""

    PLACE: ClassVar[Place] = "timeline"
    COUNTED: ClassVar[tuple[str, str]] = ("date", "dates")

    def outline(self) -> tuple[Branch, ...]:
        """A branch for each date."""
        placed: defaultdict[tuple[int, int], list[Told]] = defaultdict(list)
        written: defaultdict[str, list[Told]] = defaultdict(list)
        for article in self.desk.order:
            analysis = self.desk.analyses.get(article.id)
            for value in analysis.values if analysis is not None else ():
                if value.kind != "date":
                    continue
                if (
                    value.low is not None
                    and value.high is not None
                    and 1 <= value.low <= value.high <= date.max.toordinal()
                ):
                    placed[int(value.low), int(value.high)].append((article.id, value))
                else:
                    written[_as_told(value)].append((article.id, value))
        dates = [self._branch(calendar_words(*span) or told[0][1].text, told) for span, told in sorted(placed.items())]
        loose = [self._loose(told) for _, told in sorted(written.items(), key=_order)]
        return (*dates, *loose)

    def _loose(self, told: list[Told]) -> Branch:
        """A date that cannot be placed: a day without its year, or the words of the texts, as those of a feast."""
        day = next((day for _, value in told if (day := _yearless(value))), "")
        lead = f"{NO_YEAR if day else AS_WRITTEN} {self.rows.signs.dot} "
        return self._branch(day or self.rows.signs.quoted(told[0][1].text), told, lead)

    def _branch(self, head: str, told: list[Told], lead: str = "") -> Branch:
        articles = len({article for article, _ in told})
        spread = f"in {plural(articles, 'article')}"
        return Branch(head, f"{lead}{plural(len(told), 'time')} {spread}", tuple(self._leaf(*one) for one in told))

    def _leaf(self, article: str, value: Value) -> Leaf:
        text = self.desk.by_id[article]
        start, end = self.sentence_around(text, value.start, value.end)
        return Leaf(article, value.start, value.end, text.text[start:end], (value.start - start, value.end - start))

    def summary(self) -> str:
        """How many dates."""
        loose = sum(branch.note.startswith((AS_WRITTEN, NO_YEAR)) for branch in self.branches)
        dates = len(self.branches) - loose
        if not self.branches:
            return "No dates found yet"
        if not dates:
            return f"{plural(loose, 'date')}, only as the texts write them"
        words = f"{plural(dates, 'date')} on the calendar"
        return words + (f", {loose} only as the texts write them" if loose else "")


def calendar_words(low: int, high: int) -> str:
    """A span of days as all screens write dates: a day, a month, a year, some years; empty where it is none."""
    first, last = date.fromordinal(low), date.fromordinal(high)
    if first == last:
        return first.isoformat()
    after = date.fromordinal(high + 1) if high < date.max.toordinal() else last
    if first.day == 1 and after.day == 1:
        if first.month == 1 and after.month == 1:
            return str(first.year) if after.year == first.year + 1 else f"{first.year} to {last.year}"
        if (first.year, first.month) == (last.year, last.month):
            return first.isoformat()[:7]
    return ""


def _order(item: tuple[str, list[Told]]) -> tuple[bool, str, int, str]:
    """Times of day first, by the clock, since they tell what followed what; others by how often they stand."""
    words, told = item
    unit = told[0][1].unit or ""
    timed = unit.startswith(_TIME)
    return not timed, unit if timed else "", -len(told), words


def _as_told(value: Value) -> str:
    """What tells a date that cannot be placed from others: a day of the month by itself, however it is written.

    A capital letter or "am" at the beginning of a sentence makes no other date.
    """
    if value.unit is not None and value.unit.startswith(_DAY_OF_YEAR) and not value.approximate:
        return value.unit
    words = value.text.casefold().split()
    return " ".join(words[1:] if words[0] in ("am", "im") and len(words) > 1 else words)


def _yearless(value: Value) -> str:
    """A day without its year in German words; empty for other dates and for feasts."""
    unit = value.unit or ""
    if not unit.startswith(_DAY_OF_YEAR) or value.approximate or not any(sign.isdigit() for sign in value.text):
        return ""
    month, day = unit.removeprefix(_DAY_OF_YEAR).split("-")
    return f"{int(day)}. {MONTHS[int(month) - 1]}"
