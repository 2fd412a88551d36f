"""Where "der" or "des" behind a noun begins no genitive of it, but another phrase."""

from __future__ import annotations

from tui.language.quotations.words import Prose

_AGENCY = ("agentur", "dpa", "afp", "reuters", "epd", "kna", "sid", "ap", "apa", "sda")


def after_person(prose: Prose, end: int) -> bool:
    """Whether a person's name, perhaps with a bracket, ends before a word."""
    if prose.words[end - 1].text == ")":
        end = next((n for n in range(end - 2, max(0, end - 8), -1) if prose.words[n].text == "("), end)
    return end in prose.person_ends


def told_to(prose: Prose, end: int, last: int) -> bool:
    """Whether "der" begins whom a spokesman told: "sagte ein Sprecher der Nachrichtenagentur AFP"."""
    spokesman = prose.words[end - 1].lower.endswith(("sprecher", "sprecherin"))
    near = prose.words[end + 1 : min(last, end + 4)]
    return spokesman and any(word.lower in _AGENCY or word.lower.endswith("agentur") for word in near)
