"""CLAP's audio tower (HTSAT, a Swin transformer) as a graph made for speed on processors.

Beside what windows.py and attention.py say: batch normalisation, the gain and offset of normalisations before a layer,
1/√d and the patch convolution are folded into constants and matrix products, and the mask of shifted windows is -1e4,
not -100: exp(-100) is a denormal float, and products with denormals take many times as long; both give exactly zero
weight to anything that matters.
"""

import numpy as np

from . import attention, fusion, interpolation, tensors, windows
from .attention import Attention
from .graph import BOOL, FLOAT, Graph
from .weights import Weights

MASKED = -1e4
EPS = 1e-5  # of the normalisations whose eps the configuration doesn't set


def build(state, config, frames, store):
    """The model: input_features [batch, 1 or 4, frames, bands] (and is_longer [batch, 1]) -> audio_embeds."""
    audio, weights = config.audio, Weights(state, store.integers)
    graph = Graph("clap-audio", store)
    tokens = _embed(graph, weights, audio, frames)
    tokens = _stages(graph, weights, audio, tokens)
    tokens = graph.layer_norm(tokens, *weights.norm(tensors.AUDIO + "norm"), EPS)
    mean = graph.op("ReduceMean", tokens, graph.whole(1), keepdims=0)
    attention.projection(graph, weights, "audio", mean, "audio_embeds")
    inputs = [("input_features", FLOAT, ["batch", 4 if audio.fused else 1, frames, audio.bands])]
    if audio.fused:
        inputs.append(("is_longer", BOOL, ["batch", 1]))
    return graph.model(inputs, [("audio_embeds", FLOAT, ["batch", config.joint])])


def _embed(graph, weights, audio, frames):
    """Spectrogram to tokens in window order."""
    gain, offset = weights.batch_norm(tensors.AUDIO + "batch_norm")
    x = interpolation.append(graph, "input_features", frames, audio.frames)
    x = graph.op("Add", graph.op("Mul", x, graph.constant(gain)), graph.constant(offset))
    whole = graph.slice(x, 0, 1, 1) if audio.fused else x
    tokens = graph.linear(_patches(graph, audio, whole), *_patch_weights(weights, audio), exact=True)
    if audio.fused:
        tokens = fusion.append(graph, weights, audio, x, tokens)
    if audio.patch_norm:
        tokens = graph.layer_norm(tokens, *weights.norm(tensors.PATCH + "norm"), EPS)
    return tokens


def _patches(graph, audio, x):
    """[batch, 1, frames, bands] -> [batch, tokens, patch²]: rows of the square are strips × bands, columns time."""
    side, window, patch = audio.grid, audio.window, audio.patch
    rows = audio.bands // patch  # token rows of one strip
    x = graph.reshape(x, -1, audio.strips, side // window, window, patch, rows // window, window, patch)
    return graph.reshape(graph.transpose(x, 0, 1, 5, 2, 6, 3, 7, 4), -1, side * side, patch * patch)


def _patch_weights(weights, audio):
    kernel = weights[tensors.PATCH + "proj.weight"].reshape(audio.channels, audio.patch**2)
    return kernel.T, weights[tensors.PATCH + "proj.bias"]


def _stages(graph, weights, audio, tokens):
    """[batch, tokens, channels] to the last stage's; in between a token is a row of two axes, as Gemm takes it."""
    side, width = audio.grid, audio.channels
    current = windows.order(side, audio.window)
    rows = graph.reshape(tokens, -1, width)
    for stage, depth in enumerate(audio.depths):
        for index in range(depth):
            shift = audio.window // 2 if index % 2 and side > audio.window else 0
            wanted = windows.order(side, audio.window, shift)
            rows, current = _reorder(graph, rows, current, wanted, width), wanted
            rows = _block(graph, weights, audio, stage, index, rows, side, shift, width)
        if stage < len(audio.depths) - 1:
            places, current = windows.merge(current, side, audio.window)
            side //= 2
            prefix = tensors.downsample(stage)
            rows = graph.gather(graph.reshape(rows, -1, 4 * side * side, width), places, 1)
            rows = _normalise(graph, weights, prefix + "norm", rows, side, 4 * width, EPS)
            rows = graph.gemm(rows, *weights.linear(prefix + "reduction", prefix + "norm"))
            width *= 2
    return graph.reshape(rows, -1, side * side, width)


def _reorder(graph, rows, current, wanted, width):
    if np.array_equal(current, wanted):
        return rows
    tokens = graph.reshape(rows, -1, len(wanted), width)
    return graph.reshape(graph.gather(tokens, windows.inverse(current)[wanted], 1), -1, width)


def _normalise(graph, weights, norm, rows, side, width, eps):
    x = graph.normalise(graph.reshape(rows, -1, side * side, width), side * side, eps)
    kept = weights.kept_gain(norm)
    return graph.reshape(x if kept is None else graph.op("Mul", x, graph.constant(kept)), -1, width)


def _block(graph, weights, audio, stage, index, rows, side, shift, width):
    prefix, heads = tensors.block(stage, index), audio.heads[stage]
    before, after = prefix + "layernorm_before", prefix + "layernorm_after"
    layers = Attention.of(weights, prefix, heads, before).head_last(heads)
    table = weights[prefix + "attention.self.relative_position_bias_table"].T
    bias = graph.gather(graph.constant(table), windows.relative_positions(audio.window), 1)
    if shift:  # constants: ONNX Runtime adds them once, when the session loads
        mask = windows.shift_mask(side, audio.window, shift, MASKED)
        bias = graph.op("Add", bias, graph.constant(mask[:, None]))
    x = _normalise(graph, weights, before, rows, side, width, audio.eps)
    rows = graph.op("Add", rows, _attention(graph, layers, audio, x, bias, heads, (side // audio.window) ** 2))
    x = _normalise(graph, weights, after, rows, side, width, audio.eps)
    changed = attention.feed_forward(graph, graph.gemm, weights, prefix, x, after)
    return graph.op("Add", rows, changed)


def _attention(graph, layers, audio, x, bias, heads, count):
    inside, width = audio.window**2, layers.query[0].shape[1]
    head_last = (-1, count, inside, width // heads, heads)
    query = graph.reshape(graph.gemm(x, *layers.query), *head_last)
    key = graph.reshape(graph.gemm(x, *layers.key), -1, count, inside, heads, width // heads)
    value = graph.reshape(graph.gemm(x, *layers.value), *head_last)
    scores = graph.op("MatMul", graph.transpose(query, 0, 1, 4, 2, 3), graph.transpose(key, 0, 1, 3, 4, 2))
    shares = graph.op("Softmax", graph.op("Add", scores, bias), axis=-1)
    mixed = graph.op("MatMul", shares, graph.transpose(value, 0, 1, 4, 2, 3))
    return graph.gemm(graph.reshape(graph.transpose(mixed, 0, 1, 3, 4, 2), -1, width), *layers.output)
