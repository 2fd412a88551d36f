"""Lines in which a page speaks for itself: invitations, contacts, programme notes.

They are told by their words, as their markup is that of paragraphs.
"""

from __future__ import annotations

import re

_LONGEST = 420
"""Code points up to which a line can be a notice."""
_INVITING = (
    r"bestellen|anmelden|abonnieren|registrieren|melden sie sich|melde dich|postfach|kostenlos|informiert sie"
    r"|jetzt lesen|hier geht es|hier geht's|finden sie hier|folgen sie|verpassen|eintragen|abmelden"
)
_NOTICES = re.compile(
    rf"(?:(?=.{{0,300}}\b\S{{0,40}}newsletter\b)(?=.{{0,400}}\b(?:{_INVITING}))"
    r"|über dieses thema berichte(?:te|t)\b.{0,200}\d{1,2}[.:]\d{2} uhr|(?:sie hörten|sendung vom|gesendet) .{0,120}\d"
    r"|rückfragen (?:bitte )?an\b|original-content von\b|pressekontakt\b|kontakt für (?:rückfragen|journalisten)"
    r"|weiteres material\b|quellenangaben?\b"
    r"|dieser (?:text|artikel|beitrag) (?:stammt aus|erschien(?: zuerst)? in|ist erschienen in) "
    r"(?:der |dem )?(?:heft|ausgabe|print)"
    r"|bild \d{1,3} von \d{1,3}|seite \d{1,3} ?(?:/|von) ?\d{1,3}|\d{1,4} (?:kommentare|leserbriefe)$"
    r"|url dieses artikels|links in diesem artikel|aktualisiert vor \d|vor \d{1,2} (?:minuten|stunden)$"
    r"|\d{1,2} ?min(?:uten|\.)?$|(?:passend|mehr|lesen sie (?:auch|mehr)) zum (?:artikel|thema)\b.{0,20}$"
    r"|mit (?:sternchen|einem stern|\*) (?:markierte|gekennzeichnete)"
    r"|mit ihrer (?:registrierung|anmeldung) |durch (?:das )?(?:klicken|anklicken) "
    r"|(?:weiterlesen|jetzt lesen|jetzt weiterlesen)(?: mit|:| \S{1,20}$)"
    r"|(?:sie|du) (?:haben|hast) (?:bereits|schon) (?:ein(?:en)? )?(?:abo|zugang|konto)"
    r"|diese[rn]? (?:artikel|text|inhalt|beitrag) (?:ist (?:exklusiv|nur) für|gehört zu unserem|lesen sie mit))",
    re.IGNORECASE,
)


def is_notice(text: str) -> bool:
    """Whether a line is the page's own and not the article's."""
    return len(text) <= _LONGEST and _NOTICES.match(text.lstrip("-–•*>→ ")) is not None
