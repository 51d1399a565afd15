"""Values, targets, completions and verdicts as the cells of a table."""

from collections.abc import Sequence
from fractions import Fraction

from scorecard.digits import UNLIMITED, interval_text
from scorecard.interval import Interval, times
from scorecard.measure.assessment import HUNDRED, Assessment, Measured, baseline_of
from scorecard.measure.completion import completion
from scorecard.measure.target import Threshold, limits
from scorecard.model.framework import Indicator
from scorecard.printable import Printable, printable
from scorecard.view.blocks import Cell, Status
from scorecard.view.texts import DASH, quantity_text
from scorecard.view.words import Words

BAR = 8
"""Cells of a full bar."""

_SYMBOLS: dict[Status, str] = {
    "exceeded": "▲",
    "met": "✓",
    "near": "◐",
    "behind": "✗",
    "undecided": "?",
}


def value_cell(item: Measured, words: Words) -> Cell:
    """Return the value as printed, or why there is none."""
    if item.figure is not None and item.figure.value is not None:
        return Cell(quantity_text(item.figure.value, item.indicator, words))
    return Cell(words(f"absent.{item.absent}"), "absent")


def target_cell(target: Threshold | None, indicator: Indicator, words: Words) -> Cell:
    """Return the target as stated, with its basis; a dash where there is none."""
    if target is None:
        return Cell(DASH, "quiet")
    stated = quantity_text(target.stated, indicator, words)
    return Cell(printable(f"{stated} {words(f'basis.{target.basis}')}"))


def completion_cell(item: Measured) -> Cell:
    """Return the completion in per cent to one decimal; a dash where there is none."""
    if item.completion is None:
        return Cell(DASH, "quiet")
    figure, indicator = item.figure, item.indicator
    possible = completion(limits(indicator), item.target, indicator, baseline_of(figure, indicator))
    shown = interval_text(times(item.completion, HUNDRED), times(possible or UNLIMITED, HUNDRED))
    return Cell(printable(shown), status_of(item))


def bar_cell(item: Measured) -> Cell:
    """Return the completion as a bar: solid as far as is sure, shaded as far as is possible."""
    if item.completion is None:
        return Cell(printable(""))
    return Cell(_bar(item.completion), status_of(item))


def score_bar_cell(assessment: Assessment) -> Cell:
    """Return the score as a bar."""
    score = assessment.total.score
    return Cell(printable("") if score is None else _bar(times(score, 1 / HUNDRED)))


def marked_completion_cell(item: Measured) -> Cell:
    """Return the completion with the symbol of the verdict."""
    cell = completion_cell(item)
    return Cell(printable(f"{cell.text} {_SYMBOLS.get(cell.status, ' ')}"), cell.status)


def marked_value_cell(item: Measured, words: Words) -> Cell:
    """Return the value with the symbol of the verdict."""
    cell, status = value_cell(item, words), status_of(item)
    return Cell(printable(f"{cell.text} {_SYMBOLS.get(status, ' ')}"), status)


def common_target_cell(items: Sequence[Measured], words: Words) -> Cell:
    """Return the target that all units share, or all their targets where these differ."""
    cells = [target_cell(item.target, item.indicator, words) for item in items if item.target]
    shown = dict.fromkeys(cell.text for cell in cells)
    return Cell(printable(" / ".join(shown))) if shown else Cell(DASH, "quiet")


def status_of(item: Measured) -> Status:
    """Return how a figure is marked."""
    if item.absent:
        return "absent"
    match item.verdict:
        case "exceeded":
            return "exceeded"
        case "met":
            return "met"
        case "undecided":
            return "undecided"
        case "not met":
            return "near" if item.near else "behind"
    return "plain"


def verdict_cell(item: Measured, words: Words) -> Cell:
    """Return the verdict with its symbol; a dash where there is none."""
    status = status_of(item)
    if item.verdict is None or status not in _SYMBOLS:
        return Cell(DASH, "quiet")
    word = words("verdict.near") if status == "near" else words(f"verdict.{item.verdict}")
    about = " ≈" if item.value and item.value.approximate else ""
    return Cell(printable(f"{_SYMBOLS[status]} {word}{about}"), status)


def _bar(share: Interval) -> Printable:
    sure = _filled(share.low, up=False)
    possible = max(sure, _filled(share.high, up=True))
    if share.low == share.high:
        sure = possible = _filled(share.low, up=None)
    return printable("█" * sure + "▒" * (possible - sure) + "░" * (BAR - possible))


def _filled(share: Fraction | None, *, up: bool | None) -> int:
    """Return how many cells of a bar a share fills: all or none only where it is all or none."""
    if share is None:
        return BAR if up else 0
    cells = share * BAR
    if up is None:
        return min(max(round(cells), int(share > 0)), BAR if share >= 1 else BAR - 1)
    rounded = (
        -(-cells.numerator // cells.denominator) if up else cells.numerator // cells.denominator
    )
    return min(max(rounded, 0), BAR)
