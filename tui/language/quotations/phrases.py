"""Reads noun phrases off the words of a sentence.

German orthography does half of a parser's work: nouns are capitalised. The rules use tags where there are
some and manage without.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.language.quotations.lexicon import closed, nouns
from tui.language.quotations.no_genitives import after_person, of_verb, told_to
from tui.language.quotations.words import Prose, Word

_ARTICLES = frozenset({"des", "der", "eines", "einer", "dieses", "dieser"})
_OWNERS = frozenset({"seines", "seiner", "ihres", "ihrer", "unseres", "unserer", "deren", "dessen"})
GENITIVE = _ARTICLES | _OWNERS | {"mehrerer", "vieler", "zweier", "dreier", "beider", "aller", "einiger"}
_ADJECTIVE_ENDINGS = ("e", "en", "er", "em", "es")
_PARTICLES = frozenset({"van", "de", "bin", "al", "el", "di", "da", "la", "le", "ten"})
_CLOSERS = {"»": "«", "«": "»", "‚": "‘’'"}
_JOINING = frozenset({"von", "vom", "für", "aus"})


def is_noun(prose: Prose, number: int) -> bool:
    """Whether a word is a noun or a name: its tag, or a capital inside the sentence."""
    word = prose.words[number]
    if word.pos:
        written = word.capital and word.pos in ("X", "ADJ", "NUM") and not prose.raised(number)
        return word.pos in ("NOUN", "PROPN") or (written and word.lower not in closed("determiner"))
    return word.capital and word.lower not in closed("determiner") and word.lower not in closed("pronoun")


def noun_phrase(prose: Prose, number: int, last: int, wide: bool = False) -> int:
    """Where the noun phrase that begins at a word ends.

    Args:
        prose: The article.
        number: Its first word.
        last: The word after the last that may belong to it.
        wide: Whether prepositional attributes belong to it ("ein Mann mit Hut").

    Returns:
        The number of the word after it; ``number`` itself where no noun phrase begins.
    """
    end = _core(prose, number, last)
    if end == number or (end == number + 1 and prose.words[number].lower in ("er", "sie", "es", "man")):
        return end
    while end < last:
        grown = _attribute(prose, end, last, wide)
        if grown == end:
            break
        end = grown
    return end


def _core(prose: Prose, number: int, last: int) -> int:
    """Determiner, adjectives, nouns and names; or one pronoun."""
    words = prose.words
    at = number
    if at < last and words[at].lower in closed("determiner"):
        at += 1
    head = at
    steps = 0
    while head < last and steps < 7:
        word = words[head]
        if word.alpha and is_noun(prose, head) and not (head == number and word.lower in closed("adverb")):
            return _nouns(prose, head, last)
        if word.text in '„"»«‚“' and head + 1 < last and not prose.taken[head + 1]:
            closing = _closing(prose, head, last)
            if closing:
                return _nouns(prose, closing - 1, last)
        inner = head > number and (word.lower in closed("adverb") or _joins_adjectives(prose, head, last))
        if head == at > number and word.lower in closed("preposition"):
            inside = noun_phrase(prose, head + 1, last)
            if inside > head + 1 and inside < last - 1 and _adjectival(prose, inside):
                head = inside
                continue
        if not (inner or _adjectival(prose, head) or word.text[0].isdigit() or (word.text == "," and head > at)):
            break
        head += 1
        steps += 1
    if number < last and (words[number].lower in closed("pronoun") or prose.demonstrative(number)):
        return number + 1
    return number


def _joins_adjectives(prose: Prose, number: int, last: int) -> bool:
    """Whether "und" stands between two adjectives: "frühere und heutige Angestellte"."""
    joining = prose.words[number].lower in ("und", "oder") and number + 1 < last
    return joining and prose.words[number - 1].pos == "ADJ" and prose.words[number + 1].pos == "ADJ"


def _adjectival(prose: Prose, number: int) -> bool:
    word = prose.words[number]
    if word.pos:
        return word.pos in ("ADJ", "NUM", "DET") or (word.pos == "ADV" and not word.lower.endswith("lich"))
    lower = word.lower
    if lower in closed("determiner") or lower in ("und", "sowie", "sehr", "so", "genannte", "genannten"):
        return True
    return lower.endswith(_ADJECTIVE_ENDINGS) and not word.capital and len(lower) > 3 and lower not in closed("adverb")


def _nouns(prose: Prose, at: int, last: int) -> int:
    """Past a run of nouns and names, with names in marks, brackets and hyphens."""
    words = prose.words
    at = min(prose.name_ends.get(at, at + 1), last)
    while at < last:
        word = words[at]
        if words[at - 1].text in nouns("time") and at - 1 not in prose.name_ends and word.pos == "NOUN":
            break  # "wies am Abend Berichte zurück"
        if at in prose.name_ends:
            if prose.name_ends.get(at - 1) == at:
                break  # "schlug Ebel Rita Sommer vor": two names
            at = min(prose.name_ends[at], last)
        elif (
            word.alpha
            and at - 1 in prose.name_ends
            and prose.name_ends[at - 1] == at
            and word.pos in ("NOUN", "")
            and words[at - 1].text[-1] not in "s’'"
        ):
            break  # "laut Airbus Bestellungen": a noun after a whole name begins something else
        elif (word.alpha and is_noun(prose, at) and word.text not in nouns("time") and _noun_like(word)) or (
            word.text in _PARTICLES and words[at - 1].capital and at + 1 < last and words[at + 1].capital
        ):
            at += 1
        elif word.text == "(":
            closing = next((n for n in range(at + 1, min(at + 8, last)) if words[n].text == ")"), 0)
            if not closing:
                break
            at = closing + 1
        elif word.text in '„"»‚' or _opens(prose, at):
            closing = _closing(prose, at, last)
            if not closing:
                break
            at = closing
        elif word.text == "-" and _halved(prose, at, last):
            at += 2
        elif (
            (word.text in "-&/.’'" and at + 1 < last and words[at + 1].capital and word.text != ".")
            or (word.text == "." and at + 1 < last and words[at - 1].end - words[at - 1].start <= 4)
            or (word.text[0].isdigit() and len(word.text) <= 3 and _numbers(prose, at, last))
        ):
            at += 1
        else:
            break
    return at


def _noun_like(word: Word) -> bool:
    """Whether a word is written as a noun; what the tagger alone takes for one may be a verb."""
    return not word.text[0].islower()


def _halved(prose: Prose, at: int, last: int) -> bool:
    """Whether a hyphen leaves the end of a compound to the next: "Such- und Rettungsagentur"."""
    words = prose.words
    return (
        at + 2 < last
        and words[at].start == words[at - 1].end
        and words[at + 1].lower in ("und", "oder")
        and words[at + 2].capital
    )


def _numbers(prose: Prose, at: int, last: int) -> bool:
    """Whether a figure belongs to the noun before it ("Artikel 65") and counts nothing ("62 Personen")."""
    return prose.words[at - 1].capital and not (at + 1 < last and is_noun(prose, at + 1))


def _opens(prose: Prose, at: int) -> bool:
    """Whether a Swiss mark opens, as in "die Zeitung «Tagblatt»"; in Germany the same sign closes."""
    return prose.words[at].text == "«" and prose.words[at].start > prose.words[at - 1].end


def _closing(prose: Prose, at: int, last: int) -> int:
    """The word after a short name in marks that opens at a word, or 0."""
    if at + 1 < last and not (prose.words[at + 1].capital or prose.words[at + 1].text[0].isdigit()):
        return 0
    closers = _CLOSERS.get(prose.words[at].text, '“”"‘’')
    for number in range(at + 2, min(at + 8, last)):
        if prose.words[number].text in closers:
            return number + 1
    return 0


def _attribute(prose: Prose, end: int, last: int, wide: bool) -> int:
    """Past a genitive, a phrase with "von", or (wide) any prepositional phrase."""
    words = prose.words
    word = words[end]
    if word.lower in GENITIVE and (after_person(prose, end) or told_to(prose, end, last)):
        return end
    if word.lower == "der" and _nominative(prose, end + 1, last):
        return end
    if word.lower in GENITIVE or (word.lower in ("und", "sowie") and end + 1 < last):
        begin = end if word.lower in GENITIVE else end + 1
        if begin > end and prose.finite(begin):
            return end
        grown = _core(prose, begin, last)
        return grown if grown > begin + (word.lower in GENITIVE) or (begin > end and grown > begin) else end
    if word.lower in ("für", "aus") and (end in prose.person_ends or of_verb(prose, end)):
        return end
    bare = word.pos == "ADJ" and not word.capital and word.lower.endswith("er")
    if bare and end + 1 < last and is_noun(prose, end + 1):
        return min(last, prose.name_ends.get(end + 1, end + 2))  # "Angaben informierter Kreise"
    if word.lower in _JOINING or (wide and word.lower in closed("preposition")):
        if not wide and end + 1 < last and words[end + 1].text in nouns("time"):
            return end
        grown = _core(prose, end + 1, last)
        return grown if grown > end + 1 else end
    return end


def _nominative(prose: Prose, number: int, last: int) -> bool:
    """Whether an adjective after "der" shows that the phrase is no genitive: "der überwiegende Teil"."""
    if number + 1 >= last:
        return False
    word = prose.words[number]
    return not word.capital and word.lower.endswith("e") and is_noun(prose, number + 1)


def phrases_in(prose: Prose, first: int, last: int) -> Iterator[tuple[int, int, bool]]:
    """The noun phrases of a stretch: first word, end, and whether a preposition stands before."""
    words = prose.words
    at = first
    while at < last:
        opening = at == prose.ranges[words[at].sentence][0]
        governs = words[at].lower in closed("preposition") and words[at].pos != "PROPN"
        if governs and (opening or not words[at].capital):
            end = noun_phrase(prose, at + 1, last)
            if end > at + 1:
                yield at + 1, end, True
                at = end
                continue
            at += 1
            continue
        end = noun_phrase(prose, at, last)
        if end > at:
            yield at, end, False
            at = end
        else:
            at += 1


def temporal(prose: Prose, first: int, last: int) -> bool:
    """Whether a noun phrase tells a time; a name such as "Ralf Sonntag" does not."""
    near = range(first, min(last, first + 4))
    return any(prose.words[n].text in nouns("time") and n not in prose.name_ends for n in near)
