"""``lesart search``: the passages, titles, names, speakers and facts that a query means."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from tui.articles import Article, source_label
from tui.cli.analyses import analyses
from tui.cli.outcome import NOTHING, Refusal, complain, say_nothing
from tui.cli.page import Page, pieces
from tui.cli.sources import read_sources
from tui.cli.tables import Cell, Table, write_table
from tui.cli.writing import opened
from tui.library.export import PARTS
from tui.library.locations import cache_dir
from tui.library.search import SearchResults
from tui.library.search.indexing import index_now

COLUMNS = ("kind", "text", "source", "path", "start", "end", "score", "article", "highlights")
_PLURALS = {
    "passage": "Passages",
    "title": "Titles",
    "entity": "Names",
    "speaker": "Speakers",
    "fact": "Facts",
}


def run(arguments: Namespace) -> int:
    """Searches the raw texts; what needs an analysis only where the query or an option asks for it."""
    if arguments.limit < 1:
        raise Refusal("The limit must be at least 1.")
    sources = read_sources(arguments)
    index = index_now(sources.articles, None if arguments.no_cache else cache_dir())
    code = sources.code
    low = arguments.query.lower()
    if arguments.analyse or "speaker:" in low or "entity:" in low:
        found = analyses(arguments, sources.articles, frozenset(PARTS))
        index = index.with_comparison(found.comparison)
        code = max(code, found.code)
    # A query on the command line is complete; the space tells the search that its last word is, too.
    results = index.search(f"{arguments.query} ", arguments.limit)
    known = {article.id: article for article in sources.articles}
    if arguments.format == "text" and not arguments.output:
        _print(results, known)
    else:
        form = "md" if arguments.format == "text" else arguments.format
        with opened(arguments.output) as write:
            rows = tuple(_rows(results, known))
            write_table(Table(f"Search: {arguments.query}", COLUMNS, rows), form, write)
    if results.problem:
        complain(results.problem)
    elif not results.groups:
        say_nothing("result" if arguments.query.strip() else "word to search for")
    return code or (0 if results.groups else NOTHING)


def _rows(results: SearchResults, known: dict[str, Article]) -> Iterator[tuple[Cell, ...]]:
    for hit in results.hits:
        article = known[hit.article]
        marks = " ".join(f"{start}-{end}" for start, end in hit.highlights)
        yield (
            hit.kind,
            hit.text,
            source_label(article),
            article.path,
            hit.start,
            hit.end,
            hit.score,
            hit.article,
            marks,
        )


def _print(results: SearchResults, known: dict[str, Article]) -> None:
    page = Page()
    for group in results.groups:
        left_out = group.total - len(group.hits)
        more = f", {left_out} more not shown" if left_out > 0 else ""
        page.line((_PLURALS[group.kind], "bold"), (f"  {len(group.hits)}{more}", "dim"))
        for hit in group.hits:
            article = known[hit.article]
            page.line(
                (source_label(article), "cyan"),
                ": ",
                *pieces(hit.text, hit.highlights, "bold yellow"),
                (f"  {article.path}:{hit.start}-{hit.end}", "dim"),
                indent=2,
            )
        page.line()
    page.line((f"Searched {results.scope}.", "dim"))
