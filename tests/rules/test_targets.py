"""Several targets of one figure, and targets for another time, as they are told of files."""

from pathlib import Path

import pytest

from scorecard.project.load import load_all

SCORECARD = """format = 1
framework = "framework.toml"
period = "{period}"
unit = {{ id = "hue", name = "Huế", level = "province" }}
sources.report.title = "Báo cáo"
[figures]
x = {{ value = 5, source = "report", target = {target} }}
"""

FRAMEWORK = """format = 1
id = "framework"
edition = "1"
name = "Tested"
basis = "Decision 1"
groups = [{{ id = "all", name = "All" }}]
[[indicators]]
id = "x"
group = "all"
name = "X"
unit = "count"
kind = "flow"
direction = "higher"
target = {target}
"""


def told(folder: Path, target: str, period: str = "2025", *, of: str = "5") -> list[str]:
    """Return what is told of targets in a scorecard and its framework, with their places."""
    (folder / "framework.toml").write_text(FRAMEWORK.format(target=of), "utf-8")
    text = SCORECARD.format(target=target, period=period)
    (folder / "hue.toml").write_text(text, "utf-8")
    return [
        f"{item.line}:{item.column} {item.code} {item.severity.value} {item.message}"
        for file in load_all(sorted(folder.glob("*.toml")))
        for item in file.diagnostics
        if item.code in ("SC406", "SC407")
    ]


def plans(*names: str | None) -> str:
    """Return several targets of one figure with these ids, as a file has them."""
    tables = (f'{{ id = "{name}", value = 9 }}' if name else "{ value = 9 }" for name in names)
    return f"[{', '.join(tables)}]"


@pytest.mark.parametrize(
    "target", ['"none"', "5", plans("plan"), plans(None), plans("province", "council"), "[]"]
)
def test_one_target_needs_no_id_and_several_have_each_its_own(tmp_path: Path, target: str) -> None:
    assert told(tmp_path, target) == told(tmp_path, "5", of=target) == []


WITHOUT_ID = [
    (plans(None, "b"), [(47, "2 targets for one figure, and this one has no id")]),
    (
        plans("a", None, None),
        [
            (72, "3 targets for one figure, and this one has no id"),
            (87, "3 targets for one figure, and this one has no id"),
        ],
    ),
    (
        plans("a", "b", "a", "a"),
        [
            (97, '4 targets for one figure, and another one has the id "a" too'),
            (122, '4 targets for one figure, and another one has the id "a" too'),
        ],
    ),
]


@pytest.mark.parametrize(("target", "expected"), WITHOUT_ID)
def test_several_targets_are_told_apart(
    tmp_path: Path, target: str, expected: list[tuple[int, str]]
) -> None:
    found = told(tmp_path, target)
    assert found == [f"7:{column} SC406 error {message}" for column, message in expected]


def test_so_are_those_of_a_framework(tmp_path: Path) -> None:
    found = told(tmp_path, "5", of=plans("a", "a"))
    assert found == [
        '14:36 SC406 error 2 targets for one figure, and another one has the id "a" too'
    ]


PERIODS = [
    # the target's period, the figure's period, whether it is told
    ("2025", "2025", False),
    ("2025", "2025-H1", False),
    ("2021/2025", "2025-H1", False),
    ("2025-01/2025-06", "2025-H1", False),
    ("2025", "XXXX-H1", True),
    ("XXXX-H1", "2025-H1", True),
    ("2024", "2025", True),
    ("2026", "2025-H1", True),
    ("2025-H1", "2025", True),
    ("2025-H2", "2025-H1", True),
    ("XXXX-H2", "2025-H1", True),
    ("2025-02/2025-12", "2025-H1", True),
]


@pytest.mark.parametrize(("target", "figure", "wrong"), PERIODS)
def test_a_target_is_for_a_time_that_the_figure_belongs_to(
    tmp_path: Path, target: str, figure: str, *, wrong: bool
) -> None:
    message = f"SC407 warning this target is for {target}, and the figure for {figure}"
    found = told(tmp_path, f'{{ value = 9, period = "{target}" }}', figure)
    assert found == ([f"7:68 {message}"] if wrong else [])


def test_each_of_several_targets_has_its_time(tmp_path: Path) -> None:
    target = '[{ id = "a", value = 9, period = "2025" }, { id = "b", value = 9, period = "2023" }]'
    assert told(tmp_path, target) == [
        "7:121 SC407 warning this target is for 2023, and the figure for 2025"
    ]
