"""Needs PyTorch and the aisfx package (`pip install torch` and `pip install --no-deps aisfx==0.1.2`)."""

import numpy as np
import pytest

from earmark_starter import build, checkpoint, frontend
from earmark_starter.check import cosine, session
from earmark_starter.signals import reference_signals

torch = pytest.importorskip("torch")
cnn2d = pytest.importorskip("aisfx.models.cnn2d")


@pytest.fixture(scope="module")
def original():
    weights, heads = torch.load(build.aisfx_checkpoint(), map_location="cpu", weights_only=False)
    model = cnn2d.CrossNet(cnn2d.EmbeddingNet("max", 3, 1, 64), heads, "cpu")
    model.load_state_dict(weights)
    return model.eval()


def test_the_checkpoint_is_read_as_pytorch_reads_it(original):
    state, _ = checkpoint.read(build.aisfx_checkpoint())
    expected = original.state_dict()
    assert set(state) == set(expected)
    assert all(np.array_equal(state[name], expected[name].numpy()) for name in state)


@pytest.mark.parametrize("signal", reference_signals())
def test_the_tower_equals_pytorch(original, signal):
    blocks = frontend.blocks(frontend.log_mel(reference_signals()[signal]))
    with torch.no_grad():
        expected = original.get_embedding(torch.from_numpy(blocks)).mean(dim=0).numpy()
    got = session(build.PACK / "audio.onnx").run(["embedding"], {"log_mel": blocks})[0]
    assert cosine(got, expected) >= 0.9999
