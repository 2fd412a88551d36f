"""The spaCy pipeline that reads an article, and the key under which its results are kept.

spaCy is imported inside the functions that need it: the key of an analysis must be had without that cost, because the
interface asks for it before anything else.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from tui import __version__

if TYPE_CHECKING:
    from spacy.language import Language

    from tui.articles.model import Article

SHIPPED = "lesart"
"""Name of the pipeline that comes with the program."""

_ROOM = Path(__file__).parent
_ARTICLES = _ROOM.parent / "articles"
"""The room below; what this one takes from it lies in its uppermost folder."""
_SAMPLES, _SAMPLE_SIZE = 16, 4_096
_PIPELINE_NAME = re.compile(r"[\w./\\:~ -]+")


class PipelineMissing(Exception):
    """The pipeline asked for cannot be used; the message is one plain sentence for the user."""


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A pipeline that is ready to read."""

    nlp: Language
    version: str
    """Changes whenever the pipeline, its weights or the code of the room change."""
    name: str = SHIPPED
    notes: tuple[str, ...] = ()
    """Plain sentences on what this pipeline cannot do."""


def load_pipeline(name: str | None = None) -> Pipeline:
    """Load a pipeline; takes a second or two.

    Args:
        name: An installed spaCy pipeline package or the folder of one; the shipped pipeline if not given.

    Raises:
        PipelineMissing: It is not installed or cannot be read.
    """
    if name is None or name == SHIPPED:
        nlp, notes = _shipped()
        return Pipeline(nlp, pipeline_version(None), SHIPPED, notes)
    nlp, notes = _installed(name)
    return Pipeline(nlp, pipeline_version(name), name, notes)


def is_installed(name: str) -> bool:
    """Whether there is a package of this name, or a folder; whether it holds a pipeline shows when it is loaded."""
    from importlib.util import find_spec

    return Path(name).is_dir() or (name.isidentifier() and find_spec(name) is not None)


def analysis_key(article: Article, pipeline_name: str | None) -> str:
    """The key of an article's analysis: equal keys mean equal analyses.

    Cheap: reads some samples of the weights and the sources of the room once, and never loads spaCy.
    """
    digest = hashlib.sha256()
    blocks = ";".join(f"{block.start}-{block.end}-{block.role}" for block in article.blocks)
    known = (article.text_sha256, article.id, article.published or "", article.source or "", article.language)
    for part in (*known, blocks, pipeline_version(pipeline_name)):
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()[:32]


@cache
def pipeline_version(name: str | None) -> str:
    """Digest of the pipeline's name and version, the shipped weights, the code and word lists that are read with."""
    digest = hashlib.sha256(f"{__version__}\0spacy {_package_version('spacy')}\0".encode())
    if name is not None and name != SHIPPED:
        digest.update(f"{name}\0{_package_version(name)}\0".encode())
        meta = Path(name) / "meta.json"
        if meta.is_file():
            digest.update(meta.read_bytes())
    for path in (*sorted(_ROOM.rglob("*")), *sorted(_ARTICLES.glob("*"))):
        if path.suffix == ".pyc" or not path.is_file():
            continue
        digest.update(path.relative_to(_ROOM.parent).as_posix().encode() + b"\0")
        _sample(digest, path)
    return digest.hexdigest()[:16]


def _sample(digest: hashlib._Hash, path: Path) -> None:
    """Add a file: small ones whole, of weights the size and samples, for training changes them everywhere."""
    size = path.stat().st_size
    with path.open("rb") as file:
        if size <= 32 * _SAMPLES * _SAMPLE_SIZE:
            digest.update(file.read())
            return
        digest.update(str(size).encode())
        for number in range(_SAMPLES):
            file.seek(number * (size - _SAMPLE_SIZE) // (_SAMPLES - 1))
            digest.update(file.read(_SAMPLE_SIZE))


def _package_version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # a third of this module's import time

    try:
        return version(name)
    except (PackageNotFoundError, ValueError):
        return ""


def _shipped() -> tuple[Language, tuple[str, ...]]:
    """A blank German pipeline with the room's own components, as many as can be loaded."""
    import spacy

    from tui.language.sentence_component import FACTORY
    from tui.language.tokens import cut_better

    nlp = spacy.blank("de")
    cut_better(nlp)
    nlp.add_pipe(FACTORY)
    notes = []
    for module, factory, loss in (
        ("names", "lesart_names", "Names are not marked"),
        ("tags", "lesart_tags", "Words have no parts of speech, so that quotations and clauses are found less well"),
    ):
        try:
            import_module(f"tui.language.{module}")
            nlp.add_pipe(factory)
        except ModuleNotFoundError as missing:
            notes.append(f"{loss}: the module {missing.name} is not installed.")
        except Exception as trouble:  # whatever is wrong with a weights file, the text must still be read
            notes.append(f"{loss}: {_first_line(trouble)}")
    return nlp, tuple(notes)


def _installed(name: str) -> tuple[Language, tuple[str, ...]]:
    """A pipeline of the user's, with this room's sentences."""
    import spacy

    from tui.language.sentence_component import FACTORY

    if not _PIPELINE_NAME.fullmatch(name):
        raise PipelineMissing(f"“{_printable(name)}” is not the name of a spaCy pipeline.")
    try:
        nlp = spacy.load(name)
    except OSError as missing:
        raise PipelineMissing(
            f"The spaCy pipeline “{name}” is not installed; `python -m spacy download {name}` gets spaCy's own ones."
        ) from missing
    except Exception as trouble:
        raise PipelineMissing(f"The spaCy pipeline “{name}” cannot be used: {_first_line(trouble)}") from trouble
    nlp.add_pipe(FACTORY, first=True)
    notes = []
    if nlp.lang not in ("de", "xx"):
        notes.append(f"The pipeline “{name}” was made for the language “{nlp.lang}”, not for German.")
    if "ner" not in nlp.pipe_names and not any("ner" in pipe or "entit" in pipe for pipe in nlp.pipe_names):
        notes.append(f"The pipeline “{name}” finds no names.")
    return nlp, tuple(notes)


def _first_line(trouble: Exception) -> str:
    lines = str(trouble).strip().splitlines()
    return _printable(lines[0]) if lines else type(trouble).__name__


def _printable(text: str) -> str:
    return "".join(sign if sign.isprintable() else "�" for sign in text)[:200]
