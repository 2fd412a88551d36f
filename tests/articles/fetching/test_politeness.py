"""What servers ask for is respected."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from tests.articles.fetching.conftest import Page, Send, Server, answer
from tui.articles.decoding import Unreadable
from tui.articles.fetching.addresses import read_address
from tui.articles.fetching.answers import Answer, Conditions, Limits
from tui.articles.fetching.fetcher import Fetcher
from tui.articles.fetching.networks import Guard
from tui.articles.fetching.turns import seconds_asked

NO_PAUSE = Limits(pause=0)


class Visit:
    """A fetcher on loopback whose waits are written down instead of waited for."""

    def __init__(self, limits: Limits = NO_PAUSE) -> None:
        self.waits: list[float] = []
        self.limits = limits
        self.fetcher = Fetcher(Guard(allow_local=True), limits, self._sleep)

    async def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)

    def fetch(self, *urls: str, known: Conditions | None = None) -> list[Answer]:
        async def each() -> list[Answer]:
            asks = (self.fetcher.fetch(read_address(u), most=9_000, known=known, known_at=u) for u in urls)
            return list(await asyncio.gather(*asks))

        return asyncio.run(each())

    def refusal(self, url: str) -> str:
        with pytest.raises(Unreadable) as caught:
            self.fetch(url)
        return caught.value.sentence


def robots(words: str) -> bytes:
    return answer(words, Content_Type="text/plain")


def failing_first(first: bytes, then: bytes) -> Page:
    rest = [first, then]

    def send_next(send: Send, _: Mapping[str, str]) -> None:
        send(rest.pop(0))

    return send_next


def test_a_forbidden_page_is_not_asked_for(server: Server) -> None:
    server.pages |= {"/robots.txt": robots("User-agent: lesart\nDisallow: /private*/"), "/private1/x": answer("x")}
    assert "asks programs not to read" in Visit().refusal(server.url("/private1/x"))
    assert server.paths == ["/robots.txt"]


def test_rules_for_other_programs_do_not_matter_and_are_read_once(server: Server) -> None:
    server.pages["/robots.txt"] = robots("User-agent: GPTBot\nDisallow: /\n\nUser-agent: *\nDisallow: /b$")
    server.pages |= {"/a": answer("a"), "/c": answer("c")}
    assert [got.body for got in Visit().fetch(server.url("/a"), server.url("/c"))] == [b"a", b"c"]
    assert server.count("/robots.txt") == 1


def test_a_huge_robots_txt_is_read_in_part(server: Server) -> None:
    server.pages["/robots.txt"] = robots("User-agent: *\nDisallow: /a\n" + 60_000 * "# padding and padding\n")
    assert "asks programs not to read" in Visit().refusal(server.url("/a"))


@pytest.mark.parametrize("status", ["500 Oh", "503 Later", "429 Slowly"])
def test_where_the_rules_cannot_be_had_nothing_is_fetched(server: Server, status: str) -> None:
    server.pages |= {"/robots.txt": answer(status=status), "/a": answer("a")}
    assert "robots.txt cannot be read" in Visit().refusal(server.url("/a"))
    assert server.count("/a") == 0


@pytest.mark.parametrize(
    "rules", [answer(status="404 No"), answer("<html>no rules"), answer(status="302 Found", Location="/robots.txt")]
)
def test_a_site_without_rules_may_be_read(server: Server, rules: bytes) -> None:
    server.pages |= {"/robots.txt": rules, "/a": answer("a")}
    assert Visit().fetch(server.url("/a"))[0].body == b"a"


def test_the_program_names_itself(server: Server) -> None:
    server.pages["/a"] = answer("a")
    Visit().fetch(server.url("/a"))
    assert all(headers["user-agent"].startswith("Lesart/") for _, headers in server.asked)


def test_a_known_page_is_asked_for_only_if_it_changed(server: Server) -> None:
    def unless_known(send: Send, headers: Mapping[str, str]) -> None:
        known = headers.get("if-none-match") == '"7"' and headers.get("if-modified-since") == "Tue"
        send(answer(status="304 Same", ETag='"7"') if known else answer("new", ETag='"7"', Last_Modified="Tue"))

    server.pages["/a"] = unless_known
    (first,) = Visit().fetch(server.url("/a"))
    (second,) = Visit().fetch(server.url("/a"), known=first.conditions)
    assert (first.status, second.status, second.body) == (200, 304, b"")


def test_too_many_requests_are_followed_by_the_wait_that_is_asked_for(server: Server) -> None:
    server.pages["/a"] = failing_first(answer(status="429 Slowly", Retry_After="7"), answer("a"))
    visit = Visit()
    assert visit.fetch(server.url("/a"))[0].body == b"a"
    assert visit.waits == [7]


def test_whoever_asks_for_a_long_wait_is_not_asked_again(server: Server) -> None:
    server.pages["/a"] = answer(status="429 Slowly", Retry_After="3600")
    visit = Visit()
    assert "fewer requests" in visit.refusal(server.url("/a"))
    assert (visit.waits, server.count("/a")) == ([], 1)


def test_a_second_trouble_is_final(server: Server) -> None:
    server.pages["/a"] = answer(status="503 Later")
    visit = Visit()
    assert "status 503" in visit.refusal(server.url("/a"))
    assert server.count("/a") == 2


def test_one_server_is_asked_one_thing_at_a_time_with_pauses(server: Server) -> None:
    open_now, most = [0], [0]

    def counted(send: Send, _: Mapping[str, str]) -> None:
        open_now[0] += 1
        most[0] = max(most[0], open_now[0])
        open_now[0] -= 1
        send(answer("a"))

    server.pages |= dict.fromkeys(("/a", "/b", "/c"), counted)
    server.pages["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 5")
    visit = Visit(Limits(pause=1, longest_pause=3))
    visit.fetch(*(server.url(path) for path in ("/a", "/b", "/c")))
    assert most == [1]
    # The pause that the site asks for, up to the bound, less what has gone by.
    assert [round(wait) for wait in visit.waits] == [3, 3, 3]


def test_a_password_goes_to_its_own_server_alone(server: Server) -> None:
    server.pages["/a"] = answer(status="301 Moved", Location=f"http://localhost:{server.port}/b")
    server.pages["/b"] = answer("b")
    (got,) = Visit().fetch(server.url("/a").replace("//", "//me:secret@"))
    assert "secret" not in got.url
    sent = {path: "authorization" in headers for path, headers in server.asked if path != "/robots.txt"}
    assert sent == {"/a": True, "/b": False}


def test_waits_are_seconds_or_dates() -> None:
    now = datetime(2026, 11, 24, 3, 0, 0, tzinfo=UTC)
    assert seconds_asked("120") == 120
    assert seconds_asked("Tue, 24 Nov 2026 03:00:30 GMT", now) == 30
    assert seconds_asked("Tue, 24 Nov 2020 03:00:30 GMT", now) == 0
    assert [seconds_asked(words) for words in (None, "", "soon", "-5", "²")] == [None] * 5
