"""What is known about an article beside its text: title, source, author, date, address, language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date, time

_KEYS = {
    field: tuple(names.split())
    for field, names in {
        "title": "title titel headline überschrift",
        "source": "source quelle site sitename site_name publisher medium zeitung outlet source-hostname "
        "meta_site_name source_domain",
        "author": "author authors autor autoren autorin byline creator",
        "published": "published date datum publish_date published_at date_publish veröffentlicht date_published "
        "published_date datepublished publishedat pubdate",
        "url": "url address adresse link source_url canonical canonical_link",
        "language": "language lang sprache meta_lang inlanguage",
    }.items()
}
"""Names under which other tools and people write each field, the first that is there wins."""

_LONGEST_VALUE = 2_000
"""Code points that are kept of a value."""
_LONGEST_DATE = 100
"""Code points up to which a value can be a date in words."""
_MOST_ITEMS = 50
"""Items that are kept of a list."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """The fields of an article's description; None where nothing is known."""

    title: str | None = None
    source: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    undated: str | None = None
    """Words given as the date that are none."""

    def completed_by(self, other: Metadata) -> Metadata:
        """This description with its gaps filled from another one."""
        return Metadata(**{f.name: getattr(self, f.name) or getattr(other, f.name) for f in fields(self)})


def metadata_from(values: Mapping[str, object]) -> Metadata:
    """Picks the known fields out of loose keys; what is not a string, number, date or list of them is left out."""
    plain = {str(key).strip().casefold(): value for key, value in values.items()}
    found = {
        name: next((text for key in keys if (text := _words(plain.get(key)))), None) for name, keys in _KEYS.items()
    }
    given = found["published"]
    found["published"] = iso_date(given) or _german_date(given)
    return Metadata(**found, undated=None if found["published"] else given)


def _words(value: object) -> str | None:
    if isinstance(value, list | tuple):
        # Flat and short: aliases in YAML let a few bytes stand for lists of any depth and length.
        plain = [item for item in value[:_MOST_ITEMS] if not isinstance(item, list | tuple)]
        return ", ".join(words for item in plain if (words := _words(item))) or None
    if value is None or isinstance(value, bool | dict | bytes):
        return None
    words = " ".join(str(value).split())[:_LONGEST_VALUE]
    return words or None


def iso_date(words: str | None) -> str | None:
    """An ISO 8601 date or date-time; German ``31.12.2024`` and dates of mails are turned; None of anything else.

    A day that no calendar has is none, and a day with an impossible time is the day alone.
    """
    if not words:
        return None
    iso = re.match(
        r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)(?:[T ](\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?))?", words
    )
    iso = iso or re.match(r"(\d{4})(\d{2})(\d{2})(?!\d)()", words)
    if iso:
        year, month, day, clock = iso.groups()
    else:
        german = re.match(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?:[ ,]+(\d{1,2}:\d{2})(?: Uhr)?)?$", words)
        if not german:
            return _mail_date(words)
        day, month, year, clock = german.groups()
    try:
        day_alone = date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
    clock = clock and re.sub(r"^(?=\d:)", "0", clock)
    return f"{day_alone}T{clock}" if clock and _is_time(clock) else day_alone


def _is_time(clock: str) -> bool:
    try:
        time.fromisoformat(clock)
    except ValueError:
        return False
    return True


def _german_date(words: str | None) -> str | None:
    """A date as people write it, ``12. März 2024, 14:05 Uhr``."""
    if not words or len(words) > _LONGEST_DATE or not re.search(r"\d{4}|\d\. ?\d", words):
        return None
    # That module needs this one.
    from tui.articles.dates import written_date

    return written_date(words)


def _mail_date(words: str) -> str | None:
    """A date as mails and feeds write it, ``Fri, 14 Apr 2023 12:00:00 +0200`` (RFC 5322, section 3.3)."""
    if not re.match(r"(?:[A-Z][a-z]{2}, *)?\d{1,2} [A-Z][a-z]{2} \d{4} \d", words):
        return None
    # 10 ms to import; dates of this kind stand in mails and feeds alone.
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(words).isoformat()
    except (ValueError, OverflowError):
        return None
