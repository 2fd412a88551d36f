from __future__ import annotations

import csv
import io
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.library.fake_workshop import article, comparison_of
from tui.articles.model import Article
from tui.library.bookmarks import Bookmark, make_bookmark, other_passages, place
from tui.library.bookmarks.exports import (
    FORMATS,
    to_csv,
    to_jsonl,
    to_jsonld,
    to_markdown,
    to_markdown_files,
    to_org,
    to_text,
)
from tui.library.bookmarks.imports import read_import

HOSTILE = (
    "=cmd|' /C calc'!A0\n* Stern\n#+end_quote\n# [red]Titel[/b] `x` <b> $title ${quote}\n"
    "- Liste\n1. eins\n\x1b[31mrot\n---\n:END:"
)
TEXT = f"Die Ministerin sagte „gestern“, die Frist ende im März.\n\n{HOSTILE}\n\nSchluss mit dem Text."


def one(**known: Any) -> Article:
    return article(TEXT, "ordner/a.txt", source="Der *Bote*", author="A. B.", published="2024-05-01", **known)


def bookmark(start: int = 0, end: int = 55, **more: Any) -> Bookmark:
    return make_bookmark(one(url="https://example.org/a?b=c"), start, end, **more)


def full() -> Bookmark:
    here, there = one(url="https://example.org/a?b=c"), replace(article("Eine Frist im April."), source="Blatt")
    fact = comparison_of([here, there], []).stories[0].facts[0]
    return make_bookmark(
        here,
        0,
        30,
        kind="fact",
        fact=fact,
        others=other_passages(fact, [here, there], but=here.id),
        note="Stimmt das?\n@nachsehen",
        tags=("frist", "Bonn am Rhein"),
    )


def hostile() -> Bookmark:
    start = TEXT.index(HOSTILE)
    return bookmark(start, start + len(HOSTILE), note=HOSTILE, tags=("a:b", "[x]"), speaker="=1+1")


def test_a_fact_is_kept_with_what_the_other_sources_said() -> None:
    kept = full()
    assert kept.modality == "asserted"
    assert [(other.text, other.article.source) for other in kept.others] == [("E", "Blatt")]


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_takes_no_bookmarks_and_hostile_ones(name: str) -> None:
    assert isinstance(FORMATS[name]([]), str)
    shown = FORMATS[name]([full(), hostile()])
    assert "Ministerin" in shown
    assert "\x1b" not in shown


def test_lines_read_back_are_the_same_bookmarks() -> None:
    kept = (full(), hostile())
    assert read_import(to_jsonl(kept).encode()).bookmarks == kept
    assert read_import(to_jsonl(kept[:1]).encode()).bookmarks == kept[:1]


def test_annotations_read_back_find_the_same_passages_with_note_tags_and_others() -> None:
    kept = full()
    (found,) = read_import(to_jsonld([kept]).encode()).bookmarks
    for name in ("id", "exact", "prefix", "suffix", "start", "end", "note", "tags", "fact", "kind", "created"):
        assert getattr(found, name) == getattr(kept, name), name
    assert found.article.url == kept.article.url and found.article.source == kept.article.source
    assert [other.text for other in found.others] == ["E"]


def test_annotations_use_only_terms_of_the_published_context() -> None:
    terms = set((Path(__file__).parent / "anno_terms.txt").read_text(encoding="utf-8").split())
    prefixes = {"dc", "dcterms"}
    used: set[str] = set()

    def visit(value: Any) -> None:
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, dict):
                for key, inner in item.items():
                    used.add(key)
                    if key in ("type", "purpose", "motivation"):
                        used.update([inner] if isinstance(inner, str) else inner)
                    visit(inner)

    visit(json.loads(to_jsonld([full(), hostile()])))
    strange = {name for name in used - terms - {"@context"} if name.split(":")[0] not in prefixes or ":" not in name}
    assert strange == set()


def test_annotations_of_other_programs_are_read() -> None:
    foreign = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "first": {
            "type": "AnnotationPage",
            "items": [
                {
                    "id": "https://example.org/anno/1",
                    "type": "Annotation",
                    "bodyValue": "Notiz",
                    "target": {
                        "source": "https://example.org/a",
                        "selector": {
                            "type": "RangeSelector",
                            "refinedBy": {"type": "TextQuoteSelector", "exact": "die Frist ende", "prefix": "“, "},
                        },
                    },
                },
                {"type": "Annotation", "target": "https://example.org/b"},
            ],
        },
    }
    found = read_import(json.dumps(foreign).encode())
    assert [(one.exact, one.note, one.article.url) for one in found.bookmarks] == [
        ("die Frist ende", "Notiz", "https://example.org/a")
    ]
    assert found.problems == ("Annotation 2 quotes no words of a text.",)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "The file is empty."),
        (b"\xff\xfe", "The file is not UTF-8 text."),
        (b"[]", "The file holds no annotations."),
        (b"Name,Wert\r\n1,2\r\n", "The first line names no column Highlight."),
        (b'{"half": ', "Line 1 is not a complete JSON object."),
    ],
)
def test_a_file_that_is_no_export_is_said_in_words(data: bytes, problem: str) -> None:
    assert read_import(data).problems == (problem,)


