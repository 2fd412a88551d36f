"""Builds the index of a large library in a process of its own, since it would hold up the interface's for seconds.

It is given articles on its standard input and says on its standard output how far it is, and which file holds what is
there so far. It ends with the reader, however that ends.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from pathlib import Path

from tui.library.search.gathering import Gathering
from tui.library.search.stored import write_parts
from tui.library.worker_link import receive, send

TELL = 50
"""Articles between two reports."""
FIRST_PART = 500
"""Articles after which what is there can be searched for the first time."""
GROWTH = 4
"""How many times as many articles the next part has: all parts together cost a third of the whole."""


def main(file: str) -> None:
    """Build until all articles are in.

    Args:
        file: where the index is kept; parts of it stand beside it under other names.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c in the terminal is the reader's business
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(5)
    incoming, outgoing = sys.stdin.buffer, sys.stdout.buffer
    gathering, part = Gathering(), FIRST_PART
    try:
        while (searched := receive(incoming)) is not None:
            gathering.add(searched)
            if len(gathering) % TELL == 0:
                send(outgoing, len(gathering))
            if len(gathering) == part:
                part *= GROWTH
                kept = Path(f"{file}.{len(gathering)}.part")
                write_parts(kept, gathering.parts())
                send(outgoing, (str(kept), len(gathering)))
        write_parts(Path(file), gathering.parts())
        send(outgoing, (file, len(gathering)))
    except (EOFError, BrokenPipeError):
        os._exit(0)  # the reader is gone
    except OSError as error:
        send(outgoing, error.strerror or str(error))
