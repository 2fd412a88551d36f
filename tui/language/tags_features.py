"""Parts of speech and features that the tagger tells apart, and verb forms whose mood their spelling gives away.

The names are those of Universal Dependencies 2 (universaldependencies.org/guidelines.html).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

POS = (
    *("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM"),
    *("PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"),
)

FEATURES: Mapping[str, Sequence[str]] = {
    "Case": ("", "Nom", "Acc", "Dat", "Gen"),
    "Gender": ("", "Masc", "Fem", "Neut"),
    "Mood": ("", "Ind", "Sub", "Imp"),
    "Number": ("", "Sing", "Plur"),
    "Person": ("", "1", "2", "3"),
    "Tense": ("", "Pres", "Past"),
    "VerbForm": ("", "Fin", "Inf", "Part"),
}
"""Values of each feature; the first stands for none."""


def _forms(stems: str, endings: str) -> frozenset[str]:
    return frozenset(stem + ending.strip("-") for stem in stems.split() for ending in endings.split())


PRESENT_SUBJUNCTIVES = _forms("sei", "- est st en et") | _forms("könn müss dürf mög woll soll wiss", "e est et")
"""Forms that are always present subjunctive ('Konjunktiv I'); for others ('habe') the person decides."""

PRETERITE_SUBJUNCTIVES = (
    _forms("wär hätt würd könnt müsst dürft möcht käm gäb", "e est en et")
    | _forms("läg nähm säh spräch bräch träf stünd stürb hülf wüsst bräucht brächt dächt fänd zög flög böt", "e en")
    | _forms("trät läs äß tät gält verlör ließ verließ bekäm ergäb bestünd entstünd verstünd", "e")
)
"""Forms that are always preterite subjunctive ('Konjunktiv II')."""
