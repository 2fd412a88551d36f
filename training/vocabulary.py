"""Choose which pieces of the multilingual vocabulary a German reader needs, and write them down."""

from __future__ import annotations

import argparse
import json
import lzma
import pydoc_data.topics
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from training.original import Original
from tui.language.encoder_pieces import Pieces

SPECIAL = 4

IGNORED = "\u00ad" + "".join(map(chr, (*range(9), *range(14, 32), *range(127, 133), *range(134, 160))))
"""Soft hyphens and control characters, which web texts hold inside words; the original keeps some as pieces."""

NEXT_LINE = "\u0085"
"""Ends a line in old mainframe texts."""


def german(data: Path) -> Iterator[str]:
    """Every line of German text in the data folder."""
    with lzma.open(data / "raw" / "wikipedia_klexikon.txt.xz", "rt", encoding="utf-8") as file:
        yield from file
    for pattern in ("germeval14/train.bio", "smartdata/*.bio", "plenar/*.bio", "gsd_upos/*.conllu"):
        for path in sorted(data.glob(pattern)):
            column = 1 if path.suffix == ".conllu" else 0
            for line in path.read_text("utf-8").splitlines():
                fields = line.split("\t")
                if len(fields) > column:
                    yield fields[column]
    for path in sorted(data.glob("smartdata/*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            yield json.loads(line)["text"]


def english() -> Iterator[str]:
    """A little English, as it stands in names, titles and quotations: the manual that comes with Python."""
    yield from pydoc_data.topics.topics.values()


def kept_alone(piece: str) -> bool:
    """Whether a piece of one character stays whatever the corpora say: letters of European scripts, signs, figures."""
    if len(piece) != 1:
        return False
    if ord(piece) < 0x250 or unicodedata.category(piece)[0] in "PSN":
        return ord(piece) < 0x2E80 or ord(piece) > 0x1F000
    return "GREEK" in unicodedata.name(piece, "") or "CYRILLIC" in unicodedata.name(piece, "")


def chosen(original: Original, data: Path, size: int) -> list[int]:
    """Ids of the special pieces, the single characters and the most frequent pieces, in the original order."""
    pieces = Pieces(original.pieces, original.scores.tolist(), original.normalisations)
    seen: Counter[int] = Counter()
    for weight, lines in ((1, german(data)), (3, english())):
        words: Counter[str] = Counter()
        for line in lines:
            words.update(line.split())
        for word, count in words.items():
            for number, _, _ in pieces.cut(word):
                seen[number] += weight * count
    keep = set(range(SPECIAL)) | {number for number, piece in enumerate(original.pieces) if kept_alone(piece)}
    for number, _ in sorted(seen.items(), key=lambda entry: (-entry[1], entry[0])):
        if len(keep) >= size:
            break
        keep.add(number)
    print(f"{len(seen)} pieces seen, {len(keep)} kept")
    total = sum(seen.values())
    print(f"share of running pieces that are kept: {sum(seen[n] for n in keep) / total:.5f}")
    return sorted(keep)


def write_pieces(original: Original, keep: list[int], path: Path) -> None:
    """Write the vocabulary file that `tui.language.encoder_pieces` reads."""
    content = {
        "pieces": [original.pieces[number] for number in keep],
        "scores": [round(float(original.scores[number]), 5) for number in keep],
        "normalisations": original.normalisations | {NEXT_LINE: " "} | {character: "" for character in IGNORED},
    }
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), "utf-8")


def arguments(description: str | None) -> argparse.ArgumentParser:
    """The options that all training commands share."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"), help="folder of the corpora")
    parser.add_argument("--out", type=Path, default=Path("tui/language/weights"), help="where the shipped files go")
    return parser
