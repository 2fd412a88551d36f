"""Names of servers become addresses that may be connected to.

A page or a redirect could name a machine of the reader's own network. So every name is resolved here, every address
that it stands for is checked, and the connection goes to one of those addresses: a name that changes its meaning in
between (DNS rebinding) leads nowhere else.
"""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from tui.articles.decoding import Unreadable
from tui.articles.fetching.addresses import Address

IP = ipaddress.IPv4Address | ipaddress.IPv6Address

MOST_TRIED = 4
"""Addresses of one name that a connection is tried to."""

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""NAT64 (RFC 6052): the last four bytes are the IPv4 address that is reached."""
_PROTOCOLS = ipaddress.ip_network("192.0.0.0/24")
"""Special in all (RFC 6890), but Python before 3.13 knows only parts."""


class Refused(Unreadable):
    """An address that is not connected to, because it lies in a local network."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Where a server may be connected to."""

    addresses: tuple[str, ...]
    local: bool
    """Whether the server lies in the reader's own network; only such a server may redirect there."""


def is_public(address: IP) -> bool:
    """Whether an address belongs to the open internet, also seen through the IPv4 address that it wraps.

    Everything else is refused: loopback, private, link-local, shared, multicast, reserved and unspecified addresses
    of the IANA special-purpose registries, as far as :mod:`ipaddress` knows them.
    """
    if isinstance(address, ipaddress.IPv6Address):
        if address in _TRANSLATED:
            return is_public(ipaddress.IPv4Address(address.packed[-4:]))
        if address.ipv4_mapped is not None:
            return is_public(address.ipv4_mapped)
        if address.is_site_local or not all(is_public(inner) for inner in _tunnelled(address)):
            return False
    elif address in _PROTOCOLS:
        return False
    return address.is_global and not (address.is_private or address.is_multicast or address.is_reserved)


def _tunnelled(address: ipaddress.IPv6Address) -> list[ipaddress.IPv4Address]:
    """The IPv4 addresses that a 6to4 or Teredo address leads through."""
    return [one for one in (address.sixtofour, *(address.teredo or ())) if one is not None]


async def system_resolver(host: str, port: int) -> Sequence[str]:
    """The numeric addresses of a name, as the system gives them; spellings such as ``0x7f.1`` are numbers to it.

    Raises:
        OSError: there is no such name.
    """
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


class Guard:
    """Says which addresses may be connected to."""

    def __init__(
        self,
        *,
        allow_local: bool = False,
        resolver: Callable[[str, int], Awaitable[Sequence[str]]] = system_resolver,
        public: Callable[[IP], bool] = is_public,
    ) -> None:
        """Takes the rules.

        Args:
            allow_local: whether addresses in local networks are fetched where the reader asks for them.
            resolver: gives the numeric addresses of a name.
            public: says which of them belong to the open internet.
        """
        self.allow_local = allow_local
        self._resolver = resolver
        self._public = public

    async def reach(self, address: Address, *, local: bool) -> Reach:
        """The checked addresses of a server.

        Args:
            address: what is to be fetched.
            local: whether a local network may be meant: the reader asked for it, or a local server leads there.

        Raises:
            Refused: one of the addresses lies in a local network and that is not allowed.
            Unreadable: there is no such server.
        """
        try:
            numbers = await self._resolver(address.host, address.port)
            found = [ipaddress.ip_address(number.split("%")[0]) for number in numbers]
        except (OSError, UnicodeError, ValueError) as error:
            raise Unreadable(f"There is no server called {address.host}, or no connection to the internet.") from error
        if not found:
            raise Unreadable(f"There is no server called {address.host}.")
        private = not all(self._public(one) for one in found)
        if private and not (local and self.allow_local):
            if self.allow_local:
                raise Refused(f"A server of the internet leads to {address.host} in a local network; that is refused.")
            raise Refused(f"{address.host} lies in a local network; --allow-local fetches from there too.")
        return Reach(tuple(dict.fromkeys(numbers))[:MOST_TRIED], private)
