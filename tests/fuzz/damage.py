"""Ways to damage a file, and what attackers put into one."""

from __future__ import annotations

import random

TOKENS: tuple[bytes, ...] = (
    b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\x1b[31m", b"\xc3", b"\xed\xa0\x80", b"\r", b"\n\n", b"\x85",
    b"../../etc/passwd", b"C:\\x", b"[" * 300, b"{" * 300, b'{"a":' * 200, b"]}", b'"', b"'", b"\\ud800", b"\\u0000",
    b"9" * 5_000, b"1e999", b"-", b"NaN", b"<", b">", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<div>" * 400,
    b"<b" * 300,
    b'<!DOCTYPE x [<!ENTITY a "&a;&a;">]>', b'<!ENTITY x SYSTEM "file:///etc/passwd">', b"&a;", b"&#x110000;", b"&#0;",
    b"<?xml version='1.0' encoding='utf-7'?>", b"<meta charset=utf-16>", b"charset=gibt-es-nicht", b"<table><tr>" * 100,
    b"---\n", b"+++\n", b"- " * 60, b"? ", b"&x *x", b"!!python/object:os.system", b"\nContent-Type: multipart/mixed; "
    b'boundary="b"\n\n--b\n', b"=?utf-8?b?////?=", b"=?x?q?=FF?=",
    b"\nDate: 99 Foo 99999 99:99:99 +9999\n", b"base64\n",
    b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"%PDF-1.7", b"endobj", b"/Length 999999999", b"stream\n", b"obj <<",
    b"SQLite format 3\0", b"https://[::1", b"http://\xc3\xa4/%zz", b"2024-13-45", b"0000-00-00", b"31.12.99999",
    "\u202e\u2066\ufeff\u00ad".encode(), "e\u0301".encode() * 50, "👩‍👩‍👧".encode() * 20, b"\xe2\x80\xa8", b"\x7f" * 20,
    "². Mai ".encode(), "①".encode(),
)  # fmt: skip


def damaged(data: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """The file after one to six damages."""
    whole = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        place = chance.randrange(len(whole) + 1)
        match chance.randrange(9):
            case 0:
                for _ in range(chance.choice((1, 4, 40))):
                    if whole:
                        whole[chance.randrange(len(whole))] = chance.randrange(256)
            case 1:
                del whole[place:]
            case 2:
                del whole[: place // 2]
            case 3:
                del whole[place : place + chance.choice((1, 8, 200))]
            case 4:
                whole[place:place] = chance.choice(TOKENS)
            case 5:
                whole[place : place + 20] = chance.choice(TOKENS) * chance.choice((1, 1, 3, 30))
            case 6:
                whole[place:place] = whole[place : place + chance.choice((10, 100, 1_000))] * chance.choice((1, 2, 20))
            case 7:
                other = chance.choice(others)
                start = chance.randrange(len(other))
                whole[place : place + 50] = other[start : start + chance.choice((10, 300, 3_000))]
            case _:
                # Lengths and offsets of binary files are where a wrong number does most.
                number = chance.choice((0, 1, 0xFF, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF))
                width, order = chance.choice((1, 2, 4)), chance.choice(("big", "little"))
                whole[place : place + width] = (number & (256**width - 1)).to_bytes(width, order)
    return bytes(whole[:1_000_000])
