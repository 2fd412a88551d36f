"""How long work that is counted will still take, from how long it has taken so far."""

from __future__ import annotations

LEAST = 5.0
"""Seconds below which nothing is said: the work is over sooner than the words are read."""


class Pace:
    """Times counted work; another total, or a count that falls, is other work."""

    def __init__(self) -> None:
        """Know nothing yet."""
        self._total = 0
        self._first = (0, 0.0)
        self._done = 0

    def left(self, done: int, total: int, now: float) -> str:
        """What is said of the time that is left, such as "about 40 s left"; empty where too little is known.

        Args:
            done: How much is done.
            total: How much there is to do.
            now: Seconds of a clock that only goes forward.
        """
        if total != self._total or done < self._done:
            self._total, self._first = total, (done, now)
        self._done = done
        before, began = self._first
        if done <= before:
            return ""
        seconds = (now - began) / (done - before) * (total - done)
        if seconds < LEAST:
            return ""
        if seconds < 90:
            return f"about {max(10, round(seconds / 10) * 10)} s left"
        return f"about {round(seconds / 60)} min left"
