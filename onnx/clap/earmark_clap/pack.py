"""pack.json of an exported checkpoint (docs/pack.md)."""

import hashlib
import json
import re

from .checkpoint import DESCRIPTIONS, sha256

FILES = ("audio.onnx", "text.onnx", "tokenizer.json")
PROMPT = "This is a sound of {}."
# Chosen, not measured: no trained weights were at hand. The rule is the starter's.
TAGGING = {"minStandardised": 3.5, "minCosine": 0.25, "shareOfTop": 0.95, "mostLabels": 2}
MOST_WINDOWS = 30
NAMES = {
    "laion/clap-htsat-unfused": "LAION CLAP (HTSAT tiny)",
    "laion/clap-htsat-fused": "LAION CLAP (HTSAT tiny, fused)",
    "laion/larger_clap_general": "LAION CLAP larger (general)",
    "laion/larger_clap_music_and_speech": "LAION CLAP larger (music and speech)",
}


def describe(folder, checkpoint, precision, agreements, reference):
    """The dictionary, for the files that lie in `folder`."""
    digests = {name: sha256(folder / name) for name in FILES}
    audio = {"model": "audio.onnx", "input": "input_features", "joint": "audio_embeds"}
    if checkpoint.config.audio.fused:
        audio["isLonger"] = "is_longer"
    known = checkpoint.repository in NAMES
    return {
        "schema": 1,
        "id": identity(checkpoint.repository),
        "version": f"{origin(checkpoint)}-{precision}",
        "name": NAMES.get(checkpoint.repository, checkpoint.repository),
        "licence": "Apache-2.0" if known else "see the checkpoint",
        "credit": "CLAP by LAION (Wu, Chen, Zhang and others, ICASSP 2023), Apache-2.0."
        if known
        else checkpoint.repository,
        # SHA-256 of the files' hex digests, joined in name order.
        "hash": hashlib.sha256("".join(digests.values()).encode("ascii")).hexdigest(),
        "frontEnd": checkpoint.front_end.description(),
        "windows": {"longestSeconds": checkpoint.front_end.seconds, "most": MOST_WINDOWS, "levelPeak": 0},
        "audio": audio,
        "text": {
            "model": "text.onnx",
            "tokenizer": "tokenizer.json",
            "inputs": ["input_ids"],
            "output": "text_embeds",
            "pooling": "none",
            "maxTokens": checkpoint.config.text.max_tokens,
            "promptTemplate": PROMPT,
        },
        "dimensions": {"joint": checkpoint.config.joint},
        "logitScale": checkpoint.logit_scale,
        "tagging": TAGGING,
        "source": _source(checkpoint),
        "check": {
            "reference": reference,
            "indicative": checkpoint.seed is not None,  # random weights say little about real ones
            "leastCosine": _least_cosines(agreements),
        },
        "files": digests,
    }


def write(path, description):
    path.write_text(json.dumps(description, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def identity(repository):
    """The part of a repository's name after the slash, as far as an id may hold it."""
    return re.sub(r"[^\w.-]+", "-", repository.rsplit("/", 1)[-1], flags=re.ASCII).strip("-.") or "clap"


def origin(checkpoint):
    """What tells these weights from others: their seed, the commit they were published at, or their digest."""
    if checkpoint.seed is not None:
        return f"random{checkpoint.seed}"
    if checkpoint.revision:
        return checkpoint.revision[:8]
    return "sha" + next(digest for name, digest in checkpoint.digests.items() if name not in DESCRIPTIONS)[:8]


def _source(checkpoint):
    source = {"repository": checkpoint.repository, "revision": checkpoint.revision, "files": checkpoint.digests}
    if checkpoint.seed is not None:
        source["randomInit"] = checkpoint.seed
    return {key: value for key, value in source.items() if value is not None}


def _least_cosines(agreements):
    return {
        tower: min(agreement.cosine for agreement in agreements if agreement.tower.startswith(tower))
        for tower in ("audio", "text")
    }
