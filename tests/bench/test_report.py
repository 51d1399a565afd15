"""The benchmark's results as they are printed, with made-up numbers."""

import math
import os
from dataclasses import replace
from pathlib import Path
from statistics import median

import pytest
from bench import bulk, nation, prompt, size
from bench.layouts import LAYOUTS
from bench.report import Report, filled, markdown, table
from bench.targets import Ratio
from bench.timing import Case, Result, Run

SECONDS = {
    "one process": (3.0, 3.5, 4.0, 4.5),
    "two processes": (2.0, 2.0, 2.0, 4.0),
    "unchanged": (0.5, 0.6, 0.9, 0.7),
    "check-jsonschema": (36.0, 35.0, 34.0, 33.0),
    "taplo": (6.0, 7.0, 5.0, 8.0),
}


def result(name: str, *seconds: float, files: int = 0, layout: str = "") -> Result:
    case = Case(name, (("true",),), Path(), len(seconds), files, layout)
    return Result(case, [Run(each, 2 * each, 60.0 + median(seconds)) for each in seconds])


def archive(files: int, times: float = 1.0) -> list[Result]:
    return [
        result(name, 99.0, times * seconds[at], 0.1, files=files, layout=layout)
        for at, layout in enumerate(LAYOUTS)
        for name, seconds in SECONDS.items()
    ]


RESULTS = [result("scorecard --help", 0.5, 0.25), *archive(10_000)]
RATIOS = [Ratio("b / a", 3.0), *bulk.ratios(RESULTS[1:])]
REPORT = Report({"python": "CPython 3.11", "cores": "2"}, RESULTS, RATIOS)


def test_the_table_names_the_worst_layout_of_each_ratio() -> None:
    assert table(REPORT).splitlines() == TABLE.splitlines()


def test_the_readme_has_a_row_a_layout_and_only_targets() -> None:
    assert markdown(REPORT).splitlines() == MARKDOWN.splitlines()


def test_figures_of_fewer_files_say_so() -> None:
    few = Report({"cores": "2"}, archive(500), [])
    assert table(few).startswith("cores 2; targets are stated for 10,000 files\n")


def test_a_file_of_more_files_is_held_against_one_of_fewer() -> None:
    ratios = bulk.ratios([*archive(100), *archive(1000, 11)])
    assert ratios[-1].what == "a file of 1,000 / a file of 100"
    assert ratios[-1].value == pytest.approx(1.1)
    assert ratios[-1].met


def test_peers_need_not_run() -> None:
    alone = [each for each in archive(100) if each.case.name in bulk.OURS]
    assert next(ratio.what for ratio in bulk.ratios(alone)).startswith("slowest layout")


def test_a_word_that_is_not_completed_misses_its_target() -> None:
    names = ("--version", "--help", "validate FILE", "show FILE")
    results = [
        result("import of the libraries", 0.2),
        *(result(f"scorecard {name}", 0.1) for name in names),
    ]
    *others, word = prompt.ratios(results)
    assert [(ratio.value, ratio.met) for ratio in others] == [(0.5, True)] * 4
    assert (word.value, word.met) == (math.inf, False)
    completed = result(prompt.WORD, 0.2)
    assert prompt.ratios([*results, completed])[-1] == replace(word, value=1.0)


def test_formats_are_held_against_validate_and_the_first_screen_against_a_wait() -> None:
    results = [
        result("validate --jobs 1 --no-cache", 1.0),
        result("compare --format csv", 2.0),
        result("compare --format json", 3.0),
        result("first screen of compare, once all is read", 1.0),
    ]
    assert [(ratio.value, ratio.unit, ratio.met) for ratio in nation.ratios(results)] == [
        (2.0, "×", True),
        (3.0, "×", True),
        (1.0, "s", False),
    ]


def test_only_what_is_between_the_marks_is_replaced() -> None:
    readme = filled(f"before\n{BEGIN}old\n{END}after\n", "new\n")
    assert readme == f"before\n{BEGIN}\nnew\n\n{END}after\n"
    assert filled(readme, "new\n") == readme


def test_a_file_without_the_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="there is no <!-- Measured figures"):
        filled(f"before\n{END}after\n", "new\n")


def test_the_readme_has_the_marks() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert "\nnew\n" in filled(readme, "new\n")


