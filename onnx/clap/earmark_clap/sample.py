"""Checkpoints in the hub's layout with random weights: the three architectures LAION published, and a tiny one."""

import json
from pathlib import Path

from safetensors.numpy import save

from . import config, random_weights
from .errors import Unusable

TOKENIZER = Path(__file__).parent / "sample"
KNOWN = {
    "laion/clap-htsat-unfused": "unfused",
    "laion/clap-htsat-fused": "fused",
    "laion/larger_clap_general": "large",
    "laion/larger_clap_music_and_speech": "large",
}
KINDS = ("unfused", "fused", "large", "tiny-unfused", "tiny-fused")
BASE = {
    "patch_embeds_hidden_size": 128,
    "hidden_size": 1024,
    "depths": [2, 2, 12, 2],
    "num_attention_heads": [4, 8, 16, 32],
}
TINY = {"patch_embeds_hidden_size": 8, "hidden_size": 64, "depths": [2, 2, 1, 1], "num_attention_heads": [1, 2, 2, 4]}
TINY_TEXT = {
    "vocab_size": 568,
    "hidden_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 64,
}


def model_config(kind):
    """The config.json of a kind, as `transformers` 5 writes it."""
    if kind not in KINDS:
        raise Unusable(f'There is no kind "{kind}"; the kinds are {", ".join(KINDS)}.')
    audio = {
        "model_type": "clap_audio_model",
        "aff_block_r": 4,
        "attention_probs_dropout_prob": 0.0,
        "depths": [2, 2, 6, 2],
        "drop_path_rate": 0.0,
        "enable_fusion": kind.endswith("-fused") or kind == "fused",
        "enable_patch_layer_norm": True,
        "flatten_patch_embeds": True,
        "fusion_type": "aff_2d" if kind in ("fused", "tiny-fused") else None,
        "hidden_act": "gelu",
        "hidden_dropout_prob": 0.1,
        "hidden_size": 768,
        "initializer_factor": 1.0,
        "layer_norm_eps": 1e-5,
        "mlp_ratio": 4.0,
        "num_attention_heads": [4, 8, 16, 32],
        "num_classes": 527,
        "num_hidden_layers": 4,
        "num_mel_bins": 64,
        "patch_embed_input_channels": 1,
        "patch_embeds_hidden_size": 96,
        "patch_size": 4,
        "patch_stride": [4, 4],
        "projection_dim": 512,
        "projection_hidden_act": "relu",
        "qkv_bias": True,
        "spec_size": 256,
        "window_size": 8,
    }
    text = {
        "model_type": "clap_text_model",
        "attention_probs_dropout_prob": 0.1,
        "bos_token_id": 0,
        "eos_token_id": 2,
        "hidden_act": "gelu",
        "hidden_dropout_prob": 0.1,
        "hidden_size": 768,
        "initializer_factor": 1.0,
        "intermediate_size": 3072,
        "layer_norm_eps": 1e-12,
        "max_position_embeddings": 514,
        "num_attention_heads": 12,
        "num_hidden_layers": 12,
        "pad_token_id": 1,
        "projection_dim": 512,
        "projection_hidden_act": "relu",
        "type_vocab_size": 1,
        "vocab_size": 50265,
    }
    if kind == "large":
        audio.update(BASE)
    if kind.startswith("tiny"):
        audio.update(TINY)
        text.update(TINY_TEXT)
    return {
        "architectures": ["ClapModel"],
        "audio_config": audio,
        "hidden_size": text["hidden_size"],
        "initializer_factor": 1.0,
        "logit_scale_init_value": 14.285714285714285,
        "model_type": "clap",
        "num_hidden_layers": text["num_hidden_layers"] + 4,
        "projection_dim": 512,
        "projection_hidden_act": "relu",
        "text_config": text,
    }


def preprocessor_config(fused):
    """The hub's preprocessor_config.json."""
    return {
        "chunk_length_s": 10,
        "feature_extractor_type": "ClapFeatureExtractor",
        "feature_size": 64,
        "fft_window_size": 1024,
        "frequency_max": 14000,
        "frequency_min": 50,
        "hop_length": 480,
        "max_length_s": 10,
        "n_fft": 1024,
        "nb_frequency_bins": 513,
        "nb_max_frames": 1000,
        "nb_max_samples": 480000,
        "padding": "repeatpad",
        "padding_side": "right",
        "padding_value": 0.0,
        "processor_class": "ClapProcessor",
        "return_attention_mask": False,
        "sampling_rate": 48000,
        "top_db": None,
        "truncation": "fusion" if fused else "rand_trunc",
    }


def files(kind):
    """{name: content} of all but the weights."""
    description = model_config(kind)
    contents = {path.name: path.read_bytes() for path in sorted(TOKENIZER.iterdir())}
    contents["config.json"] = _json(description)
    contents["preprocessor_config.json"] = _json(preprocessor_config(description["audio_config"]["enable_fusion"]))
    return contents


def write(kind, directory, seed=0):
    """Writes config.json, preprocessor_config.json, the tokenizer's files and model.safetensors."""
    directory = Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    for name, content in files(kind).items():
        (directory / name).write_bytes(content)
    parsed = config.parse(model_config(kind))
    weights = random_weights.state(parsed, seed) | random_weights.buffers(parsed)
    (directory / "model.safetensors").write_bytes(save(weights, {"format": "pt"}))


def _json(value):
    return (json.dumps(value, indent=2) + "\n").encode()
