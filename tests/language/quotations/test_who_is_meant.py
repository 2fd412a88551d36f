"""Who speaks is called as a reader would call him: with what says who he is, and in no case but the first."""

from __future__ import annotations

import pytest

from tests.language.quotations.reader import with_pipeline

CALLED = [
    ("Nach Angaben des Vereins fällt er vier Wochen aus.", "Verein"),
    ("Nach Angaben seines Vereins fällt er vier Wochen aus.", "sein Verein"),
    ("Nach Angaben des Sanitätsdienstes wurden 18 Zuschauer verletzt.", "Sanitätsdienst"),
    ("Nach Angaben eines Zeugen stand die Tür offen.", "Zeuge"),
    ("Dem Präsidenten zufolge ist die Lage ernst.", "Präsident"),
    ("Nach Angaben zweier Personen wurde er dazu gedrängt.", "zwei Personen"),
    ("Nach Angaben einer der Personen fehlen die Unterlagen noch.", "eine der Personen"),
    ("Nach Ansicht von Fachleuten ist der Damm sicher.", "Fachleute"),
    ("Nach Informationen aus Regierungskreisen wird der Minister abgelöst.", "Regierungskreise"),
    ("Neuer Minister wird nach Angaben inländischer Medien Jörg Becker.", "inländische Medien"),
    ("Der Dienst habe versagt, sagten fünf frühere und heutige Angestellte.", "fünf frühere und heutige Angestellte"),
    ("Ein Anwalt Hollestelles sagte, die Nachricht sei alt. Bram Hollestelle schwieg.", "Anwalt Hollestelles"),
    ("Laut der Zeitung «Le Méridien» war die Regierung vorgewarnt.", "Le Méridien"),
]


@pytest.mark.parametrize("text, speaker", CALLED)
def test_who_speaks_is_called_without_the_case_of_his_place(text: str, speaker: str) -> None:
    found = with_pipeline(text)[0]
    assert (found.speaker.name if found.speaker else "") == speaker


NAMED = [
    ("Jan von der Heide kam. Von der Heide sprach von einem „guten Tag für alle“.", "Jan von der Heide"),
    ("Jan von der Heide kam. Von der Heide, der müde war, erwiderte, es reiche.", "Jan von der Heide"),
    ("Ursula von der Leyen reiste ab. „Wir kommen wieder“, sagte von der Leyen.", "Ursula von der Leyen"),
    ("Karl zu Guttenberg kam. Zu Guttenberg sagte, er gehe.", "Karl zu Guttenberg"),
    ("Von der Regierung hieß es, man prüfe den Fall.", "Regierung"),
    ("Nach Ansicht des Politologen Armin Schaller von der Universität Halle ist das falsch.", "Armin Schaller"),
    ("Karl Ebel lobte den Tag; Rita Sommer mahnte, nun müsse Ruhe einkehren.", "Rita Sommer"),
    ("Karl Ebel sprach mit Ministerin Rita Sommer. Die wiederum ließ ausrichten, sie habe keine Zeit.", "Rita Sommer"),
    ("Rita Sommer fragte Trainer Karl Ebel. Der antwortete: „Ich weiß nichts davon.“", "Karl Ebel"),
    ("Rita Sommer fragte Trainer Karl Ebel. Der alte Rat sagte, man warte.", "alter Rat"),
]


@pytest.mark.parametrize("text, speaker", NAMED)
def test_whoever_a_sentence_names_is_found(text: str, speaker: str) -> None:
    last = with_pipeline(text)[-1]
    assert (last.speaker.name if last.speaker else "") == speaker


UNNAMED = [
    ("Er hat gekauft, sagten zwei Personen, die den Plan kennen.", "zwei Personen, die den Plan kennen"),
    ("Leute, die den Plan kennen, sagen, dass er verkauft.", "Leute, die den Plan kennen"),
    ("Er hat gekauft, sagten zwei Personen mit Kenntnis der Sache.", "zwei Personen mit Kenntnis der Sache"),
    ("Ein Sprecher sagte, der Rat habe entschieden.", "Sprecher"),
    ("Es war ein Mann, der eines Tages bemerkte, dass das Wasser zu ruhig war.", "Mann"),
]


@pytest.mark.parametrize("text, speaker", UNNAMED)
def test_people_without_a_name_keep_what_says_who_they_are(text: str, speaker: str) -> None:
    (found,) = with_pipeline(text)
    assert (found.speaker.name if found.speaker else "") == speaker


