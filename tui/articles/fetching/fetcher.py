"""Fetching politely: robots.txt first, one request at a time for each server, redirects by hand, one second try."""

from __future__ import annotations

import asyncio

from tui.articles.decoding import Unreadable
from tui.articles.fetching.addresses import Address
from tui.articles.fetching.answers import Answer, Conditions, Limits, Misdirected, Passing, status_sentence
from tui.articles.fetching.networks import Guard
from tui.articles.fetching.requesting import Question, Requester
from tui.articles.fetching.robots import Rules, rules_of
from tui.articles.fetching.turns import Patience, Sleep, Turns, seconds_asked

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_TRY_AGAIN = frozenset({408, 429, 500, 502, 503, 504})


class Fetcher:
    """Fetches pages and feeds; lives within one event loop."""

    def __init__(self, guard: Guard, limits: Limits, sleep: Sleep = asyncio.sleep) -> None:
        """Asks nobody yet.

        Args:
            guard: which servers may be connected to.
            limits: times and sizes.
            sleep: waits for some seconds.
        """
        self.limits = limits
        self._requester = Requester(guard, limits)
        self._turns = Turns(limits.pause, limits.servers, sleep)
        self._sleep = sleep
        self._rules: dict[tuple[tuple[str, str, int], bool], asyncio.Future[Rules]] = {}

    async def fetch(
        self, address: Address, *, most: int, local: bool = True, known: Conditions | None = None, known_at: str = ""
    ) -> Answer:
        """The page at an address, or the word (status 304) that it is still the known one.

        Args:
            address: what is asked for.
            most: bytes that are read at most.
            local: whether it may lie in a local network, if that is allowed at all: somebody typed it, or a local
                server named it.
            known: what an earlier answer said of itself.
            known_at: the address of the earlier answer, after its redirects.

        Raises:
            Unreadable: it cannot be had; the sentence says why.
        """
        answer = await self._follow(address, most=most, local=local, known=known, known_at=known_at)
        if answer.status in (200, 304):
            return answer
        raise Unreadable(status_sentence(answer.status))

    async def _follow(
        self,
        address: Address,
        *,
        most: int,
        local: bool,
        known: Conditions | None = None,
        known_at: str = "",
        robots: bool = False,
    ) -> Answer:
        """Asks and follows redirects, every stop of the way checked anew."""
        asked = known.headers() if known else {}
        patience = Patience(self.limits.rules if robots else self.limits.total)
        for _ in range(self.limits.hops + 1):
            if not robots:
                rules = await self._rules_for(address, local=local)
                if refusal := rules.refusal(str(address)):
                    raise Unreadable(refusal)
            headers = asked if str(address) == known_at else {}
            answer = await self._ask(Question(address, patience, most, robots, local, headers))
            if answer.status not in _REDIRECTS or not answer.location:
                return answer
            # A server of the internet must not lead into the reader's own network.
            local = local and answer.local
            address = _followed(address, answer.location)
        raise Misdirected(f"The address leads on and on: {self.limits.hops} redirects were followed.")

    async def _ask(self, question: Question) -> Answer:
        """Asks when it is the server's turn, and once more where the trouble may be a passing one."""
        address = question.address
        async with self._turns.turn(address.host, address.port):
            wait: float | None = None
            try:
                answer = await self._requester.ask(question)
                if answer.status not in _TRY_AGAIN:
                    return answer
                wait = seconds_asked(answer.wait)
                if wait is not None and wait > self.limits.longest_wait:
                    return answer
            except Passing:
                pass
            await self._sleep(self.limits.first_wait if wait is None else wait)
            return await self._requester.ask(question)

    async def _rules_for(self, address: Address, *, local: bool) -> Rules:
        """The site's rules, asked for once; again where more is allowed, since a refusal is no rule of the site."""
        key = (address.origin, local)
        waiting = self._rules.get(key)
        if waiting is None:
            waiting = self._rules[key] = asyncio.ensure_future(self._ask_rules(address, local=local))
        # Whoever waits may be stopped without stopping the others.
        return await asyncio.shield(waiting)

    async def _ask_rules(self, address: Address, *, local: bool) -> Rules:
        place = Address(address.url.copy_with(raw_path=b"/robots.txt"), address.credentials)
        try:
            answer = await self._follow(place, most=self.limits.robots, local=local, robots=True)
        except Misdirected:
            # RFC 9309, section 2.3.1.2: a file behind too many redirects counts as none.
            return Rules()
        rules = await asyncio.to_thread(rules_of, answer.status, answer.body)
        self._turns.slow_down(address.host, address.port, min(rules.delay, self.limits.longest_pause))
        return rules


def _followed(address: Address, location: str) -> Address:
    try:
        return address.follow(location)
    except Unreadable as error:
        raise Misdirected("The address leads to something that is not fetched, such as a file or a script.") from error
