import json

import numpy as np
import pytest

from earmark_starter import frontend
from earmark_starter.build import TEST_RESOURCES
from earmark_starter.signals import reference_signals

SIGNALS = reference_signals()


def reference(signal, kind):
    folder = TEST_RESOURCES / "features"
    index = json.loads((folder / "starter-reference.json").read_text())["arrays"]
    entry = next(e for e in index if e["signal"] == signal and e["array"] == kind)
    values = np.fromfile(folder / "starter-reference.bin", "<f4")
    return values[entry["offset"] : entry["offset"] + np.prod(entry["shape"])].reshape(entry["shape"])


@pytest.mark.parametrize("signal", SIGNALS)
def test_log_mel_equals_essentia(signal):
    expected = reference(signal, "logmel")
    assert frontend.log_mel(SIGNALS[signal]) == pytest.approx(expected, abs=1e-4)


@pytest.mark.parametrize("frames, count", [(1, 1), (100, 1), (101, 2), (150, 2), (151, 3)])
def test_blocks_cover_every_frame_with_half_overlap(frames, count):
    spectrogram = np.arange(frames * 96, dtype=np.float32).reshape(frames, 96) + 1
    blocks = frontend.blocks(spectrogram)
    assert blocks.shape == (count, 100, 96)
    assert blocks[-1].max() == spectrogram.max()
    if count > 1:
        assert (blocks[0, 50:] == blocks[1, :50]).all()


def test_filter_rows_sum_to_one():
    assert frontend.filter_bank().sum(axis=1) == pytest.approx(np.ones(96))
