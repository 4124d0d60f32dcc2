"""Normalisations of uneven gains before products of integers."""

import numpy as np
import onnxruntime
import pytest
from vectors import features

from earmark_clap import audio_tower, checkpoint, precision, weights

NORMS = ("layernorm_before.weight", "layernorm_after.weight", "downsample.norm.weight")


class FloatsAsIntegers(precision.Float32):
    """Float weights in the form that integers need."""

    integers = True


class Folded(precision.Int8):
    """Integers with the whole gain in the weights."""

    integers = False


@pytest.fixture(scope="module")
def uneven():
    """A checkpoint whose gains are uneven, some of them 0 or negative."""
    source = checkpoint.describe("tiny-fused", 3)
    state = dict(source.state)
    random = np.random.default_rng(1)
    for name, gains in source.state.items():
        if name.endswith(NORMS):
            state[name] = random.standard_normal(gains.shape).astype(np.float32)
            state[name][::5] = 0
            state[name][1] = -10
    return state, source.config


def test_keeping_a_part_of_the_gains_changes_no_vector(uneven):
    _, plain = _run(uneven, precision.Float32())
    muls, kept = _run(uneven, FloatsAsIntegers())
    assert muls == 2 * 6 + 3 + _run(uneven, precision.Float32())[0]  # each norm before layers
    assert kept == pytest.approx(plain, abs=2e-5)


def test_integers_lose_less_with_a_part_of_uneven_gains_kept(uneven):
    _, exact = _run(uneven, precision.Float32())
    _, folded = _run(uneven, Folded())
    _, kept = _run(uneven, precision.Int8())
    assert 2 * _off(kept, exact) < _off(folded, exact)


def test_even_gains_are_folded_whole():
    source = checkpoint.describe("tiny-fused", 3)
    found = weights.Weights(source.state, balanced=True)
    norms = [name.removesuffix(".weight") for name in source.state if name.endswith(NORMS)]
    assert norms and all(found.kept_gain(norm) is None for norm in norms)
    assert weights.Weights({"n.weight": np.zeros(8)}, balanced=True).kept_gain("n") is None


def _run(checkpoint, store):
    """Multiplications of the graph, and unit-length vectors [2, joint]."""
    state, config = checkpoint
    model = audio_tower.build(state, config, 1001, store)
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    feeds = [{"input_features": each[None], "is_longer": np.array([[True]])} for each in features(2, 4)]
    found = np.concatenate([session.run(None, each)[0] for each in feeds])
    return (
        sum(node.op_type == "Mul" for node in model.graph.node),
        found / np.linalg.norm(found, axis=1, keepdims=True),
    )


def _off(got, wanted):
    return np.mean(1 - (got * wanted).sum(axis=1))
