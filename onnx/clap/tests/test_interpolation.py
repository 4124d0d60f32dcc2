import numpy as np
import pytest

from earmark_clap import interpolation


def test_weights_sum_to_one_and_hit_the_ends():
    places, weights = interpolation.taps(1001, 1024)
    assert weights.sum(axis=1) == pytest.approx(np.ones(1024))
    assert places.min() == 0 and places.max() == 1000
    assert weights[0] == pytest.approx([0, 1, 0, 0])
    assert (weights[-1] * places[-1]).sum() == pytest.approx(1000)


def test_half_way_between_frames():
    places, weights = interpolation.taps(3, 5)
    assert list(places[1]) == [0, 0, 1, 2]  # the edge frame stands in for the one before it
    assert weights[1] == pytest.approx([-0.09375, 0.59375, 0.59375, -0.09375])


def test_overshoots_a_step_as_the_cubic_does():
    places, weights = interpolation.taps(1001, 1024)
    step = (weights * (places >= 500)).sum(axis=1)
    assert step.max() > 1.01 and step.min() < -0.01
