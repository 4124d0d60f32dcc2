"""The 200 files: rates, channels, formats and lengths mixed, the same on every machine that has the same encoders."""

from dataclasses import dataclass

import numpy as np
import soundfile

RATES = (44100, 48000, 96000)
CHANNELS = (1, 2, 6)
# (suffix, format, subtype); MP3 has neither 96 kHz nor 5.1, those files take the next format instead.
FORMATS = (
    ("wav", "WAV", "PCM_24"),
    ("flac", "FLAC", "PCM_16"),
    ("ogg", "OGG", "VORBIS"),
    ("mp3", "MP3", "MPEG_LAYER_III"),
    ("wav", "WAV", "PCM_16"),
)
SHORTEST, LONGEST = 1.0, 60.0


@dataclass(frozen=True)
class Sound:
    number: int
    seconds: float
    rate: int
    channels: int
    suffix: str
    format: str
    subtype: str

    @property
    def name(self):
        return f"{self.number:03d}-{self.seconds:g}s-{self.rate}-{self.channels}ch.{self.suffix}"


def plan(count):
    """Lengths spread evenly on a logarithmic scale and shuffled; the other properties go round."""
    lengths = np.geomspace(SHORTEST, LONGEST, count)
    lengths = np.random.default_rng(7).permutation(lengths)
    return [_sound(number, float(seconds)) for number, seconds in enumerate(lengths)]


def write(folder, count):
    """Writes what is missing; returns the paths in order."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for sound in plan(count):
        path = folder / sound.name
        if not path.exists():
            half = path.with_suffix(".part")
            _encode(half, sound)
            half.rename(path)
        paths.append(path)
    return paths


def samples(sound):
    """[frames, channels], float32: a chord that swells, noise in bursts, clicks; every channel a little different."""
    random = np.random.default_rng([11, sound.number])
    time = np.arange(round(sound.seconds * sound.rate), dtype=np.float32) / sound.rate
    chord = sum(np.sin(2 * np.pi * hertz * time) for hertz in random.uniform(80, 9000, 3)) / 6
    swell = 0.6 + 0.4 * np.sin(2 * np.pi * random.uniform(0.1, 2) * time)
    noise = (
        random.standard_normal(len(time), np.float32) * (np.sin(2 * np.pi * random.uniform(0.3, 3) * time) > 0.3) / 10
    )
    clicks = np.zeros_like(time)
    clicks[:: sound.rate // 3] = 0.5
    mono = (chord * swell + noise + clicks).astype(np.float32)
    gains = 0.4 + 0.1 * np.arange(sound.channels, dtype=np.float32) / sound.channels
    return mono[:, None] * gains


def _encode(path, sound):
    """A second at a time: the Vorbis encoder crashes on long blocks."""
    form = {"samplerate": sound.rate, "channels": sound.channels, "format": sound.format, "subtype": sound.subtype}
    content = samples(sound)
    with soundfile.SoundFile(path, "w", **form) as file:
        for start in range(0, len(content), sound.rate):
            file.write(content[start : start + sound.rate])


def _sound(number, seconds):
    rate, channels = RATES[number % 3], CHANNELS[number // 3 % 3]
    suffix, kind, subtype = FORMATS[number % 5]
    if suffix == "mp3" and (rate > 48000 or channels > 2):
        suffix, kind, subtype = FORMATS[0]
    # Away from whole windows: a rounded length must not make a window more on one side than on the other.
    seconds = round(seconds, 1)
    if seconds % 10 < 0.3 or seconds % 10 > 9.7:
        seconds = round(seconds + 0.6, 1) if seconds < LONGEST - 0.6 else LONGEST - 0.5
    return Sound(number, seconds, rate, channels, suffix, kind, subtype)
