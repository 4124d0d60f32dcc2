"""A thin builder over onnx.helper: named nodes, constants in float32, float16 or int8."""

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

OPSET = 17
IR_VERSION = 8


class Graph:
    def __init__(self, name):
        self._name = name
        self._nodes = []
        self._constants = []

    def op(self, kind, *inputs, output=None, **attributes):
        """Adds a node with one output and returns the output's name."""
        output = output or f"{kind.lower()}_{len(self._nodes)}"
        self._nodes.append(helper.make_node(kind, list(inputs), [output], name=output, **attributes))
        return output

    def constant(self, values, dtype=np.float32):
        name = f"c{len(self._constants)}"
        self._constants.append(numpy_helper.from_array(np.asarray(values, dtype), name))
        return name

    def half(self, values):
        """A float16 constant, cast to float32 once when the session loads."""
        return self.op("Cast", self.constant(values, np.float16), to=TensorProto.FLOAT)

    def eighth(self, values):
        """An int8 constant, symmetric per row of the first axis, dequantised once at load.

        Cast and Mul of constants are folded by every ONNX Runtime optimisation level above none;
        DequantizeLinear may be kept for quantised kernels, and int8 activations are not accurate enough here.
        """
        values = np.asarray(values, np.float32)
        axes = tuple(range(1, values.ndim))
        scale = np.maximum(np.abs(values).max(axis=axes, keepdims=True), 1e-12) / 127
        whole = self.constant(np.rint(values / scale), np.int8)
        return self.op("Mul", self.op("Cast", whole, to=TensorProto.FLOAT), self.constant(scale))

    def model(self, inputs, outputs):
        """Checked model; inputs and outputs are (name, shape) pairs of float32 tensors."""
        graph = helper.make_graph(
            self._nodes,
            self._name,
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in inputs],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in outputs],
            self._constants,
        )
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", OPSET)], producer_name="earmark-starter"
        )
        model.ir_version = IR_VERSION
        checker.check_model(model)
        return model
