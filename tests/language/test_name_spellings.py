"""One person or place in several spellings has one name; two of nearly one name have two."""

import pytest

from tests.language.stories import made
from tui.language.naming import unify_names


def unified(*texts: str) -> list[list[str]]:
    """The names of the entities of each text, in order."""
    pairs = [made(number, text) for number, text in enumerate(texts)]
    analyses = unify_names([analysis for _, analysis in pairs], [article for article, _ in pairs])
    return [[entity.name for entity in analysis.entities] for analysis in analyses]


@pytest.mark.parametrize(
    "texts",
    [
        ("[PER Recep Tayyip Erdoğan] kam. [PER Erdoğan] ging.", "[PER Recep Tayyip Erdogan] kam. [PER Erdogans] Plan."),
        ("[PER Wolodymyr Selenskyj] kam.", "[PER Wolodimir Selenski]", "[PER Volodymyr Zelensky]. [PER Zelenskys]"),
        ("[PER Maroš Šefčovič] sprach.", "[PER Maros Sefcovic] sprach. [PER Sefcovic] ging."),
        ("[PER Uwe Müller] kam.", "[PER Uwe Mueller] kam. [PER Mueller] ging."),
        ("[PER Benjamin Netanyahu] kam.", "[PER Benjamin Netanjahu] kam. [PER Netanjahu] ging."),
        ("[PER Frédéric Maître] kam.", "Die Causa [PER Maitre]."),
        ("[LOC Łódź] liegt dort.", "[LOC Lodz] liegt dort."),
        ("[PER Murat Yıldız] kam.", "[PER Murat Yildiz] kam.", "[PER Murat Y.] schwieg. [PER Y.] ging."),
    ],
)
def test_spellings_of_one_name_are_one(texts: tuple[str, ...]) -> None:
    assert len({name for names in unified(*texts) for name in names}) == 1


@pytest.mark.parametrize(
    "texts",
    [
        ("[PER Anna Bauer] kam.", "[PER Anna Baur] kam."),
        ("[PER Jan Meyer] kam.", "[PER Jan Meier] kam."),
        ("[PER Michael Martin] kam.", "[PER Michal Martin] kam."),
        ("[PER Sophie Müller] kam.", "[PER Peter Mueller] kam. [PER Mueller] ging."),
        ("[PER Ole Köster] kam.", "[PER Koster] kam."),
        ("[PER Kevin Schröder] und [PER Kevin Schulz] kamen.", "[PER Kevin S.] kam."),
    ],
)
def test_names_that_are_nearly_alike_stay_apart(texts: tuple[str, ...]) -> None:
    first, second = unified(*texts)
    assert not set(first) & set(second)


def test_a_bare_surname_in_another_spelling_is_not_its_namesake() -> None:
    first, second, _ = unified(
        "[PER Eva Petrovic] kam. [PER Eva Petrovic] ging.",
        "[PER Eva Petrović] kam. [PER Petrović] schwieg.",
        "[PER Goran Petrović] kam.",
    )
    assert {*first, *second} == {"Eva Petrovic"}


def test_the_name_of_a_family_is_that_of_none_of_its_members() -> None:
    (names,) = unified("[PER Kevin Lang] und [PER Uwe Lang]. Die Brüder [PER Lang] schwiegen. [PER Lang] senior kam.")
    assert names == ["Kevin Lang", "Uwe Lang", "Lang", "Lang"]


def test_a_bare_surname_is_not_who_is_only_named_after_it_where_there_are_two() -> None:
    told = unified("[PER Georg Brandt] regiert.", "Da ging [PER Brandt]. [PER Eva Brandt] blieb. [PER Brandt] lachte.")
    assert told[1] == ["Brandt", "Eva Brandt", "Eva Brandt"]


def test_office_and_courtesy_tell_whom_a_surname_means() -> None:
    both = "Direktor [PER Beat Huber] blieb. [PER Lena Huber] ging."
    told = unified(both, "Direktor [PER Huber] kam. Frau [PER Huber] auch.")
    assert told[1] == ["Beat Huber", "Lena Huber"]
    assert unified("Auch [PER Beat Huber] und [PER Lena Huber] kamen.", "Auch [PER Huber] kam.")[1] == ["Huber"]


def test_an_acronym_in_brackets_stands_for_the_name_before_it() -> None:
    (names, *_) = unified("Das [ORG Theater am Landtor] ([ORG TAL]) schließt. [ORG TAL] und [ORG Bank] ([ORG FDP]).")
    assert names == ["Theater am Landtor", "Theater am Landtor", "Theater am Landtor", "Bank", "FDP"]


def test_town_and_first_name_before_a_name_of_several_words_do_not_make_another() -> None:
    first, second = unified("[ORG Theater am See]. [ORG Theater am See].", "[ORG Ulmer Theater am See].")
    assert {*first, *second} == {"Theater am See"}
    assert unified("[ORG Hartig Consulting]. [ORG Hartig Consulting].", "[ORG Werner Hartig Consulting GmbH].")[1] == [
        "Hartig Consulting"
    ]
    several = unified("[ORG Neue Presse].", "[ORG Frankfurter Neue Presse].")
    assert several == [["Neue Presse"], ["Frankfurter Neue Presse"]]


def test_a_surname_that_was_missed_is_found_though_it_mostly_stands_in_full_names() -> None:
    full = "[PER Werner Hartig] kam. " * 4
    assert unified(full + "[PER Hartig] ging. [PER Hartig] blieb.", "Dann kam Hartig.")[1] == ["Werner Hartig"]


def test_a_verb_at_the_head_of_a_sentence_is_no_name() -> None:
    assert unified("[PER Geschossen] hat [PER Jan Roth].", "Er hat nicht geschossen.")[0] == ["Jan Roth"]
    assert unified("[ORG Grüne] siegten.", "Ein grüner Wald, grüne Wiesen.")[0] == ["Grüne"]
    assert unified("[PER Weil] kam.", "[PER Stephan Weil] ging, weil er musste.")[0] == ["Stephan Weil"]
