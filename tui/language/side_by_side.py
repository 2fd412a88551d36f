"""Short texts read at once: two cores read two of them sooner than both together read one, then the other."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")

CORES = min(4, os.cpu_count() or 1)
"""Texts that are read at a time; the interface needs little of a core, and more than four would rarely be free."""


def side_by_side(read: Callable[[_Item], _Result], items: Iterable[_Item]) -> Iterator[_Result]:
    """What `read` makes of each item, in the items' order.

    Args:
        read: Spends its time in onnxruntime or numpy, which let other threads run; called by several at a time.
        items: All of them are taken at once; what is raised for one is raised in its place, and the rest is left.
    """
    if CORES == 1:
        yield from map(read, items)
        return
    with ThreadPoolExecutor(CORES) as threads:
        yield from threads.map(read, items)
