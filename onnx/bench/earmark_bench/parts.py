"""The parts of the comparison; each is a function of a Bench and returns what goes into results.json."""

import json
import time
from pathlib import Path

import numpy as np
from earmark_clap import __main__ as exporter
from earmark_clap import config, sample
from earmark_clap.session import open_model

from . import machine, sounds, windows
from .launcher import Earmark, java_bench
from .prepared import Prepared, rate_alone

KIND = "unfused"
TUNING_FILES = 6
PRECISIONS = ("fp32", "int8")


class Bench:
    def __init__(self, work, files):
        self.work = Path(work)
        self.files = files
        self.cores = machine.physical_cores()
        self.checkpoint = self.work / "checkpoint"
        self.hub = self.work / "hub"

    def pack(self, precision):
        return self.work / f"pack-{precision}"

    @property
    def sounds(self):
        return self.work / f"sounds-{self.files}"

    def paths(self):
        return sounds.write(self.sounds, self.files)

    def vectors(self, name):
        return self.work / f"vectors-{self.files}-{name}.npz"

    @property
    def results(self):
        """Figures of as many files; others are no match for them."""
        return self.work / f"results-{self.files}.json"


def prepare(bench):
    """Sounds, a checkpoint with random weights, packs of it, and the files that others would publish of it."""
    start = time.perf_counter()
    paths = bench.paths()
    if not (bench.checkpoint / "model.safetensors").exists():
        sample.write(KIND, bench.checkpoint, 0)
    for precision in PRECISIONS:
        if not bench.pack(precision).exists():
            arguments = ["export", f"laion/clap-htsat-{KIND}", "--random-init", "0", "--precision", precision]
            if exporter.main([*arguments, "--out", str(bench.pack(precision))]) != 0:
                raise RuntimeError("the export failed")
    if not (bench.hub / "onnx/text_model_quantized.onnx").exists():
        import transformers

        from . import published

        model = transformers.ClapModel.from_pretrained(bench.checkpoint).eval()
        published.hub_folder(model, bench.checkpoint, bench.hub)
    length = [sound.seconds for sound in sounds.plan(bench.files)]
    return {
        "files": len(paths),
        "soundSeconds": round(sum(length), 1),
        "windows": sum(map(windows.count, length)),
        "gflopPerWindow": machine.window_gflop(config.parse(sample.model_config(KIND)).audio),
        "machine": machine.description(),
        "preparationSeconds": round(time.perf_counter() - start, 1),
    }


def peak(bench):
    return {"gflops": {str(cores): round(machine.peak_gflops(cores), 1) for cores in sorted({1, bench.cores})}}


def transformers(bench):
    from .sides import Transformers

    return _pipeline(bench, "transformers", Transformers(bench.checkpoint))


def onnxruntime(bench):
    from .sides import OnnxRuntime

    return _pipeline(bench, "onnxruntime", OnnxRuntime(bench.checkpoint, bench.hub / "onnx/audio_model.onnx"))


def _pipeline(bench, name, side):
    from . import pipeline

    paths = bench.paths()
    few = pipeline.spread(paths, TUNING_FILES)
    pipeline.run(side, few[:1], pipeline.Setting(1, 1, 1))
    setting, rates = pipeline.best(side, few, bench.cores)
    result = pipeline.run(side, paths, setting)
    np.savez(bench.vectors(name), **{path.name: rows for path, rows in result.vectors.items()})
    tried = {f"batch {s.batch}, threads {s.threads}, workers {s.workers}": round(r, 2) for s, r in rates.items()}
    return result.summary() | {"tried": tried}


