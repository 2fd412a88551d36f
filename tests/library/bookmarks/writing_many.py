"""Writes many bookmarks one by one and prints their ids."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.library.fake_workshop import article
from tui.library.bookmarks import BookmarkFile, make_bookmark


def main(path: Path, count: int) -> None:
    file = BookmarkFile(path)
    one = article("Die Zahl der Anträge stieg, sagte die Ministerin „gestern“ in Bonn. " * 10)
    for number in range(count):
        bookmark = make_bookmark(one, number % 100, number % 100 + 50, note=str(number))
        file.add(bookmark)
        print(bookmark.id)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
