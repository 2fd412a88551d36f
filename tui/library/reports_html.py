"""The report of facts as one HTML page that needs nothing else: for mail, print and the browser."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from tui.articles.display import quoted
from tui.articles.model import Article
from tui.comparison.model import Fact
from tui.library.reports import labels_of, place, standing, summary, told_difference

_HEAD = """<!DOCTYPE html>
<html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{title}</title>
<style>
body {{ font: 1rem/1.5 Georgia, serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }}
table {{ border-collapse: collapse; width: 100%; }}
th, td {{ text-align: left; vertical-align: top; border-top: 1px solid #999; padding: .3rem .6rem .3rem 0; }}
blockquote {{ margin: .3rem 0; }}
small {{ color: #555; }}
</style></head><body>
"""


def page(title: str, body: str) -> str:
    """A complete page; ``body`` is HTML, ``title`` plain text."""
    return f"{_HEAD.format(title=escape(title))}<h1>{escape(title)}</h1>\n{body}</body></html>\n"


def table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A table of plain values."""
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join("<tr>" + "".join(f"<td>{escape(shown(cell))}</td>" for cell in row) + "</tr>\n" for row in rows)
    return f"<table>\n<tr>{head}</tr>\n{body}</table>\n"


def facts_page(articles: Sequence[Article], facts: Sequence[Fact]) -> str:
    """The report of facts: every source's words, origins, differences and positions."""
    known = {article.id: article for article in articles}
    parts = []
    for fact in facts:
        parts.append(f"<h2>{escape(quoted(fact.label))}</h2>\n<p>{escape(summary(fact, known))}</p>\n<table>\n")
        labels = labels_of(fact, known)
        for mention in fact.mentions:
            article = known.get(mention.article)
            if article is None:
                continue
            parts.append(
                f"<tr><th>{escape(labels[article.id])}<br><small>{escape(standing(mention))}</small></th>"
                f"<td><blockquote>{escape(mention.text)}</blockquote>"
                f"<small>{escape(place(mention, article))}</small></td></tr>\n"
            )
        parts.append("</table>\n")
        for difference in fact.differences:
            if difference.relation == "agree":
                continue
            parts.append(f"<p>{escape(told_difference(difference, fact, known))}</p>\n")
    return page("Facts in several sources", "".join(parts))


def shown(cell: object) -> str:
    """A value as people read it."""
    return "" if cell is None else ("yes" if cell else "no") if isinstance(cell, bool) else str(cell)
