from __future__ import annotations

import socket
import struct
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import pytest

Send = Callable[[bytes], None]
Page = bytes | Callable[[Send, Mapping[str, str]], None]
"""What a path answers: raw bytes, or something that sends them."""

CLOSED = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


def answer(body: bytes | str = b"", status: str = "200 OK", length: int | None = None, **headers: str) -> bytes:
    """A whole answer; header names are written with underscores."""
    data = body.encode() if isinstance(body, str) else body
    given = {"Content-Type": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}}
    given["Content-Length"] = str(len(data) if length is None else length)
    head = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in given.items()), "", ""]
    return "\r\n".join(head).encode() + data


@dataclass
class Server:
    """A server on loopback that answers what a test says, and remembers what it was asked."""

    port: int
    pages: dict[str, Page] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def count(self, path: str) -> int:
        return self.paths.count(path)


@pytest.fixture
def server() -> Iterator[Server]:
    listener = socket.create_server(("127.0.0.1", 0))
    made = Server(listener.getsockname()[1])

    def serve() -> None:
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            threading.Thread(target=talk, args=(connection,), daemon=True).start()

    def talk(connection: socket.socket) -> None:
        with connection:
            try:
                connection.settimeout(5)
                head = b""
                while b"\r\n\r\n" not in head:
                    piece = connection.recv(65_536)
                    if not piece:
                        return
                    head += piece
                    if head[0] == 0x16:  # a TLS greeting
                        connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                        return
                first, *rest = head.decode("latin-1").split("\r\n")
                path = first.split(" ")[1]
                headers = {line.split(":")[0].lower(): line.partition(":")[2].strip() for line in rest if ":" in line}
                made.asked.append((path, headers))
                page = made.pages.get(path, CLOSED)
                if callable(page):
                    page(connection.sendall, headers)
                else:
                    connection.sendall(page)
            except ConnectionResetError:
                # Closing without lingering resets the connection.
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            except OSError:
                pass

    threading.Thread(target=serve, daemon=True).start()
    yield made
    listener.close()
