"""The word lists of quotation: verbs of saying with all their forms, nouns of speech, closed classes.

Finite forms are made from infinitives and principal parts, so that the lists stay short enough to be read and checked.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tui.language.lexicon import read_lexicon, words

_INSEPARABLE = ("be", "er", "ver", "ent", "zer", "ge", "miss", "über", "unter", "wider", "hinter", "emp", "wieder")
_NO_GE = ("prophezeien", "frohlocken", "veröffentlichen", "offenbaren")
_WITH_GE = ("geißeln",)


@dataclass(frozen=True, slots=True)
class VerbForm:
    """One form of a verb of saying."""

    lemma: str
    particle: str
    """The separable prefix that must stand apart in the clause, or empty."""
    shape: str
    """``fin`` (third person), ``plural`` (third plural, the same as the infinitive), ``part``, ``zu``,
    ``sub`` or ``adj``."""
    groups: frozenset[str]
    reflexive: bool = False


def _stem(infinitive: str) -> str:
    if infinitive.endswith(("eln", "ern")):
        return infinitive[:-1]
    return infinitive.removesuffix("en") if infinitive.endswith("en") else infinitive.removesuffix("n")


def _weak(infinitive: str) -> tuple[str, str, str]:
    """Third person present, preterite and participle of a regular verb."""
    stem = _stem(infinitive)
    link = "e" if stem.endswith(("t", "d", "chn", "ffn", "gn", "dn", "tm")) else ""
    bare = infinitive.endswith("ieren") or infinitive.startswith(_INSEPARABLE) or infinitive in _NO_GE
    bare = bare and infinitive not in _WITH_GE
    return f"{stem}{link}t", f"{stem}{link}te", f"{'' if bare else 'ge'}{stem}{link}t"


def _parts(infinitive: str) -> tuple[str, str, str, str]:
    """Principal parts: as listed, by the listed verb at the end of a prefixed one, or regular."""
    strong = read_lexicon("quotations/principal_parts")["strong"]
    for cut in range(len(infinitive) - 2):
        prefix, base = infinitive[:cut], infinitive[cut:]
        if base in strong and (not prefix or prefix in _INSEPARABLE or prefix in ("miss", "wider")):
            present, preterite, participle, sub = strong[base].split()
            if prefix:
                participle = participle.removeprefix("ge") if not base.startswith("ge") else participle
            return prefix + present, prefix + preterite, prefix + participle, prefix + sub
    present, preterite, participle = _weak(infinitive)
    return present, preterite, participle, preterite


def _konjunktive(infinitive: str, preterite: str, sub: str) -> Iterator[str]:
    """The forms of the Konjunktiv that differ from the indicative: "zweifele" and "zweifle", "gäbe" and "gäben"."""
    stem = _stem(infinitive)
    yield stem + "e"
    if stem.endswith(("el", "auer", "euer")):
        yield f"{stem[:-2]}{stem[-1]}e"
    yield sub
    if sub.removesuffix("e") != preterite.removesuffix("e"):
        yield sub + "n"


def _forms(entry: str) -> Iterator[tuple[str, str, str]]:
    """Word form, particle that must stand apart, shape."""
    particle, _, base = entry.rpartition("|")
    present, preterite, participle, sub = _parts(base)
    plural = preterite + ("n" if preterite.endswith("e") else "en")
    shapes = [(present, "fin"), (preterite, "fin"), (plural, "fin"), (base, "plural")]
    shapes.extend((form, "sub") for form in _konjunktive(base, preterite, sub))
    for form, shape in shapes:
        if particle:
            yield form, particle, shape
        yield particle + form, "", shape
    yield particle + participle, "", "part"
    if particle:
        yield participle, particle, "part"
    if particle:
        yield f"{particle}zu{base}", "", "zu"


@cache
def verb_forms() -> dict[str, tuple[VerbForm, ...]]:
    """Every form, in small letters, of the verbs of saying."""
    groups: dict[str, set[str]] = {}
    for group, entries in read_lexicon("quotations/verbs").items():
        for entry in entries:
            groups.setdefault(entry, set()).add(group)
    found: dict[str, dict[tuple[str, str, str], VerbForm]] = {}
    for entry, names in groups.items():
        if names == {"adjective"}:
            found[entry] = {(entry, "", "adj"): VerbForm(entry, "", "adj", frozenset({"think", "ask"}))}
            continue
        reflexive = entry.startswith("sich ")
        bare = entry.removeprefix("sich ")
        for form, particle, shape in _forms(bare):
            verb = VerbForm(bare, particle, shape, frozenset(names), reflexive)
            slot = found.setdefault(form, {})
            old = slot.get((bare, particle, shape))
            if old is not None:
                both = old.reflexive and reflexive
                verb = VerbForm(bare, particle, shape, old.groups | verb.groups, both)
            slot[bare, particle, shape] = verb
    swiss = {form.replace("ß", "ss"): slot for form, slot in found.items()}
    return {form: tuple(slot.values()) for form, slot in (swiss | found).items()}


@cache
def nouns(section: str) -> frozenset[str]:
    """A group of nouns, as written."""
    return words("quotations/nouns", section)


@cache
def closed(section: str) -> frozenset[str]:
    """A closed class of words, in small letters."""
    return words("quotations/function_words", section)


@cache
def finite_forms() -> frozenset[str]:
    """Finite forms known without a tagger: auxiliaries, modals, irregular verbs and the verbs of saying."""
    known = set(closed("auxiliary")) | set(closed("konjunktiv")) | set(closed("konjunktiv2"))
    for present, preterite, _, sub in (
        parts.split() for parts in read_lexicon("quotations/principal_parts")["strong"].values()
    ):
        known |= {present, preterite, preterite + "en", sub, sub + "n"}
    for form, verbs in verb_forms().items():
        if any(verb.shape == "fin" for verb in verbs):
            known.add(form)
    return frozenset(known)
