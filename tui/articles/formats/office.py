"""Documents of word processors: the paragraphs of .docx (ECMA-376, part 1, section 17) and .odt (OpenDocument 1.3).

What they say of author and title is left aside: it is mostly that of the template or of whoever typed it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.articles.decoding import Unreadable
from tui.articles.formats.archives import current_budget, opened, unpacked
from tui.articles.formats.protocol import Extracted
from tui.articles.formats.xml import tree_of

if TYPE_CHECKING:
    from lxml.etree import _Element

LONGEST_DOCUMENT = 16 * 1024 * 1024
"""Bytes of a document's XML beyond which it is not read; a book of a thousand pages has ten million."""

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_PARTS = ("word/document.xml", "content.xml")
_PARAGRAPHS = frozenset({f"{_WORD}p", f"{_STRICT}p", f"{_TEXT}p", f"{_TEXT}h"})
_SPACES = {
    "tab": "\t", "br": "\n", "cr": "\n", "line-break": "\n", "s": " ", "noBreakHyphen": "-", "softHyphen": "\xad",
}  # fmt: skip
_SILENT = frozenset({"del", "moveFrom", "instrText", "delText", "note", "annotation", "tracked-changes", "pPr", "rPr"})
"""Words that were deleted or moved away, field codes, notes and remarks."""


@dataclass(frozen=True, slots=True)
class Office:
    """A document of Word or LibreOffice."""

    name: str = "office"
    suffixes: tuple[str, ...] = (".docx", ".odt")

    def recognises(self, head: bytes) -> bool:
        """Whether such a document begins here."""
        if not head.startswith(b"PK\x03\x04"):
            return False
        open_document = b"mimetypeapplication/vnd.oasis.opendocument.text" in head[:200]
        return open_document or (b"[Content_Types].xml" in head[:200] and b"word/" in head)

    def read(self, data: bytes, name: str) -> Iterator[Extracted]:
        """The one text of the document, its paragraphs parted by empty lines."""
        budget = current_budget()
        with opened(data, budget) as archive:
            names = set(archive.namelist())
            part = next((part for part in _PARTS if part in names), None)
            if part is None:
                raise Unreadable("This office document holds no text.")
            info = archive.getinfo(part)
            if info.file_size > LONGEST_DOCUMENT:
                raise Unreadable(f"The text of this document is larger than {LONGEST_DOCUMENT // 1024**2} MB.")
            tree = tree_of(unpacked(archive, info, budget), "The text of this document")
        paragraphs = [words for words in map(str.strip, _paragraphs(tree)) if words]
        if not paragraphs:
            raise Unreadable("This office document holds no text.")
        yield Extracted("\n\n".join(paragraphs))


FORMAT = Office()


def _paragraphs(tree: _Element) -> Iterator[str]:
    """The words of each paragraph; text boxes within one are paragraphs before it, as far as they hold some."""
    from lxml.etree import iterwalk

    open_paragraphs: list[list[str]] = []
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str):
            continue
        kind = element.tag.rpartition("}")[2]
        paragraph = element.tag in _PARAGRAPHS
        if event == "start":
            if kind in _SILENT or (kind == "Fallback" and open_paragraphs):
                # A drawing is written twice, for new programs and for old ones.
                walk.skip_subtree()
                continue
            if paragraph:
                open_paragraphs.append([])
            if open_paragraphs:
                open_paragraphs[-1] += [_SPACES.get(kind, ""), _own(element, kind)]
            continue
        if paragraph and open_paragraphs:
            yield "".join(open_paragraphs.pop())
        if open_paragraphs and element.tail and element.tag.startswith((_TEXT, "{urn:oasis")):
            open_paragraphs[-1].append(element.tail)


def _own(element: _Element, kind: str) -> str:
    """The words that an element holds itself: in Word only its text runs do."""
    word = element.tag.startswith((_WORD, _STRICT))
    return element.text or "" if not word or kind == "t" else ""
