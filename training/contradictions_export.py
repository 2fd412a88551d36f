"""Make `contradiction.onnx` of checkpoints: `python -m training.contradictions_export CHECKPOINTS` takes their mean."""

from __future__ import annotations

from pathlib import Path

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

    def forward(self, middle: Tensor, second: Tensor) -> tuple[Tensor, Tensor]:
        """States (length, hidden) and 1.0 for the second sentence (length, 1) to odds (1, 1) and words (length, 1)."""
        model = self.model
        states = (middle + second * model.second)[None]
        for layer in model.layers:
            states = layer(states, None)
        inside = (second[:, 0] > 0.5)[None]
        odds, words = model.read_off(states, ~inside, inside)
        return odds[:, None], words[0][:, None]


class Alone(nn.Module):
    """The model over one text, to see which channels are large."""

    def __init__(self, pair: OnePair, lower: Path) -> None:
        """Take the model and the file of the lower layers."""
        super().__init__()
        self.pair, self.lower = pair, session(lower)

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Word embeddings (length, hidden), of which the second half stands for the second sentence."""
        middle = torch.tensor(self.lower.run(None, {"words": words.numpy()})[0])
        second = (torch.arange(len(words)) >= len(words) // 2).float()[:, None]
        return self.pair(middle, second)  # type: ignore[no-any-return]


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
    alone = Alone(pair, options.out / "middle.onnx").eval()
    texts = sample(options.out, PREFIX)
    split_outliers(list(model.layers), alone, texts)
    path = options.out / "contradiction.onnx"
    export(pair, ("odds", "words"), path, {"middle": original.hidden, "second": 1}, whole=("odds",))
    write_digests(options.out)
    (middle,) = session(options.out / "middle.onnx").run(None, {"words": texts[0].numpy()})
    second = (torch.arange(len(middle)) >= len(middle) // 2).float()[:, None]
    with torch.no_grad():
        exact, _ = pair(torch.tensor(middle), second)
    found, _ = session(path).run(None, {"middle": middle, "second": second.numpy()})
    print(
        f"layers {MIDDLE + 1} to 12 over pairs: log odds {float(found[0, 0]):.2f}, in float32 {float(exact[0, 0]):.2f}"
    )


if __name__ == "__main__":
    main()
