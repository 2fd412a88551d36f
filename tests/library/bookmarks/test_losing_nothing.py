"""What goes out in the forms of other programs and comes back is still there, and is found in the opened articles."""

from __future__ import annotations

from dataclasses import replace

from tests.library.fake_workshop import article
from tui.library.bookmarks import make_bookmark, place
from tui.library.bookmarks.exports import to_csv, to_jsonld
from tui.library.bookmarks.imports import read_import
from tui.library.bookmarks.making import article_record
from tui.library.bookmarks.model import OtherPassage

HERE = article("Die Ministerin nannte am Montag die neue Frist, die im März endet.", "a.txt", source="Der Bote")
THERE = replace(article("Im April endet die Frist.", "b.txt"), source="Blatt", title="Eine Frist")


def test_a_passage_and_its_fact_are_two_bookmarks_also_from_a_table() -> None:
    passage = make_bookmark(HERE, 0, 40)
    table = to_csv([passage, replace(passage, id="0" * 32, kind="fact")]).encode()
    found = read_import(table)
    assert len({one.id for one in found.bookmarks}) == 2
    assert [one.id for one in read_import(table).bookmarks] == [one.id for one in found.bookmarks]


def test_a_passage_from_a_table_is_found_in_the_article_of_its_title() -> None:
    (kept,) = read_import(to_csv([make_bookmark(HERE, 0, 40)]).encode()).bookmarks
    (placed,) = place([kept], [THERE, HERE])
    assert (placed.article, placed.anchor.start, placed.anchor.end) == (HERE.id, 0, 40)


def test_annotations_name_the_other_sources_and_their_titles() -> None:
    other = OtherPassage("die Frist", article_record(THERE), 15, 24)
    (kept,) = read_import(to_jsonld([make_bookmark(HERE, 0, 40, others=(other,))]).encode()).bookmarks
    assert [(one.text, one.article.source, one.article.title) for one in kept.others] == [
        ("die Frist", "Blatt", "Eine Frist")
    ]
