"""Needs requirements.txt: whole exports held against PyTorch, and PyTorch's own weight files."""

import sys
import zlib
from dataclasses import replace

import numpy as np
import pytest

from earmark_clap import __main__, checkpoint, export, sample
from earmark_clap.errors import Unusable

torch = pytest.importorskip("torch")
pytest.importorskip("transformers")


@pytest.mark.parametrize("precision", ["fp32", "fp16", "int8"])
@pytest.mark.parametrize("kind", ["tiny-unfused", "tiny-fused"])
def test_an_export_agrees_with_pytorch(kind, precision, tmp_path, capsys):
    sample.write(kind, tmp_path / kind, 11)
    arguments = ["export", str(tmp_path / kind), "--out", str(tmp_path / "pack"), "--precision", precision]
    assert __main__.main(arguments) == 0
    assert "least cosine" in capsys.readouterr().out
    assert (tmp_path / "pack/pack.json").is_file()


def test_an_export_more_exact_than_32_bit_pytorch_is_kept(tmp_path):
    """Gains over two decades, where PyTorch is off by 5e-5 in float32 and the graph by 2e-6."""
    source = checkpoint.describe("tiny-unfused", 3)
    gains = {
        name: np.exp(_noise(name, value.shape)).astype(np.float32)
        for name, value in source.state.items()
        if name.endswith(("layernorm_before.weight", "layernorm_after.weight", "downsample.norm.weight"))
    }
    assert gains
    export.export(replace(source, state=source.state | gains), tmp_path / "pack", "fp32")


def _noise(name, shape):
    return np.random.default_rng([9, zlib.crc32(name.encode())]).standard_normal(shape)


def test_a_changed_weight_is_noticed(tmp_path, monkeypatch, capsys):
    """The export and the reference are made from different weights: nothing may be written."""
    from earmark_clap import reference

    class Other(reference.Reference):
        def __init__(self, source):
            table = "audio_model.audio_encoder.layers.1.blocks.1.attention.self.relative_position_bias_table"
            changed = source.state | {table: source.state[table] * 1.01}
            super().__init__(replace(source, state=changed))

    monkeypatch.setattr(reference, "Reference", Other)
    sample.write("tiny-unfused", tmp_path / "model", 1)
    assert __main__.main(["export", str(tmp_path / "model"), "--out", str(tmp_path / "pack")]) == 1
    assert "disagrees with PyTorch" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["model"]


def test_reads_the_older_weight_file_and_runs_nothing_in_it(tmp_path):
    sample.write("tiny-unfused", tmp_path, 2)
    expected = checkpoint.read(tmp_path)
    (tmp_path / "model.safetensors").unlink()
    state = {name: torch.tensor(tensor) for name, tensor in expected.state.items()}
    torch.save(state, tmp_path / "pytorch_model.bin")
    found = checkpoint.read(tmp_path)
    assert all(np.array_equal(found.state[name], expected.state[name]) for name in expected.state)
    assert "pytorch_model.bin" in found.digests
    torch.save({"logit_scale_a": Exit()}, tmp_path / "pytorch_model.bin")
    with pytest.raises(Unusable, match="pytorch_model.bin can't be read"):
        checkpoint.read(tmp_path)


class Exit:
    def __reduce__(self):
        return sys.exit, (3,)


def test_the_sample_loads_in_transformers_without_gaps(tmp_path):
    import transformers

    sample.write("tiny-fused", tmp_path, 2)
    model, info = transformers.ClapModel.from_pretrained(tmp_path, output_loading_info=True)
    assert not info["missing_keys"] and not info["unexpected_keys"]
    assert model.logit_scale_a.detach().exp().item() == pytest.approx(checkpoint.read(tmp_path).logit_scale)
