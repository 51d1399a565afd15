"""Values typed over on the report cards of a workbook, of which an import reads the table alone."""

import json
from pathlib import Path

import pytest
from books import Value
from command import run
from openpyxl import load_workbook

pytestmark = pytest.mark.filterwarnings("ignore:(Unknown|Conditional Formatting) extension")

FRAMEWORK = """format = 1
id = "f"
edition = "1"
name = "F"
basis = "a decision"

[[groups]]
id = "all"
name = "All"

[defaults]
group = "all"
target = "own"

[[indicators]]
id = "share"
name = "Share"
unit = "percent"
kind = "rate"

[[indicators]]
id = "count"
name = "Count"
unit = "count"

[[indicators]]
id = "amount"
name = "Amount"
unit = "tấn"

[[indicators]]
id = "done"
name = "Done"
unit = "yes-no"
target = "none"
method = "yes-no"

[[indicators]]
id = "one"
name = "Same"
unit = "count"

[[indicators]]
id = "other"
name = "Same"
unit = "count"
"""

FIGURES = {
    "a": """
share = { value = 98.50, target = 99 }
count = { value = "12/18" }
amount = { value = ">=1250.5", target = 2000 }
done = true
one = 1
""",
    "b": """
share = { value = "<~80", target = 99 }
count = { absent = "not-due" }
amount = { absent = "missing" }
""",
}

LABELS = {"share": "Share", "count": "Count", "amount": "Amount (tấn)", "done": "Done"}


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("framework.toml").write_text(FRAMEWORK, "utf-8")
    for unit, figures in FIGURES.items():
        text = (
            'format = 1\nframework = "framework.toml"\nperiod = "2026-H1"\ntrack = "self"\n'
            f'[unit]\nid = "{unit}"\nname = "Xã {unit}"\nlevel = "commune"\n[figures]{figures}'
        )
        Path(f"{unit}.toml").write_text(text, "utf-8")


def shown(*words: str) -> None:
    run("show", *words, "-o", "table.xlsx")
    draft = run("import", "table.xlsx", "--framework", "framework.toml").out
    Path("map.toml").write_text(draft, "utf-8")


def typed(sheet_number: int, **cells: Value) -> None:
    book = load_workbook("table.xlsx")
    for place, said in cells.items():
        book.worksheets[sheet_number][place] = said
    book.save("table.xlsx")


def told() -> list[tuple[str, str, str]]:
    """Return the cell of each edit that is told, what is said, and the cell to write it in."""
    ran = run("import", "table.xlsx", "--map", "map.toml", "-f", "json")
    found = [each for each in json.loads(ran.out)["diagnostics"] if each["code"] == "SC027"]
    assert ran.code == (1 if found else 0)
    return [(each["cell"], each["message"], each["hint"].split()[4]) for each in found]


def printed(row: int) -> str:
    """Return the cell of the table that has the value of a row."""
    sheet = load_workbook("table.xlsx").worksheets[1]
    (column,) = (cell.column_letter for cell in sheet[1] if cell.value == "printed")
    return f"{column}{row}"


def says(here: str, there: str, sheet: str = "Figures") -> str:
    return f'this sheet is not read: here stands {here}, and in sheet "{sheet}" {there}'


@pytest.mark.parametrize("language", ["en", "vi", "ar"])
def test_what_was_not_edited_is_not_told(language: str) -> None:
    shown("a.toml", "b.toml", "--lang", language)
    assert told() == []


EDITS: list[tuple[str, Value, tuple[str, str] | None, int]] = [
    # the cells are B4 to B7 for share, count, amount and done of unit a
    ("B4", 97, ("97", "98.50"), 2),
    ("B4", 98.5, None, 2),
    ("B4", "trên 97%", ("trên 97%", "98.50"), 2),
    ("B4", None, ("nothing", "98.50"), 2),
    ("B5", "13/18", ("13/18", "12/18"), 3),
    ("B6", 1300, ("1,300", ">=1250.5"), 4),
    ("B7", "not done", ("not done", "true"), 5),
    # What is no value of one indicator is not looked at.
    ("B8", 5, None, 6),
    ("A4", "Another share", None, 2),
    ("E4", 5, None, 2),
]


@pytest.mark.parametrize(("cell", "value", "said", "row"), EDITS)
def test_a_value_that_is_typed_over_is_told_with_the_cell_to_write_it_in(
    cell: str, value: Value, said: tuple[str, str] | None, row: int
) -> None:
    shown("a.toml")
    typed(0, **{cell: value})
    assert told() == ([(cell, says(*said), printed(row))] if said else [])


def test_what_stands_in_the_table_too_is_not_told() -> None:
    shown("a.toml")
    typed(0, B4=97)
    typed(1, **{printed(2): 97})
    assert told() == []


def test_an_edit_of_the_table_alone_is_not_told() -> None:
    shown("a.toml", "--lang", "vi")
    new: list[Value] = [97, "13/18", ">=1300", "false"]
    typed(1, **{printed(row): value for row, value in enumerate(new, start=2)})
    assert told() == []
    typed(0, B4=96)
    assert told() == [("B4", says("96", "97", "Số liệu"), printed(2))]


def test_of_several_units_each_is_known_by_its_heading() -> None:
    shown("a.toml", "b.toml")
    sheet = load_workbook("table.xlsx").worksheets[0]
    (head,) = (cell.row for cell in sheet["A"] if str(cell.value).startswith("Xã b"))
    first = head + 3
    assert sheet.cell(first, 1).value == "Share"
    typed(0, **{f"B{first}": 81, f"B{first + 1}": 4, f"B{first + 2}": 85})
    assert told() == [
        (f"B{first}", says("81", "<~80"), printed(8)),
        (f"B{first + 1}", says("4", "not-due"), printed(9)),
        (f"B{first + 2}", says("85", "missing"), printed(10)),
    ]
    # Who has another heading is nobody that the table has.
    typed(0, **{f"A{head}": "Xã c"})
    assert told() == []
