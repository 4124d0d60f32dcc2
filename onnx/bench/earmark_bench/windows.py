"""How both sides cut a clip: consecutive windows of 10 s at the model's rate, the last as long as what is left."""

RATE = 48000
SAMPLES = 480000


def cut(samples):
    return [samples[start : start + SAMPLES] for start in range(0, max(1, len(samples)), SAMPLES)]


def count(seconds):
    return max(1, -(-round(seconds * RATE) // SAMPLES))
