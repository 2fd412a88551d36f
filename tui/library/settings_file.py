"""Reading the settings file: TOML, with the line of each key found again for messages.

Python's TOML reader gives no positions, and a parser that does would be a dependency for this alone; keys are therefore
looked up in the file's lines, which only messages depend on.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from tui.library.atomic import reason
from tui.library.locations import path_of, settings_file
from tui.library.settings import CHECKS, NotAllowed, SettingProblem, Settings, is_keys, key_in_file

_TABLE = re.compile(r"""^\s*\[\s*["']?([\w.-]+)["']?\s*\]""")
_KEY = re.compile(r"""^\s*["']?([\w-]+)["']?((?:\s*\.\s*["']?[\w-]+["']?)*)\s*=""")
_DEFAULTS = "the defaults are used."
_PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")


def _lines_of(text: str) -> dict[str, int]:
    """The line of each key, tables and keys within them as ``table.key``; the first one counts."""
    found: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if match := _TABLE.match(line):
            table = match[1]
            found.setdefault(table, number)
        elif match := _KEY.match(line):
            rest = re.sub(r"[\s\"']", "", match[2])
            name = match[1] + rest
            found.setdefault(f"{table}.{name}" if table else name, number)
            if rest and not table:
                found.setdefault(match[1], number)
    return found


def _name_of(key: str) -> str:
    return key.replace("-", "_")


def _load(path: Path) -> tuple[dict[str, Any], dict[str, int], SettingProblem | None]:
    """The file's values, the lines of its keys, and what keeps the file from being read."""
    import tomllib

    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return {}, {}, SettingProblem(path, None, "", f"is not UTF-8; {_DEFAULTS}")
    except OSError as error:
        return {}, {}, SettingProblem(path, None, "", f"cannot be read: {reason(error)}; {_DEFAULTS}")
    try:
        return tomllib.loads(text.replace("\r\n", "\n")), _lines_of(text), None
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message = str(error)
        place = _PLACE.search(message)
        lines = text.splitlines() or [""]
        line = int(place[1]) if place and place[1] else len(lines)
        found = _KEY.match(lines[min(line, len(lines)) - 1])
        said = _PLACE.sub("", message)
        return {}, {}, SettingProblem(path, line, found[1] if found else "", f"is not valid TOML: {said}; {_DEFAULTS}")


def read_settings(target: Path) -> tuple[Settings, tuple[SettingProblem, ...]]:
    """Read a settings file; see `tui.library.settings.load_settings`."""
    values, places, broken = _load(target)
    if broken:
        return Settings(), (broken,)
    taken: dict[str, Any] = {}
    problems: list[SettingProblem] = []
    for key, value in values.items():
        name = _name_of(key)
        line = places.get(key)
        check = CHECKS.get(name)
        if check is None:
            near = get_close_matches(name, CHECKS, 1)
            hint = f"did you mean {key_in_file(near[0])}?" if near else "the settings are: " + _all_keys() + "."
            problems.append(SettingProblem(target, line, key, f"is no setting; {hint}"))
            continue
        try:
            taken[name] = check(value)
        except NotAllowed as error:
            problems.append(SettingProblem(target, line, key, f"{error}, not {_short(value)}; the default is used."))
        else:
            problems += _bad_keys(target, value, places) if name == "keymap" else ()
    if taken.get("bookmarks") not in (None, "data", "story") and not path_of(taken["bookmarks"]).is_absolute():
        # A path in a settings file is meant from that file, wherever the program is started.
        taken["bookmarks"] = str(target.parent.absolute() / taken["bookmarks"])
    return Settings(**taken), tuple(problems)


def _bad_keys(target: Path, keymap: Mapping[str, Any], places: Mapping[str, int]) -> Iterator[SettingProblem]:
    """The lines of the keymap that hold no names of keys; each costs only itself."""
    for action, keys in keymap.items():
        if not is_keys(keys):
            key, rule = f"keymap.{action}", 'must be the names of keys in quotation marks, such as "ctrl+f,s"'
            yield SettingProblem(
                target, places.get(key), key, f"{rule}, not {_short(keys)}; the command keeps its own keys."
            )


def problem_of(key: str, sentence: str, path: Path | None = None) -> SettingProblem:
    """A mistake that only shows when a setting is used, with the line of the file that sets it."""
    target = path or settings_file()
    return SettingProblem(target, _load(target)[1].get(key), key, sentence)


def _all_keys() -> str:
    return ", ".join(key_in_file(item.name) for item in fields(Settings))


def _short(value: Any) -> str:
    text = toml_value(value)
    return text if len(text) <= 40 else text[:39] + "…"


def origins(path: Path | None = None) -> dict[str, str]:
    """For each setting that the file sets with an allowed value: the file and line, by the setting's name."""
    target = path or settings_file()
    if not target.exists():
        return {}
    values, places, _ = _load(target)
    found = {}
    for key, value in values.items():
        name = _name_of(key)
        if name not in CHECKS:
            continue
        try:
            CHECKS[name](value)
        except NotAllowed:
            continue
        found[name] = f"{target}:{places[key]}" if key in places else str(target)
    return found


def toml_value(value: Any) -> str:
    """A value in the words of TOML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if value is None:
        return '""'
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{json.dumps(str(key))} = {toml_value(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(toml_value(item) for item in value) + "]"
    return str(value)
