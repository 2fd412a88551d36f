"""``lesart cache``: where analyses are stored, how much room they take, and how to be rid of them."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.outcome import complain
from tui.cli.tables import json_line
from tui.cli.writing import show
from tui.library.cache import Cache
from tui.library.counting import plural
from tui.library.locations import cache_dir


def run(arguments: Namespace) -> int:
    """Shows the cache or clears it."""
    cache = Cache(cache_dir())
    try:
        cleared = cache.clear() if arguments.action == "clear" else None
        size = cache.size()
    finally:
        cache.close()
    for sentence in cache.problems:
        complain(sentence)
    if arguments.format == "json":
        record = {"path": str(size.path), "bytes": size.bytes, "analyses": size.analyses}
        record |= {"comparisons": size.comparisons} | ({} if cleared is None else {"cleared": cleared})
        show(json_line(record))
    elif cleared is not None:
        show(f"{plural(cleared, 'record')} removed from {size.path}")
    else:
        show(str(size.path))
        show(f"{size.analyses} analyses, {size.comparisons} comparisons, {_room(size.bytes)}")
    return 0


def _room(size: int) -> str:
    """Bytes as people read them, in powers of 1000."""
    amount = float(size)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if unit == "bytes" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"
