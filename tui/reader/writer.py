"""One thread that writes what is kept, in the order in which it was asked to: no key waits for a slow disk.

The files are locked while they are written to, so another reader of the same files can hold up a write for seconds.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait

from tui.library.log import logger

_LOG = logger("reader")


class Writer:
    """Writes one thing after the other; what fails is told and holds up nothing behind it."""

    def __init__(self, tell: Callable[[str], object]) -> None:
        """Begin no thread before something is written.

        Args:
            tell: Called in the writer's thread with a sentence for each failure.
        """
        self._tell = tell
        self._pool = ThreadPoolExecutor(1, "writer")
        self._last: Future[None] | None = None
        self.unsaid: list[str] = []
        """Failures that the reader was not shown yet."""

    def write(
        self, work: Callable[[], object], complaint: str = "", otherwise: Callable[[], object] | None = None
    ) -> None:
        """Write something once all that was handed in before is written.

        Args:
            work: What writes.
            complaint: What a failure means, such as "The bookmark was not kept"; the reason is put behind it.
            otherwise: What is done after a failure, in the writer's thread.
        """

        def run() -> None:
            try:
                work()
            except Exception as error:
                _LOG.warning("%s", complaint, exc_info=True)
                if otherwise is not None:
                    otherwise()
                sentence = f"{complaint}: {error}"
                self.unsaid.append(sentence)
                self._tell(sentence)

        try:
            self._last = self._pool.submit(run)
        except RuntimeError:  # closed: the program is at its end and has nothing to be held up
            run()

    @property
    def busy(self) -> bool:
        """Whether something is not written yet."""
        return self._last is not None and not self._last.done()

    def wait(self) -> None:
        """Wait until everything handed in so far is written, or has failed."""
        if self._last is not None:
            wait([self._last])

    def close(self) -> None:
        """Write everything that was handed in, and end the thread."""
        self._pool.shutdown()
