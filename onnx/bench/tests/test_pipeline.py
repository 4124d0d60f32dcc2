import numpy as np
import pytest

from earmark_bench import pipeline
from earmark_bench.windows import SAMPLES

CLIPS = {"a": 25, "b": 3, "c": 10, "d": 41}


class Side:
    """Says of each window its first sample, and notes how many came at once."""

    def __init__(self):
        self.batches = []

    def prepare(self, setting):
        self.batches.clear()

    def enter(self, setting):
        pass

    def load(self, path):
        start = 1e7 * list(CLIPS).index(path)
        return np.arange(CLIPS[path] * 48000) + start

    def features(self, windows):
        self.batches.append(len(windows))
        return np.array([[window[0]] for window in windows])

    def infer(self, features):
        return features


@pytest.mark.parametrize("setting", pipeline.settings(2))
def test_every_window_comes_back_in_order_whatever_the_setting(setting):
    side = Side()
    result = pipeline.run(side, list(CLIPS), setting)
    assert result.windows == 3 + 1 + 1 + 5
    for number, (name, seconds) in enumerate(CLIPS.items()):
        count = -(-seconds * 48000 // SAMPLES)
        assert list(result.vectors[name][:, 0]) == [1e7 * number + SAMPLES * i for i in range(count)]
    assert max(side.batches) <= setting.batch
    if setting.workers == 1:
        assert side.batches[:-1] == [setting.batch] * (len(side.batches) - 1)
    assert set(result.summary()["stageSeconds"]) == {"decode and resample", "log-mel", "inference"}


def test_the_best_setting_is_the_quickest(monkeypatch):
    quickest = pipeline.Setting(4, 2, 1)

    def run(side, paths, setting):
        return pipeline.Result(setting, 10, 1.0 if setting == quickest else 2.0, 0, {}, {})

    monkeypatch.setattr(pipeline, "run", run)
    setting, rates = pipeline.best(Side(), list(CLIPS), 2)
    assert setting == quickest
    assert len(rates) == 8 and rates[quickest] == 10


def test_a_failure_in_a_worker_is_not_swallowed():
    class Broken(Side):
        def infer(self, features):
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        pipeline.run(Broken(), list(CLIPS), pipeline.Setting(1, 1, 2))


def test_a_spread_covers_the_list():
    assert pipeline.spread(list(range(10)), 3) == [0, 3, 6]
    assert pipeline.spread([1, 2], 5) == [1, 2]
