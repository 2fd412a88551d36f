"""``lesart bookmarks``: what was kept, for reading, for other programs, and from them."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tui.cli.outcome import NOTHING, OK, UNREADABLE, Refusal, complain, say_nothing
from tui.cli.page import Page
from tui.cli.tables import write_records
from tui.cli.writing import opened, show
from tui.library.bookmarks.file import BookmarkFile, Loaded
from tui.library.bookmarks.model import Bookmark, to_record
from tui.library.counting import plural
from tui.library.locations import path_of

_LISTINGS = ("text", "json", "jsonl")


def run(arguments: Namespace) -> int:
    """Lists, exports or imports bookmarks."""
    file = BookmarkFile(_place(arguments))
    loaded = file.load()
    for sentence in loaded.problems:
        complain(sentence)
    if arguments.action == "import":
        return _import(arguments, file, loaded)
    if arguments.action == "compact":
        show(f"{plural(file.compact(), 'line')} of deleted and former bookmarks dropped from {file.path}.")
        return OK
    if arguments.file:
        raise Refusal(f"bookmarks {arguments.action} reads no file; --output FILE writes one.")
    if arguments.action == "export":
        _export(arguments, loaded.bookmarks)
    else:
        _list(arguments, loaded.bookmarks)
    if not loaded.bookmarks:
        say_nothing("bookmark")
    return (UNREADABLE if loaded.damaged else OK) or (OK if loaded.bookmarks else NOTHING)


def _place(arguments: Namespace) -> Path:
    if arguments.bookmarks:
        return path_of(arguments.bookmarks)
    from tui.library.locations import bookmarks_file
    from tui.library.settings import load_settings
    from tui.library.state import ReadingState

    settings, _ = load_settings()
    return bookmarks_file(settings.bookmarks, ReadingState().recent.last())


def _list(arguments: Namespace, bookmarks: Sequence[Bookmark]) -> None:
    form = arguments.format or "text"
    if form not in _LISTINGS:
        raise Refusal(f"bookmarks list has the formats {', '.join(_LISTINGS)}; bookmarks export has others.")
    if form != "text":
        with opened(arguments.output) as write:
            write_records((to_record(bookmark) for bookmark in bookmarks), form, write)
        return
    from tui.library.bookmarks.citing import by_article, citation, conflict_lines, title_of

    page = Page()
    for article, kept in by_article(bookmarks):
        page.line((title_of(article), "bold"), (f"  {citation(article)}", "dim"))
        for bookmark in kept:
            speaker = f"{bookmark.speaker}: " if bookmark.speaker else ""
            page.line(speaker, f"„{' '.join(bookmark.exact.split())}“", (f"  {bookmark.start}", "dim"), indent=2)
            if bookmark.note:
                page.line(bookmark.note, indent=4)
            for told in conflict_lines(bookmark):
                page.line(told, indent=4)
            if bookmark.tags:
                page.line(("#" + " #".join(bookmark.tags), "cyan"), indent=4)
        page.line()


def _export(arguments: Namespace, bookmarks: Sequence[Bookmark]) -> None:
    from tui.library.bookmarks.exports import FORMATS
    from tui.library.bookmarks.exports.writing import exported

    form = arguments.format or "md"
    if form not in FORMATS:
        raise Refusal(f"bookmarks export has the formats {', '.join(FORMATS)}, not {form}.")
    if arguments.folder:
        if form != "md":
            raise Refusal("bookmarks export --folder writes Markdown; --output FILE writes the other formats.")
        _export_files(path_of(arguments.folder), bookmarks)
        return
    with _in_words():
        text = exported(bookmarks, form, _template())
    with opened(arguments.output) as write:
        write(text)


def _export_files(folder: Path, bookmarks: Sequence[Bookmark]) -> None:
    """One Markdown file per article; an earlier export of the same article is replaced, nothing else."""
    from tui.library.bookmarks.exports.writing import markdown_files, write_files

    with _in_words():
        files = markdown_files(bookmarks, _template())
    for own, name in write_files(folder, files).items():
        complain(f"{own} in {folder} is your own or was changed since it was written; {name} was written instead.")
    show(f"{plural(len(files), 'file')} written to {folder}.")


@contextmanager
def _in_words() -> Iterator[None]:
    """What is wrong with the reader's template, as a refusal."""
    try:
        yield
    except ValueError as error:
        raise Refusal(str(error)) from error


def _template() -> str:
    from tui.library.settings import load_settings

    return load_settings()[0].bookmark_template


def _import(arguments: Namespace, file: BookmarkFile, loaded: Loaded) -> int:
    from tui.library.bookmarks.imports import read_import

    name = arguments.file
    if not name:
        raise Refusal("bookmarks import needs a file; - is standard input.")
    data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    read = read_import(data)
    for sentence in read.problems:
        complain(f"{name}: {sentence}")
    have = {bookmark.id for bookmark in (*loaded.bookmarks, *loaded.deleted)}
    places = {_passage(bookmark) for bookmark in loaded.bookmarks}
    new = [one for one in read.bookmarks if one.id not in have and _passage(one) not in places]
    if new:
        file.add(*new)
    known = len(read.bookmarks) - len(new)
    show(f"{plural(len(new), 'bookmark')} added to {file.path}, {known} there already.")
    return (UNREADABLE if read.problems else OK) or (OK if read.bookmarks else NOTHING)


def _passage(bookmark: Bookmark) -> tuple[str, str, str, int]:
    article = bookmark.article
    return article.url or article.path, article.text_sha256, bookmark.exact, bookmark.start
