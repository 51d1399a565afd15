"""The head of a table found by its words, and with it what each column and row is."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from scorecard.importers.cells import Sheet
from scorecard.importers.words import same

Role = Literal["number", "name", "units", "unit", "target", "value", "claimed", "note"]
"""What a column holds."""

_WORDS: dict[Role, str] = {
    "number": "tt|stt|số tt|số thứ tự",
    "name": "chỉ tiêu|tên chỉ tiêu|nội dung|danh mục|các chỉ tiêu|indicator",
    "units": "xã|phường|xã, phường|xã/phường|đơn vị|tên đơn vị|địa phương|tên xã|huyện|tỉnh",
    "unit": "đvt|đơn vị tính|đơn vị|unit",
    "target": "kh|kế hoạch|mục tiêu|chỉ tiêu giao|kh giao|target",
    "value": "th|thực hiện|ước th|ước thực hiện|kết quả|kết quả thực hiện|value",
    "claimed": "tỷ lệ|tỉ lệ|th/kh|% th/kh|so với kh|% kh|mức độ hoàn thành|tỷ lệ th/kh",
    "note": "ghi chú|note",
}
JUDGED: tuple[Role, ...] = ("target", "value", "claimed")
"""What a figure has several columns for."""

_ROLES = {same(words): role for role, each in _WORDS.items() for words in each.split("|")}
_LAST_HEAD = 40
_NUMBERING = re.compile(r"[A-ZĐ]|\(?\d{1,2}\)?(?:\s*=.*)?")
_PART = re.compile(r"(?:[IVX]{1,5}|[A-ZĐ])(?:[.)]?|[.)]\s*(?P<words>[^\W\d].*))")
_FORMULA = re.compile(r".*=\s*\(?(\d{1,2})\)?\s*[/:]\s*\(?(\d{1,2})\)?\s*(?:[*x×]\s*100\s*%?)?")
_OF_TARGET = re.compile(
    r"(?:/|so với |so |% )(?:kh|kế hoạch)(?!\w)|% ?(?:hoàn thành|đạt)|^\(?%\)?$", re.IGNORECASE
)
_WORD_END = r"(?![\w\u0300-\u036f])"
_FIGURE = re.compile(r"\d|^[-–—]+$")

Filled = Mapping[int, Sequence[int]]
"""The columns that have a cell in each row."""


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
    filled = _filled(sheet)
    for row in sorted(each for each in filled if each <= _LAST_HEAD):
        texts = [sheet.text((row, column)) for column in filled[row]]
        roles = {role for text in texts if (role := role_of(text))}
        if roles & {"name", "units", "unit"} and len(roles) > 1 and len(texts) > 1:
            return _read(sheet, row, filled)
    return None


def _filled(sheet: Sheet) -> Filled:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for row, column in sheet.cells:
        found[row].append(column)
    return found


def role_of(text: str) -> Role | None:
    """Return the role of a column with these words, by the longest that they begin with."""
    if _OF_TARGET.search(unicodedata.normalize("NFC", text)):
        return "claimed"
    said = same(text)
    begins = [each for each in _ROLES if re.match(rf"{re.escape(each)}{_WORD_END}", said)]
    return _ROLES[max(begins, key=len)] if begins else None


def role_named(text: str) -> Role | None:
    """Return the role of a column whose heading is these words and no more."""
    return _ROLES.get(same(text))


def _read(sheet: Sheet, row: int, filled: Filled) -> Heading:
    merged = sheet.merged.get(row, ())
    bottom = max((each.bottom for each in merged if each.top == row), default=row)
    rows = range(row, min(bottom, row + 4) + 1)
    last = max(column for _, column in sheet.cells)
    # Nobody goes by what is hidden: a workbook of ours has the ends of bounds there.
    seen = (column for column in range(1, last + 1) if column not in sheet.hidden_columns)
    words = {column: _column_words(sheet, rows, column) for column in seen}
    columns: dict[Role, int] = {}
    doubts = set()
    for column, said in words.items():
        role = next((role for text in reversed(said) if (role := role_of(text))), None)
        if role in JUDGED and role in columns:
            doubts.add(role)
        if role and (role not in columns or role in doubts):
            columns[role] = column
    if "name" not in columns and "units" not in columns and "unit" in columns:
        columns["units"] = columns.pop("unit")
    first = rows.stop
    if _is_numbering(sheet, first, filled):
        if told := _by_formula(sheet, first, filled, columns.get("target")):
            columns |= told
            doubts.difference_update(told)
        first += 1
    return Heading(rows, columns, words, _data(sheet, first, columns), frozenset(doubts))


def _column_words(sheet: Sheet, rows: range, column: int) -> tuple[str, ...]:
    texts = (sheet.text((row, column)) for row in rows)
    return tuple(dict.fromkeys(text for text in texts if text))


def _data(sheet: Sheet, first: int, columns: Mapping[Role, int]) -> range:
    """Return the rows with figures or dashes, from behind the head on."""
    beside = {columns.get(role) for role in ("number", "name", "units", "unit", "note")}
    wanted = {columns.get("value"), columns.get("target")} - {None}
    name = columns.get("name") or columns.get("units") or 1
    rows = [
        row
        for (row, column), cell in sheet.cells.items()
        if row >= first
        and sheet.text((row, name))
        and (column in wanted if wanted and "name" in columns else column not in beside)
        and (isinstance(cell.value, Decimal | date) or _FIGURE.search(sheet.text((row, column))))
    ]
    return range(first, max(rows, default=first) + 1)


def _is_numbering(sheet: Sheet, row: int, filled: Filled) -> bool:
    """Whether a row only numbers the columns: A B C 1 2 3 4=3/2."""
    texts = [sheet.text((row, column)) for column in filled.get(row, ())]
    return row < sheet.last_row and len(texts) > 1 and all(map(_NUMBERING.fullmatch, texts))


def _by_formula(
    sheet: Sheet, row: int, filled: Filled, target: int | None
) -> dict[Role, int] | None:
    """Return the columns that a numbering says to be value and completion: 4=3/2, where 2 is KH."""
    texts = {sheet.text((row, column)): column for column in filled[row]}
    numbers = {text.strip("() ").split("=")[0].rstrip(") "): at for text, at in texts.items()}
    for text, column in texts.items():
        if (match := _FORMULA.fullmatch(text)) and numbers.get(match[2]) == target is not None:
            value = numbers.get(match[1])
            return {"value": value, "claimed": column} if value else None
    return None


def named_rows(sheet: Sheet, head: Heading) -> Iterator[tuple[int, str]]:
    """Yield the rows of a table that have words and figures, or a unit of measure."""
    name = head.columns.get("name") or head.columns.get("units") or 1
    held = [head.columns[role] for role in ("unit", "target", "value") if role in head.columns]
    by_column = head.layout == "units" or not held
    others = [each for each in head.words if each > name] if by_column else held
    for row in head.data:
        words = sheet.text((row, name))
        if words and any(sheet.text((row, column)) for column in others):
            yield row, words


def sections(sheet: Sheet, head: Heading) -> Iterator[tuple[int, str]]:
    """Yield the rows that name a part of a table, with its words: I. KINH TẾ, no figure beside."""
    name, number = head.columns.get("name", 1), head.columns.get("number")
    figures = {row for row, _ in named_rows(sheet, head)}
    for row in head.data:
        words = sheet.text((row, name))
        numbered = sheet.text((row, number)) if number else ""
        match = _PART.fullmatch(numbered or words)
        said = match and (match["words"] or (numbered and words))
        if said and row not in figures:
            yield row, said


def thousands(texts: Sequence[str]) -> tuple[str, bool]:
    """Return what stands between thousands in numbers that are texts, and whether that is sure."""
    for mark, decimal in ((".", ","), (",", ".")):
        either = rf"\d{{1,3}}(?:\{mark}\d{{3}})+\{decimal}\d|\d\{mark}\d{{3}}\{mark}\d{{3}}"
        if any(re.search(either, text) for text in texts):
            return mark, True
    return ".", not any(re.search(r"\d[.,]\d", text) for text in texts)
