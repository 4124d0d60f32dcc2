"""The tensors of a checkpoint, folded where two of them act as one."""

import numpy as np

BATCH_NORM_EPS = 1e-5  # PyTorch's default, which the reference leaves alone


class Weights:
    """Tensors by name as float64, so that folding loses nothing before the final rounding to float32."""

    def __init__(self, state):
        self._state = state

    def __getitem__(self, name):
        return np.asarray(self._state[name], np.float64)

    def linear(self, name, norm=None):
        """(weight [in, out], bias) of a layer, for x · weight + bias; a layer without bias has zeros.

        With `norm`, x is what that normalisation makes before its own gain and offset, which the layer takes over.
        """
        weight = self[name + ".weight"].T
        bias = self[name + ".bias"] if name + ".bias" in self._state else np.zeros(weight.shape[1])
        if norm is None:
            return weight, bias
        gain, offset = self.norm(norm)
        return gain[:, None] * weight, offset @ weight + bias

    def norm(self, name):
        return self[name + ".weight"], self[name + ".bias"]

    def batch_norm(self, name):
        """(gain, offset) a batch normalisation comes to outside training."""
        gain = self[name + ".weight"] / np.sqrt(self[name + ".running_var"] + BATCH_NORM_EPS)
        return gain, self[name + ".bias"] - self[name + ".running_mean"] * gain

    def pointwise(self, convolution, norm):
        """A 1 × 1 convolution and the batch normalisation after it as one linear layer."""
        gain, offset = self.batch_norm(norm)
        weight = self[convolution + ".weight"][:, :, 0, 0] * gain[:, None]
        return weight.T, self[convolution + ".bias"] * gain + offset
