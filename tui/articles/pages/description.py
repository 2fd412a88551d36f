"""What a page says of its article, put together from structured data, meta elements and the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from tui.articles.blocks.letters import letters
from tui.articles.metadata import Metadata
from tui.articles.pages.dates import machine_date, written_date
from tui.articles.pages.headlines import Headline, TitleTag, find_headline
from tui.articles.pages.names import NAMES, names_of
from tui.articles.pages.people import authors, is_person, organisation, source_name
from tui.articles.pages.structured import Node, StructuredData
from tui.articles.pages.words import plain, value

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TITLES = ("og:title", "title", "headline", "dc.title", "dcterms.title", "parsely-title", "twitter:title")
_SITES = (
    "og:site_name",
    "application-name",
    "publisher",
    "dc.publisher",
    "dcterms.publisher",
    "apple-mobile-web-app-title",
)
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
_DATES = (
    "article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "dc.date.issued", "dcterms.created",
    "parsely-pub-date", "pubdate", "publishdate", "publish-date", "sailthru.date", "last-modified",
)  # fmt: skip
_LANGUAGES = ("og:locale", "content-language", "language", "dc.language", "inlanguage")
_DATED = NAMES["dated"]
_SIGNED = NAMES["signed"]
_NEAR = 400
"""Code points of a part that may name an author or a date."""


class Description:
    """What is known of the article on a page; read before the page's own parts are taken out."""

    def __init__(self, root: HtmlElement, scripts: tuple[str, ...], address: str | None) -> None:
        """Reads title, source, authors, date, address and language."""
        self.root = root
        self.data = StructuredData(scripts)
        self.metas = _metas(root)
        tab = root.find(".//title")
        self.tab = TitleTag(plain(tab.text_content()) if tab is not None else "")
        headings = [
            letters(plain(h.text_content())) for _, h in zip(range(200), root.iter("h1", "h2", "h3"), strict=False)
        ]
        self.node: Node = self.data.article([*headings, letters(self.tab.text)]) or {}
        self.headline = self._headline()
        self.address = self._address(address)
        source = self._source()
        self.metadata = Metadata(
            title=self.headline.text,
            source=source,
            author=", ".join(self._authors(source)) or None,
            published=self._published(),
            url=self.address,
            language=self._language(),
        )

    def _meta(self, names: tuple[str, ...]) -> Iterator[str]:
        for name in names:
            yield from self.metas.get(name, ())

    def _headline(self) -> Headline:
        said = [value(self.node.get("headline")), *self._meta(_TITLES), value(self.node.get("name"))]
        found = find_headline(self.root, said, self.tab)
        if found.element is None and found.text and found.text == next(self._meta(("og:title",)), None):
            # Without a heading on the page, the title that other sites are shown may end with the site's name.
            site = next(self._meta(("og:site_name",)), None)
            if site and found.text.endswith(site):
                return Headline(found.text.removesuffix(site).rstrip(" |-–—·:"), None)
        return found

    def _source(self) -> str | None:
        publishers = self.data.names(self.node.get("publisher"))
        named = [name for name, kinds in publishers if "person" not in kinds]
        shown = list(self._meta(_SITES))
        rest = self.tab.without(self.headline.text or "") or (self.tab.parts() or [""])[-1]
        site = [part for part in (self.data.site(), rest) if part and part != self.headline.text]
        micro = [
            value(part.get("content") or part.text_content())
            for part in self.root.iter()
            if part.get("itemprop") == "publisher" and len(part.text_content()) < 80
        ]
        return source_name([*named, *shown, *micro, *(part for part in site if len(part) <= 60)])

    def _authors(self, source: str | None) -> list[str]:
        named = self.data.names(self.node.get("author")) + self.data.names(self.node.get("creator"))
        people = authors((name for name, kinds in named if "organi" not in kinds), source)
        if people:
            return people
        metas = [name for name in self._meta(_AUTHORS) if not name.startswith("http")]
        site = letters(source or "")
        for field in metas:
            if not (site and site in letters(field)) and (people := authors([field], source)):
                return people
        if people := authors(self._signatures(), source):
            return people
        return [known for name, kinds in named if "organi" in kinds and (known := organisation(name, source))][:3]

    def _signatures(self) -> list[str]:
        """Words of the parts of the page that name an author, the plainest kind of them alone."""
        exact = [
            part
            for part in self.root.iter()
            if part.get("itemprop") == "author" or "author" in (part.get("rel") or "").split()
        ]
        found = [words for part in exact if (words := plain(part.text_content())) and len(words) < 100]
        if found and authors(found, None):
            return found
        for part in self.root.iter("p", "div", "span", "a", "address", "li", "em", "i", "font", "small", "td", "b"):
            if (
                isinstance(part.tag, str)
                and len(words := plain(part.text_content())) <= 120
                and self._signs(part, words)
            ):
                return [words]
        return []

    def _signs(self, part: HtmlElement, words: str) -> bool:
        told = re.match(
            r"(?:(?:ein|eine) \w{4,20} )?(?:von|text|autor(?:in)?|interview|by|eingestellt von):?\s+([^\W\d_]\S+ .*)",
            words,
            re.IGNORECASE,
        )
        if told:
            return bool(authors([told.group(1).split(" | ")[0]], None)) and is_person(
                re.split(r",|\bund\b|\||/|\d", told.group(1))[0].strip()
            )
        return bool(names_of(part) & _SIGNED) and bool(authors([words], None))

    def _published(self) -> str | None:
        for given in (self.node.get("datePublished"), self.node.get("dateCreated"), *self._meta(_DATES[:-1])):
            if date := machine_date(value(given)):
                return self._with_time(date)
        for part in self.root.iter():
            if part.get("itemprop") in ("datePublished", "dateCreated") and (date := machine_date(_given(part))):
                return date
        marked = [
            part
            for part in self.root.iter("time", "abbr")
            if "modified" not in (part.get("class") or "") and "updated" not in (part.get("class") or "")
        ]
        for part in marked[:20]:
            given = (
                part.get("datetime")
                or (part.get("title") if part.tag == "abbr" else None)
                or plain(part.text_content())[:60]
            )
            if date := machine_date(given):
                return date
        return self._shown_date() or next(
            (date for given in self._meta(("last-modified",)) if (date := machine_date(given))), None
        )

    def _with_time(self, date: str) -> str:
        """A date alone takes the time of day that the page shows beside the same date."""
        if "T" in date:
            return date
        for part in self.root.iter("time"):
            moment = machine_date(part.get("datetime"))
            if moment and moment.startswith(f"{date}T"):
                return moment
        return date

    def _shown_date(self) -> str | None:
        """The date in a part that is named for it, else in the first short line that has one."""
        parts = [part for part in self.root.iter("p", "div", "span", "font", "td", "small", "li", "h2", "i", "em")]
        for named in (True, False):
            for part in parts[:5_000]:
                if named and not names_of(part) & _DATED:
                    continue
                words = (
                    plain(part.text_content()) if sum(1 for _ in zip(range(40), part.iter(), strict=False)) < 40 else ""
                )
                if 0 < len(words) <= (_NEAR if named else 120) and (date := written_date(words)):
                    return date
        return None

    def _address(self, saved: str | None) -> str | None:
        base = saved or ""
        canonical = [
            link.get("href")
            for link in self.root.iter("link")
            if "canonical" in (link.get("rel") or "").lower().split()
        ]
        page = self.node.get("mainEntityOfPage")
        told = page.get("@id") if isinstance(page, dict) else page
        for given in (*canonical, *self._meta(("og:url",)), self.node.get("url"), told, saved):
            if isinstance(given, str) and (
                address := _web_address(urljoin(base, given.strip()) if base else given.strip())
            ):
                return address
        return None

    def _language(self) -> str | None:
        given = [
            self.root.get("lang"),
            self.root.get("xml:lang"),
            value(self.node.get("inLanguage")),
            *self._meta(_LANGUAGES),
        ]
        for language in given:
            if language and (found := re.match(r"\s*([a-zA-Z]{2,3})(?:[-_].*)?\s*$", language)):
                return found.group(1).lower()
        return None


def _given(part: HtmlElement) -> str:
    """What an element with a property says for programs, else what it shows."""
    return part.get("datetime") or part.get("content") or plain(part.text_content())


def _metas(root: HtmlElement) -> dict[str, list[str]]:
    """The contents of the meta elements by their names, in lower case."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and (content := value(element.get("content"))):
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _web_address(given: str) -> str | None:
    """An address that a browser would open, or None."""
    try:
        parts = urlsplit(given)
        host = parts.hostname
    except ValueError:
        return None
    if (
        parts.scheme not in ("http", "https")
        or not host
        or len(given) > 2_000
        or re.search(r"[\s<>\"\x00-\x1f]", given)
    ):
        return None
    return given
