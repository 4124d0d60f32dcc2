"""Feature fusion of clips longer than the window: three crops beside the shrunk whole.

The reference picks the longer items of a batch by index, which no fixed graph can do. Here the fused tokens are
computed for every item and Where keeps them for the longer ones: the same values.
"""

from . import tensors, windows


def append(graph, weights, audio, x, tokens):
    """x [batch, 4, frames, bands], normalised; tokens of the shrunk whole, in window order."""
    local = _crops(graph, weights, audio, graph.slice(x, 1, 4, 1))
    total = graph.op("Add", tokens, local)
    near = _attend(graph, weights, "local_att", total)
    far = _attend(graph, weights, "global_att", graph.op("ReduceMean", total, graph.whole(1), keepdims=1))
    share = graph.op("Sigmoid", graph.op("Add", near, far))
    # 2·tokens·share + 2·local·(1 − share)
    mixed = graph.op("Add", local, graph.op("Mul", graph.op("Sub", tokens, local), share))
    fused = graph.op("Mul", mixed, graph.constant(2.0))
    return graph.op("Where", graph.reshape("is_longer", -1, 1, 1), fused, tokens)


def _crops(graph, weights, audio, x):
    """The three crops side by side, patches three times as wide as high; what is missing to the grid's width is 0."""
    patch, side, rows = audio.patch, audio.grid, audio.bands // audio.patch
    columns = audio.spec_size // (3 * patch)  # patches of one crop
    x = graph.reshape(x, -1, 3, audio.strips, audio.spec_size, audio.bands)
    x = graph.slice(x, 0, columns * 3 * patch, 3)
    x = graph.reshape(x, -1, 3, audio.strips, columns, 3 * patch, rows, patch)
    # batch, strip, row, crop, column, band in patch, frame in patch
    x = graph.reshape(graph.transpose(x, 0, 2, 5, 1, 3, 6, 4), -1, side, 3 * columns, 3 * patch * patch)
    kernel = weights[tensors.PATCH + "mel_conv2d.weight"].reshape(audio.channels, 3 * patch * patch)
    x = graph.linear(x, kernel.T, weights[tensors.PATCH + "mel_conv2d.bias"], exact=True)
    x = graph.op("Pad", x, graph.whole(0, 0, 0, 0, 0, 0, side - 3 * columns, 0))
    return graph.gather(graph.reshape(x, -1, side * side, audio.channels), windows.order(side, audio.window), 1)


def _attend(graph, weights, half, x):
    first, norm, second, last_norm = (f"{tensors.FUSION}{half}.{i}" for i in tensors.FUSION_PARTS[half])
    hidden = graph.op("Relu", graph.linear(x, *weights.pointwise(first, norm), exact=True))
    return graph.linear(hidden, *weights.pointwise(second, last_norm), exact=True)
