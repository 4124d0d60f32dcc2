import json
import struct

import numpy as np

from earmark_starter import prompts
from earmark_starter.prompts import PACK

HASH = json.loads((PACK / "pack.json").read_text())["hash"]


def read(path):
    data = path.read_bytes()
    assert data[:4] == prompts.MAGIC
    dimension, count = struct.unpack_from("<ii", data, 68)
    at, vectors = 76, {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, at)
        text = data[at + 2 : at + 2 + length].decode("utf-8")
        at += 2 + length
        vectors[text] = np.frombuffer(data, "<i2", dimension, at) / prompts.ONE
        at += 2 * dimension
    assert at == len(data)
    return data[4:68].decode("ascii"), vectors


def test_shipped_vectors_are_of_these_prompts_and_this_pack():
    pack_hash, vectors = read(PACK / prompts.NAME)
    remedy = "run: python -m earmark_starter.prompts"
    assert pack_hash == HASH, remedy
    assert list(vectors) == prompts.read_table(), remedy


def test_vectors_keep_their_length():
    _, vectors = read(PACK / prompts.NAME)
    lengths = np.linalg.norm(np.array(list(vectors.values())), axis=1)
    assert np.abs(lengths - 1).max() < 1e-3
