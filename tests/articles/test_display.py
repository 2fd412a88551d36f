from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.articles.display import printable, visible


@given(st.text())
def test_any_text_becomes_harmless_and_keeps_its_length(text: str) -> None:
    shown = printable(text)
    assert len(shown) == len(text)
    assert not any(ord(character) < 0x20 or 0x7F <= ord(character) < 0xA0 for character in shown)


def test_terminal_escapes_and_bidirectional_controls_are_seen_and_not_obeyed() -> None:
    assert printable("a\x1b[31mrot\x07") == "a␛[31mrot␇"
    assert printable("ab\u202egpj.exe") == "ab\ufffdgpj.exe"


def test_german_typography_stays() -> None:
    text = "„Schön“, sagte sie – ‚ja‘ … 10 €"
    assert printable(text) == text


def test_markup_stands_as_it_is() -> None:
    assert printable("[/b] [red] [email\xa0protected]") == "[/b] [red] [email protected]"


@given(st.text())
def test_a_document_keeps_its_length_its_spaces_and_its_lines_and_steers_no_terminal(text: str) -> None:
    shown = visible(text)
    assert len(shown) == len(text)
    assert not any((ord(sign) < 0x20 and sign not in "\t\n") or 0x7F <= ord(sign) < 0xA0 for sign in shown)
    assert [sign for sign in shown if sign.isspace()] == [sign for sign in text if sign.isspace() and sign in shown]
    shown.encode()
