"""Writes a pack folder: the two graphs and pack.json."""

import hashlib
import json

from . import frontend, sentences, tower
from .graph import Graph

VERSION = "1.0.0"


def audio_model(state, side, dimensions):
    graph = Graph("earmark-starter-audio")
    tower.append_tower(graph, state, "log_mel", "embedding")
    side.append(graph, "embedding")
    return graph.model(
        [("log_mel", ["blocks", frontend.BLOCK, frontend.BANDS])],
        [("embedding", [512]), ("acoustic", [512]), ("joint", [dimensions])],
    )


def text_model(side, dimensions):
    graph = Graph("earmark-starter-text-head")
    side.append(graph, "sentence")
    return graph.model([("sentence", ["batch", sentences.DIMENSIONS])], [("joint", ["batch", dimensions])])


def write(directory, models, dimensions, logit_scale, tagging):
    directory.mkdir(parents=True, exist_ok=True)
    digests = {}
    for name, model in sorted(models.items()):
        data = model.SerializeToString(deterministic=True)
        (directory / name).write_bytes(data)
        digests[name] = hashlib.sha256(data).hexdigest()
    description = _description(dimensions, logit_scale, tagging)
    # The pack's hash: SHA-256 of the files' hex digests, joined in name order.
    description["hash"] = hashlib.sha256("".join(digests.values()).encode("ascii")).hexdigest()
    description["files"] = digests
    (directory / "pack.json").write_text(json.dumps(description, indent=2) + "\n", encoding="utf-8")
    return description


def _description(dimensions, logit_scale, tagging):
    return {
        "schema": 1,
        "id": "starter",
        "version": VERSION,
        "name": "Starter",
        "licence": "CC-BY-4.0",
        "credit": "Audio tower: aiSFX by Alison B. Ma and Alexander Lerch (ISMIR 2022), CC BY 4.0, weights quantised. "
        "Sentence encoder: all-MiniLM-L6-v2, Apache-2.0. Training sounds: onnx/starter/CREDITS.md.",
        "hash": "",
        "frontEnd": {
            "type": "blocked-log-mel",
            "sampleRate": frontend.SAMPLE_RATE,
            "frameLength": frontend.FRAME,
            "hopLength": frontend.HOP,
            "window": "hann-symmetric",
            "melBands": frontend.BANDS,
            "lowHz": 0,
            "highHz": frontend.SAMPLE_RATE // 2,
            "melScale": "1127-ln",
            "melNorm": "sum",
            "logGain": int(frontend.LOG_GAIN),
            "logScale": frontend.LOG_SCALE,
            "blockFrames": frontend.BLOCK,
            "blockHop": frontend.BLOCK_HOP,
        },
        "windows": {"longestSeconds": 20, "most": 4, "levelPeak": 0.9},
        "audio": {"model": "audio.onnx", "input": "log_mel", "joint": "joint", "acoustic": "acoustic"},
        "text": {
            "model": f"classpath:{sentences.MODEL}",
            "tokenizer": f"classpath:{sentences.TOKENIZER}",
            "inputs": ["input_ids", "attention_mask", "token_type_ids"],
            "output": "last_hidden_state",
            "pooling": "mean",
            "maxTokens": sentences.MAX_TOKENS,
            "promptTemplate": "{}",
            "head": {"model": "text-head.onnx", "input": "sentence", "output": "joint"},
        },
        "dimensions": {"joint": dimensions, "acoustic": 512},
        "logitScale": logit_scale,
        "tagging": tagging,
        "files": {},
    }
