"""Finds the verbs of saying in a sentence, with auxiliaries and particles that stand apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tui.language.model import Reference
from tui.language.quotations.clauses import Segment, verb_final
from tui.language.quotations.impersonal import written_in
from tui.language.quotations.lexicon import VerbForm, closed, verb_forms
from tui.language.quotations.phrases import noun_phrase
from tui.language.quotations.words import MARKS, Prose

_WITH_SEIN = frozenset({"aus|gehen"})
"""Verbs whose perfect takes "sein": "waren davon ausgegangen" is no passive."""

_BESIDE = {"aus|gehen": {"davon", "von", "vom"}, "nach|denken": {"darüber"}, "an|sehen": {"es"}}
"""Words without which these verbs say something else: "sah es als erwiesen an, dass"."""

_IDIOMS = {
    "sprechen": {"bände", "schuldig", "frei", "recht"},
    "verurteilen": {"zu", "zur"},
    "fordern": {"tote", "todesopfer", "opfer", "verletzte", "menschenleben", "leben", "tribut"},
}
"""Words in whose clause these verbs are no saying: "Das Beben forderte 20 Tote", "verurteilte ihn zu drei Jahren"."""

REACH = 60
"""Words before a comment in which told words are looked for."""

_MODALS = ("wird", "woll", "will", "werd", "würd", "muss", "müss", "kann", "konn", "könn", "soll", "darf", "dürf")
"""Beginnings of the verbs that an infinitive hangs on."""

_SKIPPED = MARKS | {".", "!", "?", "…"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb of saying in its clause."""

    word: int
    """Number of the word that carries the meaning."""
    finite: int
    """Number of the finite verb of its clause, the same word or an auxiliary."""
    particle: int
    """Number of the separable prefix that stands apart, or -1."""
    segment: int
    verb: VerbForm
    passive: bool

    def reference(self, prose: Prose) -> Reference:
        """The cue's words as a span, from the finite verb to the particle where they stand near each other."""
        word = prose.words[self.word]
        return Reference(word.start, word.end, word.text)


def find_cues(prose: Prose, parts: Sequence[Segment]) -> list[Cue]:
    """The verbs of saying of a sentence, in order.

    Args:
        prose: The article.
        parts: The segments of the sentence.
    """
    found: list[Cue] = []
    forms = verb_forms()
    for number, part in enumerate(parts):
        for at in range(part.first, part.last):
            word = prose.words[at]
            if prose.taken[at] or word.lower not in forms:
                continue
            if word.capital and at != prose.ranges[word.sentence][0]:
                continue
            if word.pos and word.pos not in ("VERB", "AUX", "ADJ", "ADV"):
                continue
            cue = _cue(prose, parts, number, at, forms[word.lower])
            if cue is not None:
                found.append(cue)
    return found


def _cue(prose: Prose, parts: Sequence[Segment], number: int, at: int, forms: tuple[VerbForm, ...]) -> Cue | None:
    """The reading of one word that its clause allows, or None."""
    helper, passive = _helper(prose, parts, number, at)
    tag = prose.words[at].features
    finite = "VerbForm=Fin" in tag if "VerbForm" in tag else None
    for verb in sorted(forms, key=lambda form: not form.particle):
        if verb.shape == "zu" or prose.words[at - 1].lower == "zu":
            continue
        particle = -1
        if verb.shape == "adj":
            return _predicate(prose, parts, number, at, verb)
        if prose.words[at].pos in ("ADJ", "ADV") and verb.shape != "part" and not _comments(prose, parts, number, at):
            continue
        apart = verb.particle and at > parts[number].first and prose.words[at - 1].lower == verb.particle
        if verb.shape == "part" and verb.particle and not apart:
            continue
        if verb.particle and not apart:
            particle = find_particle(prose, parts, number, at, verb.particle)
            if particle < 0:
                continue
        if verb.shape == "part":
            if helper < 0 or finite:
                continue
            if not _fits(prose, verb, parts[number], at):
                continue
            moved = verb.lemma in _WITH_SEIN and not prose.words[helper].lower.startswith(("w", "geworden"))
            return Cue(at, helper, -1, number, verb, passive and not moved)
        if verb.shape == "plural" and helper >= 0 and not finite:
            if verb.particle and not apart:
                continue
            return Cue(at, helper, -1, number, verb, False)
        if verb.shape == "fin" and helper >= 0 and _also_participle(forms) and not finite:
            continue
        if _fits(prose, verb, parts[number], at):
            return Cue(at, at, particle, number, verb, False)
    return None


def _predicate(prose: Prose, parts: Sequence[Segment], number: int, at: int, verb: VerbForm) -> Cue | None:
    """An adjective with "sein", "werden" or "sich zeigen" in its clause: "ist überzeugt, dass"."""
    part = parts[number]
    if at < part.last - 3:
        return None
    for n in range(part.first, part.last):
        if prose.words[n].lower in closed("passive") | {"zeigte", "zeigt", "zeigten", "zeigen"}:
            return Cue(at, n, -1, number, verb, False)
    return None


