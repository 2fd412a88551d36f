"""What pages ask of their readers: to allow cookies, order a newsletter, pay, or read another article.

Such boxes are worded anew on every site, so they are told by what they speak of and how: a newsletter and a call to
order it, an article and who may read it. Somebody's quoted words are never taken for one.
"""

from __future__ import annotations

import re

from tui.articles.patterns import pattern

LONGEST = 300
"""Code points up to which a stretch can be a box."""
LONGEST_CONSENT = 1_500
"""Code points up to which a stretch can be a request for consent: lawyers wrote some of them."""
_LEAD = r"^[\W_]{0,6}"
_QUOTED = pattern("[„“”»«‚‘]")
_TO_THE_READER = r"\b(?:sie|ihnen|ihr|ihre[mnr]?|du|dir|dein\w{0,2}|unser\w{0,2}|wir|jetzt|hier|kostenlos|gratis)\b"
_NEWSLETTER = pattern(r"\b(?:\w{2,20}[- ])?newsletter\b|\bpush-?(?:nachricht|mitteilung)\w*", re.IGNORECASE)
_ORDER = pattern(
    r"\b(?:an(?:zu)?melde\w*|melde\w* .{0,60}\ban\b|abonnier\w*|bestell\w*|registrier\w*|eintragen|verpass\w*|postfach"
    r"|posteingang|e-mail|zusenden|zuschicken|(?:geht es|kommen sie|geht's) .{0,20}(?:zu|zum))\b",
    re.IGNORECASE,
)
_READER = pattern(_TO_THE_READER, re.IGNORECASE)
_CONSENT = pattern(
    r"\b(?:(?:wir|diese (?:web)?seite|diese website|dieses angebot) (?:\w+ ){0,3}(?:verwende[nt]|nutz(?:en|t)"
    r"|setz(?:en|t)) (?:\w+ ){0,4}cookies"
    r"|(?:externe[nrs]?|eingebettete[nrs]?) inhalte?s? (?:\w+ ){0,6}(?:anzeigen|anzuzeigen|laden|zulassen|aktivieren"
    r"|zustimm\w+)|(?:inhalt|video|karte|beitrag|tweet)s? (?:\w+ ){0,4}anzu(?:zeigen|sehen),? .{0,80}(?:zustimm|cookies"
    r"|datenschutz)\w*|mit dem (?:laden|abspielen|anklicken) .{0,60}(?:akzeptieren|stimmen) sie)\b",
    re.IGNORECASE,
)
_LONG_CONSENT = pattern(
    r"(?:um|zum|zur|mit dem|mit der|an dieser stelle|wir benötigen|hier)\b.{0,80}"
    r"\b(?:inhalte?s?|videos?|beiträge|karten?)\b.{0,120}\b(?:einwilligung|zustimmung|einverstanden|personenbezogene[rn]?)\b",
    re.IGNORECASE,
)
_MAILBOX = pattern(
    r"(?=.*\b(?:kostenlos|gratis|täglich|wöchentlich|jeden|jede|die wichtigsten|abonnier\w*|informiert|newsletter)\b)"
    r".*\b(?:in|direkt in) (?-i:Ihr|dein|Dein)(?:em|en)? (?:privaten |e-?mail-?|mail-?)?(?:postfach|posteingang)\b"
    r"|(?:die wichtigsten|das wichtigste|alles wichtige)\b.*\b(?:kostenlos|täglich|jeden \w+) (?:per|als)"
    r" (?:e-?mail|newsletter)\W*$",
    re.IGNORECASE,
)
_UNREAD = pattern(
    r"\b(?:von|durch) (?:\S+ ){0,3}\S*redaktion\S* nicht (?:\S+ ){0,2}(?:geprüft|bearbeitet|verändert|redigiert)"
    r"|\bredaktionell nicht (?:\S+ )?(?:geprüft|bearbeitet|verändert)"
    r"|\b(?:automatisch|automatisiert|maschinell)\b.{0,40}\b(?:dpa|afp|agentur\w*)\b.{0,40}"
    r"\b(?:übernommen|erstellt|importiert)",
    re.IGNORECASE,
)
_MACHINE = pattern(
    r"\b(?:mithilfe|mit hilfe|unter einsatz|mit unterstützung|unter verwendung)\b.{0,30}"
    r"\b(?:maschinelle[rn]?|künstliche[rn]?|ki|sprachmodells?)\b.{0,60}\b(?:erstellt|verfasst|geschrieben|übersetzt)",
    re.IGNORECASE,
)
_RECORDING = pattern(
    _LEAD + r"(?:zum (?:an|nach)hören|zum ansehen|im (?:audio|video|podcast)|audio|podcast|hörfassung)\s?[:|]"
    r"\s?\S.{3,140}$",
    re.IGNORECASE,
)
_TITLE_IN_MARKS = pattern("[„»‚][^„“”»«‚‘]{1,40}[“”«‘]")
"""The name of a newsletter or programme, which nobody said."""
_ABOUT_AUTHOR = pattern(
    r"\b(?:alle|weitere|mehr) (?:artikel|beiträge|texte|inhalte) (?:de[rs] autor(?:s|in)"
    r"|von (?-i:[A-ZÄÖÜ])[^\s.!?]+ (?-i:[A-ZÄÖÜa-z])[^.!?]{1,40})\s*$"
    r"|\b(?:zur autorenseite|zum autorenprofil)\W*$",
    re.IGNORECASE,
)
_PAYWALL = pattern(
    r"\b(?:diese[rmns]? (?:artikel|inhalt|text|beitrag|bericht)s?\b.{0,50}\b(?:abonnent\w*|abo|\w*plus\w*"
    r"|registrierte\w*)|(?:digital-?|online-?|probe)?abo\b.{0,60}\b(?:weiterlesen|freischalten|testen|anmelden"
    r"|einloggen|sichern)|(?:weiterlesen|freischalten|lesen) (?:mit|im|nach|als) .{0,30}(?:abo|plus|abonnent\w*|login"
    r"|anmeldung)\b|(?:sie|du) (?:haben|hast|sind|bist) (?:\w+ ){0,2}(?:ein abo|abonnent\w*)\b.{0,40}\b(?:anmelden"
    r"|einloggen|an|ein)\b)",
    re.IGNORECASE,
)
_FURTHER = pattern(
    _LEAD + r"(?:(?:lesen|lies|lest|hören|sehen)(?: sie)?(?: auch| hier| dazu| mehr| weiter| hierzu| jetzt){1,3}"
    r"(?: auch)?|auch interessant|mehr (?:dazu|hierzu)|mehr zu[mr]? [\w -]{3,30}|weiterführende links?"
    r"|passend (?:dazu|zum thema)|das könnte (?:sie|dich|ihnen|dir) (?:auch|ebenfalls) (?:interessieren|gefallen)"
    r"|mehr aus [\w -]{3,30})\s?[:►»→>|–]\s?\S.{3,140}$",
    re.IGNORECASE,
)
_POINTERS = ":►»→>|–"
"""One of these stands before the title of what is pointed to."""
_SENTENCE = pattern(r"[^\W\d]\.(?:\s|$)")
_HINTS = (
    "newsletter", "push", "cookie", "inhalt", "anzu", "artikel", "abo", "plus", "lesen", "lies", "lest", "interess",
    "mehr", "beitrag", "text", "gefallen", "dazu", "link", "bericht", "laden", "abspielen",
    "postfach", "posteingang", "wichtig", "redak", "autor", "beiträge", "geprüft", "hören", "ansehen",
    "audio", "podcast", "video:",
)  # fmt: skip
"""Letters of which every box has some; looking for them is all that most paragraphs cost."""
_CONSENT_HINTS = (
    "cookies", "externe", "eingebettete", "anzuzeigen", "anzusehen", "akzeptieren sie", "stimmen sie",
)  # fmt: skip
"""Letters of which every short request for consent has some."""


