"""Search over everything, tolerant of typos, umlauts, word order, word forms and compounds.

Needs only raw text, so that articles can be searched before any analysis; rapidfuzz is loaded by the first query.
"""

from tui.library.search.index import SearchIndex
from tui.library.search.results import Group, Hit, Kind, SearchResults

__all__ = ["Group", "Hit", "Kind", "SearchIndex", "SearchResults"]
