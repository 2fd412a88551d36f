"""Copies are known by their words, and independent reports that quote one speech are not taken for copies."""

from __future__ import annotations

from tests.comparison.making import article
from tui.comparison.duplicates import duplicates_of
from tui.comparison.model import Mention
from tui.comparison.origins import count_origins

AGENCY = """Köln kauft Fähren

Die Stadt Köln hat am Montag fünf Fähren bestellt, die vom Sommer an den Rhein queren sollen. Das teilte die Verwaltung
nach einer Sitzung des Rates mit, der dem Kauf mit großer Mehrheit zugestimmt hatte. Der Preis liegt bei dreißig
Millionen Euro, von denen das Land die Hälfte übernimmt. Kritik kam von den Betreibern der alten Schiffe.
"""
EDITED = (
    AGENCY.replace("Montag", "Montagabend").replace("großer", "breiter").replace("Kritik", "Widerspruch")
    + "\nMehr dazu lesen Sie am Dienstag in unserer Zeitung.\n"
)
SPEECH = "„Wir haben lange gewartet, nun fahren wir endlich wieder über den Fluss“, sagte die Bürgermeisterin."
REPORT = f"""Fünf neue Schiffe

{SPEECH} Der Rat ließ sich überzeugen, obwohl die Kosten im Haushalt fehlen und anderswo gespart werden muss.
Im nächsten Jahr kommen die ersten Boote aus der Werft in Bonn, in der zuletzt kaum jemand Arbeit fand.
"""
OTHER = f"""Streit um den Rhein

Mit Jubel und Pfiffen endete die Sitzung. {SPEECH} Die Opposition hält den Vertrag für zu teuer und will klagen,
denn eine Brücke wäre nach ihrer Rechnung billiger und würde mehr Menschen dienen als die Schiffe.
"""


def groups(*texts: str) -> tuple[tuple[int, ...], ...]:
    return duplicates_of([article(text, f"{number}.txt") for number, text in enumerate(texts)])


def test_a_copy_with_small_changes_and_a_new_end_is_the_same_text() -> None:
    assert groups(AGENCY, REPORT, EDITED, OTHER) == ((0, 2),)


def test_copies_of_copies_are_one_group() -> None:
    assert groups(AGENCY, EDITED, AGENCY.upper(), EDITED.replace("Sommer", "Herbst")) == ((0, 1, 2, 3),)


def test_reports_that_share_a_quotation_are_independent() -> None:
    assert groups(REPORT, OTHER) == ()


def test_very_short_texts_are_no_copies() -> None:
    assert groups("Köln kauft fünf Fähren.", "Köln kauft fünf Fähren.") == ()


def test_articles_that_credit_one_agency_are_one_origin_where_they_name_nobody() -> None:
    def said(by: str, origin: str | None = None) -> Mention:
        return Mention(by, 0, 1, "x", 1.0, "asserted", origin)

    credited = {"a": ("dpa",), "b": ("dpa",), "c": (), "d": ("dpa", "AFP")}
    assert count_origins([said("a"), said("b")], {}, credited) == 1
    assert count_origins([said("a"), said("c")], {}, credited) == 2
    assert count_origins([said("a"), said("d")], {}, credited) == 2
    assert count_origins([said("a"), said("b", "Anna Berg")], {}, credited) == 2
    assert count_origins([said("a"), said("c", "dpa")], {}, credited) == 1
