"""The aiSFX convolutional tower: in numpy for the heads, as ONNX nodes for the whole.

Ma & Lerch, "Representation Learning for the Automatic Indexing of Sound Effects Libraries", ISMIR 2022.
"""

import json
from pathlib import Path

import numpy as np

BATCH_NORM_EPSILON = 1e-5
UCS_HEADS = ("prosfx", "soundlyTrain", "ucsMixed")


def head_layers(state, heads, name):
    """[(weight, bias)] x 3 of one classifier head."""
    index = int(heads[name][0])
    return [(state[f"fc.{index}.{i}.weight"], state[f"fc.{index}.{i}.bias"]) for i in (0, 2, 4)]


def head_classes(path=Path(__file__).parent.parent / "head-classes.json"):
    """Inferred class order of each UCS head."""
    return json.loads(Path(path).read_text())["heads"]


def folded_convolutions(state):
    """[(weight, bias)] x 8, batch normalisation folded in."""
    layers = []
    for block in range(1, 5):
        for part in (1, 2):
            at = f"embedding_net.conv_block{block}."
            scale = state[f"{at}bn{part}.weight"] / np.sqrt(state[f"{at}bn{part}.running_var"] + BATCH_NORM_EPSILON)
            bias = state[f"{at}bn{part}.bias"] - state[f"{at}bn{part}.running_mean"] * scale
            layers.append((state[f"{at}conv{part}.weight"] * scale[:, None, None, None], bias))
    return layers


def append_tower(graph, state, log_mel, output):
    """Blocks [n, 100, 96] -> mean over blocks [512]."""
    x = graph.op("Unsqueeze", log_mel, graph.constant([1], np.int64))
    for index, (weight, bias) in enumerate(folded_convolutions(state)):
        # The first four layers hold a twentieth of the weights and most of what rounding does to the output.
        stored = graph.half(weight) if index < 4 else graph.eighth(weight)
        x = graph.op("Conv", x, stored, graph.constant(bias), pads=[1, 1, 1, 1], kernel_shape=[3, 3])
        x = graph.op("Relu", x)
        if index in (1, 3, 5):
            x = graph.op("MaxPool", x, kernel_shape=[2, 2], strides=[2, 2])
    x = graph.op("ReduceMean", x, axes=[3], keepdims=0)
    x = graph.op("ReduceMax", x, axes=[2], keepdims=0)
    return graph.op("ReduceMean", x, axes=[0], keepdims=0, output=output)
