from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parents[2]))  # the worker's process imports the fake workshop by its name


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """All folders of the program below one that is the test's own."""
    monkeypatch.setenv("LESART_HOME", str(tmp_path / "home"))
    yield tmp_path / "home"