def prompt_rule(text: str) -> str | None:
    """The rule by which a stretch asks something of the reader of the page; None for the article's own words."""
    if len(text) > LONGEST_CONSENT:
        return None
    words = text.casefold()

    def speaks(*hints: str) -> bool:
        # Looking for letters first spares most texts the slow patterns.
        return any(map(words.__contains__, hints))

    if len(text) > LONGEST:
        asks = speaks("einwilligung", "zustimmung", "einverstanden", "personenbezogen") and _LONG_CONSENT.match(text)
        return "request for consent" if asks else None
    if not speaks(*_HINTS):
        return None
    for_mailbox = speaks("postfach", "posteingang", "wichtig")
    if _QUOTED.search(text):
        text = _TITLE_IN_MARKS.sub("", text) if for_mailbox else ""
        return "newsletter box" if text and not _QUOTED.search(text) and _MAILBOX.match(text) else None
    if speaks(*_CONSENT_HINTS) and _CONSENT.search(text):
        return "request for consent"
    if "redaktion" in words and _UNREAD.search(text):
        return "notice of an agency's copy"
    if speaks("redak", "geprüft") and _MACHINE.search(text):
        return "notice of a machine's help"
    unended = not text.endswith((".", "!")) and not _SENTENCE.search(text)
    pointing = any(map(text.__contains__, _POINTERS))
    if unended and pointing and _RECORDING.match(text):
        return "pointer to a recording"
    if speaks("autor", "artikel von", "beiträge von", "texte von", "inhalte von") and _ABOUT_AUTHOR.search(text):
        return "box about the author"
    if for_mailbox and _MAILBOX.match(text):
        return "newsletter box"
    if speaks("newsletter", "push") and _NEWSLETTER.search(text) and _READER.search(text) and _ORDER.search(text):
        return "newsletter box"
    if speaks("abo", "plus", "registrierte", "login", "anmeldung") and _PAYWALL.search(text):
        return "paywall"
    if pointing and not _SENTENCE.search(text) and _FURTHER.match(text):
        return "pointer to another article"
    return None
