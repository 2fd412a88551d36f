from __future__ import annotations

import subprocess
import sys
import unicodedata
from hashlib import sha256
from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles import Article, Block, Role
from tui.comparison.model import Comparison, Fact, Mention, Story
from tui.language.model import Analysis, Entity, Quotation, Reference
from tui.library.search import Hit, SearchIndex
from tui.library.search.passages import sentences


def article(text: str, *, title: str = "", source: str | None = None) -> Article:
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    lines, blocks = text.splitlines(keepends=True), []
    place = 0
    for line in lines:
        if line.strip():
            role: Role = "title" if title and line.strip() == title else "paragraph"
            blocks.append(Block(place, place + len(line.rstrip()), role, "test"))
        place += len(line)
    return Article(digest[:16], f"{digest[:4]}.txt", text, digest, title, "text", tuple(blocks), source)


def passages(index: SearchIndex, query: str) -> list[Hit]:
    return [hit for hit in index.search(query).hits if hit.kind == "passage"]


def marked(hit: Hit) -> list[str]:
    return [hit.text[start:end] for start, end in hit.highlights]


STORY = article(
    "Streit um die Brücke\n"
    "Die Stadt Köln will die Müngersdorfer Brücke für 12.500 Euro prüfen lassen. Der Bürgermeister lehnt das ab.\n"
    "Ein Raketenhersteller aus Großröhrsdorf klagte gegen das Amt.\n"
    "Am 29. März berieten die Ratsmitglieder über die Klimaschutzverordnung.\n",
    title="Streit um die Brücke",
    source="Stadtblatt",
)
OTHER = article(
    "Das Amt in Köln äußerte sich nicht. „Wir prüfen alles“, sagte Frau Thiel der Agentur.\n", source="Abendpost"
)


@pytest.fixture(scope="module")
def index() -> SearchIndex:
    return SearchIndex.build((STORY, OTHER))


@pytest.mark.parametrize(
    ("typed", "wanted", "letters"),
    [
        ("muengersdorfer", "Die Stadt Köln", ["Müngersdorfer"]),
        ("mungersdorfer", "Die Stadt Köln", ["Müngersdorfer"]),
        ("Grossroehrsdorf", "Ein Raketenhersteller", ["Großröhrsdorf"]),
        ("Raketen", "Ein Raketenhersteller", ["Raketen"]),
        ("raketen hersteller", "Ein Raketenhersteller", ["Raketenhersteller"]),
        ("hersteller", "Ein Raketenhersteller", ["hersteller"]),
        ("12500 euro", "Die Stadt Köln", ["12.500", "Euro"]),
        ("12.500 €", "Die Stadt Köln", ["12.500", "Euro"]),
        ("Bürgemeister", "Der Bürgermeister", ["Bürgermeister"]),
        ("bürgremeister", "Der Bürgermeister", ["Bürgermeister"]),
        ("klagen amt", "Ein Raketenhersteller", ["klagte", "Amt"]),
        ("verordnung klima", "Am 29. März", ["Klima", "verordnung"]),
        ("märz 29", "Am 29. März", ["29", "März"]),
        ("thiel wir prüfen", "„Wir prüfen alles“", ["Wir", "prüfen", "Thiel"]),
        ("ratsmitgl", "Am 29. März", ["Ratsmitgl"]),
    ],
)
def test_typing_as_people_do_finds_and_marks_the_words(
    index: SearchIndex, typed: str, wanted: str, letters: list[str]
) -> None:
    best = passages(index, typed)[0]
    assert best.text.startswith(wanted)
    assert [part for mark in marked(best) for part in mark.split()] == letters or marked(best) == letters


def test_an_ordinal_does_not_end_a_passage(index: SearchIndex) -> None:
    assert passages(index, "29 märz")[0].text == (
        "Am 29. März berieten die Ratsmitglieder über die Klimaschutzverordnung."
    )


def test_quotes_ask_for_the_exact_words(index: SearchIndex) -> None:
    assert [hit.text for hit in passages(index, '"wir prüfen"')] == [
        "„Wir prüfen alles“, sagte Frau Thiel der Agentur."
    ]
    assert passages(index, '"prüfen wir"') == []
    assert passages(index, '"Brück"') == []


