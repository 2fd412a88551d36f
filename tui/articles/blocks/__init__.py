"""A text is cut into blocks, and each gets a role and the name of the rule that gave it.

What repeats, advertises or signs is folded so that one source does not say one thing fourteen times; nothing is lost.
"""

from tui.articles.blocks.datelines import Provenance, provenance, signed
from tui.articles.blocks.layout import Layout, find_blocks
from tui.articles.blocks.repeats import repeated_lines

__all__ = ["Layout", "Provenance", "find_blocks", "provenance", "repeated_lines", "signed"]
