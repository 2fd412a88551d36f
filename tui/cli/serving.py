"""``lesart --serve``: the reader in a browser, through textual-serve, which is installed only on request."""

from __future__ import annotations

import os
import secrets
import shlex
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

from tui.cli.outcome import Refusal, complain

HOST = "localhost"
PORT = 8000
_NAMES = ("localhost", "127.0.0.1", "[::1]")
"""What this machine calls itself; other names lead here where another site's owner lets them (DNS rebinding)."""


def serve(argv: Sequence[str]) -> int:
    """Serves the reader, until ctrl+c, to browsers of this machine that are told its address.

    Args:
        argv: the command line of each reader, without ``--serve``.

    Raises:
        Refusal: textual-serve is not installed, or the port is taken.
    """
    try:
        secret = secrets.token_urlsafe(24)
        server = _guarded(import_module("textual_serve.server").Server, secret)
    except ImportError as error:
        raise Refusal("--serve needs the package textual-serve: pip install 'lesart[serve]'.") from error
    words = [sys.executable, "-m", "tui.cli", *argv]
    command = subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
    complain(f"Serving at http://{HOST}:{PORT}/{secret}/ for who has this address; ctrl+c ends it.")
    try:
        server(command, host=HOST, port=PORT, title="Lesart").serve()
    except OSError as error:
        raise Refusal(f"Port {PORT} cannot be used: {error.strerror or error}.") from error
    return 0


def _guarded(server: Any, secret: str) -> Any:
    """The server, which answers only pages that it gave out itself, to browsers that know its secret.

    Every user of this machine can reach it, and a browser lets every page open a websocket to it; that of the reader
    takes keys and gives texts and bookmarks away. The secret is a part of every address, as a cookie would be sent to
    other ports of this machine too. The browser says truly from which page a request comes (Origin) and whom it means
    (Host).
    """
    web = import_module("aiohttp.web")

    @web.middleware  # type: ignore[untyped-decorator, unused-ignore]
    async def guard(request: Any, handler: Any) -> Any:
        hosts = {f"{name}:{PORT}" for name in _NAMES}
        origin = request.headers.get("Origin")
        if request.host not in hosts or (origin is not None and origin.removeprefix("http://") not in hosts):
            raise web.HTTPForbidden(text=f"Open http://{HOST}:{PORT} itself; other pages are not answered.")
        if not secrets.compare_digest(request.path.split("/")[1].encode(), secret.encode()):
            raise web.HTTPForbidden(text="Open the whole address that lesart --serve has written to its terminal.")
        if request.path == f"/{secret}":
            raise web.HTTPFound(f"/{secret}/")
        return await handler(request)

    async def keep_secret(request: Any, response: Any) -> None:
        response.headers["Referrer-Policy"] = "no-referrer"

    class Guarded(server):  # type: ignore[misc]
        async def _make_app(self) -> Any:
            outer = web.Application(middlewares=[guard])
            outer.add_subapp(f"/{secret}/", await super()._make_app())
            outer.on_response_prepare.append(keep_secret)
            return outer

        async def on_startup(self, app: Any) -> None:
            """Prints nothing: without the secret the address is of no use."""

    return Guarded
