"""Prints how well quotations are found on the WIKINEWS corpus, and the ten most frequent kinds of error.

Run it as ``python -m tests.benchmarks.quotations CORPUS/dev`` with a folder of the corpus of Petersen-Frey & Biemann
(2024), which is CC BY-NC-SA and not shipped: nothing of the program is trained on it. The measure is the corpus's own:
quotations found and annotated are paired so that the sum of token F1 is largest; precision is averaged over those
found, recall over those annotated, one without a partner counting as nothing.

The corpus counts quotation marks as quoted tokens and the export leaves them out, so that direct quotations are given
three times: as exported, with the marks beside them added, and what the annotated words without their marks would get.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from tests.benchmarks.pairing import pairs
from tui.articles import read_bytes
from tui.language.analyse import analyse
from tui.language.model import Quotation, Span
from tui.language.pipeline import load_pipeline

MARKS = "„“”\"»«‚‘’›‹'"
KINDS = {"Direct": "direct", "Indirect": "indirect", "Reported": "reported"}

Tokens = frozenset[int]


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation as numbers of tokens."""

    kind: str
    words: Tokens
    speaker: Tokens


Document = tuple[list[Said], list[Said]]
"""Annotated and found."""


def documents(corpus: Path) -> Iterator[tuple[list[dict[str, Any]], str, list[Said], tuple[Quotation, ...]]]:
    """Tokens, text, annotated and found quotations of each document."""
    pipeline = load_pipeline()
    for path in sorted(corpus.glob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        gold = [
            Said(
                KINDS.get(one["type"], "free-indirect"),
                frozenset(one["quote"]["tokenIds"]),
                frozenset(one["speaker"]["tokenIds"]),
            )
            for one in record["annotations"]
            if one["quote"]["tokenIds"]
        ]
        article = read_bytes(record["originalText"].encode(), f"{path.stem}.txt")
        yield record["tokens"], record["originalText"], gold, analyse(article, pipeline).quotations


def tokens_in(tokens: Sequence[dict[str, Any]], spans: Sequence[Span]) -> Tokens:
    """The tokens that share characters with a span."""
    return frozenset(
        token["id"] for token in tokens for start, end in spans if start < token["charEnd"] and token["charBegin"] < end
    )


def with_marks(text: str, spans: Sequence[Span]) -> list[Span]:
    """Spans with the quotation marks beside them."""
    wide = []
    for start, end in spans:
        while start and text[start - 1] in MARKS:
            start -= 1
        while end < len(text) and text[end] in MARKS:
            end += 1
        wide.append((start, end))
    return wide


def marked_spans(text: str, quotation: Quotation) -> Sequence[Span]:
    """Spans as the corpus counts them."""
    return with_marks(text, quotation.spans) if quotation.kind == "direct" else quotation.spans


def as_tokens(
    tokens: Sequence[dict[str, Any]], found: Sequence[Quotation], spans: Callable[[Quotation], Sequence[Span]]
) -> list[Said]:
    """Quotations as numbers of tokens."""
    said = []
    for quotation in found:
        words = tokens_in(tokens, spans(quotation))
        who = [(quotation.speaker.start, quotation.speaker.end)] if quotation.speaker else []
        if words:
            said.append(Said(quotation.kind, words, tokens_in(tokens, who)))
    return said


def share(part: Tokens, whole: Tokens) -> float:
    """Share of tokens that stand in both."""
    return len(part & whole) / len(part) if part else 0.0


def measured(read: Sequence[Document], kinds: frozenset[str] | None = None) -> str:
    """The line of figures for some kinds of quotation, all for None."""
    nobody = Said("", frozenset(), frozenset())
    precision: list[float] = []
    recall: list[float] = []
    who: tuple[list[float], list[float], list[float]] = ([], [], [])
    for annotated, exported in read:
        gold = [said for said in annotated if kinds is None or said.kind in kinds]
        found = [said for said in exported if kinds is None or said.kind in kinds]
        partner = pairs([(one.kind, one.words) for one in gold], [(one.kind, one.words) for one in found])
        back = {other: one for one, other in partner.items()}
        for number, said in enumerate(found):
            match = gold[back[number]] if number in back else nobody
            precision.append(share(said.words, match.words))
            if said.speaker:
                who[0].append(share(said.speaker, match.speaker))
        for number, said in enumerate(gold):
            match = found[partner[number]] if number in partner else nobody
            recall.append(share(said.words, match.words))
            if said.speaker:
                who[1].append(share(said.speaker, match.speaker))
            if said.speaker and number in partner:
                both = len(said.speaker) + len(match.speaker)
                who[2].append(2 * len(said.speaker & match.speaker) / both)
    message, speaker = _line(precision, recall), _line(who[0], who[1])
    return f"message {message}   speaker {speaker}   speaker in pairs {_mean(who[2]):5.1f}"


def _mean(values: Sequence[float]) -> float:
    return 100 * sum(values) / len(values) if values else 0.0


def _line(precision: Sequence[float], recall: Sequence[float]) -> str:
    p, r = _mean(precision), _mean(recall)
    return f"P {p:5.1f} R {r:5.1f} F1 {2 * p * r / (p + r) if p + r else 0.0:5.1f}"


def errors(read: Sequence[Document]) -> Counter[str]:
    """How often each kind of error occurs."""
    count: Counter[str] = Counter()
    for gold, found in read:
        partner = pairs([(one.kind, one.words) for one in gold], [(one.kind, one.words) for one in found])
        for number, said in enumerate(gold):
            if number not in partner:
                count[f"missed, {said.kind}"] += 1
                continue
            match = found[partner[number]]
            count[f"words differ, {said.kind}"] += said.words != match.words
            if said.speaker != match.speaker:
                count[f"speaker {'differs' if match.speaker and said.speaker else 'on one side'}, {said.kind}"] += 1
        count.update(f"found, but none, {said.kind}" for i, said in enumerate(found) if i not in partner.values())
    return count


def main() -> int:
    """Print the figures."""
    if len(sys.argv) != 2:
        print(__doc__)
        return 2
    plain: list[Document] = []
    wide: list[Document] = []
    perfect: list[Document] = []
    for tokens, text, gold, found in documents(Path(sys.argv[1])):
        signs = frozenset(token["id"] for token in tokens if token["text"].strip(MARKS) == "")
        direct = [said for said in gold if said.kind == "direct"]
        bare = [Said(said.kind, said.words - signs, said.speaker) for said in direct if said.words - signs]
        perfect.append((direct, bare))
        plain.append((gold, as_tokens(tokens, found, lambda quotation: quotation.spans)))
        wide.append((gold, as_tokens(tokens, found, partial(marked_spans, text))))
    print("all kinds               ", measured(plain))
    print("direct, as exported     ", measured(plain, frozenset({"direct"})))
    print("direct, with its marks  ", measured(wide, frozenset({"direct"})))
    print("annotated without marks ", measured(perfect, frozenset({"direct"})))
    print("other kinds             ", measured(plain, frozenset({"indirect", "reported", "free-indirect"})))
    print("\nThe ten most frequent kinds of error (marks added):")
    for kind, times in errors(wide).most_common(10):
        print(f"{times:6}  {kind}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
