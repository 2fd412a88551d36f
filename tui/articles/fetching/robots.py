"""What a site allows programs to read (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from tui.articles.fetching.answers import BY_HAND

PRODUCT = "lesart"
"""The name that a robots.txt can address."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site."""

    parsed: Protego | None = None
    """None where the site has no rules: everything may be read."""
    closed: str = ""
    """Why nothing may be read, empty where the rules decide."""

    def refusal(self, url: str) -> str:
        """Why a page may not be read, in a sentence; empty where it may."""
        if self.closed:
            return self.closed
        if self.parsed is None or self.parsed.can_fetch(url, PRODUCT):
            return ""
        return f"The site's robots.txt asks programs not to read this page; {BY_HAND}."

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two requests, 0 where it says nothing."""
        return float((self.parsed and self.parsed.crawl_delay(PRODUCT)) or 0.0)


def rules_of(status: int, body: bytes) -> Rules:
    """The rules behind an answer to ``/robots.txt``.

    A site without the file (4xx) allows everything; one whose file cannot be had at the moment (5xx, 429) allows
    nothing, as RFC 9309 asks in section 2.3.1.
    """
    if status == 200:
        return Rules(Protego.parse(body.decode("utf-8", "replace")))
    if status >= 500 or status == 429:
        return Rules(closed=f"The site's robots.txt cannot be read at the moment (status {status}); try again later.")
    return Rules()
