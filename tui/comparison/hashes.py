"""Names for stories and facts that are the same in every run, made of what they hold."""

from __future__ import annotations

from hashlib import sha256


def hashed(*parts: str) -> str:
    """Sixteen hexadecimal digits of the parts' hash, in their order."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
