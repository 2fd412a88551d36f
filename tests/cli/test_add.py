from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.articles.fetching.conftest import Server
from tests.articles.formats.test_pdf import PAGE, document
from tests.cli.conftest import Run
from tests.cli.served import SENTENCE, answer, files, page, quick, rss, server
from tui.articles import read_paths

__all__ = ["quick", "server"]


def test_an_address_becomes_an_article_that_opens(server: Server, tmp_path: Path, run: Run) -> None:
    server.pages["/busse.html"] = page("Die Stadt kauft Busse")
    code, out, err = run("add", server.url("/busse.html#oben"), "--to", tmp_path, "--allow-local")
    assert (code, err) == (0, "")
    (name,) = files(tmp_path)
    assert name.endswith("-127-0-0-1-die-stadt-kauft-busse.md")
    assert out.splitlines()[0] == f"added      {name}  Die Stadt kauft Busse"
    assert out.splitlines()[1:] == [f"1 article added to {tmp_path}.", f"lesart {tmp_path} opens it."]
    (article,) = read_paths([tmp_path]).articles
    assert (article.title, article.url) == ("Die Stadt kauft Busse", server.url("/busse.html"))
    assert SENTENCE in article.text
    original = (tmp_path / ".originals" / name.replace(".md", ".html")).read_bytes()
    assert page("Die Stadt kauft Busse").endswith(original)


def test_without_a_folder_articles_go_where_the_reader_opens(
    server: Server, tmp_path: Path, home: Path, run: Run
) -> None:
    server.pages["/a"] = page("A")
    assert f"added to {home / 'data' / 'articles'}." in run("add", server.url("/a"), "--allow-local")[1]
    from tui.library.state import ReadingState

    ReadingState().recent.remember(tmp_path)
    assert f"added to {tmp_path}." in run("add", server.url("/a"), "--allow-local")[1]


def test_a_known_page_is_only_asked_whether_it_changed(server: Server, tmp_path: Path, run: Run) -> None:
    server.pages["/a"] = page("A", etag='"1"')
    add = ("add", server.url("/a"), "--to", tmp_path, "--allow-local")
    run(*add)
    server.pages["/a"] = answer(status="304 Not Modified")
    code, out, _ = run(*add)
    assert (code, out.split()[0]) == (1, "unchanged")
    assert server.asked[-1][1]["if-none-match"] == '"1"'
    server.pages["/a"] = page("A", "Die Stadt kauft nun doch keine neuen Busse, sagte die Stadträtin am Abend.")
    code, out, _ = run(*add)
    assert (code, out.split()[0]) == (0, "updated")
    assert len(files(tmp_path)) == 1
    assert "doch keine" in (tmp_path / files(tmp_path)[0]).read_text("utf-8")
    (earlier,) = (tmp_path / ".originals").glob("*.md")
    assert SENTENCE in earlier.read_text("utf-8")


def test_a_file_that_the_reader_changed_is_left_alone(server: Server, tmp_path: Path, run: Run) -> None:
    server.pages["/a"] = page("A")
    add = ("add", server.url("/a"), "--to", tmp_path, "--allow-local")
    run(*add)
    mine = tmp_path / files(tmp_path)[0]
    mine.write_text("Meine Notizen", "utf-8")
    server.pages["/a"] = page("A", "Die Stadt kauft nun doch keine neuen Busse, sagte die Stadträtin am Abend.")
    code, out, err = run(*add)
    assert code == 1
    assert "so has your file" in err
    assert "1 left as you changed it" in out
    assert mine.read_text("utf-8") == "Meine Notizen"


def test_a_file_that_the_reader_renamed_is_not_brought_a_second_time(server: Server, tmp_path: Path, run: Run) -> None:
    server.pages["/a"] = page("A")
    add = ("add", server.url("/a"), "--to", tmp_path, "--allow-local")
    run(*add)
    (tmp_path / files(tmp_path)[0]).rename(tmp_path / "Streit um Busse.md")
    code, out, _ = run(*add)
    assert (code, out.splitlines()[0]) == (1, "unchanged  Streit um Busse.md  A")
    assert files(tmp_path) == ["Streit um Busse.md"]


def test_walls_and_front_pages_are_not_filed_as_articles(server: Server, tmp_path: Path, run: Run) -> None:
    server.pages["/a"] = page("Willkommen", "Lesen Sie mit Werbung weiter oder ohne Werbetracking mit dem Pur-Abo.")
    server.pages["/"] = page("Nachrichten", "Die Stadt kauft Busse, und das Land gibt Geld dazu, wie es hieß.")
    code, _, err = run("add", server.url("/a"), server.url("/"), "--to", tmp_path, "--allow-local")
    assert code == 3
    assert "consent" in err
    assert "front page" in err
    assert not tmp_path.exists() or not any(tmp_path.iterdir())


def test_two_articles_of_one_title_have_two_files(server: Server, tmp_path: Path, run: Run) -> None:
    server.pages |= {"/1/busse": page("Busse"), "/2/busse": page("Busse", SENTENCE.replace("hundert", "tausend"))}
    run("add", server.url("/1/busse"), server.url("/2/busse"), "--to", tmp_path, "--allow-local")
    assert [name[-10:] for name in files(tmp_path)] == ["busse-2.md", "1-busse.md"]


