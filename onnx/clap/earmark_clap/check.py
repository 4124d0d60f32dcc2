"""Holds an export against the reference; an export that disagrees is never kept."""

from dataclasses import dataclass

import numpy as np

from . import probes
from .errors import Unusable
from .session import open_model


@dataclass(frozen=True)
class Limit:
    """Least cosine and, on unit-length vectors, greatest difference of a value; batches to try."""

    cosine: float
    difference: float
    batches: tuple


LIMITS = {
    "fp32": Limit(0.99999, 1e-5, (1, 4)),
    "fp16": Limit(0.9999, np.inf, (1, 4)),
    "int8": Limit(0.995, np.inf, (1,)),  # its activations share one scale over a batch: Earmark runs it one by one
}


@dataclass(frozen=True)
class Agreement:
    tower: str
    batch: int
    cosine: float
    difference: float

    def __str__(self):
        return f"{self.tower}, batch {self.batch}: least cosine {self.cosine:.7f}, max |Δ| {self.difference:.1e}"


def compare(folder, checkpoint, tokenizer, precision, reference):
    """Returns the agreements; raises Unusable at the first that is out of bounds."""
    limit = LIMITS[precision]
    agreements = []
    for tower, batch, got, wanted in _runs(folder, checkpoint, tokenizer, limit.batches, reference):
        agreement = agree(tower, batch, got, wanted)
        if not (agreement.cosine >= limit.cosine and agreement.difference <= limit.difference):
            raise Unusable(
                f"The {precision} {agreement}, disagrees with PyTorch (cosine at least {limit.cosine}"
                + (f", max |Δ| at most {limit.difference:.0e}" if np.isfinite(limit.difference) else "")
                + "), so nothing was written."
            )
        agreements.append(agreement)
    return agreements


def agree(tower, batch, got, wanted):
    if got.shape != wanted.shape:
        raise Unusable(f"The {tower} tower gives shape {list(got.shape)} instead of {list(wanted.shape)}.")
    got, wanted = _unit(got), _unit(wanted)
    return Agreement(tower, batch, float((got * wanted).sum(1).min()), float(np.abs(got - wanted).max()))


def _runs(folder, checkpoint, tokenizer, batches, reference):
    features = probes.spectrograms(checkpoint.front_end, 4 if checkpoint.config.audio.fused else 1)
    longer = probes.longer() if checkpoint.config.audio.fused else None
    audio = open_model(folder / "audio.onnx")
    wanted = reference.audio(features, longer)
    for batch in batches:
        yield "audio", batch, _audio(audio, features, longer, batch), wanted
        if longer is not None:  # every item the other way round
            inverted = _audio(audio, features, ~longer, batch), reference.audio(features, ~longer)
            yield "audio (is_longer inverted)", batch, *inverted
    del audio
    text = open_model(folder / "text.onnx")
    rows = probes.tokens(tokenizer, checkpoint.config.text)
    wanted = np.concatenate([reference.text([row]) for row in rows])
    yield "text", 1, np.concatenate([_text(text, [row]) for row in rows]), wanted
    if 4 in batches:
        equal = [row[:4] for row in rows]
        yield "text", 4, _text(text, equal), reference.text(equal)


def _audio(session, features, longer, batch):
    feeds = {"input_features": features} if longer is None else {"input_features": features, "is_longer": longer}
    parts = [{name: values[i : i + batch] for name, values in feeds.items()} for i in range(0, len(features), batch)]
    return np.concatenate([session.run(["audio_embeds"], part)[0] for part in parts])


def _text(session, rows):
    return session.run(["text_embeds"], {"input_ids": np.array(rows, np.int64)})[0]


def _unit(vectors):
    vectors = np.asarray(vectors, np.float64)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
