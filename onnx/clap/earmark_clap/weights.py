"""The tensors of a checkpoint, folded where two of them act as one."""

import numpy as np

BATCH_NORM_EPS = 1e-5  # PyTorch's default, which the reference leaves alone


UNEVEN = 2.0  # greatest gain of a normalisation over their root mean square


class Weights:
    """Tensors by name as float64, so that folding loses nothing before the final rounding to float32.

    With `balanced`, for products of integers, a normalisation of uneven gains keeps their square roots and gives the
    layers behind it the rest. Whole gains in a matrix make its large rows take the scale of every column from the
    others, as on the activations they make large channels take it: by halves each loses least (SmoothQuant,
    arXiv:2211.10438).
    """

    def __init__(self, state, balanced=False):
        self._state = state
        self._balanced = balanced

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
        kept = self.kept_gain(norm)
        folded = gain if kept is None else gain / kept
        return folded[:, None] * weight, offset @ weight + bias

    def kept_gain(self, norm):
        """What a normalisation before layers still multiplies with; None if they take over all of its gain."""
        size = np.abs(self[norm + ".weight"])
        if not self._balanced or size.max() <= UNEVEN * np.sqrt(np.mean(size**2)):
            return None
        return np.sqrt(np.maximum(size, 1e-6 * size.max()))  # not 0, by which the rest could not be divided

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
