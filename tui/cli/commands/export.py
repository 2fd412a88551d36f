"""``lesart export``: the whole analysis for other programs."""

from __future__ import annotations

import json
import re
from argparse import Namespace

from tui.cli.analyses import analyses
from tui.cli.arguments import PARTS
from tui.cli.outcome import Refusal
from tui.cli.sources import read_sources
from tui.cli.writing import opened
from tui.library import export

_CONTROL = re.compile(r"[\x7f-\x9f\u2028\u2029]")


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
                write(_json({"type": "article", **record}) + "\n")
            else:
                write(("," if index else "") + "\n  " + _json(record))
        stories = found.stories
        facts = [export.fact_record(fact) for story in stories for fact in story.facts]
        records = [export.story_record(story) for story in stories]
        if lines:
            for kind, several in (("story", records), ("fact", facts)):
                for record in several:
                    write(_json({"type": kind, **record}) + "\n")
            return sources.code
        write("\n ]")
        if "facts" in parts:
            for key, several in (("stories", records), ("facts", facts)):
                write(f',\n "{key}": [' + ",".join(f"\n  {_json(record)}" for record in several) + "\n ]")
        write("}\n")
    return sources.code


def _parts(names: str | None) -> frozenset[str]:
    if names is None:
        return frozenset(export.PARTS)
    wanted = frozenset(name.strip() for name in names.split(",") if name.strip())
    unknown = sorted(wanted - set(PARTS))
    if unknown or not wanted:
        raise Refusal(f"Unknown part {', '.join(unknown) or repr(names)}; there are {', '.join(PARTS)}.")
    return wanted


def _json(record: export.Document) -> str:
    """One line of JSON in which no character can steer a terminal or end a line."""
    return _CONTROL.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(record, ensure_ascii=False))
