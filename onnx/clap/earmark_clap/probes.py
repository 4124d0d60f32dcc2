"""Inputs for the comparison with PyTorch: spectrograms that differ as sounds do, and descriptions."""

import numpy as np

SENTENCES = (
    "This is a sound of rain.",
    "dog barking",
    "the sound of a heavy wooden door that creaks slowly and then falls shut in a large stone hall",
    "café 日本 🎵 C#5 120bpm",
)


def spectrograms(front_end, channels):
    """[4, channels, frames, bands] in dB: a steady tone, decaying noise, pulses over silence, a rising sweep."""
    random = np.random.default_rng(20)
    frame = np.arange(front_end.frames)[:, None]
    band = np.arange(front_end.bands)[None]
    kinds = (
        -20 - 1.5 * np.abs(band - 20) + 0 * frame,
        -15 - 0.3 * band - 0.06 * frame,
        np.where(frame % 125 < 30, -10 - 0.2 * band - (frame % 125), -100.0),
        -25 - 2 * np.abs(band - frame * front_end.bands / front_end.frames),
    )
    features = np.empty((len(kinds), channels, front_end.frames, front_end.bands), np.float32)
    for item, kind in enumerate(kinds):
        for channel in range(channels):
            shifted = np.roll(kind, 37 * channel, axis=0)
            features[item, channel] = np.maximum(shifted + 3 * random.standard_normal(kind.shape), -100)
    return features


def longer():
    """[4, 1]: a mixed batch."""
    return np.array([[True], [False], [False], [True]])


def tokens(tokenizer, text):
    """[[id, …], …], one row for each sentence, cut as Earmark cuts them."""
    return [tokenizer.encode(sentence).ids[: text.max_tokens] for sentence in SENTENCES]
