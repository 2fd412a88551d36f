from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.language.stories import made
from tui.language.model import Analysis, Entity
from tui.language.naming import unify_names


def unified(*texts: str, speakers: tuple[str, ...] = ()) -> tuple[Analysis, ...]:
    pairs = [made(number, text, speakers if number == 0 else ()) for number, text in enumerate(texts)]
    return unify_names([analysis for _, analysis in pairs], [article for article, _ in pairs])


def names(analysis: Analysis) -> dict[str, str]:
    return {entity.text: entity.name for entity in analysis.entities}


def every(analyses: Sequence[Analysis]) -> list[Entity]:
    return [entity for analysis in analyses for entity in analysis.entities]


def test_full_name_surname_given_name_and_genitive_are_one_person_across_articles() -> None:
    story = unified(
        "[PER Anna Berger] kam. [PER Berger] blieb.",
        "[PER Bergers] Plan half. [PER Anna] ging.",
    )
    assert {entity.name for entity in every(story)} == {"Anna Berger"}


def test_two_people_of_one_surname_stay_two() -> None:
    story = unified(
        "[PER Anna Müller] trat zurück. [PER Müller] dankte allen.",
        "[PER Peter Müller] wird Nachfolger. [PER Müller] zögerte.",
    )
    assert names(story[0]) == {"Anna Müller": "Anna Müller", "Müller": "Anna Müller"}
    assert names(story[1]) == {"Peter Müller": "Peter Müller", "Müller": "Peter Müller"}


def test_a_bare_surname_goes_on_to_mean_whom_it_meant_before() -> None:
    (analysis,) = unified(
        "[PER Anna Müller] ging. [PER Müller] weinte. [PER Peter Müller] kam. [PER Müller] lachte.",
    )
    assert [e.name for e in analysis.entities] == ["Anna Müller", "Anna Müller", "Peter Müller", "Anna Müller"]


def test_a_surname_that_could_be_two_people_stays_by_itself() -> None:
    story = unified("[PER Anna Müller] ging.", "[PER Peter Müller] kam.", "[PER Müller] schwieg.")
    assert names(story[2]) == {"Müller": "Müller"}


def test_initials_and_middle_names_do_not_make_another_person() -> None:
    story = unified(
        "[PER Donald J. Trump] sprach.", "[PER Donald Trump] sprach. [PER Donald Trump] ging.", "[PER D. Trump]"
    )
    assert {entity.name for entity in every(story)} == {"Donald Trump"}


def test_father_and_son_with_other_middle_names_stay_two() -> None:
    (analysis,) = unified("[PER George W. Bush] kam. [PER George H. W. Bush] ging. [PER George Bush] blieb.")
    assert len({entity.name for entity in analysis.entities[:2]}) == 2


def test_particles_belong_to_the_surname() -> None:
    (analysis,) = unified("[PER Ursula von der Leyen] kam. [PER von der Leyen] sprach. [PER Leyen] ging.")
    assert {entity.name for entity in analysis.entities} == {"Ursula von der Leyen"}


def test_spelling_variants_of_a_company_are_one() -> None:
    story = unified("[ORG OpenAI] und [ORG OpenAIs] Chef", "[ORG Open AI], [ORG openAI] und [ORG OpenAI]")
    assert {entity.name for entity in every(story)} == {"OpenAI"}


def test_an_abbreviation_is_spelled_out_where_the_story_does() -> None:
    story = unified("Das [ORG Zweites Deutsches Fernsehen] sendet.", "Das [ORG ZDF] sendet, sagt das [ORG ZDF].")
    assert {entity.name for entity in every(story)} == {"Zweites Deutsches Fernsehen"}


def test_an_abbreviation_that_no_model_found_is_found_by_the_long_name() -> None:
    (analysis,) = unified("Die [ORG Neue Zeitung] schrieb es. Die NZ blieb dabei.")
    assert [entity.name for entity in analysis.entities] == ["Neue Zeitung", "Neue Zeitung"]


def test_two_names_that_a_model_joined_are_taken_apart() -> None:
    alone = "[PER Berger] kam zu [ORG Nordwerk]. " * 3
    story = unified(alone, "Im Mai fusionierte [ORG Berger Nordwerk] mit Bonn.")
    assert [(entity.text, entity.label) for entity in story[1].entities] == [("Berger", "PER"), ("Nordwerk", "ORG")]


def test_adjectives_in_a_name_may_be_inflected() -> None:
    story = unified("Die [ORG Europäische Union] tagt, so die [ORG EU].", "In der [ORG Europäischen Union]")
    assert {entity.name for entity in every(story)} == {"Europäische Union"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Laut [ORG Rheinischer Post] regnet es.", "Rheinische Post"),
        ("Laut [ORG Frankfurter Allgemeiner Zeitung] regnet es.", "Frankfurter Allgemeine Zeitung"),
        ("Laut [ORG Deutschem Wetterdienst] regnet es.", "Deutscher Wetterdienst"),
        ("Laut [ORG Auswärtigem Amt] regnet es.", "Auswärtiges Amt"),
        ("Der [ORG Süddeutschen Zeitung] zufolge regnet es.", "Süddeutsche Zeitung"),
        ("Laut [ORG Berliner Zeitung] regnet es.", "Berliner Zeitung"),
        ("Es sprach [ORG Deutscher Wetterdienst].", "Deutscher Wetterdienst"),
        ("Für den [ORG Bayerischen Rundfunk] regnet es.", "Bayerischen Rundfunk"),
    ],
)
def test_a_body_named_in_another_case_is_called_as_it_stands_alone(text: str, name: str) -> None:
    (analysis,) = unified(text)
    assert [entity.name for entity in analysis.entities] == [name]


