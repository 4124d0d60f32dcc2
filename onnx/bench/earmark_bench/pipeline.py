"""Runs one Python pipeline over files, and finds its best setting first."""

import threading
import time
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass

import numpy as np

from .windows import cut


@dataclass(frozen=True)
class Setting:
    """`threads` inside the model, `workers` that carry files side by side, windows that share a run."""

    batch: int
    threads: int
    workers: int


@dataclass(frozen=True)
class Result:
    setting: Setting
    windows: int
    seconds: float
    processor_seconds: float
    stages: dict
    vectors: dict

    @property
    def rate(self):
        return self.windows / self.seconds

    def summary(self):
        return {
            "windows": self.windows,
            "seconds": round(self.seconds, 3),
            "processorSeconds": round(self.processor_seconds, 3),
            "windowsPerSecond": round(self.rate, 3),
            "setting": asdict(self.setting),
            "stageSeconds": {name: round(seconds, 3) for name, seconds in self.stages.items()},
        }


def settings(cores):
    """What is tried: all cores in the model or in workers, windows one by one, four and eight at a time."""
    tried = [Setting(batch, threads, 1) for threads in sorted({1, cores}) for batch in (1, 4, 8)]
    return tried + [Setting(batch, 1, cores) for batch in (1, 4) if cores > 1]


def best(side, paths, cores):
    """The setting with most windows a second over `paths`, and the rate of each."""
    rates = {setting: run(side, paths, setting).rate for setting in settings(cores)}
    return max(rates, key=rates.get), rates


def run(side, paths, setting):
    """`side` has prepare(setting), load(path) -> mono at 48 kHz, features(windows), infer(features) -> [n, joint]."""
    side.prepare(setting)
    work = _Work(side, paths, setting)
    start, processor = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(setting.workers) as pool:
        for worker in [pool.submit(work.carry) for _ in range(setting.workers)]:
            worker.result()
    seconds, processor = time.perf_counter() - start, time.process_time() - processor
    vectors = {path: np.stack(rows) for path, rows in work.vectors.items()}
    return Result(setting, sum(map(len, vectors.values())), seconds, processor, dict(work.stages), vectors)


class _Work:
    def __init__(self, side, paths, setting):
        self._side, self._setting = side, setting
        self._paths, self._lock = iter(paths), threading.Lock()
        self.vectors, self.stages = defaultdict(list), defaultdict(float)

    def carry(self):
        self._side.enter(self._setting)
        waiting = []
        while (path := self._next()) is not None:
            samples = self._timed("decode and resample", self._side.load, path)
            waiting += [(path, window) for window in cut(samples)]
            while len(waiting) >= self._setting.batch:
                self._encode(waiting[: self._setting.batch])
                del waiting[: self._setting.batch]
        if waiting:
            self._encode(waiting)

    def _encode(self, items):
        features = self._timed("log-mel", self._side.features, [window for _, window in items])
        rows = self._timed("inference", self._side.infer, features)
        with self._lock:
            for (path, _), row in zip(items, rows, strict=True):
                self.vectors[path].append(row)

    def _next(self):
        with self._lock:
            return next(self._paths, None)

    def _timed(self, stage, step, argument):
        start = time.perf_counter()
        result = step(argument)
        with self._lock:
            self.stages[stage] += time.perf_counter() - start
        return result


def spread(paths, count):
    """At most `count` of the paths, evenly over the list."""
    count = min(count, len(paths))
    return [paths[i * len(paths) // count] for i in range(count)]
