"""Articles in another language beside German ones."""

from dataclasses import replace

from tests.comparison.making import analysis
from tests.comparison.test_stories import FIRE, MERGER, NAMES, made
from tui.comparison.stories import split_stories


def test_articles_in_another_language_join_the_story_whose_names_they_name_and_not_each_other() -> None:
    foreign = (
        "Blast at a chemical plant in Germany.\n"
        "An explosion has killed people at the plant in Lindau, the fire service said on Monday.\n"
        "In a statement mayor Anna Berger said that she was with the families of the dead.\n",
        "An insurer bids for a rival in Germany.\n"
        "The insurer Rhenia has offered money for the rival, its chief said on Monday in a statement.\n"
        "In autumn the families who own it are with him, said board member Karl Vogt of Rhenia.\n",
    )
    articles, _ = made((*FIRE[:2], *MERGER, *foreign))
    read = [replace(one, language="en") if one.text in foreign else one for one in articles]
    analyses = [analysis(one, NAMES if one.language == "de" else ()) for one in read]
    assert [group.members for group in split_stories(read, analyses)] == [(0, 1, 4), (2, 3, 5)]
