"""Results as a table, and as the part of the README that they fill."""

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bench.targets import TARGET_FILES, Ratio, by_name
from bench.timing import Result

BEGIN = "<!-- Measured figures: written by tests/bench/run.py --markdown -->\n"
END = "<!-- End of the measured figures -->\n"

_MILLISECONDS_BELOW = 10

Row = Sequence[str]


@dataclass(frozen=True, slots=True)
class Report:
    """What one run of the benchmark found."""

    facts: Mapping[str, str]
    results: Sequence[Result]
    ratios: Sequence[Ratio]


def table(report: Report) -> str:
    """Return everything for a terminal."""
    processors = _layouts(report, "processor seconds", lambda each: each.cpu)
    tables = [*_layouts(report), *processors, _commands(report), _ratios(report.ratios)]
    shown = (_aligned(rows) for rows in tables if len(rows) > 1)
    return "\n\n".join([_about(report), *shown]) + "\n"


def markdown(report: Report) -> str:
    """Return a row for each layout, and each target with the worst that was measured."""
    held = [ratio for ratio in report.ratios if ratio.limit is not None]
    tables = [*_layouts(report), _ratios(held)]
    shown = (_piped(rows) for rows in tables if len(rows) > 1)
    return "\n\n".join([*shown, textwrap.fill(f"{_about(report)}.", 100)]) + "\n"


def filled(readme: str, measured: str) -> str:
    """Return the text with what was measured in the place of what was there; raise ValueError."""
    before, begin, rest = readme.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"there is no {BEGIN.strip()} … {END.strip()}")
    return f"{before}{begin}\n{measured}\n{end}{after}"


def _layouts(
    report: Report,
    unit: str = "seconds",
    taken: Callable[[Result], float] = lambda each: each.seconds,
) -> list[list[Row]]:
    """Return for each size the medians of each tool by layout, with those measured on the same."""
    found = {key: result for key, result in by_name(report.results).items() if key[1]}
    tables = []
    for size in dict.fromkeys(size for size, _, _ in found):
        layouts: dict[str, tuple[str, ...]] = {}
        for files, layout, name in found:
            if files == size:
                layouts[name] = (*layouts.get(name, ()), layout)
        for at in dict.fromkeys(layouts.values()):
            names = [name for name, its in layouts.items() if its == at]
            rows: list[Row] = [(f"{size:,} files, {unit}", *names)]
            for layout in at:
                runs = (found[size, layout, name] for name in names)
                rows.append((layout, *(_seconds(taken(run)) for run in runs)))
            tables.append(rows)
    return tables


def _commands(report: Report) -> list[Row]:
    """Return the results that are of no layout."""
    header = ("command", "median of", "seconds")
    return [
        header,
        *(
            (each.case.name, str(len(each.runs)), _seconds(each.seconds))
            for each in report.results
            if not each.case.layout
        ),
    ]


def _ratios(ratios: Sequence[Ratio]) -> list[Row]:
    header = ("ratio of medians", "worst", "layout", "target", "")
    return [header, *((each.what, _amount(each), each.layout, *_target(each)) for each in ratios)]


def _about(report: Report) -> str:
    sizes = {each.case.files for each in report.results if each.case.layout}
    other = "" if TARGET_FILES in sizes else f"; targets are stated for {TARGET_FILES:,} files"
    return ", ".join(f"{name} {value}" for name, value in report.facts.items()) + other


def _aligned(rows: Sequence[Row]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if number else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _piped(rows: Sequence[Row]) -> str:
    header, *others = (f"| {' | '.join(row)} |" for row in rows)
    return "\n".join([header, f"|--|{'--:|' * (len(rows[0]) - 1)}", *others])


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f}" if seconds < _MILLISECONDS_BELOW else f"{seconds:.1f}"


def _amount(ratio: Ratio) -> str:
    digits = {"MB": 1, "ms": 3}.get(ratio.unit, 2)
    return f"{ratio.value:.{digits}f} {ratio.unit}"


def _target(ratio: Ratio) -> tuple[str, str]:
    if ratio.limit is None:
        return "", ""
    sign = "≤" if ratio.way == "at most" else "≥"
    return f"{sign} {ratio.limit:g}", "met" if ratio.met else "not met"
