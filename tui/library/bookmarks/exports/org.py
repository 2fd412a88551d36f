"""Org, for Emacs: a heading per article and passage, properties, and quote blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tui.library.bookmarks.citing import by_article, conflict_lines, one_line, others_of, plain, source_of, title_of
from tui.library.bookmarks.model import Bookmark


def _body(text: str) -> str:
    """Text inside a block: lines that Org would read as its own get a comma, which Org removes."""
    return re.sub(r"^(,*)(\*|#\+)", r",\1\2", plain(text).strip("\n"), flags=re.MULTILINE)


def _paragraph(text: str) -> str:
    """Text outside a block: a zero-width space keeps a line from being a heading or keyword, as the manual advises."""
    return re.sub(r"^(\*|#|:)", "\u200b\\1", plain(text).strip(), flags=re.MULTILINE)


def _heading(text: str) -> str:
    # A heading that ends in :words: would have tags, one that begins with TODO a state.
    return re.sub(r":([\w@#%:]+):\s*$", r"\1", re.sub(r"^(TODO|DONE)\b", "\u200b\\1", one_line(text)))


def _tags(tags: Sequence[str]) -> str:
    names = [re.sub(r"[^\w@#%]+", "_", one_line(tag)) for tag in tags]
    return f" :{':'.join(names)}:" if names else ""


def _properties(**values: str | None) -> list[str]:
    lines = [f":{name.upper()}: {one_line(value)}" for name, value in values.items() if value]
    return [":PROPERTIES:", *lines, ":END:"] if lines else []


def to_org(bookmarks: Sequence[Bookmark]) -> str:
    """The bookmarks as an Org file, by article and position."""
    lines: list[str] = []
    for article, group in by_article(bookmarks):
        lines.append(f"* {_heading(title_of(article))}")
        lines += _properties(
            source=source_of(article),
            author=article.author,
            url=article.url,
            file=None if article.url else article.path,
            published=article.published,
        )
        for bookmark in group:
            words = one_line(bookmark.exact)
            short = words if len(words) <= 60 else words[:59].rstrip() + "…"
            lines.append(f"** {_heading(short)}{_tags(bookmark.tags)}")
            lines += _properties(
                id=bookmark.id,
                created=bookmark.created,
                kind=bookmark.kind,
                speaker=bookmark.speaker,
                position=f"{bookmark.start}-{bookmark.end}",
            )
            lines += ["#+begin_quote", _body(bookmark.exact), "#+end_quote"]
            if bookmark.note:
                lines.append(_paragraph(bookmark.note))
            lines += [f"- {line}" for line in conflict_lines(bookmark)]
            lines += [f"- {name} :: {words}" for name, words in others_of(bookmark)]
        lines.append("")
    return "\n".join(lines)
