import hashlib
import json
from dataclasses import replace

import numpy as np
import pytest

from earmark_clap import check, checkpoint, export, pack
from earmark_clap.errors import Unusable
from earmark_clap.session import open_model


class Itself:
    """Stands in for PyTorch: the graphs of another export, off by a given share."""

    def __init__(self, folder, error=0.0):
        self._audio, self._text = (open_model(folder / f"{tower}.onnx") for tower in ("audio", "text"))
        self._error = error

    def audio(self, features, longer=None):
        feeds = {"input_features": features} | ({} if longer is None else {"is_longer": longer})
        return self._off(self._audio.run(None, feeds)[0])

    def text(self, rows):
        return self._off(self._text.run(None, {"input_ids": np.array(rows)})[0])

    def _off(self, vectors):
        wave = np.where(np.arange(vectors.shape[1]) % 2, 1, -1)
        return vectors + self._error * np.linalg.norm(vectors, axis=1, keepdims=True) * wave


@pytest.fixture(scope="module")
def source():
    return checkpoint.describe("tiny-fused", 0)


@pytest.fixture(scope="module")
def built(source, tmp_path_factory):
    folder = tmp_path_factory.mktemp("built")
    export._build(source, folder, export.precision.Float32)
    return folder


def test_writes_a_whole_pack(source, built, tmp_path):
    lines = export.export(source, tmp_path / "pack", "fp32", lambda _: ("itself", Itself(built)))
    assert any(line.startswith("audio (is_longer inverted), batch 4: least cosine 1.0") for line in lines)
    assert sorted(path.name for path in (tmp_path / "pack").iterdir()) == sorted([*pack.FILES, "pack.json"])
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]
    description = json.loads((tmp_path / "pack/pack.json").read_text())
    digests = {name: hashlib.sha256((tmp_path / "pack" / name).read_bytes()).hexdigest() for name in pack.FILES}
    assert description["files"] == digests
    assert description["hash"] == hashlib.sha256("".join(digests.values()).encode()).hexdigest()
    assert (description["id"], description["version"]) == ("tiny-fused", "random0-fp32")
    assert description["logitScale"] == pytest.approx(float(np.exp(source.state["logit_scale_a"])))
    assert description["frontEnd"]["melScale"] == "htk"
    assert description["audio"]["isLonger"] == "is_longer"
    assert description["text"]["maxTokens"] == 512
    assert description["source"]["randomInit"] == 0
    assert description["check"]["indicative"] is True


@pytest.mark.parametrize("kind", ["fp32", "fp16", "int8"])
def test_a_pack_that_disagrees_leaves_nothing(source, built, tmp_path, kind):
    error = {"fp32": 2e-5, "fp16": 1e-3, "int8": 5e-3}[kind]
    with pytest.raises(Unusable, match=f"The {kind} audio, batch 1: .* disagrees with PyTorch"):
        export.export(source, tmp_path / "pack", kind, lambda _: ("off", Itself(built, error)))
    assert list(tmp_path.iterdir()) == []


def test_an_existing_folder_is_left_alone(source, tmp_path):
    (tmp_path / "pack").mkdir()
    with pytest.raises(Unusable, match="exists already"):
        export.export(source, tmp_path / "pack", "fp32")


def test_a_vector_that_is_no_number_disagrees():
    agreement = check.agree("audio", 1, np.full((1, 4), np.nan), np.ones((1, 4)))
    assert not agreement.cosine >= 0.9


@pytest.mark.parametrize("tokenizer", [b"{}", b"<html>"])
def test_a_corrupt_tokenizer_is_said(source, tmp_path, tokenizer):
    damaged = replace(source, tokenizer=tokenizer)
    with pytest.raises(Unusable, match="tokenizer.json can't be read"):
        export.export(damaged, tmp_path / "pack", "fp32")


@pytest.mark.parametrize(
    ("repository", "identity"),
    [
        ("laion/clap-htsat-fused", "clap-htsat-fused"),
        ("laion/larger_clap_general", "larger_clap_general"),
        ("my model (2)", "my-model-2"),
        ("///", "clap"),
    ],
)
def test_an_id_is_made_of_the_repositorys_name(repository, identity):
    assert pack.identity(repository) == identity


def test_versions_tell_weights_apart(source):
    published = replace(source, seed=None, revision="c0ffee00" * 5)
    assert pack.origin(source) == "random0"
    assert pack.origin(published) == "c0ffee00"
    local = replace(published, revision=None, digests=source.digests | {"model.safetensors": "ab" * 32})
    assert pack.origin(local) == "shaabababab"
