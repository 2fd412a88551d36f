"""The rooms' borders hold: what the interface holds before its first paint loads no model library."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = ("spacy", "onnxruntime", "numpy", "torch")


def loaded(code: str, names: tuple[str, ...]) -> list[str]:
    """Names among the modules that a fresh interpreter holds after running code."""
    program = f"import sys\n{code}\nprint(' '.join(n for n in {names!r} if n in sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.parametrize("module", ["tui.articles", "tui.articles.model", "tui.language.model", "tui.comparison.model"])
def test_plain_data_loads_no_model_library(module: str) -> None:
    assert loaded(f"import {module}", (*HEAVY, "textual")) == []
