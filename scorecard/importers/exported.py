"""The long table that show and compare write, read back: every row is a figure of some unit."""

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from pydantic import ValidationError

from scorecard.diagnostic import Finding, suggestion
from scorecard.i18n.sayings import say
from scorecard.importers.cells import Book, Position, Sheet, Told
from scorecard.importers.figures import Entry, Read, literal
from scorecard.importers.map import Card, TableMap
from scorecard.importers.numbers import Absent, Amount, Doubt, Reading, Wanted, amount, stated_in
from scorecard.importers.places import UnitCells
from scorecard.importers.words import same
from scorecard.measure.criteria import Criterion, criteria
from scorecard.measure.target import SCALES
from scorecard.model.framework import Framework, Indicator
from scorecard.model.scorecard import AMOUNTS, HELD_AGAINST, Figure
from scorecard.numbers import quantity
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.interval import Interval
from scorecard.numbers.quantity import UnreadableQuantityError
from scorecard.numbers.wording import answer
from scorecard.text.formulas import without_guards
from scorecard.toml.editing import splice

COLUMNS = frozenset(
    ["framework", "edition", "unit", "level", "period", "indicator", "printed", "absent", "source"]
)
"""The columns by which the table is known."""

SCORES = frozenset(["rank_best", "unit", "score_low"])
"""The columns by which a table of compare is known, which has scores and no figures."""

_CLAIM = re.compile(r"(completion|verdict|points) ([^;]+)")
_SPELLINGS = ("{}", ">{}", ">={}", "<{}", "<={}", "~{}", "<~{}", ">~{}")
_TYPED = Reading("", "missing", "formatted", "stored")
"""How a number is read that somebody has typed into the table."""

_ABSENT = ("missing", "not-due", "not-applicable")

_PLAIN = [
    key
    for key in Figure.model_fields
    if key not in ("value", "absent", "why", "note", "claimed", *HELD_AGAINST)
]
"""Keys of a figure that stand in a column of their own as they are."""

Sources = Mapping[str, Mapping[str, str]]
"""Sources by their ids, each with its keys as TOML."""


class Back(NamedTuple):
    """A unit's figures as they were exported: whose they are, the sources, and what is told.

    `rows` are those of its indicators.
    """

    card: Card
    sources: Sources
    read: Read
    rows: dict[str, int]


class Table(NamedTuple):
    """The table in a sheet, and its columns by their names."""

    sheet: Sheet
    columns: Mapping[str, int]

    def text(self, row: int, column: str) -> str:
        """Return what a row says in a column; nothing where the table has none of this name."""
        return _said(self.sheet, (row, self.columns.get(column, 0)))

    def at(self, row: int, column: str) -> Position:
        """Return the cell of a row in a column that the table has."""
        return row, self.columns[column]

    def interval(self, row: int, column: str) -> Interval | None:
        """Return what the columns of this name bound; None where that is no interval."""
        ends = [self.text(row, f"{column}_{end}") for end in ("low", "high")]
        low, high = map(_number, ends)
        if any(end and number is None for end, number in zip(ends, (low, high), strict=True)):
            return None
        open_low, open_high, about = (
            self.text(row, f"{column}_{name}").upper() == "TRUE"
            for name in ("low_open", "high_open", "approximate")
        )
        side = {"below": -1, "above": 1}.get(self.text(row, f"{column}_side"), 0)
        return Interval(low, high, side or int(open_low), side or -int(open_high), about)


class Exported(NamedTuple):
    """The figures of all units in a table under its framework, and what is told of its rows."""

    table: Table
    framework: Framework
    units: Sequence[Back]
    told: Sequence[Told]


def long_table(book: Book, name: str | None) -> Table | None:
    """Return the table in a book, or that in its sheet of this name, if there is one."""
    named = (each for each in book.sheets if not name or same(each.name) in (same(name), ""))
    tables = (Table(each, _columns(each)) for each in named)
    return next((each for each in tables if each.columns.keys() >= COLUMNS), None)


