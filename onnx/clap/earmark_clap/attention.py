"""Multi-head self-attention of both towers."""

import math

import numpy as np


def query_key_value(graph, weights, prefix, x, heads):
    """The three projections of x; 1/√d is folded into the query's."""
    projected = []
    for part in ("query", "key", "value"):
        weight, bias = weights.linear(f"{prefix}attention.self.{part}")
        scale = 1 / math.sqrt(weight.shape[1] // heads) if part == "query" else 1
        projected.append(graph.linear(x, weight * scale, bias * scale))
    return projected


def feed_forward(graph, weights, prefix, x):
    hidden = graph.op("Gelu", graph.linear(x, *weights.linear(prefix + "intermediate.dense")))
    return graph.linear(hidden, *weights.linear(prefix + "output.dense"))


def projection(graph, weights, tower, x, output):
    """The two layers from a tower's width into the joint space; the result is not unit length."""
    hidden = graph.op("Relu", graph.linear(x, *weights.linear(f"{tower}_projection.linear1")))
    weight, bias = weights.linear(f"{tower}_projection.linear2")
    return graph.op("Add", graph.linear(hidden, weight), graph.constant(np.asarray(bias)), output=output)
