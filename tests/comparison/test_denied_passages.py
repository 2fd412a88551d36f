"""A passage keeps what denies it, and on whom an infinitive depends."""

import pytest

from tui.articles import read_bytes
from tui.comparison.denying import with_denial
from tui.comparison.modality import modality_of
from tui.comparison.model import Mention
from tui.comparison.passages import statements_of
from tui.comparison.stated import Stated
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
        (
            "Roth weigerte sich, den Vertrag zu unterschreiben.",
            "den Vertrag",
            "Roth weigerte sich, den Vertrag zu unterschreiben.",
            "asserted",
        ),
        (
            "Den Antrag anzunehmen, lehnte die Kammer am Montag ab.",
            "Den Antrag",
            "Den Antrag anzunehmen, lehnte die Kammer am Montag ab.",
            "asserted",
        ),
        ("Die Kammer tagte, und Roth wollte nichts sagen.", "und Roth", "und Roth wollte nichts sagen.", "asserted"),
        ("Der Minister sagte am Montag, dass die Steuer sinkt.", "dass", "dass die Steuer sinkt.", "attributed"),
    ],
)
def test_a_passage_keeps_what_says_whether_it_is_so(text: str, part: str, passage: str, modality: str) -> None:
    made = read_bytes(text.encode(), "a.txt")
    read = analyse(made, load_pipeline())
    statement = statements_of(made, read, 0)[0]
    cut = next(span for span in statement.clauses if made.text[slice(*span)].startswith(part))
    start, end = with_denial(cut, made.text, statement.clauses, read.tokens)
    assert made.text[start:end] == passage
    assert modality_of(statement, (start, end), made.text, read.tokens)[0] == modality


def test_a_clause_that_a_passage_depends_on_lends_it_no_date() -> None:
    made = read_bytes(b"Roth riet im November, den Vertrag im Januar zu vergeben.", "a.txt")
    read = analyse(made, load_pipeline())
    statement = statements_of(made, read, 0)[0]
    core = statement.clauses[1]
    mention = Mention("a", statement.start, statement.end, statement.text, 1.0, "asserted")
    assert [value.text for value in Stated(mention, statement, core=core).values] == ["im Januar"]
    assert [value.text for value in Stated(mention, statement).values] == ["im November", "im Januar"]
