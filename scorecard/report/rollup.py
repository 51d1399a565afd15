"""Children summed up into their parents."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.outcome import Measured
from scorecard.measure.rollup import Parent, RolledUp
from scorecard.measure.what_if import Supposition
from scorecard.model.framework import Framework
from scorecard.numbers.digits import amount_text, interval_text
from scorecard.numbers.interval import Interval
from scorecard.report import cells, texts
from scorecard.report.blocks import Block, Cell, Heading, View
from scorecard.report.columns import ReportColumn, in_json, json_of, sheet_of, table_of
from scorecard.report.notes import other_frameworks, what_if_note
from scorecard.report.record import record
from scorecard.text.json import Json
from scorecard.text.printable import Printable, printable


class SumRow(NamedTuple):
    """An indicator over the children of a parent, and the parent's own figure with a value."""

    parent: Parent
    summed: RolledUp
    own: Measured | None

    @property
    def own_value(self) -> Interval | None:
        """The value of the parent's own figure."""
        return self.own.value if self.own else None


def rollup_view(
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
        lambda: sheet_of(
            SUMS, (each for parent in parents for each in _sum_rows(parent)), words.language
        ),
    )


def parent_name(parent: Parent, words: Words) -> Printable:
    """Return the name of a parent: its id, where it has no scorecard that names it."""
    if parent.own is None:
        return printable(parent.id)
    return texts.name_text(parent.own.scorecard.unit.name, words)


def _sum_rows(parent: Parent) -> list[SumRow]:
    measured = parent.own.measured if parent.own else ()
    own = {item.indicator.id: item for item in measured if item.value}
    return [SumRow(parent, each, own.get(each.indicator.id)) for each in parent.sums]


def _blocks(parent: Parent, words: Words) -> Iterator[Block]:
    children = (texts.name_text(child.scorecard.unit.name, words) for child in parent.children)
    yield Heading(texts.joined(parent_name(parent, words), parent.period.text))
    yield Heading(words("rolled-up.of", names=", ".join(children)), level=2)
    told = [each for each in _sum_rows(parent) if each.summed.given or each.own]
    yield table_of(SUMS, told, words)


def _record(parent: Parent) -> dict[str, Json]:
    return {
        "id": parent.id,
        "period": parent.period.text,
        "children": [child.scorecard.unit.id for child in parent.children],
        "sums": [json_of(_IN_JSON, each) for each in _sum_rows(parent)],
    }


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
    return cells.value_cell(each.own, words) if each.own else Cell(texts.DASH, "quiet")


def _own_printed(each: SumRow) -> str | None:
    stated = each.own and each.own.figure and each.own.figure.value
    return texts.spreadsheet_text(stated) if stated else None


SumColumn = ReportColumn[SumRow]

SUMS: tuple[SumColumn, ...] = (
    SumColumn("parent", sheet=lambda each: each.parent.id),
    SumColumn("period", sheet=lambda each: each.parent.period.text),
    SumColumn("id", json=lambda each: each.summed.indicator.id),
    SumColumn(
        "indicator",
        sheet=lambda each: each.summed.indicator.id,
        text=lambda each, words: texts.labelled_name(each.summed.indicator, words),
        leading=True,
    ),
    SumColumn("sum", sheet=_number, text=_sum, heading="rolled-up.sum", numeric=True),
    *SumColumn.ends("sum", lambda each: each.summed.value),
    SumColumn("value", json=lambda each: each.summed.value),
    SumColumn("reason", lambda each: each.summed.reason),
    SumColumn("units_reporting", sheet=lambda each: each.summed.given),
    SumColumn("reporting", json=lambda each: each.summed.given),
    SumColumn(
        "units",
        sheet=lambda each: each.summed.children,
        text=_reporting,
        heading="rolled-up.units",
        numeric=True,
    ),
    SumColumn("of", json=lambda each: each.summed.children),
    SumColumn(
        "own",
        sheet=_own_printed,
        json=lambda each: each.own_value,
        text=_own,
        heading="rolled-up.own",
        needed=lambda sums: any(each.parent.own for each in sums),
        numeric=True,
    ),
    *SumColumn.ends("own", lambda each: each.own_value),
    SumColumn(
        "what_if",
        sheet=lambda each: "supposed" if each.summed.supposed else None,
        json=lambda each: each.summed.supposed,
    ),
)
"""All that reports tell of a sum."""

_IN_JSON = in_json(SUMS)
