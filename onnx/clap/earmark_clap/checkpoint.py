"""A checkpoint as `transformers` saves it: a folder, one of its weight files, or a name on the hub."""

import hashlib
import json
import pickle
import re
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load_file

from . import config, frontend, hub, random_weights, sample, tensors
from .errors import Unusable

WEIGHTS = ("model.safetensors", "pytorch_model.bin")
DESCRIPTIONS = ("config.json", frontend.FILE, "tokenizer.json")
UNREADABLE = (
    OSError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    RuntimeError,
    EOFError,
    pickle.UnpicklingError,
    SafetensorError,
)
NAME = re.compile(r"[\w.-]+/[\w.-]+")


@dataclass(frozen=True)
class Checkpoint:
    """`digests` are the SHA-256 of the files it was read from; `seed` is set if its weights are random."""

    repository: str
    revision: str | None
    seed: int | None
    digests: dict
    description: dict
    tokenizer: bytes
    config: config.ClapConfig
    front_end: frontend.FrontEnd
    state: dict

    @property
    def logit_scale(self):
        """Factor on the cosines of sounds with texts; the weights hold its logarithm."""
        return float(np.exp(np.float64(self.state["logit_scale_a"])))


def read(source, repository=None, revision=None, seed=None):
    """Reads `source`; with a `seed`, only its descriptions, and the weights are random."""
    if seed is not None and str(source) in sample.KNOWN:
        return _describe(sample.files(sample.KNOWN[source]), repository or source, revision, seed)
    folder, weights, name = _locate(source, revision)
    files = {}
    for each in DESCRIPTIONS:
        if not (folder / each).is_file():
            raise Unusable(f"{folder} has no {each}: it is not the folder of a CLAP checkpoint.")
        files[each] = (folder / each).read_bytes()
    name = repository or name or folder.resolve().name
    described = _describe(files, name, revision or hub.revision_of(folder), seed)
    if seed is not None:
        return described
    weights = weights or next((folder / each for each in WEIGHTS if (folder / each).is_file()), None)
    if weights is None:
        raise Unusable(f"{folder} has neither {' nor '.join(WEIGHTS)}.")
    state = _checked(_load(weights), tensors.expected(described.config), weights.name)
    digests = described.digests | {weights.name: sha256(weights)}
    return replace(described, digests=digests, state=state)


def describe(kind, seed):
    """A checkpoint of sample.py with random weights, without a folder."""
    return _describe(sample.files(kind), kind, None, seed)


def _describe(files, repository, revision, seed):
    description = _json(files, "config.json")
    parsed = config.parse(description)
    front_end = frontend.parse(_json(files, frontend.FILE), parsed.audio)
    return Checkpoint(
        repository,
        revision,
        seed,
        {name: hashlib.sha256(files[name]).hexdigest() for name in DESCRIPTIONS},
        description,
        files["tokenizer.json"],
        parsed,
        front_end,
        {} if seed is None else random_weights.state(parsed, seed),
    )


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _locate(source, revision):
    """(folder, weight file if one was named, name on the hub if it was one)."""
    path = Path(source)
    if path.is_dir():
        return path, None, None
    if path.is_file():
        return path.parent, path, None
    if not NAME.fullmatch(str(source)):
        raise Unusable(f"There is no folder or file {source}.")
    return hub.fetch(source, revision, DESCRIPTIONS, WEIGHTS), None, source


def _json(files, name):
    try:
        value = json.loads(files[name])
    except ValueError as error:
        raise Unusable(f"{name} is not valid JSON: {error}.") from error
    if not isinstance(value, dict):
        raise Unusable(f"{name} is not a JSON object.")
    return value


def _load(path):
    try:
        if path.suffix == ".safetensors":
            return load_file(path)
        import torch

        state = torch.load(path, map_location="cpu", weights_only=True)
        return {name: tensor.float().numpy() for name, tensor in state.items() if tensor.is_floating_point()}
    except UNREADABLE as error:
        raise Unusable(f"{path.name} can't be read as the weights of a model: {str(error).splitlines()[0]}") from error


def _checked(state, shapes, file):
    for name, shape in shapes.items():
        if name not in state:
            raise Unusable(f"{file} lacks the tensor {name}, which config.json asks for.")
        if state[name].shape != shape:
            found, wanted = list(state[name].shape), list(shape)
            raise Unusable(f"{file} has {name} with shape {found}, and config.json asks for {wanted}.")
        if not np.isfinite(state[name]).all():
            raise Unusable(f"{file} has values in {name} that are no numbers.")
        if name.endswith("running_var") and state[name].min() < 0:
            raise Unusable(f"{file} has a variance below zero in {name}.")
    return {name: state[name] for name in shapes}
