"""Files, folders and standard input become articles; their blocks are found, nothing is deleted.

The interface shows articles before any analysis is done, so this package imports the standard library alone.
"""

from tui.articles.decoding import Unreadable
from tui.articles.labels import labels_among, says_title, source_label
from tui.articles.model import OWN_ROLES, Article, Block, Problem, Reading, Role, TitleOrigin
from tui.articles.reading import read_bytes, read_named_bytes, read_paths
from tui.articles.seeds import read_seeds, seeds

__all__ = [
    "OWN_ROLES",
    "Article",
    "Block",
    "Problem",
    "Reading",
    "Role",
    "TitleOrigin",
    "Unreadable",
    "labels_among",
    "read_bytes",
    "read_named_bytes",
    "read_paths",
    "read_seeds",
    "says_title",
    "seeds",
    "source_label",
]
