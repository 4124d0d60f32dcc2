"""Writes the everyday classes for TeachBench: `python -m earmark_starter.labelled --data DIR --out FILE`.

A series is the clips of one family and name. Every clip's similarities come from a space fitted without its family; acoustic vectors are the pack's own. Big-endian:
clips, dimension, classes, families (int32); the prompts, each as length (int32) and UTF-8; then for each clip its class
or -1, its family and its series (int32), its acoustic vector and its similarities (float32).
"""

import argparse
import struct
from pathlib import Path

import numpy as np

from . import everyday
from .evaluate import HeldOut, load


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--aisfx", type=Path)
    parser.add_argument("--minilm-jar", type=Path)
    given = parser.parse_args()
    encoder, heads, concepts, clips = load(given)
    similarities = HeldOut(heads, concepts, encoder, clips).scores(everyday.PROMPTS)
    root = np.sqrt(np.maximum(clips.embeddings, 0))
    acoustic = (root - root.mean(axis=0)) / (root.std(axis=0) + 1e-6)
    acoustic /= np.linalg.norm(acoustic, axis=1, keepdims=True)
    labels = everyday.labels(clips.names, clips.captions)
    _, families = np.unique(clips.families, return_inverse=True)
    _, series = np.unique([f"{f}|{n}" for f, n in zip(clips.families, clips.names)], return_inverse=True)
    with open(given.out, "wb") as out:
        out.write(struct.pack(">4i", len(labels), acoustic.shape[1], len(everyday.PROMPTS), families.max() + 1))
        for prompt in everyday.PROMPTS:
            text = prompt.encode()
            out.write(struct.pack(">i", len(text)) + text)
        for label, family, one, vector, row in zip(labels, families, series, acoustic, similarities):
            out.write(struct.pack(">3i", label, family, one))
            out.write(vector.astype(">f4").tobytes() + row.astype(">f4").tobytes())


if __name__ == "__main__":
    main()
