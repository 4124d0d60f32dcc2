"""Random weights for every tensor, so that an export that drops or misplaces any constant shows.

Each tensor has its own generator, seeded by (seed, CRC-32 of its name): the numbers depend on no order, no PyTorch and
no machine.
"""

import math
import zlib

import numpy as np

from . import tensors, windows


def state(config, seed):
    """Returns {name: float32 array} of all the tensors `config` asks for."""
    return {name: _tensor(name, shape, seed) for name, shape in tensors.expected(config).items()}


def buffers(config):
    """The int64 tensors a published checkpoint carries beside its weights; the graphs need none of them."""
    positions = np.arange(config.text.positions)[None]
    found = {
        "text_model.embeddings.position_ids": positions,
        "text_model.embeddings.token_type_ids": np.zeros_like(positions),
    }
    for name in tensors.expected(config):
        if name.endswith("running_mean"):
            found[name.replace("running_mean", "num_batches_tracked")] = np.zeros((), np.int64)
        elif name.endswith("relative_position_bias_table"):
            found[name.replace("bias_table", "index")] = windows.relative_positions(config.audio.window)
    return found


def _tensor(name, shape, seed):
    noise = np.random.default_rng([seed, zlib.crc32(name.encode())]).standard_normal(shape, np.float32)
    return np.asarray(_scaled(name, shape, noise), np.float32)


def _scaled(name, shape, noise):
    if name.startswith("logit_scale"):
        return 2.9 + 0.1 * noise
    decibels = name.startswith(tensors.AUDIO + "batch_norm.")  # the statistics of log-mel spectrograms
    if name.endswith("running_mean"):
        return 5 * noise - 30 if decibels else 0.1 * noise
    if name.endswith("running_var"):
        return (20 + 2 * noise) ** 2 if decibels else np.abs(1 + 0.1 * noise)
    if name.endswith(("embeddings.weight", "relative_position_bias_table")):
        return 0.5 * noise
    if name.endswith(".bias"):
        return 0.05 * noise
    if len(shape) == 1:  # gains
        return 1 + 0.1 * noise
    return noise / math.sqrt(math.prod(shape[1:]))
