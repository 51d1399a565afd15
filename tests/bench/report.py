"""Results as a table, as JSON, and as a chart for the README."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.bulk import COMPARE, ONE, PART, TWO
from bench.targets import TARGET_FILES, Ratio
from bench.timing import Result

_BAR = 30
"""How many characters the longest bar is wide."""

_EIGHTHS = " ▏▎▍▌▋▊▉"
_MILLISECONDS_BELOW = 10


@dataclass(frozen=True, slots=True)
class Report:
    """What one run of the benchmark found."""

    facts: Mapping[str, str]
    results: Sequence[Result]
    ratios: Sequence[Ratio]


def table(report: Report) -> str:
    """Return everything for a terminal."""
    lines = [_facts(report), ""]
    header = ("median of", "seconds", "processor", "files/s", "ms/file", "MB")
    previous = None
    for result in report.results:
        case = result.case
        title = f"{case.part}, {case.files:,} files" if case.files else case.part
        if title != previous:
            lines += ["", _row(title, header)] if previous else [_row(title, header)]
            previous = title
        lines.append(_row(f"  {case.name}", _numbers(result)))
    lines += ["", f"{'ratio':<66}{'':>10}  target"]
    lines += [
        f"  {ratio.what:<64}{_amount(ratio):>10}  {_target(ratio)}".rstrip()
        for ratio in report.ratios
    ]
    return "\n".join([*lines, ""])


def as_json(report: Report) -> str:
    """Return everything for a program, with each single run."""
    results = [
        {
            "part": result.case.part,
            "name": result.case.name,
            "files": result.case.files or None,
            "median_seconds": round(result.seconds, 4),
            "median_cpu_seconds": round(result.cpu, 4),
            "peak_mb": None if result.peak is None else round(result.peak, 1),
            "seconds": [round(run.seconds, 4) for run in result.runs],
        }
        for result in report.results
    ]
    ratios = [
        {
            "what": ratio.what,
            "value": round(ratio.value, 3),
            "unit": ratio.unit,
            "target": None if ratio.limit is None else f"{ratio.way} {ratio.limit:g}",
            "met": ratio.met,
        }
        for ratio in report.ratios
    ]
    content = {"facts": dict(report.facts), "results": results, "ratios": ratios}
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def markdown(report: Report) -> str:
    """Return a chart of the largest archive that peers check, and each target with its ratio."""
    lines = [*_chart(report), "| ratio of medians | measured | target | |", "|--|--:|--:|--|"]
    lines += [
        f"| {ratio.what} | {_amount(ratio)} | {_bound(ratio)} | {_verdict(ratio)} |"
        for ratio in report.ratios
        if ratio.limit is not None
    ]
    return "\n".join([*lines, "", f"{_facts(report)}.", ""])


def _chart(report: Report) -> list[str]:
    bulk = [
        result
        for result in report.results
        if result.case.part == PART
        and result.case.files <= TARGET_FILES
        and result.case.name != COMPARE
    ]
    if not bulk:
        return []
    size = max(result.case.files for result in bulk)
    shown = sorted(
        (result for result in bulk if result.case.files == size),
        key=lambda result: result.seconds,
    )
    longest = shown[-1].seconds
    lines = [f"{f'{size:,} files':<41}{'runs':>4}{'seconds':>9}"]
    for result in shown:
        ours = "scorecard " if result.case.name in (ONE, TWO) else ""
        numbers = f"{len(result.runs):>4}{_seconds(result.seconds):>9}"
        bar = _bar(result.seconds / longest)
        lines.append(f"{ours + result.case.name:<41}{numbers}  {bar}")
    return ["```text", *lines, "```", ""]


def _bar(share: float) -> str:
    eighths = max(1, round(share * _BAR * 8))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def _facts(report: Report) -> str:
    return ", ".join(f"{name} {value}" for name, value in report.facts.items())


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{name:<40}" + "".join(f"{cell:>10}" for cell in cells)


def _numbers(result: Result) -> tuple[str, ...]:
    files = result.case.files
    return (
        str(len(result.runs)),
        _seconds(result.seconds),
        _seconds(result.cpu),
        f"{files / result.seconds:,.0f}" if files else "",
        f"{1000 * result.seconds / files:.2f}" if files else "",
        "" if result.peak is None else f"{result.peak:.0f}",
    )


def _seconds(seconds: float) -> str:
    return f"{seconds:.3f}" if seconds < _MILLISECONDS_BELOW else f"{seconds:.1f}"


def _amount(ratio: Ratio) -> str:
    match ratio.unit:
        case "MB":
            return f"{ratio.value:.1f} MB"
        case "s":
            return f"{ratio.value:.2f} s"
    return f"{ratio.value:.2f} ×"


def _bound(ratio: Ratio) -> str:
    sign = "≤" if ratio.way == "at most" else "≥"
    return f"{sign} {ratio.limit:g}"


def _verdict(ratio: Ratio) -> str:
    return "met" if ratio.met else "not met"


def _target(ratio: Ratio) -> str:
    return "" if ratio.limit is None else f"{_bound(ratio):<6} {_verdict(ratio)}"
