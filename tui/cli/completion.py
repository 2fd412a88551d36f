"""Completion scripts and the manual page, made from the parsers, so that they never say less than ``--help``."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence

from tui import __version__

SHELLS = ("bash", "zsh", "fish")
Parsers = Mapping[str, argparse.ArgumentParser]
"""By the command's name; the empty name is the reader's."""


def completion(shell: str, parsers: Parsers) -> str:
    """The completion script for one of ``SHELLS``."""
    if shell == "fish":
        return _fish(parsers)
    script = _bash(parsers)
    return f"autoload -U +X bashcompinit && bashcompinit\n{script}" if shell == "zsh" else script


def manual(parsers: Parsers, commands: Mapping[str, str], keys: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    """The manual page in the man macros.

    Args:
        parsers: all of them.
        commands: what each command does, in words.
        keys: the reader's keys and what they do, by heading.
    """
    reader = parsers[""]
    lines = [
        f'.TH LESART 1 "" "lesart {__version__}" "User Commands"',
        ".SH NAME",
        "lesart \\- read one news story in all its versions",
        ".SH SYNOPSIS",
        "\\fBlesart\\fR [OPTION...] [PATH...]",
        ".br",
        "\\fBlesart\\fR COMMAND [OPTION...] [PATH...]",
        ".SH DESCRIPTION",
        _roff(" ".join((reader.description or "").split())),
        ".PP",
        "Without a path the last folder opens, the articles that come with the program where there is none.",
        "\\- reads standard input.",
        ".SH OPTIONS",
        *_roff_options(reader),
        ".SH COMMANDS",
    ]
    for name, words in commands.items():
        lines += [f".SS lesart {name}", _roff(f"{words[:1].upper()}{words[1:]}.")]
        if name != "open":
            lines += _roff_options(parsers[name])
    lines += [".SH KEYS", "In the reader ? shows them all, with those that the settings give."]
    for heading, rows in keys.items():
        lines.append(f".SS {_roff(heading)}")
        for pressed, words in rows:
            lines += [".TP", f"\\fB{_roff(pressed)}\\fR", _roff(words)]
    lines += [
        ".SH EXIT STATUS",
        "0 done, 1 nothing found, 2 wrong usage, 3 some input could not be read, 70 a defect of the program.",
        ".SH ENVIRONMENT",
        ".TP",
        ".B LESART_HOME",
        "One folder for data, cache, settings, state and log, in place of the platform's.",
        ".TP",
        ".B NO_COLOR",
        "No colour, on the command line and in the reader.",
    ]
    return "\n".join(lines) + "\n"


def _actions(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    return [action for action in parser._actions if action.help is not argparse.SUPPRESS]


def _bash(parsers: Parsers) -> str:
    names = [name for name in parsers if name]
    options, values = [], []
    for name, parser in parsers.items():
        flags = [flag for action in _actions(parser) for flag in action.option_strings]
        options.append(f"    {name or chr(39) * 2}) words='{' '.join(flags)}' ;;")
        for action in _actions(parser):
            if action.choices and action.option_strings:
                choices = " ".join(map(str, action.choices))
                patterns = "|".join(f"{name}/{flag}" for flag in action.option_strings)
                values.append(f"    {patterns}) COMPREPLY=($(compgen -W '{choices}' -- \"$cur\")); return ;;")
    return "\n".join(
        [
            "_lesart() {",
            '  local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}" command="" words="" word',
            '  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
            f'    case "$word" in {"|".join(names)}) command="$word"; break ;; esac',
            "  done",
            '  case "$command/$prev" in',
            *values,
            "  esac",
            '  if [[ "$cur" == -* ]]; then',
            '    case "$command" in',
            *options,
            "    esac",
            '  elif [[ -z "$command" ]]; then',
            f"    words='{' '.join(names)}'",
            "  fi",
            '  COMPREPLY=($(compgen -W "$words" -- "$cur"))',
            '  [[ "$cur" == -* ]] || COMPREPLY+=($(compgen -f -- "$cur"))',
            "}",
            "complete -o filenames -F _lesart lesart",
            "",
        ]
    )


def _fish(parsers: Parsers) -> str:
    lines = []
    for name, parser in parsers.items():
        if name:
            words = _fish_quoted((parser.description or "").splitlines()[0])
            lines.append(f"complete -c lesart -n __fish_use_subcommand -a {name} -d {words}")
        when = f"'__fish_seen_subcommand_from {name}'" if name else "__fish_use_subcommand"
        for action in _actions(parser):
            flags = " ".join(
                f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in action.option_strings
            )
            if flags:
                choices = f" -xa {_fish_quoted(' '.join(map(str, action.choices)))}" if action.choices else ""
                needs = " -r" if action.nargs != 0 and not choices else ""
                words = _fish_quoted(action.help or "")
                lines.append(f"complete -c lesart -n {when} {flags}{choices}{needs} -d {words}")
    return "\n".join(lines) + "\n"


def _fish_quoted(words: str) -> str:
    return "'" + words.replace("\\", "\\\\").replace("'", "\\'") + "'"


def _roff_options(parser: argparse.ArgumentParser) -> list[str]:
    lines = []
    for action in _actions(parser):
        value = action.metavar if isinstance(action.metavar, str) else "|".join(map(str, action.choices or ()))
        name = ", ".join(action.option_strings) if action.option_strings else value
        shown = f" {value}" if action.option_strings and action.nargs != 0 and value else ""
        lines += [".TP", f"\\fB{_roff(name)}\\fR{_roff(shown)}", _roff(action.help or "")]
    return lines


def _roff(words: str) -> str:
    escaped = words.replace("\\", "\\e").replace("-", "\\-").replace("^", "\\(ha")
    return f"\\&{escaped}" if escaped.startswith((".", "'")) else escaped
