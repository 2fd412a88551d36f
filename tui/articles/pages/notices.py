"""Lines in which a page speaks for itself: invitations, contacts, programme notes.

They are told by their words, as their markup is that of paragraphs. A rule has to fit from a line's beginning, so that
a sentence of the article that speaks of such things stays.
"""

from __future__ import annotations

import re

_LONGEST = 600
"""Code points up to which a line can be a notice."""
_TO_READERS = r"(?-i:\bSie\b|\bIhre?[nmrs]?\b)|\b(?:dich|dir|deine?[nmrs]?|jetzt|hier)\b"
_INVITING = (
    r"bestellen|anmelden|abonnieren|abonniere|registrieren|melden sie sich|melde dich|postfach|kostenlos|informiert sie"
    r"|jetzt lesen|folgen sie|verpassen|eintragen|abmelden"
)
_ASKING = (
    r"(?-i:unterstützen Sie|Sie uns unterstützen)|unterstütze uns|du uns unterstützen"
    r"|jetzt (?:unterstützen|mitmachen)"
)
_RULES = (
    # Newsletters, support, accounts. What is quoted was said by somebody.
    rf"(?!.*[„»])(?=.*\b\S{{0,40}}newsletter\b)(?=.*\b(?:{_INVITING}))(?=.*(?:{_TO_READERS}))",
    rf"(?!.*[„»])(?=.*(?:{_ASKING}))(?=.*(?:journalismus|unsere arbeit|bezahlschranke|spende|beitrag ab|werbefrei))",
    r"mit (?-i:Ihrer|deiner) (?:registrierung|anmeldung) .*(?:datenschutz|nutzungsbedingungen|agb|einverstanden)",
    r"durch (?:das )?(?:klicken|anklicken) ",
    r"(?:weiterlesen|jetzt lesen|jetzt weiterlesen)(?: mit|:| \S{1,20}$)",
    r"(?:(?-i:Sie) haben|du hast) (?:bereits|schon) (?:ein(?:en)? )?(?:abo|zugang|konto)\b",
    r"diese[rn]? (?:artikel|text|inhalt|beitrag) (?:ist (?:exklusiv|nur) für|gehört zu unserem|lesen sie mit)",
    r"mit (?:sternchen|einem stern|\*) (?:markierte|gekennzeichnete)",
    # Where it was broadcast or printed, and who answers questions.
    r"dieses thema im programm\b",
    r"über dieses thema berichtete?\b.{0,200}\d{1,2}[.:]\d{2} uhr",
    r"dieser (?:text|artikel|beitrag) (?:stammt aus|erschien(?: zuerst)? in|ist erschienen in) "
    r"(?:der |dem )?(?:heft|ausgabe|print)",
    r"rückfragen (?:bitte )?an\b|original-content von\b|pressekontakt\b|kontakt für (?:rückfragen|journalisten)",
    r"(?:datum|autor(?:in)?|ressort|rubrik|kategorie|erstellt): .{1,120}(?<![.!?“»])$",
    r"ausgabe vom \d.{1,100}(?<![.!?“»])$",
    # What counts and leads on.
    r"(?:bild|seite) \d{1,3} ?(?:/|von) ?\d{1,3}\W*$|\d{1,4} (?:kommentare|leserbriefe)$",
    r"url dieses artikels|links in diesem artikel|aktualisiert vor \d|vor \d{1,2} (?:minuten|stunden)$",
    r"\d{1,2} ?min(?:uten|\.)?$|(?:passend|mehr|lesen sie (?:auch|mehr)) zum (?:artikel|thema)\b.{0,20}$",
)
_NOTICE = re.compile("|".join(f"(?:{rule})" for rule in _RULES), re.IGNORECASE)


def is_notice(text: str) -> bool:
    """Whether a line is the page's own and not the article's."""
    return len(text) <= _LONGEST and _NOTICE.match(text.lstrip("-–•*>→ ")) is not None
