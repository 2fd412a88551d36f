"""One sound file of each kind, to be damaged."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from functools import cache
from pathlib import Path

from tests.articles.formats.test_eml import mail
from tests.articles.formats.test_epub import book
from tests.articles.formats.test_newsboat import TABLES
from tests.articles.formats.test_office import docx, odt
from tests.articles.formats.test_pdf import PAGE, document
from tests.articles.formats.test_zip import packed
from tests.articles.pages.samples import all_pages

TEXT = (
    "Größere Übung beginnt am Dienstag\n\nVon Anna Berg\n\nDie Übung beginnt am 12. März 2024 um zehn Uhr. „Gut so“, "
    "sagte Jürgen Weiß – 20 € kostet sie.\n\nLesen Sie auch: Was morgen wichtig wird\n\n"
    "Noch ein Absatz steht hier. (dpa)\n"
)
HEAD = "---\ntitle: Ein Titel\nsource: 'Blatt: A'\nauthors: [Anna Berg, Jürgen Weiß]\ndate: 2024-03-12\n---\n"
TOML = '+++\ntitle = "Ein Titel"\ndate = 2024-03-12\ntags = ["a", "b"]\n+++\n'
PAGE_HEAD = """<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><title>Größere Übung | Blatt</title>
<meta property="og:site_name" content="Blatt"><script type="application/ld+json">{"@context": "https://schema.org",
"@type": "NewsArticle", "headline": "Größere Übung", "datePublished": "2024-03-12T10:00:00+01:00",
"author": [{"@type": "Person", "name": "Anna Berg"}]}</script></head><body><nav><a href="/">Start</a></nav><article>"""
DOCX = "<w:p><w:r><w:t>Ein Satz.</w:t><w:br/><w:tab/></w:r><w:del><w:r><w:t>weg</w:t></w:r></w:del></w:p>" * 9
ENTRY = "<title>T &amp; U</title><link>https://b.de/x</link><pubDate>Tue, 12 Mar 2024 10:00:00 +0100</pubDate>"
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Blatt</title><link>https://b.de</link>
<item>{ENTRY}<description><![CDATA[<p>{TEXT}</p>]]></description></item><item>{ENTRY}</item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Blatt</title><entry><title>T</title>
<link href="/x"/><id>x</id><updated>2024-03-12T10:00:00Z</updated>
<content type="html">&lt;p&gt;x&lt;/p&gt;</content></entry>
</feed>"""
OPML = """<?xml version="1.0"?><opml version="2.0"><body><outline text="a"><outline type="rss" xmlUrl="https://b.de/f"/>
</outline></body></opml>"""
TABLE = "file;source;date\na.txt;\"Blatt; A\";12. März 2024\n./b/c.md;Blatt B;13.03.2024\n".encode()


def _html() -> str:
    words = "".join(f"<p>{part} Ein Satz steht hier, und er geht noch etwas weiter.</p>" for part in TEXT.split("\n\n"))
    return f"{PAGE_HEAD}<h1>Größere Übung</h1>{words}</article><footer>&copy; Blatt</footer></body></html>"


def _mhtml() -> bytes:
    head = b'From: <Saved by Blink>\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; type="text/html";'
    part = b"Content-Type: text/html; charset=utf-8\nContent-Location: https://b.de/x\n\n" + _html().encode()
    return head + b' boundary="----b"\n\n------b\n' + part + b"\n------b--\n"


def _newsboat() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "cache.db"
        with sqlite3.connect(path) as database:
            database.executescript(TABLES)
            database.execute("INSERT INTO rss_feed VALUES ('f', 'https://b.de', 'Blatt')")
            database.executemany(
                "INSERT INTO rss_item (guid, title, author, url, feedurl, pubDate, content, deleted)"
                " VALUES ('g', 'T', 'A', 'https://b.de/x', 'f', 1681466400, ?, 0)",
                [(f"<p>Ein Satz {number}.</p>" * 20,) for number in range(12)],
            )
        database.close()
        return path.read_bytes()


@cache
def pages() -> list[bytes]:
    """Pages in the layouts of news sites, of which one is damaged at a time."""
    return [page.data for page in all_pages()]


@cache
def samples() -> dict[str, bytes]:
    """Files by name."""
    records: list[dict[str, object]] = [
        {"title": "T", "text": TEXT, "source": "https://b.de/x", "source-hostname": "Blatt", "date": "2024-03-12"},
        {"authors": ["A"], "maintext": TEXT, "date_publish": "2024-03-12 10:00:00", "url": "https://b.de"},
        {"title": "T", "content_html": "<p>Ein Satz.</p>", "author": {"name": "A"}},
        {"html": _html()},
    ]
    csl = [{"id": "http://zotero.org/a", "type": "webpage", "title": "T", "abstract": "<p>Kurz.</p>", "URL": "https://b.de",
            "author": [{"family": "Berg", "given": "A"}], "issued": {"date-parts": [[2024, 3, 12]]}}]  # fmt: skip
    texts = {
        "a.txt": TEXT,
        "a.md": HEAD + TEXT,
        "b.md": TOML + TEXT,
        "a.html": _html(),
        "a.json": json.dumps(records, ensure_ascii=False),
        "b.json": json.dumps({"items": records[:2]}),
        "a.jsonl": "\n".join(json.dumps(record) for record in records),
        "z.json": json.dumps(csl),
    }
    files = {name: text.encode() for name, text in texts.items()}
    files |= {"l.txt": TEXT.encode("cp1252", "replace"), "u.txt": TEXT.encode("utf-16")}
    files |= {"a.mhtml": _mhtml(), "a.eml": mail()}
    files["a.zip"] = packed({**files, "sources.csv": "file,source\na.txt,Blatt\n", "a.md.toml": 'source = "Blatt"'})
    files["s.zip"] = packed({"a.txt": TEXT, "b.zip": files["a.zip"]}, 0)
    files |= {"a.docx": docx(DOCX), "a.odt": odt(f"<text:h>Titel</text:h><text:p>{TEXT}</text:p>")}
    files |= {"feed.xml": RSS.encode(), "atom.xml": ATOM.encode(), "list.opml": OPML.encode(), "sources.csv": TABLE}
    return {**files, "a.epub": book(), "cache.db": _newsboat(), "a.pdf": document([PAGE, PAGE], "Größere Übung")}
