from __future__ import annotations

import pytest

from tests.language.quotations.reader import quotations, shown, with_pipeline

SPOKEN = [
    ("Der Minister sagte, dass die Steuern sinken.", "dass die Steuern sinken", "Der Minister"),
    ("Die Ministerin erklärte am Montag, man habe alles geprüft.", "man habe alles geprüft", "Die Ministerin"),
    ("Laut Polizei wurden drei Menschen verletzt.", "wurden drei Menschen verletzt", "Polizei"),
    (
        "Bei dem Unfall wurden nach Angaben der Polizei drei Menschen verletzt.",
        "Bei dem Unfall wurden … drei Menschen verletzt",
        "Angaben der Polizei",
    ),
    ("Einem Bericht zufolge ist das Werk geschlossen.", "ist das Werk geschlossen", "Einem Bericht"),
    ("Das Werk werde geschlossen, sagte die Sprecherin.", "Das Werk werde geschlossen", "die Sprecherin"),
    ("Das Werk ist geschlossen, so die Sprecherin.", "Das Werk ist geschlossen", "die Sprecherin"),
    (
        "Wie die Polizei mitteilte, ist die Straße wieder frei.",
        "ist die Straße wieder frei",
        "die Polizei",
    ),
    ("Die Ursache sei unklar, heißt es in dem Bericht.", "Die Ursache sei unklar", "dem Bericht"),
    ("Der Konzern kündigte an, das Werk zu schließen.", "das Werk zu schließen", "Der Konzern"),
    ("Die Polizei fragte, ob jemand etwas gesehen habe.", "ob jemand etwas gesehen habe", "Die Polizei"),
    ("Die Regierung teilte mit, dass sie Hilfe schicke.", "dass sie Hilfe schicke", "Die Regierung"),
]


@pytest.mark.parametrize("text, words, speaker", SPOKEN)
def test_told_words_are_found_with_their_speaker(text: str, words: str, speaker: str) -> None:
    found = [quotation for quotation in quotations(text) if quotation.kind == "indirect"]
    assert [shown(text, quotation) for quotation in found] == [words]
    assert found[0].speaker is not None
    assert found[0].speaker.text == speaker


@pytest.mark.parametrize(
    "text",
    [
        "Nach dem Spiel gingen alle nach Hause.",
        "Der Turm ist so hoch wie ein Baum.",
        "Das neue Werk soll im Mai öffnen.",
        "Er wurde nach drei Tagen entlassen.",
        "Der Kreistag wird nicht, wie vorgesehen, am 28. Oktober entscheiden, sondern am 4. November.",
    ],
)
def test_temporal_and_planned_things_are_nobodys_words(text: str) -> None:
    assert not quotations(text)


def test_speech_that_goes_on_in_the_konjunktiv_keeps_its_speaker() -> None:
    text = "Der Minister sagte, man habe alles geprüft. Die Lage sei ernst. Es gebe keinen Ausweg."
    told = [quotation for quotation in quotations(text) if quotation.kind == "free-indirect"]
    assert [shown(text, quotation) for quotation in told] == ["Die Lage sei ernst. Es gebe keinen Ausweg."]
    assert told[0].speaker is not None
    assert told[0].speaker.text == "Der Minister"


def test_hearsay_is_found_and_its_unknown_origin_not_guessed() -> None:
    found = quotations("Bei dem Angriff sollen drei Menschen getötet worden sein.")
    assert [(quotation.kind, quotation.speaker) for quotation in found] == [("free-indirect", None)]


def test_an_act_of_speech_without_its_words_is_reported() -> None:
    found = quotations("Die Opposition forderte eine Regulierung der Banken.")
    assert [quotation.kind for quotation in found] == ["reported"]


def test_a_paper_that_refers_to_somebody_is_kept_beside_him() -> None:
    text = "Der Spiegel berichtete unter Berufung auf Diplomaten, dass die Gespräche gescheitert seien."
    found = quotations(text, [("Der Spiegel", "ORG")])
    assert found[0].speaker is not None
    assert found[0].speaker.text == "Diplomaten"
    assert [reference.name for reference in found[0].via] == ["Der Spiegel"]


