"""Children summed up into their parents."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.measured import Measured
from scorecard.measure.rollup import Parent, RolledUp, Share
from scorecard.measure.what_if import Supposition
from scorecard.model.fields import Text
from scorecard.numbers.digits import amount_text, decimal_text, interval_text
from scorecard.numbers.interval import Interval
from scorecard.numbers.quantity import spell
from scorecard.report import cells, notes, texts
from scorecard.report.blocks import Block, Cell, Heading, Note, View
from scorecard.report.columns import ReportColumn, Values, number_or, sheet_of, some, table_of
from scorecard.report.legend import with_legend
from scorecard.report.periods import period_text
from scorecard.report.record import interval_record, record
from scorecard.report.texts import DASH
from scorecard.text.json import Json
from scorecard.text.printable import Printable

NO_NAMES: Mapping[str, Text] = MappingProxyType({})
"""The names of no parents, which go by their ids then."""


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
    asked: Sequence[notes.Asked] = (),
    names: Mapping[str, Text] = NO_NAMES,
) -> View:
    """Return a table for each parent, with who of its children has not reported.

    `others` are frameworks, by id and edition, left out; `names` those of parents by their ids.
    """
    lists = asked or [notes.Asked()] * len(parents)
    below = [list(notes.reported_notes(each, words)) for each in lists]
    said, apart = list(_said(parents, others, words)), _of_several_levels(parents)

    def blocks() -> Iterator[Block]:
        yield from notes.what_if_note(suppositions, words)
        for parent, not_here in zip(parents, below, strict=True):
            name = words.name(names.get(parent.id, parent.id))
            yield Heading(_heading(parent, name, parent.id in apart, words))
            children = ", ".join(words.name(child.card.unit.name) for child in parent.children)
            yield Heading(words("rolled-up.of", names=children), level=2)
            rows = [row for row in _sums(parent) if row.summed.given or row.own]
            yield from with_legend([table_of(SUMS, rows, words)], words)
            yield from not_here
        yield from said

    return View(
        blocks,
        lambda: {
            **record("compare", (), (), [*chain(*below), *said], suppositions),
            "parents": [_record(parent) for parent in parents],
        },
        lambda: sheet_of(VALUES, [row for each in parents for row in _sums(each)], words.language),
    )


def _said(
    parents: Sequence[Parent], others: Sequence[tuple[str, str]], words: Words
) -> Iterator[Note]:
    yield from notes.other_frameworks(others, words)
    if apart := _of_several_levels(parents):
        yield notes.note("levels-apart", words, names=", ".join(apart))
    if not parents:
        yield notes.note("no-parent", words)


def _sums(parent: Parent) -> list[SumRow]:
    measured = parent.own.measured if parent.own else ()
    own = {item.indicator.id: item for item in measured if item.value}
    return [SumRow(parent, each, own.get(each.indicator.id)) for each in parent.sums]


def _of_several_levels(parents: Sequence[Parent]) -> dict[str, None]:
    """Return the parents of children of several levels in one period."""
    times = Counter((parent.id, parent.period, parent.track) for parent in parents)
    return {name: None for (name, *_), count in times.items() if count > 1}


def _heading(parent: Parent, name: Printable, level: bool, words: Words) -> Printable:
    """Return whose children are summed up, for when, and of which level where there are several."""
    own = parent.own and words.name(parent.own.card.unit.name)
    of_level = words(f"level.{parent.level}") if level else ""
    return texts.joined(
        own or name,
        period_text(parent.period, words),
        parent.track or "",
        of_level,
    )


def _number(row: SumRow) -> str | None:
    value, percent = row.summed.value, row.summed.indicator.percent
    return value and (interval_text(value) if percent else amount_text(value))


def _sum(row: SumRow, words: Words) -> Cell:
    summed, number = row.summed, _number(row)
    if number is None:
        return Cell(words(f"rolled-up.{summed.reason}"), "absent")
    share = _ratio(summed.share) if summed.share else ""
    text = f"{number} % ({share})" if summed.indicator.percent else share or number
    return Cell(cells.marked(words.number(text), summed.supposed))


def _ratio(share: Share) -> str:
    return f"{decimal_text(share.part)}/{decimal_text(share.whole)}"


def _reporting(row: SumRow, words: Words) -> Printable:
    summed = row.summed
    text = words("rolled-up.children", given=summed.given, children=summed.children)
    if not summed.not_due:
        return text
    return texts.joined(text, words("figures.not-due", count=summed.not_due))


def _planned(row: SumRow, words: Words) -> Printable:
    plan, children = row.summed.plan, row.summed.children
    return words("rolled-up.children", given=plan.children, children=children) if plan else DASH


def _completion(row: SumRow) -> Interval | None:
    return texts.percent(row.summed.plan and row.summed.plan.completion)


def _own(row: SumRow, words: Words) -> Cell:
    return cells.value_cell(row.own, words) if row.own else cells.NOTHING


def _until(row: SumRow) -> str | None:
    plan = row.summed.plan
    return plan.until.text if plan and plan.until else None


def _target(row: SumRow, words: Words) -> str:
    plan = row.summed.plan
    if plan is None:
        return DASH
    text, until = words.number(amount_text(plan.target)), plan.until
    if until is None or until.text == row.parent.period.text:
        return text
    return f"{text} ({period_text(until, words)})"


def _completed(row: SumRow, words: Words) -> str:
    done = _completion(row)
    return words.number(interval_text(done)) if done else DASH


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
    Told("target", _target, "number", some(lambda row: row.summed.plan)),
    Told("completion", _completed, "number", some(_completion)),
    Told("rolled-up.planned", _planned, "number", some(lambda row: row.summed.plan)),
    Told("rolled-up.own", _own, "number", some(lambda row: row.parent.own)),
)
"""What people read of a sum."""

VALUES: Values[SumRow] = {
    "parent": lambda row: row.parent.id,
    "period": lambda row: row.parent.period.text,
    "indicator": lambda row: row.summed.indicator.id,
    "sum": lambda row: (number := _number(row)) and number_or(number),
    "sum_*": lambda row: row.summed.value,
    "numerator": lambda row: row.summed.share and row.summed.share.part,
    "denominator": lambda row: row.summed.share and row.summed.share.whole,
    "reason": lambda row: row.summed.reason,
    "units_reporting": lambda row: row.summed.given,
    "units": lambda row: row.summed.children,
    "units_not_due": lambda row: row.summed.not_due,
    "plan_*": lambda row: row.summed.plan and row.summed.plan.target,
    "plan_period": _until,
    "completion_*": _completion,
    "units_with_plan": lambda row: row.summed.plan.children if row.summed.plan else 0,
    "own": _own_stated,
    "own_*": lambda row: row.own and row.own.value,
    "level": lambda row: row.parent.level,
    "track": lambda row: row.parent.track,
    "what_if": lambda row: "supposed" if row.summed.supposed else None,
}
"""What spreadsheets have of a sum."""


def _record(parent: Parent) -> dict[str, Json]:
    sums: list[Json] = [
        {
            "id": summed.indicator.id,
            "value": interval_record(summed.value),
            "numerator": summed.share and summed.share.part,
            "denominator": summed.share and summed.share.whole,
            "reason": summed.reason,
            "reporting": summed.given,
            "of": summed.children,
            "not_due": summed.not_due,
            "plan": interval_record(summed.plan and summed.plan.target),
            "plan_period": _until(row),
            "completion": interval_record(_completion(row)),
            "with_plan": summed.plan.children if summed.plan else 0,
            "own": interval_record(own and own.value),
            "what_if": summed.supposed,
        }
        for row in _sums(parent)
        for _, summed, own in [row]
    ]
    children: Json = [child.card.unit.id for child in parent.children]
    return {
        "id": parent.id,
        "period": parent.period.text,
        "track": parent.track,
        "level": parent.level,
        "children": children,
        "missing": list(parent.absent),
        "sums": sums,
    }
