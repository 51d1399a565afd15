"""Which keys the figures of a scorecard have: most rules are about keys that few of them have."""

from functools import lru_cache

from scorecard.measure.assessment import Assessment


@lru_cache(maxsize=1)
def keys_of_figures(assessment: Assessment) -> frozenset[str]:
    """Return the keys that one figure or another states; several rules ask it of one scorecard."""
    figures = assessment.scorecard.figures.values()
    return frozenset().union(*[figure.model_fields_set for figure in figures])
