"""What the command line understands: the reader's options, and the commands with theirs.

The first word decides: a command's name runs the command, everything else is a path to read.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import NoReturn

from tui import __version__
from tui.cli.dashes import GUARD, guarded, unguarded

COMMANDS = {
    "open": "open files and folders in the reader, also those that are called like a command",
    "add": "fetch articles from addresses and feeds into a folder",
    "export": "write the whole analysis as JSON",
    "facts": "list what two or more articles state, and where they differ",
    "quotes": "list quotations with their speakers",
    "entities": "list persons, organisations, places and other names",
    "search": "search the articles, tolerant of typos",
    "bookmarks": "list, export and import bookmarks",
    "cache": "show or clear the stored analyses",
    "config": "print the settings in effect and where they come from",
    "completion": "print a completion script for bash, zsh or fish, or the manual page",
}
PARTS = ("blocks", "sentences", "entities", "values", "quotations", "facts", "text")
LISTINGS = ("text", "json", "jsonl", "csv", "md", "html")

_VALUED = {"--pipeline", "--bookmarks", "--to"}
_PATHS = "files and folders; - reads standard input; without any, the last folder opens, the seeds where there is none"


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Says what is wrong in one sentence, and where help is."""
        from tui.cli.outcome import USAGE, complain

        # argparse counts paths among the missing words although there may be none.
        message = message.replace("QUERY, PATH", "QUERY").replace(GUARD, "")
        complain(f"{message[:1].upper()}{message[1:].rstrip('.')}. See {self.prog} --help.")
        raise SystemExit(USAGE)


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Reads a command line; ``command`` names what is to run, ``argv`` holds the words without it.

    Raises:
        SystemExit: after help, the version, or a usage error (code 2).
    """
    place = _first_word(argv)
    name = argv[place] if place is not None and argv[place] in COMMANDS else None
    rest = list(argv) if name is None or place is None else [*argv[:place], *argv[place + 1 :]]
    parser = _BUILDERS[name]() if name else _reader("lesart")
    arguments = parser.parse_intermixed_args(guarded(rest))
    for key, value in vars(arguments).items():
        setattr(arguments, key, unguarded(value))
    arguments.command = name or "open"
    arguments.argv = rest
    return arguments


def parsers() -> dict[str, argparse.ArgumentParser]:
    """Every command's parser by name; the empty name is the reader's. For completions, manuals and tests."""
    return {"": _reader("lesart"), **{name: build() for name, build in _BUILDERS.items()}}


def _first_word(argv: Sequence[str]) -> int | None:
    """Index of the first argument that is neither an option nor an option's value."""
    skip = False
    for index, word in enumerate(argv):
        if skip:
            skip = False
        elif word == "--":
            return None
        elif word in _VALUED:
            skip = True
        elif not word.startswith("-") or word == "-":
            return index
    return None


