"""Analyses and comparisons as bytes, for the cache and for the pipe between worker and reader.

The rows follow the dataclasses' own fields and types, so that a field added to a model is stored without a change here,
and ``SIGNATURE`` changes with it. JSON arrays are faster to read than pickled dataclasses and cannot run code.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import json
import types
import typing
from collections.abc import Callable, Sequence
from typing import Any

from tui.comparison.model import Comparison, Story
from tui.language.model import Analysis, Entity, Quotation, Reference, Sentence, Token, Value

Encode = Callable[[Any], Any]
Decode = Callable[[Any], Any]


def _tuples(value: Any) -> Any:
    """Lists of JSON as the tuples that frozen dataclasses hold."""
    return tuple(_tuples(item) for item in value) if type(value) is list else value


def _plain(value: Any) -> Any:
    return value


def _columns(tokens: Sequence[Token]) -> list[Any]:
    """Tokens as columns, texts by number: parts of speech and features repeat in every line."""
    columns: list[Any] = []
    for name in Token.__slots__:
        column = [getattr(token, name) for token in tokens]
        if column and isinstance(column[0], str):
            table = {text: number for number, text in enumerate(dict.fromkeys(column))}
            columns.append([list(table), [table[text] for text in column]])
        else:
            columns.append([None, column])
    return columns


def _tokens(columns: list[Any]) -> tuple[Token, ...]:
    plain = [column if table is None else [table[number] for number in column] for table, column in columns]
    return tuple(map(Token, *plain))


@functools.cache
def _codec(cls: type) -> tuple[Encode, Decode]:
    """Functions that turn an instance of a dataclass into a row of its fields and back."""
    names, encoders, decoders = [], [], []
    hints = typing.get_type_hints(cls)
    for item in dataclasses.fields(cls):
        encode, decode = _codec_of(hints[item.name])
        names.append(item.name)
        encoders.append(encode)
        decoders.append(decode)
    pairs = list(zip(names, encoders, strict=True))

    def to_row(value: Any) -> list[Any]:
        return [encode(getattr(value, name)) for name, encode in pairs]

    def from_row(row: list[Any]) -> Any:
        return cls(*[decode(item) for decode, item in zip(decoders, row, strict=True)])

    return to_row, from_row


def _codec_of(hint: Any) -> tuple[Encode, Decode]:
    arguments = typing.get_args(hint)
    origin = typing.get_origin(hint)
    if origin is tuple and arguments[0] is Token:
        return _columns, _tokens
    if origin is tuple and dataclasses.is_dataclass(arguments[0]):
        to_row, from_row = _codec(typing.cast(type, arguments[0]))
        return lambda rows: [to_row(row) for row in rows], lambda rows: tuple([from_row(row) for row in rows])
    if origin in (typing.Union, types.UnionType) and dataclasses.is_dataclass(arguments[0]):
        to_row, from_row = _codec(typing.cast(type, arguments[0]))
        return lambda row: None if row is None else to_row(row), lambda row: None if row is None else from_row(row)
    if hint in (int, str, float, bool):
        return _plain, _plain
    return _plain, _tuples


def _signature() -> str:
    classes = (Analysis, Token, Sentence, Entity, Value, Reference, Quotation, Comparison, Story)
    shape = [(cls.__name__, sorted(map(repr, typing.get_type_hints(cls).items()))) for cls in classes]
    return hashlib.sha256(repr(shape).encode()).hexdigest()[:12]


SIGNATURE = _signature()
"""Changes when the dataclasses do, so that records of another shape are never read."""


def _dump(row: Any) -> bytes:
    return json.dumps(row, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def encode_analysis(analysis: Analysis) -> bytes:
    """An analysis as bytes; `decode_analysis` gives an equal one."""
    return _dump(_codec(Analysis)[0](analysis))


def decode_analysis(data: bytes) -> Analysis:
    """Read an analysis.

    Raises:
        ValueError: The bytes are not what `encode_analysis` writes.
    """
    try:
        return typing.cast(Analysis, _codec(Analysis)[1](json.loads(data)))
    except (TypeError, IndexError, KeyError) as error:
        raise ValueError("not a stored analysis") from error


def encode_comparison(comparison: Comparison, analyses: Sequence[Analysis] = ()) -> bytes:
    """A comparison as bytes.

    Args:
        comparison: The comparison.
        analyses: The analyses it was made from. Of its own analyses only the fields that differ are written.
    """
    known = {analysis.article: analysis for analysis in analyses}
    to_row = _codec(Analysis)[0]
    names = [item.name for item in dataclasses.fields(Analysis)]
    rows = []
    for analysis in comparison.analyses:
        row: list[Any] = to_row(analysis)
        base = known.get(analysis.article)
        if base is not None:
            for number, name in enumerate(names):
                if name != "article" and getattr(base, name) == getattr(analysis, name):
                    row[number] = None
        rows.append(row)
    stories = [_codec(Story)[0](story) for story in comparison.stories]
    return _dump([stories, rows])


def decode_comparison(data: bytes, analyses: Sequence[Analysis] = ()) -> Comparison:
    """Read a comparison.

    Args:
        data: What `encode_comparison` wrote.
        analyses: The analyses it was given.

    Raises:
        ValueError: The bytes are not what `encode_comparison` writes, or an analysis is missing.
    """
    known = {analysis.article: analysis for analysis in analyses}
    from_row = _codec(Analysis)[1]
    to_row = _codec(Analysis)[0]
    names = [item.name for item in dataclasses.fields(Analysis)]
    article_at = names.index("article")
    made = []
    try:
        stories, rows = json.loads(data)
        for row in rows:
            base = known.get(row[article_at])
            missing = {name for name, item in zip(names, row, strict=True) if item is None}
            if missing and base is None:
                raise ValueError("an analysis of the stored comparison is missing")
            if base is None:
                made.append(from_row(row))
                continue
            # Only the fields written are decoded; the others are the base's own tuples.
            empty = to_row(Analysis("", ""))
            filled = [empty[number] if item is None else item for number, item in enumerate(row)]
            kept = {name: getattr(base, name) for name in missing}
            made.append(dataclasses.replace(from_row(filled), **kept))
        return Comparison(tuple(_codec(Story)[1](story) for story in stories), tuple(made))
    except (TypeError, IndexError, KeyError) as error:
        raise ValueError("not a stored comparison") from error
