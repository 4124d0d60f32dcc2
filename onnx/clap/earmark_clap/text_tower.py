"""CLAP's text tower (RoBERTa) as a graph that takes token ids only: one description per run, never padded."""

import numpy as np
from onnx import TensorProto

from . import attention, tensors
from .attention import Attention
from .graph import FLOAT, INT64, Graph
from .weights import Weights


def build(state, config, store):
    """The model: input_ids [batch, tokens] -> text_embeds [batch, joint]; all rows of equal length."""
    text, weights = config.text, Weights(state)
    graph = Graph("clap-text", store)
    x = _embed(graph, weights, text)
    for index in range(text.layers):
        x = _layer(graph, weights, text, tensors.text_layer(index), x)
    first = graph.gather(x, 0, 1)
    pooled = graph.op("Tanh", graph.linear(first, *weights.linear("text_model.pooler.dense")))
    attention.projection(graph, weights, "text", pooled, "text_embeds")
    return graph.model([("input_ids", INT64, ["batch", "tokens"])], [("text_embeds", FLOAT, ["batch", config.joint])])


def _embed(graph, weights, text):
    prefix = "text_model.embeddings."
    # A padding token has the padding position and isn't counted, as in the reference.
    padding = graph.op("Equal", "input_ids", graph.constant(text.pad, np.int64))
    real = graph.op("Cast", graph.op("Not", padding), to=TensorProto.INT64)
    counted = graph.op("Mul", graph.op("CumSum", real, graph.constant(1, np.int64)), real)
    positions = graph.op("Add", counted, graph.constant(text.pad, np.int64))
    table = weights[prefix + "position_embeddings.weight"] + weights[prefix + "token_type_embeddings.weight"][0]
    words = graph.rows(weights[prefix + "word_embeddings.weight"], "input_ids")
    x = graph.op("Add", words, graph.op("Gather", graph.constant(table), positions, axis=0))
    return graph.layer_norm(x, *weights.norm(prefix + "LayerNorm"), text.eps)


def _layer(graph, weights, text, prefix, x):
    attended = _attention(graph, Attention.of(weights, prefix, text.heads), text, x)
    x = graph.layer_norm(graph.op("Add", x, attended), *weights.norm(prefix + "attention.output.LayerNorm"), text.eps)
    changed = attention.feed_forward(graph, graph.linear, weights, prefix, x)
    return graph.layer_norm(graph.op("Add", x, changed), *weights.norm(prefix + "output.LayerNorm"), text.eps)


def _attention(graph, layers, text, x):
    shape = (0, 0, text.heads, text.width // text.heads)  # 0 keeps the dimension
    query, key, value = (
        graph.reshape(graph.linear(x, *each), *shape) for each in (layers.query, layers.key, layers.value)
    )
    scores = graph.op("MatMul", graph.transpose(query, 0, 2, 1, 3), graph.transpose(key, 0, 2, 3, 1))
    mixed = graph.op("MatMul", graph.op("Softmax", scores, axis=-1), graph.transpose(value, 0, 2, 1, 3))
    mixed = graph.reshape(graph.transpose(mixed, 0, 2, 1, 3), 0, 0, text.width)
    return graph.linear(mixed, *layers.output)
