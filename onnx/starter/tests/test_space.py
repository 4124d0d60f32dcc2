"""The graphs compute what numpy does, on small made-up spaces."""

import numpy as np
import onnxruntime
import pytest

from earmark_starter.graph import Graph
from earmark_starter.heads import CategoryHeads
from earmark_starter.space import AudioSide, Prototypes, TextSide, unit

random = np.random.default_rng(3)


def run(graph, inputs, outputs, feeds):
    """Outputs are (name, shape) pairs."""
    model = graph.model(inputs, outputs)
    return onnxruntime.InferenceSession(model.SerializeToString()).run([name for name, _ in outputs], feeds)


def head(classes):
    sizes = [512, 8, 6, classes]
    layers = [(random.normal(size=(b, a)) / np.sqrt(a), random.normal(size=b)) for a, b in zip(sizes, sizes[1:])]
    spread = np.zeros((classes, 82))
    spread[np.arange(classes), random.permutation(82)[:classes]] = 1
    return layers, spread


def audio_side():
    layers, maps = zip(head(5), head(7))
    return AudioSide(
        CategoryHeads(layers, maps, 2.0),
        random.random(82) / 20,
        random.random(512),
        random.random(512) + 0.5,
        random.normal(size=(512, 10)),
    )


def text_side():
    prototypes = Prototypes(unit(random.normal(size=(9, 384))), random.normal(size=(9, 10)) / 9, np.ones(9), 0.3, 0.1)
    distributions = random.dirichlet(np.ones(82) / 9, size=12)
    return TextSide(unit(random.normal(size=(12, 384))), distributions, 0.1, 0.1, random.random(82) / 20, prototypes, 1.5)


def test_audio_graph_equals_numpy():
    side = audio_side()
    embedding = random.random(512).astype(np.float32) * 4
    graph = Graph("t")
    side.append(graph, "embedding")
    acoustic, joint = run(graph, [("embedding", [512])], [("acoustic", [512]), ("joint", [93])], {"embedding": embedding})
    assert acoustic == pytest.approx(side.acoustic(embedding[None])[0], abs=1e-4)
    assert joint == pytest.approx(side.joint(embedding[None])[0], abs=2e-3)
    assert np.linalg.norm(joint) == pytest.approx(1, abs=1e-5)


def test_text_graph_equals_numpy():
    side = text_side()
    sentences = unit(random.normal(size=(4, 384))).astype(np.float32)
    graph = Graph("t")
    side.append(graph, "sentence")
    joint = run(graph, [("sentence", ["n", 384])], [("joint", ["n", 93])], {"sentence": sentences})[0]
    assert joint == pytest.approx(side.joint(sentences), abs=5e-3)
    assert np.linalg.norm(joint, axis=1) == pytest.approx(np.ones(4), abs=1e-3)


def test_a_sentence_far_from_every_name_has_no_opinion_on_detail():
    names = np.eye(384)[:3]
    prototypes = Prototypes(names, np.ones((3, 10)) / 4, np.ones(3), 0.08, 0.1)
    near, far = prototypes.of(np.eye(384)[[0, 300]])
    assert np.linalg.norm(near) > 0.5
    assert np.linalg.norm(far) < 1e-3


def test_int8_constants_are_scaled_row_by_row():
    values = random.normal(size=(3, 50)).astype(np.float32) * [[1], [100], [0.01]]
    graph = Graph("t")
    graph.op("Add", "x", graph.eighth(values), output="y")
    got = run(graph, [("x", [1])], [("y", [3, 50])], {"x": np.zeros(1, np.float32)})[0]
    assert (np.abs(got - values).max(axis=1) <= np.abs(values).max(axis=1) / 250).all()
