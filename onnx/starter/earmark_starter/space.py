"""The joint space: what a clip and a sentence are compared in, in numpy and as ONNX nodes.

The first 82 values are centred square roots of a distribution over UCS categories (a Hellinger space:
the dot product of two square roots is one for equal distributions). The next are fine detail: on the
audio side the whitened embedding, on the text side a prototype whose length says how sure it is. The
last value is zero for audio and fills text up to unit length, so that an unsure prototype stays short.
"""

from dataclasses import dataclass

import numpy as np

from .heads import CategoryHeads, softmax


@dataclass(frozen=True)
class Prototypes:
    """How sounds of a name were heard to sound: for each known name its mean whitened clip.

    A sentence's prototype is the kernel-weighted mean over the names near it (Nadaraya-Watson), with a
    prior of nothing: a sentence far from every known name gets a vector near zero, that is, no opinion.
    """

    names: np.ndarray  # [n, 384] unit length
    sums: np.ndarray  # [n, d] mean whitened clip of each name, times its mass
    masses: np.ndarray  # [n] clips of the name, at most a few
    bandwidth: float
    prior: float

    def of(self, sentences):
        weights = np.exp((sentences @ self.names.T - 1) / self.bandwidth)
        return weights @ self.sums / (weights @ self.masses + self.prior)[:, None]

    def append(self, graph, sentence):
        names = graph.op("Transpose", graph.eighth(self.names), perm=[1, 0])
        near = graph.op("Sub", graph.op("MatMul", sentence, names), graph.constant(1.0))
        weights = graph.op("Exp", graph.op("Mul", near, graph.constant(1 / self.bandwidth)))
        total = graph.op("MatMul", weights, graph.constant(self.masses[:, None]))
        total = graph.op("Add", total, graph.constant(self.prior))
        return graph.op("Div", graph.op("MatMul", weights, graph.half(self.sums)), total)


@dataclass(frozen=True)
class AudioSide:
    heads: CategoryHeads
    centre: np.ndarray  # [82] mean square root of the posterior over the training clips
    root_mean: np.ndarray  # [512]
    root_scale: np.ndarray  # [512]
    whitening: np.ndarray  # [512, d]

    def acoustic(self, embeddings):
        return unit((np.sqrt(np.maximum(embeddings, 0)) - self.root_mean) * self.root_scale)

    def joint(self, embeddings):
        category = unit(np.sqrt(self.heads.posterior(embeddings)) - self.centre)
        nothing = np.zeros((len(category), 1))
        return np.concatenate([category, self.detail(embeddings), nothing], axis=1) / np.sqrt(2)

    def detail(self, embeddings):
        return unit(self.acoustic(embeddings) @ self.whitening)

    def append(self, graph, embedding):
        """Embedding [512] -> outputs `acoustic` [512] and `joint` [D]."""
        row = graph.op("Unsqueeze", embedding, graph.constant([0], np.int64))
        root = graph.op("Sqrt", graph.op("Relu", row))
        standard = graph.op("Mul", graph.op("Sub", root, graph.constant(self.root_mean)), graph.constant(self.root_scale))
        acoustic = append_unit(graph, standard)
        graph.op("Squeeze", acoustic, graph.constant([0], np.int64), output="acoustic")
        centred = graph.op("Sub", graph.op("Sqrt", self.heads.append(graph, row)), graph.constant(self.centre))
        detail = append_unit(graph, graph.op("MatMul", acoustic, graph.half(self.whitening)))
        parts = graph.op("Concat", append_unit(graph, centred), detail, graph.constant([[0.0]]), axis=1)
        joint = graph.op("Mul", parts, graph.constant(1 / np.sqrt(2)))
        graph.op("Squeeze", joint, graph.constant([0], np.int64), output="joint")


@dataclass(frozen=True)
class TextSide:
    concepts: np.ndarray  # [phrases, 384] unit length
    distributions: np.ndarray  # [phrases, 82]
    temperature: float
    smoothing: float
    centre: np.ndarray  # [82]
    prototypes: Prototypes
    emphasis: float  # of a full-length prototype beside the category

    def categories(self, sentences):
        """[n, 384] -> [n, 82], rows sum to one."""
        weights = softmax(sentences @ self.concepts.T / self.temperature)
        return (1 - self.smoothing) * (weights @ self.distributions) + self.smoothing / self.distributions.shape[1]

    def joint(self, sentences):
        category = unit(np.sqrt(self.categories(sentences)) - self.centre)
        detail = self.emphasis * self.prototypes.of(sentences)
        slack = np.sqrt(np.maximum(0, self.emphasis**2 - (detail**2).sum(axis=1, keepdims=True)))
        return np.concatenate([category, detail, slack], axis=1) / np.sqrt(1 + self.emphasis**2)

    def append(self, graph, sentence):
        """Sentences [n, 384] -> output `joint` [n, D]."""
        # Rows are phrases, so that int8 has one scale a phrase; the transposed copy is folded at load.
        concepts = graph.op("Transpose", graph.eighth(self.concepts), perm=[1, 0])
        near = graph.op("Mul", graph.op("MatMul", sentence, concepts), graph.constant(1 / self.temperature))
        mixed = graph.op("MatMul", graph.op("Softmax", near, axis=1), graph.half(self.distributions * (1 - self.smoothing)))
        smooth = graph.op("Add", mixed, graph.constant(self.smoothing / self.distributions.shape[1]))
        category = append_unit(graph, graph.op("Sub", graph.op("Sqrt", smooth), graph.constant(self.centre)))
        detail = graph.op("Mul", self.prototypes.append(graph, sentence), graph.constant(self.emphasis))
        square = graph.op("ReduceSum", graph.op("Mul", detail, detail), graph.constant([1], np.int64), keepdims=1)
        rest = graph.op("Sub", graph.constant(self.emphasis**2), square)
        slack = graph.op("Sqrt", graph.op("Relu", rest))
        parts = graph.op("Concat", category, detail, slack, axis=1)
        scaled = graph.op("Mul", parts, graph.constant(1 / np.sqrt(1 + self.emphasis**2)))
        graph.op("Identity", scaled, output="joint")


def unit(x):
    return x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-12)


def append_unit(graph, rows):
    length = graph.op("ReduceL2", rows, axes=[1], keepdims=1)
    return graph.op("Div", rows, graph.op("Max", length, graph.constant(1e-12)))

