"""Blocked log-mel spectrogram of the aiSFX tower, in numpy.

Mono samples at 44,100 Hz become [blocks, 100, 96]. The figures are those of pack.json's `frontEnd`.
"""

import math

import numpy as np

SAMPLE_RATE = 44_100
FRAME = 2048
HOP = 1024
BANDS = 96
BLOCK = 100
BLOCK_HOP = 50
LOG_GAIN = 10_000.0
LOG_SCALE = 9.457798957824707
MEL_SCALE = 1127.01048


def filter_bank():
    """[96, 1025] triangles, linear in mel, each row summing to one."""
    edges = np.linspace(0.0, _mel(SAMPLE_RATE / 2), BANDS + 2)
    bins = _mel(np.arange(FRAME // 2 + 1) * SAMPLE_RATE / FRAME)
    rising = (bins - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - bins) / (edges[2:] - edges[1:-1])[:, None]
    bank = np.maximum(0.0, np.minimum(rising, falling))
    return bank / bank.sum(axis=1, keepdims=True)


def log_mel(samples):
    """[frames, 96]; frame i is centred on sample 1024 i, zeros outside the clip."""
    count = math.ceil(len(samples) / HOP) + 1
    padded = np.zeros(HOP * (count + 1))
    padded[HOP : HOP + len(samples)] = samples
    frames = np.lib.stride_tricks.sliding_window_view(padded, FRAME)[::HOP][:count]
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(FRAME) / (FRAME - 1))
    power = np.abs(np.fft.rfft(frames * window, axis=1)) ** 2
    return (np.log10(1.0 + LOG_GAIN * (power @ filter_bank().T)) / LOG_SCALE).astype(np.float32)


def blocks(spectrogram):
    """[blocks, 100, 96]: hop 50, zero frames after the end."""
    frames = len(spectrogram)
    count = max(1, math.ceil((frames - BLOCK) / BLOCK_HOP + 1))
    padded = np.zeros((BLOCK_HOP * (count - 1) + BLOCK, BANDS), np.float32)
    padded[:frames] = spectrogram
    return np.stack([padded[i * BLOCK_HOP : i * BLOCK_HOP + BLOCK] for i in range(count)])


def _mel(hertz):
    return MEL_SCALE * np.log1p(np.asarray(hertz) / 700.0)
