"""The worker's side of the pipe: takes orders, works on the newest, reports article by article.

It must not outlive the reader: its standard input ends when the reader does, however that happens, and a thread that
waits for orders there ends the process at once.
"""

from __future__ import annotations

import contextlib
import importlib
import logging
import os
import signal
import sys
import threading
from pathlib import Path
from typing import IO, Any

from tui.library import records
from tui.library.cache import Cache
from tui.library.events import Analysed, Compared, Event
from tui.library.models import Models
from tui.library.orders import Order, Superseded
from tui.library.work import Run
from tui.library.worker_link import receive, send
from tui.library.workshop import Workshop


class Orders:
    """What the reader wants; filled by the listening thread, read by the working one."""

    def __init__(self) -> None:
        """Begin without an order."""
        self._changed = threading.Condition()
        self._newest: Order | None = None
        self._taken = 0
        self._urgent: str | None = None

    def listen(self, pipe: IO[bytes]) -> None:
        """Take orders until the reader is gone, then end the process."""
        while True:
            try:
                message = receive(pipe)
            except EOFError:
                # Not sys.exit: the working thread may be in the middle of a long computation.
                os._exit(0)
            with self._changed:
                if isinstance(message, Order):
                    self._newest = message
                    self._urgent = None
                elif isinstance(message, str):
                    self._urgent = message
                self._changed.notify_all()

    def wait(self) -> Order | str:
        """The newest order that was not taken yet, or the id of the article that the reader turned to since."""
        with self._changed:
            while True:
                if self._newest is not None and self._newest.ticket > self._taken:
                    self._taken = self._newest.ticket
                    return self._newest
                if self._newest is not None and self._urgent is not None:
                    article, self._urgent = self._urgent, None
                    return article
                self._changed.wait()

    def superseded(self) -> bool:
        """Whether there is an order newer than the one taken."""
        with self._changed:
            return self._newest is not None and self._newest.ticket > self._taken

    def urgent(self) -> str | None:
        """Id of the article the reader turned to, once."""
        with self._changed:
            article, self._urgent = self._urgent, None
            return article


class Steering:
    """`tui.library.orders.Control` over the pipe."""

    def __init__(self, orders: Orders, pipe: IO[bytes]) -> None:
        """Steer by the given orders, and say on the pipe which article is begun."""
        self._orders = orders
        self._pipe = pipe

    def check(self) -> None:
        """Stop for a newer order."""
        if self._orders.superseded():
            raise Superseded

    def urgent(self) -> str | None:
        """The article the reader turned to."""
        return self._orders.urgent()

    def beginning(self, article: str | None) -> None:
        """Tell the reader's side, which thereby knows over what the process broke down."""
        send(self._pipe, ("beginning", article))


def _report(pipe: IO[bytes], event: Event) -> None:
    message: Any = event
    if isinstance(event, Analysed):
        message = ("analysed", event.ticket, records.encode_analysis(event.analysis))
    elif isinstance(event, Compared):
        message = ("compared", event.ticket, records.encode_comparison(event.comparison))
    send(pipe, message)


def read_event(message: Any) -> Event | str | None:
    """An event as the worker sent it; for news of a begun article its id, or None for a comparison."""
    match message:
        case ("analysed", int(ticket), bytes(data)):
            return Analysed(ticket, records.decode_analysis(data))
        case ("compared", int(ticket), bytes(data)):
            return Compared(ticket, records.decode_comparison(data))
        case ("beginning", article):
            return article if isinstance(article, str) else None
    event: Event = message
    return event


def _open_workshop(name: str, models: Models) -> Workshop:
    module, _, attribute = name.partition(":")
    workshop: Workshop = getattr(importlib.import_module(module), attribute)(models)
    return workshop


def _own_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The two pipes, on file descriptors that no library prints to or reads from."""
    orders, reports = os.dup(0), os.dup(1)
    nothing = os.open(os.devnull, os.O_RDWR)
    os.dup2(nothing, 0)
    os.dup2(nothing, 1)
    os.close(nothing)
    return os.fdopen(orders, "rb"), os.fdopen(reports, "wb")


def main(cache_folder: str, pipeline: str, encoder: str, workshop_name: str) -> None:
    """Work until the reader is gone.

    Args:
        cache_folder: Folder of the cache, empty for none.
        pipeline: Name or folder of a pipeline, empty for the shipped one.
        encoder: Name of an encoder, empty for the shipped one.
        workshop_name: The workshop as ``module:attribute``.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # ctrl+c in the terminal is the reader's business
    incoming, outgoing = _own_pipes()
    logging.basicConfig(stream=sys.stderr, level=logging.WARNING, format="%(asctime)s worker %(name)s: %(message)s")
    if hasattr(os, "nice"):
        with contextlib.suppress(OSError):
            os.nice(2)  # the interface goes first where both want the same core
    orders = Orders()
    threading.Thread(target=orders.listen, args=(incoming,), daemon=True).start()
    workshop = _open_workshop(workshop_name, Models(pipeline or None, encoder or None))
    cache = Cache(Path(cache_folder)) if cache_folder else None
    control = Steering(orders, outgoing)
    work: Run | None = None
    try:
        while True:
            wanted = orders.wait()
            with contextlib.suppress(Superseded):
                if isinstance(wanted, Order):
                    work = Run(wanted, workshop, cache, lambda event: _report(outgoing, event), control, on_demand=True)
                    work.run()
                elif work is not None:
                    work.more(wanted)
    except OSError:
        os._exit(0)  # the reader is gone
