"""``lesart --serve``: the reader in a browser, through textual-serve, which is installed only on request."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from importlib import import_module

from tui.cli.outcome import Refusal, complain

HOST = "localhost"
PORT = 8000


def serve(argv: Sequence[str]) -> int:
    """Serves the reader to browsers of this machine until ctrl+c.

    Args:
        argv: the command line of each reader, without ``--serve``.

    Raises:
        Refusal: textual-serve is not installed, or the port is taken.
    """
    try:
        server = import_module("textual_serve.server").Server
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
