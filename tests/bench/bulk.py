"""Whole archives checked and compared, by us and by peers, and what a file costs at each size."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bench.peers import NAMES
from bench.setting import Setting
from bench.targets import TARGET_FILES, Ratio, by_name
from bench.timing import Case, Result

PART = "bulk"
LARGE = 100_000
"""Peers would take many minutes for so many, and compare takes some."""

ONE, TWO = "validate --jobs 1 --no-cache", "validate --jobs 2 --no-cache"
COMPARE = "compare --format csv"

_OFTEN = 3
"""How often in each round both checks of ours are run where they take a second or two: a machine
that others use as well is up to 40 % slower for a while, and three runs do not even that out."""

_TIMES_FASTER = {"check-jsonschema": 12, "taplo": 3, "tombi": 6}
_TIMES_FASTER_ON_TWO = 1.7
_GROWTH = 1.2
_PEAKS = {TARGET_FILES: 64, LARGE: 96}


def cases(setting: Setting) -> list[Case]:
    """Return validate, compare and the peers at each size."""
    found = []
    for size in setting.sizes:
        folder = setting.archive.of_size(size)
        ours = [
            setting.scorecard(PART, (*name.split(), "."), folder, size)
            for name in (ONE, TWO, COMPARE)
        ]
        if size >= LARGE:
            ours[-1] = replace(ours[-1], rounds=setting.peer_rounds)
        else:
            ours[:2] = [replace(case, times=_OFTEN) for case in ours[:2]]
        found += ours
        if setting.peers and size < LARGE:
            found += [
                Case(PART, name, setting.peers.checking(name, folder), folder, rounds, size)
                for name, rounds in zip(NAMES, _rounds(setting, size), strict=True)
            ]
    return found


def ratios(results: Sequence[Result]) -> list[Ratio]:
    """Compare the peers with us, two jobs with one, and what a file costs with smaller sizes."""
    found = by_name(results)
    sizes = sorted({files for _, files in found})
    ratios = [ratio for size in sizes for ratio in _at(size, found)]
    for less, more in pairwise(sizes):
        for name in (ONE, COMPARE):
            cost = found[name, more].seconds / more
            limit = _GROWTH if (name, less, more) == (ONE, TARGET_FILES, LARGE) else None
            ratios.append(
                Ratio(
                    f"{name}: a file of {more:,} / of {less:,}",
                    cost / (found[name, less].seconds / less),
                    limit,
                )
            )
    return ratios


def _at(size: int, found: dict[tuple[str, int], Result]) -> Iterator[Ratio]:
    one = found[ONE, size]
    held = size == TARGET_FILES
    for name in NAMES:
        if (name, size) in found:
            yield Ratio(
                f"{name} / {ONE}, {size:,} files",
                found[name, size].seconds / one.seconds,
                _TIMES_FASTER[name] if held else None,
                "at least",
            )
    yield Ratio(
        f"{ONE} / --jobs 2, {size:,} files",
        one.seconds / found[TWO, size].seconds,
        _TIMES_FASTER_ON_TWO if held else None,
        "at least",
    )
    if one.peak is not None:
        yield Ratio(f"{ONE}, peak memory, {size:,} files", one.peak, _PEAKS.get(size), unit="MB")


def _rounds(setting: Setting, size: int) -> tuple[int, ...]:
    """Return how often each peer runs: less often where it is slow."""
    rounds = setting.rounds if size < TARGET_FILES else setting.peer_rounds
    return tuple(setting.rounds if name == "taplo" else rounds for name in NAMES)
