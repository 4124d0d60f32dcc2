import numpy as np
import pytest

from earmark_starter import evaluate, everyday, pairs


def test_sources_of_one_author_are_one_family():
    kenney = ["github:corpusc/CC0-Public-Domain-Sounds/kenney_uiaudio", "github:pythonarcade/arcade (Kenney)"]
    assert {pairs.family(source) for source in kenney} == {"kenney"}
    assert pairs.family("github:AntumMT/mod-sounds") == "AntumMT"
    assert pairs.family("debian:sonic-pi-samples") == "sonic-pi-samples"


def test_small_families_share_a_fold():
    families = np.array(["a"] * 100 + ["b"] * 120 + ["c", "d"])
    assert evaluate.folds(families)[[0, 100, 220, 221]].tolist() == [0, 1, 2, 2]


def test_a_clip_of_two_classes_is_in_none():
    names = np.array(["dog bark", "dog and cat", "hot dog", "chair"])
    found = everyday.labels(names, names)
    assert found.tolist() == [everyday.PROMPTS.index("dog barking"), -1, -1, -1]


def test_accuracy_gives_each_family_the_same_say():
    scores = np.array([[1, 0], [1, 0], [1, 0], [0, 1], [0, 1]])
    labels, families = np.array([0, 0, 0, 0, 1]), np.array(["a", "a", "a", "b", "b"])
    assert evaluate.class_accuracy(scores, labels, families, [0, 1]) == pytest.approx([0.5, 1.0])


def test_retrieval_on_a_library_of_twelve():
    names = np.array(["dog bark"] + [f"thing{i}" for i in range(11)])
    queries = np.unique(names)
    scores = np.zeros((12, 12))
    scores[:, :] = -np.arange(12)[:, None]  # every query ranks the clips in their order, the dog first
    (r1, r10, average_precision, chance1, chance10), count = evaluate.retrieval(
        scores, names, queries, np.zeros(12, int)
    )
    assert count == 12
    assert r1 == pytest.approx(1 / 12)
    assert r10 == pytest.approx(10 / 12)
    assert average_precision == pytest.approx(np.mean(1 / np.arange(1, 13)))
    assert chance1 == pytest.approx(1 / 12)
    assert chance10 == pytest.approx(10 / 12)
