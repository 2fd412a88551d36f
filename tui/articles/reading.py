"""Paths and bytes become articles: decoding, metadata and blocks put together, troubles collected in words."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from tui.articles.blocks import find_blocks, repeated_lines
from tui.articles.decoding import Unreadable, decode
from tui.articles.files import find_files, read_file, reason
from tui.articles.front_matter import split_front_matter
from tui.articles.hashes import hashed
from tui.articles.metadata import Metadata
from tui.articles.model import Article, Problem, Reading
from tui.articles.sidecars import Sidecars


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded text with what its file says about it."""

    text: str
    metadata: Metadata


def read_paths(paths: Sequence[Path]) -> Reading:
    """Reads files and folders; what cannot be read is named in ``Reading.problems`` and the rest goes on."""
    found, problems = find_files(paths)
    documents: list[tuple[str, str, Document]] = []
    sidecars = Sidecars()
    for file in found:
        try:
            document = _document(read_file(file.path), file.shown)
            known = document.metadata.completed_by(sidecars.of(file.path))
            documents.append((file.shown, str(file.folder), replace(document, metadata=known)))
        except Unreadable as error:
            problems.append(Problem(file.shown, error.sentence))
        except (OSError, ValueError) as error:
            problems.append(Problem(file.shown, reason(error)))
    return Reading(_articles(documents), (*problems, *sidecars.problems))


def read_bytes(data: bytes, name: str = "-") -> Article:
    """One article from bytes, such as standard input.

    Args:
        data: the whole input, in any of the character sets that files may have.
        name: what the article is called; an ending ``.md`` makes front matter metadata.

    Raises:
        Unreadable: the input is empty or binary.
    """
    return _articles([(name, "", _document(data, name))])[0]


def read_named_bytes(contents: Iterable[tuple[str, bytes]], folder: str) -> Reading:
    """Articles from names and bytes, as if they lay in one folder."""
    documents: list[tuple[str, str, Document]] = []
    problems: list[Problem] = []
    for name, data in contents:
        try:
            documents.append((name, folder, _document(data, name)))
        except Unreadable as error:
            problems.append(Problem(name, error.sentence))
    return Reading(_articles(documents), tuple(problems))


def _document(data: bytes, name: str) -> Document:
    text = decode(data).text
    if PurePath(name).suffix.lower() in (".md", ".markdown"):
        metadata, text = split_front_matter(text)
        return Document(text, metadata)
    return Document(text, Metadata())


def _articles(documents: Sequence[tuple[str, str, Document]]) -> tuple[Article, ...]:
    articles = []
    repeated = repeated_lines([document.text for _, _, document in documents])
    for shown, folder, document in documents:
        text, known = document.text, document.metadata
        layout = find_blocks(text, known.title, repeated)
        articles.append(
            Article(
                id=hashed(text, known.url or shown),
                path=shown,
                text=text,
                text_sha256=_digest(text),
                title=layout.title,
                title_origin=layout.title_origin,
                blocks=layout.blocks,
                source=known.source,
                author=known.author or layout.author,
                published=known.published,
                url=known.url,
                language=known.language or "de",
                folder=folder,
            )
        )
    return tuple(articles)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
