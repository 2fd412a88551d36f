import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.language.sentences import LONGEST, sentence_spans

GOLD = Path(__file__).parents[1] / "gold" / "seeds"
SEEDS = Path(__file__).parents[2] / "seeds"


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


WHOLE = [
    "Nach Art. 9 und Art. IV der Satzung gilt das seit Jan. 2021, auch am 15. Jan. Abends nicht.",
    "Er las es auf Wetter.Com und ging.",
    "Am 29. März sorgte ein Brief für Aufruhr.",
    "Es war der 5. Bundeskanzler der 20. Legislaturperiode.",
    "Die 1. Kammer und der 2. Senat berieten am 3. und 4. Mai 2021.",
    "Das betrifft z. B. Autos, d. h. Pkw, u. a. von Herrn Dr. Meier und Prof. Dr. h. c. Schulz.",
    "Sie zahlten 3 Mio. Euro bzw. 2,5 Mrd. US-Dollar an die Müller GmbH & Co. KG aus Köln.",
    "Der Roman von J. K. Rowling erschien bei X.ai und auf beispiel.de.",
    "Laut § 5 Abs. 2 Nr. 3 StGB vgl. Art. 20 gilt das nicht.",
    "Das war ca. 200 v. Chr. in Rom.",
    "Die Fa. Schmidt in der Hauptstr. 5 schloss.",
    "Um 18.30 Uhr kamen 1.000 Gäste für 3.50 Euro.",
    "„Eine Menge Leute investieren darin. . . es ist real“, sagte die Person.",
    "Er dachte ... und schwieg … dann lange.",
    "„Geht das?“, fragte er und „Nein!“ rief sie.",
    "Die Zeitung (sie gehört dem Verlag. Das ist bekannt.) schrieb es auf.",
    "Kaiser Wilhelm II. besuchte Heinrich IV. im 11. Jahrhundert.",
    "Yahoo! meldete das auf www.yahoo.com/news.Html am Abend.",
    "Version 2.0 von ASP.NET und Node.js lief auf Windows 3.11 weiter.",
    "Der König (später Kaiser Wilhelm I.) Preußens wohnte dort.",
    "Dann verlor Pokalsieger 1. FC Nürnberg im 15. Jh. gegen sein op. 40 von Müller et al. Schmidt.",
    "Am 587. Tag feierte er seinen schon 150. Sieg in der insgesamt 300. Partie.",
    "Das Land trat als 193. Mitgliedstaat bei, und sie feiert 100. Geburtstag.",
    "Die E-Mail von a.b@beispiel.de kam an.",
    "Der 3. Oktober, der 2. Elfmeter und die 1. Zweitstimme zählten.",
]


@pytest.mark.parametrize("sentence", WHOLE)
def test_a_full_stop_inside_a_sentence_does_not_end_it(sentence: str) -> None:
    assert split(sentence) == [sentence]


PAIRS = [
    ("Niemand wollte mitmachen.", "", "Es blieb ruhig."),
    ("Sie liebten Feste jeder Art.", " ", "Ministerin Ebel kam oft."),
    ("Das behauptet auch Jan.", " ", "Karla bestreitet es."),
    ("Musk kaufte GPUs, um sich anzuschließen.", "", "Ist das ein Schlag?"),
    ("Er kam im Jahr 2018.", " ", "Danach ging er."),
    ("Er kam im Jahr 2018.", "", "Danach ging er."),
    ("Sie kauften Kräne, Schiffe usw.", " ", "Die Rechnung kam später."),
    ("„Ja.“", " ", "Es war klar."),
    ("Er sagte: „Ja.“", " ", "„Nein“, sagte sie."),
    ("»Wir gehen.«", " ", "Das war alles."),
    ("«Zu oft hat er mein Vertrauen gebrochen.»", " ", "Hinnehmen könne er das nicht."),
    ('"Wir gehen."', " ", '"Wohin?" fragte sie.'),
    ("Das kostete 5 Mio.", " ", "Der Staat zahlte."),
    ("Er wohnt in der Hauptstr.", " ", "Dort ist es laut."),
    ("Was nun?", " ", "Keiner weiß es!"),
    ("Er hatte 35 Prozent.", " ", "2015 waren es 20."),
    ("Den X-Vertrag trägt er .", " ", "Dann nicht."),
    ("Sie gewannen mit 3:2.", " ", "Bayern verlor."),
    ("Sie gewannen Platz 3.", " ", "Bayern verlor."),
    ("Das sind die USA.", " ", "iPhones sind dort billig."),
    ("Er ging …", " ", "Sie blieb."),
    ("Damals waren es noch 587.", " ", "Chefärztin Dr. Seidler geht."),
    ("Der Wert liegt bei knapp 145.", " ", "Oberhausen hat mehr."),
    ("Die Zahl der Toten liegt bei 16.", " ", "Zwei Menschen werden vermisst."),
    ("Titel ohne Punkt", "\n\n", "Der Text beginnt."),
    ("Das Ende (siehe oben).", " ", "Der Anfang."),
]


@pytest.mark.parametrize(("first", "between", "second"), PAIRS)
def test_a_sentence_ends_where_the_next_one_begins(first: str, between: str, second: str) -> None:
    assert split(first + between + second) == [first, second]


def test_list_entries_are_sentences_of_their_own() -> None:
    assert split("Es gibt:\n- Äpfel\n- Birnen") == ["Es gibt:", "- Äpfel", "- Birnen"]


def test_lines_broken_by_an_editor_stay_one_sentence() -> None:
    assert split("Der Minister\ntrat zurück.") == ["Der Minister\ntrat zurück."]


def test_a_text_without_full_stops_is_cut_so_that_it_can_be_read() -> None:
    spans = sentence_spans("wort " * 5_000)
    assert max(end - start for start, end in spans) <= LONGEST


def test_the_sentences_of_the_seeds_are_found() -> None:
    gold = json.loads((GOLD / "sentences.json").read_text("utf-8"))
    right = found = 0
    for path in sorted(SEEDS.glob("*.txt")):
        text = path.read_bytes().decode("utf-8-sig")
        position, spans = 0, set()
        for line in text.split("\n"):
            spans.update(sentence_spans(text, position, position + len(line)))
            position += len(line) + 1
        right += len(spans & {(s["start"], s["end"]) for s in gold if s["article"] == path.name})
        found += len(spans)
    assert 2 * right / (found + len(gold)) >= 0.98


MARKS = st.text(alphabet="aB1 .!?…\"'„“»«()-\n,:äÖ;[]", max_size=200)


@given(MARKS | st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_text_is_cut_into_sentences_in_order_that_hold_all_its_words(text: str) -> None:
    position = 0
    for start, end in sentence_spans(text):
        assert position <= start < end <= len(text)
        assert not text[position:start].strip()
        assert not text[start].isspace() and not text[end - 1].isspace()
        position = end
    assert not text[position:].strip()
