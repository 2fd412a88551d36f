"""A list of rows of one height, drawn by the row: fifty thousand rows cost no more than fifty.

Subclasses say how many rows there are and what each looks like.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.articles.display import printable
from tui.reader.commands import bindings
from tui.reader.icons import Icons, icons
from tui.reader.named_styles import NamedStyles

if TYPE_CHECKING:
    from textual.binding import BindingType


class RowList(NamedStyles, ScrollView, can_focus=True, inherit_bindings=False):
    """Rows of equal height with one of them chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]

    chosen: var[int] = var(0)
    """Index of the chosen row."""

    row_height = 1
    """Lines of a row."""

    @dataclass
    class Moved(Message):
        """Another row is chosen."""

        list: RowList
        index: int

        @property
        def control(self) -> RowList:
            """The list, for ``on`` with a selector."""
            return self.list

    @dataclass
    class Opened(Message):
        """The reader wants to see what the row stands for."""

        list: RowList
        index: int

        @property
        def control(self) -> RowList:
            """The list, for ``on`` with a selector."""
            return self.list

    def __init__(self, *, signs: str = "unicode", id: str | None = None, classes: str | None = None) -> None:
        """Make an empty list with an icon set."""
        super().__init__(id=id, classes=classes)
        self.signs: Icons = icons(signs)
        self._styles_by_name: dict[str, Style] = {}

    # What subclasses say -----------------------------------------------------------------------------------------

    def row_count(self) -> int:
        """How many rows there are."""
        return 0

    def row_line(self, index: int, line: int, width: int) -> Sequence[Segment]:
        """The segments of one line of a row; longer ones are cut, shorter ones filled.

        What is cut or measured should be `printable` before; what is drawn is made so in any case.
        """
        return []

    # Behaviour ---------------------------------------------------------------------------------------------------

    def rows_changed(self) -> None:
        """Draw anew after the rows changed."""
        self.virtual_size = Size(self.scrollable_content_region.width, self.row_count() * self.row_height)
        self.set_reactive(RowList.chosen, max(0, min(self.chosen, self.row_count() - 1)))
        self.refresh()

    def style_named(self, name: str) -> Style:
        """The style of a component, ``row`` complete and the others to be laid over it."""
        style = self._styles_by_name.get(name)
        if style is None:
            style = self.get_component_rich_style(f"list--{name}", partial=name != "row")
            self._styles_by_name[name] = style
        return style

    def notify_style_update(self) -> None:
        """Take the styles of a new theme."""
        super().notify_style_update()
        self._styles_by_name.clear()

    def on_resize(self, event: Resize) -> None:
        """Fit the rows to the new width, with the chosen one still in sight."""
        self.rows_changed()
        self._keep_in_sight()

    def render_line(self, y: int) -> Strip:
        """Draw one line of the pane."""
        width = self.scrollable_content_region.width
        base = self.style_named("row")
        index, line = divmod(self.scroll_offset.y + y, self.row_height)
        if index >= self.row_count():
            return Strip.blank(width, base)
        over = self.style_named("row-chosen") if index == self.chosen and self.marks_chosen else Style()
        # Filled with cells that have no style of their own, so that a chosen row is marked to its end.
        drawn = (Segment(printable(text), style) for text, style, _ in self.row_line(index, line, width))
        strip = Strip(drawn).adjust_cell_length(width)
        return Strip([Segment(text, _laid(base, style, over)) for text, style, _ in strip], width)

    @property
    def marks_chosen(self) -> bool:
        """Whether the chosen row is marked by its background."""
        return True

    def watch_chosen(self, before: int, after: int) -> None:
        """Show which row is chosen."""
        self._keep_in_sight()
        self.refresh()
        self.post_message(self.Moved(self, after))

    def _keep_in_sight(self) -> None:
        top, height = self.chosen * self.row_height, self.row_height
        if top < self.scroll_offset.y:
            self.scroll_to(y=top, animate=False, force=True, immediate=True)
        elif top + height > self.scroll_offset.y + self.size.height:
            self.scroll_to(y=top + height - self.size.height, animate=False, force=True, immediate=True)

    def choose(self, index: int) -> None:
        """Choose a row, the nearest one that there is."""
        if self.row_count():
            self.chosen = max(0, min(self.row_count() - 1, index))

    def action_row(self, step: int) -> None:
        """Go on or back by rows."""
        self.choose(self.chosen + step)

    def action_row_page(self, step: int) -> None:
        """Go on or back by a page, with what is shown."""
        rows = step * max(1, self.size.height // self.row_height - 1)
        top = self.scroll_offset.y + rows * self.row_height
        self.scroll_to(y=top, animate=False, force=True, immediate=True)
        self.choose(self.chosen + rows)

    def action_row_edge(self, step: int) -> None:
        """Go to the first or last row."""
        self.choose(0 if step < 0 else self.row_count())

    def action_choose(self) -> None:
        """Open the chosen row."""
        if self.row_count():
            self.post_message(self.Opened(self, self.chosen))

    def on_click(self, event: Click) -> None:
        """Choose and open the row under the mouse."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        index = (self.scroll_offset.y + offset.y) // self.row_height
        if index < self.row_count():
            self.choose(index)
            self.post_message(self.Opened(self, index))


def _laid(base: Style, style: Style | None, over: Style) -> Style:
    """The style of a piece of a row; what has a ground of its own, such as a match, keeps it on a chosen row."""
    if style is None:
        return base + over
    return base + over + style if style.bgcolor is not None else base + style + over
