from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.library.fake_workshop import analysis_of, article, comparison_of
from tui.articles.model import Article
from tui.library.events import Analysed, Compared, Event, Finished, Progress, Trouble
from tui.library.models import Models
from tui.library.worker import Worker

FAKE = "tests.library.fake_workshop:FakeWorkshop"
posix = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[Worker]:
    one = Worker(tmp_path / "cache", workshop=FAKE)
    yield one
    one.close()


def until_finished(worker: Worker, ticket: int) -> list[Event]:
    found: list[Event] = []
    for event in worker.events():
        found.append(event)
        if event == Finished(ticket):
            return found
    raise AssertionError("the events ended early")


def gone(pid: int) -> bool:
    for _ in range(300):
        try:
            os.kill(pid, 0)
            if Path(f"/proc/{pid}/stat").exists() and " Z " in Path(f"/proc/{pid}/stat").read_text():
                return True
        except ProcessLookupError:
            return True
        time.sleep(0.02)
    return False


def pid_of(worker: Worker) -> int:
    assert worker._process is not None
    return worker._process.process.pid


def test_every_article_is_reported_and_then_all_are_compared(worker: Worker) -> None:
    texts = [article(f"eins {number}", f"{number}.txt") for number in range(3)]
    events = until_finished(worker, worker.open(texts))
    analyses = [event.analysis for event in events if isinstance(event, Analysed)]
    assert analyses == [analysis_of(one, f"None:{one.id}") for one in texts]
    assert [event.comparison for event in events if isinstance(event, Compared)] == [comparison_of(texts, analyses)]
    assert Progress(1, 1, 3, "Reading names and quotations in 2 of 3") in events


def test_the_opened_article_comes_first_then_its_folder(worker: Worker) -> None:
    texts = [article(f"text {path}", path) for path in ("x/1.txt", "y/2.txt", "x/3.txt", "y/4.txt")]
    events = until_finished(worker, worker.open(texts, first=texts[3].id))
    order = [event.analysis.article for event in events if isinstance(event, Analysed)]
    assert order == [texts[number].id for number in (3, 1, 0, 2)]
    sizes = [len(event.comparison.analyses) for event in events if isinstance(event, Compared)]
    assert sizes == [2, 4]


def test_a_failing_article_is_said_in_words_and_the_rest_goes_on(worker: Worker) -> None:
    texts = [article("fail", "1.txt"), article("gut", "2.txt"), article("memory", "3.txt")]
    events = until_finished(worker, worker.open(texts))
    assert [event for event in events if isinstance(event, Trouble)] == [
        Trouble(1, "„fail“ could not be analysed: ValueError bad luck.", texts[0].id),
        Trouble(1, "„memory“ could not be analysed: the memory is used up.", texts[2].id),
    ]
    assert [len(event.comparison.analyses) for event in events if isinstance(event, Compared)] == [1]


def test_a_failing_comparison_leaves_the_analyses(worker: Worker) -> None:
    events = until_finished(worker, worker.open([article("nofacts")]))
    assert any(isinstance(event, Analysed) for event in events)
    assert Trouble(1, "The articles could not be compared: RuntimeError no facts.", None) in events


def test_a_missing_pipeline_is_said_once(tmp_path: Path) -> None:
    worker = Worker(None, Models("missing"), FAKE)
    try:
        events = until_finished(worker, worker.open([article("a"), article("b")]))
    finally:
        worker.close()
    assert events == [Trouble(1, "There is no such pipeline.", None), Finished(1)]


def test_a_text_of_fifty_million_characters_is_not_analysed(worker: Worker) -> None:
    events = until_finished(worker, worker.open([article("lang " * 100_000), article("kurz")]))
    troubles = [event.sentence for event in events if isinstance(event, Trouble)]
    assert len(troubles) == 1 and "500,000 characters" in troubles[0]
    assert sum(isinstance(event, Analysed) for event in events) == 1


def library() -> list[Article]:
    """A hundred and twenty articles in one folder: two stories of three, and many about nothing of the kind."""
    stories = ["Der Turmbau von Niederwald stockt", "Die Fähre nach Borkenau sinkt"]
    told = [article(f"{story}, Fassung {number}", f"{story[4:8]}{number}.txt") for story in stories for number in "abc"]
    others = [article(f"Bericht {number} über Kleinkram{number}", f"x{number}.txt") for number in range(114)]
    return [*others[:50], *told, *others[50:]]


def test_in_a_large_library_only_what_is_near_the_opened_article_is_analysed(worker: Worker) -> None:
    texts = library()
    events = until_finished(worker, worker.open(texts, first=texts[51].id))
    order = [event.analysis.article for event in events if isinstance(event, Analysed)]
    assert order[0] == texts[51].id
    assert set(order[:3]) == {one.id for one in texts[50:53]}
    assert len(order) < 20


