"""All communes of a nation side by side: as files, and on a terminal."""

import sys
from collections.abc import Sequence
from dataclasses import replace

from bench import terminal
from bench.setting import TOOL, Setting
from bench.targets import Ratio
from bench.timing import Case, Result

UNITS = 3_400

_VALIDATE = "validate --jobs 1 --no-cache"
_FORMATS = ("compare --format csv", "compare --format json")
_LIMIT = 12
_SECONDS = 0.5
"""How long one may wait for the first screen once all files are read."""


def cases(setting: Setting) -> list[Case]:
    """Return validate, compare in both formats, and compare up to two moments on a terminal."""
    folder = setting.archive.one_month(UNITS)
    found = [
        setting.scorecard(name, (*name.split(), "."), folder, setting.rounds)
        for name in (_VALIDATE, *_FORMATS)
    ]
    for moment in terminal.UNTIL:
        command = (sys.executable, terminal.__file__, moment, TOOL, "compare", ".")
        found.append(replace(found[0], name=f"compare until {moment}", commands=(command,)))
    return [replace(case, files=UNITS) for case in found]


def ratios(results: Sequence[Result]) -> list[Ratio]:
    """Compare both with validate, and both moments with one another."""
    seconds = {result.case.name: result.seconds for result in results}
    loaded, shown = (seconds[f"compare until {moment}"] for moment in terminal.UNTIL)
    screen = f"first screen of compare once all is read, {UNITS:,} units"
    return [
        *(
            Ratio(
                f"{name} / {_VALIDATE}, {UNITS:,} units", seconds[name] / seconds[_VALIDATE], _LIMIT
            )
            for name in _FORMATS
        ),
        Ratio(screen, shown - loaded, _SECONDS, unit="s"),
    ]
