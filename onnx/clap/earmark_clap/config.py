"""What config.json says about the two towers, as far as the graphs need it.

Values the file leaves out are those of `transformers.ClapAudioConfig` and `ClapTextConfig`, since leaving a default out
is how that file is defined; the values that tell one checkpoint from another must be there.
"""

from dataclasses import dataclass

from .errors import Unusable


@dataclass(frozen=True)
class AudioConfig:
    """HTSAT, a Swin transformer over a square picture of the log-mel spectrogram."""

    bands: int
    spec_size: int
    patch: int
    window: int
    channels: int
    depths: tuple
    heads: tuple
    mlp_ratio: float
    eps: float
    fused: bool
    patch_norm: bool
    fusion_reduction: int

    @property
    def strips(self):
        """The spectrogram is cut along time into this many strips, laid above one another to make the square."""
        return self.spec_size // self.bands

    @property
    def frames(self):
        """Frames after interpolation: strips × spec_size."""
        return self.strips * self.spec_size

    @property
    def grid(self):
        """Tokens along either side of the first stage."""
        return self.spec_size // self.patch

    @property
    def width(self):
        """Channels of the last stage."""
        return self.channels << (len(self.depths) - 1)


@dataclass(frozen=True)
class TextConfig:
    """RoBERTa."""

    vocabulary: int
    width: int
    layers: int
    heads: int
    intermediate: int
    positions: int
    token_types: int
    eps: float
    pad: int

    @property
    def max_tokens(self):
        """Positions count from the padding token's id + 1."""
        return self.positions - self.pad - 1


@dataclass(frozen=True)
class ClapConfig:
    audio: AudioConfig
    text: TextConfig
    joint: int


def parse(config):
    """Reads the dictionary of a config.json; raises Unusable where it is not a CLAP this program can build."""
    kind = _need(config, "model_type", "config.json")
    if kind != "clap":
        raise Unusable(f'config.json describes the architecture "{kind}", and only "clap" can be exported.')
    joint = int(config.get("projection_dim", 512))
    _same(config.get("projection_hidden_act", "relu"), "relu", "projection_hidden_act")
    return ClapConfig(
        _audio(_need(config, "audio_config", "config.json")), _text(_need(config, "text_config", "config.json")), joint
    )


def _audio(audio):
    where = "audio_config of config.json"
    fused = bool(_need(audio, "enable_fusion", where))
    if fused and audio.get("fusion_type") == "channel_map":  # every other value, none included, means the same
        raise Unusable('config.json has "fusion_type": "channel_map", which no published checkpoint uses.')
    _same(audio.get("hidden_act", "gelu"), "gelu", "hidden_act")
    _same(audio.get("qkv_bias", True), True, "qkv_bias")
    _same(audio.get("flatten_patch_embeds", True), True, "flatten_patch_embeds")
    _same(audio.get("patch_embed_input_channels", 1), 1, "patch_embed_input_channels")
    patch = _square(audio.get("patch_size", 4), "patch_size")
    _same(_square(audio.get("patch_stride", 4), "patch_stride"), patch, "patch_stride")
    parsed = AudioConfig(
        bands=int(audio.get("num_mel_bins", 64)),
        spec_size=int(audio.get("spec_size", 256)),
        patch=patch,
        window=int(audio.get("window_size", 8)),
        channels=int(_need(audio, "patch_embeds_hidden_size", where)),
        depths=tuple(_need(audio, "depths", where)),
        heads=tuple(_need(audio, "num_attention_heads", where)),
        mlp_ratio=float(audio.get("mlp_ratio", 4.0)),
        eps=float(audio.get("layer_norm_eps", 1e-5)),
        fused=fused,
        patch_norm=bool(audio.get("enable_patch_layer_norm", True)),
        fusion_reduction=int(audio.get("aff_block_r", 4)),
    )
    smallest = parsed.grid >> (len(parsed.depths) - 1)
    strip = parsed.bands // parsed.patch
    if len(parsed.heads) != len(parsed.depths) or smallest % parsed.window or strip % parsed.window:
        raise Unusable(f"The {where} describes stages whose windows don't fit its spectrogram; is the file damaged?")
    return parsed


def _text(text):
    where = "text_config of config.json"
    _same(text.get("hidden_act", "gelu"), "gelu", "hidden_act")
    return TextConfig(
        vocabulary=int(text.get("vocab_size", 50265)),
        width=int(_need(text, "hidden_size", where)),
        layers=int(_need(text, "num_hidden_layers", where)),
        heads=int(_need(text, "num_attention_heads", where)),
        intermediate=int(text.get("intermediate_size", 3072)),
        positions=int(text.get("max_position_embeddings", 514)),
        token_types=int(text.get("type_vocab_size", 1)),
        eps=float(text.get("layer_norm_eps", 1e-12)),
        pad=int(text.get("pad_token_id", 1)),
    )


def _need(values, key, where):
    if not isinstance(values, dict) or values.get(key) is None:
        raise Unusable(f'The key "{key}" is missing from {where}.')
    return values[key]


def _same(value, supported, key):
    if value != supported:
        raise Unusable(f'config.json has "{key}": {value!r}, and only {supported!r} can be exported.')


def _square(value, key):
    sides = set(value) if isinstance(value, (list, tuple)) else {value}
    if len(sides) != 1:
        raise Unusable(f'config.json has "{key}": {value!r}, and only squares can be exported.')
    return int(sides.pop())
