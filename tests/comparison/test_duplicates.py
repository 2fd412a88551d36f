"""Copies are known by their words, and independent reports that quote one speech are not taken for copies."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.comparison.making import article
from tui.comparison.duplicates import duplicates_of
from tui.comparison.model import Mention, Story
from tui.comparison.origins import count_origins, outlets_of

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


def test_a_text_that_very_many_papers_print_is_one_text_and_what_stands_below_every_report_is_none() -> None:
    below = "\nAlle Nachrichten aus der Region lesen Sie jeden Morgen in der Zeitung und auf unserer Seite im Netz.\n"
    words = AGENCY.split()
    copies = [" ".join([*words[:at], "Übrigens", *words[at + 1 :]]) + below for at in range(4, 49)]
    reports = [" ".join(f"w{number}x{word}" for word in range(40)) + below for number in range(45)]
    assert groups(*reports[:20], *copies, *reports[20:]) == (tuple(range(20, 65)),)
    assert groups(*[AGENCY] * 60) == (tuple(range(60)),)


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


def test_articles_of_one_outlet_are_one_source_and_one_origin() -> None:
    known: list[dict[str, Any]] = [{"source": "Bote"}, {"source": "BOTE"}, {"url": "https://www.b.de/1"}]
    known += [{"url": "https://b.de/2"}, {}]
    made = [replace(article("Köln kauft Fähren.", f"{at}.txt"), **told) for at, told in enumerate(known)]
    ids = [one.id for one in made]
    outlets = outlets_of(made)
    assert outlets == ((ids[0], ids[1]), (ids[2], ids[3]))
    sources = Story("s", tuple(ids), outlets=outlets, duplicates=((ids[1], ids[4]),)).sources
    assert sources[ids[0]] == sources[ids[1]] == sources[ids[4]] != sources[ids[2]]
    mentions = [Mention(one, 0, 1, "x", 1.0, "asserted") for one in ids]
    assert count_origins(mentions, {}) == 5
    assert count_origins(mentions, sources) == 2
