"""The training pairs: tower embeddings of permissively licensed clips with their cleaned file names."""

import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass(frozen=True)
class Pairs:
    embeddings: np.ndarray  # [n, 512] float32, mean over blocks
    names: np.ndarray  # cleaned file names
    captions: np.ndarray  # name and what its folder adds
    families: np.ndarray  # author or collection: what is left out together


def read(directory):
    with np.load(Path(directory) / "pairs.npz", allow_pickle=False) as pairs:
        families = np.array([family(source) for source in pairs["source"]])
        return Pairs(pairs["embedding"].astype(np.float32), pairs["name"], pairs["caption"], families)


def family(source):
    """One name for all sources of one author, so that none is on both sides of a split."""
    if "kenney" in source.lower():
        return "kenney"
    collection = re.match(r"github:corpusc/CC0-Public-Domain-Sounds/(.*)", source)
    if not collection:
        return re.split(r"[ /]", source.split(":", 1)[1])[0]
    folder = collection[1]
    if re.match(r"bb - |BB_|Micro Pack", folder):
        return "bb"
    if re.match(r"\d+-cc0", folder.lower()):
        return "rubberduck"
    return folder
