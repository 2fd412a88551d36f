"""``lesart --serve``: the reader in a browser, through textual-serve, which is installed only on request."""

from __future__ import annotations

import os
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
    """Serves the reader to browsers of this machine until ctrl+c.

    Args:
        argv: the command line of each reader, without ``--serve``.

    Raises:
        Refusal: textual-serve is not installed, or the port is taken.
    """
    try:
        server = _guarded(import_module("textual_serve.server").Server)
    except ImportError as error:
        raise Refusal("--serve needs the package textual-serve: pip install 'lesart[serve]'.") from error
    words = [sys.executable, "-m", "tui.cli", *argv]
    command = subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
    complain(f"Serving at http://{HOST}:{PORT} for this machine alone; ctrl+c ends it.")
    try:
        server(command, host=HOST, port=PORT, title="Lesart").serve()
    except OSError as error:
        raise Refusal(f"Port {PORT} cannot be used: {error.strerror or error}.") from error
    return 0


def _guarded(server: Any) -> Any:
    """The server, which answers only pages that it gave out itself.

    A browser lets every page open a websocket to this machine; that of the reader takes keys and gives texts and
    bookmarks away. The browser says truly from which page a request comes (Origin) and whom it means (Host).
    """
    web = import_module("aiohttp.web")

    @web.middleware  # type: ignore[untyped-decorator, unused-ignore]
    async def guard(request: Any, handler: Any) -> Any:
        hosts = {f"{name}:{PORT}" for name in _NAMES}
        origin = request.headers.get("Origin")
        if request.host not in hosts or (origin is not None and origin.removeprefix("http://") not in hosts):
            raise web.HTTPForbidden(text=f"Open http://{HOST}:{PORT} itself; other pages are not answered.")
        return await handler(request)

    class Guarded(server):  # type: ignore[misc]
        async def _make_app(self) -> Any:
            app = await super()._make_app()
            app.middlewares.append(guard)
            return app

    return Guarded
