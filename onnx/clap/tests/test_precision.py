import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from earmark_clap import audio_tower, checkpoint, precision, text_tower
from earmark_clap.errors import Unusable


def test_seven_bits_reach_64_in_every_column_and_no_further():
    weight = np.random.default_rng(1).standard_normal((300, 40)) * np.logspace(-3, 2, 40)
    integers, scales = precision.seven_bit(weight)
    assert (np.abs(integers).max(axis=0) == 64).all()
    assert (np.abs(integers * scales - weight) <= scales * 0.5001).all()


def test_a_pair_of_products_stays_within_16_bits():
    assert np.iinfo(np.int16).max >= 2 * 255 * precision.INT8_LIMIT


def test_a_column_of_zeros_stays_zero():
    with np.errstate(all="raise"):
        integers, scales = precision.seven_bit(np.zeros((8, 2)))
    assert not integers.any() and (scales > 0).all()


@pytest.mark.parametrize("tower", ["audio", "text"])
def test_int8_keeps_no_large_matrix_in_float(tower):
    source = checkpoint.describe("tiny-fused", 0)
    if tower == "audio":
        model = audio_tower.build(source.state, source.config, 1001, precision.Int8())
    else:
        model = text_tower.build(source.state, source.config, precision.Int8())
    constants = {each.name: numpy_helper.to_array(each) for each in model.graph.initializer}
    products = [node for node in model.graph.node if node.op_type == "MatMulInteger"]
    assert products
    for node in products:
        weight = constants[node.input[1]]
        assert weight.dtype == np.int8 and np.abs(weight.astype(int)).max() == 64
        assert constants[node.input[3]].shape == (weight.shape[1],)  # a scale for every output
    plain = [constants.get(node.input[1]) for node in model.graph.node if node.op_type == "MatMul"]
    assert all(weight.size < precision.SMALL for weight in plain if weight is not None)


def test_fp16_casts_constants_and_nothing_else():
    source = checkpoint.describe("tiny-unfused", 0)
    model = audio_tower.build(source.state, source.config, 1001, precision.Float16())
    constants = {each.name: each.data_type for each in model.graph.initializer}
    casts = [node for node in model.graph.node if node.op_type == "Cast"]
    assert casts and all(constants[node.input[0]] == onnx.TensorProto.FLOAT16 for node in casts)


def test_a_weight_beyond_half_precision_is_refused():
    with pytest.raises(Unusable, match="too large for half precision"):
        precision.half(np.array([7e4]))