def test_a_sentence_that_only_names_the_speaker_points_back() -> None:
    text = "Der Flughafen bleibt heute geschlossen. Das teilte die Polizei mit."
    found = quotations(text)
    assert [shown(text, quotation) for quotation in found] == ["Der Flughafen bleibt heute geschlossen"]


def test_a_named_paper_behind_the_verb_speaks_and_not_the_thing_before_it() -> None:
    text = "Die neue Lage, berichtet die Ulmer Zeitung heute, dass der Verein das Stadion gekauft hat."
    found = [quotation for quotation in quotations(text, [("Ulmer Zeitung", "ORG")]) if quotation.kind == "indirect"]
    assert [quotation.speaker.text for quotation in found if quotation.speaker] == ["die Ulmer Zeitung"]


def test_an_act_looked_back_on_or_without_matter_is_no_quotation() -> None:
    for text in (
        "Der Verein hatte den Umbau im Mai gefordert.",
        "Die Partei begrüßt die Entscheidung.",
        "Der Verein wollte eine Regelung verlangen.",
    ):
        assert quotations(text) == ()
    (found,) = quotations("Der Verein forderte eine Regelung für den Umbau.")
    assert found.kind == "reported"


def test_a_speaker_is_shown_with_both_its_marks() -> None:
    text = "Der Kanzler habe abgesagt, berichtet die «Blick»-Zeitung."
    (found,) = quotations(text, [("Blick»-Zeitung", "ORG")])
    assert found.speaker is not None
    assert found.speaker.text == "die «Blick»-Zeitung"
    assert found.speaker.name == "Blick-Zeitung"


def test_a_pointing_word_speaks_only_with_the_clause_that_says_who_is_meant() -> None:
    (found, *_) = quotations("Der Umbau beginnt laut denen, die die Pläne kennen, im Mai.")
    assert found.speaker is not None
    assert found.speaker.text == "denen, die die Pläne kennen"


def test_words_of_nobody_have_no_speaker() -> None:
    for text in ("Angaben zufolge ist der Zug entgleist.", "Seine Karriere zeigt, dass er recht behalten werde."):
        for found in quotations(text):
            assert found.speaker is None


def test_a_lone_question_word_is_nobodys_words() -> None:
    assert quotations("Nadine Koch erwartet ein Kind und weiß nicht mehr, wo.", [("Nadine Koch", "PER")]) == ()
    (found,) = quotations("Nadine Koch weiß nicht, wo ihr Kind zur Welt kommt.", [("Nadine Koch", "PER")])
    assert found.speaker is not None


def test_a_noun_that_names_the_words_is_not_their_speaker() -> None:
    (found,) = quotations("Berg habe ihn hintergangen, lautete die Begründung.", [("Berg", "PER")])
    assert found.speaker is None and found.cue is not None and found.cue.text == "lautete"


def test_the_words_of_a_report_are_those_of_the_person_behind_it() -> None:
    (found,) = quotations("Nach Angaben von Peter Beck ist der Turm eingestürzt.", [("Peter Beck", "PER")])
    assert found.speaker is not None
    assert found.speaker.name == "Peter Beck"


def test_plans_told_after_an_announcement_belong_to_it() -> None:
    text = "Der Minister kündigte an, die Regeln zu ändern. So sollen die Gebühren sinken."
    kinds = [q.kind for q in quotations(text)]
    assert kinds == ["indirect", "free-indirect"]


def test_what_a_message_is_said_to_show_are_the_words_before() -> None:
    text = "Der Leim war falsch gemischt. Dies geht aus einer Mitteilung des Verbandes hervor."
    (found,) = quotations(text)
    assert shown(text, found) == "Der Leim war falsch gemischt"
    assert found.speaker is not None
    assert found.speaker.text == "einer Mitteilung des Verbandes"


