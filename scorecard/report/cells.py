"""What a figure comes to as the cells of a table: value, target, completion, bar, verdict."""

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED
from scorecard.measure.change import Change
from scorecard.measure.completion import completion
from scorecard.measure.outcome import Measured, Outcome, baseline_of
from scorecard.measure.target import limits
from scorecard.numbers.digits import UNLIMITED, interval_text
from scorecard.numbers.interval import End, Interval, at_least, exactly, high_end, low_end, times
from scorecard.report.blocks import Cell, Status
from scorecard.report.texts import DASH, change_text, labelled_name, quantity_text, share_text
from scorecard.text.printable import Printable, printable

EMPTY, NOTHING = Cell(printable("")), Cell(DASH, "quiet")

BAR = 8
"""Cells of a full bar."""

_SYMBOLS = {"exceeded": "▲", "met": "✓", "near": "◐", "behind": "✗", "undecided": "?"}


def against(item: Measured, other: Outcome) -> Measured:
    """Return a figure against another of its targets."""
    return item._replace(outcome=other, others=())


def name_cell(item: Measured, words: Words) -> Cell:
    """Return the name of the indicator with its unit."""
    return Cell(labelled_name(item.indicator, words))


def value_cell(item: Measured, words: Words) -> Cell:
    """Return the value as printed, or why there is none; a supposed one is marked."""
    if item.figure is not None and item.figure.value is not None:
        text = quantity_text(item.figure.value, item.indicator, words)
        return Cell(marked(text), "strong") if item.supposed else Cell(text)
    return Cell(words(f"absent.{item.absent}"), "absent")


def marked(text: str) -> Printable:
    """Return a text with the mark of what rests on a supposed value, which nobody reported."""
    return printable(f"※ {text}")


def target_cell(item: Measured, words: Words) -> Cell:
    """Return the target as stated, with its basis; a dash where there is none."""
    if item.target is None:
        return NOTHING
    stated = quantity_text(item.target.stated, item.indicator, words)
    return Cell(printable(f"{stated} {words(f'basis.{item.target.basis}')}"))


def completion_text(item: Measured) -> Printable:
    """Return a completion in per cent to one decimal; a dash where there is none.

    An end at the limit of what the indicator can be is not worth saying: `> 98.0`.
    """
    if item.completion is None:
        return DASH
    baseline = baseline_of(item.figure, item.indicator)
    possible = completion(limits(item.indicator), item.target, item.indicator, baseline)
    whole = times(item.completion, HUNDRED)
    return printable(interval_text(whole, times(possible or UNLIMITED, HUNDRED)))


def completion_cell(item: Measured, _: Words) -> Cell:
    """Return the completion in the style of its verdict."""
    return Cell(completion_text(item), status_of(item)) if item.completion else NOTHING


def bar_cell(item: Measured, _: Words) -> Cell:
    """Return the completion as a bar."""
    return Cell(bar(item.completion), status_of(item)) if item.completion else EMPTY


def change_cell(change: Change | None) -> Cell:
    """Return a change as a text."""
    return Cell(change_text(change)) if change else NOTHING


def status_of(item: Measured) -> Status:
    """Return how a figure is marked: by its pace, where its target is for a longer time."""
    if item.absent:
        return "absent"
    if item.verdict is None:
        return "plain"
    if item.verdict in ("exceeded", "met"):
        return item.verdict
    reached: bool | None = False if item.verdict == "not met" else None
    if item.outcome.pace is not None:
        reached = at_least(item.outcome.pace, exactly(1))
    if reached is None:
        return "undecided"
    return "met" if reached else "near" if item.near else "behind"


def verdict_cell(item: Measured, words: Words) -> Cell:
    """Return the verdict with its symbol, or the pace where that counts; a dash for neither."""
    status, pace = status_of(item), item.outcome.pace
    if item.verdict is None or status not in _SYMBOLS:
        return NOTHING
    if pace is not None and item.verdict not in ("exceeded", "met"):
        word = words(f"pace.{status}", pace=share_text(pace))
    else:
        word = words("verdict.near") if status == "near" else words(f"verdict.{item.verdict}")
    about = " ≈" if item.value and item.value.approximate else ""
    return Cell(printable(f"{_SYMBOLS[status]} {word}{about}"), status)


def with_symbol(cell: Cell, item: Measured) -> Cell:
    """Return a cell with the symbol of the verdict, where there is one."""
    status = status_of(item)
    symbol = _SYMBOLS.get(status)
    return Cell(printable(f"{cell.text} {symbol}"), status) if symbol else cell


def reasoned_verdict(item: Measured, words: Words) -> Printable:
    """Return the verdict and why it is so."""
    # What is approximate is judged at its number, so nothing is said of the values around it.
    about = any(each and each.approximate for each in (item.value, item.target))
    kind = "approximate." if about and item.verdict != "undecided" else ""
    why = words(f"explain.verdict.{kind}{item.verdict}")
    return printable(f"{words(f'verdict.{item.verdict}')}: {why}")


def bar(share: Interval) -> Printable:
    """Return a share of 1 as a bar: solid as far as is sure, shaded as far as is possible."""
    one = share.low == share.high and share.low is not None
    sure = _cells(low_end(share), round if one else floor)
    possible = sure if one else _cells(high_end(share), ceil)
    return printable("█" * sure + "▒" * (possible - sure) + "░" * (BAR - possible))


def _cells(end: End, rounded: Callable[[Fraction], int]) -> int:
    """Return how many cells of a bar an end fills: all or none only where it is all or none."""
    infinity, share, _ = end
    if infinity:
        return BAR if infinity > 0 else 0
    least = int(rounded is not floor and end > (0, Fraction(0), 0))
    most = BAR if end >= (0, Fraction(1), 0) else BAR - 1
    return min(max(rounded(share * BAR), least), most)
