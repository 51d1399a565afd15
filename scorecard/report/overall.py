"""What is said of each unit as a whole: score, band, coverage, and how firm its rank is."""

from collections.abc import Iterator, Sequence

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED
from scorecard.measure.comparison import Standing
from scorecard.measure.rank import Rank
from scorecard.numbers.digits import one_decimal
from scorecard.report import cells, texts
from scorecard.report.blocks import Cell
from scorecard.report.excerpt import Shown
from scorecard.text.printable import Printable, printable


def overall(shown: Shown, words: Words) -> list[tuple[Printable, bool, list[Cell]]]:
    """Return what is said of each unit as a whole: heading, whether numeric, a cell a unit."""
    comparison, standings = shown.comparison, shown.standings
    framework = comparison.framework
    assessments = [standing.assessment for standing in standings]
    found: list[tuple[Printable, bool, list[Cell]]] = []
    if comparison.levels_differ:
        levels = [Cell(words(f"level.{item.scorecard.unit.level}")) for item in assessments]
        found.append((words("level"), False, levels))
    if len({item.scorecard.period.text for item in assessments}) > 1:
        periods = [Cell(printable(item.scorecard.period.text)) for item in assessments]
        found.append((words("period"), False, periods))
    scores = [cells.score_cell(item) for item in assessments]
    found.append((words("score"), True, scores))
    found.append((printable(""), False, [cells.score_bar_cell(item) for item in assessments]))
    if framework.bands:
        bands = [cells.band_cell(item, words) for item in assessments]
        found.append((words("band"), False, bands))
    if any(item.coverage != 1 for item in assessments):
        shares = [
            Cell(cells.supposed_text(texts.coverage_text(item), item)) for item in assessments
        ]
        found.append((words("coverage.percent"), True, shares))
    if any(standing.stability for standing in standings):
        found += _stability(standings, words)
    return found


def _stability(
    standings: Sequence[Standing], words: Words
) -> Iterator[tuple[Printable, bool, list[Cell]]]:
    shares = [
        Cell(
            printable(one_decimal(standing.stability.at_rank * HUNDRED))
            if standing.stability
            else texts.DASH
        )
        for standing in standings
    ]
    spans = [
        Cell(
            texts.rank_text(Rank(standing.stability.best, standing.stability.worst))
            if standing.stability
            else texts.DASH
        )
        for standing in standings
    ]
    yield words("sensitivity.at-rank"), True, shares
    yield words("sensitivity.span"), True, spans
