"""Markdown with front matter and block quotes, in one file or one per article; the templates can be replaced.

Templates are those of Python's `string.Template`: ``$name`` is filled in, everything else stays, and nothing that
stands in a bookmark is ever read as a template.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from string import Template

from tui.library.bookmarks.citing import (
    address_of,
    by_article,
    citation,
    conflict_lines,
    one_line,
    others_of,
    plain,
    source_of,
    title_of,
)
from tui.library.bookmarks.model import Bookmark, BookmarkedArticle
from tui.library.json_text import json_line
from tui.library.markdown import escaped

_SECTION = re.compile(r"^<!-- (article|bookmark) -->[ \t]*\n", re.MULTILINE)

BUILT_IN = """\
<!-- article -->
---
title: $title_yaml
source: $source_yaml
author: $author_yaml
$address_yaml
published: $published_yaml
tags: $tags_yaml
---

# $title

$citation

<!-- bookmark -->
$quote

$details
"""


@dataclass(frozen=True, slots=True)
class MarkdownTemplate:
    """A template for an article's head and one for each of its bookmarks."""

    article: Template
    bookmark: Template


def read_template(text: str) -> MarkdownTemplate:
    """Read a template file: the parts follow lines ``<!-- article -->`` and ``<!-- bookmark -->``.

    Names for both parts: title, source, author, url, file, published, citation and the same with ``_yaml`` at the end
    for front matter, where address_yaml is the line of the url, or of the file where there is no url; for the bookmark
    also quote, text, details, note, tags, speaker, fact, kind, created, id, others,
    position; for the article also tags_yaml.

    Raises:
        ValueError: A part is missing, or a ``$`` is followed by no name.
    """
    parts: dict[str, str] = {}
    pieces = _SECTION.split(text.replace("\r\n", "\n"))
    for name, body in zip(pieces[1::2], pieces[2::2], strict=True):
        parts[name] = body
    if "bookmark" not in parts:
        raise ValueError("the template has no line <!-- bookmark --> before the part for a bookmark")
    made = MarkdownTemplate(Template(parts.get("article", "")), Template(parts["bookmark"]))
    for template in (made.article, made.bookmark):
        if not template.is_valid():
            raise ValueError("the template has a $ that is followed by no name; write $$ for a dollar sign")
    return made


def escape(text: str) -> str:
    """Text that Markdown shows as it is."""
    return "\n".join(map(escaped, plain(text).split("\n")))


def quote(text: str) -> str:
    """Text as a block quote, with its line breaks."""
    return "\n".join(f"> {line}".rstrip() for line in escape(text).strip("\n").split("\n"))


def _yaml(text: str | None) -> str:
    """A text as YAML reads it; JSON strings are YAML strings."""
    return json_line(one_line(text)) if text else "null"


def _article_words(article: BookmarkedArticle, bookmarks: Sequence[Bookmark]) -> Mapping[str, str]:
    tags = sorted({one_line(tag) for bookmark in bookmarks for tag in bookmark.tags})
    url = one_line(article.url)
    words = {
        "title": title_of(article),
        "source": source_of(article),
        "author": one_line(article.author),
        "url": url,
        "file": one_line(article.path),
        "published": one_line(article.published),
        "citation": citation(article),
    }
    shown = {name: escape(value) for name, value in words.items()}
    if re.match(r"https?://[^\s<>]+$", url):
        shown["citation"] = " ".join(part for part in (shown["citation"], f"<{url}>") if part)
    elif not url and (file := address_of(article)):
        shown["citation"] = f"{shown['citation']}, {escape(file)}"
    front = {f"{name}_yaml": _yaml(value) for name, value in words.items()}
    front["address_yaml"] = f"file: {front['file_yaml']}" if words["file"] and not url else f"url: {front['url_yaml']}"
    return {**shown, **front, "tags_yaml": json_line(tags)}


def _bookmark_words(bookmark: Bookmark, article: Mapping[str, str]) -> Mapping[str, str]:
    tags = " ".join("#" + re.sub(r"[^\w/-]+", "-", one_line(tag)).strip("-") for tag in bookmark.tags)
    others = "\n".join(f"- {escape(name)}: {escape(words)}" for name, words in others_of(bookmark))
    note = escape(bookmark.note).strip()
    details = [
        f"— {escape(one_line(bookmark.speaker))}" if bookmark.speaker else "",
        note,
        f"Fact: {escape(one_line(bookmark.fact))}" if bookmark.fact else "",
        *map(escape, conflict_lines(bookmark)),
        f"Other sources:\n\n{others}" if others else "",
        tags,
        f"Kept {escape(one_line(bookmark.created[:10]))}, characters {bookmark.start}–{bookmark.end}.",
    ]
    return {
        **article,
        "quote": quote(bookmark.exact),
        "text": escape(bookmark.exact),
        "details": "\n\n".join(part for part in details if part),
        "note": note,
        "tags": tags,
        "speaker": escape(one_line(bookmark.speaker)),
        "fact": escape(one_line(bookmark.fact)),
        "kind": bookmark.kind,
        "created": one_line(bookmark.created),
        "id": one_line(bookmark.id),
        "others": others,
        "position": f"{bookmark.start}–{bookmark.end}",
    }


def to_markdown_files(bookmarks: Sequence[Bookmark], template: str | None = None) -> dict[str, str]:
    """The bookmarks as one Markdown file per article, by file name.

    Args:
        bookmarks: The bookmarks.
        template: Contents of a template file, see `read_template`; None for the built-in one.

    Raises:
        ValueError: The template cannot be used; the message says why.
    """
    parts = read_template(BUILT_IN if template is None else template)
    files: dict[str, str] = {}
    for article, group in by_article(bookmarks):
        words = _article_words(article, group)
        body = parts.article.safe_substitute(words)
        body += "\n".join(parts.bookmark.safe_substitute(_bookmark_words(one, words)) for one in group)
        name = _file_name(title_of(article))
        if f"{name}.md" in files:
            name += "-" + hashlib.sha256(f"{article.url}\0{article.folder}\0{article.path}".encode()).hexdigest()[:6]
        files[f"{name}.md"] = body.rstrip() + "\n"
    return files


def _file_name(title: str) -> str:
    """A title as a file name on every system."""
    name = re.sub(r"[^\w.-]+", "-", title).strip("-.")[:60].rstrip("-.").lower() or "article"
    reserved = re.fullmatch(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", name)
    return f"_{name}" if reserved else name


def to_markdown(bookmarks: Sequence[Bookmark], template: str | None = None) -> str:
    """The bookmarks as one Markdown text; arguments and errors as of `to_markdown_files`."""
    return "\n".join(to_markdown_files(bookmarks, template).values())
