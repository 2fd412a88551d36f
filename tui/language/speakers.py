"""What a speaker is called where quotations are shown, in full and in short.

Word lists are read when the first quotation is shown: the reader's first paint comes before and does not pay for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tui.language.model import Quotation


def speaker_name(quotation: Quotation) -> str:
    """Who speaks; empty where nobody was found or only a pronoun that stands for no name, such as "man"."""
    from tui.language.lexicon import read_lexicon

    speaker = quotation.speaker
    name = (speaker.name or speaker.text) if speaker is not None else ""
    return "" if name.casefold() in read_lexicon("quotations/function_words")["pronoun"] else name


def short_name(person: str) -> str:
    """The surname of a person with its particles, as "von der Leyen"; the name itself if it is one word."""
    from tui.language.naming_forms import surname

    return surname(person)
