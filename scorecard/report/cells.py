"""What a figure comes to as the cells of a table: value, target, completion, bar, verdict."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from math import ceil, floor
from string import punctuation
from urllib.parse import quote

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED
from scorecard.measure.change import Change
from scorecard.measure.completion import completion
from scorecard.measure.mark import Mark
from scorecard.measure.measured import Measured
from scorecard.measure.outcome import REACHED
from scorecard.measure.target import Threshold
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Source
from scorecard.numbers.digits import UNLIMITED, interval_text
from scorecard.numbers.interval import End, Interval, exactly, high_end, low_end, times
from scorecard.numbers.period import parse
from scorecard.report.blocks import EMPTY, Cell, Status
from scorecard.report.periods import period_text
from scorecard.report.pictures import span_of
from scorecard.report.texts import (
    DASH,
    change_text,
    percent,
    points_text,
    quantity_text,
    share_text,
)
from scorecard.text.printable import Printable, printable

NOTHING = Cell(DASH, "quiet")

BAR = 8
"""Cells of a full bar."""

_EIGHTHS = ("", *"▏▎▍▌▋▊▉")
"""A part of a cell, by how many eighths it is."""
ZERO, ONE = Fraction(0), Fraction(1)

_FIFTHS: Sequence[End] = [(0, Fraction(edge, 5), 0) for edge in range(1, 5)]
"""Where a fifth of 1 ends and the next begins."""

NONE_AT_ALL = exactly(Fraction(0))
"""The value that keeps every limit, and that nothing can be divided by."""

FAULTY = "!"
"""The symbol of a figure that counts as missing for an error, or for its target."""

SYMBOLS: Mapping[Mark, str] = {
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
"""What stands for each mark."""

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
        text = marked(quantity_text(item.figure.value, item.indicator, words), item.supposed)
        status: Status = "strong" if item.supposed else "plain"
        return Cell(text, status, share=sure(item.completion), bounds=item.value)
    return Cell(words(f"absent.{item.absent or 'unnamed'}"), "absent")


def sure(share: Interval | None) -> Fraction | None:
    """Return how much of a share is surely reached, from 0 to 1; None where no bound says it."""
    return None if share is None or share.low is None else min(max(share.low, ZERO), ONE)


def marked(text: str, supposed: object) -> Printable:
    """Return a text with a mark where it rests on a supposed value, which nobody reported."""
    return printable(f"※ {text}" if supposed else text)


def target_cell(item: Measured, words: Words) -> Cell:
    """Return the target as stated, with its basis; a dash where there is none."""
    target = item.target
    if target is None:
        return NOTHING
    number = words.read(quantity_text(target.stated, item.indicator, words))
    return Cell(_target_text(target, item, words), number=number, bounds=target.bounds)


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
    if text is None:
        return NOTHING
    done = item.completion
    told = marked(text, item.supposed)
    return Cell(told, status_of(item), share=sure(done), bounds=percent(done))


def change_cell(change: Change | None, words: Words, supposed: object = False) -> Cell:
    """Return a change; one from a supposed value is marked."""
    if change is None:
        return NOTHING
    text = change_text(change, words)
    written = words.read(text.removeprefix("▲ ").removeprefix("▼ "))
    number = -written if written and change.arrow == "down" else written
    return Cell(marked(text, supposed), number=number, bounds=change.difference)


def points_cell(
    points: Interval | None, most: Fraction, of: Framework, items: Sequence[Measured], words: Words
) -> Cell:
    """Return points and the most of them, which alone make no number: `1.5 of 3`."""
    if points is None:
        return NOTHING._replace(status="plain")
    text = points_text(points, most, of, items, words)
    told = words("points.of", points=text, most=most)
    share = sure(times(points, 1 / most)) if most else None
    supposed = any(item.supposed for item in items)
    return Cell(marked(told, supposed), number=words.read(text), share=share, bounds=points)


def bar_cell(item: Measured, _: Words) -> Cell:
    """Return the completion as a bar in the same style."""
    return drawn(item.completion, status_of(item))


def drawn(share: Interval | None, status: Status = "plain") -> Cell:
    """Return a share of 1 as a bar, and what it is for formats that draw it themselves."""
    return Cell(bar(share), status, share=sure(share), span=share and span_of(share))


def source_cell(reference: str | None, source: Source | None) -> Cell:
    """Return where something is taken from, with the web address of that if it has one."""
    # A terminal is given nothing but ASCII for an address.
    address = quote((source and source.url) or "", safe=punctuation)
    return Cell(printable(reference or ""), "quiet", link=printable(address))


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
    return Cell(printable(f"{SYMBOLS[item.mark]} {text}"), status_of(item))


def _approximate(item: Measured) -> bool:
    """Whether a value or its target is."""
    return any(each is not None and each.approximate for each in (item.value, item.target))


def with_symbol(cell: Cell, item: Measured) -> Cell:
    """Return a cell with the symbol of the mark, or of a figure that counts as missing."""
    if item.error or item.fault:
        return cell._replace(text=printable(f"{cell.text} {FAULTY}"), status="absent")
    if not item.mark:
        return cell
    about = " ≈" if _approximate(item) and "≈" not in cell.text else ""
    text = printable(f"{cell.text}{about} {SYMBOLS[item.mark]}")
    return cell._replace(text=text, status=status_of(item))


def fifth(points: Interval | None, most: Fraction | None) -> int:
    """Return in which fifth of the most points lie, from 1; 0 where they may lie in several."""
    if points is None or not most or most < 0:
        return 0
    share = times(points, 1 / most)
    low, high = (bisect_right(_FIFTHS, end) for end in (low_end(share), high_end(share)))
    return low + 1 if low == high else 0


def shaded(cell: Cell, item: Measured) -> Cell:
    """Return a cell with the fifth of its points, where no verdict marks it already."""
    judged = item.mark not in (None, "full")
    return cell if judged else cell._replace(fifth=fifth(item.points, item.most))


def bar(share: Interval | None) -> Printable:
    """Return a share of 1 as a bar in eighths of a cell: as far as is sure, then as is possible.

    What is possible is hatched, in whole cells; dots stand for the way to 1.
    """
    if share is None:
        return EMPTY.text
    one = share.low == share.high and share.low is not None
    sure = _eighths(low_end(share), round if one else floor)
    possible = sure if one else _eighths(high_end(share), ceil)
    last = min(ceil(possible / 8), BAR - (possible < 8 * BAR and sure < 8 * (BAR - 1)))
    if possible > sure and ceil(sure / 8) == last:
        # Both ends lie in one cell, which is hatched to tell that they differ.
        sure -= sure % 8
    solid = "█" * (sure // 8) + _EIGHTHS[sure % 8]
    return printable((solid + "▒" * (last - len(solid))).ljust(BAR, "·"))


def _eighths(end: End, rounded: Callable[[Fraction], int]) -> int:
    """Return how many eighths of cells an end fills: all or none only where it is all or none."""
    infinity, share, _ = end
    if infinity:
        return 8 * BAR if infinity > 0 else 0
    least = int(rounded is not floor and end > (0, Fraction(0), 0))
    most = 8 * BAR - (end < (0, Fraction(1), 0))
    return min(max(rounded(share * 8 * BAR), least), most)