def test_an_infinitive_goes_on_past_the_relative_clause_in_it() -> None:
    text = "Die Firma forderte alle auf, das Training von Programmen, die zu groß sind, für ein Jahr auszusetzen."
    found = [q for q in quotations(text) if q.kind == "indirect"]
    assert shown(text, found[0]).startswith("das Training")


def test_a_letter_speaks_in_the_clause_that_tells_what_is_in_it() -> None:
    text = "Er hat einen Brief angeführt, in dem eine Pause beim Umbau gefordert wird."
    (found,) = [q for q in quotations(text) if q.kind == "reported"]
    assert shown(text, found) == "in dem eine Pause beim Umbau gefordert wird"
    assert found.speaker is not None
    assert found.speaker.name == "Brief"


@pytest.mark.parametrize(
    "text, words, speaker",
    [
        ("Der Minister sagte, das Werk wird im Mai geschlossen.", "das Werk wird im Mai geschlossen", "Der Minister"),
        ("Als Aufgabe sah es Karl Ebel an, den Haushalt zu ordnen.", "den Haushalt zu ordnen", "Karl Ebel"),
        ("Das Gericht sah es als erwiesen an, dass er log.", "dass er log", "Das Gericht"),
        ("Der Rat denkt darüber nach, den Turm zu sperren.", "den Turm zu sperren", "Der Rat"),
        ("Berlin (dpa) - Laut Polizei wurde niemand verletzt.", "wurde niemand verletzt", "Polizei"),
        (
            "Nach Angaben von Karl Ebel, Sprecher der Polizei, wurde niemand verletzt.",
            "wurde niemand verletzt",
            "Angaben von Karl Ebel, Sprecher der Polizei",
        ),
        ("Aus der Union kommt die Forderung, auch Ebel müsse gehen.", "auch Ebel müsse gehen", "der Union"),
        ("In einem Bericht wurde vermutet, dass niemand lebt.", "dass niemand lebt", "einem Bericht"),
        ("Zuvor hatte ein Sprecher, Karl Ebel, erklärt, man habe Zeit.", "man habe Zeit", "ein Sprecher, Karl Ebel"),
        ("Die Gutachter loben den Bau, sagen aber, er sei teuer.", "er sei teuer", "Die Gutachter"),
        ("Vorwürfe werden laut, dass Ebel gelogen habe.", "dass Ebel gelogen habe", ""),
        ("Nach dem Grundgesetz wählt ihn der Bundestag.", "wählt ihn der Bundestag", "dem Grundgesetz"),
    ],
)
def test_told_words_with_an_indicative_an_infinitive_or_a_law(text: str, words: str, speaker: str) -> None:
    (found,) = with_pipeline(text)
    assert (shown(text, found), found.speaker.text if found.speaker else "") == (words, speaker)


def test_what_is_told_by_the_speaker_before_is_not_given_to_the_noun_in_it() -> None:
    text = "Ein Sprecher sagte, man habe gewarnt. Es gebe aber Hinweise, dass einzelne Konten betroffen seien."
    assert {one.speaker.text for one in with_pipeline(text) if one.speaker} == {"Ein Sprecher"}


@pytest.mark.parametrize(
    "text, speaker",
    [
        ("Der Kommissar Karl Ebel nannte den Beschluss einen fairen Kompromiss.", "Karl Ebel"),
        ("Die Polizei geht von Suizid aus.", "Polizei"),
        ("Experten halten einen Preis von 60 Dollar für wahrscheinlich.", "Experten"),
        ("Den Schaden beziffert der Verband auf zwei Millionen Euro.", "Verband"),
    ],
)
def test_a_judgement_is_told_as_speech(text: str, speaker: str) -> None:
    (found,) = with_pipeline(text)
    assert (found.kind, found.speaker.name if found.speaker else "") == ("reported", speaker)


def test_what_is_seen_or_held_in_the_hand_is_no_judgement() -> None:
    for text in ("Die Zuschauer sahen in der 51. Minute ein Tor.", "Er hält den Weltrekord.", "Er rechnet mit ihm ab."):
        assert with_pipeline(text) == ()
