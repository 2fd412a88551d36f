"""Opens an article where it came from: its address in the browser, else its file."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from urllib.parse import urlsplit

from tui.articles.model import Article


def open_outside(article: Article) -> str:
    """Open the article's address, if it is one of the web, else its file; returns what to tell the reader."""
    if article.url and urlsplit(article.url).scheme in ("http", "https"):
        return "Opened in the browser." if webbrowser.open(article.url) else "No browser could be started."
    path = Path(article.folder, article.path) if article.folder else Path(article.path)
    if article.path != "-" and path.is_file():
        return "Opened the file." if webbrowser.open(path.resolve().as_uri()) else "No program could be started."
    return "This article has no address, and its file is not there."
