"""``lesart cache``: where analyses are stored, how much room they take, and how to be rid of them."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.outcome import complain
from tui.cli.writing import show
from tui.library.cache import Cache
from tui.library.counting import plural
from tui.library.json_text import json_line
from tui.library.locations import cache_dir
from tui.library.search.stored import drop_indexes, stored_indexes


def run(arguments: Namespace) -> int:
    """Shows the cache or clears it; the texts in the indexes of large libraries are other people's too."""
    cache = Cache(cache_dir())
    try:
        cleared = None
        if arguments.action == "clear":
            drop_indexes(cache_dir())
            cleared = cache.clear()
        size = cache.size()
        indexes = [file.stat().st_size for file in stored_indexes(cache_dir())]
    finally:
        cache.close()
    for sentence in cache.problems:
        complain(sentence)
    if arguments.format == "json":
        record = {"path": str(size.path), "bytes": size.bytes, "analyses": size.analyses}
        record |= {"comparisons": size.comparisons, "search_indexes": len(indexes), "search_bytes": sum(indexes)}
        record |= {} if cleared is None else {"cleared": cleared}
        show(json_line(record))
    elif cleared is not None:
        show(f"{plural(cleared, 'record')} removed from {size.path}")
    else:
        show(str(size.path))
        show(f"{size.analyses} analyses, {size.comparisons} comparisons, {_room(size.bytes)}")
        if indexes:
            show(f"{plural(len(indexes), 'search index', 'search indexes')}, {_room(sum(indexes))}")
    return 0


def _room(size: int) -> str:
    """Bytes as people read them, in powers of 1000."""
    amount = float(size)
    for unit in ("bytes", "kB", "MB"):
        if amount < 1000:
            return f"{amount:.0f} {unit}" if unit == "bytes" else f"{amount:.1f} {unit}"
        amount /= 1000
    return f"{amount:.1f} GB"
