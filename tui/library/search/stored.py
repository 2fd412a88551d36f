"""The index of a large library in a file, so that the second opening does not build it again.

The flat numbers are used where they stand in the file (mapped into memory), which takes no time and little memory.
A file is for one computer and one version of the program: any other one builds its own.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
import mmap
import os
import sys
import time
from array import array
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from zlib import crc32

from tui.articles.model import Article
from tui.library.locations import private_folder
from tui.library.log import logger
from tui.library.search.gathering import Parts
from tui.library.search.postings import Postings
from tui.library.search.vocabulary import Vocabulary

_LOG = logger("search")
FOLDER = "search-1"
"""Below the cache folder; the number is the version of the file."""
SUFFIX = ".index"
KEPT = 5
"""Indexes that are kept, those used last; one of ten thousand articles takes 60 MB."""
BUILDING = 3_600
"""Seconds after which an unfinished file counts as left by a builder that was ended."""
_HEAD = 12
"""Digits that say how long the description at the beginning of the file is."""
_ALIGNED = 8
_OUTER = ("owners", "starts", "ends", "firsts")
_INNER = ("flat", "starts", "tokens", "bounds")
_KINDS = ("passages", "titles", "sources")


def index_key(articles: Sequence[Article]) -> str:
    """What an index is good for: these articles in this order, cut by these rules, on this kind of computer."""
    digest = hashlib.sha256(f"{_code_version()} {sys.byteorder} {array('I').itemsize}".encode())
    for article in articles:
        spans = ",".join(f"{block.start}-{block.end}" for block in article.blocks if block.own)
        known = f"{article.id} {article.title} {article.author} {article.source} {article.path} {spans}\n"
        digest.update(known.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:32]


@cache
def _code_version() -> str:
    digest = hashlib.sha256()
    for file in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def write_parts(file: Path, parts: Parts) -> None:
    """Keep the parts of an index; the file appears whole or not at all.

    Raises:
        OSError: it cannot be written.
    """
    private_folder(file.parent)
    sections = dict(_sections(parts))
    table: dict[str, tuple[int, int, int]] = {}
    place = 0
    for name, data in sections.items():
        table[name] = (place, len(data), crc32(data))
        place += len(data) + -len(data) % _ALIGNED
    head = json.dumps({"sections": table, "size": place}).encode()
    head += b" " * (-(len(head) + _HEAD) % _ALIGNED)
    beside = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        with beside.open("wb") as stream:
            stream.write(f"{len(head):{_HEAD}}".encode() + head)
            for data in sections.values():
                stream.write(data)
                stream.write(bytes(-len(data) % _ALIGNED))
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(beside, file)
    except OSError:
        with contextlib.suppress(OSError):
            beside.unlink()
        raise


def _sections(parts: Parts) -> Iterator[tuple[str, bytes]]:
    for name in _OUTER:
        yield name, _bytes(getattr(parts, name))
    for kind in _KINDS:
        postings: Postings = getattr(parts, kind)
        for name in _INNER:
            yield f"{kind}-{name}", _bytes(getattr(postings, name))
        yield f"{kind}-backwards", _bytes(postings.vocabulary.backwards)
        yield f"{kind}-places", _bytes(postings.vocabulary.places)
        yield f"{kind}-words", postings.vocabulary.joined.encode("utf-8", "surrogatepass")


def _bytes(numbers: Sequence[int]) -> bytes:
    return numbers.tobytes() if isinstance(numbers, array | memoryview) else array("I", numbers).tobytes()


def read_parts(file: Path) -> Parts | None:
    """The parts that were kept in a file; None where there is none, or not a whole one."""
    try:
        with file.open("rb") as stream:
            mapped = memoryview(mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ))
        size = int(bytes(mapped[:_HEAD]))
        head = json.loads(bytes(mapped[_HEAD : _HEAD + size]))
        data = mapped[_HEAD + size :]
        if len(data) != head["size"]:
            raise ValueError("it is cut off")
        raw: dict[str, memoryview] = {}
        for name, (start, length, checksum) in head["sections"].items():
            raw[name] = data[start : start + length]
            if crc32(raw[name]) != checksum:
                raise ValueError(f"{name} is damaged")
        found = _parts(raw)
        os.utime(file)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        _LOG.warning("the search index %s cannot be read and is built anew: %s", file, error)
        return None
    return found


def _parts(raw: dict[str, memoryview]) -> Parts:
    kinds = []
    for kind in _KINDS:
        words = str(raw[f"{kind}-words"], "utf-8", "surrogatepass")
        flat, starts, tokens, bounds, backwards, places = (
            raw[f"{kind}-{name}"].cast("I") for name in (*_INNER, "backwards", "places")
        )
        vocabulary = Vocabulary(words.split("\n") if words else [], backwards, places)
        kinds.append(Postings(vocabulary, flat, starts, tokens, bounds))
    owners, starts, ends, firsts = (raw[name].cast("I") for name in _OUTER)
    return Parts(owners, starts, ends, firsts, *kinds)


def stored_indexes(cache_folder: Path) -> list[Path]:
    """The files of all indexes, those used last at the front, with what an ended builder left."""
    found = []
    for file in (cache_folder / FOLDER).glob("*"):
        with contextlib.suppress(OSError):
            found.append((file.stat().st_mtime, file))
    return [file for _, file in sorted(found, reverse=True)]


def drop_indexes(cache_folder: Path, keep: int = 0) -> int:
    """Remove indexes but those used last; returns how many bytes were freed.

    Args:
        cache_folder: folder of the cache.
        keep: how many to keep; then files that another reader may just be building are left, too.
    """
    freed = 0
    begun = time.time() - BUILDING if keep else math.inf
    whole = [file for file in stored_indexes(cache_folder) if file.suffix == SUFFIX][:keep]
    for file in stored_indexes(cache_folder):
        if file not in whole:
            with contextlib.suppress(OSError):
                status = file.stat()
                if file.suffix == SUFFIX or status.st_mtime < begun:
                    file.unlink()
                    freed += status.st_size
    return freed
