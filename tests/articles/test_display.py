from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.articles.display import printable


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
