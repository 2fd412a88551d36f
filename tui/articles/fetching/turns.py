"""Taking turns: one request at a time for each server, with a pause in between, and waits that servers ask for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

Sleep = Callable[[float], Awaitable[None]]


class Turns:
    """The queue of each server."""

    def __init__(self, pause: float, servers: int, sleep: Sleep = asyncio.sleep) -> None:
        """Nobody waits yet.

        Args:
            pause: seconds between two requests to one server.
            servers: how many servers are asked at the same time.
            sleep: waits for some seconds.
        """
        self._pause = pause
        self._sleep = sleep
        self._at_once = asyncio.Semaphore(servers)
        self._queues: dict[tuple[str, int], asyncio.Lock] = {}
        self._delays: dict[tuple[str, int], float] = {}
        self._over: dict[tuple[str, int], float] = {}

    def slow_down(self, host: str, port: int, seconds: float) -> None:
        """Lets a server ask for a longer pause."""
        self._delays[host, port] = max(self._pause, seconds)

    @asynccontextmanager
    async def turn(self, host: str, port: int) -> AsyncIterator[None]:
        """Waits until the server may be asked; while the context is open nobody else asks it."""
        server = (host, port)
        clock = asyncio.get_running_loop().time
        async with self._queues.setdefault(server, asyncio.Lock()):
            over = self._over.get(server)
            wait = 0.0 if over is None else self._delays.get(server, self._pause) - (clock() - over)
            if wait > 0:
                await self._sleep(wait)
            async with self._at_once:
                try:
                    yield
                finally:
                    self._over[server] = clock()


class Patience:
    """The time that is left for one address, whatever its servers do with it."""

    def __init__(self, seconds: float) -> None:
        """Nothing is spent yet."""
        self._left = seconds

    @asynccontextmanager
    async def spent(self) -> AsyncIterator[None]:
        """Counts the time within.

        Raises:
            TimeoutError: there is none left.
        """
        clock = asyncio.get_running_loop().time
        start = clock()
        try:
            async with asyncio.timeout(self._left):
                yield
        finally:
            self._left -= clock() - start


def seconds_asked(retry_after: str | None, now: datetime | None = None) -> float | None:
    """The wait of a ``Retry-After`` header (RFC 9110, section 10.2.3: seconds or a date); None where it is neither."""
    words = (retry_after or "").strip()
    if words.isascii() and words.isdigit():
        return float(words[:9])
    try:
        when = parsedate_to_datetime(words)
    except (ValueError, TypeError, OverflowError):
        return None
    when = when if when.tzinfo else when.replace(tzinfo=UTC)
    return max(0.0, (when - (now or datetime.now(UTC))).total_seconds())
