"""One request to one server: to the address that was checked, within limits, and nothing sent that was not meant."""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from tui import __version__
from tui.articles.decoding import Unreadable
from tui.articles.fetching.addresses import Address
from tui.articles.fetching.answers import Answer, Limits, Passing
from tui.articles.fetching.bodies import ACCEPTED, Body, read_body, too_large
from tui.articles.fetching.networks import Guard
from tui.articles.fetching.turns import Patience

USER_AGENT = f"Lesart/{__version__} (a reader that compares news articles; fetches what its user asks for)"

_HEADERS = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/feed+json,"
    "application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.1",
    "Accept-Language": "de,en;q=0.5",
    "Accept-Encoding": ACCEPTED,
}
_LONGEST_HEADER = 1_000
"""Characters of a header beyond which it is not kept."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of a server."""

    address: Address
    patience: Patience
    most: int
    """Bytes that are read at most."""
    cut: bool = False
    """Whether more bytes are left away without a word; otherwise they are a trouble."""
    local: bool = False
    """Whether the address may lie in a local network, if that is allowed at all."""
    headers: Mapping[str, str] = field(default_factory=dict)


class Requester:
    """Makes requests, each on a connection of its own and without cookies.

    Connections are not kept: they are made to numeric addresses, and one that was secured for a name would otherwise
    serve every other name of the same address.
    """

    def __init__(self, guard: Guard, limits: Limits) -> None:
        """Takes the rules and the limits."""
        self._guard = guard
        self._limits = limits
        self._context: ssl.SSLContext | None = None

    async def ask(self, question: Question) -> Answer:
        """Asks once, without following redirects.

        Raises:
            Passing: it may work at the next try.
            Unreadable: it will not.
        """
        try:
            async with question.patience.spent():
                reach = await self._guard.reach(question.address, local=question.local)
                for number in reach.addresses[:-1]:
                    try:
                        return await self._ask_at(number, question, reach.local)
                    except (httpx.ConnectError, httpx.ConnectTimeout) as error:
                        if _insecure(error):
                            raise
                return await self._ask_at(reach.addresses[-1], question, reach.local)
        except TimeoutError as error:
            raise Unreadable("The server was too slow; it was not waited for any longer.") from error
        except httpx.HTTPError as error:
            raise _in_words(error) from error
        except httpx.InvalidURL as error:
            raise Unreadable("This is no web address.") from error

    async def _ask_at(self, number: str, question: Question, local: bool) -> Answer:
        address = question.address
        secure = address.url.scheme == "https"
        extensions: dict[str, Any] = {}
        if secure and not _is_number(address.host):
            # The certificate is checked against the name, although the connection goes to the number.
            extensions["sni_hostname"] = address.host
        client = httpx.AsyncClient(
            verify=self._certificates() if secure else False,
            # Neither proxies nor passwords of the environment: both would send the request elsewhere or say too much.
            trust_env=False,
            timeout=httpx.Timeout(self._limits.read, connect=self._limits.connect),
            auth=address.credentials,
            headers=_HEADERS,
        )
        headers = {**question.headers, "Host": address.url.netloc.decode("ascii")}
        async with (
            client,
            client.stream(
                "GET", address.url.copy_with(host=number), headers=headers, extensions=extensions
            ) as response,
        ):
            return await self._read(response, question, local)

    async def _read(self, response: httpx.Response, question: Question, local: bool) -> Answer:
        kind, charset = _content_type(response.headers.get("content-type", ""))
        body = b""
        if response.status_code == 200:
            length = response.headers.get("content-length", "")
            if length.isascii() and length.isdigit() and int(length[:18]) > question.most and not question.cut:
                raise too_large(question.most)
            sink = Body(response.headers.get("content-encoding", ""), question.most, cut=question.cut)
            body = await read_body(response.aiter_raw(), sink)
        return Answer(
            str(question.address),
            response.status_code,
            body,
            kind,
            charset,
            _kept(response, "etag"),
            _kept(response, "last-modified"),
            response.headers.get("location"),
            _kept(response, "retry-after"),
            local,
        )

    def _certificates(self) -> ssl.SSLContext:
        if self._context is None:
            # Takes 50 ms; SSL_CERT_FILE and SSL_CERT_DIR of the environment add those of a company.
            self._context = httpx.create_ssl_context()
        return self._context


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _kept(response: httpx.Response, name: str) -> str | None:
    value = response.headers.get(name, "")
    return value if value.isascii() and value.isprintable() and 0 < len(value) <= _LONGEST_HEADER else None


def _content_type(header: str) -> tuple[str, str | None]:
    kind, _, parameters = header[:_LONGEST_HEADER].partition(";")
    for parameter in parameters.split(";"):
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset":
            return kind.strip().lower(), value.strip().strip("\"'").lower() or None
    return kind.strip().lower(), None


def _insecure(error: BaseException | None) -> bool:
    """Whether it was the securing of a connection that failed."""
    seen = 0
    while error is not None and seen < 10:
        if isinstance(error, ssl.SSLError):
            return True
        error, seen = error.__cause__ or error.__context__, seen + 1
    return False


def _in_words(error: httpx.HTTPError) -> Unreadable:
    if _insecure(error):
        if "CERTIFICATE" in str(error).upper():
            return Unreadable("The server's certificate is not valid for it; nothing was read.")
        return Unreadable("No secure connection could be made; nothing was read.")
    if isinstance(error, httpx.ConnectTimeout | httpx.ConnectError):
        return Passing("The server cannot be reached.")
    if isinstance(error, httpx.TimeoutException):
        return Passing("The server stopped answering.")
    if isinstance(error, httpx.RemoteProtocolError | httpx.ReadError | httpx.WriteError | httpx.CloseError):
        return Passing("The connection broke before the page was complete.")
    return Unreadable("The server's answer cannot be understood.")
