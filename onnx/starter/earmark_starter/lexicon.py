"""The concept lexicon: phrases for everyday sounds, each with its distribution over UCS categories."""

from dataclasses import dataclass

import numpy as np

from . import ucs


@dataclass(frozen=True)
class Lexicon:
    phrases: tuple
    distributions: np.ndarray  # [phrases, 82], rows sum to one


def read(path):
    """`phrase|phrase<TAB>CATEGORY:weight;CATEGORY:weight` lines; `#` starts a comment line."""
    phrases, rows = [], []
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if not line.strip() or line.startswith(("#", "concept\t")):
                continue
            try:
                names, weights = line.split("\t")[:2]
                row = _distribution(weights)
            except (ValueError, KeyError) as reason:
                raise ValueError(f"{path}:{number}: {reason}") from reason
            for phrase in names.split("|"):
                if phrase.strip():
                    phrases.append(phrase.strip())
                    rows.append(row)
    return Lexicon(tuple(phrases), np.array(rows))


def _distribution(weights):
    row = np.zeros(len(ucs.CATEGORIES))
    for part in weights.split(";"):
        category, weight = part.rsplit(":", 1)
        row[ucs.INDEX[category.strip()]] += float(weight)
    if row.sum() <= 0:
        raise ValueError("a concept needs a positive weight")
    return row / row.sum()


def read_all(directory):
    """Every *.tsv of a directory as one lexicon."""
    parts = [read(path) for path in sorted(directory.glob("*.tsv"))]
    return Lexicon(sum((part.phrases for part in parts), ()), np.concatenate([part.distributions for part in parts]))
