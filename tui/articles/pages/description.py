"""What a page says of its article, put together from structured data, meta elements and the page itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tui.articles.blocks.letters import letters
from tui.articles.metadata import Metadata
from tui.articles.pages.headlines import Headline, TitleTag, find_headline
from tui.articles.pages.people import authors, is_address, organisation, source_name
from tui.articles.pages.published import published
from tui.articles.pages.signers import signatures
from tui.articles.pages.structured import Node, StructuredData
from tui.articles.pages.words import plain, value
from tui.articles.places import web_address

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
_LANGUAGES = ("og:locale", "content-language", "language", "dc.language", "inlanguage")


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
            published=published(self.root, self.node, self.metas),
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
            if (part.get("itemprop") == "publisher" or "reader-domain" in (part.get("class") or "").split())
            and len(part.text_content()) < 80
        ]
        told = [letters(name) for name in (*named, *shown) if is_address(name)]
        if told:
            # What stands behind the title may be a second headline: beside an address only the site's own name counts.
            site = [part for part in site if any(letters(part) in address for address in told)]
        return source_name([*named, *shown, *micro, *(part for part in site if len(part) <= 60)])

    def _authors(self, source: str | None) -> list[str]:
        named = self.data.names(self.node.get("author")) + self.data.names(self.node.get("creator"))
        people = authors((name for name, kinds in named if "organi" not in kinds), source)
        if people:
            return people
        site = letters(source or "")
        for name in _AUTHORS:
            fields = [field for field in self.metas.get(name, ()) if not field.startswith("http")]
            if people := authors((field for field in fields if not (site and site in letters(field))), source):
                return people
        if people := authors(signatures(self.root), source):
            return people
        return [known for name, kinds in named if "organi" in kinds and (known := organisation(name, source))][:3]

    def _address(self, saved: str | None) -> str | None:
        base = saved or next(self._meta(("og:url",)), "")
        canonical = [
            link.get("href")
            for link in self.root.iter("link")
            if "canonical" in (link.get("rel") or "").lower().split()
        ]
        page = self.node.get("mainEntityOfPage")
        told = page.get("@id") if isinstance(page, dict) else page
        for given in (*canonical, *self._meta(("og:url",)), self.node.get("url"), told, saved):
            if isinstance(given, str) and (address := web_address(given.strip(), base)):
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


def _metas(root: HtmlElement) -> dict[str, list[str]]:
    """The contents of the meta elements by their names, in lower case."""
    found: dict[str, list[str]] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv")
        if name and (content := value(element.get("content"))):
            found.setdefault(name.strip().lower(), []).append(content)
    return found
