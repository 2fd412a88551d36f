"""Words that belong to a picture: credits and captions."""

from __future__ import annotations

import re

from tui.articles.patterns import pattern

_LONGEST_CAPTION = 350
"""Code points up to which a stretch can be a caption."""
_KINDS = (
    "foto|fotos|photo|bild|bilder|grafik|infografik|illustration|karte|bildquelle|bildnachweis|bildrechte|fotocredit"
    "|fotoquelle|titelbild|titelfoto|beitragsbild|symbolbild|symbolfoto|archivbild|archivfoto|screenshot"
    "|bildunterschrift|bildbeschreibung|image|picture|credit|credits|video|fotostrecke|bildergalerie|galerie"
)
_LEADING = pattern(rf"[(\[*_]{{0,2}}(?:{_KINDS})\s?(?:[:©|]|\(c\)|\d{{1,2}}:)\s?\S", re.IGNORECASE)
_ALONE = pattern(
    r"[(\[]?(?:symbolbild|symbolfoto|archivbild|archivfoto|themenbild|beispielbild|bildergalerie|fotostrecke"
    r"|bild vergrößern|bild öffnen|foto öffnen|bild anzeigen|foto zeigen)[)\]]?\.?",
    re.IGNORECASE,
)
_LONGEST_ALONE = 20
"""Code points up to which a stretch can be such a line."""
_TRAILING = pattern(
    rf"(?:[(\[|/–—-]|\.|\s)\s?(?:(?:{_KINDS})\s?(?::|©|\(c\))\s?[^.:!?\n]{{2,80}}|©\s?[^.:!?\n]{{2,80}})[)\]]?\.?$",
    re.IGNORECASE,
)
_STOCK = pattern(
    r"(?:\(|\[|/|©|\||–|-|\.\s|^)\s?(?:[\w .&-]{0,40}[/|] ?)?(?:imago(?: images)?|getty images"
    r"|picture[- ]alliance|shutterstock"
    r"|adobe stock|pixabay|unsplash|pexels|istock(?:photo)?|depositphotos|wikimedia commons"
    r"|dpa-zentralbild)\b[^.!?]{0,50}[)\]]?\.?$",
    re.IGNORECASE,
)
_SOURCE = pattern(
    r"\((?:bild)?quellen?: [^()]{0,60}(?:dpa|afp|reuters|imago|getty|picture|bilder|images?|foto|archiv|/)[^()]{0,40}\)"
    r"\.?$",
    re.IGNORECASE,
)
"""A source in brackets that is one of pictures."""
_CLAUSE = pattern(r", [a-zäöü]{2}")
"""A comma before a small word: a sentence goes on there, and no list of names."""
_OWNER = pattern(
    r"©\s?\w[^.!?]{1,80}|quelle\s?:\s?(?:imago|getty|picture[- ]alliance|dpa|afp|reuters)\b[^.!?]{0,60}", re.IGNORECASE
)
_MARKS = (":", "©", "(c)")
"""One of these stands in every caption with a credit at its end."""
_AGENCIES = (
    "imago", "getty images", "picture", "shutterstock", "adobe stock", "pixabay", "unsplash", "pexels", "istock",
    "depositphotos", "wikimedia commons", "dpa-zentralbild",
)  # fmt: skip
"""One of these stands in every caption that names an agency for pictures."""
_PICTURED = (
    "foto", "photo", "bild", "grafik", "illustration", "karte", "screenshot", "image", "picture", "credit", "video",
    "galerie",
)  # fmt: skip
"""One of these stands in every word for a kind of picture."""
_MARKDOWN = pattern(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,600}\)")


def picture_rule(text: str) -> str | None:
    """The rule by which a stretch belongs to a picture."""
    if len(text) > _LONGEST_CAPTION:
        return "picture in Markdown" if len(text) < 1000 and _MARKDOWN.fullmatch(text) else None
    if _MARKDOWN.fullmatch(text):
        return "picture in Markdown"
    # Looking for letters and marks first spares most texts the slow patterns.
    folded = text.casefold()
    pictured, owned = any(map(folded.__contains__, _PICTURED)), "©" in folded
    marked = any(map(folded.__contains__, _MARKS))
    if pictured and (marked or "|" in text) and _LEADING.match(text):
        return "picture credit"
    if pictured and len(text) <= _LONGEST_ALONE and _ALONE.fullmatch(text):
        return "picture credit"
    if (owned or "quelle" in folded) and _OWNER.fullmatch(text):
        return "picture credit"
    trailing = _TRAILING.search(text) if owned or (pictured and marked) else None
    if "quelle" in folded and _SOURCE.search(text):
        return "caption with a credit"
    stock = _STOCK.search(text) if any(agency in folded for agency in _AGENCIES) else None
    if (trailing and not _CLAUSE.search(trailing.group())) or stock:
        return "caption with a credit"
    return None
