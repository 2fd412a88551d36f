"""``lesart config``: the settings in effect, and where each comes from."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.outcome import OK, UNREADABLE, complain
from tui.cli.page import Page
from tui.cli.writing import show
from tui.library.json_text import json_line
from tui.library.locations import settings_file
from tui.library.settings import SettingProblem, Settings, explain, load_settings


def run(arguments: Namespace) -> int:
    """Prints every setting with its value and origin, and what is wrong in the settings file."""
    asked, mistakes = load_settings()
    settings, troubles = _followed(asked)
    problems = (*mistakes, *troubles)
    for problem in problems:
        complain(str(problem))
    rows = explain(settings, but=[problem.key for problem in troubles])
    if arguments.format == "json":
        show(json_line({name: {"value": value, "origin": origin} for name, value, origin in rows}))
        return UNREADABLE if problems else OK
    file = settings_file()
    Page().line(f"{file}" + ("" if file.exists() else " (not there: everything is as it comes)"))
    Page().table(("Setting", "Value", "From"), rows)
    return UNREADABLE if problems else OK


def _followed(asked: Settings) -> tuple[Settings, tuple[SettingProblem, ...]]:
    """The settings as the reader follows them, and what is wrong with the others."""
    from tui.language.encoders import why_not
    from tui.language.pipeline import is_installed
    from tui.library.settings_file import problem_of
    from tui.reader.settings_in_effect import in_effect

    settings, troubles = in_effect(asked)
    problems = [problem_of(key, sentence) for key, sentence in troubles]
    if asked.pipeline and not is_installed(asked.pipeline):
        problems.append(problem_of("pipeline", f"“{asked.pipeline}” is neither installed nor a folder."))
    if asked.encoder and (reason := why_not(asked.encoder)):
        problems.append(problem_of("encoder", reason))
    return settings, tuple(problems)
