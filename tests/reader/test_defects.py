"""What the reader sees when the program itself fails."""

from __future__ import annotations

from pathlib import Path

import pytest
from rich.text import Text

from tui.library.log import start_log
from tui.reader.app import LesartApp


async def test_a_defect_ends_with_one_sentence_and_its_details_in_the_log(app: LesartApp, tmp_path: Path) -> None:
    log = start_log(path=tmp_path / "lesart.log")
    assert log is not None
    shown: list[object] = []
    with pytest.raises(ZeroDivisionError):
        async with app.run_test(size=(80, 24)) as pilot:
            for _ in range(2):
                app._handle_exception(ZeroDivisionError("a text of an article"))
            shown += app._exit_renderables
            await pilot.pause()
    (sentence,) = shown
    assert isinstance(sentence, Text)
    assert sentence.plain.startswith("lesart: An unexpected error ended the reader (ZeroDivisionError); see ")
    assert app.return_code == 1
    assert "ZeroDivisionError: a text of an article" in log.read_text("utf-8")
