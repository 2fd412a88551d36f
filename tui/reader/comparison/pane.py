"""The comparison, drawn: the facts of the sentence as tabs, the chosen one with a row per source.

It knows what is chosen and open; where keys and mouse lead stands in ``panel``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.events import Resize
from textual.geometry import Size
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.articles.model import Article
from tui.reader.comparison.lines import Lines, Opened, Target
from tui.reader.comparison.wording import counts, safe
from tui.reader.desk import Desk
from tui.reader.icons import ASCII, IN_ASCII, Icons, icons
from tui.reader.messages import FactChosen
from tui.reader.named_styles import NamedStyles

if TYPE_CHECKING:
    from tui.reader.comparison.groups import Group
    from tui.reader.comparison.said import Said
    from tui.reader.comparison.tabs import Tab

LOW = 14
"""Lines below which a pane has none to spare."""

Place = tuple[str, int, int]


class ComparisonPane(NamedStyles, ScrollView, can_focus=True, inherit_bindings=False):
    """One fact of the sentence at a time, one row per other source."""

    desk: var[Desk] = var(Desk)
    place: var[Place] = var(("", 0, 0))
    """Article id, start and end of the sentence that is being read."""

    def __init__(self, *, signs: str = "unicode", next_key: str = "", id: str | None = None) -> None:
        """Make an empty panel with an icon set and the key that shows the next fact of the sentence."""
        super().__init__(id=id)
        self.signs: Icons = icons(signs)
        self.next_hint = f"{next_key} next" if next_key else ""
        self.groups: tuple[Group, ...] = ()
        self.fact = 0
        """Index of the fact that is shown."""
        self.chosen = 0
        """Index of the chosen row."""
        self.expanded: frozenset[Opened] = frozenset()
        self._tabs: tuple[Tab, ...] = ()
        self._lines = Lines(1, self._style_of, self.signs, lambda article: safe(article.text))
        self._styles: dict[tuple[str, ...], Style] = {}
        self._texts: dict[str, str] = {}

    def on_mount(self) -> None:
        """Lines keep the colours that they were made with, so another theme asks for new ones."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.lay_out())

    # What changed from above -------------------------------------------------------------------------------------

    def watch_desk(self) -> None:
        """Show what was learned; the fact that was shown stays, where it still is one."""
        self._texts = {key: text for key, text in self._texts.items() if key in self.desk.by_id}
        self.rebuild()

    def watch_place(self) -> None:
        """Follow the cursor."""
        self.fact, self.chosen, self.expanded, self.groups = 0, 0, frozenset(), ()
        self.rebuild()
        self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def on_resize(self, event: Resize) -> None:
        """Wrap for another width; what is chosen stays in sight."""
        self.rebuild()
        if self.has_focus:
            self.choose(self.chosen)

    def notify_style_update(self) -> None:
        """Take the styles of a new theme."""
        super().notify_style_update()
        self._styles.clear()

    # Building ----------------------------------------------------------------------------------------------------

    def rebuild(self) -> None:
        """Work out the facts of the sentence, and the lines of the one that is shown."""
        width, height = self.scrollable_content_region.size
        if not width:
            return
        shown = self.group.fact.id if self.group is not None else ""
        self.groups = self._find_groups()
        kept = (index for index, group in enumerate(self.groups) if group.fact.id == shown)
        self.fact = next(kept, min(self.fact, max(0, len(self.groups) - 1)))
        self.lay_out(width, height)

    def _find_groups(self) -> tuple[Group, ...]:
        article, start, end = self.place
        if self.desk.story_of(article) is None:
            return ()
        from tui.reader.comparison.groups import groups_for

        return groups_for(self.desk, article, (start, end), self.signs.ellipsis)

    def lay_out(self, width: int = 0, height: int = 0) -> None:
        """Make the lines of the fact that is shown.

        Args:
            width: Cells of the pane, 0 to ask for them.
            height: Lines of the pane, 0 to ask for them.
        """
        if not width:
            width, height = self.scrollable_content_region.size
        lines, group = Lines(width - 1, self._style_of, self.signs, self._text_of), self.group
        self._tabs, counted = (), False
        if group is None:
            words = self._nothing(self.place[0])
            lines.words(words.translate(IN_ASCII) if self.signs is ASCII else words, "dim")
        else:
            if len(self.groups) > 1:
                from tui.reader.comparison.tabs import tabs

                self._tabs = tabs(self.groups, self.fact, width - 1, self.signs)
                counted = lines.tabs(self._tabs, counts(group), self.next_hint)
            lines.group(self.desk, group, self.expanded, low=height < LOW, counted=counted)
        lines.decisions(self.desk, self._decided(self.groups))
        self._lines = lines
        self.chosen = max(0, min(self.chosen, len(lines.targets) - 1))
        self.border_title = self._title()
        # Never less than the pane: another size costs a pass over the layout of the screen, and a second paint.
        self.virtual_size = Size(width, max(height, len(lines.lines)))
        self.refresh()

    def _title(self) -> str:
        if not self.groups:
            return "Comparison"
        return "This fact" if len(self.groups) == 1 else f"Fact {self.fact + 1} of {len(self.groups)}"

    @property
    def lacking(self) -> str:
        """Why there is nothing to go to, in a sentence; empty where there is something, seen or not."""
        # Found anew, for a pane that is not shown has not followed the cursor.
        groups = self._find_groups()
        return "" if groups or self._decided(groups) else self._nothing(self.place[0])

    def _decided(self, groups: Sequence[Group]) -> tuple[Said, ...]:
        """The reader's decisions on the sentence that no row shows."""
        if not self.desk.decisions:
            return ()
        from tui.reader.comparison.groups import unseen

        article, start, end = self.place
        return unseen(self.desk, article, (start, end), groups)

    def _nothing(self, article: str) -> str:
        """Why there is nothing to compare."""
        desk = self.desk
        if article in desk.troubles:
            return safe(desk.troubles[article])
        if desk.opening and desk.comparison is None:
            return f"{safe(desk.opening)}; then they are compared."
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

    # What is shown -----------------------------------------------------------------------------------------------

    @property
    def group(self) -> Group | None:
        """The fact that is shown."""
        return self.groups[self.fact] if self.fact < len(self.groups) else None

    @property
    def target(self) -> Target | None:
        """What is chosen."""
        targets = self._lines.targets
        return targets[self.chosen] if self.chosen < len(targets) else None

    def show_fact(self, index: int) -> None:
        """Show another fact of the sentence, the nearest one that there is."""
        index = max(0, min(len(self.groups) - 1, index))
        if self.groups and index != self.fact:
            self.fact, self.chosen = index, 0
            self.lay_out()
            self.scroll_to(y=0, animate=False, force=True, immediate=True)
            if self.has_focus:
                self.choose(0)
            self.post_message(FactChosen(self.place[0], self.groups[index].here.start, self.groups[index].here.end))

    def choose(self, index: int) -> None:
        """Choose a row, the nearest one that there is, and bring it into sight."""
        self.chosen = max(0, min(len(self._lines.targets) - 1, index))
        if (target := self.target) is not None:
            # The tabs stay where they are, over the first line of what is scrolled.
            top, height, first = self.scroll_offset.y, self.size.height, target.first - bool(self._tabs)
            whole = min(first, max(0, target.last - height + 1))
            if self.chosen == 0:
                # What the fact is called stands above it, and is seen too as far as there is room.
                self.scroll_to(y=whole, animate=False, force=True, immediate=True)
            elif first < top:
                self.scroll_to(y=first, animate=False, force=True, immediate=True)
            elif target.last >= top + height:
                self.scroll_to(y=whole, animate=False, force=True, immediate=True)
        self.refresh()

    # Drawing -----------------------------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Draw one line of the pane."""
        width = self.scrollable_content_region.width
        index = self.scroll_offset.y + y if y or not self._tabs else 0
        plain = self._style_of(("panel",))
        if index >= len(self._lines.lines):
            return Strip.blank(width, plain)
        target = self.target
        chosen = target is not None and self.has_focus and target.first <= index <= target.last
        bar = Segment(self.signs.cursor if chosen else " ", self._style_of(("panel", "number")))
        strip = Strip([bar, *self._lines.lines[index]]).adjust_cell_length(width, plain)
        return strip.apply_style(self._style_of(("chosen",))) if chosen else strip

    def on_focus(self) -> None:
        """Show which row is chosen."""
        self.refresh()

    def on_blur(self) -> None:
        """No longer show which row is chosen."""
        self.refresh()
