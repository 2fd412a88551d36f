"""``lesart config``: the settings in effect, and where each comes from."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.outcome import OK, UNREADABLE, complain
from tui.cli.page import Page
from tui.cli.writing import show
from tui.library.json_text import json_line
from tui.library.locations import settings_file
from tui.library.settings import explain, load_settings


def run(arguments: Namespace) -> int:
    """Prints every setting with its value and origin, and what is wrong in the settings file."""
    settings, problems = load_settings()
    for problem in problems:
        complain(str(problem))
    rows = explain(settings)
    if arguments.format == "json":
        show(json_line({name: {"value": value, "origin": origin} for name, value, origin in rows}))
        return UNREADABLE if problems else OK
    file = settings_file()
    Page().line(f"{file}" + ("" if file.exists() else " (not there: everything is as it comes)"))
    Page().table(("Setting", "Value", "From"), rows)
    return UNREADABLE if problems else OK
