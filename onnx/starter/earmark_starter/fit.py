"""Fits both sides of the joint space from the lexicon, the tower and the training pairs."""

from pathlib import Path

import numpy as np

from . import lexicon
from .heads import CategoryHeads
from .space import AudioSide, TextSide

HEAD_TEMPERATURE = 2.0
CONCEPT_TEMPERATURE = 0.04
SMOOTHING = 0.1
LOGIT_SCALE = 10.0
TAGGING = {"rule": "standardised-cosine", "minStandardised": 2.5, "minCosine": 0.3, "shareOfTop": 0.9, "mostLabels": 3}
LEXICON = Path(__file__).parent.parent / "lexicon"


def audio_side(state, heads, embeddings):
    category_heads = CategoryHeads.of(state, heads, HEAD_TEMPERATURE)
    root = np.sqrt(np.maximum(embeddings, 0))
    return AudioSide(
        category_heads,
        centre=np.sqrt(category_heads.posterior(embeddings)).mean(axis=0),
        root_mean=root.mean(axis=0),
        root_scale=1 / (root.std(axis=0) + 1e-6),
    )


def text_side(encoder, centre):
    concepts = lexicon.read_all(LEXICON)
    return TextSide(
        encoder.encode(concepts.phrases), concepts.distributions, CONCEPT_TEMPERATURE, SMOOTHING, centre
    )


def whole(state, heads, encoder, clips):
    """(audio side, text side, logit scale, tagging parameters) from all training pairs."""
    audio = audio_side(state, heads, clips.embeddings)
    return audio, text_side(encoder, audio.centre), LOGIT_SCALE, TAGGING
