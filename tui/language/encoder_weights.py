"""The weights that ship with the program: where they are, how they are opened, how keys of caches name them.

One table of word embeddings serves both the meaning encoder and the names model, so that neither file carries it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.language.encoder_pieces import Pieces

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

WEIGHTS = Path(__file__).parent / "weights"
DIGESTS = WEIGHTS / "SHA256SUMS"


class EncoderMissing(Exception):
    """The weights are not there or cannot be run; the message is a sentence for the reader."""


def digest(*names: str) -> str:
    """Twelve hexadecimal digits that change with the content of the named weight files.

    Reads only the list of digests beside the files, so that asking costs nothing. A file that the list does not name
    counts as empty.
    """
    import hashlib

    known: dict[str, str] = {}
    if DIGESTS.exists():
        for line in DIGESTS.read_text("utf-8").splitlines():
            value, _, name = line.partition("  ")
            known[name] = value
    return hashlib.sha256(" ".join(known.get(name, "") for name in names).encode()).hexdigest()[:12]


class Words:
    """The frozen embeddings of the pieces, 4 bits each with a scale for every 32 (the format Q4_0).

    Args:
        records: `scales` (12) float16 and `bytes` (12, 16) uint8 for each piece; in each byte the low half is the
            value at the byte's place in its block, the high half the one 16 places on.
    """

    def __init__(self, records: npt.NDArray[np.void]) -> None:
        """Keep the table as it is in the file."""
        self._scales = records["scales"]
        self._bytes = records["bytes"]

    def rows(self, ids: Sequence[int]) -> npt.NDArray[np.float32]:
        """Embeddings of some pieces, (pieces, 384)."""
        import numpy as np

        packed = self._bytes[ids]
        values = np.concatenate([packed & 15, packed >> 4], axis=2).astype(np.float32)
        values -= 8.0
        values *= self._scales[ids].astype(np.float32)[..., None]
        return values.reshape(len(ids), -1)


@cache
def load_pieces() -> Pieces:
    """The vocabulary; read once.

    Raises:
        EncoderMissing: The file is not there.
    """
    return Pieces.load(_existing("pieces.json"))


@cache
def load_words() -> Words:
    """The word embeddings; read once.

    Raises:
        EncoderMissing: The file is not there.
    """
    import numpy as np

    return Words(np.load(_existing("words.npy")))


@cache
def open_model(name: str) -> Any:
    """An onnxruntime session of a weight file, opened once, as several parts read one file.

    Raises:
        EncoderMissing: The file is not there, or this onnxruntime cannot run it.
    """
    path = _existing(name)
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # `side_by_side` gives each core a text of its own
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Texts differ in length: an arena would keep memory for every length that was ever seen.
    options.enable_mem_pattern = False
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        raise EncoderMissing(f"The weights {path} cannot be run by onnxruntime {onnxruntime.__version__}.") from error


def _existing(name: str) -> Path:
    path = WEIGHTS / name
    if not path.exists():
        raise EncoderMissing(f"The weights {path} are missing; install the program again.")
    return path
