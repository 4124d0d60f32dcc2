"""Writes score.onnx and the tiny test pack; run from anywhere."""

import hashlib
import json
from pathlib import Path

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper

ROOT = Path(__file__).resolve().parents[2]
MAIN = ROOT / "src/main/resources/app/earmark/embed"
TINY = ROOT / "src/test/resources/app/earmark/embed/tiny"
STARTER = ROOT / "src/main/resources/app/earmark/packs/starter/pack.json"


def model(name, nodes, inputs, outputs, constants=()):
    def infos(values):
        return [helper.make_tensor_value_info(n, TensorProto.FLOAT, shape) for n, shape in values]

    graph = helper.make_graph(nodes, name, infos(inputs), infos(outputs), list(constants))
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8, producer_name="earmark")
    checker.check_model(made, full_check=True)
    return made.SerializeToString(deterministic=True)


def score():
    node = helper.make_node("MatMul", ["rows", "queries"], ["scores"])
    return model("score", [node], [("rows", ["n", "d"]), ("queries", ["d", "m"])], [("scores", ["n", "m"])])


def compact_score():
    """Without zero points, so that ONNX Runtime takes its path for one row by a matrix, which packs nothing."""
    tensor = helper.make_tensor_value_info
    graph = helper.make_graph(
        [helper.make_node("MatMulInteger", ["query", "columns"], ["sums"])],
        "compact-score",
        [tensor("query", TensorProto.UINT8, [1, "d"]), tensor("columns", TensorProto.INT8, ["d", "n"])],
        [tensor("sums", TensorProto.INT32, [1, "n"])],
    )
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8, producer_name="earmark")
    checker.check_model(made, full_check=True)
    return made.SerializeToString(deterministic=True)


def tiny_audio():
    nodes = [
        helper.make_node("ReduceMean", ["log_mel"], ["mean"], axes=[0, 1], keepdims=0),
        helper.make_node("Tile", ["mean", "four"], ["wide"]),
        helper.make_node("ReduceL2", ["wide"], ["length"], axes=[0], keepdims=1),
        helper.make_node("Div", ["wide", "length"], ["audio_embeds"]),
    ]
    four = numpy_helper.from_array(np.array([4], np.int64), "four")
    return model("tiny-audio", nodes, [("log_mel", ["blocks", 100, 96])], [("audio_embeds", [384])], [four])


def tiny_pack(audio):
    pack = json.loads(STARTER.read_text(encoding="utf-8"))
    digest = hashlib.sha256(audio).hexdigest()
    pack.update(id="tiny", version="0.1", name="Tiny", licence="CC0-1.0", credit="Made by onnx/graphs/make_graphs.py.")
    pack["audio"] = {"model": "audio.onnx", "input": "log_mel", "joint": "audio_embeds"}
    pack["windows"] = {"longestSeconds": 10, "most": 2, "levelPeak": 0}
    pack["text"]["promptTemplate"] = "the sound of {}"
    del pack["text"]["head"], pack["tagging"]
    pack["dimensions"] = {"joint": 384}
    pack["logitScale"] = 20
    pack["hash"] = hashlib.sha256(digest.encode("ascii")).hexdigest()
    pack["files"] = {"audio.onnx": digest}
    return json.dumps(pack, indent=2) + "\n"


def main():
    MAIN.mkdir(parents=True, exist_ok=True)
    TINY.mkdir(parents=True, exist_ok=True)
    (MAIN / "score.onnx").write_bytes(score())
    (MAIN / "compact-score.onnx").write_bytes(compact_score())
    audio = tiny_audio()
    (TINY / "audio.onnx").write_bytes(audio)
    (TINY / "pack.json").write_text(tiny_pack(audio), encoding="utf-8")


if __name__ == "__main__":
    main()