def test_a_genitive_after_an_inflected_adjective_is_the_same_body() -> None:
    story = unified("Das [ORG Statistische Bundesamt] zählt.", "Zahlen des [ORG Statistischen Bundesamts] fehlen.")
    assert {entity.name for entity in every(story)} == {"Statistische Bundesamt"}


def test_an_agency_in_small_letters_is_the_agency() -> None:
    (analysis,) = unified("Die [ORG Deutsche Presse-Agentur] meldet es. Die [ORG dpa] bleibt dabei.")
    assert {entity.name for entity in analysis.entities} == {"Deutsche Presse-Agentur"}


def test_an_abbreviation_of_two_names_stays_by_itself() -> None:
    story = unified("Der [ORG Deutscher Fußballbund] und der [ORG Dortmunder Filmverein]", "Der [ORG DF] und [ORG DF]")
    assert names(story[1]) == {"DF": "DF"}


def test_legal_forms_do_not_make_another_company() -> None:
    (analysis,) = unified("[ORG Nordwerk AG] baut. [ORG Nordwerk] spart. [ORG Nordwerk] wächst.")
    assert {entity.name for entity in analysis.entities} == {"Nordwerk"}


def test_a_division_of_a_company_is_the_company_but_its_head_is_not() -> None:
    (analysis,) = unified("[ORG Nordwerk] baut. Die [ORG Nordwerk-Abteilung] und der [MISC Nordwerk-Chef] kamen.")
    assert [entity.name for entity in analysis.entities] == ["Nordwerk", "Nordwerk", "Nordwerk-Chef"]


def test_the_short_form_of_a_paper_is_the_paper() -> None:
    (analysis,) = unified("[ORG Business Insider] schrieb es. Wie [ORG Insider] meldet, stimmt es.")
    assert {entity.name for entity in analysis.entities} == {"Business Insider"}


def test_a_genitive_is_only_cut_where_the_shorter_name_stands() -> None:
    (analysis,) = unified("[PER Jens] reist nach [LOC Paris]. [LOC Paris] ist groß.")
    assert names(analysis) == {"Jens": "Jens", "Paris": "Paris"}


def test_a_name_found_in_one_place_is_found_in_the_others_but_not_inside_compounds() -> None:
    story = unified(
        "[ORG Nordwerk] baut. [ORG Nordwerk] spart.", "Dann kam Nordwerk. Nordwerks Chef und der Nordwerk-Chef"
    )
    assert [entity.text for entity in story[1].entities] == ["Nordwerk", "Nordwerks"]


def test_one_error_of_the_model_is_not_spread() -> None:
    story = unified("Er mag [LOC Chaos] sehr.", "Das Chaos blieb. Im Chaos half keiner.")
    assert story[1].entities == ()


def test_the_label_of_most_places_is_the_label_of_all() -> None:
    story = unified("[ORG Nordwerk] baut. [ORG Nordwerk] spart.", "[PER Nordwerk] wächst.")
    assert {entity.label for entity in every(story)} == {"ORG"}


def test_a_surname_with_two_labels_is_the_persons() -> None:
    (analysis,) = unified("[PER Anna Berger] kam. [PER Berger] ging. [LOC Bergers] Plan half.")
    assert {(entity.label, entity.name) for entity in analysis.entities} == {("PER", "Anna Berger")}


def test_speakers_get_the_name_that_the_story_uses() -> None:
    story = unified("Das sei gut, sagte [PER Berger].", "[PER Anna Berger] sprach.", speakers=("Berger",))
    speaker = story[0].quotations[0].speaker
    assert speaker is not None and speaker.name == "Anna Berger"


def test_titles_and_line_breaks_are_no_part_of_a_name() -> None:
    (analysis,) = unified("[PER Dr. Anna Berger] kam. [ORG Nordwerk\nNeues] baut.")
    assert [entity.text for entity in analysis.entities] == ["Anna Berger", "Nordwerk"]


NAMES = st.sampled_from(
    ["Anna Müller", "Müller", "Müllers", "Open AI", "OpenAI", "X", "X Corp", "Dr.", "“", "FT", "s", "-"]
)
TEXTS = st.lists(st.tuples(st.sampled_from(["PER", "ORG", "LOC", "MISC", ""]), NAMES), max_size=8)


@given(st.lists(TEXTS, min_size=1, max_size=3))
@settings(max_examples=150, deadline=None)
def test_any_story_gives_entities_inside_the_text_that_do_not_overlap(story: list[list[tuple[str, str]]]) -> None:
    texts = [" und ".join(f"[{label} {name}]" if label else name for label, name in text) for text in story]
    pairs = [made(number, text) for number, text in enumerate(texts)]
    for (article, _), analysis in zip(pairs, unified(*texts), strict=True):
        position = 0
        for entity in analysis.entities:
            assert position <= entity.start < entity.end <= len(article.text)
            assert entity.text == article.text[entity.start : entity.end] and entity.name
            position = entity.end
