"""The concept lexicon is well formed: what the exporter would silently mend is an error here."""

from collections import Counter
from pathlib import Path

import pytest

from earmark_starter import lexicon, ucs

FILE = Path(__file__).parents[1] / "lexicon" / "concepts.tsv"


def concepts():
    with open(FILE, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.startswith("#"):
                phrases, weights = line.rstrip("\n").split("\t")
                yield number, phrases.split("|"), [part.rsplit(":", 1) for part in weights.split(";")]


def test_every_line_holds_phrases_and_weights_that_sum_to_one():
    for number, phrases, weights in concepts():
        assert all(phrase and phrase == phrase.strip() for phrase in phrases), number
        assert all(category in ucs.INDEX for category, _ in weights), number
        assert len({category for category, _ in weights}) == len(weights), number
        assert sum(float(weight) for _, weight in weights) == pytest.approx(1), number


def test_no_phrase_stands_twice():
    counted = Counter(phrase.lower() for _, phrases, _ in concepts() for phrase in phrases)
    assert [phrase for phrase, times in counted.items() if times > 1] == []


def test_every_category_leads_some_concept():
    leading = {max(weights, key=lambda part: float(part[1]))[0] for _, _, weights in concepts()}
    assert set(ucs.CATEGORIES) - leading == set()


def test_the_exporter_reads_every_phrase():
    read = lexicon.read(FILE)
    assert len(read.phrases) == sum(len(phrases) for _, phrases, _ in concepts())
    assert read.distributions.sum(axis=1) == pytest.approx(1)
