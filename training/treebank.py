"""Words with parts of speech and features, from the older GSD treebank and its UniMorph version.

Both are the same text; the one has every part of speech, the other has features for 5,260 of the sentences. What an
older guideline called differently is put into the words of the present one (Universal Dependencies 2).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tui.language.tags_features import FEATURES, POS, PRESENT_SUBJUNCTIVES, PRETERITE_SUBJUNCTIVES

UNKNOWN = -1
"""Number of a class that the data do not tell: no loss there."""

VALUES = {
    "SG": ("Number", "Sing"),
    "PL": ("Number", "Plur"),
    "1": ("Person", "1"),
    "2": ("Person", "2"),
    "3": ("Person", "3"),
    "PRS": ("Tense", "Pres"),
    "PST": ("Tense", "Past"),
    "IND": ("Mood", "Ind"),
    "SBJV": ("Mood", "Sub"),
    "IMP": ("Mood", "Imp"),
    "FIN": ("VerbForm", "Fin"),
    "NFIN": ("VerbForm", "Inf"),
    "V.PTCP": ("VerbForm", "Part"),
    "NOM": ("Case", "Nom"),
    "ACC": ("Case", "Acc"),
    "DAT": ("Case", "Dat"),
    "GEN": ("Case", "Gen"),
    "MASC": ("Gender", "Masc"),
    "FEM": ("Gender", "Fem"),
    "NEUT": ("Gender", "Neut"),
}

OF_VERBS = frozenset({"Mood", "VerbForm", "Tense"})
OF_NOMINALS = frozenset({"Case", "Gender"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM"})
VERBAL = frozenset({"VERB", "AUX"})

ATTRIBUTIVE = ("dies", "jed", "all", "einig", "manch", "welch", "solch", "mehrere", "viel", "wenig", "beid", "jen")
POSSESSIVE = ("mein", "dein", "sein", "ihr", "unser", "euer", "eur", "kein")


@dataclass
class Word:
    """A word as it is written, with class numbers for each feature (0: none, UNKNOWN: not told)."""

    form: str
    pos: str
    features: dict[str, int] = field(default_factory=dict)


def _rows(path: Path) -> list[list[list[str]]]:
    blocks = path.read_text("utf-8").split("\n\n")
    split = [[row.split("\t") for row in block.splitlines() if row and row[0] != "#"] for block in blocks]
    return [rows for rows in split if rows]


def _written(rows: Sequence[list[str]]) -> list[tuple[str, list[str]]]:
    """Words as written: a contraction ('im') counts as its first part."""
    written: list[tuple[str, list[str]]] = []
    covered = 0
    for row in rows:
        if "-" in row[0]:
            begin, covered = (int(x) for x in row[0].split("-"))
            first = next(other for other in rows if other[0] == str(begin))
            written.append((row[1], first))
        elif int(row[0]) > covered:
            written.append((row[1], row))
    return written


def current_pos(words: list[Word]) -> None:
    """Bring parts of speech to the present guideline, in place."""
    for at, word in enumerate(words):
        low = word.form.lower()
        following = words[at + 1].pos if at + 1 < len(words) else ""
        attributive = low.startswith(ATTRIBUTIVE + POSSESSIVE) and low not in ("ihr", "ihrer", "ihnen")
        if (
            (word.pos == "PRON" and attributive and following in ("NOUN", "ADJ", "PROPN", "NUM"))
            or (word.pos == "PRON" and low in ("alle", "alles", "allem", "allen", "aller"))
            or (word.pos in ("PRON", "ADJ") and low in ("andere", "anderen", "anderer", "anderes", "anderem"))
        ):
            word.pos = "DET"


def _features(tags: str, pos: str, form: str, lemma: str) -> dict[str, int]:
    """Class numbers from UniMorph tags; what a part of speech cannot have is 'none', what is missing is unknown."""
    found: dict[str, set[str]] = {}
    for tag in tags.split(";"):
        if tag in VALUES:
            name, value = VALUES[tag]
            found.setdefault(name, set()).add(value)
    if pos in VERBAL and "Fin" in found.get("VerbForm", ()):
        _complete(found, form.lower(), lemma.lower())
    numbers = {}
    for name, values in FEATURES.items():
        told = found.get(name, set())
        if len(told) == 1:
            numbers[name] = values.index(next(iter(told)))
        elif told or _could_have(name, pos, found):
            numbers[name] = UNKNOWN
        else:
            numbers[name] = 0
    return numbers


def _could_have(name: str, pos: str, found: dict[str, set[str]]) -> bool:
    finite = "Fin" in found.get("VerbForm", ())
    if name in OF_VERBS:
        return pos in VERBAL and (finite or not found.get("VerbForm"))
    if name in OF_NOMINALS:
        return pos in NOMINAL
    return pos in NOMINAL or (pos in VERBAL and finite)


def _complete(found: dict[str, set[str]], form: str, lemma: str) -> None:
    """Mood and tense of a finite form where the form itself tells them."""
    stem = lemma[:-2] if lemma.endswith("en") else lemma[:-1]
    if form in PRETERITE_SUBJUNCTIVES:
        found["Mood"], found["Tense"] = {"Sub"}, {"Past"}
    elif form in PRESENT_SUBJUNCTIVES or (form == stem + "e" and "3" in found.get("Person", ())):
        found["Mood"], found["Tense"] = {"Sub"}, {"Pres"}
    elif not found.get("Mood"):
        found["Mood"] = {"Ind"}
        if not found.get("Tense"):
            present = form in (stem + "t", stem + "et", stem + "e", stem + "en", lemma)
            found["Tense"] = {"Pres"} if present else {"Past"} if form.startswith(stem + "te") else set()


def training_sentences(data: Path) -> list[list[Word]]:
    """All sentences of the older GSD training part."""
    features = {" ".join(r[0] for r in rows): rows for rows in _rows(data / "sigmorphon" / "train_track1_high.tsv")}
    trees = _rows(data / "gsd_upos" / "train.upos.conllu")
    verbs = frozenset(row[1].lower() for rows in trees for row in rows if row[3] in VERBAL)
    found = []
    for rows in trees:
        simple = [row for row in rows if "-" not in row[0]]
        told = features.get(" ".join(row[1] for row in simple))
        by_id = {row[0]: tell for row, tell in zip(simple, told, strict=True)} if told else {}
        words = []
        for form, row in _written(rows):
            pos = "SYM" if row[3] == "_" else row[3]
            tell = by_id.get(row[0])
            numbers = _features(tell[2], pos, form, tell[1]) if tell else dict.fromkeys(FEATURES, UNKNOWN)
            words.append(Word(form, pos, numbers))
        current_pos(words)
        if told is None:
            _subjunctives(words, verbs)
        found.append(words)
    return found


def _subjunctives(words: list[Word], verbs: frozenset[str]) -> None:
    """Mark, in place, subjunctives of a sentence without features where form and want of an 'ich' give them away."""
    first_person = any(word.form.lower() == "ich" for word in words)
    for at, word in enumerate(words):
        low = word.form.lower()
        if word.pos not in VERBAL:
            continue
        tense = "Past" if low in PRETERITE_SUBJUNCTIVES else "Pres" if low in PRESENT_SUBJUNCTIVES else ""
        present = low.endswith("e") and low + "n" in verbs and low[:-1] + "t" in verbs
        if not tense and at and not first_person and present:
            tense = "Pres"
            word.features["Person"], word.features["Number"] = 3, 1
        if tense:
            word.features["VerbForm"], word.features["Mood"] = 1, 2
            word.features["Tense"] = FEATURES["Tense"].index(tense)


def test_sentences(path: Path) -> list[list[Word]]:
    """The sentences of a UD file of today."""
    found = []
    for rows in _rows(path):
        words = []
        for form, row in _written(rows):
            told = dict(part.split("=", 1) for part in row[5].split("|") if "=" in part)
            numbers = {
                name: values.index(told[name]) if told.get(name) in values else 0 for name, values in FEATURES.items()
            }
            words.append(Word(form, row[3] if row[3] in POS else "X", numbers))
        found.append(words)
    return found
