"""What a unit would need for the next band, by indicator."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import ceil, floor

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.next_band import Gain, next_band
from scorecard.numbers.digits import decimal_text, one_decimal
from scorecard.numbers.interval import above, exactly
from scorecard.report import cells, texts
from scorecard.report.blocks import Block, Cell, Heading
from scorecard.report.columns import ReportColumn, table_of
from scorecard.text.printable import Printable, printable

_FINE = 2
"""How many decimals points have that are missing, and that are gained: few are often at stake."""


def next_band_blocks(assessment: Assessment, words: Words) -> Iterator[Block]:
    """Yield what the next band takes, if there is one and that can be said."""
    ahead, total = next_band(assessment), assessment.total
    if ahead is None:
        return
    sure = "exactly" if total.points.exact else "up-to"
    band = words.name(ahead.band.name)
    points = words.number(one_decimal(ahead.points, (), 1, _FINE))
    yield Heading(words(f"next-band.{sure}", band=band, points=points, most=total.most), level=2)
    short = ahead.points - sum(gain.points for gain in ahead.gains)
    # What suffices is rounded as what is missing is, so that it looks as if it does.
    yield table_of(gain_columns(-1 if short > 0 else 1), ahead.gains, words)
    if short > 0:
        left = words.number(one_decimal(short, (), 1, _FINE))
        yield texts.note(words("next-band.short", points=left), words)
    if ahead.required:
        names = texts.indicator_names(ahead.required, words)
        yield texts.note(words("next-band.requires", names=names), words)


def _needed(gain: Gain, words: Words) -> Printable:
    """Return what is needed of an indicator, rounded to the safe side.

    It is a share of its points where the value for that is not known.
    """
    indicator, value = gain.item.indicator, gain.value
    if value is None:
        share = words.number(one_decimal(gain.then * HUNDRED, (), 1))
        return words("next-band.share", share=share)
    if indicator.yes_no:
        return words("quantity.done") if value else words("quantity.not_done")
    own = gain.item.value
    down = indicator.direction == "lower" or (own is not None and above(own, exactly(value)))
    if indicator.counted:
        value = Fraction(floor(value) if down else ceil(value))
    whole = value.denominator == 1
    digits = decimal_text(value) if whole else one_decimal(value, (), -1 if down else 1)
    text = words.number(digits)
    return printable(f"{text} %" if indicator.percent else text)


def gain_columns(toward: int) -> Sequence[ReportColumn[Gain]]:
    """Return what is told of gains; their points are rounded up or down."""

    def name(gain: Gain, words: Words) -> Printable:
        return words.name(gain.item.indicator.name)

    def now(gain: Gain, words: Words) -> Cell:
        return cells.value_cell(gain.item, words)

    def points(gain: Gain, words: Words) -> Printable:
        return words.number(one_decimal(gain.points, (0,), toward, _FINE))

    return (
        ReportColumn("indicator", name, key=True),
        ReportColumn("next-band.now", now, "number"),
        ReportColumn("next-band.then", _needed, "number"),
        ReportColumn("next-band.gain", points, "number"),
    )
