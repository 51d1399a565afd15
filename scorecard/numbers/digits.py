"""Exact numbers as text that never says more than they do."""

from collections.abc import Collection
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from functools import lru_cache

from scorecard.numbers.interval import Interval

UNLIMITED = Interval(None, None)
Landmarks = Collection[Fraction | int]

REMEMBERED = 1 << 14
"""How many texts of numbers are remembered: one number comes over and over."""

KEPT = 15
"""Significant digits written for a number that no decimal text gives exactly."""

MOST_DECIMALS = 6
"""The most decimals spent on telling a number from a landmark that it is not."""


def decimal_text(number: Fraction | Decimal | int) -> str:
    """Return the number in decimal digits: exactly, or to 15 significant ones where it has no end.

    There is no exponent, and no 0 after the last decimal.
    """
    if isinstance(number, Decimal):
        number = Fraction(number)
    numerator, denominator = number.numerator, number.denominator
    return str(numerator) if denominator == 1 else _decimals(numerator, denominator)


@lru_cache(maxsize=REMEMBERED)
def _decimals(numerator: int, denominator: int) -> str:
    """Return a number that is no whole one in decimal digits."""
    # What a denominator of 2s and 5s alone divides has no more decimals than that has bits.
    places = denominator.bit_length()
    whole, rest = divmod(numerator * 10**places, denominator)
    if rest == 0:
        return _pointed(whole, places).rstrip("0")
    value, kept = Decimal(0), KEPT
    while value == value.to_integral_value():
        # What is no whole number is never written as one.
        value = Context(kept, ROUND_HALF_EVEN).divide(Decimal(numerator), Decimal(denominator))
        kept *= 2
    return f"{value:f}".rstrip("0")


def one_decimal(
    number: Fraction, landmarks: Landmarks = (0, 100), toward: int = 0, least: int = 1
) -> str:
    """Return the number to one decimal, or to as many as tell it from each landmark that it is not.

    It is rounded down for `toward` -1, up for 1, else to the nearest; there are at least as many
    decimals as are asked for.

    So 99.97 is not shown as 100.0, nor 0.04 as 0.0; what even six decimals do not tell apart
    from a landmark is shown as above or below it (`<100`).
    """
    others = [landmark for landmark in landmarks if landmark != number]
    for decimals in range(least, max(least, MOST_DECIMALS) + 1):
        power = 10**decimals
        whole = _whole(number, power, toward)
        if all(_same_side(whole, power, number, other) for other in others):
            return _pointed(whole, decimals)
    nearest = min(others, key=lambda other: abs(other - number))
    return f"{'>' if number > nearest else '<'}{decimal_text(nearest)}"


def interval_text(
    interval: Interval,
    possible: Interval = UNLIMITED,
    landmarks: Landmarks = (0, 100),
    least: int = 1,
) -> str:
    """Return an interval to one decimal: `98.6`, `> 98.0`, `≤ 11.8`, `80.1–92.8`, `≈ 4.5`.

    An end that lies where the possible ends is not worth saying: more than 98 of at most 100
    is shown as `> 98.0`. Ends are rounded outward, so that what is shown holds all of it.
    There are at least as many decimals as are asked for.
    """
    if interval.low == interval.high and interval.low is not None:
        text = _point(interval.low, interval.low_side, landmarks, least)
        return f"≈ {text}" if interval.approximate else text
    # Where nothing else is left, even ends that the possible has are said.
    if None not in interval[:2] and interval[:2] == possible[:2]:
        possible = UNLIMITED
    low = high = ""
    if interval.low is not None and interval.low != possible.low:
        low = one_decimal(interval.low, landmarks, -1, least)
    if interval.high is not None and interval.high != possible.high:
        high = one_decimal(interval.high, landmarks, 1, least)
    return _ends_text(interval, low, high)


def apart_text(interval: Interval, others: Landmarks = ()) -> str:
    """Return an interval to six decimals, or to as many as tell it from each other number.

    Of a span each end has one decimal, or as many as that takes.
    """
    number, side = interval.low, interval.low_side
    if number is None or number != interval.high:
        return interval_text(interval, landmarks=(0, 100, *others))
    places = MOST_DECIMALS
    while round(number, places) != number and round(number, places) in others:
        places += 1
    sign = f"{'>' if side > 0 else '<'} " if side else ""
    about = "≈ " if interval.approximate else ""
    return f"{about}{sign}{decimal_text(round(number, places))}"


def amount_text(interval: Interval) -> str:
    """Return an interval with all its digits: `110.5`, `≥ 88000`, `40–42`."""
    low = "" if interval.low is None else decimal_text(interval.low)
    high = "" if interval.high is None else decimal_text(interval.high)
    return _ends_text(interval, low, high)


def _ends_text(interval: Interval, low: str, high: str) -> str:
    """Return the texts of its ends as one, where an empty one is not said."""
    if low and high:
        if low != high:
            low = f">{low}" if interval.low_side > 0 else low
            high = f"<{high}" if interval.high_side < 0 else high
        text = "–".join(dict.fromkeys((low, high)))
    elif low:
        text = _signed(">" if interval.low_side else "≥", low)
    elif high:
        text = _signed("<" if interval.high_side else "≤", high)
    else:
        text = "?"
    return f"≈ {text}" if interval.approximate else text


def _point(number: Fraction, side: int, landmarks: Landmarks, least: int) -> str:
    """Return a number; at a landmark it says on which side of it the truth lies."""
    text = one_decimal(number, landmarks, 0, least)
    return f"{'>' if side > 0 else '<'} {text}" if side and number in landmarks else text


def _signed(sign: str, text: str) -> str:
    # A number that is itself shown as above or below a landmark says so once: `> 0`.
    nearby = ">" if sign in ">≥" else "<"
    return f"{nearby} {text[1:]}" if text.startswith(nearby) else f"{sign} {text}"


def _whole(number: Fraction, power: int, toward: int) -> int:
    """Return the whole number below, above or nearest to the number times a power of ten.

    It is the one away from 0 where both are near.
    """
    above, below = number.numerator * power, number.denominator
    if toward:
        return above // below if toward < 0 else -(-above // below)
    nearest = (2 * abs(above) + below) // (2 * below)
    return nearest if above > 0 else -nearest


def _same_side(whole: int, power: int, number: Fraction, other: Fraction | int) -> bool:
    """Whether a whole number of parts is shown on the side of another on which the number lies."""
    shown, there = whole * other.denominator, other.numerator * power
    return shown > there if number > other else shown < there


def _pointed(whole: int, decimals: int) -> str:
    digits = f"{abs(whole):0{decimals + 1}d}"
    return f"{'-' if whole < 0 else ''}{digits[:-decimals]}.{digits[-decimals:]}"
