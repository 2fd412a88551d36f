"""Word lists of quotation and the forms that are made from them."""

from __future__ import annotations

import pytest

from tui.language.lexicon import read_lexicon
from tui.language.quotations.lexicon import verb_forms
from tui.language.quotations.roles import described, is_role


@pytest.mark.parametrize(
    "form, shape",
    [
        ("bezweifle", "sub"),
        ("bezweifele", "sub"),
        ("bedaure", "sub"),
        ("gäben", "sub"),
        ("erwog", "fin"),
        ("verschwieg", ""),
        ("offenbart", "part"),
        ("gegeißelt", "part"),
        ("vorhielt", "fin"),
        ("verwiesen", "part"),
    ],
)
def test_forms_of_verbs_of_saying_are_made_by_the_rules_of_german(form: str, shape: str) -> None:
    assert shape in [verb.shape for verb in verb_forms().get(form, ())] or (not shape and form not in verb_forms())


def test_no_participle_is_taken_for_a_konjunktiv() -> None:
    assert "sub" not in [verb.shape for verb in verb_forms()["verwiesen"]]


def test_a_verb_has_one_prefix_at_most() -> None:
    entries = [entry for section in read_lexicon("quotations/verbs").values() for entry in section]
    assert [entry for entry in entries if entry.count("|") > 1] == []


@pytest.mark.parametrize(
    "noun", ["Zeugin", "Biologin", "Anwältin", "Rechtsanwälte", "Ärzten", "Gesundheitslandesrätin"]
)
def test_women_and_several_are_known_by_the_noun_of_one_man(noun: str) -> None:
    assert is_role(noun)


@pytest.mark.parametrize("noun", ["Verträge", "Märkte", "Medizin", "Termin", "Berlin"])
def test_other_nouns_are_nobodys_work(noun: str) -> None:
    assert not is_role(noun)


def test_what_somebody_does_takes_up_a_person_but_an_office_does_not() -> None:
    assert described("Innenverteidiger")
    assert described("Krankenpflegerin")
    assert not described("Kanzlerin")
