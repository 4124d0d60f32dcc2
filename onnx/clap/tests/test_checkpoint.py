import json
import shutil

import numpy as np
import pytest
from safetensors.numpy import load_file, save_file

from earmark_clap import __main__, checkpoint, hub, sample
from earmark_clap.errors import Unusable


@pytest.fixture
def folder(tmp_path):
    sample.write("tiny-fused", tmp_path / "model", 5)
    return tmp_path / "model"


def edit(path, change):
    value = json.loads(path.read_text())
    change(value)
    path.write_text(json.dumps(value))


def change_weights(folder, change):
    state = load_file(folder / "model.safetensors")
    change(state)
    save_file(state, folder / "model.safetensors")


def test_reads_what_was_written(folder):
    found = checkpoint.read(folder)
    made = checkpoint.describe("tiny-fused", 5)
    assert found.state.keys() == made.state.keys()
    assert all(np.array_equal(found.state[name], made.state[name]) for name in made.state)
    assert found.logit_scale == pytest.approx(np.exp(made.state["logit_scale_a"]))
    assert set(found.digests) == {"config.json", "preprocessor_config.json", "tokenizer.json", "model.safetensors"}
    assert found.digests["model.safetensors"] == checkpoint.sha256(folder / "model.safetensors")
    assert found.seed is None and found.revision is None and found.repository == "model"


def test_random_weights_depend_on_the_seed_alone():
    first, again, other = (checkpoint.describe("tiny-unfused", seed).state for seed in (1, 1, 2))
    assert all(np.array_equal(first[name], again[name]) for name in first)
    assert not any(np.array_equal(first[name], other[name]) for name in first)
    assert all(tensor.dtype == np.float32 for tensor in first.values())


def test_a_random_start_needs_no_weights(folder):
    (folder / "model.safetensors").unlink()
    found = checkpoint.read(folder, seed=4)
    assert found.seed == 4 and "model.safetensors" not in found.digests
    assert np.array_equal(found.state["logit_scale_a"], checkpoint.describe("tiny-fused", 4).state["logit_scale_a"])


@pytest.mark.parametrize("name", sample.KNOWN)
def test_a_published_architecture_with_random_weights_needs_no_network(name, monkeypatch):
    monkeypatch.setattr(checkpoint.random_weights, "state", lambda config, seed: {})
    found = checkpoint.read(name, seed=0)
    assert found.repository == name
    assert found.config.audio.fused == ("fused" in name and "unfused" not in name)
    assert found.config.audio.width == (1024 if "larger" in name else 768)


def test_the_hubs_cache_says_the_revision(folder):
    snapshot = folder.parent / "snapshots" / ("0123456789" * 4)
    snapshot.parent.mkdir()
    shutil.move(folder, snapshot)
    assert checkpoint.read(snapshot).revision == "0123456789" * 4


def test_a_downloaded_folder_says_the_revision(folder):
    note = folder / ".cache/huggingface/download/config.json.metadata"
    note.parent.mkdir(parents=True)
    note.write_text("a" * 40 + "\netag\n1700000000.0\n")
    assert hub.revision_of(folder) == "a" * 40
    note.write_text("")
    assert hub.revision_of(folder) is None


BROKEN = {
    "no config.json": (lambda f: (f / "config.json").unlink(), "no config.json"),
    "no tokenizer": (lambda f: (f / "tokenizer.json").unlink(), "no tokenizer.json"),
    "no weights": (lambda f: (f / "model.safetensors").unlink(), "neither model.safetensors nor pytorch_model.bin"),
    "no JSON": (lambda f: (f / "config.json").write_text("<html>"), "config.json is not valid JSON"),
    "other architecture": (
        lambda f: edit(f / "config.json", lambda c: c.update(model_type="clip")),
        'architecture "clip"',
    ),
    "no depths": (
        lambda f: edit(f / "config.json", lambda c: c["audio_config"].pop("depths")),
        '"depths" is missing from audio_config',
    ),
    "no text tower": (lambda f: edit(f / "config.json", lambda c: c.pop("text_config")), '"text_config" is missing'),
    "odd windows": (
        lambda f: edit(f / "config.json", lambda c: c["audio_config"].update(window_size=7)),
        "windows don't fit",
    ),
    "channel map": (
        lambda f: edit(f / "config.json", lambda c: c["audio_config"].update(fusion_type="channel_map")),
        "channel_map",
    ),
    "no rate": (
        lambda f: edit(f / "preprocessor_config.json", lambda p: p.pop("sampling_rate")),
        '"sampling_rate" is missing from preprocessor_config.json',
    ),
    "unfused front end": (
        lambda f: edit(f / "preprocessor_config.json", lambda p: p.update(truncation="rand_trunc")),
        "does not fit enable_fusion",
    ),
    "other bands": (
        lambda f: edit(f / "preprocessor_config.json", lambda p: p.update(feature_size=80)),
        "80 mel bands, and the model takes 64",
    ),
    "cut weights": (
        lambda f: (f / "model.safetensors").write_bytes((f / "model.safetensors").read_bytes()[:5000]),
        "model.safetensors can't be read",
    ),
    "absent tensor": (lambda f: change_weights(f, lambda s: s.pop("logit_scale_a")), "lacks the tensor logit_scale_a"),
    "wrong shape": (
        lambda f: change_weights(f, lambda s: s.update(logit_scale_a=np.zeros(2, np.float32))),
        r"logit_scale_a with shape \[2\]",
    ),
    "not a number": (
        lambda f: change_weights(f, lambda s: s.update(logit_scale_a=np.array(np.nan, np.float32))),
        "no numbers",
    ),
    "a variance below zero": (
        lambda f: change_weights(f, lambda s: s["audio_model.audio_encoder.batch_norm.running_var"].fill(-1)),
        "variance below zero in audio_model.audio_encoder.batch_norm.running_var",
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_says_in_a_sentence_what_is_wrong(folder, case, capsys):
    damage, message = BROKEN[case]
    damage(folder)
    with pytest.raises(Unusable, match=message):
        checkpoint.read(folder)
    assert __main__.main(["export", str(folder), "--out", str(folder.parent / "pack")]) == 1
    assert len(capsys.readouterr().err.strip().splitlines()) == 1
    assert not (folder.parent / "pack").exists()


def test_a_name_that_is_no_folder_is_said():
    with pytest.raises(Unusable, match="no folder or file /nowhere"):
        checkpoint.read("/nowhere")
