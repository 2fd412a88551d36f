"""Runs every check of the project, one after the other: ``python -m tests``.

The same command stands in the README and in ``.ci/run``; arguments are passed on to pytest.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CODE = ("tui", "tests", "training")


def checks(pytest_arguments: list[str]) -> list[tuple[str, list[str]]]:
    """Name and arguments of each check, the quick ones first."""
    python = [sys.executable, "-m"]
    folders = [name for name in CODE if (ROOT / name).is_dir()]
    texts = [name for name in ("README.md", "KEYS.md", "CHANGELOG.md", "CONTRIBUTING.md") if (ROOT / name).exists()]
    return [
        ("ruff", [*python, "ruff", "check", *folders]),
        ("codespell", [*python, "codespell_lib", *folders, *texts]),
        ("import-linter", [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()"]),
        ("mypy", [*python, "mypy"]),
        ("pytest", [*python, "pytest", *pytest_arguments]),
    ]


def main() -> int:
    """Run all checks, say which failed, and exit with 1 if one did."""
    failed = []
    for name, command in checks(sys.argv[1:]):
        print(f"== {name}", flush=True)
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            failed.append(name)
    print(f"== failed: {', '.join(failed)}" if failed else "== every check passed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
