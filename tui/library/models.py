"""Which models read the articles: those that are shipped, or others that the reader's settings name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Models:
    """The models of other packages in place of the shipped ones; None for these."""

    pipeline: str | None = None
    """Name or folder of a spaCy pipeline."""
    encoder: str | None = None
    """Name of an entry point of the group ``lesart.encoders``."""


SHIPPED = Models()
