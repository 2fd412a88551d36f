"""Articles in other languages: sentences are told apart, and no German rule reads anything into them."""

from __future__ import annotations

from tests.articles.test_language import ENGLISH, FRENCH, GERMAN
from tui.articles import read_bytes
from tui.language.analyse import analyse
from tui.language.foreign import foreign_sentence_spans
from tui.language.pipeline import analysis_key, load_pipeline


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in foreign_sentence_spans(text, 0, len(text))]


def test_foreign_sentences_end_where_readers_say() -> None:
    said = ["Mr. Smith bought it in 2023.", "The U.S. paid 1.5 million, e.g. to J. Doe.", "“Why?” he asked.", "No!"]
    assert cut(" ".join(said)) == said
    assert cut("M. Dupont l'a dit. « Non ! » Il part.\n\nFin") == ["M. Dupont l'a dit.", "« Non ! »", "Il part.", "Fin"]
    assert cut("彼は来た。彼女も来た。") == ["彼は来た。", "彼女も来た。"]


def test_nothing_german_is_read_into_a_foreign_text() -> None:
    pipeline = load_pipeline()
    for text in (ENGLISH, FRENCH):
        title, body = text.split("\n\n")
        article = read_bytes(f"{title}\n\n{' '.join(body.split())}\n".encode())
        found = analyse(article, pipeline)
        assert (found.entities, found.values, found.quotations) == ((), (), ())
        assert len(found.sentences) == 4 and not found.tokens


def test_an_analysis_is_made_anew_when_the_language_is_told_otherwise() -> None:
    german = read_bytes(GERMAN.encode())
    declared = read_bytes(b"---\nlanguage: en\n---\nDAX 18.200, MDAX 26.100.", "a.md")
    undeclared = read_bytes(b"---\nlanguage: de\n---\nDAX 18.200, MDAX 26.100.", "a.md")
    assert analysis_key(declared, None) != analysis_key(undeclared, None) != analysis_key(german, None)