def scan(bench):
    """Through the launcher, on a fresh catalogue; start-up is what a scan of one short file takes."""
    bench.paths()
    found = {}
    for precision in PRECISIONS:
        earmark = Earmark(bench.work / f"home-{precision}")
        earmark.use(bench.pack(precision))
        first, start_up = earmark.start_up()
        run = earmark.scan(bench.sounds, "scan")
        vectors = {Path(path).name: rows for path, rows in earmark.vectors("scan").items()}
        np.savez(bench.vectors(precision), **vectors)
        count = sum(map(len, vectors.values()))
        processor = run.processor_seconds - start_up.processor_seconds  # of all windows but one
        size = sum(path.stat().st_size for path in bench.pack(precision).iterdir()) / 1e6
        found[precision] = {
            "report": {key: value for key, value in run.report.items() if key != "failures"},
            "windows": count,
            "seconds": round(run.seconds, 3),
            "processorSeconds": round(processor, 2),
            "firstStartSeconds": round(first.seconds, 2),
            "startUpSeconds": round(start_up.seconds, 2),
            "windowsPerSecond": steady_rate(count, run.seconds, start_up.seconds),
            "windowsPerSecondWithStartUp": round(count / run.seconds, 3),
            "peakMegabytes": round(run.peak_megabytes),
            "packMegabytes": round(size, 1),
        }
    return found


def steady_rate(count, seconds, start_up):
    """Windows a second without the scan of one window; None where that was most of the time and says nothing."""
    return round((count - 1) / (seconds - start_up), 3) if start_up < seconds / 3 else None


def alone(bench):
    """ONNX Runtime on log-mels made beforehand: as many threads as cores on one session, one window a run."""
    prepared = Prepared(bench.checkpoint, bench.paths())
    return {p: rate_alone(bench.pack(p) / "audio.onnx", prepared, bench.cores) for p in PRECISIONS}


def stages(bench):
    """Where the time between file and vector goes, threads added up; no tags, no database."""
    bench.paths()
    return {p: _java("stages", bench.pack(p), bench.sounds, bench.cores) for p in PRECISIONS}


def front_end(bench):
    """Log-mel of 10 s, one thread, in turns."""
    import torch
    import transformers as library

    torch.set_num_threads(1)
    extractor = library.ClapFeatureExtractor.from_pretrained(bench.checkpoint)
    window = np.random.default_rng(0).standard_normal(windows.SAMPLES).astype(np.float32) / 10
    ours, theirs = [], []
    for _ in range(3):
        ours.append(_java("front-end"))
        extractor(window, sampling_rate=windows.RATE)
        for _ in range(15):
            start, processor = time.perf_counter(), time.process_time()
            extractor(window, sampling_rate=windows.RATE)
            theirs.append((time.perf_counter() - start, time.process_time() - processor))
    return {
        "earmarkMs": round(min(run["bestMs"] for run in ours), 2),
        "earmarkProcessorMs": round(min(run["processorMs"] for run in ours), 2),
        "extractorMs": round(1000 * min(wall for wall, _ in theirs), 2),
        "extractorProcessorMs": round(1000 * min(processor for _, processor in theirs), 2),
    }


def text(bench):
    """A description to its vector, warm."""
    return {p: _java("text", bench.pack(p)) for p in PRECISIONS}


def speedup(bench):
    """What import makes of the hub's int8 file: times on one thread, in turns, and whether outputs are the same."""
    model = bench.hub / "onnx/audio_model_quantized.onnx"
    folder, seconds = Earmark(bench.work / "home-hub").bring(bench.hub, "--precision", "int8")
    description = json.loads((folder / "pack.json").read_text(encoding="utf-8"))
    before, after = open_model(model), open_model(folder / description["audio"]["model"])
    random = np.random.default_rng(0)
    times, same = {"before": [], "after": []}, True
    for _ in range(12):
        feeds = {"input_features": (random.standard_normal((1, 1, 1001, 64)) * 15 - 35).astype(np.float32)}
        outputs = []
        for name, session in (("before", before), ("after", after)):
            start = time.process_time()
            outputs.append(session.run(None, feeds)[0])
            times[name].append(time.process_time() - start)
        same &= np.array_equal(*outputs)
    least = {name: 1000 * min(each) for name, each in times.items()}
    return {
        "beforeMs": round(least["before"], 1),
        "afterMs": round(least["after"], 1),
        "ratio": round(least["before"] / least["after"], 2),
        "identical": same,
        "importSeconds": round(seconds, 1),
    }


def _java(*arguments):
    return json.loads(java_bench("PackBench", *arguments))


PARTS = {
    "prepare": prepare,
    "peak": peak,
    "transformers": transformers,
    "scan": scan,
    "alone": alone,
    "onnxruntime": onnxruntime,
    "stages": stages,
    "front-end": front_end,
    "text": text,
    "speedup": speedup,
}
