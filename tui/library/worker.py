"""The worker: a process of its own that analyses and compares, so that the interface never waits.

Starting it costs the reader a fork and nothing else; messages are sent by a thread, because a pipe that is full would
make the interface wait. If the process breaks down, it is said in words and started once more without the article at
which it happened.
"""

from __future__ import annotations

import contextlib
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from tui.library.locations import log_file
from tui.library.models import SHIPPED, Models

if TYPE_CHECKING:
    # Modules of the analysis are imported where they are needed, after the reader's first paint.
    from tui.articles.model import Article
    from tui.comparison.model import Decision
    from tui.library.events import Event
    from tui.library.orders import Order

WORKSHOP = "tui.library.workshop:LanguageWorkshop"
_PATIENCE = 0.4
"""Seconds that the process has to end before it is killed."""


class _Process:
    """One running worker process with the thread that sends to it."""

    def __init__(self, cache: Path | None, models: Models, workshop: str) -> None:
        arguments = (str(cache) if cache else "", models.pipeline or "", models.encoder or "", workshop)
        # The same modules as here, wherever the program was started from.
        code = (
            f"# The worker of lesart, which ends with it.\nimport sys; sys.path[:] = {sys.path!r}; "
            f"from tui.library.worker_process import main; main(*{arguments!r})"
        )
        with _log() as log:
            self.process = subprocess.Popen(
                [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log
            )
        self.beginning: str | None = None
        """Id of the article it is at."""
        self._messages: queue.SimpleQueue[Any] = queue.SimpleQueue()
        threading.Thread(target=self._send, name="worker-orders", daemon=True).start()

    def post(self, message: Order | str) -> None:
        """Send a message soon."""
        self._messages.put(message)

    def _send(self) -> None:
        from tui.library.worker_link import send

        pipe = self.process.stdin
        assert pipe is not None
        while (message := self._messages.get()) is not None:
            try:
                send(pipe, message)
            except (OSError, ValueError):
                return  # whoever reads its events sees that it is gone

    def receive(self) -> Any:
        """The next message; raises EOFError when the process has ended."""
        from tui.library.worker_link import receive

        assert self.process.stdout is not None
        return receive(self.process.stdout)

    def end(self) -> None:
        """End it, by force if it takes too long."""
        self._messages.put(None)
        for stop in (self.process.terminate, self.process.kill):
            with contextlib.suppress(OSError):
                stop()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(_PATIENCE)
                return


@contextlib.contextmanager
def _log() -> Iterator[IO[bytes] | int]:
    """Where the process writes its failures: the log file where the program keeps one."""
    path = log_file()
    if path.exists():
        with contextlib.suppress(OSError), path.open("ab") as file:
            yield file
            return
    yield subprocess.DEVNULL


class Worker:
    """The reader's side of the worker."""

    def __init__(self, cache: Path | None, models: Models = SHIPPED, workshop: str = WORKSHOP) -> None:
        """Set up a worker that is started by `start` or by the first order.

        Args:
            cache: Folder of the cache, None for none.
            models: What reads the articles.
            workshop: What does the work, as ``module:attribute``.
        """
        self._arguments = (cache, models, workshop)
        self._changed = threading.Condition()
        self._process: _Process | None = None
        self._order: Order | None = None
        self._restarted = 0
        self._tickets = 0
        self._closed = False

    def start(self) -> None:
        """Start the process, which waits for an order and loads nothing yet.

        Raises:
            OSError: The system starts no process.
        """
        with self._changed:
            if self._process is None and not self._closed:
                self._process = _Process(*self._arguments)
                self._changed.notify_all()

    def open(self, articles: Sequence[Article], decisions: Sequence[Decision] = (), first: str | None = None) -> int:
        """Order articles to be analysed and compared; an earlier order is given up between two articles.

        Args:
            articles: All articles that are open.
            decisions: The reader's decisions on facts.
            first: Id of the article on the screen, which is analysed first.

        Returns:
            The ticket that the events of this order carry.
        """
        from tui.library.orders import Order

        with self._changed:
            self._tickets += 1
            self._order = Order(self._tickets, tuple(articles), tuple(decisions), first)
        self.start()
        with self._changed:
            if self._process is not None and self._order is not None:
                self._process.post(self._order)
            return self._tickets

    def prioritise(self, article: str) -> None:
        """Analyse an article next, because the reader has turned to it."""
        with self._changed:
            if self._process is not None:
                self._process.post(article)

    def events(self) -> Iterator[Event]:
        """The events of the newest order, as they come; blocks between them and ends after `close`."""
        from tui.library.worker_process import read_event

        while True:
            with self._changed:
                while self._process is None and not self._closed:
                    self._changed.wait()
                process = self._process
            if process is None:
                return
            try:
                event = read_event(process.receive())
            except EOFError:
                if self._closed:
                    return
                yield from self._broken_down(process)
                continue
            if event is None or isinstance(event, str):
                process.beginning = event
            elif event.ticket == self._tickets and not self._closed:
                yield event

    def close(self) -> None:
        """End the process, within a second at most; events end."""
        with self._changed:
            self._closed = True
            process, self._process = self._process, None
            self._changed.notify_all()
        if process is not None:
            process.end()

    def _broken_down(self, process: _Process) -> Iterator[Event]:
        from tui.library.events import Finished, Trouble
        from tui.library.orders import Order
        from tui.library.work import short

        with contextlib.suppress(subprocess.TimeoutExpired):
            process.process.wait(_PATIENCE)  # its own exit status tells more than that of being ended
        process.end()
        with self._changed:
            if self._process is process:
                self._process = None
            order = self._order
            again = order is not None and self._restarted < order.ticket
            if order is not None:
                self._restarted = order.ticket
        if order is None:
            return
        suspect = next((one for one in order.articles if one.id == process.beginning), None)
        why = _why(process.process.returncode)
        if suspect is not None:
            yield Trouble(order.ticket, f"The analysis of „{short(suspect.title)}“ broke down: {why}.", suspect.id)
        else:
            yield Trouble(order.ticket, f"The analysis broke down: {why}.", None)
        if not again:
            yield Trouble(order.ticket, "The analysis broke down twice and is not tried again.", None)
            yield Finished(order.ticket)
            return
        without = order.without | ({suspect.id} if suspect else set())
        with self._changed:
            if self._order is not order or self._closed:
                return  # a newer order has started a process of its own
            self._order = Order(order.ticket, order.articles, order.decisions, order.first, without)
        with contextlib.suppress(OSError):
            self.start()
        with self._changed:
            if self._process is not None:
                self._process.post(self._order)


def _why(code: int | None) -> str:
    """What an exit status says."""
    if code is not None and code < 0:
        if -code == 9:
            return "the system ended it, most likely because memory ran out"
        return f"the system ended it (signal {-code})"
    return f"it ended by itself (status {code})"