def test_in_a_large_library_the_article_turned_to_is_added_to_the_stories_shown(worker: Worker) -> None:
    texts = library()
    ticket = worker.open(texts, first=texts[51].id)
    until_finished(worker, ticket)
    worker.prioritise(texts[100].id)
    events = until_finished(worker, ticket)
    order = [event.analysis.article for event in events if isinstance(event, Analysed)]
    assert order[0] == texts[100].id and texts[51].id not in order
    (compared,) = [event.comparison for event in events if isinstance(event, Compared)]
    assert {texts[51].id, texts[100].id} <= {one.article for one in compared.analyses}
    assert len({name for story in compared.stories for name in story.articles}) == len(compared.analyses)


@posix
@pytest.mark.parametrize(("order", "why"), [("crash", "memory ran out"), ("leave", "status 3")])
def test_a_process_that_breaks_down_is_started_again_without_the_article(worker: Worker, order: str, why: str) -> None:
    texts = [article("gut 1", "1.txt"), article(order, "2.txt"), article("gut 3", "3.txt")]
    events = until_finished(worker, worker.open(texts))
    troubles = [event for event in events if isinstance(event, Trouble)]
    assert len(troubles) == 1 and troubles[0].article == texts[1].id and why in troubles[0].sentence
    compared = [event.comparison for event in events if isinstance(event, Compared)]
    assert [one.article for one in compared[-1].analyses] == [texts[0].id, texts[2].id]


@posix
def test_a_process_that_breaks_down_twice_is_given_up_until_the_next_order(worker: Worker) -> None:
    texts = [article("crash 1", "1.txt"), article("crash 2", "2.txt"), article("gut", "3.txt")]
    events = until_finished(worker, worker.open(texts))
    sentences = [event.sentence for event in events if isinstance(event, Trouble)]
    assert sentences[-1] == "The analysis broke down twice and is not tried again."
    again = until_finished(worker, worker.open([texts[2]]))
    assert any(isinstance(event, Compared) for event in again)


def test_a_new_order_takes_over_between_two_articles(worker: Worker) -> None:
    slow = [article(f"wait 0.2 {number}", f"{number}.txt") for number in range(50)]
    worker.open(slow)
    events = worker.events()
    while not isinstance(next(events), Analysed):
        pass
    ticket = worker.open([article("gut")])
    later = until_finished(worker, ticket)
    assert all(event.ticket == ticket for event in later)
    assert sum(isinstance(event, Analysed) for event in later) == 1


def test_an_article_the_reader_turns_to_is_analysed_next(worker: Worker) -> None:
    texts = [article(f"wait 0.1 {number}", f"{number}.txt") for number in range(8)]
    ticket = worker.open(texts)
    worker.prioritise(texts[7].id)
    order = [event.analysis.article for event in until_finished(worker, ticket) if isinstance(event, Analysed)]
    assert order.index(texts[7].id) <= 2


def test_a_second_order_comes_from_the_cache(worker: Worker, tmp_path: Path) -> None:
    texts = [article("wait 0.1 a", "1.txt"), article("wait 0.1 b", "2.txt")]
    first = until_finished(worker, worker.open(texts))
    second = until_finished(worker, worker.open(texts))
    assert not [event for event in second if isinstance(event, Progress)]
    assert second[-2].comparison == first[-2].comparison  # type: ignore[union-attr]


def test_what_a_library_prints_does_not_disturb_the_reports(worker: Worker) -> None:
    events = until_finished(worker, worker.open([article("print")]))
    assert any(isinstance(event, Compared) for event in events)


def test_closing_ends_the_process_in_the_middle_of_its_work_and_the_events(worker: Worker) -> None:
    worker.open([article("wait 60")])
    seen: list[Event] = []
    reader = threading.Thread(target=lambda: seen.extend(worker.events()))
    reader.start()
    while not seen:
        time.sleep(0.01)
    pid = pid_of(worker)
    worker.close()
    reader.join(5)
    assert not reader.is_alive()
    assert gone(pid)


@posix
def test_interrupting_the_terminal_does_not_end_the_worker(worker: Worker) -> None:
    ticket = worker.open([article("wait 0.3"), article("gut")])
    next(worker.events())
    os.kill(pid_of(worker), signal.SIGINT)
    assert not [event for event in until_finished(worker, ticket) if isinstance(event, Trouble)]


@posix
def test_a_reader_that_is_killed_leaves_no_worker_behind(tmp_path: Path) -> None:
    code = """
        import sys
        sys.path[:] = %r
        from tests.library.fake_workshop import article
        from tui.library.worker import Worker
        worker = Worker(None, workshop="tests.library.fake_workshop:FakeWorkshop")
        worker.open([article("wait 60")])
        next(worker.events())
        print(worker._process.process.pid, flush=True)
        import time
        time.sleep(60)
    """
    reader = subprocess.Popen([sys.executable, "-c", textwrap.dedent(code) % (sys.path,)], stdout=subprocess.PIPE)
    assert reader.stdout is not None
    pid = int(reader.stdout.readline())
    os.kill(reader.pid, signal.SIGKILL)
    reader.wait()
    reader.stdout.close()
    assert gone(pid)
