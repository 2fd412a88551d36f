"""One label for one form: what a text calls by the same words is the same kind of thing nearly everywhere.

The model sees a window at a time and wavers where a sentence tells little; the other places of the text decide then.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from tui.language.names_decode import LABELS, TAGS

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_FLOOR = -8.0
"""Least evidence that one place gives against a label, so that no single place decides for all."""

MARGIN = 2.0
"""By how much (natural logarithm of the odds) the other places must be surer to change a label."""


def label_evidence(scores: npt.NDArray[np.float32]) -> list[float]:
    """How likely each of LABELS is for the words of one name: mean log probability.

    Args:
        scores: (words, tags) unnormalised scores of the name's words.
    """
    import numpy as np

    log = scores - np.logaddexp.reduce(scores, axis=1, keepdims=True)
    found = []
    for label in LABELS:
        columns = [number for number, tag in enumerate(TAGS) if tag.endswith(f"-{label}")]
        found.append(max(_FLOOR, float(np.logaddexp.reduce(log[:, columns], axis=1).mean())))
    return found


def agreed_labels(forms: Sequence[str], labels: Sequence[str], evidence: Sequence[Sequence[float]]) -> list[str]:
    """The names' labels after they have been compared with those of the same form, with or without a genitive s.

    Args:
        forms: The names as written.
        labels: The label that each has alone.
        evidence: For each what `label_evidence` gives.
    """
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0] * len(LABELS))
    for form, each in zip(forms, evidence, strict=True):
        sums[form] = [a + b for a, b in zip(sums[form], each, strict=True)]
    agreed = []
    for form, label in zip(forms, labels, strict=True):
        sibling = form[:-1] if form.endswith("s") and form[:-1] in sums else form + "s"
        total = [a + b for a, b in zip(sums[form], sums.get(sibling, [0.0] * len(LABELS)), strict=True)]
        best = max(range(len(LABELS)), key=total.__getitem__)
        surer = total[best] - total[LABELS.index(label)] > MARGIN
        agreed.append(LABELS[best] if surer else label)
    return agreed
