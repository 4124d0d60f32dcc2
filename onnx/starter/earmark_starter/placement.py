"""Whether everyday sound names land in the right category: `python -m earmark_starter.placement`."""

from pathlib import Path

import numpy as np

from . import fit, ucs
from .sentences import SentenceEncoder
from .space import TextSide

NAMES = Path(__file__).parent.parent / "everyday-names.tsv"


def read_names(path=NAMES):
    """[(name, categories that are right)]."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return [(name, categories.split("|")) for name, categories in (line.split("\t") for line in lines)]


def misplaced(encoder, concepts, names):
    """[(name, category found)] of those whose strongest category is not right."""
    side = TextSide(
        encoder.encode(concepts.phrases), concepts.distributions, fit.CONCEPT_TEMPERATURE, fit.SMOOTHING, None, None, 0
    )
    best = side.categories(encoder.encode([name for name, _ in names])).argmax(axis=1)
    found = np.array(ucs.CATEGORIES)[best]
    return [(name, str(category)) for (name, right), category in zip(names, found) if category not in right]


def main():
    names = read_names()
    wrong = misplaced(SentenceEncoder(), fit.read_lexicon(), names)
    print(f"{len(names) - len(wrong)} of {len(names)} names in a right category; the others: {wrong}")


if __name__ == "__main__":
    main()