BEGIN = "<!-- Measured figures: written by tests/bench/run.py --markdown -->\n"
END = "<!-- End of the measured figures -->\n"
TABLE = """\
python CPython 3.11, cores 2

10,000 files, seconds  one process  two processes  unchanged  check-jsonschema  taplo
inline                       3.000          2.000      0.500              36.0  6.000
tables                       3.500          2.000      0.600              35.0  7.000
dotted                       4.000          2.000      0.900              34.0  5.000
mixed                        4.500          4.000      0.700              33.0  8.000

10,000 files, processor seconds  one process  two processes  unchanged  check-jsonschema  taplo
inline                                 6.000          4.000      1.000              72.0   12.0
tables                                 7.000          4.000      1.200              70.0   14.0
dotted                                 8.000          4.000      1.800              68.0   10.0
mixed                                  9.000          8.000      1.400              66.0   16.0

command           median of  seconds
scorecard --help          2    0.375

ratio of medians                                     worst  layout  target
b / a                                               3.00 ×
check-jsonschema / one process, 10,000 files        7.33 ×   mixed     ≥ 8  not met
taplo / one process, 10,000 files                   1.25 ×  dotted     ≥ 1      met
slowest layout / fastest layout, 10,000 files       1.50 ×   mixed   ≤ 1.4  not met
one process / two processes, 10,000 files           1.12 ×   mixed   ≥ 1.5  not met
unchanged, a file of 10,000 files                 0.090 ms  dotted  ≤ 0.08  not met
peak memory of the largest process, 10,000 files   64.5 MB   mixed    ≤ 80      met
"""
MARKDOWN = """\
| 10,000 files, seconds | one process | two processes | unchanged | check-jsonschema | taplo |
|--|--:|--:|--:|--:|--:|
| inline | 3.000 | 2.000 | 0.500 | 36.0 | 6.000 |
| tables | 3.500 | 2.000 | 0.600 | 35.0 | 7.000 |
| dotted | 4.000 | 2.000 | 0.900 | 34.0 | 5.000 |
| mixed | 4.500 | 4.000 | 0.700 | 33.0 | 8.000 |

| ratio of medians | worst | layout | target |  |
|--|--:|--:|--:|--:|
| check-jsonschema / one process, 10,000 files | 7.33 × | mixed | ≥ 8 | not met |
| taplo / one process, 10,000 files | 1.25 × | dotted | ≥ 1 | met |
| slowest layout / fastest layout, 10,000 files | 1.50 × | mixed | ≤ 1.4 | not met |
| one process / two processes, 10,000 files | 1.12 × | mixed | ≥ 1.5 | not met |
| unchanged, a file of 10,000 files | 0.090 ms | dotted | ≤ 0.08 | not met |
| peak memory of the largest process, 10,000 files | 64.5 MB | mixed | ≤ 80 | met |

python CPython 3.11, cores 2.
"""


def test_commands_that_ran_on_some_layouts_have_a_table_of_their_own() -> None:
    few = [result("export", 2.0, files=10_000, layout=each) for each in ("inline", "mixed")]
    told = table(Report({}, [*archive(10_000), *few], []))
    first, second = told.split("10,000 files, seconds")[1:]
    assert [line.split()[0] for line in first.splitlines()[1:5]] == list(LAYOUTS)
    assert "export" not in first
    assert second.startswith(
        "  export\ninline                  2.000\nmixed                   2.000"
    )


def test_a_nation_is_reckoned_from_the_larger_of_two_sizes() -> None:
    names = [
        "validate --no-cache",
        "export -o figures.csv",
        "compare --format json",
        "compare --format csv",
        "compare --top 20",
    ]
    results = [
        result(name, times * 1.0, files=1000 * times, layout=layout)
        for times in (1, 10)
        for layout in size.LAYOUTS
        for name in names
    ]
    paper = [each for each in size.ratios(results) if "on paper" in each.what]
    assert [each.unit for each in paper[:4]] == ["h", "h", "GB", "GB"]
    one, ten, largest, share = (each.value for each in paper[:4])
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    # 20 processor seconds for 10,000 files, and 9 MB more than for 1,000.
    assert one == pytest.approx(400_000 * 20 / 10_000 / 3600 / (cores or 1))
    assert ten == pytest.approx(one / 10)
    assert (largest, share) == pytest.approx((0.070 + 0.001 * 390, 0.070 + 0.001 * 30))
