"""Checkpoint to pack: build both towers, compare them with PyTorch, and only then put the folder in its place."""

import shutil
import tempfile
from pathlib import Path

import onnx
import tokenizers

from . import audio_tower, check, pack, precision, text_tower
from .errors import Unusable


def export(checkpoint, target, kind, reference=None):
    """Writes the pack folder `target`, which must not exist; returns what was found, a line each.

    `reference` makes (name, model to compare with) from a checkpoint; PyTorch's by default.
    """
    target = Path(target)
    if target.exists():
        raise Unusable(f"{target} exists already; name a folder that doesn't.")
    tokenizer = _tokenizer(checkpoint)
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        _build(checkpoint, unfinished, precision.STORES[kind])
        name, model = (reference or _pytorch)(checkpoint)
        agreements = check.compare(unfinished, checkpoint, tokenizer, kind, model)
        pack.write(unfinished / "pack.json", pack.describe(unfinished, checkpoint, kind, agreements, name))
        unfinished.chmod(0o755)
        unfinished.rename(target)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return [str(agreement) for agreement in agreements]


def _build(checkpoint, folder, store):
    state, config, frames = checkpoint.state, checkpoint.config, checkpoint.front_end.frames
    onnx.save(audio_tower.build(state, config, frames, store()), folder / "audio.onnx")
    onnx.save(text_tower.build(state, config, store()), folder / "text.onnx")
    (folder / "tokenizer.json").write_bytes(checkpoint.tokenizer)


def _tokenizer(checkpoint):
    try:
        tokenizer = tokenizers.Tokenizer.from_buffer(checkpoint.tokenizer)
    except Exception as error:  # the library raises nothing narrower
        raise Unusable(f"tokenizer.json can't be read: {error}.") from error
    size, vocabulary = tokenizer.get_vocab_size(), checkpoint.config.text.vocabulary
    if size > vocabulary:
        raise Unusable(f"tokenizer.json has {size} tokens, and the text tower knows {vocabulary}.")
    return tokenizer


def _pytorch(checkpoint):
    from . import reference

    return reference.NAME, reference.Reference(checkpoint)
