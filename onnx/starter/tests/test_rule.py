import json

import numpy as np
import pytest

from earmark_starter.build import TEST_RESOURCES
from earmark_starter.rule import Rule

CASES = json.loads((TEST_RESOURCES / "tagging/rule-cases.json").read_text())


@pytest.mark.parametrize("case", CASES["cases"], ids=lambda case: case["case"])
def test_the_shared_cases(case):
    parameters = CASES["rule"]
    rule = Rule(*(parameters[name] for name in ("minStandardised", "minCosine", "shareOfTop", "mostLabels")))
    rows = case["labels"]
    asserted = rule.assert_labels(
        np.array([row["cosine"] for row in rows]),
        np.array([row["heard"] for row in rows]),
        np.array([row["catId"] for row in rows]),
    )
    assert [rows[i]["label"] for i in asserted] == case["asserted"]


def test_nothing_is_asserted_where_all_is_alike():
    everywhere = np.ones(5, bool)
    assert Rule(0, 0, 0, 3).assert_labels(np.full(5, 0.9), everywhere, everywhere) == []
