"""What press databases, agencies and mails print round an article in plain text: lines that say where it is from.

``Quelle: …``, ``Ressort: …`` and ``Load-Date: …`` of Genios, LexisNexis and the PMG, ``Beispielblatt vom 12.03.2024,
Seite 5``, the head and the notes of dpa's wire, the head of a mail. They are folded, and they tell the article's title,
source, author, date and address. A programme, a hike or a book has such lines as well, so that a text is taken for one
of a database only by labels that nobody else writes, or by two labels before its first paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from tui.articles.agencies import agencies_named
from tui.articles.blocks.wrapping import ends_sentence
from tui.articles.dates import written_date
from tui.articles.metadata import Metadata, iso_date
from tui.articles.model import Role
from tui.articles.patterns import pattern

if TYPE_CHECKING:
    from tui.articles.blocks.stretches import Stretch

_TOLD = {
    "title": "titel überschrift headline betreff subject",
    "source": "quelle publikation zeitung medium publication source",
    "author": "autor autorin autoren byline",
    "published": "datum erscheinungsdatum erscheinungstag gesendet date sent",
    "url": "url weblink dauerhafte_adresse_des_dokuments",
}
_FIELDS = {label.replace("_", " "): field for field, labels in _TOLD.items() for label in labels.split()}
_DATABASE = frozenset(
    "ressort rubrik section load-date dokumentnummer publication-type zeitungs-code journal-code gattung "  # noqa: SIM905
    "urheberinformation auflage reichweite seitentitel quellrubrik".split()
)
"""Labels that databases alone write."""
_OTHER = frozenset(
    "update seite page länge length sprache language ausgabe nummer jahrgang wörter ort dateline highlight "  # noqa: SIM905
    "graphic abbildung issn copyright von an cc from to kategorie schlagwörter".split()
)
_WORKS = frozenset("verlag isbn regie preis seiten label übersetzung übersetzer laufzeit".split())  # noqa: SIM905
"""Labels of a book, a film or a record, whose title and author are not the article's."""
_LABELLED = pattern(r"(?:^|\s{3,}|\t)([A-ZÄÖÜ][^\W\d_]+(?:[ -][^\W\d_]+){0,3})\s?:(?=\s|$)")
_DAY = r"\d{1,2}\.\s?(?:\d{1,2}\.\s?(?:\d{4}|\d{2})|[^\W\d_]{3,9}\.?\s\d{4})"
_REFERENCE = pattern(
    rf"(?P<source>[^\W\d_][^:,]{{1,60}}?)(?P<number>,? (?:Nr\.|Ausgabe|Heft) ?\d{{1,4}}(?:/\d{{2,4}})?)?"
    rf"(?:,? vom|,| \|)\s+(?:[^\W\d_]{{2,10}}[.,]{{0,2}} )?(?P<date>{_DAY})(?P<rest>[,;/ |].*)?$"
)
"""A paper, its day and mostly its page: "Beispielblatt Nr. 61 vom 12.03.2024, Seite 5 / Region"."""
_PAGE = pattern(r"\b(?:S\.|Seite) ?\w?\d{1,3}\b")
_DATE_LINE = pattern(rf"(?:[^\W\d_]{{6,10}},? )?{_DAY}(?: [^\W\d_]{{6,10}})?(?: \d{{1,2}}:\d{{2}} (?:AM|PM) GMT)?$")
COUNT, END = r"(?:[Dd]okument )?\d{1,5} (?:of|von) \d{1,5}(?: documents?| dokumenten?)?", "end of document"
"""What stands before and behind each article of a selection, in letters of any size."""
_COUNTED = pattern(rf"{COUNT}|body|volltext|{END}", re.IGNORECASE)
_COPYRIGHT = pattern(
    r"(?:©|\(c\)|copyright|alle rechte vorbehalten|all rights reserved|[¹²³⁴] von PMG )", re.IGNORECASE
)
_WIRE = pattern(r"[a-z]{3}\d{4} \d [a-z]{2} \d{1,4}\s+dpa(?:-\w+)? \d{4}$")
_WIRE_WORDS = pattern(
    r"(?:[^\s/]+/){2,}(?:[^\s/]+/?)?$|\((?:zusammenfassung|wiederholung|ergänzung|neu)\b.*\)$", re.IGNORECASE
)
_WIRE_NOTES = "dpa-notizblock"
_WIRE_TIME = pattern(r"(\d{2})(\d{2})(\d{2}) ([A-Z][a-zä]{2}) (\d{2})$")
_FORWARDED = pattern(
    r"[-_ ]*(?:weitergeleitete|ursprüngliche|forwarded|original)[- ](?:nachricht|message)[-_ ]*$", re.IGNORECASE
)
_REPLY = pattern(r"(?:(?:wg|aw|fw|fwd|re|wtr)\s?:\s*)+", re.IGNORECASE)
_SOURCE = pattern(
    r"[\w-]+\.(?:de|at|ch|com|net|org)|[^\W\d_][\w .-]{0,30}?(?:funk|radio|zeitung|blatt|bote|kurier|anzeiger|rundschau"
    r"|nachrichten|presse|post|online|magazin|spiegel|stern|welt|ard|zdf|taz|faz)",
    re.IGNORECASE,
)
_LONGEST_LINE = 250
"""Code points up to which a line can be one of these."""
_SHORTEST_PARAGRAPH = 60
"""Code points from which a line that ends a sentence is a paragraph."""
_EDGE = 40
"""Lines at each end that are looked at."""
Rule = tuple[Role, str]
_FOLDED: Rule = ("boilerplate", "line of a press database")


