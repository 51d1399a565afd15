"""The head of a table found by its words, and with it what each column and row is."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from scorecard.importers.cells import Sheet
from scorecard.importers.words import same

Role = Literal["number", "name", "units", "unit", "target", "value", "claimed", "note"]
"""What a column holds."""

_WORDS: dict[Role, str] = {
    "number": "tt|stt|số tt",
    "name": "chỉ tiêu|tên chỉ tiêu|nội dung|danh mục|các chỉ tiêu|indicator",
    "units": "xã|phường|xã, phường|xã/phường|đơn vị|tên đơn vị|địa phương|tên xã|huyện|tỉnh",
    "unit": "đvt|đơn vị tính|đơn vị|unit",
    "target": "kh|kế hoạch|mục tiêu|chỉ tiêu giao|kh giao|target",
    "value": "th|thực hiện|ước th|ước thực hiện|kết quả|kết quả thực hiện|value",
    "claimed": "tỷ lệ|tỉ lệ|th/kh|% th/kh|so với kh|% kh|mức độ hoàn thành|tỷ lệ th/kh",
    "note": "ghi chú|note",
}
_ROLES = {same(words): role for role, each in _WORDS.items() for words in each.split("|")}
_LAST_HEAD = 40
_NUMBERING = re.compile(r"[A-ZĐ]|\(?\d{1,2}\)?(?:\s*=.*)?")
_FIGURE = re.compile(r"\d")


class Heading(NamedTuple):
    """The head of a table: its rows, the columns by their roles, their words, and the data rows.

    `doubts` are roles that several columns could have.
    """

    rows: range
    columns: dict[Role, int]
    words: dict[int, tuple[str, ...]]
    data: range
    doubts: frozenset[Role] = frozenset()

    @property
    def layout(self) -> Literal["indicators", "units"]:
        """What has a row each."""
        return "indicators" if "name" in self.columns else "units"


def heading(sheet: Sheet) -> Heading | None:
    """Return the first head of a table in a sheet, if it has one."""
    for row in range(1, min(sheet.last_row, _LAST_HEAD) + 1):
        texts = {column: sheet.text((row, column)) for at, column in sheet.cells if at == row}
        roles = {role for text in texts.values() if (role := _role(text))}
        if roles & {"name", "units", "unit"} and len(roles) > 1 and len(texts) > 1:
            return _read(sheet, row)
    return None


def _role(text: str) -> Role | None:
    """Return the role of a column with these words, by the longest that they begin with."""
    said = same(text)
    begins = [each for each in _ROLES if said == each or said.startswith(f"{each} ")]
    return _ROLES[max(begins, key=len)] if begins else None


def _read(sheet: Sheet, row: int) -> Heading:
    bottom = max((each.bottom for each in sheet.merged if each.top == row), default=row)
    rows = range(row, min(bottom, row + 4) + 1)
    last = max(column for _, column in sheet.cells)
    words = {column: _column_words(sheet, rows, column) for column in range(1, last + 1)}
    columns: dict[Role, int] = {}
    doubts = set()
    for column, said in words.items():
        role = next((role for text in reversed(said) if (role := _role(text))), None)
        if role in ("target", "value", "claimed") and role in columns:
            doubts.add(role)
        if role and (role not in columns or role in doubts):
            columns[role] = column
    if "name" not in columns and "units" not in columns and "unit" in columns:
        columns["units"] = columns.pop("unit")
    return Heading(rows, columns, words, _data(sheet, rows.stop, columns), frozenset(doubts))


def _column_words(sheet: Sheet, rows: range, column: int) -> tuple[str, ...]:
    texts = (sheet.text((row, column)) for row in rows)
    return tuple(dict.fromkeys(text for text in texts if text))


def _data(sheet: Sheet, first: int, columns: dict[Role, int]) -> range:
    """Return the rows with figures, from behind the head on."""
    beside = {columns.get(role) for role in ("number", "name", "units", "unit", "note")}
    while first < sheet.last_row and _is_numbering(sheet, first):
        first += 1
    wanted = {columns.get("value"), columns.get("target")} - {None}
    rows = [
        row
        for (row, column), cell in sheet.cells.items()
        if row >= first
        and (column in wanted if wanted else column not in beside)
        and (isinstance(cell.value, Decimal | date) or _FIGURE.search(sheet.text((row, column))))
    ]
    return range(first, max(rows, default=first) + 1)


def _is_numbering(sheet: Sheet, row: int) -> bool:
    """Whether a row only numbers the columns: A B C 1 2 3 4=3/2."""
    texts = [sheet.text(at) for at in sheet.cells if at[0] == row]
    return len(texts) > 1 and all(map(_NUMBERING.fullmatch, texts))


def named_rows(sheet: Sheet, head: Heading) -> Iterator[tuple[int, str]]:
    """Yield the rows of a table that have words and figures, or a unit of measure."""
    name = head.columns.get("name") or head.columns.get("units") or 1
    held = [head.columns[role] for role in ("unit", "target", "value") if role in head.columns]
    others = held or [each for each in head.words if each > name]
    for row in head.data:
        words = sheet.text((row, name))
        if words and any(sheet.text((row, column)) for column in others):
            yield row, words


def thousands(texts: Sequence[str]) -> tuple[str, bool]:
    """Return what stands between thousands in numbers that are texts, and whether that is sure."""
    for mark, decimal in ((".", ","), (",", ".")):
        either = rf"\d{{1,3}}(?:\{mark}\d{{3}})+\{decimal}\d|\d\{mark}\d{{3}}\{mark}\d{{3}}"
        if any(re.search(either, text) for text in texts):
            return mark, True
    return ".", not any(re.search(r"\d[.,]\d", text) for text in texts)
