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
_SCREEN = "first screen of compare, once all is read"
_LIMIT = 12
_SECONDS = 0.5
"""How long one may wait for the first screen once all files are read."""


def cases(setting: Setting) -> list[Case]:
    """Return validate, compare in both formats, and compare on a terminal."""
    folder = setting.archive.one_month(UNITS)
    found = [
        setting.scorecard(name, (*name.split(), "."), folder, setting.rounds)
        for name in (_VALIDATE, *_FORMATS)
    ]
    command = (sys.executable, terminal.__file__, TOOL, "compare", ".")
    found.append(replace(found[0], name=_SCREEN, commands=(command,), told=True))
    return [replace(case, files=UNITS) for case in found]


def ratios(results: Sequence[Result]) -> list[Ratio]:
    """Compare both formats with validate, and say how long one waits for the first screen."""
    seconds = {result.case.name: result.seconds for result in results}
    return [
        *(
            Ratio(
                f"{name} / {_VALIDATE}, {UNITS:,} units", seconds[name] / seconds[_VALIDATE], _LIMIT
            )
            for name in _FORMATS
        ),
        Ratio(f"{_SCREEN}, {UNITS:,} units", seconds[_SCREEN], _SECONDS, unit="s"),
    ]