def _comments(prose: Prose, parts: Sequence[Segment], number: int, at: int) -> bool:
    """Whether a word that looks like an adjective is a verb after told words: "..., bekräftigte Rita Sommer"."""
    opens = at == parts[number].first and parts[number].before == ","
    return opens and any(prose.konjunktiv(n) for n in range(max(parts[0].first, at - REACH), at))


def _also_participle(forms: tuple[VerbForm, ...]) -> bool:
    return any(form.shape in ("part", "plural") for form in forms)


def _fits(prose: Prose, verb: VerbForm, part: Segment, at: int) -> bool:
    """Whether the words that a verb needs beside it are there."""
    near = [prose.words[n].lower for n in range(max(part.first, at - 4), min(part.last, at + 6))]
    if verb.reflexive:
        return "sich" in near
    if verb.lemma in _IDIOMS and any(prose.words[n].lower in _IDIOMS[verb.lemma] for n in range(part.first, part.last)):
        return False
    if verb.lemma == "stehen":
        return written_in(prose, part) is not None or prose.words[part.first].lower == "darin"
    if verb.lemma == "finden":  # "Ebel findet, ..." and "..., findet Ebel", but not "wenn er Freunde findet, ..."
        return at == part.first or (at == part.last - 1 and noun_phrase(prose, part.first, at) == at)
    if verb.lemma == "heißen":
        return "es" in near
    if verb.lemma == "befinden":
        return "sich" not in [prose.words[n].lower for n in range(part.first, part.last)]
    if verb.lemma == "halten":
        return "für" in [prose.words[n].lower for n in range(part.first, part.last)]
    if verb.lemma == "bestehen":
        return "darin" not in [prose.words[n].lower for n in range(part.first, part.last)]
    needed = _BESIDE.get(verb.lemma)
    return needed is None or any(prose.words[n].lower in needed for n in range(part.first, part.last))


def find_particle(prose: Prose, parts: Sequence[Segment], number: int, at: int, particle: str) -> int:
    """The separable prefix of a verb at the end of its clause, past inserted clauses; -1 if there is none."""
    for offset in range(number, min(number + 4, len(parts))):
        part = parts[offset]
        if offset > number and prose.words[part.first].lower in ("dass", "ob"):
            break
        first = max(at + 1, part.first)
        for found in range(part.last - 1, first - 1, -1):
            word = prose.words[found]
            if word.lower == particle and not _parted_from(prose, part, first, found):
                following = prose.words[found + 1] if found + 1 < part.last else None
                if (
                    following is None
                    or following.lower in ("und", "oder", "sowie", "dass", "ob")
                    or following.text in _SKIPPED
                ):
                    return found
    return -1


def _parted_from(prose: Prose, part: Segment, first: int, particle: int) -> bool:
    """Whether another verb before a prefix has it: "Er sagte, er komme, und | stimmte dem Plan zu"."""
    verbs = (n for n in range(first, particle) if prose.finite(n) or prose.konjunktiv(n, True))
    return any(not verb_final(prose, part, n) for n in verbs)


def _modal(prose: Prose, part: Segment, infinitive: int) -> int:
    """The modal verb that an infinitive of the perfect hangs on, "soll gesagt haben"; -1 if there is none."""
    verbs = (n for n in range(part.first, infinitive) if prose.finite(n))
    return next((n for n in verbs if prose.words[n].lower.startswith(("soll", "will", "woll", "könn", "dürf"))), -1)


def _helper(prose: Prose, parts: Sequence[Segment], number: int, at: int) -> tuple[int, bool]:
    """The auxiliary or modal that governs a word, and whether it makes a passive; -1 if there is none."""
    order = [parts[number]]
    for back in range(number - 1, max(-1, number - 3), -1):
        order.append(parts[back])
    last_word = at == parts[number].last - 1 or prose.words[at + 1].text in _SKIPPED
    for step, part in enumerate(order):
        if step and not last_word:
            break
        for n in range(part.last - 1, part.first - 1, -1):
            lower = prose.words[n].lower
            if n == at or prose.taken[n]:
                continue
            if step and lower in closed("perfect") | closed("passive") and n == part.last - 1 and n > part.first + 1:
                continue
            if lower in closed("perfect"):
                modal = _modal(prose, part, n) if lower == "haben" and not step else -1
                return (modal if modal >= 0 else n), False
            if lower in closed("passive"):
                if step == 0 and n > at + 1:
                    continue
                return n, True
            if step == 0 and lower in ("lässt", "ließ", "ließen", "lassen", "lasse"):
                return n, False
            modal = lower in closed("auxiliary") | closed("konjunktiv") | closed("konjunktiv2")
            if modal and step == 0 and lower.startswith(_MODALS):
                return n, False
    return -1, False
