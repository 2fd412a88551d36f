import dataclasses
import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from tui.articles.model import Article, Block
from tui.language.analyse import ALL_PARTS, analyse
from tui.language.pipeline import Pipeline, PipelineMissing, analysis_key, load_pipeline
from tui.language.sentence_component import FACTORY
from tui.language.tokens import cut_better

TEXT = (
    "Titel hier\n\nAnna Berger kam am 3. Mai.\n\n"
    "Werbung von Anna Berger!\n\nSie zahlte 5 Euro, sagte Berger.Dann ging sie."
)


def article(text: str = TEXT, folded: str = "Werbung von Anna Berger!") -> Article:
    blocks, position = [], 0
    for line in text.split("\n"):
        if line.strip():
            role = "boilerplate" if line == folded else "paragraph"
            blocks.append(Block(position, position + len(line), "title" if position == 0 else role, "made"))  # type: ignore[arg-type]
        position += len(line) + 1
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article("a", "a.txt", text, digest, "Titel", "text", tuple(blocks))


@pytest.fixture(scope="module")
def small() -> Pipeline:
    """A pipeline without weights, whose names come from a list."""
    nlp = spacy.blank("de")
    cut_better(nlp)
    nlp.add_pipe(FACTORY)
    ruler = nlp.add_pipe("entity_ruler")
    patterns = [("PERSON", "Anna Berger"), ("PER", "Berger"), ("GPE", "Bonn"), ("DATE", "Mai"), ("THING", "Titel")]
    ruler.add_patterns([{"label": label, "pattern": words} for label, words in patterns])  # type: ignore[attr-defined]
    return Pipeline(nlp, "1", "small", ("A note.",))


def test_only_own_blocks_are_read_and_everything_stands_where_it_says(small: Pipeline) -> None:
    found = analyse(article(), small, frozenset({"sentences", "entities", "values", "tokens"}))
    shown = [TEXT[sentence.start : sentence.end] for sentence in found.sentences]
    assert shown == [
        "Titel hier",
        "Anna Berger kam am 3. Mai.",
        "Sie zahlte 5 Euro, sagte Berger.",
        "Dann ging sie.",
    ]
    assert [TEXT[entity.start : entity.end] for entity in found.entities] == ["Titel", "Anna Berger", "Berger"]
    assert [value.text for value in found.values] == ["am 3. Mai", "5 Euro"]
    assert TEXT[found.tokens[-1].start : found.tokens[-1].end] == "." and found.notes == ("A note.",)


def test_labels_of_other_pipelines_become_the_four_of_the_room(small: Pipeline) -> None:
    found = analyse(article("Anna Berger fuhr im Mai nach Bonn zur Titel AG."), small, frozenset({"entities"}))
    assert [(entity.text, entity.label) for entity in found.entities] == [
        ("Anna Berger", "PER"),
        ("Bonn", "LOC"),
        ("Titel", "MISC"),
    ]


def test_values_alone_need_no_pipeline_run(small: Pipeline) -> None:
    found = analyse(article(), dataclasses.replace(small, nlp=None), frozenset({"values"}))  # type: ignore[arg-type]
    assert [value.text for value in found.values] == ["am 3. Mai", "5 Euro"] and found.entities == ()


def test_a_partial_analysis_cannot_be_taken_for_a_whole_one(small: Pipeline) -> None:
    whole = analyse(article(), small, ALL_PARTS)
    assert whole.key == analysis_key(article(), "small")
    assert analyse(article(), small, frozenset({"values"})).key != whole.key


def test_an_empty_article_has_an_empty_analysis(small: Pipeline) -> None:
    assert analyse(article("  \n"), small).sentences == ()


def test_a_long_article_goes_through_in_runs_with_right_positions(small: Pipeline) -> None:
    text = "Anna Berger kam nach Bonn, weil es regnete. " * 600
    found = analyse(article(text), small, frozenset({"entities", "tokens"}))
    assert len(found.entities) == 1_200
    assert {text[token.start : token.end] for token in found.tokens[-3:]} == {"es", "regnete", "."}


