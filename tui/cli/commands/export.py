"""``lesart export``: the whole analysis for other programs."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.analyses import analyses
from tui.cli.arguments import PARTS
from tui.cli.outcome import Refusal
from tui.cli.sources import read_sources
from tui.cli.writing import opened
from tui.library import export
from tui.library.json_text import json_line


def run(arguments: Namespace) -> int:
    """Writes the document, article by article where no part needs all of them at once."""
    parts = _parts(arguments.parts)
    sources = read_sources(arguments)
    lines = arguments.format == "jsonl"
    found = analyses(arguments, sources.articles, parts)
    with opened(arguments.output) as write:
        if not lines:
            write(f'{{"format": "{export.FORMAT}", "version": {export.VERSION},\n "articles": [')
        for index, (article, analysis) in enumerate(found.each()):
            record = export.article_record(article, analysis, parts)
            if lines:
                write(json_line({"type": "article", **record}) + "\n")
            else:
                write(("," if index else "") + "\n  " + json_line(record))
        stories = found.stories
        facts = [export.fact_record(fact) for story in stories for fact in story.facts]
        records = [export.story_record(story) for story in stories]
        if lines:
            for kind, several in (("story", records), ("fact", facts)):
                for record in several:
                    write(json_line({"type": kind, **record}) + "\n")
            return max(sources.code, found.code)
        write("\n ]")
        if "facts" in parts:
            for key, several in (("stories", records), ("facts", facts)):
                write(f',\n "{key}": [' + ",".join(f"\n  {json_line(record)}" for record in several) + "\n ]")
        write("}\n")
    return max(sources.code, found.code)


def _parts(names: str | None) -> frozenset[str]:
    if names is None:
        return frozenset(export.PARTS)
    wanted = frozenset(name.strip() for name in names.split(",") if name.strip())
    unknown = sorted(wanted - set(PARTS))
    if unknown or not wanted:
        raise Refusal(f"Unknown part {', '.join(unknown) or repr(names)}; there are {', '.join(PARTS)}.")
    return wanted
