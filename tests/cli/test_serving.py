"""A browser that asks is given the reader, painted."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("textual_serve")
import aiohttp

PATIENCE = 60.0
"""Seconds until a page counts as not coming."""


@pytest.fixture
def address(story: Path) -> Iterator[str]:
    """Where the story is served."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    code = "import sys; from tui.cli import main, serving; serving.PORT = int(sys.argv[1]); main(sys.argv[2:])"
    server = subprocess.Popen([sys.executable, "-c", code, str(port), "--serve", str(story)], stdout=subprocess.DEVNULL)
    try:
        yield f"http://localhost:{port}"
    finally:
        server.terminate()
        server.wait(PATIENCE)


async def test_a_browser_is_given_the_page_and_the_text_of_the_article(address: str) -> None:
    end, shown = time.monotonic() + PATIENCE, b""
    async with aiohttp.ClientSession() as browser:
        while time.monotonic() < end:
            try:
                page = await (await browser.get(address)).text()
                break
            except aiohttp.ClientConnectionError:
                time.sleep(0.2)
        assert "/ws" in page
        async with browser.ws_connect(f"{address}/ws?width=100&height=30") as socket_:
            await socket_.send_json(["resize", {"width": 100, "height": 30}])
            while time.monotonic() < end and b"kauft" not in shown:
                message = await socket_.receive(timeout=PATIENCE)
                shown += message.data if message.type is aiohttp.WSMsgType.BINARY else b""
    assert b"kauft" in shown
