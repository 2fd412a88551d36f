"""Where "der", "des" or "für" behind a noun begins nothing that belongs to it, but another phrase."""

from __future__ import annotations

from tui.language.quotations.lexicon import nouns
from tui.language.quotations.roles import is_role, listed
from tui.language.quotations.words import Prose

_AGENCY = ("agentur", "dpa", "afp", "reuters", "epd", "kna", "sid", "ap", "apa", "sda")

_OWN = ("unserer", "dieser", "unserem", "diesem")
_CAUSING = ("sorgt", "sorgte", "sorgten", "sorgen")
_NEAR = 10
"""Words before a noun in which the verb of its clause is looked for."""


def after_person(prose: Prose, end: int) -> bool:
    """Whether a person's name, perhaps with a bracket, ends before a word."""
    if prose.words[end - 1].text == ")":
        end = next((n for n in range(end - 2, max(0, end - 8), -1) if prose.words[n].text == "("), end)
    return end in prose.person_ends


def told_to(prose: Prose, end: int, last: int) -> bool:
    """Whether a phrase begins whom somebody told: "sagte ein Sprecher der Nachrichtenagentur AFP".

    The paper that writes is told by anybody but those who work for it: "bestätigten Abgeordnete unserer Zeitung".
    """
    if prose.words[end].lower in _OWN and end + 1 < last and prose.words[end + 1].text in nouns("media"):
        noun = prose.words[end - 1]
        return is_role(noun.text) and not listed(noun.lower.removesuffix("nen").removesuffix("in"), "staff")
    spokesman = prose.words[end - 1].lower.endswith(("sprecher", "sprecherin"))
    near = prose.words[end + 1 : min(last, end + 4)]
    return spokesman and any(word.lower in _AGENCY or word.lower.endswith("agentur") for word in near)


def of_verb(prose: Prose, end: int) -> bool:
    """Whether "für" belongs to the verb before the noun: "Am Montag sorgte ein Brief für Aufruhr"."""
    for number in range(end - 1, max(-1, end - _NEAR), -1):
        word = prose.words[number]
        if word.separator or word.sentence != prose.words[end].sentence:
            return False
        if word.lower in _CAUSING:
            return prose.words[end].lower == "für"
    return False
