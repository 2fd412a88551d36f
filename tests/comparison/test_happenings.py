import pytest

from tui.comparison.happenings import kinds_of_event


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Der Kanzler setzte den Minister vor die Tür.", "Der Minister wurde gefeuert."),
        ("Drei Menschen kamen ums Leben.", "Es gab drei Tote."),
        ("Der Minister tritt am Montag zurück.", "Der Rücktritt des Ministers folgt am Montag."),
    ],
)
def test_different_words_tell_of_one_kind_of_event(first: str, second: str) -> None:
    assert kinds_of_event(first) & kinds_of_event(second)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Die Gasthöfe füllen sich.", "energy"),
        ("Vor dem Landesamt für Verfassungsschutz parken Busse.", "constitution"),
        ("Die Lotsin steuerte den Frachter.", "tax"),
        ("Zwanzig Haushalte sind ohne Wasser.", "budget"),
        ("Die Krankenkassen stellen um.", "illness"),
        ("Am Feierabend ist es still.", "celebrate"),
        ("Die Brücke ist fertig.", "produce"),
        ("Ein Unternehmensberater zog ein.", "talk"),
        ("Ein Berater zog ein.", "talk"),
        ("Die Feuerwehr legt den Schlauch nieder.", "resign"),
        ("Die Rosen sind gesetzt.", "law"),
        ("Deiche schützen das Dorf.", "shoot"),
        ("Die Schüssel ist aus Ton.", "shoot"),
        ("Dem Aufsichtsrat gehören zwölf Frauen an.", "ban"),
        ("Der Weg betrug acht Kilometer.", "betray"),
        ("Der Brand ist erloschen, das Dorf erlöst.", "revenue"),
        ("Das Flutlicht fiel aus.", "disaster"),
        ("Klagenfurt liegt am See.", "charge"),
    ],
)
def test_a_word_that_only_begins_like_another_tells_of_no_event_of_its_kind(words: str, kind: str) -> None:
    assert kind not in kinds_of_event(words)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Die Gaspreise steigen.", "energy"),
        ("Das verfassungswidrige Vorhaben ruht.", "constitution"),
        ("Die Steuererhöhungen kommen später.", "tax"),
        ("Der Haushaltsentwurf liegt vor.", "budget"),
        ("Die Krankheit ist selten.", "illness"),
        ("Sie feierten bis in die Nacht.", "celebrate"),
        ("Das Werk fertigt Pumpen.", "produce"),
        ("Die Länder beraten am Freitag.", "talk"),
        ("Sie legt ihr Amt im Mai nieder.", "resign"),
        ("Die gesetzliche Frist endet.", "law"),
        ("Vor dem Haus fielen Schüsse.", "shoot"),
        ("Die Erlöse sinken.", "revenue"),
        ("Die Flutwelle kam nachts.", "disaster"),
        ("Die Klage ist eingegangen.", "charge"),
    ],
)
def test_the_words_that_are_meant_by_a_beginning_tell_of_its_kind(words: str, kind: str) -> None:
    assert kind in kinds_of_event(words)
