"""Learning from a library's own names: what `app.earmark.learning.adapter` does, in numpy.

A reduced-rank ridge regression from acoustic vectors to captions (the sentence vector beside the IDF-weighted bag of
words), and the weight of its cosines beside those of the pack.
"""

from dataclasses import dataclass

import numpy as np

RIDGE = 1.0
BAG_LENGTH = 1.5
RANK = 128
STRANGE, FAMILIAR = 0.35, 0.7


@dataclass(frozen=True)
class Setting:
    """What can be varied, for the record of what was tried."""

    ridge: float = RIDGE
    bag: float = BAG_LENGTH
    rank: int = RANK
    crowd: float = 0.5  # a clip counts by its caption's clips to minus this
    gated: bool = True
    share: float = 1.0  # of the adapted score in the sum


class Adapter:
    """Fitted on clips [n, d], each with the index of its caption."""

    def __init__(self, acoustic, caption_of, words, meanings, setting=Setting()):
        used = np.unique(caption_of)
        words, meanings = [words[i] for i in used], meanings[used]
        caption_of = np.searchsorted(used, caption_of)
        self.setting, self.meanings = setting, meanings
        counts = {}
        for caption in words:
            for word in caption:
                counts[word] = counts.get(word, 0) + 1
        self.index = {word: i for i, word in enumerate(sorted(counts, key=lambda w: (-counts[w], w)))}
        self.weights = np.log((1 + len(words)) / (1 + np.array([counts[w] for w in self.index])))
        self.unknown = np.log(1 + len(words))
        mass = np.bincount(caption_of)[caption_of].astype(float) ** -setting.crowd
        mass = mass * len(mass) / mass.sum()
        text = self.texts(words, meanings)[caption_of]
        self.audio_mean = mass @ acoustic / mass.sum()
        self.text_mean = mass @ text / mass.sum()
        centred = acoustic - self.audio_mean
        scatter = (centred * mass[:, None]).T @ centred
        ridged = scatter + setting.ridge * np.eye(len(scatter))
        self.map = np.linalg.solve(ridged, (centred * mass[:, None]).T @ (text - self.text_mean))
        fitted = _root(scatter).T @ self.map
        values, left = np.linalg.eigh(fitted @ fitted.T)
        kept = np.argsort(values)[::-1][: setting.rank]
        kept = kept[values[kept] > 1e-9 * values.max()]
        self.directions = fitted.T @ (left[:, kept] / np.sqrt(values[kept]))

    def texts(self, words, meanings):
        """[n, meaning + words]"""
        bags = np.zeros((len(words), len(self.index)))
        for row, caption in enumerate(words):
            known = [self.index[word] for word in caption if word in self.index]
            weights = self.weights[known]
            strange = len(caption) - len(known)
            length = np.sqrt((weights**2).sum() + strange * self.unknown**2)
            bags[row, known] = self.setting.bag * weights / max(length, 1e-12)
        return np.concatenate([meanings, bags], axis=1)

    def cosines(self, acoustic, words, meanings):
        """[clips, queries]"""
        audio = _unit((acoustic - self.audio_mean) @ self.map @ self.directions)
        text = _unit((self.texts(words, meanings) - self.text_mean) @ self.directions)
        return audio @ text.T

    def trust(self, meanings):
        """[queries], 0 where nothing like it has a name."""
        nearest = (meanings @ self.meanings.T).max(axis=1)
        return np.clip((nearest - STRANGE) / (FAMILIAR - STRANGE), 0, 1)

    def fuse(self, plain, acoustic, words, meanings):
        """The order of a search: the pack's scores [clips, queries], with what was learnt."""
        weight = self.setting.share * (self.trust(meanings) if self.setting.gated else np.ones(len(meanings)))
        return _standard(plain) + weight * _standard(self.cosines(acoustic, words, meanings))


def _root(scatter):
    return np.linalg.cholesky(scatter + 1e-8 * max(np.trace(scatter) / len(scatter), 1e-12) * np.eye(len(scatter)))


def _standard(scores):
    return (scores - scores.mean(axis=0)) / np.maximum(scores.std(axis=0), 1e-12)


def _unit(x):
    return x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-12)
