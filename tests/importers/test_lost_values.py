"""A book that is imported again and has lost a value that the scorecard had."""

import re
from pathlib import Path

import books
import pytest
from command import Ran, run
from openpyxl import load_workbook

CARD = Path("scorecards/na-hy/2026-H1.toml")
LOST = re.compile(
    r"^warning\[SC026\]: (.*): this cell states no value\n *--> book\.xlsx!Biểu 01!(.*)$",
    re.MULTILINE,
)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    books.folder_with(tmp_path)
    import_("--write")


def import_(*words: str) -> Ran:
    return run("import", "book.xlsx", "--map", "bieu-01.toml", *words)


def now_says(**cells: books.Value) -> None:
    book = load_workbook("book.xlsx")
    for place, said in cells.items():
        books.sheet_of(book)[place] = said
    book.save("book.xlsx")


def lost(ran: Ran) -> list[str]:
    """Return what is said of lost values, each with the cell that it is said of."""
    return [f"{cell}: {said}" for said, cell in LOST.findall(ran.err)]


def test_each_value_that_is_lost_is_said_by_unit_figure_and_cell() -> None:
    now_says(F12=None, F14="#REF!", F15="đang làm")
    expected = [
        'F12: na-hy on_time was ">98", and is missing now',
        "F14: na-hy poor was 13.1, and is missing now",
        "F15: na-hy mediated was 97.6, and is missing now",
    ]
    assert lost(import_()) == expected
    assert lost(import_("--write")) == expected
    assert 'mediated   = { absent = "missing"' in CARD.read_text("utf-8")
    # What is known to be missing is not lost again.
    assert lost(import_()) == []


def test_a_value_may_be_lost_to_what_the_map_says_that_a_dash_is() -> None:
    map_ = books.MAP.replace('dash = "zero"', 'dash = "not-applicable"')
    Path("bieu-01.toml").write_text(map_, "utf-8")
    now_says(F14="-")
    assert lost(import_()) == [
        "F14: na-hy poor was 13.1, and is not-applicable now",
        "F19: na-hy homes was 0, and is not-applicable now",
    ]


def test_a_value_that_was_changed_by_hand_is_not_lost() -> None:
    CARD.write_text(CARD.read_text("utf-8").replace("value = 97.6", "value = 97.5"), "utf-8")
    now_says(F15="đang làm")
    ran = import_("--lang", "vi")
    assert lost(ran) == []
    assert "mediated đã được sửa tay thành value = 97.5" in ran.err


def test_it_is_said_in_vietnamese() -> None:
    now_says(F15=None)
    said = "na-hy mediated trước là 97.6, nay thành missing: ô này không nêu giá trị nào"
    assert f"[SC026]: {said}\n" in import_("--lang", "vi").err
