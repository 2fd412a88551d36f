"""What servers answer, the limits that hold for it, and what can go wrong."""

from __future__ import annotations

from dataclasses import dataclass

from tui.articles.decoding import Unreadable

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much is read from servers. Times in seconds, sizes in bytes after unpacking."""

    connect: float = 10.0
    read: float = 20.0
    """Longest silence of a server."""
    total: float = 90.0
    """Longest time for one address, redirects and the second try included; waiting for one's turn does not count."""
    rules: float = 20.0
    """The same for a robots.txt."""
    page: int = 16 * MEGABYTE
    feed: int = 8 * MEGABYTE
    robots: int = 500 * 1024
    """RFC 9309 lets a reader of robots.txt stop here."""
    hops: int = 8
    """Redirects that are followed one after the other."""
    pause: float = 1.0
    """Between two requests to one server."""
    longest_pause: float = 10.0
    """Longest pause that a ``Crawl-delay`` in robots.txt can ask for."""
    longest_wait: float = 30.0
    """Longest wait that a server can ask for before the second try; whoever wants more is not asked again."""
    first_wait: float = 2.0
    """Wait before the second try where the server names none."""
    servers: int = 4
    """Servers that are asked at the same time."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What is known of an earlier answer, for asking only after a newer one."""

    etag: str | None = None
    modified: str | None = None

    def headers(self) -> dict[str, str]:
        """The request headers of RFC 9110, section 13."""
        found = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in found.items() if value}


UNCONDITIONAL = Conditions()
"""Nothing is known: the answer is wanted whatever it is."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer of a server."""

    url: str
    """Where it came from after redirects, without credentials."""
    status: int
    body: bytes = b""
    """Unpacked; empty unless the status is 200."""
    kind: str = ""
    """The content type in lower case without parameters, empty where the server names none."""
    charset: str | None = None
    """The character set that the server names; servers are often wrong about it."""
    etag: str | None = None
    modified: str | None = None
    location: str | None = None
    wait: str | None = None
    """The header ``Retry-After``."""
    local: bool = False
    """Whether the server lies in a local network."""

    @property
    def conditions(self) -> Conditions:
        """For asking again later."""
        return Conditions(self.etag, self.modified)


class Passing(Unreadable):
    """A trouble that may be over at the next try."""


class Misdirected(Unreadable):
    """Redirects that lead nowhere."""


BY_HAND = "save it in a browser and open the file instead"
"""The way that is left where a page is not for programs."""


def status_sentence(status: int) -> str:
    """What a status that is no success means for a reader."""
    known = {
        401: "The page asks for a password.",
        402: "The page has to be paid for.",
        403: f"The server does not give this page to programs; {BY_HAND}.",
        404: "There is no page at this address.",
        410: "The page was removed.",
        429: "The server asks for fewer requests; try again later.",
        451: "The page is blocked for legal reasons.",
    }
    if status in known:
        return known[status]
    if status >= 500:
        return f"The server has a trouble of its own (status {status}); try again later."
    return f"The server answered with status {status} and no page."
