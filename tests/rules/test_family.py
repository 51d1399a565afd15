"""What children report against what their parent reports, as it is told of files."""

from pathlib import Path

import pytest

from scorecard.project.load import load_all

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
direction = "higher"
{keys}
"""

COUNT = 'unit = "count"\nkind = "flow"'
STOCK = 'unit = "count"\nkind = "stock"'
LABELLED = 'unit = "billion VND"\nkind = "flow"'
RATE = 'unit = "percent"\nkind = "rate"'
PERCENT = 'unit = "percent"\nkind = "stock"'
ANSWER = 'unit = "yes-no"\nkind = "stock"\nmethod = "yes-no"'
ABSENT = "absent"
NOT_APPLICABLE = "not-applicable"


def unit(folder: Path, name: str, value: str, *, parent: str = "", period: str = "2025") -> None:
    """Write a scorecard whose only figure is this value, if it is one."""
    figure = {
        ABSENT: 'absent = "missing"',
        NOT_APPLICABLE: 'absent = "not-applicable"',
    }.get(value, f"value = {value}")
    named = f'parent = "{parent}"\n' if parent else ""
    (folder / f"{name}.toml").write_text(
        f'format = 1\nframework = "framework.toml"\nperiod = "{period}"\n'
        f'[unit]\nid = "{name}"\nname = "{name}"\nlevel = "district"\n{named}'
        f'[sources.report]\ntitle = "Báo cáo"\n'
        f'[figures]\nx = {{ {figure}, source = "report" }}\n',
        "utf-8",
    )


def told(folder: Path, keys: str = COUNT) -> list[str]:
    """Return what is told of families in a folder, each with file and line."""
    (folder / "framework.toml").write_text(FRAMEWORK.format(keys=keys), "utf-8")
    return [
        f"{file.path.stem}:{item.line} {item.code} {item.severity.value} {item.message}"
        for file in load_all(sorted(folder.glob("*.toml")))
        for item in file.diagnostics
        if item.code in ("SC705", "SC706")
    ]


def family(folder: Path, own: str, *children: str, keys: str = COUNT) -> list[str]:
    unit(folder, "hue", own)
    for number, value in enumerate(children):
        unit(folder, f"child-{number}", value, parent="hue")
    return told(folder, keys)


def more(own: str, given: str, added: str) -> list[str]:
    text = f'"x" is {own}, but {given} units below it add up to {added}'
    return [f"hue:11 SC705 warning {text}"]


def less(own: str, given: str, added: str) -> list[str]:
    text = f'"x" is {own}, and {given} units below it add up to {added}'
    return [f"hue:11 SC706 note {text}"]


FAMILIES = [
    # what is measured, the parent's figure, its children's, what is told
    (COUNT, "5", ["2", "3"], []),
    (STOCK, "5", ["2", "3"], []),
    (COUNT, "5", ["2", "6"], more("5", "2 of 2", "8")),
    (COUNT, "8", ["2", "3"], less("8", "2 of 2", "5")),
    (LABELLED, "5.5", ["2.5", "4"], more("5.5", "2 of 2", "6.5")),
    (LABELLED, "100000", ["88000", "20000.5"], more("100000", "2 of 2", "108,000.5")),
    (COUNT, "5", ["2", "4"], more("5", "2 of 2", "6")),
    # As far as the printed digits are rounded: 4.5 to 5.5 against 1.5 + 3.95 and above.
    (LABELLED, "5", ["2", "4"], []),
    (LABELLED, "5", ["2", "4.0"], []),
    (LABELLED, "5.0", ["2.0", "3.1"], []),
    (LABELLED, "5.0", ["2.0", "3.2"], more("5.0", "2 of 2", "5.2")),
    # As far as all report it.
    (COUNT, "8", ["2", "3", ABSENT], []),
    (COUNT, "4", ["2", "4", ABSENT], more("4", "2 of 3", "≥ 6")),
    (COUNT, "8", ["2", "3", NOT_APPLICABLE], less("8", "2 of 2", "5")),
    (LABELLED, "4", ["2", "4", ABSENT], more("4", "2 of 3", "≥ 6")),
    (COUNT, "4", [ABSENT, ABSENT], []),
    # As far as the bounds decide.
    (COUNT, '">4"', ["2", "3"], []),
    (COUNT, '"<4"', ["2", "3"], more("<4", "2 of 2", "5")),
    (COUNT, '"<3"', ["2", "3"], more("<3", "2 of 2", "5")),
    (COUNT, "8", ['">2"', "3"], []),
    (COUNT, "8", ['"<2"', "3"], less("8", "2 of 2", "3–<5")),
    (COUNT, "5", ['">4"', "3"], more("5", "2 of 2", "> 7")),
    (COUNT, '"5..7"', ["3", "3"], []),
    (COUNT, '"~5"', ["3", "4"], more("~5", "2 of 2", "7")),
    # Numbers that count are not rounded.
    (COUNT, '"12/18"', ['"6/9"', '"6/9"'], []),
    (COUNT, '"12/18"', ['"6/9"', '"7/9"'], more("12/18", "2 of 2", "13")),
    # What does not add up is not added up.
    (RATE, '"1/4"', ['"2/4"', '"3/4"'], []),
    (PERCENT, "40", ["50", "60"], []),
    (ANSWER, "true", ["true", "true"], []),
]


@pytest.mark.parametrize(("keys", "own", "children", "expected"), FAMILIES)
def test_a_parent_and_its_children(
    tmp_path: Path, keys: str, own: str, children: list[str], expected: list[str]
) -> None:
    assert family(tmp_path, own, *children, keys=keys) == expected


def test_a_parent_that_says_nothing_of_it_is_not_contradicted(tmp_path: Path) -> None:
    assert family(tmp_path, ABSENT, "2", "3") == []


def test_nothing_more_is_said_of_a_figure_that_is_wrong_by_itself(tmp_path: Path) -> None:
    assert family(tmp_path, "5.5", "9", "8") == []
    assert family(tmp_path, "5", "9.5", "8") == []
    assert family(tmp_path, "5", "9", "8") == more("5", "2 of 2", "17")
    assert family(tmp_path, '5, target = "2.000"', "9", "8") == more("5", "2 of 2", "17")


def test_only_the_same_period_is_compared(tmp_path: Path) -> None:
    unit(tmp_path, "hue", "1")
    unit(tmp_path, "an-phu", "5", parent="hue", period="2023")
    unit(tmp_path, "phu-vang", "7", parent="hue", period="2025-01/2025-12")
    assert told(tmp_path) == more("1", "1 of 1", "7")


def test_a_child_of_the_year_before_that_is_not_here_is_missing(tmp_path: Path) -> None:
    unit(tmp_path, "an-phu", "5", parent="hue", period="2024")
    assert family(tmp_path, "8", "2", "3") == []
    assert family(tmp_path, "8", "2", "7") == more("8", "2 of 3", "≥ 9")


def test_where_the_parent_has_no_scorecard_there_is_nothing_to_compare(tmp_path: Path) -> None:
    unit(tmp_path, "an-phu", "5", parent="hue")
    unit(tmp_path, "hue", "1", period="2024")
    assert told(tmp_path) == []


def test_each_generation_is_compared_with_the_next(tmp_path: Path) -> None:
    unit(tmp_path, "viet-nam", "2")
    unit(tmp_path, "hue", "5", parent="viet-nam")
    unit(tmp_path, "an-phu", "8", parent="hue")
    assert told(tmp_path) == [
        'hue:12 SC705 warning "x" is 5, but 1 of 1 units below it add up to 8',
        'viet-nam:11 SC705 warning "x" is 2, but 1 of 1 units below it add up to 5',
    ]
