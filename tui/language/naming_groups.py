"""Which forms of names stand for one thing, apart from persons: companies, papers, places, works.

Each rule asks for evidence inside the story: a short form joins a long one only where exactly one long one fits.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from tui.articles.first_names import is_first_name
from tui.language.groups import Groups
from tui.language.lexicon import words
from tui.language.naming_forms import fold, initials, is_acronym, parts, without_legal_form

_SAME_HOUSE = words("naming", "same house")

_SHORTEST_TAIL = 4
"""Letters that the last word of a name must have to stand for it: "Anzeiger", but not the X of "Werk X"."""


def join_things(
    groups: Groups,
    forms: Iterable[str],
    labels: Mapping[str, str],
    together: Mapping[str, set[int]],
    explained: Iterable[tuple[str, str]] = (),
) -> None:
    """Join the forms of one thing.

    Args:
        groups: Receives the joins of folded forms.
        forms: The forms as written, without genitive endings, in a fixed order.
        labels: Label by folded form.
        together: The articles in which a folded form stands.
        explained: Acronyms with the names that they stand behind in brackets.
    """
    for acronym, long in explained:
        if abridges(acronym, long):
            groups.join(fold(acronym), fold(long))
    things = [form for form in dict.fromkeys(forms) if labels.get(fold(form)) != "PER"]
    known = {fold(form) for form in things}
    for form in things:
        short = fold(without_legal_form(form))
        if short != fold(form) and (short in known or labels.get(fold(form)) == "ORG"):
            groups.join(fold(form), short)
        head, _, rest = form.partition("-")
        house = rest.rpartition("-")[2].casefold() in _SAME_HOUSE
        if house and fold(head) in known and labels.get(fold(head)) == "ORG":
            groups.join(fold(form), fold(head))
        if labels.get(fold(form)) == labels.get(bare := fold(_without_opening(form))) == "ORG" and bare in known:
            groups.join(fold(form), bare)
    longer = [form for form in things if len(parts(form)) >= 2]
    for form in things:
        if is_acronym(form):
            _join_only(groups, form, [long for long in longer if abbreviates(form, long)])
        elif len(parts(form)) == 1 and len(form) >= _SHORTEST_TAIL and labels.get(fold(form)) == "ORG":
            tails = [
                long
                for long in longer
                if fold(parts(long)[-1]) == fold(form)
                and labels.get(fold(long)) == "ORG"
                and together.get(fold(long), set()) & together.get(fold(form), set())
            ]
            _join_only(groups, form, tails)


def _without_opening(form: str) -> str:
    """A name of several words without the town or the founder's first name before it; else the name itself.

    "Zürcher Theater am See" loses its town, "Frankfurter Neue Presse" does not: there are several by the shorter name.
    """
    head, _, rest = form.partition(" ")
    bare = without_legal_form(rest)
    town = head.endswith("er") and not bare.partition(" ")[0].endswith("e")
    return bare if " " in bare and (town or is_first_name(head)) else form


def abridges(short: str, long: str) -> bool:
    """Whether a name has the letters of an acronym in their order, the first one first: "TAL", "Theater am Landtor"."""
    rest = iter(fold(long))
    return fold(short)[:1] == fold(long)[:1] and all(letter in rest for letter in fold(short))


def abbreviates(short: str, long: str) -> bool:
    """Whether an acronym is made of the initials of a name that has no legal form: "ZDF"."""
    return initials(long) == short.replace("&", "").upper() and without_legal_form(long) == long


def _join_only(groups: Groups, short: str, longs: list[str]) -> None:
    """Join a short form with the long one, if all that fit are one."""
    if len({groups.root(fold(long)) for long in longs}) == 1:
        groups.join(fold(short), fold(longs[0]))


def shown_name(counts: Counter[str]) -> str:
    """The form that names a group: spelled out before abbreviated, then the most frequent one, then the longest."""
    spelled = [form for form in counts if not is_acronym(form) and without_legal_form(form) == form and len(form) > 1]
    spelled = [form for form in spelled if form.partition("-")[0] not in counts or "-" not in form]
    acronyms = [form for form in counts if is_acronym(form)]
    longs = [form for form in spelled if len(parts(form)) >= 2]
    if acronyms and longs:
        spelled = longs
    ends = [form for form in longs if any(fold(parts(form)[-1]) == fold(other) for other in counts)]
    choice = ends or spelled or list(counts)
    chosen = max(choice, key=lambda form: (counts[form], form[:1].isupper(), len(form), form))
    same = [form for form in choice if fold(form) == fold(chosen) and len(parts(form)) == len(parts(chosen)) > 1]
    return min(same, key=lambda form: (len(form), -counts[form], form), default=chosen)  # "Union" without "-en" before
