"""Words from outside, made safe to show."""


def printable(text: str) -> str:
    """The text with what a terminal would obey replaced, of the same length."""
    return "".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in text)
