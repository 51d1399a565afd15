"""All communes of a nation side by side: as files, and on a terminal."""

import sys
from collections.abc import Sequence
from dataclasses import replace

from bench import terminal
from bench.setting import TOOL, Setting
from bench.targets import Ratio, by_name
from bench.timing import Case, Result

PART = "compare"
UNITS = 3_400

_VALIDATE = "validate --jobs 1 --no-cache"
_FORMATS = ("csv", "json")
_LIMIT = 12
_SECONDS = 2
"""How long one may wait for the first screen once all files are read."""


def cases(setting: Setting) -> list[Case]:
    """Return validate, compare in both formats, and compare up to two moments on a terminal."""
    folder = setting.archive.one_month(UNITS)
    names = (_VALIDATE, *(f"compare --format {name}" for name in _FORMATS))
    cases = [setting.scorecard(PART, (*name.split(), "."), folder, UNITS) for name in names]
    compare = setting.scorecard(PART, ("compare",), folder, UNITS)
    waiting = (sys.executable, terminal.__file__)
    for moment in terminal.UNTIL:
        command = (*waiting, moment, TOOL, "compare", ".")
        cases.append(replace(compare, name=f"compare until {moment}", commands=(command,)))
    return cases


def ratios(results: Sequence[Result]) -> list[Ratio]:
    """Compare both with validate, and both moments with one another."""
    found = by_name(results)
    loaded, shown = (found[f"compare until {moment}", UNITS].seconds for moment in terminal.UNTIL)
    screen = f"compare: the first screen once all is read, {UNITS:,} units"
    formats = [
        Ratio(
            f"{name} / {_VALIDATE}, {UNITS:,} units",
            found[name, UNITS].seconds / found[_VALIDATE, UNITS].seconds,
            _LIMIT,
        )
        for name in (f"compare --format {name}" for name in _FORMATS)
    ]
    return [*formats, Ratio(screen, shown - loaded, _SECONDS, unit="s")]
