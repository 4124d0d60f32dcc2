"""What learning from names brings: `python -m earmark_starter.adaptertrial --data DIR`.

Eight libraries of a hundred clips or more, each with a pack fitted without its families. Names are held out half at a time,
at random or by folder; a held-out name is a query, the held-out clips are the gallery, and a clip is a hit if the names share
half of their words. Then adapters fitted on one library are asked about another, and about everyday classes, where they
must do no harm.
"""

import argparse
import csv
from pathlib import Path

import numpy as np

from . import evaluate, everyday, fit, pairs
from .adapter import Adapter, Setting

SMALLEST = 100
SPLITS = 4
LARGEST_GALLERY = 900
TRIED = (
    ("**shipped**", Setting()),
    ("… without the gate", Setting(gated=False)),
    ("… sentence only", Setting(bag=0)),
    ("… sentence only, without the gate", Setting(bag=0, gated=False)),
    ("… share 0.5", Setting(share=0.5)),
    ("… share 1.3", Setting(share=1.3)),
    ("… rank 32", Setting(rank=32)),
    ("… every clip counts alike", Setting(crowd=0)),
)


class Libraries:
    def __init__(self, given):
        self.encoder, heads, concepts, clips = evaluate.load(given)
        with open(Path(given.data) / "pairs_manifest.csv", encoding="utf-8", newline="") as lines:
            paths = [row["path"] for row in csv.DictReader(lines)]
        self.library = np.array([path.split("/")[0] for path in paths])
        self.folder = np.array([path.rsplit("/", 1)[0] for path in paths])
        self.names, self.name_of = np.unique(clips.names, return_inverse=True)
        self.words = [list(dict.fromkeys(name.split())) for name in self.names]
        sets = [frozenset(words) for words in self.words]
        self.alike = np.array([[2 * len(a & b) >= max(len(a), len(b)) for b in sets] for a in sets])
        self.meanings = self.encoder.encode(self.names)
        self.everyday = self.encoder.encode(everyday.PROMPTS)
        self.labels = everyday.labels(clips.names, clips.captions)
        sizes = dict(zip(*np.unique(self.library, return_counts=True)))
        folders = {name: len(np.unique(self.folder[self.library == name])) for name in sizes}
        self.all = [name for name in sizes if sizes[name] >= SMALLEST]
        self.foldered = [name for name in self.all if folders[name] >= 4]
        self.packs = {}
        for name in self.all:
            seen = ~np.isin(clips.families, np.unique(clips.families[self.library == name]))
            training = pairs.Pairs(
                clips.embeddings[seen], clips.names[seen], clips.captions[seen], clips.families[seen]
            )
            audio, text = fit.sides(heads, concepts, self.encoder, training)
            self.packs[name] = (
                audio.joint(clips.embeddings),
                audio.acoustic(clips.embeddings),
                text.joint(self.meanings),
                text.joint(self.everyday),
            )

    def halves(self, library, by_folder):
        rows = np.flatnonzero(self.library == library)
        groups = self.folder[rows] if by_folder else self.name_of[rows]
        random = np.random.default_rng(0)
        for _ in range(SPLITS):
            order, taken, held = random.permutation(np.unique(groups)), 0, []
            for group in order:
                if taken >= len(rows) / 2:
                    break
                held.append(group)
                taken += (groups == group).sum()
            out = np.isin(groups, held)
            yield rows[~out], rows[out]

    def adapter(self, rows, pack, setting):
        return Adapter(self.packs[pack][1][rows], self.name_of[rows], self.words, self.meanings, setting)

    def figures(self, scores, rows, queries):
        """Mean R@1, R@10 and average precision."""
        result = []
        for column, query in enumerate(queries):
            result.append(_ranked(self.alike[query][self.name_of[rows]], scores[:, column]))
        return np.mean(result, axis=0)

    def within(self, library, by_folder, setting):
        """(plain, adapted)"""
        both = []
        for fitted, held in self.halves(library, by_folder):
            joint, acoustic, text, _ = self.packs[library]
            queries = np.unique(self.name_of[held])
            plain = joint[held] @ text[queries].T
            adapter = self.adapter(fitted, library, setting)
            fused = adapter.fuse(plain, acoustic[held], [self.words[q] for q in queries], self.meanings[queries])
            both.append((self.figures(plain, held, queries), self.figures(fused, held, queries)))
        return np.mean(both, axis=0)

    def elsewhere(self, setting):
        """Adapters of one library asked about each other one: names (plain, adapted), everyday classes' mAP (plain, adapted)."""
        names, classes = [], []
        for learnt in self.all:
            for asked in self.all:
                if asked == learnt:
                    continue
                rows = np.flatnonzero(self.library == asked)
                if len(rows) > LARGEST_GALLERY:
                    rows = np.sort(np.random.default_rng(1).choice(rows, LARGEST_GALLERY, replace=False))
                joint, acoustic, text, prompts = self.packs[asked]
                adapter = self.adapter(np.flatnonzero(self.library == learnt), asked, setting)
                queries = np.unique(self.name_of[rows])
                plain = joint[rows] @ text[queries].T
                fused = adapter.fuse(plain, acoustic[rows], [self.words[q] for q in queries], self.meanings[queries])
                names.append((self.figures(plain, rows, queries), self.figures(fused, rows, queries)))
                labels = self.labels[rows]
                present = np.unique(labels[labels >= 0])
                if (labels >= 0).sum() < 10:
                    continue
                plain = joint[rows] @ prompts.T
                fused = adapter.fuse(plain, acoustic[rows], [p.split() for p in everyday.PROMPTS], self.everyday)
                classes.append(
                    [np.mean([_ranked(labels == k, scores[:, k])[2] for k in present]) for scores in (plain, fused)]
                )
        return np.mean(names, axis=0), np.mean(classes, axis=0)


def _ranked(hits, scores):
    ranked = hits[np.argsort(-scores, kind="stable")]
    precision = np.cumsum(ranked) / np.arange(1, len(ranked) + 1)
    return ranked[0], ranked[:10].any(), (precision * ranked).sum() / max(1, hits.sum())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--aisfx", type=Path)
    parser.add_argument("--minilm-jar", type=Path)
    libraries = Libraries(parser.parse_args())
    print("| library | clips | names: plain | with adapter | folders: plain | with adapter |\n|---|--:|---|---|---|---|")
    for name in libraries.all:
        names = libraries.within(name, False, Setting())
        folders = libraries.within(name, True, Setting()) if name in libraries.foldered else None
        print(f"| {name} | {(libraries.library == name).sum()} | {_text(names[0])} | {_text(names[1])} | "
              f"{'' if folders is None else _text(folders[0])} | {'' if folders is None else _text(folders[1])} |")  # fmt: skip
    print("\n| setting | names | folders | elsewhere | everyday mAP |\n|---|---|---|---|---|")
    for row, (label, setting) in enumerate(TRIED):
        names = np.mean([libraries.within(name, False, setting) for name in libraries.all], axis=0)
        folders = np.mean([libraries.within(name, True, setting) for name in libraries.foldered], axis=0)
        others, classes = libraries.elsewhere(setting)
        if row == 0:
            print(f"| plain pack | {_text(names[0])} | {_text(folders[0])} | {_text(others[0])} | {classes[0]:.3f} |")
        print(f"| {label} | {_text(names[1])} | {_text(folders[1])} | {_text(others[1])} | {classes[1]:.3f} |", flush=True)


def _text(figures):
    return " / ".join(f"{100 * value:.1f}" for value in figures)


if __name__ == "__main__":
    main()
