"""A browser that knows the address is given the reader, painted; nobody else is."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

pytest.importorskip("textual_serve")
import aiohttp
from yarl import URL

PATIENCE = 60.0
"""Seconds until a page counts as not coming."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a story is served."""
    story = tmp_path_factory.mktemp("story")
    (story / "a.txt").write_text("Ulm kauft Busse\n\nDie Stadt Ulm kauft neue Busse.\n", "utf-8")
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    code = "import sys; from tui.cli import main, serving; serving.PORT = int(sys.argv[1]); main(sys.argv[2:])"
    server = subprocess.Popen(
        [sys.executable, "-c", code, str(port), "--serve", str(story)],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert server.stderr is not None
        told = re.search(r"http://\S+", server.stderr.readline())
        assert told is not None
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                socket.create_connection(("localhost", port), 1).close()
                break
            except OSError:
                time.sleep(0.2)
        yield told[0].rstrip("/")
    finally:
        server.terminate()
        server.wait(PATIENCE)


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1"])
async def test_a_browser_is_given_the_page_and_the_text_of_the_article(address: str, name: str) -> None:
    end, shown = time.monotonic() + PATIENCE, b""
    page = address.replace("localhost", name)
    async with aiohttp.ClientSession() as browser:
        assert f"{address.removeprefix('http:')}/ws" in await (await browser.get(f"{page}/")).text()
        async with browser.ws_connect(
            f"{address}/ws?width=100&height=30", headers={"Origin": str(URL(page).origin())}
        ) as socket_:
            await socket_.send_json(["resize", {"width": 100, "height": 30}])
            while time.monotonic() < end and b"kauft" not in shown:
                message = await socket_.receive(timeout=PATIENCE)
                shown += message.data if message.type is aiohttp.WSMsgType.BINARY else b""
    assert b"kauft" in shown


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "http://localhost:3000"},
        {"Origin": "http://localhost:PORT.evil.example"},
        {"Origin": "https://localhost:PORT"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Host": "evil.example:PORT"},
        {"Host": "evil.example:PORT", "Origin": "http://evil.example:PORT"},
    ],
)
async def test_pages_from_elsewhere_neither_read_nor_drive_the_reader(address: str, headers: dict[str, str]) -> None:
    port = str(URL(address).port)
    headers = {name: words.replace("PORT", port) for name, words in headers.items()}
    async with aiohttp.ClientSession(headers=headers) as browser:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await browser.ws_connect(f"{address}/ws")
        assert refused.value.status == 403
        for path in ("/", "/download/1"):
            assert (await browser.get(address + path)).status == 403


async def test_other_users_of_the_machine_cannot_guess_the_address(address: str) -> None:
    root = str(URL(address).origin())
    async with aiohttp.ClientSession() as browser:
        page = await browser.get(f"{address}/")
        assert page.status == 200 and page.headers["Referrer-Policy"] == "no-referrer"
        assert (await browser.get(address)).status == 200  # copied without its last stroke
        for guess in (root, f"{address[:-1]}", f"{root}/x"):
            with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
                await browser.ws_connect(f"{guess}/ws")
            assert refused.value.status == 403
            for path in ("/", "/download/1", "/static/js/textual.js"):
                assert (await browser.get(guess + path)).status == 403
