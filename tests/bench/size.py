"""Export and compare at each size on two layouts: files a second, peak memory, and growth."""

import os
from collections.abc import Iterator, Mapping, Sequence
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

NATION = 400_000
"""3,321 communes, twelve months, ten years."""


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
    for less, more in list(pairwise(sizes))[-1:]:
        ratios += _on_paper(found, less, more)
    return ratios


def _on_paper(
    found: Mapping[tuple[int, str, str], Result], less: int, more: int
) -> Iterator[Ratio]:
    """Yield what a nation costs by the larger of two sizes, and by how memory grew from the other.

    Files of one machine are shared out among its processors, and those of ten among the machines:
    a province each, and what they come to is put together by an engine. `compare` has all of its
    units in one process.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    for name in (_VALIDATE, *_TIMES):
        runs = [(found[less, at, name], found[more, at, name]) for at in LAYOUTS]
        hours = max(after.cpu for _, after in runs) / more * NATION / (cores or 1) / 3600
        grown = max((after.peak - before.peak) / (more - less) for before, after in runs)
        peak = max(after.peak for _, after in runs)
        what = f"{name}, {NATION:,} files on paper"
        yield Ratio(f"{what}, a machine of {cores} cores", hours, unit="h")
        yield Ratio(f"{what}, ten of them", hours / 10, unit="h")
        for machines, times in (("one machine", 1), ("each of ten", 10)):
            gigabytes = (peak + max(grown, 0) * (NATION / times - more)) / 1000
            yield Ratio(f"{what}, largest process of {machines}", gigabytes, unit="GB")
