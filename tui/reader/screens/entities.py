"""Every name of the story with all its places, the most frequent first."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, ClassVar

from tui.language.model import Entity
from tui.library.counting import plural
from tui.reader.commands import Place, bindings
from tui.reader.outline import Branch, Leaf, OutlineRows
from tui.reader.screens.base import RoomScreen
from tui.reader.screens.matrix import MatrixScreen
from tui.reader.screens.outline import OutlineScreen

if TYPE_CHECKING:
    from textual.binding import BindingType

LABELS = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "other name"}


class NameRows(OutlineRows):
    """Names and their sentences; the filter finds names alone, for most sentences hold several."""

    DEEP: ClassVar[bool] = False


class EntitiesScreen(OutlineScreen):
    """Names, with the sentences in which they stand."""

    PLACE: ClassVar[Place] = "entities"
    COUNTED: ClassVar[tuple[str, str]] = ("name", "names")
    ROWS: ClassVar[type[OutlineRows]] = NameRows
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("entities")]
    KEYS: ClassVar[tuple[Place, ...]] = ("list", "entities", "outline")

    def outline(self) -> tuple[Branch, ...]:
        """A branch for each name."""
        places: defaultdict[tuple[str, str], list[tuple[str, Entity]]] = defaultdict(list)
        for article in self.desk.order:
            analysis = self.desk.analyses.get(article.id)
            for entity in analysis.entities if analysis is not None else ():
                places[entity.name or entity.text, entity.label].append((article.id, entity))
        ranked = sorted(places.items(), key=lambda item: (-len(item[1]), item[0]))
        return tuple(self._branch(name, label, found) for (name, label), found in ranked)

    def _branch(self, name: str, label: str, found: list[tuple[str, Entity]]) -> Branch:
        articles = len({article for article, _ in found})
        forms = list(dict.fromkeys(entity.text for _, entity in found if entity.text != name))
        dot = self.rows.signs.dot
        also = f" {dot} also {', '.join(forms[:4])}" if forms else ""
        spread = f"in {plural(articles, 'article')}"
        leaves = tuple(self._leaf(*one) for one in found)
        return Branch(name, f"{LABELS[label]} {dot} {plural(len(found), 'time')} {spread}{also}", leaves, id=label)

    def _leaf(self, article: str, entity: Entity) -> Leaf:
        text = self.desk.by_id[article]
        start, end = self.sentence_around(text, entity.start, entity.end)
        return Leaf(article, entity.start, entity.end, text.text[start:end], (entity.start - start, entity.end - start))

    def action_facts_of_name(self) -> None:
        """Show the facts on the chosen name in the matrix; closing that leads back here."""
        if self.rows.chosen < len(self.rows.rows):
            matrix = MatrixScreen()
            matrix.set_reactive(RoomScreen.desk, self.desk)
            matrix.set_reactive(MatrixScreen.about, self.rows.rows[self.rows.chosen][0].head)
            self.app.push_screen(matrix)

    def summary(self) -> str:
        """How many names."""
        count = len(self.branches)
        return plural(count, "name") if count else "No names found yet"