class Printed(NamedTuple):
    """What the lines round an article tell, and which they are."""

    known: Metadata = Metadata()
    rules: Mapping[int, Rule] = MappingProxyType({})


def printed(stretches: Sequence[Stretch]) -> Printed:
    """The lines of a database, an agency's wire or a mail at the edges of a text; none where it is from no such thing.

    Args:
        stretches: the lines and paragraphs of the text.
    """
    wire = next((i for i, one in enumerate(stretches[:3]) if _WIRE.match(one.text)), None)
    if wire is not None:
        return _of_wire(stretches, wire)
    count = len(stretches)
    first = next((i for i in range(count) if _is_paragraph(stretches[i].text)), count)
    last = next((i for i in reversed(range(first, count)) if _is_paragraph(stretches[i].text)), count)
    head = list(range(min(first, _EDGE)))
    tail = list(range(max(last + 1, count - _EDGE), count))
    labels = {index: found for index in (*head, *tail) if (found := _labels(stretches[index].text))}
    before = {label for index in head for label, _ in labels.get(index, ())}
    names = before | {label for index in tail for label, _ in labels.get(index, ())}
    reference = next((i for i in head if _refers(stretches[i].text, bool(names & _DATABASE))), None)
    database = bool(names & _DATABASE) or reference is not None
    if not database and len(names) == 1 and (named := _source_line(stretches, tail, labels)):
        return named
    if not database and names & _WORKS:
        return Printed(rules=dict.fromkeys(labels, ("paragraph", "line about a work")))
    naming = {"title", "source", "author"} & {_FIELDS.get(label) for label in before}
    if not database and (not naming or len(before & (_FIELDS.keys() | _OTHER)) < 2):
        return Printed()
    if not database:
        labels = {index: found for index, found in labels.items() if index in head}
    rules = dict.fromkeys(labels, _FOLDED)
    for index in (*head, *tail):
        if _is_printed(stretches[index].text) or index == reference:
            rules.setdefault(index, _FOLDED)
    told = _told([pair for index in sorted(labels) for pair in labels[index]])
    told = told.completed_by(_referred(stretches[reference].text) if reference is not None else Metadata())
    forwarded = next((i for i in head if _FORWARDED.match(stretches[i].text)), None)
    if forwarded is not None:
        rules |= dict.fromkeys(range(forwarded + 1), _FOLDED)
    if database and not told.source:
        told = told.completed_by(_named_above_date(stretches, head, rules))
    return Printed(told, rules)


def _source_line(
    stretches: Sequence[Stretch], tail: Sequence[int], labels: Mapping[int, list[tuple[str, str]]]
) -> Printed | None:
    """The paper or station in the one labelled line behind an article: "Quelle: Beispielfunk"."""
    index, pairs = next(iter(labels.items()))
    label, words = pairs[0]
    if index not in tail or label != "quelle" or agencies_named(words) or not _SOURCE.fullmatch(words):
        return None
    return Printed(Metadata(source=words), {index: _FOLDED})


