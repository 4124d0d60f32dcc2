"""What preprocessor_config.json says, as the `frontEnd` of a pack."""

from dataclasses import dataclass

from .errors import Unusable

FILE = "preprocessor_config.json"
SHORT_CLIPS = ("repeatpad", "repeat", "pad")
LONG_CLIPS = {"rand_trunc": "windows", "fusion": "fusion"}


@dataclass(frozen=True)
class FrontEnd:
    sample_rate: int
    frame: int
    hop: int
    bands: int
    low: float
    high: float
    seconds: float
    short_clips: str
    fusion: bool

    @property
    def clip_samples(self):
        return round(self.seconds * self.sample_rate)

    @property
    def frames(self):
        """Frames of one window: the first and the last are centred on its ends."""
        return 1 + self.clip_samples // self.hop

    def description(self):
        front_end = {
            "type": "clap-log-mel",
            "sampleRate": self.sample_rate,
            "frameLength": self.frame,
            "hopLength": self.hop,
            "window": "hann-periodic",
            "melBands": self.bands,
            "lowHz": self.low,
            "highHz": self.high,
            # The extractor's rule: HTK's scale without normalisation for fusion, Slaney's with it for all else.
            "melScale": "htk" if self.fusion else "slaney",
            "melNorm": "none" if self.fusion else "slaney",
            "clipSamples": self.clip_samples,
            "shortClips": self.short_clips,
            "longClips": "fusion" if self.fusion else "windows",
        }
        if self.fusion:
            front_end["isLonger"] = "by-length"
        return front_end


def parse(preprocessor, audio):
    """Reads the dictionary; `audio` is the AudioConfig it has to fit."""
    kind = preprocessor.get("feature_extractor_type", "ClapFeatureExtractor")
    if kind != "ClapFeatureExtractor":
        raise Unusable(f'{FILE} asks for "{kind}", and only ClapFeatureExtractor is known.')
    if preprocessor.get("top_db") is not None:
        raise Unusable(f'{FILE} sets "top_db", which Earmark\'s front end does not have.')
    front_end = FrontEnd(
        sample_rate=int(_need(preprocessor, "sampling_rate")),
        frame=int(_need(preprocessor, "fft_window_size")),
        hop=int(_need(preprocessor, "hop_length")),
        bands=int(_need(preprocessor, "feature_size")),
        low=_need(preprocessor, "frequency_min"),
        high=_need(preprocessor, "frequency_max"),
        seconds=_need(preprocessor, "max_length_s"),
        short_clips=_known(preprocessor, "padding", SHORT_CLIPS),
        fusion=_known(preprocessor, "truncation", LONG_CLIPS) == "fusion",
    )
    if front_end.fusion != audio.fused:
        raise Unusable(
            f'{FILE} has "truncation": "{preprocessor["truncation"]}", which does not fit enable_fusion in config.json.'
        )
    if front_end.bands != audio.bands:
        raise Unusable(f"{FILE} makes {front_end.bands} mel bands, and the model takes {audio.bands}.")
    if front_end.frames > audio.frames:
        raise Unusable(f"{FILE} makes {front_end.frames} frames, and the model takes at most {audio.frames}.")
    return front_end


def _need(preprocessor, key):
    if preprocessor.get(key) is None:
        raise Unusable(f'The key "{key}" is missing from {FILE}.')
    return preprocessor[key]


def _known(preprocessor, key, values):
    value = _need(preprocessor, key)
    if value not in values:
        raise Unusable(f'{FILE} has "{key}": "{value}", and only {", ".join(values)} are known.')
    return value
