"""Encoders of other packages, which the reader may choose in place of the shipped one.

A package offers one under the entry point group ``lesart.encoders``: something that is called without arguments and
gives an object that meets `tui.language.encoder.Encoder`. The weights of the comparison are fitted on the shipped
encoder, so that another one may find more or less; likeness is standardised within each story, whatever its scale.
"""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points

from tui.language.encoder import Encoder, EncoderMissing

GROUP = "lesart.encoders"


def offered() -> dict[str, EntryPoint]:
    """The encoders that installed packages offer, by name in alphabetical order."""
    return {point.name: point for point in sorted(entry_points(group=GROUP), key=lambda point: point.name)}


def why_not(name: str) -> str:
    """A sentence that says why there is no encoder of a name; empty where a package offers one."""
    known = offered()
    if name in known:
        return ""
    others = f"installed packages offer {', '.join(known)}" if known else "no installed package offers one"
    return f"“{name}” is no encoder: {others}."


def encoder_version(name: str) -> str:
    """Tells the results of one encoder from those of another in keys of caches; cheap, for nothing is loaded.

    Args:
        name: Name of an encoder; of one that no package offers the version is empty, as the shipped one reads then.
    """
    point = offered().get(name)
    if point is None:
        return ""
    return f"{point.name} {point.value} {point.dist.version if point.dist else ''}"


def open_encoder(name: str) -> Encoder:
    """Open an encoder.

    Args:
        name: Its name.

    Raises:
        EncoderMissing: No package offers it, or it cannot be opened.
    """
    if reason := why_not(name):
        raise EncoderMissing(reason)
    try:
        encoder: Encoder = offered()[name].load()()
        if not (isinstance(encoder.name, str) and callable(encoder.states)):
            raise TypeError("it does not meet the protocol of encoders")
    except Exception as error:  # a package of somebody else may fail in any way
        raise EncoderMissing(f"The encoder {name} cannot be used: {error or type(error).__name__}.") from error
    return encoder
