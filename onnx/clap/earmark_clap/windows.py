"""Where tokens stand: shifted windows of a Swin transformer as constant index tables.

Tokens of a square grid are numbered row by row. The graphs keep them window by window, so that a shift, a partition,
its reverse or a merge of patches is one Gather with a constant.
"""

import numpy as np


def order(side, window, shift=0):
    """Grid numbers of the tokens in window order, after the grid was rolled by -shift along both axes."""
    rolled = (np.arange(side) + shift) % side
    grid = rolled[:, None] * side + rolled[None]
    return _by_window(grid, side, window).reshape(-1)


def inverse(permutation):
    places = np.empty_like(permutation)
    places[permutation] = np.arange(len(permutation))
    return places


def merge(current, side, window):
    """Places, in the current order, of the four tokens of each merged patch, patches in the next stage's window order.

    The four come as the reference concatenates them: top left, bottom left, top right, bottom right. Returns the
    places, four per patch, and the next stage's order.
    """
    half = side // 2
    following = order(half, window)
    row, column = np.divmod(following, half)
    corners = [(2 * row + down) * side + 2 * column + right for down, right in ((0, 0), (1, 0), (0, 1), (1, 1))]
    return inverse(current)[np.stack(corners, axis=1)].reshape(-1), following


def shift_mask(side, window, shift, masked):
    """[windows, tokens, tokens]: `masked` between tokens that were no neighbours before the roll, else 0."""
    places = np.arange(side)
    region = (places >= side - window).astype(int) + (places >= side - shift).astype(int)
    regions = _by_window(region[:, None] * 3 + region[None], side, window)
    return np.where(regions[:, :, None] != regions[:, None, :], masked, 0.0)


def relative_positions(window):
    """[tokens, tokens]: row of the relative position bias table for each pair of tokens of a window."""
    place = np.stack(np.meshgrid(np.arange(window), np.arange(window), indexing="ij")).reshape(2, -1)
    difference = place[:, :, None] - place[:, None, :] + window - 1
    return difference[0] * (2 * window - 1) + difference[1]


def _by_window(grid, side, window):
    count = side // window
    return grid.reshape(count, window, count, window).transpose(0, 2, 1, 3).reshape(count * count, window * window)
