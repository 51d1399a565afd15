"""Which columns of a table stand side by side at a width, and how wide each is."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from scorecard.report.blocks import Cell, Row, Table

GAP = 2
"""Blanks between two columns of a table."""

HEADING_LINES = 3
"""How many lines a heading is given, where there is room for that."""

SHORT = 14
"""The width up to which such a heading has one line, where there is room to spare."""

NARROWEST = 16
"""The width that a column of words is wrapped to before another table is begun."""

READABLE = 28
"""The width that a column of words is wrapped to before optional columns are left out."""


Layout = Mapping[int, int]
"""The widths of columns that stand side by side, by the numbers of the columns."""


class _Shape(NamedTuple):
    """Widths of a column: the least, and that at which its heading is low enough.

    The next is to read it well, and at the last nothing is wrapped.
    """

    number: int
    least: int
    headed: int
    readable: int
    natural: int


def layouts(table: Table, console: Console) -> list[Layout]:
    """Return the tables that a table is split into, so that each fits and all is said.

    The keys stand in each of them. Ornaments and lesser columns are left out, the last first,
    where that makes one table of it. There are none where not even the keys and one column fit.
    """
    optional: list[_Shape] = []
    keys: list[_Shape] = []
    others: list[_Shape] = []
    for number, column in enumerate(table.columns):
        kind = optional if column.optional else keys if column.key else others
        kind.append(_shape(number, table, console))
    for kept in range(len(optional), 0, -1):
        chosen = sorted([*keys, *others, *optional[:kept]])
        if _side_by_side(map(_readable, chosen)) <= console.width:
            return [_spread(chosen, console.width)]
    for width_of in (_headed, _least):
        groups = _groups(keys, others, width_of, console.width)
        if all(_side_by_side(map(width_of, group)) <= console.width for group in groups):
            return [_spread(sorted(group), console.width) for group in groups]
    return []


def _groups(
    keys: list[_Shape], others: Sequence[_Shape], width_of: Callable[[_Shape], int], width: int
) -> list[list[_Shape]]:
    """Return the columns of as few tables as have room for them, the keys in each."""
    groups = [keys]
    for shape in others:
        if _side_by_side(map(width_of, (*groups[-1], shape))) <= width:
            groups[-1] = [*groups[-1], shape]
        else:
            groups.append([*keys, shape])
    return groups


def _headed(shape: _Shape) -> int:
    return shape.headed


def _least(shape: _Shape) -> int:
    return shape.least


def _readable(shape: _Shape) -> int:
    return shape.readable


def runs_on(cells: Sequence[Cell], row: Row) -> bool:
    """Whether these cells of a row are a section's name and nothing else."""
    return row.section and not any(cell.text for cell in cells[1:])


def _shape(number: int, table: Table, console: Console) -> _Shape:
    column = table.columns[number]
    # The name of a section without subtotals has no say: it runs on over the columns beside it.
    rows = [row for row in table.rows if not (column.key and runs_on(row.cells, row))]
    cells = {row.cells[number] for row in rows}
    natural, heading = _widest(cell.text for cell in cells), cell_len(column.heading)
    word = max(_widest(column.heading.split()), 1)
    if column.kind != "number":
        longest = _widest(part for cell in cells for part in cell.text.split())
        least = max(word, min(natural, max(NARROWEST, min(longest, 2 * NARROWEST))))
        natural = max(natural, heading)
        headed = _low_enough(column.heading, least, console)
        return _Shape(number, least, headed, max(headed, min(natural, READABLE)), natural)
    # A number is never broken, nor parted from its sign or unit; "not applicable" may be.
    absent = [cell.text for cell in cells if cell.status == "absent"]
    numbers = _widest(cell.text for cell in cells if cell.status != "absent")
    least = max(word, numbers, _widest(part for text in absent for part in text.split()))
    headed = _low_enough(column.heading, least, console)
    readable = max(headed, natural)
    natural = max(readable, heading if heading <= SHORT else 0)
    return _Shape(number, least, headed, readable, natural)


def _low_enough(heading: str, width: int, console: Console) -> int:
    """Return the least width, and no less than this, at which a heading is low enough."""
    while len(Text(heading).wrap(console, width)) > HEADING_LINES:
        width += 1
    return width


def _widest(texts: Iterable[str]) -> int:
    return max(map(cell_len, texts), default=0)


def _side_by_side(widths: Iterable[int]) -> int:
    return sum(width + GAP for width in widths) - GAP


def _spread(shapes: Sequence[_Shape], width: int) -> Layout:
    """Give what is left of the width to the columns that wrap, from the left."""
    fitting = (each for each in (_readable, _headed) if _side_by_side(map(each, shapes)) <= width)
    width_of = next(fitting, _least)
    layout = {shape.number: width_of(shape) for shape in shapes}
    spare = width - _side_by_side(layout.values())
    for shape in shapes:
        more = min(spare, shape.natural - layout[shape.number])
        layout[shape.number] += more
        spare -= more
    return layout
