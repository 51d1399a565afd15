"""Values, targets, completions and verdicts as the cells of a table."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from math import ceil, floor

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.completion import completion
from scorecard.measure.outcome import Measured, Outcome, baseline_of, near
from scorecard.measure.target import Threshold, limits
from scorecard.model.framework import Indicator
from scorecard.numbers.digits import UNLIMITED, interval_text
from scorecard.numbers.interval import End, Interval, at_least, exactly, high_end, low_end, times
from scorecard.report.blocks import Cell, Status
from scorecard.report.texts import DASH, band_text, quantity_text, score_text, share_text
from scorecard.text.printable import Printable, printable

BAR = 8
"""Cells of a full bar."""

SUPPOSED = "※"
"""The mark of a value that nobody has reported."""

_SYMBOLS: dict[Status, str] = {
    "exceeded": "▲",
    "met": "✓",
    "near": "◐",
    "behind": "✗",
    "undecided": "?",
}


def value_cell(item: Measured, words: Words) -> Cell:
    """Return the value as printed, or why there is none; a supposed one is marked."""
    if item.figure is not None and item.figure.value is not None:
        text = quantity_text(item.figure.value, item.indicator, words)
        return Cell(printable(f"{SUPPOSED} {text}"), "strong") if item.supposed else Cell(text)
    return Cell(words(f"absent.{item.absent}"), "absent")


def target_cell(target: Threshold | None, indicator: Indicator, words: Words) -> Cell:
    """Return the target as stated, with its basis; a dash where there is none."""
    if target is None:
        return Cell(DASH, "quiet")
    stated = quantity_text(target.stated, indicator, words)
    return Cell(printable(f"{stated} {words(f'basis.{target.basis}')}"))


def completion_text(outcome: Outcome, item: Measured) -> Printable:
    """Return a completion in per cent to one decimal; a dash where there is none.

    An end at the limit of what the indicator can be is not worth saying: `> 98.0`.
    """
    if outcome.completion is None:
        return DASH
    figure, indicator = item.figure, item.indicator
    possible = completion(
        limits(indicator), outcome.target, indicator, baseline_of(figure, indicator)
    )
    whole = times(outcome.completion, HUNDRED)
    return printable(interval_text(whole, times(possible or UNLIMITED, HUNDRED)))


def completion_cell(item: Measured, other: Outcome | None = None) -> Cell:
    """Return the completion against the target that decides, or against another."""
    outcome = other or item.outcome
    status = "quiet" if outcome.completion is None else status_of(item, outcome)
    return Cell(completion_text(outcome, item), status)


def bar_cell(item: Measured, other: Outcome | None = None) -> Cell:
    """Return the completion as a bar: solid as far as is sure, shaded as far as is possible."""
    outcome = other or item.outcome
    if outcome.completion is None:
        return Cell(printable(""))
    return Cell(_bar(outcome.completion), status_of(item, outcome))


def score_cell(assessment: Assessment) -> Cell:
    """Return the score in per cent; one that rests on a supposed value is marked."""
    text = score_text(assessment.total.score, assessment.framework)
    return Cell(supposed_text(text, assessment), "strong")


def band_cell(assessment: Assessment, words: Words) -> Cell:
    """Return the band, or the span of bands; one that rests on a supposed value is marked."""
    return Cell(supposed_text(band_text(assessment, words), assessment))


def supposed_text(text: Printable, assessment: Assessment) -> Printable:
    """Return a text about a unit as a whole, marked where it rests on a supposed value."""
    return printable(f"{SUPPOSED} {text}") if assessment.supposed else text


def score_bar_cell(assessment: Assessment) -> Cell:
    """Return the score as a bar."""
    score = assessment.total.score
    return Cell(printable("") if score is None else _bar(times(score, 1 / HUNDRED)))


def marked_completion_cell(item: Measured) -> Cell:
    """Return the completion with the symbol of the verdict, which there may be without it."""
    cell, status = completion_cell(item), status_of(item)
    marked = _marked(cell.text, status)
    return cell if marked == cell.text else Cell(marked, status)


def marked_value_cell(item: Measured, words: Words) -> Cell:
    """Return the value with the symbol of the verdict."""
    cell, status = value_cell(item, words), status_of(item)
    return Cell(_marked(cell.text, status), status)


def common_target_cell(items: Sequence[Measured], words: Words) -> Cell:
    """Return the target that all units share, or all their targets where these differ."""
    cells = [target_cell(item.target, item.indicator, words) for item in items if item.target]
    shown = dict.fromkeys(cell.text for cell in cells)
    return Cell(printable(" / ".join(shown))) if shown else Cell(DASH, "quiet")


def status_of(item: Measured, other: Outcome | None = None) -> Status:
    """Return how a figure is marked: by its pace, where its target is for a longer time."""
    outcome = other or item.outcome
    if item.absent:
        return "absent"
    if outcome.verdict is None:
        return "plain"
    if outcome.verdict in ("exceeded", "met"):
        return outcome.verdict
    return _unreached(outcome, item)


def _unreached(outcome: Outcome, item: Measured) -> Status:
    """Mark what is not surely reached; pace decides where there is one."""
    decided: bool | None = False if outcome.verdict == "not met" else None
    if outcome.pace is not None:
        decided = at_least(outcome.pace, exactly(1))
    if decided is None:
        return "undecided"
    if decided:
        return "met"
    return "near" if near(outcome, item.near_from) else "behind"


def verdict_cell(item: Measured, words: Words, other: Outcome | None = None) -> Cell:
    """Return the verdict with its symbol, or the pace where that counts; a dash for neither."""
    outcome = other or item.outcome
    status = status_of(item, outcome)
    if outcome.verdict is None or status not in _SYMBOLS:
        return Cell(DASH, "quiet")
    reached = outcome.verdict in ("exceeded", "met")
    if outcome.pace is not None and not reached:
        word = words(f"pace.{status}", pace=share_text(outcome.pace))
    else:
        word = words("verdict.near") if status == "near" else words(f"verdict.{outcome.verdict}")
    about = " ≈" if item.value and item.value.approximate else ""
    return Cell(printable(f"{_SYMBOLS[status]} {word}{about}"), status)


def reasoned_verdict(item: Measured, outcome: Outcome, words: Words) -> Printable:
    """Return the verdict and why it is so."""
    # What is approximate is judged at its number, so nothing is said of the values around it.
    about = any(each and each.approximate for each in (item.value, outcome.target))
    kind = "approximate." if about and outcome.verdict != "undecided" else ""
    why = words(f"explain.verdict.{kind}{outcome.verdict}")
    return printable(f"{words(f'verdict.{outcome.verdict}')}: {why}")


def _marked(text: Printable, status: Status) -> Printable:
    return printable(f"{text} {_SYMBOLS[status]}") if status in _SYMBOLS else text


def _bar(share: Interval) -> Printable:
    low, high = low_end(share), high_end(share)
    if share.low == share.high and share.low is not None:
        sure = possible = _cells(low, round)
    else:
        sure, possible = _cells(low, floor), _cells(high, ceil)
    return printable("█" * sure + "▒" * (possible - sure) + "░" * (BAR - possible))


def _cells(end: End, rounded: Callable[[Fraction], int]) -> int:
    """Return how many cells of a bar an end fills: all or none only where it is all or none."""
    infinity, share, _ = end
    if infinity:
        return BAR if infinity > 0 else 0
    least = int(rounded is not floor and end > (0, Fraction(0), 0))
    most = BAR if end >= (0, Fraction(1), 0) else BAR - 1
    return min(max(rounded(share * BAR), least), most)
