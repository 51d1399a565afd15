"""Every figure of every period in one long table: what `show --format csv` and Python have."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from scorecard.measure.tally import in_tally
from scorecard.model.scorecard import FigureClaim
from scorecard.numbers.period import MONTHS, Period
from scorecard.numbers.quantity import Form, Quantity, spell
from scorecard.report import texts
from scorecard.report.claims import claimed_text
from scorecard.report.columns import Rows, Values
from scorecard.report.figures import FIGURES, FigureRow
from scorecard.text.json import Raw


def _first_day(period: Period) -> str | None:
    return None if period.start is None else _day(period.start).isoformat()


def _last_day(period: Period) -> str | None:
    return None if period.end is None else (_day(period.end) - timedelta(days=1)).isoformat()


@lru_cache(maxsize=1 << 10)
def _day(month: int) -> date:
    return date(month // MONTHS, month % MONTHS + 1, 1)


def _share(row: FigureRow) -> tuple[Raw, Raw]:
    value = row.figure.value
    if value is None or value.form is not Form.SHARE:
        return None, None
    return value.first, value.second


def _claimed(claim: FigureClaim | None) -> str | None:
    """Return what a source concludes from a figure, in the words of the file."""
    if claim is None:
        return None
    completion = claim.completion and spell(claim.completion)
    return claimed_text(completion=completion, verdict=claim.verdict, points=claim.points)


def _line(row: FigureRow) -> int | None:
    """Return the line of a figure in its file; None where it is not in it."""
    if row.origin is None or row.measured.figure is None:
        return None
    return row.origin.line_of("figures", row.measured.indicator.id)


def _in_tally(row: FigureRow) -> Literal["due", "pending"] | None:
    """Return how a target is counted; None where nobody set one that applies."""
    if not in_tally(row.measured):
        return None
    return "pending" if row.measured.outcome.pending else "due"


def _spelled(quantity: Quantity | None) -> str | None:
    return quantity and spell(quantity)


FIGURE_VALUES: Values[FigureRow] = {
    "framework": lambda row: row.framework.id,
    "edition": lambda row: row.framework.edition,
    "unit": lambda row: row.unit.id,
    "unit_name": lambda row: row.unit.name,
    "level": lambda row: row.unit.level,
    "parent": lambda row: row.unit.parent,
    "eligible": lambda row: row.unit.eligible,
    "period": lambda row: row.period.text,
    "period_start": lambda row: _first_day(row.period),
    "period_end": lambda row: _last_day(row.period),
    "track": lambda row: row.card.track,
    "group": lambda row: row.measured.indicator.group,
    "group_weight": lambda row: row.group.weight if row.group else None,
    "scale": lambda row: row.framework.scoring.scale,
    "coverage_least": lambda row: row.framework.scoring.coverage,
    "score_error": lambda row: row.fault and row.fault.code,
    "indicator": lambda row: row.measured.indicator.id,
    "indicator_name": lambda row: row.measured.indicator.name,
    "unit_of_measure": lambda row: row.measured.indicator.unit,
    "kind": lambda row: row.measured.indicator.kind,
    "bonus": lambda row: row.measured.indicator.bonus,
    "indicator_points": lambda row: row.measured.indicator.points,
    "printed": lambda row: _spelled(row.figure.value),
    "numerator": lambda row: _share(row)[0],
    "denominator": lambda row: _share(row)[1],
    "absent": lambda row: row.measured.absent,
    "error": lambda row: row.measured.error,
    "counts_as_missing": lambda row: row.measured.fault,
    "value_*": lambda row: row.measured.value,
    "target_*": lambda row: row.measured.target and row.measured.target.bounds,
    "target_basis": lambda row: row.measured.target and row.measured.target.basis,
    "target_period": lambda row: texts.target_period(row.measured.outcome),
    "baseline_*": lambda row: row.measured.by.baseline,
    "completion_*": lambda row: texts.percent(row.measured.completion),
    "completion_basis": lambda row: row.measured.completion_basis,
    "pace_*": lambda row: texts.percent(row.measured.outcome.pace),
    "verdict": lambda row: row.measured.verdict,
    "mark": lambda row: row.measured.mark,
    "points_*": lambda row: row.measured.points,
    "points_max": lambda row: row.measured.most,
    "points_due": lambda row: row.measured.due,
    "in_tally": _in_tally,
    "claimed": lambda row: _claimed(row.figure.claimed),
    "source": lambda row: row.figure.source,
    "source_title": lambda row: row.source.title if row.source else None,
    "source_url": lambda row: row.source.url if row.source else None,
    "status": lambda row: row.figure.status,
    "note": lambda row: row.figure.note or row.figure.why,
    "file": lambda row: row.origin.name if row.origin else None,
    "line": _line,
}
"""What spreadsheets and Python have of a figure, by column."""

Kind = Literal["text", "number", "truth", "whole", "day"]
"""What a column of the long table holds."""

_KINDS: Mapping[str, Kind] = {
    **dict.fromkeys(("eligible", "bonus"), "truth"),
    **dict.fromkeys(("period_start", "period_end"), "day"),
    **dict.fromkeys(("numerator", "denominator", "group_weight", "scale"), "number"),
    **dict.fromkeys(("coverage_least", "indicator_points"), "number"),
    **dict.fromkeys(("points_max", "points_due"), "number"),
    "line": "whole",
}
_ENDS: Mapping[str, Kind] = {
    **dict.fromkeys(("_open", "_approximate"), "truth"),
    **dict.fromkeys(("_low", "_high"), "number"),
}


def kind_of(column: str) -> Kind:
    """Return what a column of the long table holds, for engines that ask."""
    by_ending = [kind for ending, kind in _ENDS.items() if column.endswith(ending)]
    return _KINDS.get(column) or (by_ending[0] if by_ending else "text")


SUPPOSED_VALUES: Values[FigureRow] = {
    **FIGURE_VALUES,
    "what_if": lambda row: "supposed" if row.measured.supposed else None,
}
"""The same where something is supposed, which nobody has reported."""


class Figures(Rows[FigureRow]):
    """Figures of one unit or of several, as `show --format csv` has them."""

    __slots__ = ()
    columns, values = FIGURES, FIGURE_VALUES
