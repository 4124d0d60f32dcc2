import json

import numpy as np
import pytest

from earmark_starter import adapterreference
from earmark_starter.adapter import Adapter, Setting


@pytest.fixture
def library():
    """Forty names of two of eight words; what a clip sounds like follows from its words."""
    random = np.random.default_rng(2)
    words = [list(random.choice(list("abcdefgh"), 2, replace=False)) for _ in range(40)]
    vectors = {word: random.normal(size=12) for word in "abcdefgh"}
    sounds = {word: random.normal(size=16) for word in "abcdefgh"}
    meanings = unit(np.array([vectors[a] + vectors[b] for a, b in words]))
    caption_of = np.repeat(np.arange(40), 3)
    acoustic = unit(np.array([sounds[words[c][0]] + sounds[words[c][1]] for c in caption_of])
                    + 0.3 * random.normal(size=(120, 16)))  # fmt: skip
    return words, meanings, caption_of, acoustic


def unit(x):
    return x / np.linalg.norm(x, axis=-1, keepdims=True)


def test_finds_names_it_did_not_see(library):
    words, meanings, caption_of, acoustic = library
    seen = caption_of < 20
    adapter = Adapter(acoustic[seen], caption_of[seen], words, meanings, Setting(ridge=0.1))
    held = np.flatnonzero(~seen)
    cosines = adapter.cosines(acoustic[held], words[20:], meanings[20:])
    right = [caption_of[held][cosines[:, q].argmax()] == 20 + q for q in range(20)]
    assert np.mean(right) > 0.5  # of twenty: chance is a twentieth


def test_takes_no_part_in_queries_its_names_do_not_cover(library):
    words, meanings, caption_of, acoustic = library
    adapter = Adapter(acoustic, caption_of, words, meanings)
    strange = unit(-meanings.mean(axis=0, keepdims=True))
    assert adapter.trust(meanings[:1]) == pytest.approx(1)
    assert adapter.trust(strange) == 0
    plain = np.random.default_rng(0).normal(size=(len(acoustic), 1))
    fused = adapter.fuse(plain, acoustic, [["zither"]], strange)
    assert (np.argsort(fused[:, 0]) == np.argsort(plain[:, 0])).all()


def test_words_no_name_holds_shorten_the_bag(library):
    words, meanings, caption_of, acoustic = library
    adapter = Adapter(acoustic, caption_of, words, meanings)
    known, half = adapter.texts([["a", "b"], ["a", "zither"]], meanings[:2])[:, meanings.shape[1] :]
    assert np.linalg.norm(known) == pytest.approx(adapter.setting.bag)
    assert np.linalg.norm(half) < np.linalg.norm(known) / 1.2


def test_reference_of_the_java_fit_is_what_this_computes():
    stored = json.loads(adapterreference.TARGET.read_text(encoding="utf-8"))
    made = adapterreference.reference()
    assert stored["captions"] == made["captions"]
    assert np.allclose(stored["cosines"], made["cosines"], atol=1e-5)
    assert np.allclose(stored["trust"], made["trust"], atol=1e-5)