def test_a_filter_leaves_one_source(index: SearchIndex) -> None:
    assert {hit.article for hit in passages(index, "köln")} == {STORY.id, OTHER.id}
    assert {hit.article for hit in passages(index, "köln source:abendpost")} == {OTHER.id}
    assert {hit.article for hit in passages(index, 'source:"abend post" köln')} <= {OTHER.id}


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("amt -köln", "A minus leaves nothing out; “köln” is searched for."),
        ("foo:bar amt", "There is no “foo:”, only source:, speaker:, entity:."),
        ("source: Abendpost", "Type the name right behind “source:”, without a space."),
        ("source:Nix", "There is no source “Nix”."),
        ("source:Abend Kurier", 'Type source:"Abend Kurier", with quotation marks.'),
        ('source:"Abend Kurier"', ""),
        ("source:Stadtblatt amt", ""),
        ("Köln-Müngersdorf", ""),
        ('"amt -köln"', ""),
        ("xyzzyqqq", ""),
        ("https://example.org 12:30", ""),
    ],
)
def test_what_a_search_did_not_understand_or_find_is_said(typed: str, told: str) -> None:
    courier = article("Das Blatt kam sehr früh.\n", source="Abend Kurier")
    assert SearchIndex.build((STORY, OTHER, courier)).search(typed).problem == told


def test_titles_are_a_kind_of_their_own(index: SearchIndex) -> None:
    (title,) = [hit for hit in index.search("streit brücke").hits if hit.kind == "title"]
    assert STORY.text[title.start : title.end] == title.text == "Streit um die Brücke"
    assert all(hit.text != title.text for hit in passages(index, "streit brücke"))


def test_the_number_left_out_is_known() -> None:
    many = SearchIndex.build([article(f"Die Ampel hält. Satz {n} nennt die Ampel.") for n in range(40)])
    (group,) = many.search("ampel", limit=5).groups
    assert (len(group.hits), group.total) == (5, 80)
    assert many.search("ampel").scope == "40 articles, 80 passages"


def test_names_speakers_and_facts_are_found_once_they_are_known(index: SearchIndex) -> None:
    place = OTHER.text.index("Thiel")
    said = OTHER.text.index("Wir prüfen alles")
    analysis = Analysis(
        OTHER.id,
        "key",
        entities=(Entity(place, place + 5, "Thiel", "PER", "Anna Thiel"),),
        quotations=(
            Quotation("q", "direct", ((said, said + 16),), Reference(place, place + 5, "Thiel", "Anna Thiel")),
        ),
    )
    words = "Das Amt in Köln äußerte sich nicht"
    fact = Fact("f", "s", words, (Mention(OTHER.id, 0, len(words), words, 0.9, "asserted"),))
    full = index.with_comparison(Comparison((Story("s", (OTHER.id,), facts=(fact,)),), (analysis,)))
    kinds = {hit.kind: hit for hit in full.search("anna tiel").hits}
    assert kinds["entity"].key == kinds["speaker"].key == "Anna Thiel"
    assert {hit.kind for hit in full.search("amt köln").hits} >= {"fact", "passage"}
    assert [hit.text for hit in passages(full, "speaker:thiel")] == [
        "„Wir prüfen alles“, sagte Frau Thiel der Agentur."
    ]
    assert [hit.article for hit in passages(full, "prüfen entity:thiel")] == [OTHER.id]
    assert marked(passages(full, "speaker:thiel")[0]) == marked(passages(full, "entity:thiel")[0]) == ["Thiel"]
    assert full.search("entity:Kassel").problem == "There is no name “Kassel”."
    assert full.search("speaker:Maier").problem == "There is no speaker “Maier”."
    assert "not known yet" in index.search("speaker:thiel").scope