SPEAKING = [
    ("Nach ersten Erkenntnissen der Polizei war ein Defekt die Ursache.", "Polizei"),
    ("Der Verein verbreitet die Nachricht, dass das Werk im Herbst schließt.", "Verein"),
    ("Dann kaufte es ein Fonds, so erzählen es Anwohner, für zwei Millionen.", "Anwohner"),
    ("Sein Parkplatz, sagte die Sprecherin, sei noch am Nachmittag neu beschriftet worden.", "Sprecherin"),
    ("Vorsatz habe man keinen gefunden, so die Ministerin, wohl aber Desinteresse.", "Ministerin"),
    ("„Über Punkte reden wir heute nicht“, hatte Trainer Ralf Sonntag nach dem Spiel gesagt.", "Ralf Sonntag"),
    ("Zuvor soll Karl Ebel der Ministerin gesagt haben, dass er geht.", "Karl Ebel"),
    ("Man habe die Büste 1911 rechtmäßig erworben, bekräftigte Direktorin Paula Sieghart.", "Paula Sieghart"),
    ("Erst müsse die Tinte trocknen, befand Gründer Karl Ebel.", "Karl Ebel"),
    ("Der Kanzler in Berlin fand lobende Worte, er sprach von einem überfälligen Schritt.", "Kanzler in Berlin"),
    ("Der Kreistag in Osterhagen hat es bedauert, die Klinik zu schließen.", "Kreistag in Osterhagen"),
    ("Er lasse sich nicht opfern, gab der Franzose danach zu verstehen, nicht für Fehler anderer.", "Franzose"),
    ("Es wurden die Ermittler gehört, und mehr Geld sei, versichern sie, nicht geflossen.", "Ermittler"),
]


@pytest.mark.parametrize("text, speaker", SPEAKING)
def test_the_speaker_is_whoever_can_speak(text: str, speaker: str) -> None:
    found = with_pipeline(text)[0]
    assert (found.speaker.name if found.speaker else "") == speaker


SHARED = [
    ("Karl Ebel will, wie er sagt, ein neues Werk bauen und hofft, dass es gelingt.", "Karl Ebel"),
    ("Der Rat versprach, ein Werk zu bauen und hofft, dass es gelingt.", "Rat"),
    ("Der Rat, der am Montag tagte, und die Stadt sagten, dass es gelingt.", "Stadt"),
    ("Am Dienstag sorgte ein Brief für Aufruhr, in dem gefordert wurde, das Werk zu schließen.", "Brief"),
]


@pytest.mark.parametrize("text, speaker", SHARED)
def test_what_belongs_to_another_verb_does_not_speak(text: str, speaker: str) -> None:
    found = with_pipeline(text)[-1]
    assert found.speaker is not None
    assert found.speaker.name == speaker
    assert not found.via


NOBODYS = [
    "Nach ersten Erkenntnissen war ein Defekt die Ursache.",
    "Das Feuer entstand nach bisherigem Kenntnisstand im Keller.",
    "Im Ort verbreitet sich die Neuigkeit, dass das Werk im Herbst schließt.",
    "In der Stadt verbreitete sich das Gerücht, dass das Werk im Herbst schließt.",
    "Ebels Enthusiasmus für Musik lässt nicht nach und hofft auch, mehr Talente anzuziehen.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_what_is_known_spreads_by_itself_or_is_felt_has_no_speaker(text: str) -> None:
    (found,) = with_pipeline(text)
    assert found.speaker is None


def test_an_object_before_the_verb_of_saying_does_not_speak() -> None:
    (found,) = with_pipeline("Karl Ebel ist neunzehn, trägt eine Mütze und hat herausgefunden, dass die Uhr nachgeht.")
    assert found.speaker is not None and found.speaker.name == "Karl Ebel"


def test_whoever_acts_before_told_words_speaks_rather_than_the_speaker_of_the_sentence_before() -> None:
    found = with_pipeline(
        "Das sei falsch, sagte Karl Ebel. Ministerin Rita Sommer bleibt vage, ihr Haus werde alles prüfen."
    )
    assert [one.speaker.name for one in found if one.speaker] == ["Karl Ebel", "Rita Sommer"]


def test_what_the_writer_has_done_is_no_told_speech() -> None:
    found = with_pipeline("Das sei falsch, sagte Karl Ebel. Falls er mitliest, ich habe den Hund vergrößert.")
    assert len(found) == 1


def test_a_man_is_not_several_people_of_the_sentence_before() -> None:
    found = with_pipeline("Deutsche Investoren sparen Steuern. Später versprach er der Stadt, in die Liga zu steigen.")
    assert all(one.speaker is None or one.speaker.name != "Deutsche Investoren" for one in found)


def test_whoever_has_just_spoken_goes_on_whatever_the_work() -> None:
    found = with_pipeline("Man habe gelacht, erzählt ein Laborant. Die Stellen stünden nun auf der Kippe, sagt er.")
    assert [one.speaker.name for one in found if one.speaker] == ["Laborant", "Laborant"]


def test_she_may_be_the_body_of_the_sentence_before() -> None:
    found = with_pipeline(
        "Das sagte die Staatsanwaltschaft. Die Gewerkschaft hatte zum Streik aufgerufen. Sie verlangt mehr Lohn."
    )
    assert found[-1].speaker is not None and found[-1].speaker.name == "Gewerkschaft"


def test_a_disaster_claims_lives_without_saying_so() -> None:
    assert not with_pipeline("Ein Murgang im Tal fordert Todesopfer.")


def test_swiss_spelling_is_read_like_german() -> None:
    (found,) = with_pipeline("Passwörter habe man keine festgestellt, heisst es aus dem Ministerium.")
    assert found.cue is not None and found.cue.text == "heisst"
    assert found.speaker is not None and found.speaker.name == "Ministerium"
