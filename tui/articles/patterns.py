"""Regular expressions that are compiled when they are first used.

What a page puts round its article is told by some hundred of them, and most texts come to few: compiled all at the
import, they would be a twelfth of the time to the first paint.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


class _Pattern:
    """Has what a compiled pattern has, from the first time that it is asked for."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self._source, self._flags = source, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._source, self._flags), name)
        # Kept here, so that it is found at once from now on.
        setattr(self, name, found)
        return found


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As ``re.compile``; a mistake in the expression shows when it is first used.

    Only methods can be asked of it: functions of ``re`` do not take it in a pattern's place.
    """
    return cast("re.Pattern[AnyStr]", _Pattern(source, flags))
