"""An encoder of another package in place of the shipped one."""

from __future__ import annotations

from importlib.metadata import EntryPoint, EntryPoints
from typing import ClassVar

import numpy as np
import pytest

from tests.library.fake_workshop import article
from tui.language import encoders
from tui.language.encoder import Encoder, EncoderMissing, TokenStates
from tui.library.models import Models
from tui.library.workshop import LanguageWorkshop

TEXTS = ("Der Turm fiel am Montag um.", "Am Montag ist der Turm gefallen.")


class Letters:
    """Reads each letter as a number."""

    name = "letters"
    asked: ClassVar[list[str]] = []

    def states(self, text: str) -> TokenStates:
        self.asked.append(text)
        ids = np.array([ord(letter) for letter in text], np.int64)
        places = np.arange(len(text), dtype=np.int64)
        return TokenStates(np.stack([places, places + 1], 1), ids, np.eye(7, dtype=np.float32)[ids % 7], ids * 0.0 + 1)


class Broken:
    def __init__(self) -> None:
        raise OSError("no weights in 'x'")


@pytest.fixture(autouse=True)
def offered(monkeypatch: pytest.MonkeyPatch) -> None:
    points = [EntryPoint(name.lower(), f"{__name__}:{name}", encoders.GROUP) for name in ("Letters", "Broken")]
    monkeypatch.setattr(encoders, "entry_points", lambda group: EntryPoints(points).select(group=group))
    Letters.asked.clear()


def compared(encoder: str | None) -> LanguageWorkshop:
    shop = LanguageWorkshop(Models(encoder=encoder))
    articles = [article(text, f"{place}.txt", language="de") for place, text in enumerate(TEXTS)]
    shop.compare(articles, [shop.analyse(one, None) for one in articles], (), lambda done, total: None)
    return shop


def test_a_story_is_compared_with_the_encoder_that_the_settings_name() -> None:
    assert not compared("letters").notes
    assert any("Turm" in text for text in Letters.asked)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("none", "“none” is no encoder: installed packages offer broken, letters."),
        ("broken", "The encoder broken cannot be used: no weights in 'x'."),
    ],
)
def test_an_encoder_that_cannot_be_used_is_told_and_the_shipped_one_reads(name: str, reason: str) -> None:
    assert compared(name).notes == [f"{reason} The shipped one is used."]
    with pytest.raises(EncoderMissing):
        encoders.open_encoder(name)


def test_what_one_encoder_found_is_not_taken_from_the_cache_for_another() -> None:
    versions = [LanguageWorkshop(Models(encoder=name)).version() for name in (None, "letters", "broken", "none")]
    assert len(set(versions)) == 3 and versions[3] == versions[0]


def test_the_toy_meets_the_protocol() -> None:
    encoder: Encoder = Letters()
    assert encoder.name == "letters"
