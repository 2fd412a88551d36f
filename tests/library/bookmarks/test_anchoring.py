from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.library.bookmarks.edits import Edited, edit, german
from tests.library.fake_workshop import article
from tui.articles import read_seeds
from tui.library.bookmarks import Anchor, Bookmark, anchor, make_bookmark, place
from tui.library.bookmarks.model import NotABookmark, from_record, to_record

CASES = 300
TWICE = "Ein Satz, der zweimal steht."
SEEDS = [one.text for one in read_seeds().articles]
seeds_of_chance = st.integers(0, 2**32)


def passage(chance: random.Random) -> tuple[str, int, int]:
    """A text, a real article or a made-up one, and a passage of 30 to 300 characters in it."""
    text = chance.choice(SEEDS) if SEEDS and chance.random() < 0.5 else german(chance, chance.randint(3, 60))
    length = min(chance.randint(30, 300), len(text) - 1)
    start = chance.randrange(len(text) - length)
    return text, start, start + length


def thrice(chance: random.Random) -> tuple[str, int, int]:
    """A text in which the passage stands three times, and one of the three."""
    words = german(chance, 1)
    parts = [german(chance, chance.randint(1, 8)) for _ in range(4)]
    text = f" {words} ".join(parts)
    which = chance.randrange(3)
    start = sum(len(part) for part in parts[: which + 1]) + 1 + which * (len(words) + 2)
    assert text[start : start + len(words)] == words
    return text, start, start + len(words)


def keep(text: str, start: int, end: int) -> Bookmark:
    return make_bookmark(article(text), start, end)


def delete(text: str, start: int, end: int) -> str:
    return text[:start] + text[end:]


def off(found: Anchor, edited: Edited) -> int:
    return max(abs(found.start - edited.start), abs(found.end - edited.end))


def figures(name: str, judge: Callable[[random.Random], str]) -> Counter[str]:
    counts = Counter(judge(random.Random(number)) for number in range(CASES))
    print(f"re-anchoring, {name}: " + ", ".join(f"{state} {count}" for state, count in counts.most_common()))
    return counts


def test_editing_a_fifth_of_the_text_elsewhere_keeps_every_bookmark() -> None:
    def judge(chance: random.Random) -> str:
        text, start, end = passage(chance)
        edited = edit(text, start, end, 0.2, chance, inside=False)
        found = anchor(keep(text, start, end), edited.text)
        return "kept" if off(found, edited) == 0 and found.state in ("exact", "moved") else "not kept"

    assert figures("20 % edited elsewhere", judge) == {"kept": CASES}


def test_editing_a_tenth_of_the_passage_keeps_it() -> None:
    def judge(chance: random.Random) -> str:
        text, start, end = passage(chance)
        edited = edit(text, start, end, 0.1, chance, inside=True)
        found = anchor(keep(text, start, end), edited.text)
        return "kept" if off(found, edited) <= 3 and found.state != "lost" else "not kept"

    assert figures("10 % edited inside", judge) == {"kept": CASES}


def test_editing_both_keeps_nearly_all() -> None:
    def judge(chance: random.Random) -> str:
        text, start, end = passage(chance)
        bookmark = keep(text, start, end)
        edited = edit(text, start, end, 0.1, chance, inside=True)
        edited = edit(edited.text, edited.start, edited.end, 0.2, chance, inside=False)
        found = anchor(bookmark, edited.text)
        if found.state == "lost":
            return "lost"
        return "kept" if off(found, edited) <= 3 else "misplaced"

    counts = figures("10 % inside and 20 % elsewhere", judge)
    assert counts["kept"] >= 0.95 * CASES


def test_a_passage_that_stands_three_times_is_found_at_the_right_one() -> None:
    def judge(chance: random.Random) -> str:
        text, start, end = thrice(chance)
        edited = edit(text, start, end, 0.2, chance, inside=False)
        return "right" if off(anchor(keep(text, start, end), edited.text), edited) == 0 else "wrong"

    assert figures("three times in the text, 20 % edited", judge) == {"right": CASES}


