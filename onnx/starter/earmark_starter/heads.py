"""UCS category posterior of the tower's three UCS heads, in numpy and as ONNX nodes."""

from dataclasses import dataclass

import numpy as np

from . import tower, ucs


@dataclass(frozen=True)
class CategoryHeads:
    """Layers of each head, the map of its classes onto the 82 categories, and the softmax temperature."""

    layers: tuple  # of [(weight, bias)] x 3
    maps: tuple  # of [classes, 82], a class's share of its category's mean over the heads
    temperature: float

    @staticmethod
    def of(state, heads, temperature):
        classes = tower.head_classes()
        indices = [[ucs.INDEX[c] for c in classes[name]] for name in tower.UCS_HEADS]
        known = np.zeros(len(ucs.CATEGORIES))
        for index in indices:
            known[index] += 1
        maps = []
        for index in indices:
            spread = np.zeros((len(index), len(ucs.CATEGORIES)))
            spread[np.arange(len(index)), index] = 1 / known[index]
            maps.append(spread)
        return CategoryHeads(
            tuple(tower.head_layers(state, heads, name) for name in tower.UCS_HEADS), tuple(maps), temperature
        )

    def posterior(self, embeddings):
        """[n, 512] -> [n, 82], rows sum to one."""
        total = 0.0
        for layers, spread in zip(self.layers, self.maps):
            x = embeddings
            for i, (weight, bias) in enumerate(layers):
                x = x @ weight.T + bias
                x = np.maximum(x, 0) if i < 2 else x
            total = total + softmax(x / self.temperature) @ spread
        return total / total.sum(axis=1, keepdims=True)

    def append(self, graph, embedding):
        """Row [1, 512] -> row [1, 82]."""
        parts = []
        for layers, spread in zip(self.layers, self.maps):
            x = embedding
            for i, (weight, bias) in enumerate(layers):
                if i == 2:
                    weight, bias = weight / self.temperature, bias / self.temperature
                x = graph.op("Gemm", x, graph.half(weight), graph.constant(bias), transB=1)
                x = graph.op("Relu", x) if i < 2 else x
            parts.append(graph.op("MatMul", graph.op("Softmax", x, axis=1), graph.constant(spread)))
        total = graph.op("Sum", *parts)
        return graph.op("Div", total, graph.op("ReduceSum", total, graph.constant([1], np.int64), keepdims=1))


def softmax(x):
    x = np.exp(x - x.max(axis=-1, keepdims=True))
    return x / x.sum(axis=-1, keepdims=True)
