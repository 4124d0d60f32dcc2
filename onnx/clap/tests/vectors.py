"""Writes vectors.json: what PyTorch makes of the tiny models with random weights (needs requirements.txt).

`python tests/vectors.py` in onnx/clap. The inputs are formulas, so that a test in any language can make them.
"""

import json
import sys
from pathlib import Path

import numpy as np

FILE = Path(__file__).with_name("vectors.json")
SEED = 3


def features(items, channels, frames=1001, bands=64):
    item, channel, frame, band = np.meshgrid(*map(np.arange, (items, channels, frames, bands)), indexing="ij")
    wave = 30 * np.sin(0.013 * (item + 1) * frame + 0.37 * band + 1.1 * channel)
    return (-45 + wave + 10 * np.cos(0.11 * band * (item + 1))).astype(np.float32)


def _tower(kind):
    import tokenizers

    from earmark_clap import checkpoint, probes, reference

    source = checkpoint.describe(kind, SEED)
    model = reference.Reference(source)
    ids = probes.tokens(tokenizers.Tokenizer.from_buffer(source.tokenizer), source.config.text)
    found = {"ids": ids, "text": [_short(model.text([row])[0]) for row in ids]}
    if source.config.audio.fused:
        for name, longer in (("longer", True), ("shorter", False)):
            found[name] = [_short(row) for row in model.audio(features(2, 4), np.full((2, 1), longer))]
    else:
        found["audio"] = [_short(row) for row in model.audio(features(2, 1))]
    return found


def _short(vector):
    return [float(f"{value:.7g}") for value in vector]


if __name__ == "__main__":
    sys.path.insert(0, str(FILE.parents[1]))
    FILE.write_text(json.dumps({kind: _tower(kind) for kind in ("tiny-unfused", "tiny-fused")}) + "\n")
