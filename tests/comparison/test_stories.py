import pytest

from tests.comparison.making import WordEncoder, analysis, article, quotation, value
from tui.articles.model import Article
from tui.comparison import Comparison, Decision, Passage, compare, stories
from tui.comparison.model import Fact
from tui.language.model import Analysis, EntityLabel

NAMES: tuple[tuple[str, EntityLabel], ...] = (
    ("Anna Berger", "PER"),
    ("Jonas Keller", "PER"),
    ("Lindau", "LOC"),
    ("Karl Vogt", "PER"),
    ("Rhenia", "ORG"),
)

FIRE = (
    "Explosion in Chemiewerk von Lindau\n"
    "Bei einer Explosion im Chemiewerk in Lindau sind 12 Menschen gestorben.\n"
    "Die Ursache der Explosion ist nach Angaben der Feuerwehr noch unklar.\n"
    "Bürgermeisterin Anna Berger sprach den Familien ihr Beileid aus.\n",
    "Zwölf Tote nach Explosion im Werk von Lindau\n"
    "Im Chemiewerk von Lindau hat es am Abend eine Explosion gegeben, 15 Menschen sind gestorben.\n"
    "Bürgermeisterin Anna Berger sprach den Familien der Toten ihr Beileid aus.\n"
    "Das Wetter bleibt sonnig und warm.\n",
    "Chemiewerk in Lindau explodiert\n"
    "Eine Explosion im Chemiewerk in Lindau hat nach ersten Berichten Menschen getötet.\n"
    "Die Feuerwehr kennt die Ursache der Explosion noch nicht.\n",
)

MERGER = (
    "Rhenia will Konkurrenten übernehmen\n"
    "Der Versicherer Rhenia bietet 3 Milliarden Euro für seinen Konkurrenten, sagte Vorstand Karl Vogt.\n"
    "Die Aktionäre stimmen im Herbst über das Angebot ab.\n",
    "Versicherer Rhenia bietet Milliarden\n"
    "Vorstand Karl Vogt kündigte an, dass der Versicherer Rhenia 3 Milliarden Euro für den Konkurrenten bietet.\n"
    "Im Herbst stimmen die Aktionäre über das Angebot ab.\n",
)


def made(texts: tuple[str, ...]) -> tuple[list[Article], list[Analysis]]:
    articles = [article(text, f"{text[:12]}.txt") for text in texts]
    analyses = []
    for one in articles:
        values = []
        for words, count in (("12 Menschen", 12), ("15 Menschen", 15)):
            if words in one.text:
                values.append(value(one, words, count, count, "Menschen"))
        analyses.append(analysis(one, NAMES, values))
    return articles, analyses


def compared(texts: tuple[str, ...], decisions: tuple[Decision, ...] = ()) -> Comparison:
    articles, analyses = made(texts)
    return compare(articles, analyses, WordEncoder(), decisions)


def facts(comparison: Comparison) -> list[Fact]:
    return [fact for story in comparison.stories for fact in story.facts]


def holding(comparison: Comparison, *words: str) -> list[Fact]:
    return [f for f in facts(comparison) if all(any(word in m.text for m in f.mentions) for word in words)]


def test_the_same_fact_is_found_in_two_articles_and_nothing_else_with_it() -> None:
    found = holding(compared(FIRE), "sprach den Familien ihr Beileid", "sprach den Familien der Toten")
    assert found
    assert not any("Wetter" in mention.text for fact in found for mention in fact.mentions)


def test_every_mention_is_verbatim_and_every_fact_has_two_articles() -> None:
    articles, analyses = made(FIRE)
    text = {one.id: one.text for one in articles}
    result = compare(articles, analyses, WordEncoder())
    assert facts(result)
    for fact in facts(result):
        assert len(fact.articles) >= 2
        for mention in fact.mentions:
            assert text[mention.article][mention.start : mention.end] == mention.text
            assert 0.0 <= mention.confidence <= 1.0


def test_two_exact_counts_of_the_same_thing_are_a_possible_conflict_with_a_reason() -> None:
    conflicts = [
        difference
        for fact in facts(compared(FIRE))
        for difference in fact.differences
        if difference.relation == "conflict"
    ]
    assert any({"12 Menschen", "15 Menschen"} <= {side.text for side in difference.values} for difference in conflicts)
    assert any(difference.reason.endswith("different exact counts of the same thing") for difference in conflicts)
    for difference in conflicts:
        assert len({side.article for side in difference.values}) >= 2


def test_the_same_sum_of_two_givers_is_two_facts() -> None:
    texts = (
        "Für das Museum gab Rhenia 1 Milliarde Euro.\nDas Museum steht seit 100 Jahren am Ufer des Sees.\n",
        "Für das Museum versprach Karl Vogt 1 Milliarde Euro.\nDas Museum steht seit 100 Jahren am Ufer des Sees.\n",
    )
    articles = [article(text, text[:20]) for text in texts]
    analyses = [
        analysis(one, NAMES, (value(one, "1 Milliarde Euro", 1e9, 1e9, "EUR", kind="money"),)) for one in articles
    ]
    result = compare(articles, analyses, WordEncoder())
    assert holding(result, "am Ufer")
    assert not holding(result, "gab Rhenia", "versprach Karl Vogt")


