"""The stories that were opened, with their articles, sources and what was read of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from tui.articles import says_title, source_label
from tui.articles.model import Article
from tui.library.counting import plural
from tui.reader.commands import Place
from tui.reader.outline import Branch, Leaf
from tui.reader.screens.outline import OutlineScreen

ALONE = "Articles that stand alone"


class LibraryScreen(OutlineScreen):
    """Stories, with their articles."""

    PLACE: ClassVar[Place] = "library"

    def on_mount(self) -> None:
        """Open the story that is being read."""
        super().on_mount()
        story = self.desk.story_of(self.room.reading.article_id)
        for branch in self.branches:
            if story is not None and any(leaf.article in story.articles for leaf in branch.leaves):
                self.rows.opened.add(branch.key)
        self.rows.lay_out()

    def outline(self) -> tuple[Branch, ...]:
        """A branch for each story; articles without one stand together at the end."""
        comparison, by_id = self.desk.comparison, self.desk.by_id
        if comparison is None:
            return (self._branch("Opened articles", self.desk.order),) if self.desk.articles else ()
        stories = [[by_id[one] for one in story.articles if one in by_id] for story in comparison.stories]
        facts = {story.articles[0]: len(story.facts) for story in comparison.stories if story.articles}
        branches = [
            self._branch(articles[0].title, articles, facts.get(articles[0].id, 0))
            for articles in sorted((one for one in stories if len(one) > 1), key=len, reverse=True)
        ]
        alone = [articles[0] for articles in stories if len(articles) == 1]
        return (*branches, self._branch(ALONE, alone)) if alone else tuple(branches)

    def _branch(self, head: str, articles: Sequence[Article], facts: int = 0) -> Branch:
        unread = sum(article.id not in self.desk.read for article in articles)
        dates = sorted(article.published[:10] for article in articles if article.published)
        parts = [plural(len(articles), "article")]
        if facts:
            parts.append(plural(facts, "fact"))
        if dates:
            parts.append(dates[0] if dates[0] == dates[-1] else f"{dates[0]} to {dates[-1]}")
        parts.append(f"{unread} unread" if unread else "all read")
        return Branch(head, " · ".join(parts), tuple(self._leaf(article) for article in articles))

    def _leaf(self, article: Article) -> Leaf:
        label, words = source_label(article), len(article.text.split())
        title = article.title if says_title(label, article.title) else f"{label} · {article.title}"
        read = "read" if article.id in self.desk.read else "unread"
        position = self.desk.positions.get(article.id, 0)
        note = f"{article.published[:10]} · " if article.published else ""
        return Leaf(article.id, position, position, title, note=f"{note}{plural(words, 'word')} · {read}")

    def summary(self) -> str:
        """How many articles and stories."""
        count, stories = len(self.desk.articles), sum(branch.head != ALONE for branch in self.branches)
        words = plural(count, "article")
        if self.desk.comparison is None or not stories:
            return words
        return f"{words} in {plural(stories, 'story', 'stories')}"
