"""Servers that answer badly: each is a clear sentence, in bounded time and memory."""

from __future__ import annotations

import asyncio
import gzip
import ipaddress
import socket
import threading
import zlib
from collections.abc import Mapping, Sequence

import pytest

from tests.articles.fetching.conftest import Page, Send, Server, answer
from tui.articles.decoding import Unreadable
from tui.articles.fetching.addresses import read_address
from tui.articles.fetching.answers import Answer, Conditions, Limits
from tui.articles.fetching.fetcher import Fetcher
from tui.articles.fetching.networks import IP, Guard, is_public

PATIENT = Limits(page=200_000, pause=0)


async def no_wait(seconds: float) -> None:
    del seconds


def fetch(url: str, guard: Guard | None = None, known: Conditions | None = None, limits: Limits = PATIENT) -> Answer:
    fetcher = Fetcher(guard or Guard(allow_local=True), limits, no_wait)
    return asyncio.run(fetcher.fetch(read_address(url), most=limits.page, known=known, known_at=url))


def refusal(url: str, guard: Guard | None = None, limits: Limits = PATIENT) -> str:
    with pytest.raises(Unreadable) as caught:
        fetch(url, guard, limits=limits)
    return caught.value.sentence


def dripping(send: Send, _: Mapping[str, str]) -> None:
    send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
    pause = threading.Event()
    for _number in range(100):
        send(b"x")
        pause.wait(0.05)


def dripping_head(send: Send, _: Mapping[str, str]) -> None:
    pause = threading.Event()
    for letter in b"HTTP/1.1 200 OK\r\nX-Long: " + 100 * b"x":
        send(bytes([letter]))
        pause.wait(0.05)


def never_ending(send: Send, _: Mapping[str, str]) -> None:
    send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while True:
        send(65_536 * b"x")


def silent(send: Send, _: Mapping[str, str]) -> None:
    del send
    threading.Event().wait(2)


def bomb() -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(200)) + packer.flush()


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (answer(status="302 Found", Location="/page"), "leads on and on"),
        (answer(status="302 Found", Location="file:///etc/passwd"), "leads to something that is not fetched"),
        (answer(status="302 Found", Location="http://[broken"), "leads to something that is not fetched"),
        (never_ending, "larger than"),
        (answer("short", length=500), "broke before"),
        (answer(bomb(), Content_Encoding="gzip"), "larger than"),
        (answer("no gzip", Content_Encoding="gzip"), "packed wrongly"),
        (answer(gzip.compress(bytes(range(256)) * 9)[:60], Content_Encoding="gzip"), "before it was complete"),
        (answer("?", Content_Encoding="br"), "not asked for (br)"),
        (answer(b"", length=100_000_000), "larger than"),
        (b"SSH-2.0-OpenSSH_9.6\r\n", "broke before"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n", "broke before"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 60_000, "broke before"),
        (answer(status="410 Gone"), "was removed"),
        (answer(status="418 Teapot"), "status 418"),
    ],
)
def test_a_bad_answer_is_one_sentence(server: Server, page: Page, words: str) -> None:
    server.pages["/page"] = page
    assert words in refusal(server.url("/page"))


@pytest.mark.parametrize("page", [dripping, dripping_head])
def test_a_server_that_drips_is_left_in_the_end(server: Server, page: Page) -> None:
    server.pages["/page"] = page
    assert "too slow" in refusal(server.url("/page"), limits=Limits(total=0.5, pause=0))


def test_a_chain_of_slow_redirects_shares_one_time(server: Server) -> None:
    def slowly_on(send: Send, _: Mapping[str, str]) -> None:
        threading.Event().wait(0.15)
        send(answer(status="302 Found", Location="/page"))

    server.pages["/page"] = slowly_on
    assert "too slow" in refusal(server.url("/page"), limits=Limits(total=0.5, pause=0))


def test_a_silent_server_is_left(server: Server) -> None:
    server.pages["/page"] = silent
    assert "stopped answering" in refusal(server.url("/page"), limits=Limits(read=0.2, pause=0))


