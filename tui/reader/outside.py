"""Opens an article where it came from: its address in the browser, else its file."""

from __future__ import annotations

import webbrowser

from tui.articles.model import Article
from tui.articles.places import file_of, web_address


def open_outside(article: Article) -> str:
    """Open the article's address, if it is one of the web, else its file; returns what to tell the reader."""
    if article.url and (address := web_address(article.url)):
        return _open(address)
    file = file_of(article)
    if file is not None:
        return _open(file.resolve().as_uri())
    return "This article has no address, and its file is not there."


def _open(address: str) -> str:
    """Open an address in a browser with a window; one that runs in the terminal would draw over the reader."""
    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return f"No browser was found for {address}"
    in_terminal = isinstance(browser, webbrowser.GenericBrowser) and not isinstance(
        browser, webbrowser.BackgroundBrowser
    )
    if in_terminal:
        return f"Only a browser for the terminal was found; open {address} there."
    return "Opened in the browser." if browser.open(address) else f"No browser could be started for {address}"
