"""The settings of a run: those of the file, and over them what the command line says."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from tui.cli.outcome import complain
from tui.library.settings import Settings, load_settings


def settings_in_effect(arguments: Namespace) -> Settings:
    """The settings for a command, with a sentence on standard error for each mistake in the file."""
    settings, problems = load_settings()
    for problem in problems:
        complain(str(problem))
    return replace(settings, pipeline=arguments.pipeline or settings.pipeline)
