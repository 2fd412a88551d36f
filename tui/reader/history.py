"""The places that the reader jumped from, so that one key comes back."""

from __future__ import annotations

from collections.abc import Mapping
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

    @property
    def places(self) -> tuple[Place, ...]:
        """All places that can be gone back or forward to."""
        return (*self._behind, *self._ahead)

    def follow(self, successors: Mapping[str, str], places: Mapping[Place, int]) -> None:
        """Take places along into the articles' present texts; those in articles that are gone are forgotten.

        Args:
            successors: By article id, its id now.
            places: By place, its position now; where none is named it is the same.
        """
        for kept in (self._behind, self._ahead):
            kept[:] = [(successors[one[0]], places.get(one, one[1])) for one in kept if one[0] in successors]

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
