from __future__ import annotations

import pytest

from tests.language.quotations.reader import quotations, shown, with_pipeline

TWO_VOICES = [
    (
        "„Das Boot lag schon am Vormittag auf Grund“, sagt ein Fischer. Hinrichs bestreitet das. "
        "Es habe den Hafen nie verlassen, sagt er, „nicht einmal zum Tanken“.",
        ["Das Boot lag schon am Vormittag auf Grund", "nicht einmal zum Tanken"],
    ),
    (
        "„Das stimmt nicht“, sagte Lang. Kurz erwiderte, das stimme sehr wohl, „jedes Wort“.",
        ["Das stimmt nicht", "jedes Wort"],
    ),
]


@pytest.mark.parametrize("text, words", TWO_VOICES)
def test_words_with_a_comment_each_are_never_one_quotation(text: str, words: list[str]) -> None:
    found = [quotation for quotation in with_pipeline(text) if quotation.kind == "direct"]
    assert [shown(text, quotation) for quotation in found] == words
    assert len({quotation.speaker.name for quotation in found if quotation.speaker}) == 2


def test_words_that_one_comment_cuts_stay_one_quotation() -> None:
    text = "„Wir haben“, sagte die Ministerin am Montag in Berlin, „alles versucht.“"
    assert [shown(text, quotation) for quotation in quotations(text)] == ["Wir haben … alles versucht."]


@pytest.mark.parametrize(
    "text",
    [
        "Karl Ebel hält dagegen: Ohne sein Amt gäbe es die Schule gar nicht mehr.",
        "Rita Sommer betonte: Ihr Haus hat rechtzeitig gewarnt.",
    ],
)
def test_words_after_a_colon_are_literal_only_in_marks_or_in_the_first_person(text: str) -> None:
    assert [quotation.kind for quotation in with_pipeline(text)] == ["indirect"]


def test_words_after_a_colon_in_the_first_person_are_literal() -> None:
    found = with_pipeline("Rita Sommer sagte: Wir werden die Schule am Markt erhalten.")
    assert [(quotation.kind, quotation.flags) for quotation in found] == [("direct", ("unmarked",))]


def test_words_after_a_colon_are_literal_where_the_next_paragraph_goes_on_in_the_first_person() -> None:
    text = "Karl Ebel nannte ein Beispiel: Der Umbau dauerte zehn Jahre.\n\nWir können so lange nicht mehr warten."
    found = with_pipeline(text)
    assert [(quotation.kind, len(quotation.spans)) for quotation in found] == [("direct", 2)]


DENIED = [
    (
        "Einen Streik, wie zunächst von der Zeitung berichtet, werde es nicht geben, sagte Rita Sommer.",
        "Einen Streik, wie zunächst von der Zeitung berichtet, werde es nicht geben",
        "Rita Sommer",
    ),
    (
        "Sieben Verletzte habe es nicht gegeben; es bleibe bei drei, sagte Rita Sommer.",
        "Sieben Verletzte habe es nicht gegeben; es bleibe bei drei",
        "Rita Sommer",
    ),
    (
        "Berichte, wonach am Abend im Labor geraucht wurde, wollte sie weder bestätigen noch dementieren.",
        "am Abend im Labor geraucht wurde",
        "Berichte",
    ),
]


@pytest.mark.parametrize("text, words, speaker", DENIED)
def test_who_denies_a_report_is_not_who_reported_it(text: str, words: str, speaker: str) -> None:
    found = with_pipeline(text)
    assert [shown(text, quotation) for quotation in found] == [words]
    assert found[0].speaker is not None
    assert found[0].speaker.name == speaker


def test_a_clause_with_wie_and_a_subject_still_says_whose_a_negated_sentence_is() -> None:
    found = with_pipeline("Verletzt wurde, wie die Polizei mitteilte, niemand.")
    assert [quotation.speaker.name for quotation in found if quotation.speaker] == ["Polizei"]


