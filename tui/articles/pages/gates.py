"""Pages that stand before an article and hide it: consent to tracking, checks for programs, empty shells.

Taken for articles they would be filed away as such, and nobody would know that the words are missing.
"""

from __future__ import annotations

import re

_LONGEST_CONSENT, _LONGEST_SHELL, _LONGEST_CHECK = 2_500, 400, 800
"""Code points up to which a page's text can be one of the three."""
_CONSENT = tuple(
    re.compile(rule, re.IGNORECASE)
    for rule in (
        r"\bmit werbung (?:\w+ ){0,2}(?:weiterlesen|lesen|nutzen)|\bweiter mit werbung",
        r"\bwerbung und (?:tracking|cookies)|\bwerbetracking|\btracking und cookies",
        r"\bpur-?(?:abo|abonnent|angebot)|\w pur (?:nutzen|lesen|abonnieren|abo)\b|\b(?:de|com|at|net|online) pur\b",
        r"\b(?:zustimmen|akzeptieren) und weiter|\balle[ns]? (?:zustimmen|akzeptieren)",
        r"\b(?:unsere|bis zu|mit) \d+ (?:\w+ )?(?:partner|drittanbieter)|\bpersonenbezogene daten\b.{0,80}\bpartner",
        r"\b(?:sie haben die wahl|lesen sie \S+, wie sie möchten)",
        r"\beinwilligung\b.{0,200}\b(?:widerrufen|widerruflich)",
    )
)
_CHECK = re.compile(
    r"checking (?:if the site|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|security of your connection"
    r"|enable javascript and cookies to continue|are you a robot|sind sie (?:ein mensch|ein roboter|kein roboter)"
    r"|bestätigen sie, dass sie (?:ein mensch|kein roboter)|unusual traffic"
    r"|ungewöhnliche[nr]? (?:datenverkehr|zugriffe)|you don't have permission to access"
    r"|ihr zugriff .{0,40}(?:blockiert|gesperrt)",
    re.IGNORECASE,
)
_SHELL = re.compile(
    r"(?:enable|activate|requires?) javascript|javascript (?:\w+ ){0,3}(?:aktivieren|einschalten|deaktiviert|benötigt)"
    r"|(?:aktivieren|benötigt|benötigen|einschalten) (?:\w+ ){0,2}javascript",
    re.IGNORECASE,
)
_SAVE = "save the page in a browser and open the file"


def gate_sentence(text: str, dated: bool) -> str | None:
    """Why a page is none that holds an article, or None where nothing speaks against it.

    Args:
        text: what was taken for the article, its title included.
        dated: whether the page says when its article was published, which such pages do not.
    """
    if dated:
        return None
    if len(text) <= _LONGEST_CONSENT and sum(rule.search(text) is not None for rule in _CONSENT) >= 2:
        return f"The page asks for consent to advertising before it shows its article; {_SAVE}."
    if len(text) <= _LONGEST_CHECK and _CHECK.search(text):
        return f"The site wants to be sure that no program asks; {_SAVE}."
    if len(text) <= _LONGEST_SHELL and _SHELL.search(text):
        return f"The page builds its article only in a browser; {_SAVE}."
    return None
