"""Ids that are the same in every run and on every machine, made of what they stand for."""

from __future__ import annotations

from hashlib import sha256


def hashed(*parts: str) -> str:
    """Sixteen hexadecimal digits of the parts' SHA-256, in their order, a zero byte between them."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
