"""The graphs against what PyTorch made of the same random weights (vectors.json, written by vectors.py)."""

import json

import numpy as np
import onnxruntime
import pytest
from vectors import FILE, SEED, features

from earmark_clap import audio_tower, checkpoint, precision, text_tower

VECTORS = json.loads(FILE.read_text())
COSINE = {"fp32": 0.99999, "fp16": 0.9999, "int8": 0.995}
DIFFERENCE = {"fp32": 1e-5, "fp16": 2e-4, "int8": 2e-2}
KINDS = ("tiny-unfused", "tiny-fused")


@pytest.fixture(scope="module", params=KINDS)
def kind(request):
    return request.param


@pytest.fixture(scope="module", params=precision.STORES)
def store(request):
    return request.param


@pytest.fixture(scope="module")
def audio(kind, store):
    source = checkpoint.describe(kind, SEED)
    return _session(audio_tower.build(source.state, source.config, 1001, precision.STORES[store]()))


@pytest.fixture(scope="module")
def text(kind, store):
    source = checkpoint.describe(kind, SEED)
    return _session(text_tower.build(source.state, source.config, precision.STORES[store]()))


def test_audio_equals_pytorch(kind, store, audio):
    if kind == "tiny-unfused":
        got = [audio.run(None, {"input_features": each[None]})[0] for each in features(2, 1)]
        _agrees(np.concatenate(got), VECTORS[kind]["audio"], store)
        return
    for name, longer in (("longer", True), ("shorter", False)):
        feeds = [{"input_features": each[None], "is_longer": np.array([[longer]])} for each in features(2, 4)]
        _agrees(np.concatenate([audio.run(None, each)[0] for each in feeds]), VECTORS[kind][name], store)


def test_is_longer_belongs_to_its_item_alone(kind, store, audio):
    if kind == "tiny-unfused" or store == "int8":
        pytest.skip("only fused models mix, and int8 runs one by one")
    mixed = {"input_features": features(2, 4), "is_longer": np.array([[True], [False]])}
    got = audio.run(None, mixed)[0]
    _agrees(got, [VECTORS[kind]["longer"][0], VECTORS[kind]["shorter"][1]], store)


def test_text_equals_pytorch(kind, store, text):
    got = [text.run(None, {"input_ids": np.array([row])})[0] for row in VECTORS[kind]["ids"]]
    _agrees(np.concatenate(got), VECTORS[kind]["text"], store)


def test_text_of_equal_length_may_share_a_run(kind, store, text):
    if store == "int8":
        pytest.skip("int8 runs one by one")
    rows = np.array([row[:4] for row in VECTORS[kind]["ids"]])
    together = text.run(None, {"input_ids": rows})[0]
    single = np.concatenate([text.run(None, {"input_ids": row[None]})[0] for row in rows])
    assert together == pytest.approx(single, abs=1e-5)


def test_a_padding_token_takes_no_position(kind, store, text):
    """As in RoBERTa: a <pad> written in a description has the padding position, and what follows is not moved."""
    if store != "fp32":
        pytest.skip("a matter of the graph, not of its weights")
    plain = text.run(None, {"input_ids": np.array([[0, 7, 8, 2]])})[0]
    padded = text.run(None, {"input_ids": np.array([[0, 1, 7, 8, 2]])})[0]
    swapped = text.run(None, {"input_ids": np.array([[0, 7, 1, 8, 2]])})[0]
    assert padded == pytest.approx(swapped, abs=1e-5)
    assert np.abs(padded - plain).max() > 1e-3


def test_declares_what_the_pack_promises(audio, text, kind):
    channels = 4 if kind == "tiny-fused" else 1
    inputs = {each.name: (each.type, each.shape) for each in audio.get_inputs()}
    assert inputs.pop("input_features") == ("tensor(float)", ["batch", channels, 1001, 64])
    assert inputs == ({"is_longer": ("tensor(bool)", ["batch", 1])} if channels == 4 else {})
    assert [(each.name, each.shape) for each in audio.get_outputs()] == [("audio_embeds", ["batch", 512])]
    assert [(each.name, each.type) for each in text.get_inputs()] == [("input_ids", "tensor(int64)")]
    assert [(each.name, each.shape) for each in text.get_outputs()] == [("text_embeds", ["batch", 512])]


@pytest.mark.parametrize("store", precision.STORES)
def test_graphs_are_plain_onnx_without_denormal_masks(store):
    source = checkpoint.describe("tiny-fused", 0)
    for model in (
        audio_tower.build(source.state, source.config, 1001, precision.STORES[store]()),
        text_tower.build(source.state, source.config, precision.STORES[store]()),
    ):
        assert [(entry.domain, entry.version) for entry in model.opset_import] == [("", 20)]
        assert {node.domain for node in model.graph.node} == {""}
        smallest = min((_least(each) for each in model.graph.initializer if each.data_type == 1), default=0)
        assert smallest == -1e4 if model.graph.name == "clap-audio" else smallest > -100


def _least(constant):
    from onnx import numpy_helper

    return numpy_helper.to_array(constant).min()


def _session(model):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def _agrees(got, wanted, store):
    got, wanted = (np.array(each, np.float64) for each in (got, wanted))
    got, wanted = (each / np.linalg.norm(each, axis=1, keepdims=True) for each in (got, wanted))
    assert (got * wanted).sum(axis=1).min() >= COSINE[store]
    assert np.abs(got - wanted).max() <= DIFFERENCE[store]
