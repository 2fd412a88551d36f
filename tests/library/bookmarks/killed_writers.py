"""Kills writers of one bookmarks file at random moments, and says which acknowledged bookmarks were lost.

A program of its own, so that it can fork without the threads of a test run. Prints a JSON object.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

import filelock  # noqa: F401  before the forks, which then begin to write at once

from tests.library.fake_workshop import article
from tui.library.bookmarks import BookmarkFile, make_bookmark

TEXT = "Die Zahl der Anträge stieg, sagte die Ministerin „gestern“ in Bonn. " * 60


def write_until_killed(path: Path, acknowledge: int) -> None:
    file = BookmarkFile(path)
    one = article(TEXT)
    while True:
        bookmark = make_bookmark(one, 0, random.randint(30, 4000), note="ä" * random.randint(0, 2000))
        file.add(bookmark)
        os.write(acknowledge, bookmark.id.encode() + b"\n")


def main(path: Path, kills: int) -> None:
    chance = random.Random(7)
    acknowledged: list[str] = []
    for _ in range(kills):
        reading, writing = os.pipe()
        pid = os.fork()
        if pid == 0:
            os.close(reading)
            random.seed(chance.random())
            write_until_killed(path, writing)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            for _ in range(chance.randint(0, 3)):
                acknowledged.append(pipe.readline().strip())
            time.sleep(chance.uniform(0.0, 0.003))
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            acknowledged += pipe.read().split()
    loaded = BookmarkFile(path).load()
    found = {bookmark.id for bookmark in loaded.bookmarks}
    lost = [name for name in acknowledged if name not in found]
    print(json.dumps({"acknowledged": len(acknowledged), "lost": lost, "damaged": len(loaded.damaged)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
