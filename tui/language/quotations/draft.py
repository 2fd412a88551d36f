"""A quotation while its speaker is still looked for."""

from __future__ import annotations

from dataclasses import dataclass, field

from tui.language.model import QuotationFlag, QuotationKind, Span


@dataclass(slots=True)
class Draft:
    """A quotation with speaker, cue and origins as word numbers."""

    kind: QuotationKind
    spans: list[Span]
    speaker: tuple[int, int] | None = None
    cue: tuple[int, int] | None = None
    via: list[tuple[int, int]] = field(default_factory=list)
    flags: list[QuotationFlag] = field(default_factory=list)
    follows: bool = False
    """Whether the speaker is the one of the quotation before."""

    foreign: bool = False
    """Whether the verb of the sentence tells what somebody else said, so that its subject is not who speaks."""

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self.spans[0][0]

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.spans[-1][1]


@dataclass(frozen=True, slots=True)
class Voice:
    """Speaker and cue as word numbers."""

    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None
