"""Children summed up into their parents."""

from collections.abc import Iterator, Sequence

from scorecard.i18n import Words
from scorecard.measure.outcome import Measured
from scorecard.measure.rollup import Parent, RolledUp
from scorecard.measure.what_if import Supposition
from scorecard.model.framework import Framework
from scorecard.numbers.digits import amount_text, interval_text
from scorecard.numbers.interval import Interval
from scorecard.report import cells, texts
from scorecard.report.blocks import Block, Cell, Column, Heading, Row, Sheet, Table, View, table
from scorecard.report.record import interval_record, record
from scorecard.report.sheet import printed
from scorecard.report.supposed import other_frameworks, what_if_note
from scorecard.text.json import Json, Raw
from scorecard.text.printable import Printable, printable

SHEET_COLUMNS = (
    "parent",
    "period",
    "indicator",
    "sum",
    "sum_low",
    "sum_high",
    "reason",
    "units_reporting",
    "units",
    "own",
    "own_low",
    "own_high",
    "what_if",
)


def family_view(
    framework: Framework,
    parents: Sequence[Parent],
    suppositions: Sequence[Supposition],
    words: Words,
    others: Sequence[tuple[str, str]] = (),
) -> View:
    """Return a table for each parent: what its children come to, and its own figures.

    `others` are the frameworks, by id and edition, of units that were left out.
    """
    notes = [*other_frameworks(others, words)]
    if not parents:
        notes.append(("no-parent", words("rolled-up.no-parent")))
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
        lambda: Sheet(
            SHEET_COLUMNS,
            tuple(_sheet_row(parent, item) for parent in parents for item in parent.sums),
        ),
    )


def _blocks(parent: Parent, words: Words) -> Iterator[Block]:
    children = ", ".join(
        texts.name_text(child.scorecard.unit.name, words) for child in parent.children
    )
    yield Heading(texts.joined(parent_name(parent, words), parent.period.text))
    yield Heading(words("rolled-up.of", names=children), level=2)
    yield _sums(parent, words)


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
        stated = cells.value_cell(own, words) if own else Cell(texts.DASH, "quiet")
        given = words("rolled-up.children", given=item.given, children=item.children)
        rows.append(
            Row(
                (
                    Cell(texts.labelled_name(item.indicator, words)),
                    _sum_cell(item, words),
                    Cell(given),
                    *([stated] if parent.own else []),
                )
            )
        )
    return table(columns, rows)


def _sum_cell(item: RolledUp, words: Words) -> Cell:
    if item.value is None:
        return Cell(words(f"rolled-up.{item.reason}"), "absent")
    shown = _number(item, item.value)
    shown = f"{shown} %" if item.indicator.percent else shown
    mark = f"{cells.SUPPOSED} " if item.supposed else ""
    return Cell(printable(f"{mark}{shown}"))


def _number(item: RolledUp, value: Interval) -> str:
    return interval_text(value) if item.indicator.percent else amount_text(value)


def _own(parent: Parent, item: RolledUp) -> Measured | None:
    """Return the parent's own figure, where it has one with a value."""
    measured = parent.own.measured if parent.own else ()
    found = (own for own in measured if own.indicator.id == item.indicator.id and own.value)
    return next(found, None)


def _record(parent: Parent) -> dict[str, Json]:
    return {
        "id": parent.id,
        "period": parent.period.text,
        "children": [child.scorecard.unit.id for child in parent.children],
        "sums": [_sum_record(parent, item) for item in parent.sums],
    }


def _sum_record(parent: Parent, item: RolledUp) -> dict[str, Json]:
    own = _own(parent, item)
    return {
        "id": item.indicator.id,
        "value": interval_record(item.value),
        "reason": item.reason,
        "reporting": item.given,
        "of": item.children,
        "own": interval_record(own.value) if own else None,
        "what_if": item.supposed,
    }


def _sheet_row(parent: Parent, item: RolledUp) -> tuple[Raw, ...]:
    own = _own(parent, item)
    stated = own and own.figure and own.figure.value
    return (
        parent.id,
        parent.period.text,
        item.indicator.id,
        _number(item, item.value) if item.value else None,
        *texts.ends(item.value),
        item.reason,
        item.given,
        item.children,
        printed(stated) if stated else None,
        *texts.ends(own.value if own else None),
        "supposed" if item.supposed else None,
    )
