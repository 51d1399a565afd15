"""Numbers that formulas left in a book with many more decimals than their cells show."""

import json
from pathlib import Path

import books
import pytest
from command import Ran, run
from drafts import draft
from openpyxl import load_workbook

CARD = Path("scorecards/na-hy/2026-H1.toml")
SHOWN = 'write digits = "shown" in the map, and what the cells show is taken'
FORMAT = (
    'format the cells with as many decimals as are meant, and write digits = "shown" in the map'
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    books.folder_with(tmp_path)


def holds(**cells: tuple[float, str]) -> None:
    """Let cells hold numbers, each in its format."""
    book = load_workbook("book.xlsx")
    for place, (value, format_) in cells.items():
        books.sheet_of(book)[place] = value
        books.sheet_of(book)[place].number_format = format_
    book.save("book.xlsx")


def import_(*words: str) -> Ran:
    return run("import", "book.xlsx", "--map", "bieu-01.toml", *words)


def told() -> list[tuple[str, str, str]]:
    found = json.loads(import_("-f", "json").out)["diagnostics"]
    return [
        (each["cell"], each["message"], each["hint"]) for each in found if each["code"] == "SC028"
    ]


def says(stored: str, number: int) -> str:
    return (
        f"{stored} is imported from this cell, with many more decimals than it shows; "
        f"cells like it: {number}"
    )


CELLS = [
    ((1420.7512, "0.0"), says("1,420.7512", 1), SHOWN),
    ((1420.7512, "#,##0"), says("1,420.7512", 1), SHOWN),
    ((1420.75, "0.0"), None, ""),
    ((1420.753, "0.0"), None, ""),
    ((1420.7512, "General"), None, ""),
    ((1420.751234567, "General"), says("1,420.751234567", 1), FORMAT),
]


@pytest.mark.parametrize(("cell", "message", "hint"), CELLS)
def test_a_number_with_many_more_decimals_than_its_cell_shows_is_told(
    cell: tuple[float, str], message: str | None, hint: str
) -> None:
    holds(F10=cell)
    assert told() == ([("F10", message, hint)] if message else [])


def test_they_are_told_once_a_book_and_claims_not_at_all() -> None:
    holds(F14=(0.1312345678, "0.0%"), F11=(312.53333, "0.0"), E11=(640.11111, "0.0"))
    holds(G11=(0.48823456789, "0.0%"))
    assert told() == [("E11", says("640.11111", 3), SHOWN)]


def test_what_cells_show_is_taken_where_the_map_says_so() -> None:
    holds(F10=(1420.7512, "0.0"), F14=(0.1312345678, "0.0%"))
    said = 'thousands = "."\ndigits = "shown"'
    Path("bieu-01.toml").write_text(books.MAP.replace('thousands = "."', said), "utf-8")
    assert told() == []
    import_("--write")
    text = CARD.read_text("utf-8")
    assert "production = { value = 1420.8, target = 2900" in text
    assert "poor       = { value = 13.1, target = 12" in text


def test_a_draft_takes_what_cells_show_where_they_hold_far_more() -> None:
    asked = 'digits = "shown"  # ? what the cells show; "stored" takes all decimals that '
    for cell, drafted in ((("G10", 0.48992345678), False), (("F10", 1420.7512), True)):
        holds(**{cell[0]: (cell[1], "0.0")})
        assert (asked in draft().out) == drafted


def test_it_is_said_in_vietnamese() -> None:
    holds(F10=(1420.7512, "0.0"))
    said = (
        "warning[SC028]: 1.420,7512 được nhập từ ô này, với nhiều chữ số thập phân hơn hẳn số "
        "hiện ra; số ô như vậy: 1\n"
    )
    assert said.removeprefix("warning") in import_("--lang", "vi").err
