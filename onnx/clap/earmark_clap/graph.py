"""A thin builder over onnx.helper for graphs of plain ONNX operators."""

import hashlib

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

OPSET = 20
IR_VERSION = 9


class Graph:
    """Collects nodes and constants. `store` decides how the weights of matrix products are kept (see precision.py)."""

    def __init__(self, name, store):
        self._name = name
        self._store = store
        self._nodes = []
        self._constants = []
        self._shared = {}

    def op(self, kind, *inputs, output=None, outputs=1, **attributes):
        """Adds a node; returns the name of its output, or of its outputs if there are several."""
        name = output or f"{kind.lower()}_{len(self._nodes)}"
        names = [name] if outputs == 1 else [f"{name}_{i}" for i in range(outputs)]
        self._nodes.append(helper.make_node(kind, list(inputs), names, name=name, **attributes))
        return name if outputs == 1 else names

    def constant(self, values, dtype=np.float32):
        """A constant; equal ones are stored once."""
        array = np.ascontiguousarray(values, dtype).reshape(np.shape(values))
        key = (array.dtype.str, array.shape, hashlib.sha256(array).digest())
        if key not in self._shared:
            name = f"c{len(self._constants)}"
            self._constants.append(numpy_helper.from_array(array, name))
            self._shared[key] = name
        return self._shared[key]

    def whole(self, *values):
        return self.constant(values, np.int64)

    def reshape(self, x, *shape):
        return self.op("Reshape", x, self.whole(*shape))

    def transpose(self, x, *axes):
        return self.op("Transpose", x, perm=list(axes))

    def slice(self, x, start, end, axis):
        return self.op("Slice", x, self.whole(start), self.whole(end), self.whole(axis))

    def gather(self, x, places, axis):
        return self.op("Gather", x, self.constant(places, np.int64), axis=axis)

    def linear(self, x, weight, bias=None, exact=False):
        """x · weight + bias, weight [in, out]; `exact` keeps a small weight that matters in float32."""
        product = self.op("MatMul", x, self.constant(weight)) if exact else self._store.product(self, x, weight)
        return product if bias is None else self.op("Add", product, self.constant(bias))

    def gemm(self, x, weight, bias=None):
        """As linear, for x of two axes: the bias is added within the product where the weights are floats."""
        return self.linear(x, weight) if bias is None else self._store.gemm(self, x, weight, bias)

    def rows(self, table, numbers):
        """Rows of a large table."""
        return self._store.rows(self, table, numbers)

    def layer_norm(self, x, gain, bias, eps):
        return self.op("LayerNormalization", x, self.constant(gain), self.constant(bias), axis=-1, epsilon=float(eps))

    def normalise(self, x, count, eps):
        """[batch, count, channels]: each token to mean 0 and variance 1, without gain and offset.

        It is InstanceNormalization with tokens as channels, which ONNX Runtime computes two to three times as fast as
        LayerNormalization.
        """
        ones, zeros = self.constant(np.ones(count)), self.constant(np.zeros(count))
        return self.op("InstanceNormalization", x, ones, zeros, epsilon=float(eps))

    def model(self, inputs, outputs):
        """The checked model; inputs and outputs are (name, element type, shape)."""
        graph = helper.make_graph(
            self._nodes,
            self._name,
            [helper.make_tensor_value_info(*each) for each in inputs],
            [helper.make_tensor_value_info(*each) for each in outputs],
            self._constants,
        )
        opset = helper.make_opsetid("", OPSET)
        model = helper.make_model(graph, opset_imports=[opset], producer_name="earmark", ir_version=IR_VERSION)
        checker.check_model(model)
        return model


FLOAT, BOOL, INT64 = TensorProto.FLOAT, TensorProto.BOOL, TensorProto.INT64
