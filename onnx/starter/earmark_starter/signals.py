"""The six formula signals of the reference arrays, 44,100 Hz, float32."""

import numpy as np

RATE = 44_100


def reference_signals():
    second = np.arange(RATE) / RATE
    three = np.arange(3 * RATE) / RATE
    two = np.arange(2 * RATE) / RATE
    impulses = np.zeros(61_440)
    impulses[::11_025] = 0.9
    signals = {
        "sine440_1s": 0.5 * np.sin(2 * np.pi * 440 * second),
        "chirp_3s": 0.4 * np.sin(2 * np.pi * (50 * three + 14_950 / 6 * three**2)),
        "noise_decay_2s": _noise(2 * RATE) * np.exp(-3 * two),
        "impulses_2048x30": impulses,
        "short_0.05s": 0.3 * np.sin(2 * np.pi * 1000 * np.arange(2_205) / RATE),
        "silence_1s": np.zeros(RATE),
    }
    return {name: signal.astype(np.float32) for name, signal in signals.items()}


def _noise(count):
    state = 1
    values = np.empty(count)
    for i in range(count):
        state = (1_664_525 * state + 1_013_904_223) % 2**32
        values[i] = state / 2**31 - 1
    return values
