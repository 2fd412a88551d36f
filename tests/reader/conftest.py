"""The reader is tested without animations, in folders of the test."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

os.environ["TEXTUAL_ANIMATIONS"] = "none"
os.environ.pop("NO_COLOR", None)

from tests.reader.story import made_app
from tui.reader.app import LesartApp


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> LesartApp:
    """The app over the made story, compared."""
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    return made_app(tmp_path)


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., LesartApp]:
    """Makes the app with other settings."""
    monkeypatch.setenv("LESART_HOME", str(tmp_path))
    return lambda **given: made_app(tmp_path, **given)
