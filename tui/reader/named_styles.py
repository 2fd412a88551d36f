"""Styles of parts of a widget, found in the style sheets when a part is first drawn.

Textual finds the styles of all of a widget's component classes at every start and at every change of focus; with the
sixty of the reading screen that is a tenth of the time to the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.css.styles import RenderStyles
from textual.dom import DOMNode

# Only the type checker is to see the base: Textual would count it among those that bring style sheets along.
if TYPE_CHECKING:
    _Styled = DOMNode
else:
    _Styled = object


class NamedStyles(_Styled):
    """A widget whose parts have styles by class names that it need not declare."""

    def get_component_styles(self, *names: str) -> RenderStyles:
        """The styles of parts, as the style sheets give them now; see `textual.dom.DOMNode`."""
        for name in names:
            if name not in self._component_styles:
                part = DOMNode(classes=name)
                part._attach(self)
                self.app.stylesheet.apply(part, animate=False)
                self._component_styles[name] = part.styles
        return super().get_component_styles(*names)

    def notify_style_update(self) -> None:
        """Find the styles anew, since another theme or focus may give others."""
        super().notify_style_update()
        self._component_styles.clear()
