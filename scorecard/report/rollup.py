"""Children summed up into their parents."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.measured import Measured
from scorecard.measure.rollup import Parent, RolledUp
from scorecard.measure.what_if import Supposition
from scorecard.numbers.digits import amount_text, interval_text
from scorecard.numbers.quantity import spell
from scorecard.report import cells, notes, texts
from scorecard.report.blocks import Block, Cell, Heading, View
from scorecard.report.columns import ReportColumn, Values, ends, sheet_of, some, table_of
from scorecard.report.record import interval_record, record
from scorecard.text.json import Json
from scorecard.text.printable import Printable, printable


class SumRow(NamedTuple):
    """An indicator over the children of a parent, and the parent's own figure with a value."""

    parent: Parent
    summed: RolledUp
    own: Measured | None


def rollup_view(
    parents: Sequence[Parent],
    suppositions: Sequence[Supposition],
    words: Words,
    others: Sequence[tuple[str, str]] = (),
) -> View:
    """Return a table for each parent; `others` are frameworks, by id and edition, left out."""
    said = list(notes.other_frameworks(others, words))
    if not parents:
        said.append(notes.note("no-parent", words))

    def blocks() -> Iterator[Block]:
        yield from notes.what_if_note(suppositions, words)
        for parent in parents:
            own = parent.own and words.name(parent.own.scorecard.unit.name)
            yield Heading(texts.joined(own or printable(parent.id), parent.period.text))
            names = ", ".join(words.name(child.scorecard.unit.name) for child in parent.children)
            yield Heading(words("rolled-up.of", names=names), level=2)
            rows = [row for row in _sums(parent) if row.summed.given or row.own]
            yield table_of(SUMS, rows, words)
        yield from said

    return View(
        blocks,
        lambda: {
            **record("compare", (), (), said, suppositions),
            "parents": [_record(parent) for parent in parents],
        },
        lambda: sheet_of(_VALUES, [row for each in parents for row in _sums(each)], words.language),
    )


def _sums(parent: Parent) -> list[SumRow]:
    measured = parent.own.measured if parent.own else ()
    own = {item.indicator.id: item for item in measured if item.value}
    return [SumRow(parent, each, own.get(each.indicator.id)) for each in parent.sums]


def _number(row: SumRow) -> str | None:
    value, percent = row.summed.value, row.summed.indicator.percent
    return value and (interval_text(value) if percent else amount_text(value))


def _sum(row: SumRow, words: Words) -> Cell:
    summed, number = row.summed, _number(row)
    if number is None:
        return Cell(words(f"rolled-up.{summed.reason}"), "absent")
    return Cell(cells.marked(number + " %" * summed.indicator.percent, summed.supposed))


def _reporting(row: SumRow, words: Words) -> Printable:
    return words("rolled-up.children", given=row.summed.given, children=row.summed.children)


def _own(row: SumRow, words: Words) -> Cell:
    return cells.value_cell(row.own, words) if row.own else cells.NOTHING


def _own_stated(row: SumRow) -> str | None:
    figure = row.own and row.own.figure
    return spell(figure.value) if figure and figure.value else None


Told = ReportColumn[SumRow]

SUMS = (
    Told(
        "indicator", lambda row, words: texts.labelled_name(row.summed.indicator, words), key=True
    ),
    Told("rolled-up.sum", _sum, "number"),
    Told("rolled-up.units", _reporting, "number"),
    Told("rolled-up.own", _own, "number", some(lambda row: row.parent.own)),
)
"""What people read of a sum."""

_VALUES: Values[SumRow] = {
    "parent": lambda row: row.parent.id,
    "period": lambda row: row.parent.period.text,
    "indicator": lambda row: row.summed.indicator.id,
    "sum": _number,
    **ends("sum", lambda row: row.summed.value),
    "reason": lambda row: row.summed.reason,
    "units_reporting": lambda row: row.summed.given,
    "units": lambda row: row.summed.children,
    "own": _own_stated,
    **ends("own", lambda row: row.own and row.own.value),
    "what_if": lambda row: "supposed" if row.summed.supposed else None,
}
"""What spreadsheets have of a sum."""


def _record(parent: Parent) -> dict[str, Json]:
    sums: list[Json] = [
        {
            "id": summed.indicator.id,
            "value": interval_record(summed.value),
            "reason": summed.reason,
            "reporting": summed.given,
            "of": summed.children,
            "own": interval_record(own and own.value),
            "what_if": summed.supposed,
        }
        for _, summed, own in _sums(parent)
    ]
    children: Json = [child.scorecard.unit.id for child in parent.children]
    return {"id": parent.id, "period": parent.period.text, "children": children, "sums": sums}
