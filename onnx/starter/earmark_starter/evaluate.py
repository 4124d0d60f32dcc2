"""Measures the joint space on families left out: `python -m earmark_starter.evaluate --data DIR`.

Every clip is scored by a space fitted without its family (author or collection); names of other
families may share its words, as they will in a newcomer's library.
"""

import argparse
from pathlib import Path

import numpy as np

from . import build, checkpoint, everyday, fit, pairs, ucs
from .sentences import SentenceEncoder

LARGE = 100  # clips that make a family a fold of its own; the small ones share one
TEN_WAY_DRAWS = 400


class HeldOut:
    """Scores [clips, texts] where each clip's row comes from a space that has not seen its family."""

    def __init__(self, heads, concepts, encoder, clips):
        self.encoder, self.clips = encoder, clips
        self.folds = folds(clips.families)
        self.spaces = []
        for fold in range(self.folds.max() + 1):
            seen = self.folds != fold
            training = pairs.Pairs(
                clips.embeddings[seen], clips.names[seen], clips.captions[seen], clips.families[seen]
            )
            self.spaces.append(fit.sides(heads, concepts, encoder, training))

    def scores(self, texts):
        sentences = self.encoder.encode(texts)
        result = np.zeros((len(self.clips.names), len(texts)))
        for fold, (audio, text) in enumerate(self.spaces):
            rows = self.folds == fold
            result[rows] = audio.joint(self.clips.embeddings[rows]) @ text.joint(sentences).T
        return result


class TrainingFree:
    """The baseline: nearest UCS subcategory text by MiniLM, centred square roots of the posterior."""

    def __init__(self, heads, encoder, clips, subcategories):
        self.encoder = encoder
        self.categories = np.array([ucs.INDEX[category] for category, _ in subcategories])
        self.texts = encoder.encode([f"{sub.lower()} {category.lower()}" for category, sub in subcategories])
        root = np.sqrt(type(heads)(heads.layers, heads.maps, 1.0).posterior(clips.embeddings))
        self.centre = root.mean(axis=0)
        self.audio = _unit(root - self.centre)

    def scores(self, texts):
        nearest = self.categories[(self.encoder.encode(texts) @ self.texts.T).argmax(axis=1)]
        return self.audio @ _unit(np.eye(len(ucs.CATEGORIES))[nearest] - self.centre).T


def folds(families):
    names, counts = np.unique(families, return_counts=True)
    large = list(names[counts >= LARGE])
    return np.array([large.index(f) if f in large else len(large) for f in families])


def class_accuracy(scores, labels, families, classes):
    """Accuracy per class: the mean over families, so that one large collection does not decide."""
    accuracy = []
    for k in classes:
        rows = np.flatnonzero(labels == k)
        right = np.asarray(classes)[scores[np.ix_(rows, classes)].argmax(axis=1)] == k
        accuracy.append(np.mean([right[families[rows] == f].mean() for f in np.unique(families[rows])]))
    return np.array(accuracy)


def ten_way(scores, labels, families):
    """Mean accuracy over random draws of ten of the everyday classes."""
    random = np.random.default_rng(0)
    count = len(everyday.CLASSES)
    draws = [sorted(random.choice(count, 10, replace=False)) for _ in range(TEN_WAY_DRAWS)]
    return float(np.mean([class_accuracy(scores, labels, families, draw).mean() for draw in draws]))


def retrieval(scores, names, queries, folds):
    """Each held-out fold as a library of its own: its names are the queries, its clips the gallery.

    Mean over queries of R@1, R@10, average precision, and the chance of R@1 and R@10; then their number.
    """
    words = [frozenset(name.split()) for name in queries]
    index = {name: i for i, name in enumerate(queries)}
    of_clip = np.array([index[name] for name in names])
    figures = []
    for fold in range(folds.max() + 1):
        gallery = np.flatnonzero(folds == fold)
        for q in np.unique(of_clip[gallery]):
            shared = [2 * len(words[q] & words[c]) >= max(len(words[q]), len(words[c])) for c in of_clip[gallery]]
            figures.append(_query_figures(scores[gallery, q], np.array(shared)))
    return np.mean(figures, axis=0), len(figures)


def _query_figures(scores, hits):
    ranked = hits[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    missing = np.prod([(len(hits) - hits.sum() - i) / (len(hits) - i) for i in range(10)])
    average_precision = (precision * ranked).sum() / hits.sum()
    return ranked[0], ranked[:10].any(), average_precision, hits.mean(), 1 - max(0.0, missing)


def _unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


def load(given):
    encoder = SentenceEncoder(given.minilm_jar)
    state, heads = checkpoint.read(given.aisfx or build.aisfx_checkpoint())
    return encoder, fit.heads_of(state, heads), fit.read_lexicon(), pairs.read(given.data)


def subcategories():
    """(category, subcategory) of the 753 CatIDs."""
    import csv

    path = build.REPOSITORY / "src/main/resources/app/earmark/ucs/ucs-8.2.1.csv"
    with open(path, encoding="utf-8") as lines:
        return [(row["Category"], row["SubCategory"]) for row in csv.DictReader(lines)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--aisfx", type=Path)
    parser.add_argument("--minilm-jar", type=Path)
    given = parser.parse_args()
    encoder, heads, concepts, clips = load(given)
    labels = everyday.labels(clips.names, clips.captions)
    for name, model in (
        ("training-free", TrainingFree(heads, encoder, clips, subcategories())),
        ("starter pack, family held out", HeldOut(heads, concepts, encoder, clips)),
    ):
        scores = model.scores(everyday.PROMPTS)
        every = class_accuracy(scores, labels, clips.families, range(len(everyday.CLASSES)))
        print(f"## {name}")
        print(f"ten of {len(every)} everyday classes: {ten_way(scores, labels, clips.families):.3f} (chance 0.100)")
        print(f"all {len(every)} everyday classes: {every.mean():.3f} (chance {1 / len(every):.3f})")
        queries = np.unique(clips.names)
        split = folds(clips.families)
        (r1, r10, ap, chance1, chance10), count = retrieval(model.scores(queries), clips.names, queries, split)
        print(f"{count} file-name queries, {split.max() + 1} libraries of {np.bincount(split).min()} to "
              f"{np.bincount(split).max()} clips: R@1 {r1:.3f} (chance {chance1:.3f}), R@10 {r10:.3f} "
              f"(chance {chance10:.3f}, {r10 / chance10:.2f} times), mAP {ap:.4f}")  # fmt: skip
        for (prompt, _, _), value, count in zip(everyday.CLASSES, every, np.bincount(labels[labels >= 0])):
            print(f"  {prompt:26} {value:.2f}  ({count} clips)")


if __name__ == "__main__":
    main()
