"""Exports give the words as they stand, and nothing in them is obeyed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.library.bookmarks.test_exchange import full, one
from tui.library.bookmarks import make_bookmark
from tui.library.bookmarks.exports import FORMATS
from tui.library.bookmarks.exports.jsonld import source_iri
from tui.library.bookmarks.model import BookmarkedArticle

TYPOGRAPHY = "Um 3\u00a0% auf 10\u202f000\u00a0€, so „Dr.\u00a0Meier“, Don\u00adau, 👩\u200d🚒"


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_nobodys_quotation_is_damaged_by_german_typography(name: str) -> None:
    text = one(url="https://example.org/a?b=c")
    text = replace(text, text=f"{TYPOGRAPHY}\u2028Ende. {text.text}")
    shown = FORMATS[name]([make_bookmark(text, 0, len(TYPOGRAPHY))])
    assert "\ufffd" not in shown
    assert TYPOGRAPHY in shown.replace("\\u200d", "\u200d").replace("\n    ", " ")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_no_field_of_a_file_from_elsewhere_steers_the_terminal_of_an_export(name: str) -> None:
    evil = "\x1b[2J\x9b31m\u202e"
    kept = replace(full(), id=evil, created=evil, modified=evil, exact=evil, note=evil, tags=(evil,), speaker=evil)
    kept = replace(kept, article=replace(kept.article, title=evil, source=evil, url=None, path=evil, published=evil))
    shown = FORMATS[name]([kept])
    assert not set(evil) & set(shown) - set("[2J31m")


@pytest.mark.parametrize(
    ("folder", "path", "address"),
    [
        ("/home/ä b", "x/1.txt", "file:///home/%C3%A4%20b/x/1.txt"),
        ("C:\\Texte", "x/1.txt", "file:///C:/Texte/x/1.txt"),
        ("\\\\server\\share", "1.txt", "file://server/share/1.txt"),
        ("", "1 #2.txt", "file:///1%20%232.txt"),
        ("/x", "\udcff.txt", "file:///x/%FF.txt"),
    ],
)
def test_annotations_name_files_as_every_system_does(folder: str, path: str, address: str) -> None:
    assert source_iri(BookmarkedArticle(folder=folder, path=path)) == address
