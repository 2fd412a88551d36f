"""The scripts in `training` need what the program does not; that they still fit the program is told without running."""

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "training"
SCRIPTS = sorted(path.name for path in FOLDER.glob("*.py"))


def imported(tree: ast.Module) -> Iterator[tuple[str, object]]:
    """The names that a script takes from the program, and what they are; one that is missing is an error."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "tui":
            module = importlib.import_module(node.module or "")
            for alias in node.names:
                yield alias.asname or alias.name, getattr(module, alias.name)


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_script_calls_the_program_with_arguments_that_it_takes(script: str) -> None:
    tree = ast.parse((FOLDER / script).read_text("utf-8"))
    known = {name: thing for name, thing in imported(tree) if callable(thing)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in known:
            continue
        if any(isinstance(one, ast.Starred) for one in node.args) or any(one.arg is None for one in node.keywords):
            continue
        named = {one.arg: None for one in node.keywords if one.arg is not None}
        try:
            inspect.signature(known[node.func.id]).bind(*node.args, **named)
        except TypeError as error:
            pytest.fail(f"{script}:{node.lineno}: {node.func.id}: {error}")
