"""The benchmark's results as they are printed, with made-up numbers."""

import json
from pathlib import Path

from bench.bulk import ONE, PART
from bench.bulk import ratios as bulk_ratios
from bench.report import Report, as_json, markdown, table
from bench.targets import Ratio
from bench.timing import Case, Result, Run


def result(name: str, files: int, *seconds: float) -> Result:
    case = Case(PART, name, (("true",),), Path(), len(seconds), files)
    return Result(case, [Run(each, each, 60.0) for each in seconds])


RESULTS = [
    result(ONE, 10_000, 4.0, 3.0, 3.5),
    result("validate --jobs 2 --no-cache", 10_000, 2.0),
    result("compare --format csv", 10_000, 5.0),
    result("check-jsonschema", 10_000, 35.0),
]
RATIOS = [*bulk_ratios(RESULTS), Ratio("b / a", 3.0)]
REPORT = Report({"python": "CPython 3.11", "cores": "2"}, RESULTS, RATIOS)


def test_ratios_are_between_medians_and_know_their_targets() -> None:
    assert [(ratio.value, ratio.met) for ratio in RATIOS] == [
        (10.0, False),
        (1.75, True),
        (60.0, True),
        (3.0, None),
    ]


def test_the_table_says_how_many_runs_a_median_is_of() -> None:
    assert table(REPORT).splitlines() == TABLE.splitlines()


def test_the_chart_has_the_fastest_first_and_only_targets() -> None:
    assert markdown(REPORT).splitlines() == CHART.splitlines()


def test_json_has_every_run() -> None:
    content = json.loads(as_json(REPORT))
    assert content["facts"] == REPORT.facts
    assert content["results"][0] == {
        "part": "bulk",
        "name": ONE,
        "files": 10_000,
        "median_seconds": 3.5,
        "median_cpu_seconds": 3.5,
        "peak_mb": 60.0,
        "seconds": [4.0, 3.0, 3.5],
    }
    assert content["ratios"][1] == {
        "what": f"{ONE} / --jobs 2, 10,000 files",
        "value": 1.75,
        "unit": "times",
        "target": "at least 1.7",
        "met": True,
    }


TABLE = """\
python CPython 3.11, cores 2

bulk, 10,000 files                       median of   seconds processor   files/s   ms/file        MB
  validate --jobs 1 --no-cache                   3     3.500     3.500     2,857      0.35        60
  validate --jobs 2 --no-cache                   1     2.000     2.000     5,000      0.20        60
  compare --format csv                           1     5.000     5.000     2,000      0.50        60
  check-jsonschema                               1      35.0      35.0       286      3.50        60

ratio                                                                         target
  check-jsonschema / validate --jobs 1 --no-cache, 10,000 files      10.00 ×  ≥ 12   not met
  validate --jobs 1 --no-cache / --jobs 2, 10,000 files               1.75 ×  ≥ 1.7  met
  validate --jobs 1 --no-cache, peak memory, 10,000 files            60.0 MB  ≤ 64   met
  b / a                                                               3.00 ×
"""

CHART = """\
```text
10,000 files                             runs  seconds
scorecard validate --jobs 2 --no-cache      1    2.000  █▊
scorecard validate --jobs 1 --no-cache      3    3.500  ███
check-jsonschema                            1     35.0  ██████████████████████████████
```

| ratio of medians | measured | target | |
|--|--:|--:|--|
| check-jsonschema / validate --jobs 1 --no-cache, 10,000 files | 10.00 × | ≥ 12 | not met |
| validate --jobs 1 --no-cache / --jobs 2, 10,000 files | 1.75 × | ≥ 1.7 | met |
| validate --jobs 1 --no-cache, peak memory, 10,000 files | 60.0 MB | ≤ 64 | met |

python CPython 3.11, cores 2.
"""
