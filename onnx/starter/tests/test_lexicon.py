import pytest

from earmark_starter import fit, lexicon, placement, sentences, ucs


def written(tmp_path, text):
    path = tmp_path / "l.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_lexicon_is_well_formed():
    concepts = fit.read_lexicon()
    assert len(concepts.phrases) > 3000
    assert len(set(concepts.phrases)) == len(concepts.phrases)
    assert concepts.distributions.shape == (len(concepts.phrases), len(ucs.CATEGORIES))
    assert concepts.distributions.sum(axis=1) == pytest.approx(1)


def test_every_phrase_of_a_line_has_its_distribution(tmp_path):
    concepts = lexicon.read(written(tmp_path, "# x\ndog bark|woof\tANIMALS:3;CREATURES:1\n"))
    assert concepts.phrases == ("dog bark", "woof")
    assert concepts.distributions[1, ucs.INDEX["ANIMALS"]] == 0.75


@pytest.mark.parametrize("line", ["dog\tANIMAL:1", "dog\tANIMALS", "dog", "dog\tANIMALS:0"])
def test_a_malformed_line_is_named(tmp_path, line):
    with pytest.raises(ValueError, match="l.tsv:2"):
        lexicon.read(written(tmp_path, f"# x\n{line}\n"))


@pytest.mark.skipif(not sentences.default_jar().exists(), reason="the sentence encoder's artifact is not resolved")
def test_everyday_names_land_in_the_right_category():
    encoder, names = sentences.SentenceEncoder(), placement.read_names()
    wrong = placement.misplaced(encoder, fit.read_lexicon(), names)
    assert 1 - len(wrong) / len(names) >= 0.9, wrong
