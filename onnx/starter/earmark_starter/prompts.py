"""Vectors of the labels' prompts, shipped with the pack so that its first use need not encode them.

`python -m earmark_starter.prompts` writes them anew for the pack and the prompts.tsv in the repository.

Layout, little-endian: "EMPV", the pack's hash (64 characters), int32 dimension, int32 count; then for each prompt uint16
length, its text in UTF-8, and its vector as int16, 32767 standing for 1.
"""

import argparse
import json
import struct
from pathlib import Path

import numpy as np

from .check import session
from .sentences import SentenceEncoder

REPOSITORY = Path(__file__).resolve().parents[3]
PACK = REPOSITORY / "src/main/resources/app/earmark/packs/starter"
TABLE = REPOSITORY / "src/main/resources/app/earmark/tagging/prompts.tsv"
NAME = "prompt-vectors.bin"
MAGIC = b"EMPV"
ONE = 32767


def read_table(table=TABLE):
    """All prompts, in the table's order."""
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()]
    return [prompt for row in rows if len(row) == 3 and not row[0].startswith("#") for prompt in row[1].split("|")]


def write(pack, encoder, prompts):
    description = json.loads((pack / "pack.json").read_text(encoding="utf-8"))
    template = description["text"]["promptTemplate"]
    sentences = encoder.encode([template.replace("{}", prompt) for prompt in prompts]).astype(np.float32)
    joint = session(pack / "text-head.onnx").run(["joint"], {"sentence": sentences})[0]
    values = np.rint(joint * ONE).clip(-ONE, ONE).astype("<i2")
    data = [MAGIC, description["hash"].encode("ascii"), struct.pack("<ii", joint.shape[1], len(prompts))]
    for prompt, row in zip(prompts, values, strict=True):
        text = prompt.encode("utf-8")
        data += [struct.pack("<H", len(text)), text, row.tobytes()]
    (pack / NAME).write_bytes(b"".join(data))


def main():
    parser = argparse.ArgumentParser(description="Writes the vectors of the labels' prompts for the shipped pack.")
    parser.add_argument("--minilm-jar", type=Path, help="default: the artifact in the local Maven repository")
    write(PACK, SentenceEncoder(parser.parse_args().minilm_jar), read_table())


if __name__ == "__main__":
    main()