def test_a_huge_text_is_read_in_part_and_says_so(small: Pipeline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tui.language.analyse.LONGEST", 5_000)
    found = analyse(article("Das ist so. " * 1_000), small, frozenset({"sentences"}))
    assert 4_900 < found.sentences[-1].end <= 5_000
    assert any(note.startswith("Only the first") for note in found.notes)


def test_the_key_changes_with_what_is_read_and_with_the_pipeline_and_with_nothing_else() -> None:
    plain = article()
    assert analysis_key(plain, None) == analysis_key(dataclasses.replace(plain, author="Eva Lang", title="Neu"), None)
    others = [
        article(TEXT + "!"),
        article(folded="none"),
        dataclasses.replace(plain, published="2024-03-14"),
        dataclasses.replace(plain, source="Zeitung"),
        dataclasses.replace(plain, language="en"),
        dataclasses.replace(plain, id="other"),
    ]
    assert len({analysis_key(plain, None), analysis_key(plain, "x"), *(analysis_key(a, None) for a in others)}) == 8


def test_what_changes_an_analysis_changes_its_key(small: Pipeline) -> None:
    plain = article("Berger fragte am Montag nach.\n")
    known = (dataclasses.replace(plain, source="Berger"), dataclasses.replace(plain, published="2024-03-14"))
    found = [analyse(one, small) for one in (plain, *known)]
    assert len({dataclasses.replace(one, key="") for one in found}) == len({one.key for one in found}) == 3


def test_the_key_is_had_without_loading_spacy_or_onnxruntime() -> None:
    code = (
        "import sys, tui.language.pipeline as p; p.pipeline_version(None);"
        "print([m for m in ('spacy', 'onnxruntime', 'numpy', 'tokenizers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["de_no_such_pipeline", "./no/such/folder", "os", "a\x1b[31mb", "x;y", ""])
def test_a_pipeline_that_cannot_be_used_is_said_in_one_sentence(name: str) -> None:
    with pytest.raises(PipelineMissing) as raised:
        load_pipeline(name)
    sentence = str(raised.value)
    assert "\n" not in sentence and sentence.isprintable() and "pipeline" in sentence


def test_a_pipeline_from_a_folder_is_used_with_the_sentences_of_the_room(tmp_path: Path, small: Pipeline) -> None:
    nlp = spacy.blank("de")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PER", "pattern": "Berger"}])  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "own")
    loaded = load_pipeline(str(tmp_path / "own"))
    found = analyse(article(), loaded, frozenset({"entities"}))
    assert [entity.text for entity in found.entities] == ["Berger", "Berger"]
    assert loaded.nlp.pipe_names[0] == FACTORY


def test_the_articles_own_paper_is_no_person(small: Pipeline) -> None:
    told = article("BERGER fragte nach, und Anna Berger schwieg.")
    ruler = small.nlp.get_pipe("entity_ruler")
    ruler.add_patterns([{"label": "PER", "pattern": "BERGER"}])  # type: ignore[attr-defined]
    for source, labels in (("Berger", ["ORG", "PER"]), ("Anna Berger", ["PER", "PER"]), (None, ["PER", "PER"])):
        found = analyse(dataclasses.replace(told, source=source), small, frozenset({"entities"}))
        assert [entity.label for entity in found.entities] == labels


@pytest.mark.parametrize(
    ("opening", "stays"),
    [("Bonn. ", False), ("Bonn (Rhein). ", False), ("Bonn bebt. ", True), ("Endlich. ", True), ("Bonn, Eck. ", True)],
)
def test_a_place_before_the_first_sentence_is_a_dateline_and_no_sentence(
    small: Pipeline, opening: str, stays: bool
) -> None:
    text = f"Titel hier\n\n{opening}Die Wahl ist aus. Bonn. Mehr war nicht bekannt.\n\nEs regnet in Bonn. Bonn.\n"
    found = analyse(article(text), small, frozenset({"sentences", "entities", "tokens"}))
    shown = [text[sentence.start : sentence.end] for sentence in found.sentences]
    assert shown[1:] == [
        *([opening.strip()] if stays else []),
        *("Die Wahl ist aus.", "Bonn.", "Mehr war nicht bekannt.", "Es regnet in Bonn.", "Bonn."),
    ]
    assert ("Bonn" in opening) is (found.entities[1].start == text.index("Bonn") < text.index("Die Wahl"))