def test_facts_that_share_a_passage_are_one_hit(index: SearchIndex) -> None:
    words = "Das Amt in Köln äußerte sich nicht."
    facts = tuple(
        Fact(name, "s", words, (Mention(OTHER.id, 0, len(words), words, 0.9, "asserted"),)) for name in ("f", "g")
    )
    story = Story("s", (OTHER.id,), facts=facts)
    found = index.with_comparison(Comparison((story,), ())).search("amt köln")
    assert [hit.text for hit in found.hits if hit.kind == "fact"] == [words]
    assert next(group.total for group in found.groups if group.kind == "fact") == 1


def test_text_from_outside_is_never_a_pattern(index: SearchIndex) -> None:
    for typed in ("[/b]", ".*", "((", "\\", "\x1b[31m", "ß", '"', '"[', "source:", "source:[", "-", "€", "\u0308"):
        index.search(typed)


def test_a_row_of_dots_holds_nobody_up() -> None:
    text = "Name " + "." * 200_000 + "1\n\nDer Rest … wird gelesen?! Ja."
    found = [text[start:end] for start, end in sentences(text, 0, len(text))]
    assert found[-2].endswith("Der Rest … wird gelesen?!") and found[-1] == "Ja."


@given(st.text(max_size=60), st.text(max_size=30))
def test_marks_lie_in_their_text_in_order(text: str, query: str) -> None:
    built = SearchIndex.build((article(text),))
    for hit in (*built.search(query).hits, *built.search(text[:20]).hits):
        ends = 0
        for start, end in hit.highlights:
            assert ends <= start < end <= len(hit.text)
            ends = end
        assert hit.text == text[hit.start : hit.end]


def test_an_empty_library_can_be_searched() -> None:
    assert SearchIndex.build(()).search("ampel").groups == ()


def test_rapidfuzz_waits_for_the_first_query() -> None:
    code = "import sys, tui.library.search; sys.exit(any(m in sys.modules for m in ('rapidfuzz', 'numpy', 'textual')))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("verlassen", "Er verließ den Vorstand."),
        ("verliess vorstand", "Er verließ den Vorstand."),
        ("zurücktreten", "Sie ist zurückgetreten."),
        ("finden", "Man fand nichts."),
        ("gegründet", "Die Gründung war 2015."),
        ("gehen", "Alle sind gegangen."),
    ],
)
def test_forms_of_irregular_verbs_are_found(typed: str, wanted: str) -> None:
    text = "Er verließ den Vorstand.\nSie ist zurückgetreten.\nMan fand nichts.\nDie Gründung war 2015.\n"
    text += "Alle sind gegangen.\n"
    assert passages(SearchIndex.build((article(text),)), typed)[0].text == wanted


def test_what_holds_all_words_is_not_counted_with_what_holds_one() -> None:
    text = "Die Ampel zahlt.\n" + "Die Ampel hält.\n" * 9 + "Niemand zahlt mehr.\n"
    (group,) = SearchIndex.build((article(text),)).search("ampel zahlt").groups
    assert group.hits[0].text == "Die Ampel zahlt."
    assert group.total <= 2


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ['"öffentliche Prüfung"', '"o\u0308ffentliche Pru\u0308fung"', '"Gemeinderätin"'])
def test_exact_words_are_found_with_letters_in_two_parts_and_soft_hyphens(typed: str, form: Literal["NFC"]) -> None:
    text = "Die öffent\u00adliche Prüfung nannte die Gemein\u00adde\u00adrätin gelungen.\n"
    written = unicodedata.normalize(form, text)
    (hit,) = passages(SearchIndex.build((article(written),)), typed)
    (shown,) = marked(hit)
    plain = unicodedata.normalize("NFC", shown.replace("\u00ad", ""))
    assert plain == unicodedata.normalize("NFC", typed.strip('"'))


def test_a_title_made_of_the_first_sentence_is_found_where_its_words_stand() -> None:
    untitled = article("Die Stadt kauft vierzig Busse für den Sommer.\n", title="Die Stadt kauft vierzig …")
    (hit,) = [hit for hit in SearchIndex.build((untitled,)).search("vierzig").hits if hit.kind == "title"]
    assert untitled.text[hit.start : hit.end] == hit.text == "Die Stadt kauft vierzig"