def test_an_article_that_gave_way_to_the_front_page_keeps_its_file(server: Server, tmp_path: Path, run: Run) -> None:
    server.pages |= {"/a": page("A"), "/": page("Titelseite", "Heute im Blatt stehen viele andere Meldungen.")}
    add = ("add", server.url("/a"), "--to", tmp_path, "--allow-local")
    run(*add)
    server.pages["/a"] = answer(status="301 Moved", Location="/")
    code, _, err = run(*add)
    assert (code, "front page" in err) == (3, True)
    assert SENTENCE in (tmp_path / files(tmp_path)[0]).read_text("utf-8")


def test_names_and_titles_from_outside_are_harmless(server: Server, tmp_path: Path, run: Run) -> None:
    server.pages["/x/..%2F..%2Fetc%2Fpasswd"] = page("../../[/b]\x1b]0;böse\x07\x00 – „Über\u202e“ ---\n---")
    code, out, err = run("add", server.url("/x/..%2F..%2Fetc%2Fpasswd"), "--to", tmp_path / "new", "--allow-local")
    assert (code, err) == (0, "")
    assert not set("\x1b\x00\x07\u202e") & set(out)
    (path,) = (tmp_path / "new").glob("*.md")
    assert set(path.stem) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not set("\x1b\x00\x07") & set(path.read_text("utf-8"))
    assert read_paths([tmp_path]).articles[0].url


def test_a_text_and_a_document_are_kept_as_they_came(server: Server, tmp_path: Path, run: Run) -> None:
    server.pages["/a.txt"] = answer(SENTENCE.encode("cp1252"), Content_Type="text/plain; charset=iso-8859-1")
    server.pages["/b"] = answer(document([PAGE], "Größere Übung"), Content_Type="application/pdf")
    assert run("add", server.url("/a.txt"), server.url("/b"), "--to", tmp_path, "--allow-local")[0] == 0
    texts = [article.text for article in read_paths([tmp_path]).articles]
    assert any(SENTENCE in text for text in texts)
    assert any("Die Übung beginnt" in text for text in texts)
    assert {path.suffix for path in (tmp_path / ".originals").glob("2*")} == {".txt", ".pdf"}


def test_what_cannot_be_had_is_said_and_the_rest_lands(server: Server, tmp_path: Path, run: Run) -> None:
    server.pages |= {"/a": page("A"), "/film": answer("x", Content_Type="video/mp4"), "/feed": rss()}
    wrong = ("/film", "/none", "/feed")
    code, out, err = run(
        "add", server.url("/a"), *map(server.url, wrong), "file:///etc/passwd", "--to", tmp_path, "--allow-local"
    )
    assert code == 3
    assert "1 article added" in out
    assert "4 not read" in out
    for words in ("video/mp4", "no page at this address", "lesart add --feed", "Files are not fetched"):
        assert words in err


def test_passwords_are_neither_shown_nor_kept(server: Server, tmp_path: Path, run: Run) -> None:
    server.pages["/a"] = page("A")
    secret = server.url("/a").replace("//", "//me:secret@")
    said = run("add", secret, "https://me:secret@ex ample/", "--to", tmp_path, "--allow-local")
    assert "secret" not in str(said)
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or b"secret" not in path.read_bytes()


def test_records_of_a_foreign_folder_cannot_name_files_outside(server: Server, tmp_path: Path, run: Run) -> None:
    victim = tmp_path / "victim.md"
    victim.write_text("mine", "utf-8")
    folder = tmp_path / "folder"
    (folder / ".originals").mkdir(parents=True)
    key = server.url("/a").removeprefix("http://")
    record = f'{{"v":1,"address":"{server.url("/a")}","keys":["{key}"],"file":"../victim.md","original":"a.html",'
    digest = "bb6d3f7e9ff2a8d1a2b5b3b0d0a6f1a7" * 2
    record += f'"file_sha256":"{digest}","text_sha256":"","fetched":""}}\n'
    (folder / ".originals" / "fetched.jsonl").write_text(record, "utf-8")
    server.pages["/a"] = page("A")
    assert run("add", server.url("/a"), "--to", folder, "--allow-local")[0] == 0
    assert victim.read_text("utf-8") == "mine"


@pytest.mark.parametrize("words", [[""], []])
def test_an_empty_command_line_is_wrong_usage(words: list[str], run: Run) -> None:
    assert run("add", *words)[0] == 2


def test_a_file_is_opened_and_not_fetched(tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.html").write_text("x", "utf-8")
    code, _, err = run("add", tmp_path / "a.html")
    assert (code, "opens it" in err) == (2, True)


def test_the_reader_loads_nothing_that_fetches() -> None:
    code = (
        "import sys, tui.cli, tui.cli.arguments, tui.cli.commands.open, tui.reader.app\n"
        "tui.cli.arguments.parsers()\n"
        "print([name for name in ('httpx', 'feedparser', 'protego', 'defusedxml', 'tui.articles.fetching')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
