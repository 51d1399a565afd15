"""Which columns of a table stand side by side at a width, and how wide each is."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from scorecard.report.blocks import Cell, Column, Row, Table

GAP = 2
"""Blank columns between two columns of a table."""

HEADING_LINES = 3
"""How many lines a heading over numbers is given, where there is room for that."""

NARROWEST = 16
"""The width that a column of words is wrapped to before another table is begun."""

Measure = Callable[[str], int]
"""How many columns of a terminal a text takes."""


class Layout(NamedTuple):
    """Columns of a table by their numbers, and the width of each."""

    columns: tuple[int, ...]
    widths: tuple[int, ...]


def layouts(table: Table, width: int, measure: Measure) -> list[Layout] | None:
    """Return the tables that a table is split into, so that each fits and all is said.

    The keys stand in each of them. Ornaments and lesser columns are left out, the last first,
    where that makes one table of it. None where not even the keys and one column fit.
    """
    shapes = [_shape(number, table, measure) for number in range(len(table.columns))]
    numbers = [number for number, column in enumerate(table.columns) if not column.optional]
    optional = [number for number, column in enumerate(table.columns) if column.optional]
    for kept in range(len(optional), -1, -1):
        chosen = sorted([*numbers, *optional[:kept]])
        if _least(chosen, shapes) <= width:
            return [_spread(chosen, shapes, width)]
    groups = _grouped(table.columns, numbers, shapes, width)
    return None if groups is None else [_spread(group, shapes, width) for group in groups]


def runs_on(cells: Sequence[Cell], row: Row) -> bool:
    """Whether these cells of a row are a section's name and nothing else."""
    return row.section and not any(cell.text for cell in cells[1:])


class _Shape(NamedTuple):
    """The least width of a column, and the width at which nothing in it is wrapped."""

    least: int
    natural: int


def _shape(number: int, table: Table, measure: Measure) -> _Shape:
    column = table.columns[number]
    # The name of a section without subtotals has no say: it runs on over the columns beside it.
    cells = [
        row.cells[number] for row in table.rows if not (column.key and runs_on(row.cells, row))
    ]
    texts = [cell.text for cell in cells]
    natural = max(map(measure, texts), default=0)
    word = max((measure(word) for word in column.heading.split()), default=0)
    if column.numeric:
        # A number is never broken, nor parted from its sign or unit; "not applicable" may be.
        numbers = [measure(cell.text) for cell in cells if cell.status != "absent"]
        absences = [
            measure(part) for cell in cells if cell.status == "absent" for part in cell.text.split()
        ]
        least = max([word, *numbers, *absences])
        return _Shape(least, max(natural, _heading_width(column.heading, least, measure)))
    longest = max((measure(word) for text in texts for word in text.split()), default=0)
    least = max(word, min(natural, max(NARROWEST, min(longest, 2 * NARROWEST))))
    return _Shape(least, max(natural, measure(column.heading)))


def _heading_width(heading: str, least: int, measure: Measure) -> int:
    """Return the width from the least one up at which a heading takes few enough lines."""
    width = least
    while width < measure(heading):
        lines, room = 1, width
        for word in heading.split():
            if measure(word) > room:
                lines, room = lines + 1, width
            room -= measure(word) + 1
        if lines <= HEADING_LINES:
            return width
        width += 1
    return width


def _least(numbers: Sequence[int], shapes: Sequence[_Shape]) -> int:
    return sum(shapes[number].least for number in numbers) + GAP * (len(numbers) - 1)


def _grouped(
    columns: Sequence[Column], numbers: Sequence[int], shapes: Sequence[_Shape], width: int
) -> list[list[int]] | None:
    keys = [number for number in numbers if columns[number].key]
    groups: list[list[int]] = []
    for number in numbers:
        if number in keys:
            continue
        if groups and _least([*groups[-1], number], shapes) <= width:
            groups[-1].append(number)
            continue
        if _least([*keys, number], shapes) > width:
            return None
        groups.append([*keys, number])
    return [sorted(group) for group in groups] or None


def _spread(numbers: Sequence[int], shapes: Sequence[_Shape], width: int) -> Layout:
    """Give what is left of the width to the columns that wrap, from the left."""
    widths = {number: shapes[number].least for number in numbers}
    spare = width - _least(numbers, shapes)
    for number in numbers:
        more = min(spare, shapes[number].natural - shapes[number].least)
        widths[number] += more
        spare -= more
    return Layout(tuple(numbers), tuple(widths[number] for number in numbers))
