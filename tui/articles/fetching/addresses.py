"""Addresses from outside, made safe: which are fetched at all, what is kept of them, and when two are the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

import httpx

from tui.articles.decoding import Unreadable
from tui.articles.labels import site

LONGEST = 4_096
"""Code points of an address; servers refuse longer ones themselves."""

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):(?!\d+(?:[/?#]|$))")
_CONTROL = re.compile(r"[\x00-\x20\x7f]")
_USER = re.compile(r"//[^/?#]*@")
_TRACKING = re.compile(r"(?:utm_\w*|fbclid|gclid|wt_mc|xtor)(?:=|$)")
"""Query parameters that say where a reader came from and name no other page."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where something is fetched from; the credentials stand apart, so that they are neither shown nor stored."""

    url: httpx.URL
    credentials: tuple[str, str] | None = None

    def __str__(self) -> str:
        """The address without credentials and without the part that only a browser needs."""
        return str(self.url)

    @property
    def host(self) -> str:
        """Name or number of the server, in ASCII, without brackets."""
        return self.url.raw_host.decode("ascii").strip("[]")

    @property
    def port(self) -> int:
        """The port, that of the scheme where none is named."""
        return self.url.port or (443 if self.url.scheme == "https" else 80)

    @property
    def origin(self) -> tuple[str, str, int]:
        """Scheme, host and port: what shares one robots.txt and may see the credentials."""
        return self.url.scheme, self.host, self.port

    def follow(self, location: str) -> Address:
        """The address that a redirect leads to; credentials stay with the server they were given for.

        Raises:
            Unreadable: it is none that is fetched.
        """
        target = read_address(location, str(self.url))
        return Address(target.url, self.credentials if target.origin == self.origin else None)


def read_address(words: str, base: str = "") -> Address:
    """An address as people type it and as pages and feeds give it; ``https:`` is added where no scheme stands.

    Args:
        words: the address.
        base: the address of the page that names it, to which it may be relative; empty where a person named it.

    Raises:
        Unreadable: it is not the address of a web page.
    """
    try:
        words = urljoin(base, words.strip()) if base else words.strip()
    except ValueError as error:
        raise Unreadable("This is no web address.") from error
    if not words or len(words) > LONGEST or _CONTROL.search(words):
        raise Unreadable("This is no web address.")
    scheme = _SCHEME.match(words)
    if scheme and scheme[1].lower() == "file":
        raise Unreadable("Files are not fetched; `lesart PATH` opens them.")
    if scheme and scheme[1].lower() not in ("http", "https"):
        raise Unreadable(f"Only http and https addresses are fetched, not {scheme[1].lower()}:.")
    if not scheme:
        if "@" in words.split("/")[0]:
            raise Unreadable("This is no web address.")
        words = f"https://{words.removeprefix('//')}"
    try:
        url = httpx.URL(words)
        port = url.port
    except (httpx.InvalidURL, ValueError) as error:
        raise Unreadable("This is no web address.") from error
    if not url.host or (port is not None and not 0 < port < 65_536):
        raise Unreadable("This address names no server.")
    credentials = (url.username, url.password) if url.userinfo else None
    return Address(url.copy_with(username=None, password=None, fragment=None), credentials)


def shown_address(words: str) -> str:
    """An address as it was typed, for sentences about it, without a password that may stand in it."""
    return _USER.sub("//", words.strip())


def same_page_key(address: str) -> str:
    """What two addresses of one page have in common: neither scheme nor ``www.``, tracking words nor a last slash."""
    url = httpx.URL(address)
    query = "&".join(part for part in url.query.decode("ascii").split("&") if part and not _TRACKING.match(part))
    host = url.raw_host.decode("ascii").removeprefix("www.")
    port = f":{url.port}" if url.port and (url.scheme, url.port) not in (("http", 80), ("https", 443)) else ""
    path = url.raw_path.split(b"?")[0].decode("ascii").rstrip("/")
    return f"{host}{port}{path}?{query}" if query else f"{host}{port}{path}"


def front_page_instead(asked: str, got: str) -> bool:
    """Whether a redirect led from a page to a front page, as sites do where a page was removed."""
    asked_path, got_path = (httpx.URL(one).raw_path.strip(b"/") for one in (asked, got))
    return bool(asked_path) and not got_path


def is_front_page(address: str) -> bool:
    """Whether an address names a site and no page of it."""
    url = httpx.URL(address)
    return not url.raw_path.strip(b"/")


def address_to_keep(fetched: str, claimed: str | None) -> str:
    """The address that an article is kept under: what the page calls its own, if that lies on the same site."""
    if not claimed:
        return fetched
    try:
        own = str(read_address(claimed, fetched))
    except Unreadable:
        return fetched
    same_site = site(own) is not None and site(own) == site(fetched)
    return own if same_site and not front_page_instead(fetched, own) else fetched
