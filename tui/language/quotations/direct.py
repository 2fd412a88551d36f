"""Which words in quotation marks are somebody's words, and who said them.

Half of the marked pairs of German news are names, titles and scare quotes. Length decides most: nine words and more are
nearly always quotations, one or two seldom; between them a cue, a finite verb and small letters tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from tui.language.quotations.bystanders import before_bracket
from tui.language.quotations.clauses import Segment, segments
from tui.language.quotations.cues import Cue, find_cues
from tui.language.quotations.lexicon import closed, nouns, verb_forms
from tui.language.quotations.marked_names import INDEFINITE, article_name, entity, named, title_case
from tui.language.quotations.marked_words import Marked, outside, whole_utterance
from tui.language.quotations.words import Prose

_CALLED = frozenset({"hieß", "heißt", "heißen", "hießen", "lautet", "genannt", "getauft", "betitelt", "namens"})
WHOLE = 25
"""Most words of a quotation that is read as a part of the sentence round it."""

WINDOW = 120
"""Words before and after marks that are searched for who speaks."""


def is_quotation(prose: Prose, marked: Marked, cues: Sequence[Cue], sourced: bool) -> bool:
    """Whether marked words are somebody's words.

    Args:
        prose: The article.
        marked: The words.
        cues: Verbs of saying in the sentence round them.
        sourced: Whether the sentence names a source without a verb ("laut", "zufolge").
    """
    count = marked.count
    stated = bool(cues) or sourced
    if count == 0:
        return False
    before, after = outside(prose, marked)
    words = prose.words
    if any(
        words[n].lower in _CALLED and words[n].sentence == words[marked.first].sentence
        for n in range(max(0, before - 1), before + 1)
    ):
        return False
    if _called(prose, marked, cues):
        return True
    if _titled(prose, marked, before, after):
        return False
    if count >= 9 and (marked.verb or stated or before < 0 or words[before].text == ":"):
        return True
    left = words[before] if before >= 0 else None
    right = words[after] if after < len(words) else None
    sentence = words[marked.first].sentence
    lead = left is not None and left.text == ":" and left.sentence in (sentence, sentence - 1)
    inside = prose.text[marked.pair.start : marked.pair.end]
    stop = inside[-1:] in ".!?…" and count > 1
    small = not words[marked.first].capital and words[marked.first].alpha
    if named(prose, marked, before) and not (small and (count >= 6 or words[marked.first].lower in INDEFINITE)):
        return (lead or stop) and count >= 4 and marked.verb and not title_case(prose, marked)
    uttered = whole_utterance(prose, marked) and _comment(prose, after, "say")
    if uttered and (stop or marked.verb or not entity(prose, marked)):
        return True
    if _comment(prose, after) or (lead and (cues or marked.verb or stop)):
        spoken = lead and (stop or marked.verb or any("say" in cue.verb.groups for cue in cues))
        return not title_case(prose, marked) or spoken or count > 3
    if stop_short(prose, marked, cues):
        return True
    if right is not None and right.text.startswith("-") and right.start <= marked.pair.end + 1:
        return False
    if article_name(prose, marked, before):
        return False
    if small and count >= (4 if stated or _second(prose, marked) else 6) and not entity(prose, marked):
        return True
    if not entity(prose, marked) and _pinned(prose, marked, before, cues):
        return True
    if title_case(prose, marked):
        return count >= 5 and marked.verb and bool(cues)
    alone = left is None or left.sentence != sentence or left.text in ".!?"
    if stop and marked.verb and (alone or count >= 4):
        return True
    told = not entity(prose, marked) and any(
        prose.konjunktiv(n) for n in range(*prose.ranges[sentence]) if not marked.first <= n < marked.last
    )
    if told and (count >= 2 or small) and (count >= 3 or (small and count == 2) or _phrase_like(prose, marked)):
        return True
    if small and sourced and count == 2 and (_phrase_like(prose, marked) or words[marked.first].lower in INDEFINITE):
        return True
    if before_bracket(prose, marked) is not None and marked.verb:
        return True
    telling = [
        cue for cue in cues if cue.verb.groups & {"say", "name", "report"} and cue.verb.lemma not in closed("manner")
    ]
    strong = [cue for cue in telling if not _everybody(prose, marked, cue)]
    if count >= 6:
        return marked.verb or stated
    if count >= 3:
        return bool(strong) or sourced or (marked.verb and alone) or (small and bool(cues))
    return bool(_naming_cue(marked, strong)) and _phrase_like(prose, marked)


def _titled(prose: Prose, marked: Marked, before: int, after: int) -> bool:
    """Whether the words are a motto or a title by the noun beside them: "unter dem Motto", "so lautet der Titel"."""
    words = prose.words
    if before >= 0 and words[before].text in nouns("label"):
        return True
    near = [words[n] for n in range(after, min(len(words), after + 6))]
    return marked.count < 9 and bool(near) and near[0].text == "," and any(word.text == "Titel" for word in near)


def _called(prose: Prose, marked: Marked, cues: Sequence[Cue]) -> bool:
    """Whether a verb of naming has the words as what it calls something: "nannte die Aktion „einen Witz“"."""
    article = prose.words[marked.first].text in INDEFINITE
    return article and any("name" in cue.verb.groups and cue.finite < marked.first for cue in cues)


def _second(prose: Prose, marked: Marked) -> bool:
    """Whether a Konjunktiv II stands outside the marks: "würden „in den Haushalt fließen“"."""
    first, last = prose.ranges[prose.words[marked.first].sentence]
    return any(prose.konjunktiv(n, True) for n in range(first, last) if not marked.first <= n < marked.last)


def stop_short(prose: Prose, marked: Marked, cues: Sequence[Cue]) -> bool:
    """Whether one or two words are a whole utterance: 'antwortete mit „Ja.“'."""
    inside = prose.text[marked.pair.start : marked.pair.end]
    said = any("say" in cue.verb.groups and not cue.passive for cue in cues)
    return marked.count <= 3 and said and inside[-1:] in ".!?" and inside[:1].isupper()


def _comment(prose: Prose, after: int, group: str = "") -> bool:
    """Whether a comment clause follows the marks: '“, sagte', '“, so'; with a group only a verb of that group."""
    words = prose.words
    if after >= len(words) or words[after].text not in ",–—":
        return False
    if after + 1 >= len(words):
        return False
    following = words[after + 1]
    if following.lower == "so":
        return not group and after + 2 < len(words) and not prose.finite(after + 2)
    forms = verb_forms().get(following.lower, ())
    return any(form.shape in ("fin", "plural", "sub") and (not group or group in form.groups) for form in forms)


def _pinned(prose: Prose, marked: Marked, before: int, cues: Sequence[Cue]) -> bool:
    """Whether a verb pins the words on something: 'nannte die Absage einen „Vertrauensbruch“', 'sprach von „X“'."""
    words = prose.words
    near = [words[n].lower for n in range(max(0, before - 2), before + 1)]
    if "von" in near and "Rede" in [words[n].text for n in range(marked.last, min(len(words), marked.last + 4))]:
        return True
    if any(words[n].text in nouns("utterance") for n in range(max(0, before - 3), before + 1)):
        return True
    for cue in cues:
        if _everybody(prose, marked, cue):
            continue
        wide = near if cue.verb.lemma == "warnen" else [words[n].lower for n in range(max(0, before - 5), before + 1)]
        if cue.verb.lemma in ("sprechen", "warnen", "reden") and ("von" in wide or "vom" in wide or "vor" in near):
            return True
        if cue.verb.lemma == "vor|werfen" and cue.finite < marked.first:
            return True
        if "name" in cue.verb.groups and cue.verb.lemma != "sprechen":
            object_after = words[before].lower in ("ein", "eine", "einen", "für") and cue.finite < marked.first
            pinned = "als" in near or object_after
            if pinned and abs(cue.word - marked.first) <= 20:
                return True
    return False


def _everybody(prose: Prose, marked: Marked, cue: Cue) -> bool:
    """Whether a noun is what a thing is called by everybody: "nennt man einen „Aktiensplit“"."""
    if "name" not in cue.verb.groups:
        return False
    near = range(max(0, cue.finite - 2), min(len(prose.words), cue.finite + 3))
    if any(prose.words[n].lower == "man" and not prose.taken[n] for n in near):
        return True
    agent = any(prose.words[n].lower in ("von", "vom") for n in range(max(0, marked.first - 8), marked.first))
    return marked.count == 1 and prose.words[marked.first].capital and cue.passive and not agent


def _naming_cue(marked: Marked, cues: Sequence[Cue]) -> Cue | None:
    """A verb of saying close to short marked words."""
    for cue in cues:
        distance = min(abs(cue.word - marked.first), abs(cue.word - marked.last))
        if distance <= 14:
            return cue
    return None


def _phrase_like(prose: Prose, marked: Marked) -> bool:
    """Whether one to two words read as somebody's wording: an adjective or a verb among them."""
    inside = [prose.words[n] for n in range(marked.first, marked.last) if prose.words[n].alpha]
    return any(not word.capital and len(word.text) > 3 for word in inside)


