"""Cases of which a few are tried by default, and all where slow tests are asked for."""

from collections.abc import Iterable

import pytest
from _pytest.mark import ParameterSet


def sampled(cases: Iterable[object], quick: int = 1) -> list[ParameterSet]:
    """Return cases for `parametrize`, of which all but the first so many are slow."""
    return [
        pytest.param(
            *(case if isinstance(case, tuple) else (case,)),
            marks=() if at < quick else pytest.mark.slow,
        )
        for at, case in enumerate(cases)
    ]
