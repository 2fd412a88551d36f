import subprocess
import sys

import numpy as np
import pytest

from tui.language.encoder import Encoder, load_encoder, windows
from tui.language.encoder_pieces import UNKNOWN, Pieces
from tui.language.encoder_weights import load_pieces


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load_encoder()


def similarity(encoder: Encoder, one: str, other: str) -> float:
    a, b = (encoder.states(text).upper.mean(0) for text in (one, other))
    return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))


def test_sentences_of_one_meaning_are_nearer_than_others(encoder: Encoder) -> None:
    fact = "Der Minister ist am Mittwoch zurückgetreten."
    same = similarity(encoder, fact, "Am Mittwoch trat der Minister von seinem Amt zurück.")
    other = similarity(encoder, fact, "In den Alpen hat es in der Nacht geschneit.")
    assert same > other + 0.05


def test_offsets_give_back_the_words_of_the_text(encoder: Encoder) -> None:
    text = "Über  „Müßiggang“\nsprach die\u00a0Ministerin: 3½ Stunden … 😀"
    states = encoder.states(text)
    assert states.upper.shape == (len(states.ids), 384)
    covered = {at for begin, end in states.offsets for at in range(begin, end)}
    assert covered == {at for at, character in enumerate(text) if not character.isspace()}
    words = [text[begin:end] for begin, end in states.offsets]
    assert "Über" in words and "Stunden" in words and words[-1] == "😀"


def test_a_text_of_any_length_is_read_whole(encoder: Encoder) -> None:
    text = " ".join(f"Satz {number} steht hier." for number in range(300))
    states = encoder.states(text)
    assert len(states.ids) > 1000
    assert states.offsets[-1][1] == len(text)
    assert np.isfinite(states.upper).all()


@pytest.mark.parametrize("text", ["", " \n\t", "\u0000", "\u00ad\u200b"])
def test_a_text_without_words_has_no_states(encoder: Encoder, text: str) -> None:
    assert len(encoder.states(text).ids) == len(encoder.states(text).upper) == 0


def test_windows_cover_everything_once() -> None:
    for count in (1, 100, 101, 350, 999):
        found = windows(count, 100, 10)
        covered = [at for _, _, first, last in found for at in range(first, last)]
        assert covered == list(range(count))
        assert all(end - begin <= 100 and begin <= first and last <= end for begin, end, first, last in found)


def test_decomposed_umlauts_are_read_as_umlauts() -> None:
    pieces = load_pieces()
    composed, decomposed = pieces.cut("Müller"), pieces.cut("Mu\u0308ller")
    assert [number for number, _, _ in composed] == [number for number, _, _ in decomposed]
    assert decomposed[-1][2] == 7


def test_soft_hyphens_do_not_cut_words() -> None:
    pieces = load_pieces()
    plain, hyphened = pieces.cut("Regierung"), pieces.cut("Regie\u00adrung")
    assert [number for number, _, _ in plain] == [number for number, _, _ in hyphened]


def test_the_likeliest_pieces_win_and_unknown_characters_stand_alone() -> None:
    pieces = Pieces(
        ["<s>", "<pad>", "</s>", "<unk>", "▁", "▁ab", "a", "b", "c"], [0, 0, 0, 0, -2, -3, -3, -3, -9], {"\n": " "}
    )
    assert pieces.cut("abx\nc") == [(5, 0, 2), (UNKNOWN, 2, 3), (4, 4, 4), (8, 4, 5)]


def test_importing_the_types_loads_no_model() -> None:
    code = "import sys, tui.language.encoder; print([m for m in ('numpy', 'onnxruntime') if m in sys.modules])"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
