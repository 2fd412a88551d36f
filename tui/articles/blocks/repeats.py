"""Lines that say again what stands elsewhere: the title as a slug or caption, and lines repeated word for word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from tui.articles.blocks.letters import letters
from tui.articles.blocks.stretches import Stretch
from tui.articles.blocks.wrapping import ends_sentence
from tui.articles.model import Role

SHORTEST_CUT = 20
"""Letters that a cut-off title must keep to be known as the title."""
SHORTEST_LINE = 12
"""Letters that a line must have for its repetition to mean anything."""
LEAST_PAGES = 3
"""Articles in which a line must stand to belong to the site and not to them."""
LONGEST_EDGE = 300
"""Code points of a line that may be known by its repetition in other articles."""
END = 100
"""Code points at both ends by which longer lines are compared; reading them whole would be half of the work."""
LONGEST_TAIL = 40
"""Letters that may follow the title in a caption, such as the name of a picture."""


def title_rule(text: str, key: str, title_key: str) -> tuple[Role, str] | None:
    """Whether a stretch repeats the title: whole, cut off, or with the name of a picture behind it.

    Args:
        text: The words of the stretch.
        key: Their letters.
        title_key: The letters of the title.
    """
    if len(title_key) < SHORTEST_LINE or not key:
        return None
    if key == title_key:
        return ("caption", "title and a dash") if text.rstrip().endswith(("-", "–", "|")) else ("title-repeat", "title")
    if key.startswith(title_key) and len(key) - len(title_key) <= LONGEST_TAIL and not ends_sentence(text):
        return "caption", "title with the name of a picture"
    cut = title_key.startswith(key) and len(key) >= max(SHORTEST_CUT, 0.4 * len(title_key))
    return ("title-repeat", "title, cut off") if cut and not ends_sentence(text) else None


def repeated_rules(stretches: Sequence[Stretch], keys: Sequence[str]) -> dict[int, tuple[Role, str]]:
    """The stretches that repeat an earlier one word for word; the first of each stays what it is.

    A whole sentence may be said twice on purpose, so sentences count from the third time on, or where the first stands
    right before: what describes a picture and what stands below it.
    """
    counts = Counter(key for key in keys if len(key) >= SHORTEST_LINE)
    seen: set[str] = set()
    rules: dict[int, tuple[Role, str]] = {}
    for index, (stretch, key) in enumerate(zip(stretches, keys, strict=True)):
        if counts[key] < 2:
            continue
        if key in seen and (counts[key] > 2 or key == keys[index - 1] or not ends_sentence(stretch.text)):
            rules[index] = ("repeat", "the same words as before")
        seen.add(key)
    return rules


def repeated_lines(texts: Sequence[str]) -> frozenset[str]:
    """The letters of the lines at the edges of texts that stand in three or more of them.

    Texts that share most of their lines are copies of one article and not two pages of one site, so a line counts once
    for all of them. Sentences are never counted: several papers print the same sentence of an agency, and it is the
    own text of each.
    """
    pages: dict[str, list[frozenset[str]]] = {}
    for text in texts if len(texts) >= LEAST_PAGES else ():
        lines = {letters(line): ends_sentence(line) for line in _edges(text)}
        page = frozenset(line for line in lines if len(line) >= SHORTEST_LINE)
        for line in page:
            if lines[line]:
                continue
            known = pages.setdefault(line, [])
            if len(known) < LEAST_PAGES and all(2 * len(page & other) < len(page | other) for other in known):
                known.append(page)
    return frozenset(line for line, known in pages.items() if len(known) >= LEAST_PAGES)


def _edges(text: str) -> list[str]:
    """Short lines at the beginning and end of a text, read without looking through all of a long one."""
    head, tail = text[:3_000].splitlines(), text[-3_000:].splitlines()
    return [line for line in (*head[:8], *tail[-12:]) if len(line) <= LONGEST_EDGE]


def keys_of(stretches: Sequence[Stretch]) -> list[str]:
    """The letters of each stretch; long ones are told apart by their ends and lengths alone."""
    return [
        letters(stretch.text)
        if len(stretch.text) <= LONGEST_EDGE
        else f"{letters(stretch.text[:END])}…{len(stretch.text)}…{letters(stretch.text[-END:])}"
        for stretch in stretches
    ]