def cues_round(prose: Prose, marked: Marked) -> tuple[list[Segment], list[Cue]]:
    """Segments and verbs of saying of the sentence or sentences round marked words, the marked words left out."""
    words = prose.words
    before, after = outside(prose, marked)
    sentence = words[marked.first].sentence
    first = prose.ranges[sentence][0]
    if before >= 0 and words[before].text == ":" and words[before].sentence == sentence - 1:
        first = prose.ranges[sentence - 1][0]
    end_sentence = words[max(marked.first, marked.last - 1)].sentence
    last = prose.ranges[end_sentence][1]
    if (
        after < len(words)
        and words[after].sentence == end_sentence + 1
        and (words[after].text in ",–—" or not words[after].capital)
    ):
        last = prose.ranges[end_sentence + 1][1]
    opening = before + 1
    first, last = max(first, opening - WINDOW), min(last, after + WINDOW)
    if marked.count <= WHOLE:
        kept = prose.taken[marked.first : marked.last]
        prose.taken[marked.first : marked.last] = [True] * len(kept)
        parts = segments(prose, first, last)
        cues = find_cues(prose, parts)
        prose.taken[marked.first : marked.last] = kept
        return parts, cues
    parts = segments(prose, first, opening)
    if last > after:
        parts.extend(segments(prose, after, last))
    return parts, find_cues(prose, parts)
