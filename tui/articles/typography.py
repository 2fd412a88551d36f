"""Mends texts whose umlauts were read in the wrong character set before they came here (``Ã¤`` for ``ä``).

Only what clearly is such damage is mended: by ftfy, line by line, where a line has no right umlaut or quotation mark
beside the damage. A text that speaks of ``Ã¼`` keeps it.
"""

from __future__ import annotations

from tui.articles.patterns import pattern

_DAMAGE = pattern(
    # A letter of two bytes read as two letters (Windows and ISO; Mac; DOS), a mark of three bytes read as three.
    "[ÃÂ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[√¬][§∂ºÑñúü©´ª]|├[ñÂÇƒûúÄ¤¶╝ä╢ƒ]"
    "|[âÔΓ‚][€\x80ÇÄ][\x80-\xbfÄÅÇÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü™š›œžŸ“”‘’„…×ª₧¼½¢]"
)
_SIGNS = "ÃÂ√¬├âÔΓ‚"
"""How damage begins; looking for these is all that most texts cost."""
_LEFT = pattern("[ÃÂ√├]|\u2028|\u2029|\ufffd")
"""What shows that a line was not mended to its end."""
_CONTROL = pattern("[\x80-\x84\x86-\x9f]")
_CONTROLS = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
_RIGHT = pattern("[äöüÄÖÜß„]")
_ENOUGH = 3
"""Damaged places that are no accident; fewer are mended only in a text without any right umlaut."""


def mended(text: str) -> tuple[str, tuple[str, ...]]:
    """The text with its damage mended, and a note that says so; the same text and no note where it is sound.

    Args:
        text: A decoded text.
    """
    if text.isascii():
        return text, ()
    damaged = any(sign in text for sign in _SIGNS) and _DAMAGE.search(text)
    lines = text.splitlines(keepends=True) if damaged else []
    changed = _mend(lines, text)
    text = "".join(lines) if changed else text
    if _CONTROL.search(text) and not _DAMAGE.search(text):
        # These control characters stand in no text; they are quotation marks and dashes of Windows, one for one.
        changed += sum(_CONTROL.search(line) is not None for line in text.split("\n"))
        text = text.translate(_CONTROLS)
    if not changed:
        return text, ()
    where = "1 line" if changed == 1 else f"{changed:,} lines"
    return text, (f"Characters that had been read in a wrong character set were mended in {where}.",)


def _mend(lines: list[str], text: str) -> int:
    """Mend the lines in place; returns how many were."""
    broken = [index for index, line in enumerate(lines) if _DAMAGE.search(line) and not _is_right(line)]
    if not broken or (sum(len(_DAMAGE.findall(lines[index])) for index in broken) < _ENOUGH and _is_right(text)):
        return 0
    # 80 ms to import, and hardly any text needs it.
    from ftfy import TextFixerConfig, fix_encoding

    config = TextFixerConfig(unescape_html=False)
    changed = 0
    for index in broken:
        line = fix_encoding(lines[index], config)
        if line != lines[index] and not _LEFT.search(line):
            lines[index] = line
            changed += 1
    return changed


def _is_right(words: str) -> bool:
    """Whether there are umlauts or quotation marks that are no part of any damage."""
    return _RIGHT.search(_DAMAGE.sub("", words)) is not None
