from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.language.quotations.reader import quotations

PIECES = st.sampled_from(
    [
        *"„“”\"»«‚‘’›‹'()[].,:;!?–-…",
        " ",
        "\n",
        "\n\n",
        "``",
        "''",
        " sagte ",
        " er ",
        " Weber ",
        "die Polizei",
        " laut ",
        " nach Angaben ",
        " zufolge ",
        ", dass ",
        " habe ",
        " sei ",
        " soll ",
        " worden sein",
        ", so ",
        " wie ",
        " mitteilte",
        " wird nicht",
        ", wie vorgesehen,",
        " am 28. Oktober entscheiden",
        " wonach ",
        "Das",
        " teilte ",
        " mit",
        " zu gehen",
        "10.000",
        "é\u0301",
        "😀",
        "\u00a0",
        "\x1b[0m",
    ]
)


def checked(text: str) -> None:
    found = quotations(text, [("Weber", "PER"), ("Polizei", "ORG")])
    assert len({quotation.id for quotation in found}) == len(found)
    for quotation in found:
        assert quotation.spans
        assert all(0 <= start < end <= len(text) for start, end in quotation.spans)
        assert list(quotation.spans) == sorted(quotation.spans)
        assert all(one[1] <= two[0] for one, two in zip(quotation.spans, quotation.spans[1:], strict=False))
        for reference in (quotation.speaker, quotation.cue, *quotation.via):
            if reference is not None:
                assert text[reference.start : reference.end] == reference.text


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, max_size=60).map("".join))
def test_marks_and_cues_in_any_order_give_spans_inside_the_text(text: str) -> None:
    checked(text)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300))
def test_any_characters_give_spans_inside_the_text(text: str) -> None:
    checked(text)


def test_marks_nested_a_thousand_deep_do_no_harm() -> None:
    checked("„" * 1000 + "Wir gehen" + "“" * 1000)
    checked("„A ‚B “ " * 400)
    checked("(" * 500 + " sagte er, dass " * 100 + ")" * 500)