def _new(prog: str, description: str, epilog: str = "") -> _Parser:
    return _Parser(
        prog=prog,
        description=description,
        epilog=epilog,
        allow_abbrev=False,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _reader(prog: str) -> _Parser:
    commands = "\n".join(f"  {name:<10} {words}" for name, words in COMMANDS.items())
    parser = _new(
        prog,
        "Reads one news story in all its versions: opens articles about the same events and shows beside each\n"
        "sentence what every other source says of the same fact.",
        f"commands:\n{commands}\n\n`lesart COMMAND --help` explains one. Exit codes: 0 done, 1 nothing found,\n"
        "2 wrong usage, 3 some input could not be read, 4 the output could not be written.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help=_PATHS)
    _common(parser)
    parser.add_argument("--bookmarks", metavar="FILE", help="keep bookmarks in this file")
    parser.add_argument("--no-mouse", action="store_true", help="leave the mouse to the terminal")
    parser.add_argument("--ascii", action="store_true", help="icons and lines of ASCII characters only")
    parser.add_argument("--serve", action="store_true", help="show the reader in a browser on this machine")
    parser.add_argument("--version", action="version", version=f"lesart {__version__}")
    return parser


def _common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--seeds", action="store_true", help="read the five articles that come with the program")
    parser.add_argument("--pipeline", metavar="NAME", help="a spaCy pipeline to use instead of the shipped one")
    parser.add_argument("--debug", action="store_true", help="write details to the log file and say where it is")


def _listing(name: str, formats: Sequence[str] = LISTINGS) -> _Parser:
    parser = _new(f"lesart {name}", f"{COMMANDS[name][:1].upper()}{COMMANDS[name][1:]}.")
    if name == "search":
        parser.add_argument("query", metavar="QUERY", help='words; "exact words" in quotes; source:, speaker:, entity:')
    parser.add_argument("paths", nargs="*", metavar="PATH", help=_PATHS)
    parser.add_argument("--format", choices=formats, default=formats[0], help=f"default: {formats[0]}")
    parser.add_argument("--output", metavar="FILE", help="write there instead of to standard output")
    parser.add_argument("--no-cache", action="store_true", help="analyse anew and store nothing")
    _common(parser)
    return parser


def _export() -> _Parser:
    parser = _listing("export", ("json", "jsonl"))
    parser.add_argument(
        "--parts",
        metavar="LIST",
        help=f"comma-separated, of {', '.join(PARTS)}; default: all but text. Only what is named is computed",
    )
    return parser


def _facts() -> _Parser:
    parser = _listing("facts")
    parser.add_argument("--conflicts", action="store_true", help="only facts with a possible conflict")
    return parser


def _quotes() -> _Parser:
    parser = _listing("quotes")
    parser.add_argument("--by", metavar="ORDER", help="order by speaker, source or kind; a name is taken as --speaker")
    parser.add_argument("--speaker", metavar="NAME", help="only those of this speaker; typos are forgiven")
    parser.add_argument("--kind", choices=("direct", "indirect", "reported", "free-indirect"), help="only this kind")
    return parser


def _entities() -> _Parser:
    parser = _listing("entities")
    parser.add_argument("--label", choices=("PER", "ORG", "LOC", "MISC"), help="only this kind of name")
    return parser


def _search() -> _Parser:
    parser = _listing("search")
    parser.add_argument("--limit", type=int, default=10, metavar="N", help="most results of each kind (default: 10)")
    parser.add_argument("--analyse", action="store_true", help="search names, speakers and facts too (takes longer)")
    return parser


def _add() -> _Parser:
    says = "Fetches articles and keeps each as a file with its text and what is known of it; the original page lies\n"
    says += "in the hidden folder .originals beside it. No other command contacts a server."
    parser = _new("lesart add", says)
    parser.add_argument("addresses", nargs="+", metavar="URL", help="address of an article; with --feed of a feed")
    parser.add_argument(
        "--feed", action="store_true", help="addresses or files of feeds (RSS, Atom, JSON Feed) or lists of them (OPML)"
    )
    parser.add_argument(
        "--to", metavar="FOLDER", help="the folder to add to (default: the one that opens without an argument)"
    )
    parser.add_argument("--allow-local", action="store_true", help="fetch from your own network and computer too")
    parser.add_argument("--debug", action="store_true", help=argparse.SUPPRESS)
    return parser


def _bookmarks() -> _Parser:
    says = "Lists, exports and imports bookmarks; compact drops deleted ones from the file for good."
    parser = _new("lesart bookmarks", says)
    parser.add_argument("action", nargs="?", choices=("list", "export", "import", "compact"), default="list")
    parser.add_argument("file", nargs="?", metavar="FILE", help="import: the file to read, - is standard input")
    forms = "list: text, json, jsonl; export: md, jsonld (Web Annotations), csv (Readwise), org, txt, jsonl"
    parser.add_argument("--format", metavar="NAME", help=forms)
    parser.add_argument("--output", metavar="FILE", help="write there instead of to standard output")
    parser.add_argument("--folder", metavar="FOLDER", help="export md: write one file per article into this folder")
    parser.add_argument("--bookmarks", metavar="FILE", help="the bookmarks file (default: the reader's)")
    parser.add_argument("--debug", action="store_true", help=argparse.SUPPRESS)
    return parser


def _cache() -> _Parser:
    parser = _new("lesart cache", "Shows where analyses are stored and how much room they take; clears them.")
    parser.add_argument("action", nargs="?", choices=("show", "clear"), default="show")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--debug", action="store_true", help=argparse.SUPPRESS)
    return parser


def _config() -> _Parser:
    parser = _new("lesart config", "Prints the settings in effect and where each comes from.")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--debug", action="store_true", help=argparse.SUPPRESS)
    return parser


def _completion() -> _Parser:
    parser = _new("lesart completion", "Prints a completion script for a shell, or the manual page (man).")
    parser.add_argument("shell", choices=("bash", "zsh", "fish", "man"))
    parser.add_argument("--output", metavar="FILE", help="write there instead of to standard output")
    parser.add_argument("--debug", action="store_true", help=argparse.SUPPRESS)
    return parser


def _open() -> _Parser:
    return _reader("lesart open")


_BUILDERS = {
    "open": _open,
    "add": _add,
    "export": _export,
    "facts": _facts,
    "quotes": _quotes,
    "entities": _entities,
    "search": _search,
    "bookmarks": _bookmarks,
    "cache": _cache,
    "config": _config,
    "completion": _completion,
}
