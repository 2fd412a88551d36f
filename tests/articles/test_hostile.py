"""Hostile and damaged input is said in a sentence, or read; it never stops the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from tui.articles import read_bytes, read_paths

TEXT = "Ein Titel\n\nEin Satz steht hier.\n"


def test_letters_beyond_german_do_not_keep_an_old_file_from_being_read(tmp_path: Path) -> None:
    text = "Šime sagte, die Größe sei gut."
    (tmp_path / "a.txt").write_bytes(text.encode("cp1252"))
    reading = read_paths([tmp_path])
    assert [article.text for article in reading.articles] == [text]
    assert not reading.problems


def test_a_description_nested_without_end_is_said_and_the_article_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.toml").write_text("a = " + "[" * 5000, "utf-8")
    reading = read_paths([tmp_path])
    assert len(reading.articles) == 1
    assert "nested" in reading.problems[0].sentence


def test_aliases_in_a_head_cannot_fill_the_memory() -> None:
    lists = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 8)}]\n" for n in range(1, 30))
    head = f"---\ntitle: Ein Titel\na0: &a0 [x, x]\n{lists}author: [Anna Berg, *a29]\n---\n"
    article = read_bytes((head + "Ein Satz.").encode(), "a.md")
    assert (article.title, article.author) == ("Ein Titel", "Anna Berg")


def test_a_sentence_that_several_papers_print_stays_their_own_text(tmp_path: Path) -> None:
    shared = "Die Polizei ermittelt nun gegen drei Verdächtige wegen Brandstiftung."
    for name in ("a", "b", "c"):
        text = f"Titel {name} von heute\n\nEin Absatz {name} über den Abend.\n\nNoch ein Absatz {name}.\n\n{shared}\n"
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    assert [article.blocks[-1].role for article in read_paths([tmp_path]).articles] == ["paragraph"] * 3


@pytest.mark.parametrize("codec", ["punycode", "idna", "unicode-escape", "raw_unicode_escape", "undefined", "hex"])
def test_a_mail_that_names_a_codec_of_programs_is_read_as_it_stands(codec: str) -> None:
    words = "Der Rat tagt am Montag in Ulm \\u0041-kva"
    head = f"Subject: =?{codec}?q?Titel-kva?=\nContent-Type: text/plain; charset={codec}\n\n"
    article = read_bytes(f"From: a@example.org\n{head}{words}\n".encode(), "a.eml")
    assert words in article.text
    assert article.title == "Titel-kva"


def test_a_long_mail_that_names_a_slow_codec_holds_nobody_up() -> None:
    # 25 minutes where the codec is asked.
    mail = b"From: a@example.org\nContent-Type: text/plain; charset=punycode\n\nxyz-" + b"a9" * 3_000_000
    assert len(read_bytes(mail, "a.eml").text) > 6_000_000
