"""Mails, such as newsletters and alerts: subject, sender and date are the description, the body is the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tui.articles.decoding import Unreadable, decode, text_codec
from tui.articles.formats.attachments import Attachment, attachments, parts_of
from tui.articles.formats.markup import words_of
from tui.articles.formats.protocol import Extracted, Problem
from tui.articles.metadata import Metadata, metadata_from

if TYPE_CHECKING:
    from email.message import Message

LONGEST_MAIL = 48 * 1024 * 1024
"""Bytes beyond which a mail is not read; servers take no longer ones."""
MOST_NESTED = 60
"""Parts within parts; the parser looks at each line once for each part that is open."""
MOST_PARTS = 10_000
"""Lines that may begin a part; each becomes a mail of its own in memory."""
MOST_LINES = 2_000_000
"""Lines of a mail, its attachments included; each may be a header."""
LONGEST_HEADER = 2_000
"""Code points of a header that are looked at."""

_FIRST = re.compile(rb"(?:From [^\n]{1,300}\n)?[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]*[^\n]*\r?\n(?:[A-Za-z]|[ \t]+\S)")
_KNOWN = re.compile(rb"^(?:From|Subject|Message-ID|Received|Return-Path|MIME-Version):", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mail:
    """A saved mail."""

    name: str = "eml"
    suffixes: tuple[str, ...] = (".eml",)

    def recognises(self, head: bytes) -> bool:
        """Whether the headers of a mail begin here."""
        headers = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
        return bool(_FIRST.match(head)) and len(_KNOWN.findall(headers)) >= 2

    def read(self, data: bytes, name: str) -> Iterator[Extracted | Problem]:
        """The mail, then the mails and texts that are attached to it."""
        if len(data) > LONGEST_MAIL:
            raise Unreadable(f"This mail is larger than {LONGEST_MAIL // 1024**2} MB; it was not read.")
        if data.lower().count(b"boundary") > MOST_NESTED or data.count(b"\n--") > MOST_PARTS:
            raise Unreadable("This mail has too many parts; it was not read.")
        if data.count(b"\n") + data.count(b"\r") > MOST_LINES:
            raise Unreadable(f"This mail has more than {MOST_LINES:,} lines; it was not read.")
        from email import message_from_bytes

        mail = message_from_bytes(data)
        attached = attachments(mail)
        text, about = _body(mail).strip(), _description(mail)
        found = [one for attachment in attached if attachment.read for one in _attached(attachment, about)]
        if text:
            yield Extracted(text, about, notes=_left_aside(attached))
        elif not any(isinstance(one, Extracted) for one in found):
            raise Unreadable("This mail has no text.")
        yield from found


FORMAT = Mail()


def _body(part: Message, top: bool = True) -> str:
    """The words of a mail or of one of its parts; attachments have none, mails within it neither."""
    if part.get_content_type() == "message/rfc822" and not top:
        return ""
    if part.is_multipart():
        parts = [(one.get_content_type(), _body(one, top=False)) for one in parts_of(part)]
        if part.get_content_type() == "multipart/alternative":
            # The same words several times, the best form last (RFC 2046, section 5.1.4).
            return next((words for _, words in reversed(parts) if words.strip()), "")
        return "\n\n".join(words for _, words in parts if words.strip())
    if part.get_content_type() not in ("text/plain", "text/html") or part.get_content_disposition() == "attachment":
        return ""
    words = _decoded(part)
    if part.get_content_type() == "text/html":
        return words_of(words)
    return _unwrapped(words) if str(part.get_param("format", "")).lower() == "flowed" else words


def _decoded(part: Message) -> str:
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes) or not payload.strip():
        return ""
    if codec := text_codec(part.get_content_charset()):
        try:
            return payload.decode(codec)
        except ValueError:
            pass  # what is declared is wrong: the bytes themselves are asked
    try:
        return decode(payload).text
    except Unreadable:
        return ""


def _unwrapped(words: str) -> str:
    """Lines that end in a space go on in the next one (RFC 3676, section 4.2), signatures excepted."""
    return re.sub(r"(?<!^--) \r?\n(?=\S)", " ", words, flags=re.MULTILINE)


def _description(mail: Message) -> Metadata:
    from email.utils import parseaddr

    name, address = parseaddr(_header(mail, "From"))
    sender = " ".join(name.split()) or address
    # A newsletter comes from a paper, other mails from a person.
    letter = any(mail.get(header) for header in ("List-Id", "List-Unsubscribe", "List-Post"))
    return metadata_from(
        {
            "title": _header(mail, "Subject"),
            "source": sender if letter else None,
            "author": None if letter else sender,
            "date": re.sub(r"\s*\([^()]*\)\s*$", "", _header(mail, "Date")),
        }
    )


def _header(mail: Message, name: str) -> str:
    from email.errors import HeaderParseError
    from email.header import decode_header

    value = str(mail.get(name) or "")[:LONGEST_HEADER]
    words = []
    try:
        for piece, charset in decode_header(value):
            words.append(piece if isinstance(piece, str) else _piece(piece, charset))
    except (HeaderParseError, ValueError):
        return value
    return " ".join("".join(words).split())


def _piece(piece: bytes, charset: str | None) -> str:
    try:
        return piece.decode(text_codec(charset) or "utf-8")
    except ValueError:
        return piece.decode("cp1252", "replace")


def _attached(attachment: Attachment, about: Metadata) -> list[Extracted | Problem]:
    """The articles of an attachment; the mail's date and paper are theirs where they say none."""
    from tui.articles.extracting import extract, moved_within

    said = Metadata(source=about.source, published=about.published)
    if attachment.mail is None:
        found = [moved_within(attachment.name, one) for one in extract(attachment.data, attachment.name)]
    elif text := _body(attachment.mail).strip():
        found = [Extracted(text, _description(attachment.mail), attachment.name)]
    else:
        found = []
    return [
        replace(one, metadata=one.metadata.completed_by(said)) if isinstance(one, Extracted) else one for one in found
    ]


def _left_aside(attached: Sequence[Attachment]) -> tuple[str, ...]:
    count = sum(not attachment.read for attachment in attached)
    if not count:
        return ()
    return ("1 attachment of this mail was not read." if count == 1 else f"{count} attachments of it were not read.",)
