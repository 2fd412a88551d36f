"""``lesart add``: articles from addresses and feeds become files of a folder."""

from __future__ import annotations

import os
import shlex
import sys
from argparse import Namespace
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tui.cli.outcome import NOTHING, OK, UNREADABLE, Refusal, complain
from tui.cli.writing import show

if TYPE_CHECKING:
    from tui.library.adding.landing import Landed


def run(arguments: Namespace) -> int:
    """Fetches what the command line names, and nothing else."""
    from tui.articles.display import printable

    _check(arguments)
    folder = _folder(arguments.to)
    counts = _collect(arguments, folder)
    show(_summary(counts, folder))
    if counts["added"] + counts["updated"] + counts["unchanged"] + counts["known"] + counts["yours"]:
        show(printable(f"lesart {shlex.quote(str(folder))} opens it."))
    if counts["failed"]:
        return UNREADABLE
    return OK if counts["added"] or counts["updated"] else NOTHING


def _check(arguments: Namespace) -> None:
    for words in arguments.addresses:
        if not words.strip():
            raise Refusal("An empty address was given.")
        if not arguments.feed and "://" not in words and os.path.exists(words):
            raise Refusal(f"{words} is a file of this computer; `lesart {shlex.quote(words)}` opens it.")


def _folder(named: str | None) -> Path:
    """Where articles go: the folder that is named, else the one that opens without an argument, else one of our own."""
    if named is not None:
        from tui.library.locations import path_of

        if not named:
            raise Refusal("An empty folder was given.")
        folder = path_of(named).absolute()
        if folder.exists() and not folder.is_dir():
            raise Refusal(f"{named} is not a folder.")
        return folder
    from tui.library.locations import articles_dir
    from tui.library.state import ReadingState

    return ReadingState().recent.last() or articles_dir()


def _collect(arguments: Namespace, folder: Path) -> Counter[str]:
    import asyncio

    from tui.articles.fetching.answers import Limits
    from tui.articles.fetching.fetcher import Fetcher
    from tui.articles.fetching.networks import Guard
    from tui.cli.analyses import Progress
    from tui.library.adding.collecting import Collector
    from tui.library.adding.storing import Store
    from tui.library.adding.subscribing import Subscriber

    counts: Counter[str] = Counter()
    progress = Progress(arguments)

    def tell(landed: Landed) -> None:
        counts[landed.state] += 1
        progress.clear()
        _say(landed)
        progress(counts["came"], counts["asked"], f"{counts['came']:,} of {counts['asked']:,} fetched")

    async def all_of_it() -> None:
        fetcher = Fetcher(Guard(allow_local=arguments.allow_local), Limits())
        collector = Collector(fetcher, Store(folder), tell)
        await (Subscriber(collector) if arguments.feed else collector).add(arguments.addresses)

    try:
        asyncio.run(all_of_it())
    finally:
        progress.clear()
    return counts


def _say(landed: Landed) -> None:
    from tui.articles.display import printable

    if landed.state in ("failed", "note"):
        complain(f"{landed.address}: {landed.sentence}")
    elif landed.state == "yours":
        complain(f"{landed.name}: {landed.sentence}.")
    elif landed.state not in ("asked", "came", "known"):
        show(printable(f"{landed.state:<9}  {landed.name}  {landed.title}".rstrip()))
        sys.stdout.flush()


def _summary(counts: Counter[str], folder: Path) -> str:
    from tui.articles.display import printable
    from tui.library.counting import plural

    parts = [f"{plural(counts['added'], 'article')} added to {folder}"]
    had = counts["known"] + counts["unchanged"]
    for number, words in (
        (counts["updated"], "brought up to date"),
        (had, "there already"),
        (counts["yours"], "left as you changed it" if counts["yours"] == 1 else "left as you changed them"),
        (counts["failed"], "not read"),
    ):
        if number:
            parts.append(f"{number:,} {words}")
    return printable(", ".join(parts) + ".")