HALVES = [
    (
        "Die Staatsanwaltschaft hatte elf Jahre Haft gefordert, die Verteidigung plädierte auf höchstens fünf.",
        [
            ("Die Staatsanwaltschaft hatte elf Jahre Haft gefordert", "Staatsanwaltschaft"),
            ("die Verteidigung plädierte auf höchstens fünf", "Verteidigung"),
        ],
    ),
    (
        "Der Konzern strich 300 Stellen, die Gewerkschaft verlangte einen Sozialplan für alle.",
        [("die Gewerkschaft verlangte einen Sozialplan für alle", "Gewerkschaft")],
    ),
    (
        "Während die Grünen ein Tempolimit forderten, lehnte die FDP jede Vorschrift für Autofahrer ab.",
        [("lehnte die FDP jede Vorschrift für Autofahrer ab", "FDP")],
    ),
    (
        "Nach dem Unfall, bei dem drei Menschen starben, forderte der Verband strengere Kontrollen.",
        [("Nach dem Unfall, bei dem drei Menschen starben, forderte der Verband strengere Kontrollen.", "Verband")],
    ),
]


@pytest.mark.parametrize("text, expected", HALVES)
def test_a_reported_act_of_speech_holds_no_words_about_somebody_else(
    text: str, expected: list[tuple[str, str]]
) -> None:
    found = [(shown(text, one), one.speaker.name) for one in with_pipeline(text) if one.speaker]
    assert found == expected


@pytest.mark.parametrize(
    "text, speaker",
    [
        ("Ministerin Rita Sommer lobte den Plan, nannte die Kosten aber „völlig unkalkulierbar“.", "Rita Sommer"),
        ("Vergangene Woche kritisierte der Rechnungshof die Ausgaben der Stadt als zu hoch.", "Rechnungshof"),
        ("„Er war schneller als alle“, sagt einer aus dem Team.", "einer aus dem Team"),
        ("Uwe Hansen sieht dem gelassen entgegen. Hansens Fazit: Der Fall sei abgeschlossen.", "Uwe Hansen"),
    ],
)
def test_neither_things_nor_times_speak_for_somebody(text: str, speaker: str) -> None:
    assert [found.speaker.name for found in with_pipeline(text) if found.speaker] == [speaker]


@pytest.mark.parametrize("text", ["Rita Sommer kämpfte nach dem Urteil mit den Tränen."])
def test_what_comes_after_a_verdict_is_not_its_words(text: str) -> None:
    assert not with_pipeline(text)


def test_a_verb_after_a_comment_is_no_part_of_the_words() -> None:
    text = "Der Verein hat die Trennung bestätigt, lobte Ebel, nannte die Reihe aber schlimm."
    assert [shown(text, found) for found in with_pipeline(text)] == ["Der Verein hat die Trennung bestätigt"]


@pytest.mark.parametrize(
    "text, words",
    [
        (
            "Es gehe nicht an, so Karl Ebel, dass Freiwillige mit alten Wagen ausrückten.",
            "Es gehe nicht an … dass Freiwillige mit alten Wagen ausrückten",
        ),
        ("Sie hoffe, sagte Rita Sommer, das Werk zu retten.", "Sie hoffe … das Werk zu retten"),
        ("Er fürchte, sagte Karl Ebel, dass die Ernte ausfalle.", "Er fürchte … dass die Ernte ausfalle"),
        ("Der Plan sei gut, so Karl Ebel, der den Rat leitet.", "Der Plan sei gut"),
        ("Der Plan sei gut, sagte Karl Ebel, um die Wähler zu beruhigen.", "Der Plan sei gut"),
    ],
)
def test_told_words_go_on_after_a_comment_in_the_clause_that_completes_them(text: str, words: str) -> None:
    assert [shown(text, found) for found in with_pipeline(text)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Das Landgericht Osnabrück hat den Angeklagten zu zwölf Jahren Haft verurteilt.",
        "Die Kammer sprach den 29-Jährigen am Ende von allen Vorwürfen frei.",
        "Der Wagen raste auf die Sperre zu – und gab Gas.",
    ],
)
def test_acts_are_no_speech(text: str) -> None:
    assert not with_pipeline(text)


def test_to_condemn_something_is_speech() -> None:
    found = with_pipeline("Der Kanzler verurteilte den Anschlag in Rheine als feige.")
    assert [quotation.kind for quotation in found] == ["reported"]
