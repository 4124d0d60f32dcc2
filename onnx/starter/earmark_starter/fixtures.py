"""Test data for the Java side: reference arrays, and vectors computed with the written pack."""

import json

import numpy as np

from . import frontend
from .check import session
from .rule import Rule
from .signals import reference_signals

SENTENCES = (
    "dog barking", "a dog barking in the distance", "chainsaw", "heavy wooden door creaks slowly", "B00M_CICK",
    "rain", "Rain on a tin roof", "sea waves", "baby crying", "clock ticking", "person sneezing", "helicopter",
    "crackling fire", "rooster", "café crowd murmuring, dishes clinking", "sword clang", "sci-fi laser zap",
    "footsteps on gravel", "metal", "whoosh!", "UI click 01 (short)",
)  # fmt: skip


def write(directory, pack, encoder, reference_path):
    _reference_arrays(directory / "features", reference_path)
    _vectors(directory / "embed", pack, encoder)
    _rule_cases(directory / "tagging")


def _reference_arrays(directory, reference_path):
    directory.mkdir(parents=True, exist_ok=True)
    index, data, offset = [], [], 0
    with np.load(reference_path) as reference:
        for key in reference.files:
            signal, kind = key.rsplit("__", 1)
            if kind not in ("logmel", "embedding"):
                continue
            values = np.ascontiguousarray(reference[key], "<f4")
            index.append({"signal": signal, "array": kind, "shape": list(values.shape), "offset": offset})
            data.append(values.tobytes())
            offset += values.size
    (directory / "starter-reference.bin").write_bytes(b"".join(data))
    about = "Little-endian float32; offset counts values, rows are frames. From Essentia and PyTorch, signals unscaled."
    _json(directory / "starter-reference.json", {"about": about, "arrays": index})


def _vectors(directory, pack, encoder):
    directory.mkdir(parents=True, exist_ok=True)
    vectors = encoder.encode(SENTENCES)
    joint = session(pack / "text-head.onnx").run(["joint"], {"sentence": vectors.astype(np.float32)})[0]
    tower = session(pack / "audio.onnx")
    clips = []
    for name, samples in reference_signals().items():
        blocks = frontend.blocks(frontend.log_mel(samples))
        outputs = tower.run(["acoustic", "joint"], {"log_mel": blocks})
        clips.append({"signal": name, "acoustic": _rounded(outputs[0]), "joint": _rounded(outputs[1])})
    texts = [
        {"text": text, "ids": encoder.ids(text), "sentence": _rounded(v), "joint": _rounded(j)}
        for text, v, j in zip(SENTENCES, vectors, joint)
    ]
    about = "Vectors of this pack from ONNX Runtime in Python; unit length; compare by cosine. Signals unscaled."
    _json(
        directory / "starter-vectors.json",
        {"about": about, "tolerance": {"sentenceCosine": 0.999, "jointCosine": 0.998}, "texts": texts, "clips": clips},
    )


RULE = Rule(min_standardised=2.0, min_cosine=0.3, share_of_top=0.8, most_labels=2)


def _rule_cases(directory):
    """Made-up cosines over twenty common CatIDs, to which each case adds (label, cosine, heard, CatID)."""
    common = [(f"Common{i}", 0.1 + 0.02 * (i % 2), True, True) for i in range(20)]
    added = {
        "one stands out": [("Dog", 0.8, True, True)],
        "nothing stands out": [],
        "stands out but is not similar enough": [("Dog", 0.29, True, True)],
        "a second comes close": [("Dog", 0.9, True, True), ("Cat", 0.8, True, True)],
        "a second does not come close": [("Dog", 0.9, True, True), ("Cat", 0.65, True, True)],
        "no more CatIDs than allowed": [("Cat", 0.88, True, True), ("Dog", 0.9, True, True), ("Wolf", 0.89, True, True)],
        "what can't be heard takes no part": [("Draft", 0.95, False, True), ("Dog", 0.8, True, True)],
        "an own label does not count": [
            ("Dog", 0.9, True, True), ("Cat", 0.89, True, True), ("my dog", 0.88, True, False),
        ],
        "an own label moves no bar": [("my dog", 0.9, True, False), ("Dog", 0.5, True, True)],
    }  # fmt: skip
    cases = []
    for name, extra in added.items():
        rows = common + extra
        labels, cosines, heard, cat_id = (np.array(column) for column in zip(*rows))
        asserted = RULE.assert_labels(cosines, heard, cat_id)
        cases.append(
            {
                "case": name,
                "labels": [{"label": l, "cosine": round(c, 4), "heard": h, "catId": k} for l, c, h, k in rows],
                "asserted": [str(labels[i]) for i in asserted],
            }
        )
    directory.mkdir(parents=True, exist_ok=True)
    _json(directory / "rule-cases.json", {"rule": RULE.parameters(), "cases": cases})


def _rounded(values):
    return [round(float(v), 6) for v in values]


def _json(path, value):
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
