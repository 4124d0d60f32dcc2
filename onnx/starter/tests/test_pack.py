import hashlib
import json

import numpy as np
import onnx
import pytest
from test_frontend import SIGNALS, reference

from earmark_starter import frontend
from earmark_starter.build import PACK, TEST_RESOURCES
from earmark_starter.check import cosine, session

DESCRIPTION = json.loads((PACK / "pack.json").read_text())
VECTORS = json.loads((TEST_RESOURCES / "embed/starter-vectors.json").read_text())


@pytest.fixture(scope="module")
def tower():
    return session(PACK / "audio.onnx")


@pytest.mark.parametrize("signal", SIGNALS)
def test_embedding_equals_the_original(tower, signal):
    blocks = frontend.blocks(frontend.log_mel(SIGNALS[signal]))
    embedding, acoustic, joint = tower.run(["embedding", "acoustic", "joint"], {"log_mel": blocks})
    assert cosine(embedding, reference(signal, "embedding")) >= 0.9999
    stored = next(clip for clip in VECTORS["clips"] if clip["signal"] == signal)
    for name, vector in (("acoustic", acoustic), ("joint", joint)):
        assert vector.shape == (DESCRIPTION["dimensions"][name],)
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)
        assert cosine(vector, stored[name]) >= 0.9999


def test_embedding_is_the_mean_over_blocks(tower):
    blocks = np.random.default_rng(1).random((3, 100, 96), np.float32)
    whole = tower.run(["embedding"], {"log_mel": blocks})[0]
    single = [tower.run(["embedding"], {"log_mel": blocks[i : i + 1]})[0] for i in range(3)]
    assert whole == pytest.approx(np.mean(single, axis=0), rel=1e-4, abs=1e-4)


def test_text_head_gives_the_stored_vectors():
    sentences = np.array([text["sentence"] for text in VECTORS["texts"]], np.float32)
    joint = session(PACK / "text-head.onnx").run(["joint"], {"sentence": sentences})[0]
    assert joint.shape == (len(sentences), DESCRIPTION["dimensions"]["joint"])
    assert np.linalg.norm(joint, axis=1) == pytest.approx(np.ones(len(sentences)), abs=1e-4)
    assert joint == pytest.approx(np.array([text["joint"] for text in VECTORS["texts"]]), abs=2e-3)


def test_names_its_files_and_their_digests():
    digests = {name: hashlib.sha256((PACK / name).read_bytes()).hexdigest() for name in sorted(DESCRIPTION["files"])}
    assert digests == DESCRIPTION["files"]
    assert hashlib.sha256("".join(digests.values()).encode()).hexdigest() == DESCRIPTION["hash"]


@pytest.mark.parametrize("name", sorted(DESCRIPTION["files"]))
def test_graphs_are_plain_onnx(name):
    model = onnx.load(PACK / name)
    assert [(entry.domain, entry.version) for entry in model.opset_import] == [("", 17)]
    assert model.ir_version <= 10
    assert {node.domain for node in model.graph.node} == {""}