def of_scores(book: Book) -> bool:
    """Whether a book has a table of compare instead."""
    return any(_columns(each).keys() >= SCORES for each in book.sheets)


def _columns(sheet: Sheet) -> dict[str, int]:
    return {_said(sheet, at): at[1] for at in sheet.cells if at[0] == 1}


def _said(sheet: Sheet, at: Position) -> str:
    """Return what a cell says; in a CSV without the marks that keep spreadsheets from guessing."""
    return sheet.text(at) if sheet.name else without_guards(sheet.text(at))


def frameworks_in(table: Table) -> Mapping[str, list[int]]:
    """Return the rows of each framework and edition that a table names, in their order."""
    found: dict[str, list[int]] = {}
    for row in range(2, table.sheet.last_row + 1):
        name, edition, id_ = (table.text(row, key) for key in ("framework", "edition", "indicator"))
        if name or id_:
            found.setdefault(f"{name}@{edition}", []).append(row)
    return found


def exported(table: Table, by: TableMap, framework: Framework) -> Exported:
    """Return the figures of all units in the table, and what is told of its rows."""
    known = {each.indicator.id: each for each in criteria(framework)}
    found: dict[str, Back] = {}
    told: list[Told] = []
    others = dict(frameworks_in(table))
    for row in others.pop(own := f"{framework.id}@{framework.edition}", []):
        id_ = table.text(row, "indicator")
        back = _unit(table, row, by, found) if id_ in known else _unknown(id_, framework, known)
        if isinstance(back, Finding):
            told.append(Told(back, table.sheet, table.at(row, "indicator")))
            continue
        back.rows[id_] = row
        if entry := _entry(table, row, known[id_], back.read.told):
            back.read.entries[id_] = entry
    for name, rows in others.items():
        fault = _unfit("other-framework", name=name, own=own, number=len(rows))
        told.append(Told(fault, table.sheet, table.at(rows[0], "framework")))
    return Exported(table, framework, list(found.values()), told)


def _unknown(id_: str, framework: Framework, known: Mapping[str, Criterion]) -> Finding:
    hint = suggestion(id_, known) or say("map.no-indicator")
    return Finding("SC302", (), {"framework": framework.id, "name": id_, "hint": hint})


def _unfit(key: str, **names: object) -> Finding:
    said = {"what": say(f"map.{key}", **names), "hint": say(f"map.{key}.hint", **names)}
    return Finding("SC025", arguments=said)


def _unit(table: Table, row: int, by: TableMap, found: dict[str, Back]) -> Back | Finding:
    """Return the unit of a row, with its sources so far."""
    id_, period, track = (table.text(row, each) for each in ("unit", "period", "track"))
    name = f"{id_} {period} {track}"
    if name not in found:
        unit = {key: table.text(row, key) for key in ("level", "parent")}
        unit |= {"id": id_, "name": table.text(row, "unit_name")}
        said = {"period": period, "track": track, "framework": by.card.framework}
        given = {key: each for key, each in said.items() if each}
        try:
            card = Card.model_validate({**given, "unit": {k: v for k, v in unit.items() if v}})
        except ValidationError:
            return _unfit("no-card")
        cells = UnitCells(id_, unit["name"] or id_, table.sheet, {})
        found[name] = Back(card, {}, Read(cells, {}, []), {})
    back = found[name]
    if source := table.text(row, "source").partition("#")[0]:
        titles = {"title": table.text(row, "source_title") or source}
        if url := table.text(row, "source_url"):
            titles["url"] = url
        keys = {key: splice.literal(each) for key, each in titles.items()}
        found[name] = back = back._replace(sources={source: keys, **back.sources})
    return back


def _entry(table: Table, row: int, by: Criterion, told: list[Told]) -> Entry | None:
    """Return a figure as its row states it; None where its file said nothing of it."""
    said = dict(_figure(table, row, by, told))
    own = dict(_own(table, row, by, told)) if said else {}
    if period := table.text(row, "target_period"):
        own |= {"target_period": splice.literal(period)} if own or "claimed" in said else {}
    cells = {key: table.at(row, "printed") for key in ("value", *said, *own)}
    return Entry({**said, **own}, cells) if said else None


