"""Making a bookmark from a passage of an opened article, with everything that will find and explain it later."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from tui.articles.labels import told_apart
from tui.articles.model import Article
from tui.comparison.model import Fact, Mention
from tui.library.bookmarks.citing import source_of
from tui.library.bookmarks.counting import MOST_PLACES
from tui.library.bookmarks.model import CONTEXT, Bookmark, BookmarkedArticle, Kind, OtherPassage


def now() -> str:
    """The present time in UTC, ISO 8601 to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def new_id() -> str:
    """A random id: the 32 hexadecimal digits of a version 4 UUID (RFC 9562), so that annotations can carry it."""
    digits = bytearray(os.urandom(16))
    digits[6] = digits[6] & 0x0F | 0x40
    digits[8] = digits[8] & 0x3F | 0x80
    return digits.hex()


def places_of(words: str, text: str) -> Iterator[int]:
    """Offsets at which words stand in a text, also overlapping ones."""
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def article_record(article: Article) -> BookmarkedArticle:
    """What a bookmark keeps of an article."""
    return BookmarkedArticle(
        title=article.title,
        source=article.source,
        author=article.author,
        url=article.url,
        path=article.path,
        published=article.published,
        text_sha256=article.text_sha256,
        folder=article.folder,
    )


def other_passages(fact: Fact, articles: Iterable[Article], *, but: str) -> tuple[OtherPassage, ...]:
    """What the other sources say of a fact, as it stands.

    Args:
        fact: The fact.
        articles: The articles of its story.
        but: Id of the article that is being read, whose own mentions are left out.
    """
    known = {article.id: article for article in articles}
    return tuple(
        _other(known[mention.article], mention)
        for mention in fact.mentions
        if mention.article != but and mention.article in known
    )


def _other(article: Article, mention: Mention) -> OtherPassage:
    return OtherPassage(
        mention.text, article_record(article), mention.start, mention.end, mention.modality, mention.origin
    )


def make_bookmark(
    article: Article,
    start: int,
    end: int,
    *,
    kind: Kind = "passage",
    fact: Fact | None = None,
    others: Sequence[OtherPassage | tuple[Article, Mention]] = (),
    articles: Iterable[Article] = (),
    speaker: str | None = None,
    note: str = "",
    tags: Sequence[str] = (),
    color: str | None = None,
) -> Bookmark:
    """Make a bookmark; it is kept by `BookmarkFile.add`.

    Args:
        article: The article that is read.
        start: Code-point offset where the passage begins.
        end: Where it ends, exclusive.
        kind: What was bookmarked.
        fact: The fact that the passage states.
        others: What the other sources say of it; see `other_passages`.
        articles: The articles of its story, whose sources are named behind the readings in possible conflict.
        speaker: Whose words the passage are.
        note: The reader's own words.
        tags: The reader's tags; white space around them and repetitions are dropped.
        color: Name of the colour it is marked with.

    Raises:
        ValueError: The passage is empty or not within the text.
    """
    if not 0 <= start < end <= len(article.text):
        raise ValueError("the passage is empty or not within the text")
    exact = article.text[start:end]
    modality = (
        next(
            (
                one.modality
                for one in fact.mentions
                if one.article == article.id and one.start < end and start < one.end
            ),
            None,
        )
        if fact
        else None
    )
    moment = now()
    places = list(places_of(exact, article.text))
    at_issue = {value.article for one in fact.disputed for value in one.values} if fact else frozenset()
    named = {one.id: one for one in (article, *articles) if one.id in at_issue}
    names = told_apart({key: (source_of(article_record(one)), one.published) for key, one in named.items()})
    return Bookmark(
        id=new_id(),
        created=moment,
        modified=moment,
        article=article_record(article),
        exact=exact,
        prefix=article.text[max(0, start - CONTEXT) : start],
        suffix=article.text[end : end + CONTEXT],
        start=start,
        end=end,
        places=tuple(places) if 1 < len(places) <= MOST_PLACES else (),
        kind=kind,
        speaker=speaker,
        modality=modality,
        fact=fact.label if fact else None,
        conflicts=tuple(one.told(names) for one in fact.disputed) if fact else (),
        others=tuple(one if isinstance(one, OtherPassage) else _other(*one) for one in others),
        note=note,
        tags=tuple(dict.fromkeys(tag.strip() for tag in tags if tag.strip())),
        color=color,
    )
