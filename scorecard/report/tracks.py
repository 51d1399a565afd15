"""Tracks of the same units beside one another, and what moved from one to the next."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import NamedTuple

from scorecard.i18n import Words
from scorecard.measure.change import Change
from scorecard.measure.measured import Measured
from scorecard.measure.tracks import Movement, beside, in_order
from scorecard.model.framework import Framework, Group
from scorecard.report import cells, texts
from scorecard.report.blocks import Block, Cell, Heading, Table
from scorecard.report.columns import ReportColumn, Said, table_of
from scorecard.report.record import framework_id, interval_record
from scorecard.report.sections import in_sections, named
from scorecard.report.unit_rows import UnitRow
from scorecard.report.units import banded, score_cell
from scorecard.text.json import Json
from scorecard.text.printable import Printable, printable

Tracks = dict[str, UnitRow]
"""A unit as each track has it, in the order of the tracks."""


def by_unit(rows: Sequence[UnitRow], first: Sequence[str] = ()) -> list[Tracks]:
    """Return units as each of their tracks has them; `first` tracks come first."""
    known = {id(row.assessment): row for row in rows}
    return [
        {each.card.track or "": known[id(each)] for each in found}
        for found in beside([row.assessment for row in rows], first)
    ]


def _heading(track: str, framework: Framework, words: Words) -> Printable:
    """Return the name of a track, with the most that its score can be where that is stated."""
    name, known = texts.track_text(track, framework, words), framework.tracks.get(track)
    return words("track.most", track=name, most=known.most) if known and known.most else name


def tracks_table(rows: Sequence[UnitRow], first: Sequence[str], words: Words) -> Table:
    """Return a row a unit, in the order of the last track, with what moved between the tracks."""
    units = by_unit(rows, first)
    tracks = in_order([track for unit in units for track in unit], first)
    framework = rows[0].assessment.framework
    place = {id(row): number for number, row in enumerate(rows)}
    units.sort(key=lambda unit: [place[id(row)] for row in reversed(unit.values())])

    def name(unit: Tracks, words: Words) -> Printable:
        return next(iter(unit.values())).named(words)

    def score(track: str, unit: Tracks, words: Words) -> Cell:
        return score_cell(unit[track], words) if track in unit else cells.NOTHING

    def moved(pair: tuple[str, str], unit: Tracks, words: Words) -> Cell:
        movement = _movement(pair, unit)
        return cells.change_cell(movement and movement.score, words)

    columns: list[ReportColumn[Tracks]] = [ReportColumn("unit", name, key=True)]
    for track in tracks:
        heading = _heading(track, framework, words)
        columns.append(ReportColumn("score", partial(score, track), "number", heading=heading))
    for pair in pairwise(tracks):
        heading = _moved_text(pair, framework, words)
        columns.append(ReportColumn("change", partial(moved, pair), "number", heading=heading))
    if any(banded(row) for row in rows):
        columns.append(ReportColumn("band", partial(_bands, tracks)))
    columns.append(ReportColumn("rank", partial(_ranks, tracks), "number"))
    return table_of(columns, units, words)


def tracks_beside(rows: Sequence[UnitRow], words: Words) -> Iterator[Block]:
    """Yield for each unit that several tracks have a table of its figures, track by track."""
    for unit in (each for each in by_unit(rows) if len(each) > 1):
        one = next(iter(unit.values()))
        name, period = one.named(words), one.period_text(words)
        yield Heading(texts.joined(words("tracks", unit=name), period))
        yield _figures_beside(unit, words)


class _Figure(NamedTuple):
    """An indicator as each track has it, and its movements from each to the next."""

    items: Sequence[Measured]
    values: Sequence[Change | None]
    points: Sequence[Change | None]


def _figures_beside(unit: Tracks, words: Words) -> Table:
    rows = list(unit.values())
    framework = rows[0].assessment.framework
    movements = [Movement(*each) for each in pairwise(row.assessment for row in rows)]
    measured = zip(*(row.assessment.measured for row in rows), strict=True)
    values = zip(*(each.values for each in movements), strict=True)
    points = zip(*(each.points for each in movements), strict=True)
    figures = [_Figure(*each) for each in zip(measured, values, points, strict=True)]
    columns = _columns(list(unit), framework, words)

    def below(group: Group) -> list[_Figure]:
        of_group = [each for each in figures if each.items[0].indicator.group == group.id]
        return [each for each in of_group if any(item.figure for item in each.items)]

    told = in_sections(framework, below, partial(named, words), words, first=False)
    lines = [_whole(unit, movements, words), *told]
    return table_of(columns, lines, words)


def _columns(
    tracks: Sequence[str], framework: Framework, words: Words
) -> Sequence[ReportColumn[_Figure]]:
    """Return the columns of an indicator; points are told where they move otherwise than values."""
    columns = [ReportColumn("indicator", _name, key=True)]
    for place, track in enumerate(tracks):
        heading = _heading(track, framework, words)
        columns.append(ReportColumn(track, partial(_value, place), "number", heading=heading))
    points = words("movement.points")
    for place, pair in enumerate(pairwise(tracks)):
        key, heading = "-".join(pair), _moved_text(pair, framework, words)
        told = partial(_value_moved, place), partial(_points_moved, place)
        columns.append(ReportColumn(key, told[0], "number", heading=heading))
        columns.append(ReportColumn(f"{key}-points", told[1], "number", _otherwise, heading=points))
    return columns


def _name(row: _Figure, words: Words) -> Printable:
    return texts.labelled_name(row.items[0].indicator, words)


def _value(place: int, row: _Figure, words: Words) -> Cell:
    return cells.value_cell(row.items[place], words)


def _value_moved(place: int, row: _Figure, words: Words) -> Cell:
    return cells.change_cell(row.values[place], words)


def _points_moved(place: int, row: _Figure, words: Words) -> Cell:
    return cells.change_cell(row.points[place], words)


def _otherwise(rows: Sequence[_Figure]) -> bool:
    return any(
        value is None or value.difference != points.difference
        for row in rows
        for value, points in zip(row.values, row.points, strict=True)
        if points
    )


def _whole(unit: Tracks, movements: Sequence[Movement], words: Words) -> Said:
    """Return the line of the scores, and what moved between them."""
    rows = list(unit.values())
    told = {"indicator": Cell(texts.score_name(rows[0].assessment, words), "strong")}
    told |= {track: score_cell(row, words) for track, row in unit.items()}
    for pair, each in zip(pairwise(unit), movements, strict=True):
        told["-".join(pair)] = cells.change_cell(each.score, words)
    return Said(told)


def _moved_text(pair: tuple[str, str], framework: Framework, words: Words) -> Printable:
    before, after = (texts.track_text(track, framework, words) for track in pair)
    return words("movement", before=before, after=after)


def _movement(pair: tuple[str, str], unit: Tracks) -> Movement | None:
    before, after = (unit.get(track) for track in pair)
    return Movement(before.assessment, after.assessment) if before and after else None


def _bands(tracks: Sequence[str], unit: Tracks, words: Words) -> Printable:
    """Return the bands, track by track, with an arrow where the bounds decide that one differs."""
    texts_of = [
        texts.band_text(unit[track].assessment, words) if track in unit else texts.DASH
        for track in tracks
    ]
    text = texts_of[0]
    for pair, band in zip(pairwise(tracks), texts_of[1:], strict=True):
        moved = _movement(pair, unit)
        sign = {"up": "▲", "down": "▼"}.get((moved and moved.crossed) or "", "→")
        text = printable(f"{text} {sign} {band}")
    return text


def _ranks(tracks: Sequence[str], unit: Tracks, words: Words) -> Printable:
    ranks = [unit[track].standing.rank if track in unit else None for track in tracks]
    return printable(" → ".join(texts.rank_text(rank, words) for rank in ranks))


def movement_records(rows: Sequence[UnitRow], first: Sequence[str] = ()) -> list[Json]:
    """Return what JSON has of the movements of units, from each track to the next."""
    return [
        _record(Movement(before.assessment, after.assessment))
        for unit in by_unit(rows, first)
        for before, after in pairwise(unit.values())
    ]


def _record(movement: Movement) -> Json:
    before, after, score = movement.before, movement.after, movement.score
    told = zip(after.measured, movement.values, movement.points, strict=True)
    figures: list[Json] = [
        {
            "id": item.indicator.id,
            "value": interval_record(value and value.difference),
            "points": interval_record(points and points.difference),
        }
        for item, value, points in told
    ]
    return {
        "unit": after.card.unit.id,
        "framework": framework_id(after.framework),
        "period": after.card.period.text,
        "from": before.card.track,
        "to": after.card.track,
        "score": interval_record(score and score.difference),
        "arrow": score and score.arrow,
        "crossed": movement.crossed,
        "figures": figures,
    }
