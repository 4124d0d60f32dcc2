"""Writes the numbers the Java fit is held to: `python -m earmark_starter.adapterreference`. Everything in it is made up."""

import json
from pathlib import Path

import numpy as np

from .adapter import Adapter

TARGET = (
    Path(__file__).resolve().parents[3] / "src/test/resources/app/earmark/learning/adapter/adapter-reference.json"
)
WORDS = "rain door creak slam metal wood hit dog bark wind glass break step gravel engine idle".split()
CLIPS, ACOUSTIC, MEANING, CAPTIONS = 60, 10, 6, 16


def reference():
    random = np.random.default_rng(5)
    words = [[str(w) for w in random.choice(WORDS, 1 + i % 3, replace=False)] for i in range(CAPTIONS)]
    meanings = unit(random.normal(size=(CAPTIONS, MEANING))).round(4)
    caption_of = np.concatenate([np.arange(CAPTIONS), random.integers(0, CAPTIONS // 2, CLIPS - CAPTIONS)])
    clues = meanings[caption_of] @ random.normal(size=(MEANING, ACOUSTIC))
    acoustic = unit(clues + random.normal(size=(CLIPS, ACOUSTIC))).round(4)
    asked = [["rain"], ["metal", "door"], ["strange", "dog"], ["unheard"]]
    queries = unit(np.concatenate([meanings[:2] + 0.3, random.normal(size=(2, MEANING))])).round(4)
    adapter = Adapter(acoustic, caption_of, words, meanings)
    return {
        "captions": [{"words": w, "meaning": list(m)} for w, m in zip(words, meanings)],
        "captionOf": [int(i) for i in caption_of],
        "acoustic": acoustic.tolist(),
        "asked": [{"words": w, "meaning": list(m)} for w, m in zip(asked, queries)],
        "trust": adapter.trust(queries).round(6).tolist(),
        "cosines": adapter.cosines(acoustic, asked, queries).round(6).tolist(),
    }


def unit(x):
    return x / np.linalg.norm(x, axis=1, keepdims=True)


if __name__ == "__main__":
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(json.dumps(reference()) + "\n", encoding="utf-8")
