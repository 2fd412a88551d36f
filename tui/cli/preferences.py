"""The settings of a run: those of the file, and over them what the command line says."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import replace

from tui.cli.outcome import complain
from tui.library.settings import Settings, load_settings


def settings_in_effect(arguments: Namespace) -> Settings:
    """The settings for a command, with a sentence on standard error for each mistake in the file."""
    return settings_with_mistakes(arguments)[0]


def settings_with_mistakes(arguments: Namespace) -> tuple[Settings, tuple[str, ...]]:
    """The same with the sentences, for who can show them too."""
    settings, problems = load_settings()
    sentences = tuple(str(problem) for problem in problems)
    for sentence in sentences:
        complain(sentence)
    return replace(settings, pipeline=arguments.pipeline or settings.pipeline), sentences
