"""The panel beside the article: it follows the sentence cursor and shows what every other source says."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.events import Click, Resize
from textual.geometry import Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.articles.model import Article
from tui.reader.commands import bindings
from tui.reader.comparison.groups import Group, groups_for
from tui.reader.comparison.lines import Lines, Opened, Target, safe
from tui.reader.desk import Desk
from tui.reader.icons import Icons, icons
from tui.reader.messages import Decided, GoTo, Say

if TYPE_CHECKING:
    from textual.binding import BindingType

NAMES = (
    "panel", "label", "dim", "conflict", "compatible", "value-of-source", "number",
    "source", "tag", "origin", "around",
    "passage", "chosen",
)  # fmt: skip
Place = tuple[str, int, int]


class ComparisonPanel(ScrollView, can_focus=True, inherit_bindings=False):
    """For each fact of the sentence, one row per other source."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"comparison--{name}" for name in NAMES}
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("panel")]

    desk: var[Desk] = var(Desk)
    place: var[Place] = var(("", 0, 0))
    """Article id, start and end of the sentence that is being read."""

    def __init__(self, *, signs: str = "unicode", id: str | None = None) -> None:
        """Make an empty panel with an icon set."""
        super().__init__(id=id)
        self.signs: Icons = icons(signs)
        self.groups: tuple[Group, ...] = ()
        self.chosen = 0
        """Index of the chosen passage."""
        self.expanded: frozenset[Opened] = frozenset()
        self._lines = Lines(1, self._style_of, self.signs, lambda article: safe(article.text))
        self._styles: dict[tuple[str, ...], Style] = {}
        self._texts: dict[str, str] = {}
        self._built: tuple[object, ...] = ()

    def watch_desk(self) -> None:
        """Show what was learned."""
        self._texts = {key: text for key, text in self._texts.items() if key in self.desk.by_id}
        self.rebuild()

    def watch_place(self) -> None:
        """Follow the cursor."""
        self.chosen, self.expanded = 0, frozenset()
        self.rebuild()
        self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def on_resize(self, event: Resize) -> None:
        """Wrap for another width."""
        self.rebuild()

    def notify_style_update(self) -> None:
        """Take the styles of a new theme."""
        super().notify_style_update()
        self._styles.clear()
        self._built = ()

    def rebuild(self) -> None:
        """Work out the facts of the sentence and their lines."""
        width, height = self.scrollable_content_region.size
        article, start, end = self.place
        if not width:
            return
        self.groups = groups_for(self.desk, article, (start, end))
        lines = Lines(width - 1, self._style_of, self.signs, self._text_of)
        if not self.groups:
            lines.words(self._nothing(article), "dim")
        for group in self.groups:
            lines.group(self.desk, group, self.expanded)
        self._lines = lines
        self.chosen = max(0, min(self.chosen, len(lines.targets) - 1))
        self.border_title = self._title()
        # Never less than the pane: another size costs a pass over the layout of the screen, and a second paint.
        self.virtual_size = Size(width, max(height, len(lines.lines)))
        self.refresh()

    def _title(self) -> str:
        if not self.groups:
            return "Comparison"
        first = self.groups[0]
        many = f"{len(self.groups)} facts {self.signs.dot} " if len(self.groups) > 1 else f"This fact {self.signs.dot} "
        return f"{many}{first.others + 1} of {first.sources}"

    def _nothing(self, article: str) -> str:
        """Why there is nothing to compare."""
        desk = self.desk
        if article in desk.troubles:
            return safe(desk.troubles[article])
        if len(desk.by_id) < 2:
            return "Only one article is open: there is nothing to compare it with."
        if desk.story_of(article) is None:
            return safe(desk.progress or desk.troubles.get("", "")) or "Not compared yet."
        return "No other source was found to say this."

    def _text_of(self, article: Article) -> str:
        text = self._texts.get(article.id)
        if text is None:
            text = self._texts[article.id] = safe(article.text)
        return text

    def _style_of(self, names: tuple[str, ...]) -> Style:
        style = self._styles.get(names)
        if style is None:
            parts = [self.get_component_rich_style(f"comparison--{name}", partial=name != "panel") for name in names]
            style = self._styles[names] = Style.combine(parts)
        return style

    def render_line(self, y: int) -> Strip:
        """Draw one line of the pane."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y
        plain = self._style_of(("panel",))
        if index >= len(self._lines.lines):
            return Strip.blank(width, plain)
        target = self.target
        chosen = target is not None and self.has_focus and target.first <= index <= target.last
        bar = Segment(self.signs.cursor if chosen else " ", self._style_of(("panel", "number")))
        strip = Strip([bar, *self._lines.lines[index]]).adjust_cell_length(width, plain)
        return strip.apply_style(self._style_of(("chosen",))) if chosen else strip

    @property
    def target(self) -> Target | None:
        """The chosen passage."""
        targets = self._lines.targets
        return targets[self.chosen] if self.chosen < len(targets) else None

    def choose(self, index: int) -> None:
        """Choose a passage, the nearest one that there is, and bring it into sight."""
        self.chosen = max(0, min(len(self._lines.targets) - 1, index))
        if (target := self.target) is not None:
            top, height = self.scroll_offset.y, self.size.height
            first = 0 if self.chosen == 0 else target.first
            if first < top:
                self.scroll_to(y=first, animate=False, force=True, immediate=True)
            elif target.last >= top + height:
                y = min(first, target.last - height + 1)
                self.scroll_to(y=y, animate=False, force=True, immediate=True)
        self.refresh()

    def action_row(self, step: int) -> None:
        """Go to the next or previous passage; beyond the last one, scroll."""
        if not self._lines.targets or (step > 0 and self.chosen == len(self._lines.targets) - 1):
            self.scroll_relative(y=step * 3, animate=False)
            return
        self.choose(self.chosen + step)

    def action_row_edge(self, step: int) -> None:
        """Go to the first or last passage."""
        self.choose(0 if step < 0 else 1 << 30)

    def action_choose(self) -> None:
        """Go to the passage in its article."""
        if (target := self.target) is not None and target.row.mention is not None:
            mention = target.row.mention
            self.post_message(GoTo(mention.article, mention.start, mention.end))

    def action_expand(self) -> None:
        """Show the passage's paragraph, or only its sentence."""
        if (target := self.target) is not None and target.row.mention is not None:
            key = (target.group.fact.id, target.row.article)
            self.expanded = self.expanded ^ {key}
            chosen = self.chosen
            self.rebuild()
            self.choose(chosen)

    def action_decide(self, same: bool) -> None:
        """Keep whether the passage states the same fact as the one that is being read."""
        if (target := self.target) is None or target.row.mention is None:
            self.post_message(Say("Choose a passage first: tab goes to the comparison, j and k choose."))
            return
        here, there = target.group.here, target.row.mention
        self.post_message(Decided(same, (here.article, here.start, here.end), (there.article, there.start, there.end)))

    def on_focus(self) -> None:
        """Show which passage is chosen."""
        self.refresh()

    def on_blur(self) -> None:
        """No longer show which passage is chosen."""
        self.refresh()

    def on_click(self, event: Click) -> None:
        """Choose the passage under the mouse; a second click goes there."""
        line = self.scroll_offset.y + event.y
        for index, target in enumerate(self._lines.targets):
            if target.first <= line <= target.last:
                self.choose(index)
                if event.chain == 2:
                    self.action_choose()
                return
