"""The joint space: what a clip and a sentence are compared in, in numpy and as ONNX nodes.

First 82 values: centred square roots of a distribution over UCS categories (a Hellinger space: the
dot product of two square roots is one for equal distributions). Further values, if the pack has
them: fine detail within a category. Each part has unit length times its share; the whole has unit length.
"""

from dataclasses import dataclass

import numpy as np

from .heads import CategoryHeads, softmax


@dataclass(frozen=True)
class Detail:
    """Linear maps of both sides into one space, and the share of the squared length it takes."""

    audio: np.ndarray  # [512, d], applied to the standardised square root of the embedding
    audio_offset: np.ndarray  # [d]
    text: np.ndarray  # [384, d], applied to the sentence vector
    text_offset: np.ndarray  # [d]
    share: float


@dataclass(frozen=True)
class AudioSide:
    heads: CategoryHeads
    centre: np.ndarray  # [82] mean square root of the posterior over the training clips
    root_mean: np.ndarray  # [512]
    root_scale: np.ndarray  # [512]
    detail: Detail | None = None

    def acoustic(self, embeddings):
        return unit((np.sqrt(np.maximum(embeddings, 0)) - self.root_mean) * self.root_scale)

    def joint(self, embeddings):
        category = unit(np.sqrt(self.heads.posterior(embeddings)) - self.centre)
        if self.detail is None:
            return category
        detail = unit(self.acoustic(embeddings) @ self.detail.audio + self.detail.audio_offset)
        return _mix(category, detail, self.detail.share)

    def append(self, graph, embedding):
        """Embedding [512] -> outputs `acoustic` [512] and `joint` [D]."""
        row = graph.op("Unsqueeze", embedding, graph.constant([0], np.int64))
        root = graph.op("Sqrt", graph.op("Relu", row))
        standard = graph.op("Mul", graph.op("Sub", root, graph.constant(self.root_mean)), graph.constant(self.root_scale))
        acoustic = append_unit(graph, standard)
        graph.op("Squeeze", acoustic, graph.constant([0], np.int64), output="acoustic")
        centred = graph.op("Sub", graph.op("Sqrt", self.heads.append(graph, row)), graph.constant(self.centre))
        joint = append_unit(graph, centred)
        if self.detail is not None:
            projected = graph.op("MatMul", acoustic, graph.half(self.detail.audio))
            projected = graph.op("Add", projected, graph.constant(self.detail.audio_offset))
            joint = _append_mix(graph, joint, append_unit(graph, projected), self.detail.share)
        graph.op("Squeeze", joint, graph.constant([0], np.int64), output="joint")


@dataclass(frozen=True)
class TextSide:
    concepts: np.ndarray  # [phrases, 384] unit length
    distributions: np.ndarray  # [phrases, 82]
    temperature: float
    smoothing: float
    centre: np.ndarray  # [82]
    detail: Detail | None = None

    def categories(self, sentences):
        """[n, 384] -> [n, 82], rows sum to one."""
        weights = softmax(sentences @ self.concepts.T / self.temperature)
        return (1 - self.smoothing) * (weights @ self.distributions) + self.smoothing / self.distributions.shape[1]

    def joint(self, sentences):
        category = unit(np.sqrt(self.categories(sentences)) - self.centre)
        if self.detail is None:
            return category
        detail = unit(sentences @ self.detail.text + self.detail.text_offset)
        return _mix(category, detail, self.detail.share)

    def append(self, graph, sentence):
        """Sentences [n, 384] -> output `joint` [n, D]."""
        # Rows are phrases, so that int8 has one scale a phrase; the transposed copy is folded at load.
        concepts = graph.op("Transpose", graph.eighth(self.concepts), perm=[1, 0])
        near = graph.op("Mul", graph.op("MatMul", sentence, concepts), graph.constant(1 / self.temperature))
        mixed = graph.op("MatMul", graph.op("Softmax", near, axis=1), graph.half(self.distributions * (1 - self.smoothing)))
        smooth = graph.op("Add", mixed, graph.constant(self.smoothing / self.distributions.shape[1]))
        joint = append_unit(graph, graph.op("Sub", graph.op("Sqrt", smooth), graph.constant(self.centre)))
        if self.detail is not None:
            projected = graph.op("MatMul", sentence, graph.half(self.detail.text))
            projected = graph.op("Add", projected, graph.constant(self.detail.text_offset))
            joint = _append_mix(graph, joint, append_unit(graph, projected), self.detail.share)
        graph.op("Identity", joint, output="joint")


def unit(x):
    return x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-12)


def append_unit(graph, rows):
    length = graph.op("ReduceL2", rows, axes=[1], keepdims=1)
    return graph.op("Div", rows, graph.op("Max", length, graph.constant(1e-12)))


def _mix(category, detail, share):
    return np.concatenate([category * np.sqrt(1 - share), detail * np.sqrt(share)], axis=1)


def _append_mix(graph, category, detail, share):
    left = graph.op("Mul", category, graph.constant(np.sqrt(1 - share)))
    right = graph.op("Mul", detail, graph.constant(np.sqrt(share)))
    return graph.op("Concat", left, right, axis=1)
