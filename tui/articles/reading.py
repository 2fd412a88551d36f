"""Paths and bytes become articles: formats, metadata and blocks put together, troubles collected in words."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from tui.articles.blocks import find_blocks, provenance, repeated_lines, signed
from tui.articles.dates import written_date
from tui.articles.decoding import Unreadable
from tui.articles.extracting import extract, within
from tui.articles.files import Found, find_files, read_file, reason
from tui.articles.formats.registry import GROUP, added
from tui.articles.hashes import hashed
from tui.articles.language import language_of
from tui.articles.metadata import Metadata
from tui.articles.model import Article, Problem, Reading
from tui.articles.sidecars import Sidecars

MOST_ARTICLES = 50_000
"""Articles of one file that are read; a line of JSON can be one, so that a file of megabytes could hold millions."""
MOST_NOTED = 3
"""Articles of one file of which the same is noted one by one."""
_UNDATED = "The date given for it was not understood; write it as 2024-03-12 or 12.03.2024."


class Document(NamedTuple):
    """A text with what its file says about it, and where it lies."""

    path: str
    """As ``Article.path``."""
    folder: str
    """As ``Article.folder``."""
    text: str
    metadata: Metadata


def read_paths(paths: Sequence[Path]) -> Reading:
    """Reads files and folders; what cannot be read is named in ``Reading.problems`` and the rest goes on."""
    found, problems = find_files(paths)
    documents: list[Document] = []
    sidecars = Sidecars()
    for file in found:
        for one in documents_in(file, sidecars):
            if isinstance(one, Problem):
                problems.append(one)
            else:
                documents.append(one)
    return Reading(_articles(documents), (*problems, *sidecars.problems, *format_failures()))


def documents_in(file: Found, sidecars: Sidecars) -> Iterator[Document | Problem]:
    """The texts of one file, and what in it could not be read."""
    try:
        data = read_file(file.path)
    except (OSError, ValueError) as error:
        yield Problem(file.shown, reason(error))
    else:
        yield from _documents(data, file.shown, str(file.folder), sidecars.of(file.path, file.folder))


def read_bytes(data: bytes, name: str = "-") -> Article:
    """The first article in bytes.

    Args:
        data: the whole input, in any of the formats and character sets that files may have.
        name: what the article is called; its ending tells the format where the first bytes do not.

    Raises:
        Unreadable: the input is empty or binary, or holds no article.
    """
    reading = read_named_bytes([(name, data)])
    if not reading.articles:
        raise Unreadable(reading.problems[0].sentence if reading.problems else "There is no article in it.")
    return reading.articles[0]


def read_named_bytes(contents: Iterable[tuple[str, bytes]], folder: str = "") -> Reading:
    """Articles from names and bytes, such as standard input, as if they lay in one folder."""
    documents: list[Document] = []
    problems: list[Problem] = []
    for name, data in contents:
        for one in _documents(data, name, folder, Metadata()):
            if isinstance(one, Problem):
                problems.append(one)
            else:
                documents.append(one)
    return Reading(_articles(documents), tuple(problems))


def _documents(data: bytes, name: str, folder: str, beside: Metadata) -> Iterator[Document | Problem]:
    """The texts of one file, completed by what is said beside it, with problems under the names of their members."""
    # Title and address of a file that holds many articles are not those of each.
    shared = replace(beside, title=None, url=None)
    count = 0
    notes: Counter[str] = Counter()
    for one in extract(data, name):
        if isinstance(one, Problem):
            yield replace(one, path=within(name, one.path))
            continue
        count += 1
        if count > MOST_ARTICLES:
            yield Problem(name, f"The file holds more than {MOST_ARTICLES:,} articles; the rest was not read.")
            break
        path = within(name, one.member)
        known = one.metadata.completed_by(shared if one.member else beside)
        yield Document(path, folder, one.text, known)
        undated = known.undated and not known.published
        for note in (*one.notes, _UNDATED) if undated else one.notes:
            notes[note] += 1
            if notes[note] <= MOST_NOTED:
                yield Problem(path, note, mended=True)
    for note, times in notes.items():
        if times > MOST_NOTED:
            yield Problem(name, f"The same of {times - MOST_NOTED:,} more articles of this file: {note}", mended=True)


def format_failures() -> tuple[Problem, ...]:
    """What is wrong with formats of other packages, where they were looked for at all."""
    return tuple(Problem(GROUP, sentence) for sentence in added().failures) if added.cache_info().currsize else ()


def _articles(documents: Sequence[Document]) -> tuple[Article, ...]:
    return articles_from(documents, repeated_lines([document.text for document in documents]), set())


def articles_from(documents: Iterable[Document], repeated: frozenset[str], ids: set[str]) -> tuple[Article, ...]:
    """Documents become articles.

    Args:
        documents: what was read.
        repeated: letters of lines that stand in several articles, see ``find_blocks``.
        ids: ids that are given already; those of the articles are added.
    """
    articles = []
    for document in documents:
        text = document.text
        layout = find_blocks(text, document.metadata.title, repeated)
        known = document.metadata.completed_by(layout.told)
        origin = provenance(text, layout.blocks)
        id = hashed(text, known.url or document.path)
        if id in ids:
            # The same text from the same address, in two files.
            id = hashed(text, known.url or "", document.folder, document.path)
        ids.add(id)
        articles.append(
            Article(
                id=id,
                path=document.path,
                text=text,
                text_sha256=_digest(text),
                title=layout.title,
                title_origin=layout.title_origin,
                blocks=layout.blocks,
                source=known.source,
                author=known.author or layout.author,
                published=known.published or (written_date(origin.date) if origin.date else None),
                url=known.url,
                language=language_of(text, layout.blocks, known.language),
                agencies=_agencies(origin.agencies, known),
                place=origin.place,
                folder=document.folder,
            )
        )
    return tuple(articles)


def _agencies(credited: Sequence[str], known: Metadata) -> tuple[str, ...]:
    """The agencies that the text credits, those among its authors, and the one that it is copy of."""
    return tuple(dict.fromkeys((*credited, *signed(known.author or ""), *signed(known.source or ""))))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
