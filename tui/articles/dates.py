"""When an article was published, out of the ways in which German pages write it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone

from tui.articles.metadata import iso_date
from tui.articles.patterns import pattern

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("jan", "januar", "jän", "jänner"),
            ("feb", "februar"),
            ("mär", "mrz", "märz"),
            ("apr", "april"),
            ("mai",),
            ("jun", "juni"),
            ("jul", "juli"),
            ("aug", "august"),
            ("sep", "sept", "september"),
            ("okt", "oktober"),
            ("nov", "november"),
            ("dez", "dezember"),
        ),
        1,
    )
    for name in names
}
_TIME = r"(?:[\s,–|•·-]{0,4}(?:um )?(?:(\d{1,2})[:.](\d{2})(?::\d{2})?(?: Uhr| ?h\b|\b(?!\.\d))|(\d{1,2}) Uhr))?"
_WRITTEN = pattern(
    rf"\b(\d{{1,2}})\.?\s?({'|'.join(sorted(_MONTHS, key=len, reverse=True))})\.?,?\s(\d{{4}}){_TIME}", re.IGNORECASE
)
_FIGURES = pattern(rf"\b(\d{{1,2}})\.\s?(\d{{1,2}})\.\s?(\d{{4}}|\d{{2}})\b{_TIME}")
_ISO = pattern(r"\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?")
_CHANGED = pattern(
    r"(?:aktualisiert|update[d]?|geändert|stand|letzte änderung|zuletzt)(?: am| vom| um)?:?\s*(?:\w{2,10},?\s)?$",
    re.IGNORECASE,
)


def machine_date(words: str | None) -> str | None:
    """An ISO date or date-time out of a field made for programs, in German time; None where there is none."""
    if not words:
        return None
    found = _ISO.search(words.strip()[:100])
    if found:
        return in_german_time(iso_date(found.group()))
    return written_date(words[:100])


def written_date(words: str) -> str | None:
    """The date that a line for readers gives: the first that is not said to be one of a change, else the first."""
    changed = None
    for found in sorted((*_WRITTEN.finditer(words), *_FIGURES.finditer(words)), key=lambda match: match.start()):
        date = _date(*found.groups())
        if date and not _CHANGED.search(words[: found.start()]):
            return date
        changed = changed or date
    return changed


def _date(day: str, month: str, year: str, hour: str | None, minute: str | None, full: str | None) -> str | None:
    number = _MONTHS.get(month.lower()) or (int(month) if month.isdecimal() else 0)
    whole = int(year) + (0 if len(year) == 4 else 2000 if int(year) < 70 else 1900)
    clock = (int(hour or full or 0), int(minute or 0))
    try:
        moment = datetime(whole, number, int(day), *clock)
    except ValueError:
        return None
    return moment.isoformat(timespec="minutes") if hour or full else moment.date().isoformat()


def in_german_time(iso: str | None) -> str | None:
    """A date-time in UTC as the same moment in German time, so that one late in the evening keeps its day.

    The clocks change at 1:00 UTC on the last Sundays of March and October (directive 2000/84/EC); dates before 1996,
    and those with another offset, stay as they are.
    """
    if not iso or not re.search(r"T.*(?:Z|[+-]00:?00)$", iso):
        return re.sub(r"(?<=\d[+-]\d\d)(?=\d\d$)", ":", iso) if iso and "T" in iso else iso
    try:
        moment = datetime.fromisoformat(iso.replace("Z", "+00:00"))
    except ValueError:
        return iso
    if moment.year < 1996:
        return iso
    summer = _last_sunday(moment.year, 3) <= moment < _last_sunday(moment.year, 10)
    local = moment.astimezone(timezone(timedelta(hours=2 if summer else 1)))
    return local.isoformat(timespec="seconds")


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month, 31, 1, tzinfo=UTC)
    return last - timedelta(days=(last.weekday() + 1) % 7)
