"""A passage keeps what denies it."""

import pytest

from tui.articles import read_bytes
from tui.comparison.denying import with_denial
from tui.comparison.modality import modality_of
from tui.comparison.passages import statements_of
from tui.language.analyse import analyse
from tui.language.pipeline import load_pipeline


@pytest.mark.parametrize(
    ("text", "part", "passage", "modality"),
    [
        (
            "Sieben Tote, wie anfangs von Sendern gemeldet, habe es nicht gegeben; es seien drei, sagte Karl Ebel.",
            "Sieben Tote",
            "Sieben Tote, wie anfangs von Sendern gemeldet, habe es nicht gegeben",
            "denied",
        ),
        (
            "Der Anwalt bestritt am Montag, dass der Fahrer getrunken hatte.",
            "dass der Fahrer",
            "Der Anwalt bestritt am Montag, dass der Fahrer getrunken hatte.",
            "denied",
        ),
        (
            "Meldungen, nach denen der Minister zurücktritt, bezeichnete er als falsch.",
            "Meldungen",
            "Meldungen, nach denen der Minister zurücktritt, bezeichnete er als falsch.",
            "denied",
        ),
        (
            "Berichte, wonach am Abend im Labor geraucht wurde, wollte sie weder bestätigen noch dementieren.",
            "Berichte",
            "Berichte, wonach am Abend im Labor geraucht wurde, wollte sie weder bestätigen noch dementieren.",
            "hedged",
        ),
        (
            "Ebel hat den Minister am Montag getroffen, bestritt aber ein zweites Treffen.",
            "Ebel hat",
            "Ebel hat den Minister am Montag getroffen",
            "asserted",
        ),
        ("Der Minister sagte am Montag, dass die Steuer sinkt.", "dass", "dass die Steuer sinkt.", "attributed"),
    ],
)
def test_a_passage_keeps_the_clause_that_denies_it(text: str, part: str, passage: str, modality: str) -> None:
    made = read_bytes(text.encode(), "a.txt")
    read = analyse(made, load_pipeline())
    statement = statements_of(made, read, 0)[0]
    cut = next(span for span in statement.clauses if made.text[slice(*span)].startswith(part))
    start, end = with_denial(cut, made.text, statement.clauses, read.tokens)
    assert made.text[start:end] == passage
    assert modality_of(statement, (start, end), made.text, read.tokens)[0] == modality
