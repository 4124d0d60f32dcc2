import numpy as np
import pytest

from earmark_clap import windows

SIDE, WINDOW = 16, 8


@pytest.mark.parametrize("shift", [0, 4])
def test_order_is_a_permutation_by_window(shift):
    order = windows.order(SIDE, WINDOW, shift)
    assert sorted(order) == list(range(SIDE * SIDE))
    rolled = np.roll(np.arange(SIDE * SIDE).reshape(SIDE, SIDE), (-shift, -shift), axis=(0, 1))
    assert np.array_equal(order[:64], rolled[:8, :8].reshape(-1))
    assert np.array_equal(order[64:128], rolled[:8, 8:].reshape(-1))


def test_inverse_undoes_an_order():
    order = windows.order(SIDE, WINDOW, 4)
    assert np.array_equal(order[windows.inverse(order)], np.arange(SIDE * SIDE))


def test_merge_takes_the_four_tokens_of_a_patch_column_by_column():
    current = windows.order(SIDE, WINDOW, 4)
    places, following = windows.merge(current, SIDE, WINDOW)
    assert np.array_equal(following, windows.order(SIDE // 2, WINDOW))
    tokens = current[places].reshape(-1, 4)
    row, column = divmod(int(following[9]), SIDE // 2)
    top = 2 * row * SIDE + 2 * column
    assert list(tokens[9]) == [top, top + SIDE, top + 1, top + SIDE + 1]


def test_mask_parts_what_the_roll_brought_together():
    mask = windows.shift_mask(SIDE, WINDOW, 4, -1e4)
    assert mask.shape == (4, 64, 64)
    assert not mask[0].any()  # the first window lies wholly inside
    last = mask[3]
    assert last[0, 63] == -1e4  # opposite corners of the grid
    assert last[0, 0] == 0
    assert np.array_equal(last, last.T)
    assert (last == 0).sum() == 4 * 16 * 16  # four quarters, each its own neighbourhood


def test_relative_positions_count_from_the_far_corner():
    positions = windows.relative_positions(WINDOW)
    assert positions[0, 0] == 7 * 15 + 7
    assert positions[0, 63] == 0
    assert positions[63, 0] == 15 * 15 - 1
    assert positions[0, 1] == positions[0, 0] - 1
    assert positions[0, 8] == positions[0, 0] - 15