def test_a_reset_connection_is_tried_once_more(server: Server) -> None:
    def reset(send: Send, _: Mapping[str, str]) -> None:
        send(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf of")
        raise ConnectionResetError

    server.pages["/page"] = reset
    assert "broke before" in refusal(server.url("/page"))
    assert server.count("/page") == 2


def test_a_server_without_encryption_is_not_asked_as_one_with_it(server: Server) -> None:
    assert "secure connection" in refusal(server.url("/page").replace("http:", "https:"))
    assert server.asked == []


def test_nobody_listening_is_said(server: Server) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    assert "cannot be reached" in refusal(f"http://127.0.0.1:{port}/")


def only(port_server: str) -> Guard:
    """A guard to whom the test's server lies in the open internet, and nothing else on loopback."""

    async def resolve(host: str, port: int) -> Sequence[str]:
        del port
        return {"news.example": ["127.0.0.1"], "inner.example": ["127.0.0.2"]}.get(host, [host.strip("[]")])

    def public(address: IP) -> bool:
        return address == ipaddress.ip_address(port_server) or is_public(address)

    return Guard(resolver=resolve, public=public)


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.2/", "http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/meta", "http://inner.example/"],
)
def test_a_redirect_into_the_readers_own_network_is_refused(server: Server, target: str) -> None:
    server.pages["/page"] = answer(status="302 Found", Location=target)
    assert "lies in a local network" in refusal(server.url("/page"), only("127.0.0.1"))


def test_a_name_is_connected_to_at_the_address_that_was_checked(server: Server) -> None:
    server.pages["/page"] = answer("here")
    asked: list[str] = []

    async def rebinding(host: str, port: int) -> Sequence[str]:
        # robots.txt and the page are each resolved once; a third look would find the attacker's second answer.
        asked.append(host)
        return ["127.0.0.1"] if len(asked) < 3 else ["127.0.0.2"]

    guard = Guard(resolver=rebinding, public=lambda address: str(address) == "127.0.0.1")
    assert fetch(f"http://news.example:{server.port}/page", guard).body == b"here"
    assert [headers["host"] for _, headers in server.asked] == [f"news.example:{server.port}"] * 2


def test_a_name_with_one_address_inside_is_refused_as_a_whole() -> None:
    async def both(host: str, port: int) -> Sequence[str]:
        del host, port
        return ["93.184.216.34", "192.168.0.1"]

    assert "lies in a local network" in refusal("http://news.example/", Guard(resolver=both))


def test_what_was_refused_to_a_feed_is_not_refused_to_the_person_who_types_it(server: Server) -> None:
    server.pages["/page"] = answer("ok")
    address = read_address(server.url("/page"))

    async def ask() -> int:
        fetcher = Fetcher(Guard(allow_local=True), PATIENT, no_wait)
        with pytest.raises(Unreadable, match="local network"):
            await fetcher.fetch(address, most=1000, local=False)
        return (await fetcher.fetch(address, most=1000, local=True)).status

    assert asyncio.run(ask()) == 200


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "2130706433", "0x7f.1", "127.1", "[::1]", "[::ffff:127.0.0.1]", "10.1.2.3", "0.0.0.0"]
)
def test_local_addresses_in_any_spelling_are_refused_without_leave(host: str) -> None:
    assert "local network" in refusal(f"http://{host}/", Guard())


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2606:4700::1111", True),
        ("::ffff:8.8.8.8", True),
        ("64:ff9b::808:808", True),
        ("100.64.0.1", False),
        ("192.0.0.8", False),
        ("224.0.0.1", False),
        ("240.0.0.1", False),
        ("fe80::1", False),
        ("fc00::1", False),
        ("fec0::1", False),
        ("ff02::1", False),
        ("64:ff9b::7f00:1", False),
        ("2002:7f00:1::", False),
        ("::ffff:10.0.0.1", False),
        ("2001:0:0:0::1", False),
    ],
)
def test_only_the_open_internet_counts_as_public(address: str, public: bool) -> None:
    assert is_public(ipaddress.ip_address(address)) is public


def test_a_page_in_the_internet_does_not_lead_inside_even_with_leave(server: Server) -> None:
    server.pages["/page"] = answer(status="302 Found", Location="http://127.0.0.2/")
    guard = Guard(allow_local=True, public=lambda address: str(address) == "127.0.0.1")
    assert "that is refused" in refusal(server.url("/page"), guard)


def test_packed_pages_are_unpacked(server: Server) -> None:
    server.pages["/page"] = answer(gzip.compress(b"one ") + gzip.compress(b"two"), Content_Encoding="gzip")
    assert fetch(server.url("/page")).body == b"one two"

