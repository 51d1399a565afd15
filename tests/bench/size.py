"""Export and compare at each size on two layouts: files a second, peak memory, and growth."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, product

from bench.setting import Setting
from bench.targets import Ratio, by_name, worst
from bench.timing import Case, Result

LAYOUTS = ("inline", "mixed")
LEAST = 1_000
QUICK = (300, 600)
"""Sizes of which all commands are soon done, though by several processes."""

_VALIDATE = "validate --no-cache"
_EXPORT = "export -o figures.csv"
_COMPARE = ("compare --format json", "compare --format csv", "compare --top 20")
_COMMANDS = {
    _VALIDATE: ("validate", "--no-cache", "."),
    _EXPORT: ("export", ".", "-o", "/dev/null", "--format", "csv"),
    **{name: (*name.split(), ".") for name in _COMPARE},
}
_TIMES = {_EXPORT: 5, **dict.fromkeys(_COMPARE, 6)}
_PEAK = {_EXPORT: 150, **dict.fromkeys(_COMPARE, 1000)}
_GROWTH = 1.2


def cases(setting: Setting) -> list[Case]:
    """Return all commands at each size on each layout, by all processors."""
    sizes = QUICK if setting.quick else sorted({LEAST, *setting.sizes})
    return [
        replace(setting.scorecard(name, words, folder, 1), layout=layout, files=size)
        for size, layout in product(sizes, LAYOUTS)
        for folder in (setting.archive.one_month(size, layout),)
        for name, words in _COMMANDS.items()
    ]


def ratios(results: Sequence[Result]) -> list[Ratio]:
    """Compare processor time with that of validate, and what a file costs at either size."""
    found = by_name(results)
    sizes = sorted({size for size, _, _ in found})
    ratios = []
    for size, (name, limit) in product(sizes, _TIMES.items()):
        of, runs = f"{name}, {size:,} units", {at: found[size, at, name] for at in LAYOUTS}
        costs = {at: run.cpu / found[size, at, _VALIDATE].cpu for at, run in runs.items()}
        ratios.append(worst(f"{of} / {_VALIDATE}, processor time", costs, limit))
        peaks = {at: run.peak for at, run in runs.items()}
        ratios.append(worst(f"{of}, peak memory", peaks, _PEAK[name], unit="MB"))
        ratios += [
            Ratio(f"{of}, {at}", size / run.seconds, unit="files/s") for at, run in runs.items()
        ]
    for (less, more), name in product(pairwise(sizes), _TIMES):
        costs = {
            at: found[more, at, name].cpu * less / found[less, at, name].cpu / more
            for at in LAYOUTS
        }
        ratios.append(worst(f"{name}, a file of {more:,} / a file of {less:,}", costs, _GROWTH))
    return ratios
