"""The certificate is checked against the name that was asked for, although the connection goes to a number."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tui.articles.decoding import Unreadable
from tui.articles.fetching.addresses import read_address
from tui.articles.fetching.answers import Limits
from tui.articles.fetching.fetcher import Fetcher
from tui.articles.fetching.networks import Guard

pytestmark = pytest.mark.skipif(not shutil.which("openssl"), reason="certificates are made with openssl")


async def on_loopback(host: str, port: int) -> Sequence[str]:
    del host, port
    return ["127.0.0.1"]


async def page_from(certificate: Path, key: Path, host: str, greeted: list[str]) -> bytes:
    """Fetches a page from a server with this certificate, asked for under a name."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nhere")
        await writer.drain()
        writer.close()

    def note(_: ssl.SSLObject, name: str | None, __: ssl.SSLContext) -> None:
        greeted.append(name or "")

    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    context.sni_callback = note
    server = await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    fetcher = Fetcher(Guard(allow_local=True, resolver=on_loopback), Limits(pause=0, first_wait=0))
    try:
        return (await fetcher.fetch(read_address(f"https://{host}:{port}/"), most=9_000)).body
    finally:
        server.close()


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """For news.example, trusted by this test alone."""
    made = tmp_path / "made.pem", tmp_path / "key.pem"
    words = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=news.example"
    words += f" -addext subjectAltName=DNS:news.example -keyout {made[1]} -out {made[0]}"
    subprocess.run(words.split(), check=True, capture_output=True)
    monkeypatch.setenv("SSL_CERT_FILE", str(made[0]))
    return made


def test_a_server_with_the_certificate_of_the_name_is_read(certificate: tuple[Path, Path]) -> None:
    greeted: list[str] = []
    assert asyncio.run(page_from(*certificate, "news.example", greeted)) == b"here"
    assert set(greeted) == {"news.example"}


def test_a_server_with_the_certificate_of_another_name_is_not_read(certificate: tuple[Path, Path]) -> None:
    with pytest.raises(Unreadable) as caught:
        asyncio.run(page_from(*certificate, "other.example", []))
    assert "certificate is not valid" in caught.value.sentence


def test_a_certificate_that_nobody_vouches_for_is_not_enough(
    certificate: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(Unreadable) as caught:
        asyncio.run(page_from(*certificate, "news.example", []))
    assert "certificate is not valid" in caught.value.sentence
