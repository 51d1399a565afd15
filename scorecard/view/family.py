"""Children summed up into their parents."""

from collections.abc import Sequence

from scorecard.digits import interval_text
from scorecard.interval import Interval
from scorecard.measure.rollup import Parent, RolledUp
from scorecard.measure.what_if import Supposition
from scorecard.model.framework import Framework
from scorecard.printable import Printable, printable
from scorecard.tree import Json, Raw
from scorecard.view import texts
from scorecard.view.blocks import Block, Cell, Column, Heading, Row, Sheet, Table, View, table
from scorecard.view.record import interval_record, record
from scorecard.view.supposed import what_if_note
from scorecard.view.words import Words

SHEET_COLUMNS = (
    "parent",
    "period",
    "indicator",
    "sum_low",
    "sum_high",
    "reason",
    "units_reporting",
    "units",
    "own_low",
    "own_high",
)


def family_view(
    framework: Framework,
    parents: Sequence[Parent],
    suppositions: Sequence[Supposition],
    words: Words,
) -> View:
    """Return a table for each parent: what its children come to, and its own figures."""
    blocks: list[Block] = [*what_if_note(suppositions, words)]
    for parent in parents:
        children = ", ".join(
            texts.name_text(child.scorecard.unit.name, words) for child in parent.children
        )
        blocks.append(Heading(texts.joined(parent_name(parent, words), parent.period.text)))
        blocks.append(Heading(words("rolled-up.of", names=children), level=2))
        blocks.append(_sums(parent, words))
    shown = {
        **record("compare", framework, (), (), suppositions),
        "parents": [_record(parent) for parent in parents],
    }
    rows = tuple(_sheet_row(parent, item) for parent in parents for item in parent.sums)
    return View(tuple(blocks), shown, Sheet(SHEET_COLUMNS, rows))


def parent_name(parent: Parent, words: Words) -> Printable:
    """Return the name of a parent: its id, where it has no scorecard that names it."""
    if parent.own is None:
        return printable(parent.id)
    return texts.name_text(parent.own.scorecard.unit.name, words)


def _sums(parent: Parent, words: Words) -> Table:
    columns = [
        Column(words("indicator"), key=True),
        Column(words("rolled-up.sum"), numeric=True),
        Column(words("rolled-up.units"), numeric=True),
    ]
    if parent.own:
        columns.append(Column(words("rolled-up.own"), numeric=True))
    rows = []
    for item in parent.sums:
        own = _own(parent, item)
        if item.given == 0 and own is None:
            continue
        given = words("rolled-up.children", given=item.given, children=item.children)
        rows.append(
            Row(
                (
                    Cell(texts.labelled_name(item.indicator, words)),
                    _sum_cell(item, words),
                    Cell(given),
                    *([Cell(own or texts.DASH)] if parent.own else []),
                )
            )
        )
    return table(columns, rows)


def _sum_cell(item: RolledUp, words: Words) -> Cell:
    if item.value is None:
        return Cell(words(f"rolled-up.{item.reason}"), "absent")
    percent = " %" if item.indicator.percent else ""
    return Cell(printable(f"{interval_text(item.value)}{percent}"))


def _own(parent: Parent, item: RolledUp) -> Printable | None:
    value = _own_value(parent, item)
    percent = " %" if item.indicator.percent else ""
    return None if value is None else printable(f"{interval_text(value)}{percent}")


def _own_value(parent: Parent, item: RolledUp) -> Interval | None:
    if parent.own is None:
        return None
    found = (own for own in parent.own.measured if own.indicator.id == item.indicator.id)
    return next(found).value


def _record(parent: Parent) -> dict[str, Json]:
    return {
        "id": parent.id,
        "period": parent.period.text,
        "children": [child.scorecard.unit.id for child in parent.children],
        "sums": [
            {
                "id": item.indicator.id,
                "value": interval_record(item.value),
                "reason": item.reason,
                "reporting": item.given,
                "of": item.children,
            }
            for item in parent.sums
        ],
    }


def _sheet_row(parent: Parent, item: RolledUp) -> tuple[Raw, ...]:
    own = _own_value(parent, item)
    return (
        parent.id,
        parent.period.text,
        item.indicator.id,
        *texts.ends(item.value),
        item.reason,
        item.given,
        item.children,
        *texts.ends(own),
    )
