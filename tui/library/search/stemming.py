"""The part of a German word that its forms share.

The suffix rules of CISTEM (Weissweiler and Fraser 2017, "Developing a Stemmer for German Based on a Comparative
Analysis of Publicly Available Stemmers"), without its marks for ``sch`` and ``ei``: the stem stays a
prefix of the word, so that all forms stand together in a sorted vocabulary.
"""

from __future__ import annotations

SHORTEST = 3
"""Fewest letters of a stem."""


def stem(folded: str) -> str:
    """The stem of a folded word; numbers and short words are their own.

    >>> stem("investoren"), stem("investor"), stem("verlassen"), stem("klagt")
    ('investor', 'investor', 'verlass', 'klag')
    """
    if folded[:1].isdigit():
        return folded
    word = folded
    while len(word) > SHORTEST:
        if len(word) > 5 and word.endswith(("em", "er", "nd")):
            word = word[:-2]
        elif word[-1] in "tesn" and word[-1] != word[-2]:
            word = word[:-1]
        else:
            break
    return word
