"""PDF documents that have a text layer: lines become paragraphs, hyphens at line ends and page numbers go.

Uses PDFium through pypdfium2, the optional extra ``pdf``, in a program of its own.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from tui.articles.decoding import Unreadable
from tui.articles.formats.pdf_paragraphs import Line, paragraphs
from tui.articles.formats.protocol import Extracted
from tui.articles.metadata import Metadata, metadata_from

SECONDS = 60
"""Time after which a document is given up."""

_MISSING = "PDF files need the extra pdf: pip install 'lesart[pdf]'."
_WRONG = {
    "password": "This PDF document is protected by a password.",
    "damaged": "This PDF document is damaged and cannot be opened.",
}


@dataclass(frozen=True, slots=True)
class Pdf:
    """A PDF document."""

    name: str = "pdf"
    suffixes: tuple[str, ...] = (".pdf",)

    def recognises(self, head: bytes) -> bool:
        """Whether a PDF document begins here."""
        return head.startswith(b"%PDF-")

    def read(self, data: bytes, name: str) -> Iterator[Extracted]:
        """The one text that the document is."""
        if find_spec("pypdfium2") is None:
            raise Unreadable(_MISSING)
        found = _lines(data)
        if "wrong" in found:
            raise Unreadable(_WRONG.get(found["wrong"], _WRONG["damaged"]))
        pages = [[Line(*line) for line in page] for page in found["pages"]]
        text = "\n\n".join(paragraphs(pages))
        if not text:
            raise Unreadable("This PDF document holds no text, only pictures of it; text recognition (OCR) adds one.")
        notes = []
        if found["failed"]:
            notes.append(f"{found['failed']:,} of its pages could not be read.")
        if found["left"]:
            notes.append(f"The last {found['left']:,} pages were not read.")
        yield Extracted(text, _description(found, text), notes=tuple(notes))


FORMAT = Pdf()


def _lines(data: bytes) -> dict[str, Any]:
    program = Path(__file__).with_name("pdf_lines.py")
    # -P: the folder of the program holds a json.py.
    command = [sys.executable, "-P", str(program)]
    try:
        ran = subprocess.run(command, input=data, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=SECONDS)
        found: dict[str, Any] = json.loads(ran.stdout)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(f"This PDF document could not be read within {SECONDS} seconds.") from error
    except ValueError as error:
        # The program ended without a word: out of memory, or killed by what it read.
        raise Unreadable(_WRONG["damaged"]) from error
    return found


def _description(found: dict[str, Any], text: str) -> Metadata:
    """Title and author; a title that does not stand in the document names a template or a file."""
    title = " ".join(str(found["title"]).split())
    stands = title and title.casefold() in " ".join(text[:5_000].split()).casefold()
    return metadata_from({"title": title if stands else None, "author": found["author"]})
