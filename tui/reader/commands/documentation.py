"""All keys and commands as a page: ``python -m tui.reader.commands.documentation > tui/reader/KEYS.md``."""

from __future__ import annotations

from tui.reader.commands import Command, all_commands

HEAD = """\
# Keys and commands

Made from the declarations of the program; `?` shows the same. Where two commands share a key, the place decides: the
article, a list, the comparison, another screen. The last column is the line of the settings file, under `[keymap]`,
that gives a command its keys; `lesart config` says where the file is.

On a German keyboard `+` and `ü` do what `]` and `[` do: they lie where other keyboards have the brackets.
"""


def by_group() -> dict[str, list[Command]]:
    """The commands under the headings of the help screen, in its order."""
    groups: dict[str, list[Command]] = {}
    for command in all_commands():
        groups.setdefault(command.group, []).append(command)
    return groups


def page() -> str:
    """The page in Markdown."""
    lines = [HEAD]
    for group, commands in by_group().items():
        lines += [f"## {group}", "", "| keys | command | what it does | settings |", "|---|---|---|---|"]
        for one in commands:
            keys = " ".join(f"`{key}`" for key in one.key_words.split())
            lines.append(f'| {keys} | {one.title} | {one.help} | `{one.id} = "{one.keys}"` |')
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    print(page(), end="")
