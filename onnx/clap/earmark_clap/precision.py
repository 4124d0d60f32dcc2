"""How the large weights of a graph are stored: float32, float16, or 7-bit integers."""

import numpy as np
from onnx import TensorProto

from .errors import Unusable

INT8_LIMIT = 64
SMALL = 4096  # values; a matrix with fewer is never shortened


class Float32:
    integers = False

    def product(self, graph, x, weight):
        return graph.op("MatMul", x, self._matrix(graph, weight))

    def gemm(self, graph, x, weight, bias):
        return graph.op("Gemm", x, self._matrix(graph, weight), graph.constant(bias))

    def _matrix(self, graph, weight):
        return graph.constant(weight)

    def rows(self, graph, table, numbers):
        return graph.op("Gather", graph.constant(table), numbers, axis=0)


class Float16(Float32):
    """Weights in half precision, cast to float32 once when the session loads; arithmetic stays float32."""

    def _matrix(self, graph, weight):
        if np.size(weight) < SMALL:
            return graph.constant(weight)
        return graph.op("Cast", graph.constant(half(weight), np.float16), to=TensorProto.FLOAT)

    def rows(self, graph, table, numbers):
        # The cast comes after the Gather, so that the table stays short in memory too.
        return graph.op(
            "Cast", graph.op("Gather", graph.constant(half(table), np.float16), numbers, axis=0), to=TensorProto.FLOAT
        )


class Int8:
    """Weights as 7-bit integers with one scale per output, activations quantised as they come.

    Seven bits, because processors with AVX2 and no VNNI add pairs of 8-bit products in 16 bits, and 8-bit weights
    overflow there. The scale of the activations is taken over the whole tensor: run one window at a time.
    """

    integers = True

    def __init__(self):
        self._quantised = {}

    def product(self, graph, x, weight):
        if np.size(weight) < SMALL:
            return graph.op("MatMul", x, graph.constant(weight))
        integers, scales = seven_bit(weight)
        if x not in self._quantised:
            self._quantised[x] = graph.op("DynamicQuantizeLinear", x, outputs=3)
        activation, scale, zero = self._quantised[x]
        # Zero points for every output: the form ONNX Runtime fuses into one kernel.
        zeros = graph.constant(np.zeros(integers.shape[1]), np.int8)
        product = graph.op("MatMulInteger", activation, graph.constant(integers, np.int8), zero, zeros)
        factor = graph.op("Mul", scale, graph.constant(scales))
        return graph.op("Mul", graph.op("Cast", product, to=TensorProto.FLOAT), factor)

    def gemm(self, graph, x, weight, bias):
        return graph.op("Add", self.product(graph, x, weight), graph.constant(bias))  # fused into the product

    def rows(self, graph, table, numbers):
        integers, scales = seven_bit(np.transpose(table))
        taken = graph.op("Gather", graph.constant(integers.T, np.int8), numbers, axis=0)
        factor = graph.op("Gather", graph.constant(scales[:, None]), numbers, axis=0)
        return graph.op("Mul", graph.op("Cast", taken, to=TensorProto.FLOAT), factor)


STORES = {"fp32": Float32, "fp16": Float16, "int8": Int8}


def half(values):
    if np.abs(values).max() > np.finfo(np.float16).max:
        raise Unusable("A weight is too large for half precision; export with --precision fp32.")
    return np.asarray(values, np.float32).astype(np.float16)  # by way of float32, as Earmark's own builder has them


def seven_bit(weight):
    """Integers in -64 … 64 and the scale of each column."""
    scales = np.maximum(np.abs(weight).max(axis=0), 1e-12) / INT8_LIMIT
    return np.rint(weight / scales).astype(np.int8), scales.astype(np.float32)