def test_a_folder_with_two_stories_is_split_and_no_fact_crosses() -> None:
    result = compared((*FIRE, *MERGER))
    assert sorted(len(story.articles) for story in result.stories) == [2, 3]
    for story in result.stories:
        for fact in story.facts:
            assert set(fact.articles) <= set(story.articles)


def test_in_a_large_folder_articles_are_known_by_what_few_share_and_by_what_many_do(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stories, "FEW_HAVE", 2)
    articles, analyses = made((*FIRE, *MERGER))
    fillers = [article(f"Der Kreis {n}x{n} plant {n}y. Die Kasse {n}z zahlt.", f"{n}.txt") for n in range(40)]
    groups = stories.split_stories([*articles, *fillers], [*analyses, *(analysis(one) for one in fillers)])
    assert [group.members for group in groups if len(group.members) > 1] == [(0, 1, 2), (3, 4)]


def test_an_article_alone_is_a_story_without_facts() -> None:
    result = compared(FIRE[:1])
    assert len(result.stories) == 1
    assert result.stories[0].facts == ()
    assert len(result.analyses) == 1


def test_nothing_to_compare_is_no_error() -> None:
    assert compare((), (), None) == Comparison((), ())
    empty = article("", "empty.txt")
    assert len(compare([empty], [analysis(empty)], WordEncoder()).stories) == 1


def test_articles_with_almost_the_same_text_are_duplicates_and_one_origin() -> None:
    copy = FIRE[0] + "Mehr dazu in Kürze.\n"
    result = compared((FIRE[0], copy))
    assert len(result.stories[0].duplicates) == 1
    assert len(result.stories[0].duplicates[0]) == 2
    assert facts(result)
    assert all(fact.origins == 1 for fact in facts(result))


def test_two_articles_that_name_one_source_have_one_origin() -> None:
    articles, _ = made(FIRE)
    words = ("sprach den Familien ihr Beileid aus", "sprach den Familien der Toten ihr Beileid aus")
    analyses = [
        analysis(one, NAMES, (), (quotation(one, said, "indirect", "Anna Berger"),))
        for one, said in zip(articles, words, strict=False)
    ]
    result = compare(articles[:2], analyses, WordEncoder())
    found = holding(result, "Beileid")
    assert found
    assert [mention.origin for mention in found[0].mentions] == ["Anna Berger", "Anna Berger"]
    assert [mention.modality for mention in found[0].mentions] == ["attributed", "attributed"]
    assert found[0].origins == 1


def passage(one: Article, words: str) -> Passage:
    start = one.text.index(words)
    return Passage(one.text_sha256, start, start + len(words))


def test_a_reader_who_says_not_the_same_is_obeyed() -> None:
    articles, _ = made(FIRE)
    first, second = passage(articles[0], "Beileid"), passage(articles[1], "Beileid")
    result = compared(FIRE, (Decision(False, first, second),))
    for fact in facts(result):
        starts = {
            (mention.article, mention.start <= spot.start < mention.end)
            for mention in fact.mentions
            for spot, one in ((first, articles[0]), (second, articles[1]))
            if mention.article == one.id
        }
        assert not {(articles[0].id, True), (articles[1].id, True)} <= starts


def test_a_reader_who_says_the_same_is_obeyed_and_later_words_outweigh_earlier() -> None:
    articles, _ = made(FIRE)
    first, second = passage(articles[0], "Ursache der Explosion"), passage(articles[1], "Wetter")
    same = compared(FIRE, (Decision(False, first, second), Decision(True, first, second)))
    assert holding(same, "Ursache der Explosion", "Wetter")
    withdrawn = compared(FIRE, (Decision(True, first, second), Decision(False, first, second)))
    assert not holding(withdrawn, "Ursache der Explosion", "Wetter")


def test_a_later_event_of_the_same_people_is_marked() -> None:
    later = (
        "Gericht spricht Werksleiter frei\n"
        "Zwei Jahre danach hat das Landgericht den Werksleiter Jonas Keller freigesprochen.\n"
        "Der Richter sah keine Schuld bei ihm.\n"
        "Staatsanwälte wollen Revision einlegen.\n"
        "Bürgermeisterin Anna Berger nannte das Urteil zum Chemiewerk in Lindau bitter.\n"
    )
    articles, _ = made((*FIRE, later))
    result = compared((*FIRE, later))
    story = next(story for story in result.stories if articles[3].id in story.articles)
    assert articles[0].id in story.articles
    assert story.other_event == (articles[3].id,)


def test_without_an_encoder_words_are_compared_and_a_note_says_so() -> None:
    articles, analyses = made(FIRE)
    result = compare(articles, analyses, None)
    assert holding(result, "Beileid")
    assert all(any("encoder" in note for note in one.notes) for one in result.analyses)


def test_the_same_input_gives_the_same_result() -> None:
    assert compared((*FIRE, *MERGER)) == compared((*FIRE, *MERGER))


def test_ids_do_not_depend_on_the_other_stories_of_a_folder() -> None:
    alone = {fact.id for fact in facts(compared(MERGER))}
    together = {fact.id for fact in facts(compared((*FIRE, *MERGER)))}
    assert alone
    assert alone <= together


def test_progress_rises_to_the_end() -> None:
    told: list[tuple[int, int]] = []
    articles, analyses = made(FIRE)
    compare(articles, analyses, WordEncoder(), progress=lambda done, total: told.append((done, total)))
    assert told
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]
