"""The elements of HTML by what they do to the words in them."""

from __future__ import annotations

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | frozenset(
    "address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure "  # noqa: SIM905
    "footer form header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th "
    "thead tr ul".split()
)
"""Their words stand apart from those around them."""
SILENT = frozenset(
    "audio button canvas embed head iframe img input link map meta noscript noframes object option param picture "  # noqa: SIM905
    "script select source style svg template textarea title track video".split()
)
"""They hold no words of an article."""