def _figure(table: Table, row: int, by: Criterion, told: list[Told]) -> Iterator[tuple[str, str]]:
    stated, absent = _stated(table, row, by.indicator), table.text(row, "absent")
    note, filed = table.text(row, "note"), ("line", "source", "status", "note")
    if isinstance(stated, Doubt):
        said = {"text": say("book.no-value"), **stated.arguments}
        finding = Finding(stated.code, arguments=said)
        told.append(Told(finding, table.sheet, table.at(row, "printed")))
        yield "absent", splice.literal("missing")
        yield "why", splice.literal(str(said["text"]))
    elif isinstance(stated, str):
        yield "value", literal(stated)
    elif absent in _ABSENT and any(table.text(row, each) for each in filed):
        yield "absent", splice.literal(absent)
    else:
        return
    for key in _PLAIN:
        if text := table.text(row, key):
            yield key, _as_toml(key, text)
    if note:
        yield ("why" if isinstance(stated, Absent) else "note"), splice.literal(note)
    claims = {key: text.strip() for key, text in _CLAIM.findall(table.text(row, "claimed"))}
    if claims:
        yield "claimed", splice.table({key: _amount(each) for key, each in claims.items()})


def _stated(table: Table, row: int, of: Indicator) -> Amount:
    """Return what is printed: as a file spells it, or as people who fill the cell in do."""
    cell, said = table.sheet.cells.get(table.at(row, "printed")), table.text(row, "printed")
    wanted = Wanted(of.percent, of.yes_no, unit=of.unit, most=of.limits[1] if of.limits else None)
    if not cell or not said or cell.error or not isinstance(cell.value, str):
        return amount(cell, wanted, _TYPED)
    return (answer(said) if of.yes_no else "") or stated_in(said, said, wanted)


def _own(table: Table, row: int, by: Criterion, told: list[Told]) -> Iterator[tuple[str, str]]:
    """Yield the target and the baseline that a figure has of its own."""
    shared = by.targets[0].bounds if by.targets else None
    for key, usual in (("target", shared), ("baseline", by.baseline)):
        ends = [table.text(row, f"{key}_{end}") for end in ("low", "high")]
        set_by_nobody = key == "target" and table.text(row, "target_basis") in SCALES
        if not any(ends) or set_by_nobody:
            continue
        stated = table.interval(row, key)
        spelled = spelling(stated, by) if stated and stated != usual else ""
        if spelled:
            yield key, _as_toml(key, spelled)
        elif stated is None or stated != usual:
            said = {"text": "..".join(filter(None, ends)), "hint": ""}
            told.append(
                Told(Finding("SC011", arguments=said), table.sheet, table.at(row, "printed"))
            )


def _as_toml(key: str, text: str) -> str:
    return _amount(text) if key in AMOUNTS else splice.literal(text)


def _amount(text: str) -> str:
    """Return a quantity as TOML, whichever decimal mark the table has."""
    return splice.amount(text.replace(",", "."))


def _number(text: str) -> Fraction | None:
    try:
        return Fraction(quantity.number(text.replace(",", "."))) if text else None
    except (UnreadableQuantityError, ArithmeticError):
        return None


def spelling(stated: Interval, by: Criterion) -> str:
    """Return the quantity that has these bounds, as a file spells it; nothing where none has."""
    ends = [decimal_text(end) for end in (stated.low, stated.high) if end is not None]
    spellings = [form.format(end) for form in _SPELLINGS for end in ends]
    for each in (*spellings, "..".join(ends)):
        if _is_quantity(each):
            read = quantity.parse(each)
            if quantity.bounds(read, by.limits, percent=by.indicator.percent) == stated:
                return each
    return ""


def _is_quantity(text: str) -> bool:
    try:
        quantity.parse(text)
    except UnreadableQuantityError:
        return False
    return True
