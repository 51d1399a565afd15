"""All communes of a nation side by side, against the time to check their files."""

from collections.abc import Sequence

from bench.setting import Setting
from bench.targets import Ratio, by_name
from bench.timing import Case, Result

PART = "compare"
UNITS = 3_400

_VALIDATE = "validate --jobs 1 --no-cache"
_FORMATS = ("csv", "json")
_LIMIT = 12


def cases(setting: Setting) -> list[Case]:
    """Return validate, and compare in both formats, of one month of all units."""
    folder = setting.archive.one_month(UNITS)
    names = (_VALIDATE, *(f"compare --format {name}" for name in _FORMATS))
    return [setting.scorecard(PART, (*name.split(), "."), folder, UNITS) for name in names]


def ratios(results: Sequence[Result]) -> list[Ratio]:
    """Compare both with validate."""
    found = by_name(results)
    return [
        Ratio(
            f"{name} / {_VALIDATE}, {UNITS:,} units",
            found[name, UNITS].seconds / found[_VALIDATE, UNITS].seconds,
            _LIMIT,
        )
        for name in (f"compare --format {name}" for name in _FORMATS)
    ]