def test_an_annotation_with_a_damaged_address_costs_no_other_one() -> None:
    page = json.loads(to_jsonld([full(), replace(full(), id="2" * 32)]))
    page["items"][0]["target"]["source"] = "file://[x"
    found = read_import(json.dumps(page).encode())
    assert [one.article.path for one in found.bookmarks] == ["", ""]
    assert found.bookmarks[1].article.url == full().article.url


def test_readwise_gets_its_header_and_no_cell_that_a_spreadsheet_computes() -> None:
    rows = list(csv.reader(io.StringIO(to_csv([full(), hostile()]), newline="")))
    assert rows[0] == ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"]
    assert rows[1][4] == ".frist .Bonn-am-Rhein\nStimmt das?\n@nachsehen"
    assert rows[2][0].startswith("'=cmd")
    assert all(not cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row)


def test_readwise_csv_read_back_keeps_words_note_and_tags() -> None:
    found = read_import(to_csv([full(), hostile()]).encode()).bookmarks
    assert [one.exact for one in found] == [full().exact, HOSTILE.replace("\x1b", "␛")]
    assert found[0].tags == ("frist", "Bonn-am-Rhein")
    assert found[0].note == "Stimmt das?\n@nachsehen"
    assert found[0].start == 0
    again = read_import(to_csv([full(), hostile()]).encode()).bookmarks
    assert [one.id for one in again] == [one.id for one in found], "importing twice adds nothing"


def test_a_readwise_export_with_its_own_column_names_is_read() -> None:
    data = (
        '\ufeffHighlight,Book Title,Book Author,Note,Tags,Color,Location\r\nWorte,Titel,Autorin,,"a, b",yellow,12\r\n'
    )
    (found,) = read_import(data.encode()).bookmarks
    assert (found.exact, found.article.title, found.article.author) == ("Worte", "Titel", "Autorin")
    assert (found.tags, found.color, found.start) == (("a", "b"), "yellow", 12)


def test_markdown_has_front_matter_and_shows_hostile_text_as_it_is() -> None:
    shown = to_markdown([hostile()])
    lines = shown.splitlines()
    assert lines[0] == "---" and 'source: "Der *Bote*"' in lines
    assert "> \\# \\[red\\]Titel\\[/b\\] \\`x\\` \\<b\\> \\$title \\$\\{quote\\}" in lines
    assert "> \\* Stern" in lines and "> \\- Liste" in lines and "> 1\\. eins" in lines
    assert "> \\---" in lines


def test_markdown_can_be_one_file_for_each_article() -> None:
    other = make_bookmark(article("Con ist ein Gerät und kein Dateiname.", "b.txt"), 0, 20)
    namesake = make_bookmark(article("Con ist ein Gerät und kein Dateiname!", "c.txt"), 0, 20)
    files = to_markdown_files([full(), other, bookmark(), namesake])
    assert len(files) == 3
    assert all(name == os.path.basename(name) and name.endswith(".md") for name in files)


def test_the_markdown_template_can_be_replaced() -> None:
    template = "<!-- article -->\n## $title ($source)\n<!-- bookmark -->\n* $text [$tags] costs $$5 $unknown\n"
    shown = to_markdown([bookmark(0, 14, tags=("x y",))], template)
    assert shown == "## Die Ministerin sagte (Der \\*Bote\\*)\n* Die Ministerin [#x-y] costs $5 $unknown\n"
    with pytest.raises(ValueError, match="no line <!-- bookmark -->"):
        to_markdown([], "nothing")
    with pytest.raises(ValueError, match=r"\$ that is followed by no name"):
        to_markdown([], "<!-- bookmark -->\n$ 5\n")


def test_org_keeps_a_quote_from_ending_its_block_or_making_headings() -> None:
    lines = to_org([hostile()]).splitlines()
    assert sum(line.startswith("*") for line in lines) == 2
    assert ",#+end_quote" in lines and lines.count("#+end_quote") == 1
    assert ",* Stern" in lines


def test_plain_text_names_source_and_speaker() -> None:
    shown = to_text([bookmark(0, 14, speaker="Die Ministerin", note="Merken")])
    assert shown.splitlines()[2] == "A. B., Der *Bote*, 2024-05-01"
    assert "    -- Die Ministerin\nMerken" in shown


def test_in_plain_text_a_long_line_of_another_source_is_one_entry() -> None:
    there = replace(article("Eine Frist " + "im April oder danach " * 9), source="Blatt")
    fact = comparison_of([one(), there], []).stories[0].facts[0]
    shown = to_text([bookmark(fact=fact, others=[(there, replace(fact.mentions[0], text=there.text))])]).splitlines()
    first = next(at for at, line in enumerate(shown) if line.startswith("  * Blatt: Eine Frist"))
    wrapped = shown[first + 1 :]
    assert wrapped and all(line.startswith("    ") for line in wrapped)


def test_bookmarks_follow_an_article_that_was_edited_moved_or_fetched_again() -> None:
    kept = bookmark()
    edited = replace(one(url=kept.article.url), id="new", text="Neu. " + TEXT, text_sha256="other", folder="/elsewhere")
    stranger = article("Etwas ganz anderes, das aber auch eine Frist nennt.", "ordner/b.txt")
    (found,) = place([kept], [stranger, edited])
    assert (found.article, found.anchor.state, found.anchor.start) == ("new", "moved", 5)
    (lost,) = place([kept], [stranger])
    assert (lost.article, lost.anchor.state) == (None, "lost")
    assert lost.bookmark.exact == kept.exact
