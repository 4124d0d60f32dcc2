"""The rule by which a label is asserted; README.md says it in words."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Rule:
    min_standardised: float
    min_cosine: float
    share_of_top: float
    most_labels: int

    def assert_labels(self, cosines, heard, cat_id):
        """Indices asserted, best first. [labels] cosines; which can be heard; which are CatIDs."""
        background = cosines[heard & cat_id]
        deviation = background.std()
        if deviation == 0:
            return []
        standardised = (cosines - background.mean()) / deviation
        top = standardised[heard & cat_id].max()
        asserted, count = [], 0
        for i in np.argsort(-cosines, kind="stable"):
            clears = (
                heard[i]
                and cosines[i] >= self.min_cosine
                and standardised[i] >= self.min_standardised
                and standardised[i] >= self.share_of_top * top
            )
            if clears and (not cat_id[i] or count < self.most_labels):
                asserted.append(int(i))
                count += int(cat_id[i])
        return asserted

    def parameters(self):
        return {
            "minStandardised": self.min_standardised,
            "minCosine": self.min_cosine,
            "shareOfTop": self.share_of_top,
            "mostLabels": self.most_labels,
        }
