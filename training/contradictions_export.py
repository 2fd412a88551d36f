"""Make `contradiction.onnx` of checkpoints: `python -m training.contradictions_export CHECKPOINTS` takes their mean."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn

from training.contradictions import Together
from training.digests import write_digests
from training.encoder import MIDDLE
from training.export import export, sample, session
from training.model import Encoder
from training.original import model_file, read_original
from training.outliers import split_outliers
from training.vocabulary import arguments
from tui.language.encoder import PREFIX


class OnePair(nn.Module):
    """The model over a single pair, as the program runs it."""

    def __init__(self, model: Together) -> None:
        """Take the trained model."""
        super().__init__()
        self.model = model

    def forward(self, middle: Tensor, upper: Tensor, second: Tensor) -> tuple[Tensor, Tensor]:
        """States (length, hidden) and 1.0 for the second sentence (length, 1) to odds (1, 1) and words (length, 1)."""
        model = self.model
        states = (middle + second * model.second)[None]
        for layer in model.layers:
            states = layer(states, None)
        inside = (second[:, 0] > 0.5)[None]
        joint = model.read_off(states, ~inside, inside)
        matched = model.matched(middle[None], upper[None], torch.ones_like(inside), inside)
        odds, words = model.both(joint, matched)
        return odds[:, None], words[0][:, None]


class Alone(nn.Module):
    """The model over one text, to see which channels are large."""

    def __init__(self, pair: OnePair, folder: Path) -> None:
        """Take the model and the folder of the encoder's files."""
        super().__init__()
        self.pair = pair
        self.lower, self.upper = session(folder / "middle.onnx"), session(folder / "meaning.onnx")

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Word embeddings (length, hidden), of which the second half stands for the second sentence."""
        return self.pair(*(torch.tensor(given) for given in self.given(words).values()))  # type: ignore[no-any-return]

    def given(self, words: Tensor) -> dict[str, npt.NDArray[np.float32]]:
        """What goes into the model."""
        (middle,) = self.lower.run(("middle",), {"words": words.numpy()})
        (upper,) = self.upper.run(("upper",), {"middle": middle})
        second = (np.arange(len(words)) >= len(words) // 2).astype(np.float32)[:, None]
        return {"middle": middle, "upper": upper, "second": second}


def main() -> None:
    """Write the file and print how far int8 is from float32 for one text."""
    parser = arguments(__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    options = parser.parse_args()
    original = read_original(model_file())
    model = Together(Encoder(original))
    states = [torch.load(path) for path in options.checkpoints]
    model.load_state_dict({key: sum(state[key].float() for state in states) / len(states) for key in states[0]})
    pair = OnePair(model.eval()).eval()
    alone = Alone(pair, options.out).eval()
    texts = sample(options.out, PREFIX)
    split_outliers(list(model.layers), alone, texts)
    path = options.out / "contradiction.onnx"
    widths = {"middle": original.hidden, "upper": original.hidden, "second": 1}
    export(pair, ("odds", "words"), path, widths, whole=("odds",))
    write_digests(options.out)
    given = alone.given(texts[0])
    with torch.no_grad():
        exact, _ = alone(texts[0])
    found, _ = session(path).run(None, given)
    print(
        f"layers {MIDDLE + 1} to 12 over pairs: log odds {float(found[0, 0]):.2f}, in float32 {float(exact[0, 0]):.2f}"
    )


if __name__ == "__main__":
    main()
