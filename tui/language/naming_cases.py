"""Names of bodies that a place gave another case: "laut Rheinischer Post" names the "Rheinische Post"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from tui.language.model import Entity

_BARE = re.compile(r"(?:^|[^\w-])(?:laut|gemäß)\s+$", re.IGNORECASE)
"""Before a name without an article: its adjectives have the endings of the dative."""
_OF_HER = re.compile(r"(?:^|[^\w-])der\s+$", re.IGNORECASE)
"""Before adjectives in "-en": a feminine in the genitive or dative, or a genitive plural."""
_BEFORE = 12
_ADJECTIVE = re.compile(
    r"\b(\w*(?:isch|[Dd]eutsch|versch)|Allgemein|Auswärtig|Frei|Neu|Öffentlich|Rot|Vereint|Zweit)e([rmn])\b"
    r"(?=.* [A-ZÄÖÜ])"
)
"""An adjective before a noun; "Berliner" and "Frankfurter" have no endings."""
_NEUTER = re.compile(
    r"(?:amt|blatt|fernsehen|institut|kreuz|magazin|ministerium|museum|parlament|portal|radio|werk)$", re.IGNORECASE
)


def nominatives(entities: Sequence[Sequence[Entity]], texts: Sequence[str]) -> Mapping[str, str]:
    """The names of bodies that the word before shows to be in another case, as they would stand alone.

    Args:
        entities: The entities of each article.
        texts: The articles' texts in the same order.
    """
    found: dict[str, str] = {}
    for own, text in zip(entities, texts, strict=True):
        for entity in own:
            if entity.label != "PER" and entity.text not in found:
                form = _nominative(entity.text, text[max(0, entity.start - _BEFORE) : entity.start])
                if form != entity.text:
                    found[entity.text] = form
    return found


def _nominative(name: str, before: str) -> str:
    if _BARE.search(before):
        strong = "es" if _NEUTER.search(name) else "er"
        endings = {"r": "e", "m": strong}
    elif _OF_HER.search(before):
        endings = {"n": "e"}
    else:
        return name
    return _ADJECTIVE.sub(lambda match: match[1] + endings[match[2]] if match[2] in endings else match[0], name)
