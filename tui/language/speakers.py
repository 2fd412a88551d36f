"""What a speaker is called where quotations are shown, in full and in short.

Word lists are read when the first quotation is shown: the reader's first paint comes before and does not pay for them.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.language.model import Quotation

_GENITIVE = frozenset(
    ("der", "des", "eines", "einer", "dieses", "dieser", "seines", "seiner", "ihres", "ihrer", "unseres", "unserer",
     "vieler", "mehrerer", "beider", "zweier", "dreier")
)  # fmt: skip
_OF = frozenset(["von", "vom", "durch", "aus", "in", "im", "bei", "beim", "am"])
"""Prepositions behind a noun that say to whom or where somebody belongs, as no "with" and "about" does."""


def speaker_name(quotation: Quotation) -> str:
    """Who speaks; empty where nobody was found or only a pronoun that stands for no name, such as "man"."""
    from tui.language.lexicon import read_lexicon

    speaker = quotation.speaker
    name = (speaker.name or speaker.text) if speaker is not None else ""
    return "" if name.casefold() in read_lexicon("quotations/function_words")["pronoun"] else name


def shown_speaker(quotation: Quotation, names: Container[str]) -> str:
    """Who speaks, as it can stand beside the words: a name, or the noun that says who, with what belongs to it.

    "Personen, die mit dem Umzug vertraut sind" are "Personen"; "Berichten" and "denen, die seine Pläne kennen" say
    not who, and nothing is shown.

    Args:
        quotation: The quotation.
        names: The names of persons, bodies and places that are known.
    """
    name, text = speaker_name(quotation), quotation.speaker.text if quotation.speaker is not None else ""
    # Words that are not the text's own are a name too, learned in another article perhaps: "er" is "Anna Berg".
    if name in names or (name not in text and is_written_as_name(name)):
        return name
    return who_of(name, alone=text == name)


def short_name(person: str) -> str:
    """The surname of a person with its particles, as "von der Leyen"; the name itself if it is one word."""
    from tui.language.naming_forms import surname

    return surname(person)


def short_speaker(shown: str) -> str:
    """The noun of a phrase that says who, as "Sprecher" of "Sprecher der Feuerwehr"; the phrase where it has none."""
    from tui.language.quotations.lexicon import closed

    words = shown.split()
    nouns = [n for n, word in enumerate(words) if _capital(word) and word.lower() not in closed("determiner")]
    return " ".join(words[nouns[0] : _run(nouns, 0)]) if nouns else shown


@lru_cache(maxsize=1024)
def who_of(phrase: str, alone: bool) -> str:
    """The part of a phrase that says who; empty where none does.

    Args:
        phrase: Words of the text without their article.
        alone: Whether no article stood before them.
    """
    from tui.language.quotations.lexicon import closed
    from tui.language.quotations.roles import listed

    # What follows a comma says what somebody knows or is, not who.
    words = phrase.partition(",")[0].split()
    small = [word.lower() for word in words]
    nouns = [n for n, word in enumerate(words) if _capital(word) and small[n] not in closed("determiner")]
    if not nouns:
        return ""
    first = 0
    if any(word in closed("preposition") for word in small[: nouns[0]]):
        # What stands before such a noun belongs to its participle: "mit den Plänen vertrauten Personen".
        bound = closed("determiner") | closed("preposition")
        first = next((n for n in nouns if n - 1 not in nouns and small[n - 1] not in bound), -1)
        if first < 0:
            return ""
        nouns = nouns[nouns.index(first) :]
    last = _run(nouns, 0)
    end = _end(small, nouns, last)
    whole, heads = " ".join(words[first:end]), words[nouns[0] : last]
    if any(map(says_who, heads)):
        return whole
    if any(map(tells, heads)):  # "Angaben" says not who, "Angaben ihres Anwalts" does
        return whole if any(says_who(words[n]) for n in nouns if last <= n < end) else ""
    # Words in capitals, without an article, may be a name that is not known as one.
    silent = any(listed(word.lower(), "mute", "time") for word in heads)
    named = alone and small[0] not in closed("determiner") and is_written_as_name(phrase) and not silent
    return phrase if named else ""


def is_written_as_name(words: str) -> bool:
    """Whether all words have a capital, but for particles such as "von"."""
    from tui.language.lexicon import read_lexicon

    particles = read_lexicon("naming")["particle"]
    return all(_capital(word) or word in particles for word in words.split())


def _capital(word: str) -> bool:
    """Whether a word, or what a number stands before as in "14-Jähriger", begins with a capital letter."""
    return word[:1].isupper() or word.rpartition("-")[2][:1].isupper()


def _run(nouns: Sequence[int], index: int) -> int:
    """The word after a noun and those that follow it at once."""
    while index + 1 < len(nouns) and nouns[index + 1] == nouns[index] + 1:
        index += 1
    return nouns[index] + 1


def _end(small: Sequence[str], nouns: Sequence[int], last: int) -> int:
    """Where the words behind a noun end that say to whom or where somebody belongs, or who else speaks."""
    while last < len(small):
        after = next((index for index, n in enumerate(nouns) if n > last), None)
        joined = small[last] == "und" and last + 1 in nouns
        if after is None or not (joined or small[last] in _GENITIVE or small[last] in _OF):
            break
        last = _run(nouns, after)
    return last


def says_who(noun: str) -> bool:
    """Whether a noun is a person, a body, or a single text that can stand for who wrote it."""
    from tui.language.quotations.roles import listed

    return is_somebody(noun) or (listed(noun.lower(), "text") and not tells(noun))


def is_somebody(noun: str) -> bool:
    """Whether a noun is a person or a body."""
    from tui.language.quotations.roles import described, is_role, listed

    return is_role(noun) or described(noun) or listed(noun.lower(), "role-group", "who")


def tells(noun: str) -> bool:
    """Whether a noun is one of speech in general, such as "Angaben" and "Berichten"."""
    from tui.language.quotations.lexicon import nouns

    return noun in nouns("source") and noun not in nouns("text")