def is_printed_alone(text: str) -> bool:
    """Whether a line is one of its own even where lines are wrapped: a label, a paper with its day and page."""
    return bool(_labels(text)) or _is_printed(text) or _refers(text, database=False)


def _is_paragraph(text: str) -> bool:
    return len(text) >= _SHORTEST_PARAGRAPH and ends_sentence(text) and not _labels(text) and not _is_printed(text)


def _labels(text: str) -> list[tuple[str, str]]:
    """The labels of a line with their words; databases set several of them in columns."""
    if len(text) > _LONGEST_LINE or ":" not in text:
        return []
    found = list(_LABELLED.finditer(text))
    ends = [*(one.start() for one in found[1:]), len(text)]
    pairs = [(one[1].casefold(), text[one.end() : end].strip()) for one, end in zip(found, ends, strict=False)]
    known = all(label in _FIELDS or label in _DATABASE or label in _OTHER or label in _WORKS for label, _ in pairs)
    return pairs if found and not found[0].start() and known else []


def _is_printed(text: str) -> bool:
    if len(text) > _LONGEST_LINE:
        return False
    return bool(_COUNTED.fullmatch(text) or _COPYRIGHT.match(text) or _FORWARDED.match(text))


def _refers(text: str, database: bool) -> bool:
    """Whether a line names a paper and its day; without the page only in a text that is known to be a database's."""
    found = _REFERENCE.match(text) if len(text) <= _LONGEST_LINE and not ends_sentence(text) else None
    return found is not None and (database or bool(found["number"] or _PAGE.search(found["rest"] or "")))


def _referred(text: str) -> Metadata:
    found = _REFERENCE.match(text)
    return Metadata(source=found["source"].strip(), published=written_date(found["date"])) if found else Metadata()


def _told(labels: Sequence[tuple[str, str]]) -> Metadata:
    """The fields that the labelled lines tell, the first of each."""
    found: dict[str, str] = {}
    day: str | None = None
    for label, words in labels:
        field = _FIELDS.get(label)
        if not field or not words:
            continue
        if field == "published":
            day = day or iso_date(words) or written_date(words)
        elif field == "source" and (known := _referred(words)).source:
            found.setdefault("source", known.source or "")
            day = day or known.published
        else:
            found.setdefault(field, _REPLY.sub("", words, count=1) if field == "title" else words)
    return Metadata(**{field: " ".join(words.split()) for field, words in found.items()}, published=day)


def _named_above_date(stretches: Sequence[Stretch], head: Sequence[int], rules: dict[int, Rule]) -> Metadata:
    """The paper whose name stands above the day, as LexisNexis sets it; both are folded, and so is the edition."""
    for index in head[1:]:
        name = stretches[index - 1].text
        if index in rules or index - 1 in rules or not _DATE_LINE.match(stretches[index].text):
            continue
        if len(name) > _SHORTEST_PARAGRAPH or ends_sentence(name):
            continue
        rules |= {index - 1: _FOLDED, index: _FOLDED}
        titled = any(other not in rules for other in head[: index - 1])
        labelled = next((other for other in head[index:] if other in rules and other > index), head[-1] + 1)
        rules |= dict.fromkeys(range(index + 1, labelled if titled else labelled - 1), _FOLDED)
        return Metadata(source=name, published=written_date(stretches[index].text))
    return Metadata()


def _of_wire(stretches: Sequence[Stretch], first: int) -> Printed:
    """The head of a report on dpa's wire, and the notes behind it."""
    notes = next((i for i, one in enumerate(stretches) if one.text.casefold() == _WIRE_NOTES), len(stretches))
    rules = dict.fromkeys(range(first + 1), _FOLDED) | dict.fromkeys(range(notes, len(stretches)), _FOLDED)
    for index in range(first + 1, min(first + 5, notes)):
        if _WIRE_WORDS.match(stretches[index].text):
            rules[index] = _FOLDED
    time = _WIRE_TIME.search(stretches[-1].text)
    if not time:
        return Printed(Metadata(), rules)
    day, hour, minute, month, year = time.groups()
    return Printed(Metadata(published=written_date(f"{day}. {month}. 20{year}, {hour}:{minute} Uhr")), rules)
