"""Whole archives checked in each layout, by us and by peers, and again where nothing changed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product

from bench.layouts import LAYOUTS
from bench.peers import CHECK, TAPLO
from bench.setting import Setting
from bench.targets import Ratio, by_name, worst
from bench.timing import Case, Result

LARGE = 100_000
"""Peers would take an hour for so many, so we run alone, and once."""

ONE, TWO, AGAIN = OURS = ("one process", "two processes", "unchanged")

_COMMANDS = {
    ONE: ("validate", "--jobs", "1", "--no-cache", "."),
    TWO: ("validate", "--jobs", "2", "--no-cache", "."),
    AGAIN: ("validate", "--jobs", "1", "."),
}
_OFTEN = 2
"""How often in each round our checks are run: a machine that others use as well is up to 40 %
slower for a while, and three runs do not even that out."""

_TIMES_FASTER = {CHECK: 8, TAPLO: 1}
_SLOWEST_TO_FASTEST = 1.4
_TIMES_FASTER_ON_TWO = 1.5
_UNCHANGED_MILLISECONDS = 0.08
_PEAK, _PEAK_OF_LARGE = 80, 300
_GROWTH = 1.2


def cases(setting: Setting) -> list[Case]:
    """Return our checks and those of the peers, of each layout at each size."""
    return [
        replace(case, layout=layout, files=size)
        for size, layout in product(setting.sizes, LAYOUTS)
        for case in _of(setting, size, layout)
    ]


def _of(setting: Setting, size: int, layout: str) -> Iterator[Case]:
    folder = setting.archive.of_size(size, layout)
    rounds = 1 if size >= LARGE else setting.rounds * _OFTEN
    for name, words in _COMMANDS.items():
        case = setting.scorecard(name, words, folder, rounds)
        if name == AGAIN:
            case = replace(case, cache=setting.cache(folder), emptied=False)
        yield case
    if setting.peers and size < LARGE:
        for name, often in {CHECK: fewer(setting.rounds), TAPLO: setting.rounds}.items():
            yield Case(name, setting.peers.checking(name, folder), folder, often)


def fewer(rounds: int) -> int:
    """Return in how many rounds check-jsonschema runs: most of the time goes into it."""
    return (rounds + 1) // 2


def ratios(results: Sequence[Result]) -> list[Ratio]:
    """Compare layouts, peers and processes at each size, and what a file costs at either."""
    found = by_name(results)
    sizes = sorted({size for size, _, _ in found})
    ratios = [ratio for size in sizes for ratio in _at(size, found)]
    for less, more in pairwise(sizes):
        growth = {
            layout: found[more, layout, ONE].seconds / found[less, layout, ONE].seconds
            for layout in LAYOUTS
        }
        costs = {layout: times * less / more for layout, times in growth.items()}
        ratios.append(worst(f"a file of {more:,} / a file of {less:,}", costs, _GROWTH))
    return ratios


def _at(size: int, found: dict[tuple[int, str, str], Result]) -> Iterator[Ratio]:
    one, two, again = (
        {layout: found[size, layout, name].seconds for layout in LAYOUTS} for name in OURS
    )
    of = f"{size:,} files"
    for name, limit in _TIMES_FASTER.items():
        if (size, "inline", name) in found:
            faster = {at: found[size, at, name].seconds / one[at] for at in LAYOUTS}
            yield worst(f"{name} / {ONE}, {of}", faster, limit, "at least")
    fastest = min(one.values())
    slower = {layout: seconds / fastest for layout, seconds in one.items()}
    yield worst(f"slowest layout / fastest layout, {of}", slower, _SLOWEST_TO_FASTEST)
    shared = {layout: one[layout] / two[layout] for layout in LAYOUTS}
    yield worst(f"{ONE} / {TWO}, {of}", shared, _TIMES_FASTER_ON_TWO, "at least")
    a_file = {layout: 1000 * seconds / size for layout, seconds in again.items()}
    yield worst(f"{AGAIN}, a file of {of}", a_file, _UNCHANGED_MILLISECONDS, unit="ms")
    peaks = {at: max(found[size, at, name].peak for name in OURS) for at in LAYOUTS}
    limit = _PEAK_OF_LARGE if size >= LARGE else _PEAK
    yield worst(f"peak memory of the largest process, {of}", peaks, limit, unit="MB")
