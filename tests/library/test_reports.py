from __future__ import annotations

from dataclasses import replace

from tui.articles import Article, Block
from tui.comparison.model import Difference, DifferingValue, Fact, Mention
from tui.library.reports import fact_markdown, markdown_text
from tui.library.reports_html import facts_page

TEXT = "*Rund* 120 Busse <b>kaufe</b> die Stadt."
ARTICLE = Article("a", "a_b.txt", TEXT, "", "1. Satz | [x](y)", "text", (Block(0, len(TEXT), "paragraph", "t"),))
OTHER = Article("b", "c.txt", "100 Busse.", "", "Zwei", "text", (), source="Abendpost")
FACT = Fact(
    "f",
    "s",
    TEXT,
    (
        Mention("a", 0, len(TEXT), TEXT, 0.9, "attributed", "Anna Thiel"),
        Mention("b", 0, 10, "100 Busse.", 0.9, "asserted"),
    ),
    (
        Difference("number", "conflict", "120 is not 100", (DifferingValue("a", 7, 10, "120"),)),
        Difference("modality", "compatible", "told and stated", (DifferingValue("b", 0, 10, "100 Busse."),)),
        Difference("name", "agree", "same names", ()),
    ),
    2,
)


def test_a_report_has_every_sources_words_origins_differences_and_positions() -> None:
    report = fact_markdown(FACT, {"a": ARTICLE, "b": OTHER})
    assert "2 sources, 2 origins; possible conflict: number „120“." in report
    assert "attributed, origin Anna Thiel" in report
    assert "> \\*Rund\\* 120 Busse \\<b\\>kaufe\\</b\\> die Stadt." in report
    assert "a\\_b.txt, characters 0–40" in report
    assert "**Abendpost**, asserted" in report
    assert "- number, possible conflict: 120 is not 100" in report
    assert "same names" not in report


def test_what_stands_above_is_not_repeated_among_the_differences() -> None:
    assert fact_markdown(FACT, {"a": ARTICLE, "b": OTHER}).count("100 Busse.") == 1


def test_words_that_look_like_markdown_stay_words() -> None:
    assert markdown_text("1. Platz\nfür *alle*") == "1\\. Platz für \\*alle\\*"
    assert markdown_text("- ein\tStrich") == "\\- ein Strich"
    assert markdown_text("# eins") == "\\# eins"


def test_marks_within_marks_are_single_ones() -> None:
    said = replace(FACT, label="„Ein Bad ist kein Luxus“, sagte Thiel")
    assert "## „‚Ein Bad ist kein Luxus‘, sagte Thiel“" in fact_markdown(said, {})
    assert "<h2>„‚Ein Bad ist kein Luxus‘, sagte Thiel“</h2>" in facts_page((), (said,))


def test_the_words_that_differ_are_set_apart_from_the_reason() -> None:
    told = "number, possible conflict: 120 is not 100. 1. Satz | [x](y): „120“"
    assert f"<p>{told}</p>" in facts_page((ARTICLE, OTHER), (FACT,))


def test_two_articles_of_one_source_are_told_apart_and_counted_once() -> None:
    first = replace(ARTICLE, source="Abendpost", published="2026-03-01T06:12:00+01:00")
    known = {"a": first, "b": replace(OTHER, published="2026-03-01T14:30:00+01:00")}
    report = fact_markdown(FACT, known)
    assert "1 source, 2 origins" in report
    for label in ("Abendpost, 2026-03-01 06:12", "Abendpost, 2026-03-01 14:30"):
        assert f"- **{label}**" in report
        assert f"<th>{label}<br>" in facts_page(tuple(known.values()), (FACT,))
    assert "- Abendpost, 2026-03-01 06:12: „120“" in report


def test_the_page_runs_nothing_of_the_texts() -> None:
    page = facts_page((ARTICLE, OTHER), (FACT,))
    assert "<b>" not in page
    assert "&lt;b&gt;kaufe&lt;/b&gt;" in page
    assert "default-src 'none'" in page
