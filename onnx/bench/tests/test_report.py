import numpy as np

from earmark_bench import report

RESULTS = {
    "prepare": {"gflopPerWindow": 12.0},
    "peak": {"gflops": {"1": 150.0, "2": 300.0}},
    "transformers": {
        "windowsPerSecond": 8.0,
        "windows": 400,
        "processorSeconds": 90,
        "stageSeconds": {"inference": 3, "log-mel": 1},
    },
    "onnxruntime": {
        "windowsPerSecond": 10.0,
        "windows": 400,
        "processorSeconds": 80,
        "stageSeconds": {"inference": 1},
    },
    "scan": {
        "fp32": {
            "windowsPerSecond": 16.0,
            "windows": 401,
            "startUpSeconds": 3,
            "windowsPerSecondWithStartUp": 15.0,
            "processorSeconds": 50,
            "packMegabytes": 600,
            "peakMegabytes": 1500,
        }
    },
    "alone": {"fp32": {"windowsPerSecond": 18.0}},
    "front-end": {"earmarkProcessorMs": 3.0, "extractorProcessorMs": 15.0},
    "speedup": {"ratio": 2.5, "identical": False},
    "text": {"fp32": {"medianMs": 30.04, "p95Ms": 33.3}},
}


def rows(results):
    lines = report.table(results, {}).splitlines()[2:]
    return {line.split(" | ")[0].lstrip("| "): line.split(" | ")[1] for line in lines}


def test_ratios_are_taken_the_right_way_round():
    found = rows(RESULTS)
    assert found["Earmark fp32 / transformers"] == "**2.00**"
    assert found["Earmark fp32 / librosa and ONNX Runtime"] == "**1.60**"
    assert found["time of Earmark fp32 / ONNX Runtime alone"] == "**1.12**"
    assert found["log-mel of 10 s / ClapFeatureExtractor"].startswith("0.20")
    assert found["share of the float32 peak reached by the fp32 scan"] == "64% of 300 GFLOP/s"
    assert found["shares, transformers"] == "inference 75%, log-mel 25%"
    assert found["processor time a window, Earmark fp32"] == "125 ms"


def test_a_scan_that_was_mostly_start_up_has_no_rate():
    scan = RESULTS["scan"]["fp32"] | {"windowsPerSecond": None}
    found = rows(RESULTS | {"scan": {"fp32": scan}})
    assert "Earmark fp32 / transformers" not in found
    assert found["Earmark, fp32, whole scan"] == "15.00 windows/s"


def test_what_was_not_run_is_left_out_and_what_differs_is_said():
    found = rows({"speedup": RESULTS["speedup"]})
    assert list(found) == ["import-time speed-up of the hub's int8 file"]
    assert "different outputs" in found["import-time speed-up of the hub's int8 file"]


def test_windows_are_compared_one_by_one():
    theirs = {"a": np.array([[1.0, 0], [0, 2]]), "b": np.ones((3, 2)), "c": np.ones((1, 2))}
    ours = {"a": np.array([[3.0, 0], [1, 0]]), "b": np.ones((2, 2))}
    compared, differing, cosines = report.compare(theirs, ours)
    assert (compared, differing, cosines) == (1, ["b"], [1.0, 0.0])


def test_nothing_in_common_is_no_agreement():
    assert np.isnan(report.compare({"a": np.ones((1, 2))}, {"b": np.ones((1, 2))})[2]).all()
