"""Writes the tiny CLAP checkpoints of the tests of app.earmark.convert, with what PyTorch makes of them.

Run from anywhere; needs torch, transformers, safetensors and tokenizers. Weights and inputs come from one generator that
Java repeats: s = (1664525 s + 1013904223) mod 2^32, value = (s >> 8) / 2^23 - 1.
"""

import json
import math
from collections import OrderedDict
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import save_file
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, processors
from transformers import ClapConfig, ClapModel

OUT = Path(__file__).resolve().parents[2] / "src/test/resources/app/earmark/convert"
TEXTS = [[0, 2], [0, 5, 6, 7, 2], [0, 9, 1, 1, 10, 2], [0] + list(range(3, 41)) + [2]]  # 1 is the padding token


def noise(seed, count):
    values = np.empty(count, np.float32)
    s = seed
    for i in range(count):
        s = (1664525 * s + 1013904223) % 2**32
        values[i] = (s >> 8) / 2**23 - 1
    return values


def randomise(model):
    """Every tensor, so that one that is dropped, transposed or scaled wrongly shows."""
    for number, (name, tensor) in enumerate(model.state_dict().items()):
        if not tensor.is_floating_point():
            continue
        x = torch.tensor(noise(number + 1, tensor.numel())).reshape(tensor.shape)
        if name.startswith("logit_scale"):
            x = 2.5 + x
        elif name.endswith("running_mean"):
            x = -30 + 5 * x if "audio_encoder.batch_norm" in name else 0.2 * x
        elif name.endswith("running_var"):
            x = (20 + 3 * x) ** 2 if "audio_encoder.batch_norm" in name else 1 + 0.3 * x
        elif name.endswith("embeddings.weight") or name.endswith("bias_table"):
            x = 0.8 * x
        elif name.endswith(".bias"):
            x = 0.1 * x
        elif tensor.dim() == 1:
            x = 1 + 0.2 * x
        else:
            x = x * math.sqrt(3 / tensor[0].numel())
        with torch.no_grad():
            tensor.copy_(x)


def config(fused, tokens):
    audio = dict(
        patch_embeds_hidden_size=8, hidden_size=64, depths=[2, 2, 3, 1], num_attention_heads=[1, 2, 2, 4], enable_fusion=fused
    )
    text = dict(
        vocab_size=tokens, hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=48, max_position_embeddings=66
    )
    return ClapConfig(projection_dim=24, audio_config=audio, text_config=text)


def tokenizer():
    """Byte-level BPE with as many merges as a test can tell apart."""
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    merges = [("a", "i"), ("r", "ai"), ("rai", "n"), ("Ġ", "rain")]
    words = special + alphabet + [a + b for a, b in merges]
    made = Tokenizer(models.BPE({word: i for i, word in enumerate(words)}, merges, unk_token="<unk>"))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    made.add_special_tokens([AddedToken(each, special=True) for each in special])
    made.post_processor = processors.RobertaProcessing(("</s>", 2), ("<s>", 0), trim_offsets=True, add_prefix_space=False)
    return made


def features(channels):
    """Four windows in dB."""
    return torch.tensor(noise(12345, 4 * channels * 1001 * 64)).reshape(4, channels, 1001, 64) * 30 - 40


def expected(model, fused):
    """In float64, since PyTorch's own float32 is off by 1e-5 on layers as narrow as these."""
    model = model.double()
    audio, text = model.audio_model, model.text_model
    inputs = {"input_features": features(4 if fused else 1).double()}
    if fused:
        inputs["is_longer"] = torch.tensor([[True], [False], [False], [True]])
    with torch.no_grad():
        vectors = model.audio_projection(audio(**inputs).pooler_output)
        texts = [
            model.text_projection(text(input_ids=ids, attention_mask=torch.ones_like(ids)).pooler_output)[0]
            for ids in map(lambda each: torch.tensor([each]), TEXTS)
        ]
    return {
        "audio": vectors.tolist(),
        "isLonger": inputs["is_longer"].flatten().tolist() if fused else None,
        "tokens": TEXTS,
        "text": [each.tolist() for each in texts],
        "logitScale": math.exp(model.logit_scale_a.item()),
    }


def other(fused, tokens):
    """Of the same weights with other epsilons, and gains of which every third is negative and every fifth 0."""
    described = config(fused, tokens)
    described.audio_config.layer_norm_eps = 0.5
    described.text_config.layer_norm_eps = 0.25
    model = ClapModel(described).eval()
    randomise(model)
    with torch.no_grad():
        for name, tensor in model.state_dict().items():
            if name.endswith(".weight") and tensor.dim() == 1:
                tensor[::3] *= -1
                tensor[::5] = 0
    found = expected(model, fused)
    return {"audio": found["audio"], "text": found["text"]}


def write(folder, fused):
    folder.mkdir(parents=True, exist_ok=True)
    words = tokenizer()
    model = ClapModel(config(fused, words.get_vocab_size())).eval()
    randomise(model)
    words.save(str(folder / "tokenizer.json"))
    model.config.save_pretrained(folder)
    preprocessor = {
        "chunk_length_s": 10, "feature_extractor_type": "ClapFeatureExtractor", "feature_size": 64, "fft_window_size": 1024,
        "frequency_max": 14000, "frequency_min": 50, "hop_length": 480, "max_length_s": 10, "n_fft": 1024,
        "nb_frequency_bins": 513, "nb_max_frames": 1000, "nb_max_samples": 480000, "padding": "repeatpad", "padding_side": "right",
        "padding_value": 0.0, "processor_class": "ClapProcessor", "return_attention_mask": False, "sampling_rate": 48000,
        "top_db": None, "truncation": "fusion" if fused else "rand_trunc",
    }
    (folder / "preprocessor_config.json").write_text(json.dumps(preprocessor, indent=2) + "\n")
    # One of the index buffers, which are the same in every block and which nobody needs, is enough.
    state = {
        name: tensor.contiguous()
        for name, tensor in model.state_dict().items()
        if not name.endswith("position_index") or "layers.0.blocks.0." in name
    }
    save_file(state, folder / "model.safetensors", metadata={"format": "pt"})
    if not fused:
        saved = OrderedDict(state)
        saved._metadata = model.state_dict()._metadata  # as a model's own dictionary has it
        torch.save(saved, folder / "pytorch_model.bin")
    vectors = expected(model, fused) | {"other": other(fused, words.get_vocab_size())}
    (folder / "expected.json").write_text(json.dumps(vectors) + "\n")


if __name__ == "__main__":
    write(OUT / "fused", True)
    write(OUT / "unfused", False)
