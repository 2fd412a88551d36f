"""Pages and feeds for a server on loopback, and what a folder holds of them afterwards."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.articles.fetching.conftest import answer, server
from tui.articles.fetching import answers

__all__ = ["SENTENCE", "answer", "files", "item", "page", "quick", "rss", "server"]

SENTENCE = "Die Stadt kauft im kommenden Jahr rund hundert neue Busse für ihre Linien im Norden."


def page(title: str, sentence: str = SENTENCE, etag: str = "") -> bytes:
    body = "".join(f"<p>{sentence} {number} von ihnen fahren mit Strom. {sentence}</p>" for number in range(1, 9))
    head = f"<title>{title}</title>"
    return answer(f"<!doctype html><html lang=de><head>{head}</head><body><article>{body}</article>", ETag=etag)


def rss(*items: str) -> bytes:
    return answer(f"<rss version='2.0'><channel><title>Blatt</title>{''.join(items)}</channel></rss>", ETag='"f1"')


def item(link: str, title: str = "Busse") -> str:
    return f"<item><title>{title}</title><link>{link}</link></item>"


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.md"))


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    """Pauses between requests are left out."""
    limits = answers.Limits
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(answers, "Limits", lambda: replace(limits(), pause=0, first_wait=0))
        yield
