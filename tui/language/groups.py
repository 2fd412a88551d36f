"""Disjoint sets, for forms, names and origins that stand for one thing (union-find, Galler and Fischer 1964)."""

from __future__ import annotations


class Groups:
    """Disjoint sets of words; every word begins as a set of its own."""

    def __init__(self) -> None:
        """Start with every word on its own."""
        self._parent: dict[str, str] = {}

    def root(self, key: str) -> str:
        """The word that stands for the set of a word."""
        parent = self._parent.setdefault(key, key)
        while parent != key:
            key, parent = parent, self._parent.setdefault(parent, parent)
        return key

    def join(self, first: str, second: str) -> None:
        """Make one set of two; the second's word stands for it."""
        self._parent[self.root(first)] = self.root(second)
