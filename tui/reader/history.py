"""The places that the reader jumped from, so that one key comes back."""

from __future__ import annotations

from dataclasses import dataclass, field

Place = tuple[str, int]
"""Article id and position in its text."""

LONGEST = 200
"""Places that can be gone back to."""


@dataclass
class History:
    """Places behind and ahead, as a browser keeps them."""

    _behind: list[Place] = field(default_factory=list)
    _ahead: list[Place] = field(default_factory=list)

    def leave(self, place: Place) -> None:
        """Remember a place that is left by a jump."""
        if not self._behind or self._behind[-1] != place:
            self._behind.append(place)
        del self._behind[:-LONGEST]
        self._ahead.clear()

    def back(self, here: Place) -> Place | None:
        """The place before, None where there is none; ``here`` can be come forward to."""
        if not self._behind:
            return None
        self._ahead.append(here)
        return self._behind.pop()

    def forward(self, here: Place) -> Place | None:
        """The place that the last return left, None where there is none."""
        if not self._ahead:
            return None
        self._behind.append(here)
        return self._ahead.pop()
