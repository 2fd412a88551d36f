"""What the interface holds of the library before its first paint loads nothing heavy."""

from __future__ import annotations

import subprocess
import sys
import tempfile


def test_the_readers_side_loads_neither_spacy_nor_numpy_nor_a_database() -> None:
    code = (
        "import sys, tui.library.worker, tui.library.analysis, tui.library.bookmarks, tui.library.settings,"
        "tui.library.state, tui.library.decisions\n"
        "print([name for name in ('spacy','numpy','onnxruntime','rapidfuzz','sqlite3','multiprocessing','filelock')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_asking_the_cache_for_the_seeds_loads_no_language_model() -> None:
    code = (
        "import sys, tui.articles\n"
        "from pathlib import Path\n"
        "from tui.library.analysis import cached\n"
        "from tui.library.cache import Cache\n"
        "Cache(Path(sys.argv[1])).close()\n"
        "found = cached(tui.articles.read_seeds().articles, cache=Path(sys.argv[1]))\n"
        "print(found.analyses, [name for name in ('spacy', 'numpy', 'onnxruntime', 'textual') if name in sys.modules])"
    )
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([sys.executable, "-c", code, folder], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "() []"
