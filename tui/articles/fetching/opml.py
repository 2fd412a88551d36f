"""Lists of feeds (OPML), as feed readers write them: outlines within outlines, some of which name a feed."""

from __future__ import annotations

from tui.articles.decoding import Unreadable

MOST_FEEDS = 500
"""Feeds of one list that are read."""


def outlines(data: bytes) -> tuple[tuple[str, ...], int]:
    """The addresses of the feeds in a list, as they stand there and in its order, each once, and how many are left out.

    What a list includes from elsewhere (outlines of type ``include``) is not followed.

    Args:
        data: the whole file.

    Raises:
        Unreadable: it is damaged, declares entities, or names no feed.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        # The tree is walked without recursion; entities, with which a few bytes stand for gigabytes, are refused.
        root = fromstring(data)
        found = [outline.get("xmlUrl") or outline.get("xmlurl") or "" for outline in root.iter("outline")]
    except DefusedXmlException as error:
        raise Unreadable("This list of feeds declares entities; it was not read, for safety.") from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        raise Unreadable("This list of feeds is damaged and cannot be read.") from error
    unique = list(dict.fromkeys(one.strip() for one in found if one.strip()))
    if not unique:
        raise Unreadable("This list names no feed.")
    return tuple(unique[:MOST_FEEDS]), max(0, len(unique) - MOST_FEEDS)