def test_a_deleted_passage_is_lost() -> None:
    def judge(chance: random.Random) -> str:
        text, start, end = passage(chance)
        return anchor(keep(text, start, end), delete(text, start, end)).state

    assert figures("deleted", judge)["lost"] >= CASES - 1


def test_a_deleted_passage_does_not_move_to_the_places_with_the_same_words() -> None:
    def judge(chance: random.Random) -> str:
        text, start, end = thrice(chance)
        return anchor(keep(text, start, end), delete(text, start, end)).state

    assert figures("one of three deleted", judge) == {"lost": CASES}


@settings(max_examples=100, deadline=None, derandomize=True, database=None)
@given(seeds_of_chance)
def test_an_unchanged_text_gives_every_passage_exactly(seed: int) -> None:
    text, start, end = passage(random.Random(seed))
    assert anchor(keep(text, start, end), text) == Anchor("exact", start, end, 1.0)


@settings(max_examples=200, deadline=None, derandomize=True, database=None)
@given(st.text(min_size=1), st.text(), st.data())
def test_any_text_and_any_passage_gives_an_anchor_within_the_text(text: str, other: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = anchor(keep(text, start, end), other)
    assert found.state == "lost" or 0 <= found.start < found.end <= len(other)
    assert 0.0 <= found.score <= 1.0


def test_words_at_their_place_are_exact_although_everything_around_them_changed() -> None:
    text = "Anfang. Die Frist endet im März, sagte sie. Ende."
    start = text.index("Die Frist")
    bookmark = keep(text, start, start + 35)
    changed = "xxxxxx. " + bookmark.exact + " yyyyyyyy"
    assert anchor(bookmark, changed).state == "exact"


def test_short_words_without_their_context_are_lost() -> None:
    bookmark = keep("Die Ministerin sagte, die Frist ende im März des nächsten Jahres.", 26, 31)
    assert bookmark.exact == "Frist"
    assert anchor(bookmark, "Eine andere Geschichte ganz ohne Zusammenhang, in der eine Frist steht.").state == "lost"


def test_a_repeated_caption_is_told_apart_by_its_order() -> None:
    caption = "Nach der Aufforderung kaufte er zehntausend Rechner. - bild"
    text = "\n\n".join(f"{caption}\n\n{german(random.Random(number), 4)}" for number in range(5))
    start = text.index(caption, text.index(caption, 10) + 10)
    bookmark = keep(text, start, start + len(caption))
    without_first = text[text.index("\n\n") + 2 :]
    found = anchor(bookmark, without_first)
    assert found.start == start - len(caption) - 2


def test_line_ends_changed_by_another_program_keep_the_bookmark() -> None:
    text = german(random.Random(1), 5) + "\n\n" + german(random.Random(2), 5)
    middle = text.index("\n\n")
    bookmark = keep(text, middle - 60, middle + 60)
    changed = text.replace("\n", "\r\n")
    found = anchor(bookmark, changed)
    assert found.state == "fuzzy"
    assert changed[found.start : found.end].replace("\r\n", "\n") == bookmark.exact


def test_one_line_with_foreign_places_hides_no_other_bookmark() -> None:
    text = article(f"{TWICE}\n\n{TWICE}")
    good = make_bookmark(text, 0, len(TWICE))
    assert good.places == (0, len(TWICE) + 2)
    record = to_record(replace(good, id="1" * 32))
    foreign = from_record({**record, "places": [7, 50]})
    mixed = from_record({**record, "places": [*reversed(good.places), 0]})
    assert [placed.anchor.state for placed in place([foreign, mixed, good], [text])] == ["exact"] * 3


@pytest.mark.parametrize("places", [[10**400], [-1], ["1"]])
def test_offsets_that_nobody_can_compute_with_are_a_damaged_line(places: list[object]) -> None:
    record = to_record(make_bookmark(article(TWICE), 0, 5))
    with pytest.raises(NotABookmark):
        from_record({**record, "places": places})
    record["selectors"][1]["start"] = places[0]
    with pytest.raises(NotABookmark):
        from_record(record)
