"""Umlauts that were read in a wrong character set are mended, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.articles import read_bytes, read_paths
from tui.articles.typography import mended

GOOD = "Die Fähre fährt über größere Flüsse; „Müller“ sagte – „das geht“ … 5 €."


def misread(text: str, encoding: str) -> str:
    """UTF-8 taken for a one-byte set, as browsers and editors do it."""
    return "".join(bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in text.encode())


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "mac_roman", "cp437"])
def test_misread_umlauts_and_marks_are_mended(encoding: str) -> None:
    text, notes = mended(misread(GOOD, encoding) + "\nASCII line.\n")
    assert text == GOOD + "\nASCII line.\n"
    assert notes == ("Characters that had been read in a wrong character set were mended in 1 line.",)


def test_twice_misread_text_is_mended() -> None:
    assert mended(misread(misread(GOOD, "latin-1"), "latin-1"))[0] == GOOD


def test_marks_of_windows_are_mended_one_for_one() -> None:
    text, notes = mended(GOOD.encode("cp1252").decode("latin-1"))
    assert text == GOOD and notes


def test_a_page_with_right_and_damaged_lines_keeps_the_right_ones() -> None:
    text = f"Größe und Maß\n{misread(GOOD, 'cp1252')}\nÜbrigens gut\n"
    assert mended(text)[0] == f"Größe und Maß\n{GOOD}\nÜbrigens gut\n"


@pytest.mark.parametrize(
    "text",
    [
        "Aus „ü“ wird oft Ã¼, weil UTF-8 falsch gelesen wird.",
        "Der Fehler\n\nÃ¼ Ã¤\n\nStatt über steht dann das da. Ärgerlich.",
        "SÃO PAULO liegt nicht in GÂTEAU.",
        "João Â. Câmara, Señor Ñ, naïve Café",
        "Łódź, Čapek, Ångström, Þór, œuvre",
        "√9 ist 3, 5 ≤ 6, ├ und ┤ sind Striche",
        "Плохо: Ð¿Ñ€Ð¸Ð²ÐµÑ‚, sagt er über Züge",
        misread(GOOD, "iso8859_15"),
        "Geschützt\xa0und\xadtrenn\u200bbar",
    ],
)
def test_text_that_only_looks_odd_is_left(text: str) -> None:
    assert mended(text) == (text, ())


def test_the_stored_text_of_a_file_is_the_mended_one_and_a_note_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(misread(f"{GOOD}\n\n{GOOD}\n", "cp1252"), "utf-8")
    (tmp_path / "b.txt").write_text("Ein\xadfach\u200b getrennt: A\u0308rger\n", "utf-8")
    reading = read_paths([tmp_path])
    assert [article.text for article in reading.articles] == [
        f"{GOOD}\n\n{GOOD}\n",
        "Ein\xadfach\u200b getrennt: A\u0308rger\n",
    ]
    assert [(one.path, one.mended) for one in reading.problems] == [("a.txt", True)]


@pytest.mark.parametrize("encoding", ["mac_roman", "cp1252", "cp850", "iso8859_15", "utf-16", "utf-8-sig"])
def test_umlauts_and_marks_are_read_in_the_sets_of_old_files(encoding: str) -> None:
    words = "Der Präsident erklärte: Für die größte Fähre fällt später noch eine Gebühr an, ähnlich wie früher in Köln."
    assert read_bytes(f"Gebühren\n\n{words}\n".encode(encoding)).text == f"Gebühren\n\n{words}\n"
    if encoding in ("mac_roman", "cp1252"):
        assert read_bytes(f"{words} {GOOD}\n".encode(encoding, "ignore")).text.startswith(f"{words} Die Fähre fährt")


def test_slavic_names_in_windows_files_are_no_umlauts_of_the_macintosh() -> None:
    words = "Milošević, Tomaš, Šimić und Dušan Pašić treffen Košice-Fans, die Jürgen grüßen. Ärger gibt es keinen."
    assert read_bytes(words.encode("cp1252", "ignore")).text == words.replace("ć", "")
