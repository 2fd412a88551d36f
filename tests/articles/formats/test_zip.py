"""Archives are read like folders; bombs, paths that lead out and damaged members are said, the rest is read."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from tui.articles import Reading, read_paths
from tui.articles.formats import archives
from tui.articles.formats.archives import MOST_UNPACKED
from tui.articles.reading import read_named_bytes

TEXT = "Ein Titel von heute\n\nEin Satz steht hier.\n"


def packed(members: dict[str, bytes | str], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", kind) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return stream.getvalue()


def read(data: bytes) -> Reading:
    return read_named_bytes([("a.zip", data)])


def test_an_archive_is_read_like_a_folder_with_what_stands_beside_the_texts() -> None:
    inner = packed({"c.jsonl": '{"text": "Eins."}\n{"text": "Zwei."}'})
    reading = read(
        packed(
            {
                "b/b.txt": "b\n\n" + TEXT,
                "b/sources.csv": "file,source\nb.txt,Blatt B\n",
                "a.md": "---\ntitle: Titel A\n---\n" + TEXT,
                "a.md.toml": 'source = "Blatt A"',
                "bild.jpg": b"\xff\xd8\xff",
                "__MACOSX/._a.md": b"\0\0",
                "seite.html": "<p>x",
                "seite_files/frame.txt": "Werbung",
                "innen.zip": inner,
                "tabelle.xlsx": b"PK",
            }
        )
    )
    found = {article.path: article for article in reading.articles}
    wanted = {"a.zip/a.md", "a.zip/b/b.txt", "a.zip/innen.zip/c.jsonl#1", "a.zip/innen.zip/c.jsonl#2"}
    assert wanted <= set(found) <= {*wanted, "a.zip/seite.html"}
    assert (found["a.zip/a.md"].title, found["a.zip/a.md"].source) == ("Titel A", "Blatt A")
    assert found["a.zip/b/b.txt"].source == "Blatt B"
    assert any(".xlsx" in problem.sentence for problem in reading.problems)


def test_a_sidecar_beside_the_archive_names_the_source_of_all_in_it(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(packed({"a.txt": TEXT, "b.txt": f"b\n\n{TEXT}"}))
    (tmp_path / "a.toml").write_text('source = "Blatt"\ntitle = "Sammlung"', "utf-8")
    found = [(article.source, article.title) for article in read_paths([tmp_path]).articles]
    assert found == [("Blatt", "Ein Titel von heute"), ("Blatt", "b")]


def test_paths_that_lead_out_are_not_read_and_names_are_harmless() -> None:
    names = ["leer.txt", "../a.txt", "/etc/b.txt", "C:\\c.txt", "..\\..\\d.txt", "x/../../e.txt"]
    names.append("gut\x1b[31m\u202e.txt")
    # A name that begins with a zero byte is empty.
    reading = read(packed(dict.fromkeys(names, TEXT)).replace(b"leer.txt", b"\0eer.txt"))
    assert [article.path for article in reading.articles] == ["a.zip/gut␛[31m\ufffd.txt"]
    assert "5 members" in reading.problems[0].sentence


def test_a_member_without_a_name_and_one_with_a_colon_cost_no_article() -> None:
    names = ["Streit: Züge.txt", "b.txt", "ordner/a: b.txt"]
    reading = read(packed({".": TEXT, **{name: f"{name}\n\n{TEXT}" for name in names}}))
    assert [article.path for article in reading.articles] == [f"a.zip/{name}" for name in names]
    assert reading.problems == ()


def test_a_damaged_description_of_a_list_in_an_archive_is_said_once() -> None:
    lines = "".join(f'{{"text": "Text {number} steht hier."}}\n' for number in range(300))
    reading = read(packed({"liste.jsonl": lines, "liste.toml": "source = ["}))
    assert len(reading.articles) == 300
    assert ["description was not read" in problem.sentence for problem in reading.problems] == [True]


def test_a_bomb_is_not_unpacked_and_the_article_beside_it_is_read() -> None:
    data = packed({"a.txt": TEXT, "bombe.txt": bytes(1 << 28)})
    assert len(data) < 1 << 20
    tracemalloc.start()
    reading = read(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [article.path for article in reading.articles] == ["a.zip/a.txt"]
    assert "100 times" in reading.problems[0].sentence
    assert peak < 1 << 24


@pytest.mark.parametrize(
    ("kind", "said"),
    [(zipfile.ZIP_DEFLATED, "damaged"), (zipfile.ZIP_BZIP2, "not supported"), (zipfile.ZIP_LZMA, "not supported")],
)
def test_a_bomb_that_lies_about_its_size_fills_nobodys_memory(kind: int, said: str) -> None:
    size = 1 << 24
    bomb = packed({"bombe.txt": bytes(size)}, kind).replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    data = packed({"a.txt": TEXT, "innen.zip": bomb}, zipfile.ZIP_STORED)
    tracemalloc.start()
    reading = read(data)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [article.path for article in reading.articles] == ["a.zip/a.txt"]
    assert [said in problem.sentence for problem in reading.problems] == [True]
    assert peak < size // 2


def test_members_that_share_their_bytes_are_unpacked_only_up_to_the_bound() -> None:
    # 400 entries of five digits, all for the bytes of the first: 800 MB out of 2 MB.
    data = packed({"00000.txt": b"Ein Satz. " * 200_000}, zipfile.ZIP_STORED)
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entries = b"".join(data[start:end].replace(b"00000.txt", b"%05d.txt" % number) for number in range(400))
    tail = data[end : end + 8] + (400).to_bytes(2, "little") * 2 + len(entries).to_bytes(4, "little") + data[end + 16 :]
    reading = read(data[:start] + entries + tail)
    assert sum(len(article.text) for article in reading.articles) <= MOST_UNPACKED
    assert any("256 MB" in problem.sentence or "damaged" in problem.sentence for problem in reading.problems)


def test_archives_within_archives_are_opened_only_so_deep() -> None:
    data = packed({"a.txt": TEXT})
    for _ in range(5):
        data = packed({"innen.zip": data, "a.txt": TEXT})
    reading = read(data)
    assert len(reading.articles) == 3
    assert "deep" in reading.problems[0].sentence


def test_thousands_of_archives_within_archives_are_opened_up_to_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "MOST_MEMBERS", 100)
    reading = read(packed({"a.txt": TEXT, **{f"b{n}.zip": packed({f"{n}.txt": TEXT}) for n in range(80)}}))
    assert 1 <= len(reading.articles) < 40
    assert any("entries" in problem.sentence for problem in reading.problems)


@pytest.mark.parametrize("place", [0, 20, 60, -1, -12, -30, -60])
def test_a_damaged_archive_is_said(place: int) -> None:
    data = bytearray(packed({"a.txt": TEXT}))
    data[place] ^= 0xFF
    reading = read(bytes(data))
    assert reading.articles or reading.problems
    assert all(problem.sentence.endswith(".") for problem in reading.problems)


def test_a_member_with_a_wrong_length_or_a_password_is_said_and_the_other_one_read() -> None:
    data = bytearray(packed({"a.txt": TEXT * 30, "b.txt": TEXT}))
    entry = data.index(b"PK\x01\x02")
    data[entry + 24 : entry + 28] = (1 << 31).to_bytes(4, "little")
    reading = read(bytes(data))
    assert [article.path for article in reading.articles] == ["a.zip/b.txt"]
    locked = bytearray(packed({"a.txt": TEXT, "b.txt": TEXT}))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    assert "password" in read(bytes(locked)).problems[0].sentence


def test_an_office_document_is_no_archive_of_articles() -> None:
    reading = read_named_bytes([("a", packed({"[Content_Types].xml": "<x/>", "a.txt": TEXT}))])
    assert not reading.articles
    assert "office document" in reading.problems[0].sentence
