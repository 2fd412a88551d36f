"""What is attached to a mail: other mails, and texts that are articles of their own, such as a press release."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from email.message import Message

READ = frozenset({".txt", ".md", ".html", ".htm", ".pdf", ".docx"})
"""Endings of attachments that are read; archives are not, so that a mail cannot hold a hundred bombs."""
MOST_READ = 20
"""Attachments of a mail that are read."""
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Attachment:
    """A part of a mail that is not shown with it."""

    name: str
    read: bool
    """Whether it is one that is read."""
    data: bytes = b""
    mail: Message | None = None
    """Where it is a mail itself."""


def attachments(mail: Message) -> list[Attachment]:
    """The attachments of a mail and of the mails in it, in their order."""
    found: list[Attachment] = []
    pending = parts_of(mail)[::-1] if mail.is_multipart() else [mail]
    while pending:
        part = pending.pop()
        room = sum(one.read for one in found) < MOST_READ
        if part.get_content_type() == "message/rfc822":
            for inner in parts_of(part)[:1]:
                found.append(Attachment(_name(part, len(found), ".eml"), room, mail=inner))
                # Only what hangs on it: its own words are read with it.
                pending += [one for one in parts_of(inner)[::-1] if inner.is_multipart()]
        elif part.is_multipart():
            pending += parts_of(part)[::-1]
        elif part.get_content_disposition() == "attachment" or part.get_content_maintype() == "application":
            name = _name(part, len(found), "")
            readable = room and PurePath(name).suffix.lower() in READ
            payload = part.get_payload(decode=True) if readable else b""
            found.append(Attachment(name, readable, payload if isinstance(payload, bytes) else b""))
    return found


def parts_of(part: Message) -> list[Message]:
    """The parts of a part."""
    from email.message import Message

    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _name(part: Message, number: int, ending: str) -> str:
    """What an attachment is called; the path under which it is shown is made harmless later."""
    try:
        given = part.get_filename() or ""
    except (LookupError, ValueError, TypeError):
        given = ""
    name = PurePath(given.replace("\\", "/").replace("\0", "")).name[-_LONGEST_NAME:]
    return name if name.lower().endswith(ending) and name.strip(". ") else f"attached-{number + 1}{ending}"
