"""Texts, edits and where a passage stands after them."""

from __future__ import annotations

import random
from dataclasses import dataclass

LETTERS = "abcdefghijklmnopqrstuvwxyzäöüß     ABCDEFG.,„“"
WORDS = [
    "der",
    "die",
    "das",
    "und",
    "ein",
    "eine",
    "Regierung",
    "Sprecher",
    "sagte",
    "am",
    "Montag",
    "in",
    "Berlin",
    "dass",
    "neue",
    "Regeln",
    "für",
    "Unternehmen",
    "gelten",
    "sollen",
    "Millionen",
    "Euro",
    "Umweltministerin",
    "Kritik",
    "Verband",
    "fordert",
    "mehr",
    "Zeit",
    "Prozent",
    "der",
    "Betriebe",
    "seien",
    "nicht",
    "bereit",
    "Frist",
    "bis",
    "Ende",
    "März",
    "nach",
    "Angaben",
    "von",
    "Fachleuten",
    "steigt",
    "Zahl",
    "weiter",
    "Kommission",
    "Brüssel",
    "Entwurf",
    "Bundestag",
    "stimmt",
]


def german(chance: random.Random, sentences: int) -> str:
    """A text of made-up sentences, which repeat words as news does."""
    return " ".join(
        " ".join(chance.choice(WORDS) for _ in range(chance.randint(6, 16))).capitalize() + "."
        for _ in range(sentences)
    )


@dataclass(frozen=True)
class Edited:
    text: str
    start: int
    """Where the passage stands now."""
    end: int


def edit(text: str, start: int, end: int, share: float, chance: random.Random, *, inside: bool) -> Edited:
    """Change a share of the characters inside or outside a passage: replaced, dropped or added, also in runs."""
    signs = list(text)
    allowed = range(start, end) if inside else [*range(start), *range(end, len(text))]
    left = int(share * len(allowed))
    pieces: list[str] = signs[:]
    touched: set[int] = set()
    while left > 0 and len(touched) < len(allowed):
        at = chance.choice(allowed)
        run = min(left, 1 if inside else chance.choice((1, 1, 2, 5, 20)))
        for place in range(at, min(at + run, len(text))):
            if place in touched or (start <= place < end) != inside:
                continue
            touched.add(place)
            left -= 1
            kind = chance.randrange(3)
            if kind == 0:
                pieces[place] = chance.choice(LETTERS)
            elif kind == 1:
                pieces[place] = ""
            else:
                pieces[place] = signs[place] + chance.choice(LETTERS)
    before, within = "".join(pieces[:start]), "".join(pieces[start:end])
    return Edited(before + within + "".join(pieces[end:]), len(before), len(before) + len(within))
