"""List the digests of the shipped weights: `python -m training.digests` writes SHA256SUMS.

Keys of caches are made of this list, so that nobody has to read the weights to know whether they changed.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from training.vocabulary import arguments


def write_digests(folder: Path) -> None:
    """Write the file, which `sha256sum -c` checks."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(folder.iterdir())
        if path.suffix in (".onnx", ".npy", ".npz", ".json")
    ]
    (folder / "SHA256SUMS").write_text("".join(lines), "utf-8")


if __name__ == "__main__":
    write_digests(arguments(__doc__).parse_args().out)
