"""What a figure comes to as the cells of a table: value, target, completion, bar, verdict."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import ceil, floor

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED
from scorecard.measure.change import Change
from scorecard.measure.completion import completion
from scorecard.measure.mark import Mark
from scorecard.measure.measured import Measured
from scorecard.measure.outcome import REACHED
from scorecard.measure.target import Threshold
from scorecard.numbers.digits import UNLIMITED, interval_text
from scorecard.numbers.interval import End, Interval, exactly, high_end, low_end, times
from scorecard.numbers.period import parse
from scorecard.report.blocks import EMPTY, Cell, Status
from scorecard.report.periods import period_text
from scorecard.report.pictures import span_of
from scorecard.report.texts import DASH, change_text, quantity_text, share_text
from scorecard.text.printable import Printable, printable

NOTHING = Cell(DASH, "quiet")

BAR = 8
"""Cells of a full bar."""

NONE_AT_ALL = exactly(Fraction(0))
"""The value that keeps every limit, and that nothing can be divided by."""

FAULTY = "!"
"""The symbol of a figure that counts as missing for an error, or for its target."""

_SYMBOLS: Mapping[Mark, str] = {
    "exceeded": "▲",
    "met": "✓",
    "near": "◐",
    "perhaps near": "◔",
    "not met": "✗",
    "undecided": "?",
    "on pace": "→",
    "near pace": "◐",
    "behind": "↓",
    "pending": "…",
    "full": "■",
}
_STATUSES: Mapping[Mark, Status] = {
    "exceeded": "exceeded",
    "met": "met",
    "near": "near",
    "perhaps near": "near",
    "not met": "behind",
    "undecided": "undecided",
    "on pace": "met",
    "near pace": "near",
    "behind": "behind",
    "pending": "quiet",
    "full": "strong",
}


def value_cell(item: Measured, words: Words) -> Cell:
    """Return the value as printed, or why there is none; a supposed one is marked."""
    if item.figure is not None and item.figure.value is not None:
        text = quantity_text(item.figure.value, item.indicator, words)
        return Cell(marked(text, item.supposed), "strong" if item.supposed else "plain")
    return Cell(words(f"absent.{item.absent or 'unnamed'}"), "absent")


def marked(text: str, supposed: object) -> Printable:
    """Return a text with a mark where it rests on a supposed value, which nobody reported."""
    return printable(f"※ {text}" if supposed else text)


def target_cell(item: Measured, words: Words) -> Cell:
    """Return the target as stated, with its basis; a dash where there is none."""
    return Cell(_target_text(item.target, item, words)) if item.target else NOTHING


def targets_text(item: Measured, words: Words) -> Printable:
    """Return all targets as stated, the one that decides first; empty where there is none."""
    return printable("; ".join(_target_text(target, item, words) for target in item.targets))


def _target_text(target: Threshold, item: Measured, words: Words) -> Printable:
    stated = quantity_text(target.stated, item.indicator, words)
    return printable(f"{stated} {words(f'basis.{target.basis}')}")


def completion_text(item: Measured, words: Words) -> Printable | None:
    """Return a completion in per cent to one decimal; None where there is none.

    An end at the limit of what the indicator can be is not worth saying: `> 98.0`. More decimals
    are shown where the number would else stand for one that is judged otherwise.
    """
    done = item.completion
    if done is None:
        return None
    by, whole = item.by, times(done, HUNDRED)
    possible = (
        None
        if item.outcome.reported
        else completion(by.limits, item.target, item.indicator, by.baseline)
    )
    limits, near = times(possible or UNLIMITED, HUNDRED), by.near * HUNDRED
    return words.number(interval_text(whole, limits, (0, 100, near)))


def completion_cell(item: Measured, words: Words) -> Cell:
    """Return the completion in the style of its verdict; at 0 a limit is kept without a ratio."""
    text = completion_text(item, words)
    if text is None and item.verdict in REACHED and item.value == NONE_AT_ALL:
        text = words("completion.at-zero")
    return NOTHING if text is None else Cell(text, status_of(item))


def change_cell(change: Change | None, words: Words, supposed: object = False) -> Cell:
    """Return a change; one from a supposed value is marked."""
    return Cell(marked(change_text(change, words), supposed)) if change else NOTHING


def bar_cell(item: Measured, _: Words) -> Cell:
    """Return the completion as a bar in the same style."""
    return drawn(item.completion, status_of(item))


def drawn(share: Interval | None, status: Status = "plain") -> Cell:
    """Return a share of 1 as a bar, and what it is for formats that draw it themselves."""
    return Cell(bar(share), status, share and span_of(share))


def status_of(item: Measured) -> Status:
    """Return how a figure is marked."""
    if item.absent or item.error or item.fault:
        return "absent"
    return _STATUSES[item.mark] if item.mark else "plain"


def mark_text(item: Measured, words: Words) -> Printable | None:
    """Return the mark in words, with its pace where that decides it; None where there is none."""
    outcome, mark = item.outcome, item.mark
    if mark is None:
        return None
    word, about = words(f"mark.{mark}"), " ≈" if _approximate(item) else ""
    if outcome.pace is not None and item.verdict is None:
        word = words("mark.at-pace", mark=word, pace=share_text(outcome.pace, words))
    elif mark == "pending" and outcome.course.until:
        # It is due at the end of its time: what is for 2021/2025 is due 2025.
        day = outcome.course.until.text.rpartition("/")[2]
        word = words("mark.due", mark=word, period=period_text(parse(day), words))
    if outcome.reported:
        word = words("mark.as-reported", mark=word)
    return printable(f"{word}{about}")


def verdict_cell(item: Measured, words: Words) -> Cell:
    """Return the mark with its symbol, or that a figure counts as missing; a dash for neither."""
    if item.error:
        return Cell(words("mark.error", code=item.error), "absent")
    if item.fault:
        return Cell(words(f"mark.{item.fault}"), "absent")
    text = mark_text(item, words)
    if item.mark is None or text is None:
        return NOTHING
    return Cell(printable(f"{_SYMBOLS[item.mark]} {text}"), status_of(item))


def _approximate(item: Measured) -> bool:
    """Whether a value or its target is."""
    return any(each is not None and each.approximate for each in (item.value, item.target))


def with_symbol(cell: Cell, item: Measured) -> Cell:
    """Return a cell with the symbol of the mark, or of a figure that counts as missing."""
    if item.error or item.fault:
        return Cell(printable(f"{cell.text} {FAULTY}"), "absent")
    if not item.mark:
        return cell
    about = " ≈" if _approximate(item) and "≈" not in cell.text else ""
    return Cell(printable(f"{cell.text}{about} {_SYMBOLS[item.mark]}"), status_of(item))


def bar(share: Interval | None) -> Printable:
    """Return a share of 1 as a bar: solid as far as is sure, shaded as far as is possible."""
    if share is None:
        return EMPTY.text
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
