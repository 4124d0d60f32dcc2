"""Multi-head self-attention and feed-forward layers of both towers."""

import math
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Attention:
    """The four layers of one attention, each (weight [in, out], bias or None), with what costs nothing folded away.

    1/√d is in the query's. The key's bias adds the same to every score of a query, which softmax doesn't see; the
    value's goes through unchanged, since a query's shares sum to one, and is in the output's.
    """

    query: tuple
    key: tuple
    value: tuple
    output: tuple

    @staticmethod
    def of(weights, prefix, heads, norm=None):
        """`norm` names a normalisation before it whose gain and offset the layers take over."""
        self = prefix + "attention.self."
        query, query_bias = weights.linear(self + "query", norm)
        key, _ = weights.linear(self + "key", norm)
        value, value_bias = weights.linear(self + "value", norm)
        output, output_bias = weights.linear(prefix + "attention.output.dense")
        scale = 1 / math.sqrt(query.shape[1] // heads)
        return Attention(
            (query * scale, query_bias * scale), (key, None), (value, None), (output, output_bias + value_bias @ output)
        )

    def head_last(self, heads):
        """Query and value in the order [value of the head, head] instead of [head, value of the head].

        ONNX Runtime then moves the heads to the front by plain matrix transposition, three times as fast as moving
        short runs of values.
        """
        width = self.query[0].shape[1]
        order = np.arange(width).reshape(heads, -1).T.reshape(-1)
        (query, query_bias), (value, _), (output, output_bias) = self.query, self.value, self.output
        return Attention(
            (query[:, order], query_bias[order]), self.key, (value[:, order], None), (output[order], output_bias)
        )


def feed_forward(graph, linear, weights, prefix, x, norm=None):
    """`linear` appends a layer (graph.linear or graph.gemm); for `norm` see Attention.of."""
    hidden = graph.op("Gelu", linear(x, *weights.linear(prefix + "intermediate.dense", norm)))
    return linear(hidden, *weights.linear(prefix + "output.dense"))


def projection(graph, weights, tower, x, output):
    """The two layers from a tower's width into the joint space; the result is not unit length."""
    hidden = graph.op("Relu", graph.linear(x, *weights.linear(f"{tower}_projection.linear1")))
    weight, bias = weights.linear(f"{tower}_projection.linear2")
    return graph.op("Add", graph.linear(hidden, weight), graph.constant(np.asarray(bias)), output=output)
