"""Fits both sides of the joint space from the lexicon, the tower and the training pairs."""

from pathlib import Path

import numpy as np

from . import lexicon
from .heads import CategoryHeads
from .rule import Rule
from .space import AudioSide, Prototypes, TextSide

# Chosen coarsely on held-out families (evaluate.py), not tuned further.
HEAD_TEMPERATURE = 4.0
CONCEPT_TEMPERATURE = 0.04
SMOOTHING = 0.1
DETAIL_DIMENSIONS = 256
BANDWIDTH = 0.08
PRIOR = 0.1
MOST_CLIPS = 4
# More helps within a library, less when all families are one gallery; see docs/benchmarks.md.
EMPHASIS = 0.5

# Of 8 to 20, least cross-entropy over draws of ten everyday classes; confidence then equals accuracy.
LOGIT_SCALE = 15.0
# See README, "How a label is asserted": tried on held-out families with `python -m earmark_starter.tagrule`.
RULE = Rule(min_standardised=4.5, min_cosine=0.44, share_of_top=0.95, most_labels=2)

LEXICON = Path(__file__).parent.parent / "lexicon"


def sides(category_heads, concepts, encoder, clips):
    """(audio side, text side) from training pairs."""
    audio = audio_side(category_heads, clips.embeddings)
    return audio, TextSide(
        encoder.encode(concepts.phrases),
        concepts.distributions,
        CONCEPT_TEMPERATURE,
        SMOOTHING,
        audio.centre,
        prototypes(encoder, clips.names, audio.detail(clips.embeddings)),
        EMPHASIS,
    )


def audio_side(category_heads, embeddings):
    root = np.sqrt(np.maximum(embeddings, 0))
    mean, scale = root.mean(axis=0), 1 / (root.std(axis=0) + 1e-6)
    return AudioSide(
        category_heads,
        np.sqrt(category_heads.posterior(embeddings)).mean(axis=0),
        mean,
        scale,
        whitening((root - mean) * scale),
    )


def whitening(standardised):
    """[512, d]: principal directions, each divided by the root of its variance plus the mean variance."""
    variances, directions = np.linalg.eigh(standardised.T @ standardised / len(standardised))
    kept = np.argsort(variances)[::-1][:DETAIL_DIMENSIONS]
    return directions[:, kept] / np.sqrt(variances[kept] + variances.mean())


def prototypes(encoder, names, details):
    known, index, counts = np.unique(names, return_inverse=True, return_counts=True)
    sums = np.zeros((len(known), details.shape[1]))
    np.add.at(sums, index, details)
    masses = np.minimum(counts, MOST_CLIPS).astype(float)
    return Prototypes(encoder.encode(known), sums * (masses / counts)[:, None], masses, BANDWIDTH, PRIOR)


def read_lexicon():
    return lexicon.read_all(LEXICON)


def heads_of(state, heads):
    return CategoryHeads.of(state, heads, HEAD_TEMPERATURE)
