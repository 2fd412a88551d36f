"""Verbs of saying that the tagger took for an adjective or an adverb: "Stefan Nagel wies darauf hin", "Er hoffe"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.language.quotations.lexicon import closed, verb_forms

if TYPE_CHECKING:
    from tui.language.quotations.words import Word

_SUBJECTS = frozenset({"er", "sie", "es", "man", "wir", "ich"})
_INFLECTED = ("e", "en")


def finite_after_all(words: list[Word]) -> None:
    """Tag such verbs as finite, in place; forms that can be adjectives ("erklärte") only beside a pronoun."""
    forms = verb_forms()
    for number, word in enumerate(words):
        if word.pos not in ("ADJ", "ADV") or word.capital or word.lower in closed("adverb"):
            continue
        shapes = {form.shape for form in forms.get(word.lower, ())}
        if not shapes & {"fin", "sub"} or shapes & {"part", "adj"}:
            continue
        beside = [words[n].lower for n in (number - 1, number + 1) if 0 <= n < len(words)]
        if word.lower.endswith(_INFLECTED) and _SUBJECTS.isdisjoint(beside):
            continue
        word.pos = "VERB"
        word.features = "VerbForm=Fin" if "fin" in shapes else "Mood=Sub|VerbForm=Fin"
