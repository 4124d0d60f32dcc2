"""Measures the rule by which a label is asserted: `python -m earmark_starter.tagrule --data DIR`.

Truth is read off file names, so it is crude: a tag counts as right if the name shares a telling word
with the CatID's category, subcategory or prompts; chance is what a random CatID would get.
"""

import argparse
import csv
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from . import build, evaluate, fit
from .rule import Rule
from .space import unit

TAGGING = build.REPOSITORY / "src/main/resources/app/earmark/tagging/prompts.tsv"
TOO_COMMON = 40  # CatIDs; a word that more of them share tells nothing
STOP = frozenset(
    "a an the of with and in on to from by at for being something someone it is its into over through out up down off "
    "one two very single small big large light heavy low high long short soft hard loud quiet slow fast sound sounds "
    "noise misc other".split()
)


@dataclass(frozen=True)
class Vocabulary:
    labels: tuple
    prompts: tuple
    heard: np.ndarray
    categories: tuple
    words: tuple  # of frozenset


def read_vocabulary(path=TAGGING):
    names = {}
    with open(build.REPOSITORY / "src/main/resources/app/earmark/ucs/ucs-8.2.1.csv", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            names[row["CatID"]] = (row["Category"], row["SubCategory"])
    labels, prompts, heard = [], [], []
    for line in Path(path).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            label, texts, yes = line.split("\t")
            labels.append(label)
            prompts.append(tuple(texts.split("|")))
            heard.append(yes == "yes")
    words = tuple(telling(" ".join((*names[label], *texts))) for label, texts in zip(labels, prompts))
    return Vocabulary(
        tuple(labels), tuple(prompts), np.array(heard), tuple(names[label][0] for label in labels), words
    )


def telling(text):
    """Stems of the words, crude: a plural and a present participle fall together with the plain form."""
    stems = set()
    for word in re.findall(r"[a-z]+", text.lower()):
        if word not in STOP and len(word) > 1:
            stems.add(re.sub(r"(?<=\w{3})(ing|es|s|ed|e)$", "", word))
    return frozenset(stems)


def label_vectors(text, encoder, vocabulary):
    flat = [prompt for texts in vocabulary.prompts for prompt in texts]
    owner = np.repeat(np.arange(len(vocabulary.labels)), [len(texts) for texts in vocabulary.prompts])
    sums = np.zeros((len(vocabulary.labels), text.joint(encoder.encode(flat[:1])).shape[1]))
    np.add.at(sums, owner, text.joint(encoder.encode(flat)))
    return unit(sums)


def held_out_cosines(spaces, vocabulary):
    """[clips, labels], each clip by the space that has not seen its family."""
    clips = spaces.clips
    result = np.zeros((len(clips.names), len(vocabulary.labels)), np.float32)
    for fold, (audio, text) in enumerate(spaces.spaces):
        rows = spaces.folds == fold
        result[rows] = audio.joint(clips.embeddings[rows]) @ label_vectors(text, spaces.encoder, vocabulary).T
    return result


def truth(names, vocabulary):
    """[clips, labels] whether the file name supports the label; rows without any support can't be judged."""
    counts = {}
    for words in vocabulary.words:
        for word in words:
            counts[word] = counts.get(word, 0) + 1
    specific = [frozenset(w for w in words if counts[w] <= TOO_COMMON) for words in vocabulary.words]
    known = {name: np.array([bool(telling(name) & words) for words in specific]) for name in np.unique(names)}
    return np.array([known[name] for name in names])


def by_category(right, vocabulary):
    """The same for categories: whether the name supports any label of the label's category."""
    categories = np.array(vocabulary.categories)
    result = np.zeros_like(right)
    for category in set(categories):
        columns = categories == category
        result[:, columns] = right[:, columns].any(axis=1, keepdims=True)
    return result


@dataclass(frozen=True)
class Figures:
    precision: float
    chance: float  # precision of a random CatID
    coverage: float  # clips with an asserted label
    labels: float  # a tagged clip
    clips: int


def measure(rule, cosines, right, vocabulary):
    """Over the clips that can be judged: those whose name supports at least one label."""
    cat_id = np.ones(len(vocabulary.labels), bool)
    judged = np.flatnonzero(right[:, vocabulary.heard].any(axis=1))
    asserted = [rule.assert_labels(cosines[i], vocabulary.heard, cat_id) for i in judged]
    good = sum(int(right[i, labels].sum()) for i, labels in zip(judged, asserted))
    total = sum(map(len, asserted))
    tagged = sum(map(bool, asserted))
    chance = right[judged][:, vocabulary.heard].mean()
    return Figures(good / max(total, 1), chance, tagged / len(judged), total / max(tagged, 1), len(judged))


GRID = (
    Rule(0.0, -1.0, 1.0, 1),
    Rule(4.0, 0.38, 0.9, 2),
    Rule(4.5, 0.40, 0.95, 2),
    Rule(4.5, 0.42, 0.95, 2),
    Rule(4.5, 0.44, 0.95, 2),
    Rule(4.5, 0.46, 0.95, 2),
    Rule(5.0, 0.46, 0.95, 2),
)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--aisfx", type=Path)
    parser.add_argument("--minilm-jar", type=Path)
    encoder, heads, concepts, clips = evaluate.load(parser.parse_args())
    vocabulary = read_vocabulary()
    cosines = held_out_cosines(evaluate.HeldOut(heads, concepts, encoder, clips), vocabulary)
    right = truth(clips.names, vocabulary)
    categories = by_category(right, vocabulary)
    for rule in GRID:
        exact, category = measure(rule, cosines, right, vocabulary), measure(rule, cosines, categories, vocabulary)
        print(f"{'*' if rule == fit.RULE else ' '} {rule}: precision {exact.precision:.3f} (chance {exact.chance:.3f}), "
              f"of category {category.precision:.3f} (chance {category.chance:.3f}), coverage {exact.coverage:.3f}, "
              f"{exact.labels:.2f} labels a tagged clip, {exact.clips} clips judged")  # fmt: skip


if __name__ == "__main__":
    main()
