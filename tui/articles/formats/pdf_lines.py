"""The lines of a PDF's text layer with their places, as JSON on standard output.

Run as a program of its own: a damaged or hostile file that crashes or never ends then costs one file and not the
reader. Imports nothing of ours, so that it starts within a tenth of a second.
"""

from __future__ import annotations

import json
import sys
from typing import Any

MEMORY = 2 * 1024**3
"""Bytes of address space, where the system can hold a program to it."""
MOST_PAGES = 2_000
MOST_LETTERS = 5_000_000
"""Code points after which no further page is looked at; a thick book has one million."""


def lines_of(data: bytes) -> dict[str, Any]:
    """The lines page by page, each as left, bottom, right, top (points) and words; or what is wrong, in one word."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        return {"wrong": "password" if "password" in str(error).lower() else "damaged"}
    pages: list[list[list[float | str]]] = []
    letters = failed = 0
    count = len(document)
    for number in range(min(count, MOST_PAGES)):
        lines: list[list[float | str]] = []
        try:
            layer = document[number].get_textpage()
            for index in range(layer.count_rects()):
                place = layer.get_rect(index)
                words = layer.get_text_bounded(*place)
                letters += len(words)
                lines.append([*(round(edge, 1) for edge in place), words])
        except pypdfium2.PdfiumError:
            failed += 1
        pages.append(lines)
        if letters > MOST_LETTERS:
            break
    title = document.get_metadata_dict().get("Title", "")
    author = document.get_metadata_dict().get("Author", "")
    return {"pages": pages, "title": title, "author": author, "failed": failed, "left": count - len(pages)}


def main() -> None:
    """Reads a document from standard input."""
    try:
        import resource
    except ImportError:
        pass  # Windows cannot limit a program from within
    else:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    found = lines_of(sys.stdin.buffer.read())
    sys.stdout.buffer.write(json.dumps(found).encode("ascii"))


if __name__ == "__main__":
    main()
