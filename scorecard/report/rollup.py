"""Children summed up into their parents."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.outcome import Measured
from scorecard.measure.rollup import Parent, RolledUp
from scorecard.measure.what_if import Supposition
from scorecard.model.framework import Framework
from scorecard.numbers.digits import amount_text, interval_text
from scorecard.report import cells, texts
from scorecard.report.blocks import Block, Cell, Heading, View
from scorecard.report.columns import (
    InJson,
    ReportColumn,
    Values,
    ends,
    json_of,
    sheet_of,
    some,
    table_of,
)
from scorecard.report.notes import other_frameworks, what_if_note
from scorecard.report.record import record
from scorecard.text.json import Json
from scorecard.text.printable import Printable, printable


class SumRow(NamedTuple):
    """An indicator over the children of a parent, and the parent's own figure with a value."""

    parent: Parent
    summed: RolledUp
    own: Measured | None


def rollup_view(
    framework: Framework,
    parents: Sequence[Parent],
    suppositions: Sequence[Supposition],
    words: Words,
    others: Sequence[tuple[str, str]] = (),
) -> View:
    """Return a table for each parent; `others` are frameworks, by id and edition, left out."""
    notes = [*other_frameworks(others, words)]
    if not parents:
        notes.append(("no-parent", words("rolled-up.no-parent")))
    sums = [each for parent in parents for each in _sum_rows(parent)]
    return View(
        lambda: (
            *what_if_note(suppositions, words),
            *(block for parent in parents for block in _blocks(parent, words)),
            *(texts.note(message, words) for _, message in notes),
        ),
        lambda: {
            **record("compare", framework, (), notes, suppositions),
            "parents": [_record(parent) for parent in parents],
        },
        lambda: sheet_of(_VALUES, sums, words.language),
    )


def _sum_rows(parent: Parent) -> list[SumRow]:
    measured = parent.own.measured if parent.own else ()
    own = {item.indicator.id: item for item in measured if item.value}
    return [SumRow(parent, each, own.get(each.indicator.id)) for each in parent.sums]


def _blocks(parent: Parent, words: Words) -> Iterator[Block]:
    own, children = parent.own, parent.children
    name = texts.unit_name(own, words) if own else printable(parent.id)
    yield Heading(texts.joined(name, parent.period.text))
    names = ", ".join(texts.unit_name(child, words) for child in children)
    yield Heading(words("rolled-up.of", names=names), level=2)
    yield table_of(
        SUMS, [each for each in _sum_rows(parent) if each.summed.given or each.own], words
    )


def _record(parent: Parent) -> dict[str, Json]:
    children: Json = [child.scorecard.unit.id for child in parent.children]
    sums: Json = [json_of(_IN_JSON, each) for each in _sum_rows(parent)]
    return {"id": parent.id, "period": parent.period.text, "children": children, "sums": sums}


def _number(each: SumRow) -> str | None:
    summed = each.summed
    if summed.value is None:
        return None
    return interval_text(summed.value) if summed.indicator.percent else amount_text(summed.value)


def _sum(each: SumRow, words: Words) -> Cell:
    summed, number = each.summed, _number(each)
    if number is None:
        return Cell(words(f"rolled-up.{summed.reason}"), "absent")
    text = f"{number} %" if summed.indicator.percent else number
    return Cell(cells.marked(text) if summed.supposed else printable(text))


def _reporting(each: SumRow, words: Words) -> Printable:
    return words("rolled-up.children", given=each.summed.given, children=each.summed.children)


def _own(each: SumRow, words: Words) -> Cell:
    return cells.value_cell(each.own, words) if each.own else cells.NOTHING


SumColumn = ReportColumn[SumRow]

SUMS: tuple[SumColumn, ...] = (
    SumColumn(
        "indicator", lambda it, words: texts.labelled_name(it.summed.indicator, words), leading=True
    ),
    SumColumn("rolled-up.sum", _sum, numeric=True),
    SumColumn("rolled-up.units", _reporting, numeric=True),
    SumColumn("rolled-up.own", _own, some(lambda each: each.parent.own), numeric=True),
)
"""What people read of a sum."""

_VALUES: Values[SumRow] = {
    "parent": lambda each: each.parent.id,
    "period": lambda each: each.parent.period.text,
    "indicator": lambda each: each.summed.indicator.id,
    "sum": _number,
    **ends("sum", lambda each: each.summed.value),
    "reason": lambda each: each.summed.reason,
    "units_reporting": lambda each: each.summed.given,
    "units": lambda each: each.summed.children,
    "own": lambda each: (
        texts.spreadsheet_text(each.own.figure.value) if each.own and each.own.figure else None
    ),
    **ends("own", lambda each: each.own and each.own.value),
    "what_if": lambda each: "supposed" if each.summed.supposed else None,
}

_IN_JSON: InJson[SumRow] = {
    "id": lambda each: each.summed.indicator.id,
    "value": lambda each: each.summed.value,
    "reason": lambda each: each.summed.reason,
    "reporting": lambda each: each.summed.given,
    "of": lambda each: each.summed.children,
    "own": lambda each: each.own and each.own.value,
    "what_if": lambda each: each.summed.supposed,
}
