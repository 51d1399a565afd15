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
    rest, places = denominator, 0
    for prime in (2, 5):
        asked = 0
        while rest % prime == 0:
            rest, asked = rest // prime, asked + 1
        # A factor of 2 or 5 below the stroke asks for one more decimal, and for no more than one.
        places = max(places, asked)
    if rest == 1:
        return _pointed(numerator * 10**places // denominator, places)
    kept = KEPT
    value = _divided(numerator, denominator, kept)
    while value == value.to_integral_value():
        # What is no whole number is never written as one.
        kept *= 2
        value = _divided(numerator, denominator, kept)
    return f"{value:f}".rstrip("0")


def _divided(numerator: int, denominator: int, digits: int) -> Decimal:
    context = Context(prec=digits, rounding=ROUND_HALF_EVEN)
    return context.divide(Decimal(numerator), Decimal(denominator))


def one_decimal(number: Fraction, landmarks: Landmarks = (0, 100), toward: int = 0) -> str:
    """Return the number to one decimal, or to as many as tell it from each landmark that it is not.

    It is rounded down for `toward` -1, up for 1, else to the nearest.

    So 99.97 is not shown as 100.0, nor 0.04 as 0.0; what even six decimals do not tell apart
    from a landmark is shown as above or below it (`<100`).
    """
    over, under = number.numerator, number.denominator
    # Whole numbers are held against one another faster than fractions.
    ends = [(landmark.numerator, landmark.denominator) for landmark in landmarks]
    sides = [(*end, side) for end in ends if (side := _sign(over * end[1] - end[0] * under))]
    for decimals in range(1, MOST_DECIMALS + 1):
        scale = 10**decimals
        whole = _whole(over * scale, under, toward)
        if all(_sign(whole * below - above * scale) == side for above, below, side in sides):
            return _pointed(whole, decimals)
    others = [Fraction(above, below) for above, below, _ in sides]
    nearest = min(others, key=lambda other: abs(other - number))
    return f"{'>' if number > nearest else '<'}{decimal_text(nearest)}"


def interval_text(
    interval: Interval, possible: Interval = UNLIMITED, landmarks: Landmarks = (0, 100)
) -> str:
    """Return an interval to one decimal: `98.6`, `> 98.0`, `≤ 11.8`, `80.1–92.8`, `≈ 4.5`.

    An end that lies where the possible ends is not worth saying: more than 98 of at most 100
    is shown as `> 98.0`. Ends are rounded outward, so that what is shown holds all of it.
    """
    low = None if interval.low == possible.low else interval.low
    high = None if interval.high == possible.high else interval.high
    if interval.low == interval.high and interval.low is not None:
        text = _point(interval.low, interval.low_side, landmarks)
    elif low is not None and high is not None:
        text = _span(low, high, landmarks)
    elif low is not None:
        text = _signed(">" if interval.low_side else "≥", one_decimal(low, landmarks, -1))
    elif high is not None:
        text = _signed("<" if interval.high_side else "≤", one_decimal(high, landmarks, 1))
    elif interval.low is not None and interval.high is not None:
        text = _span(interval.low, interval.high, landmarks)
    else:
        text = "?"
    return f"≈ {text}" if interval.approximate else text


def amount_text(interval: Interval) -> str:
    """Return an interval with all its digits: `110.5`, `≥ 88000`, `40–42`."""
    low = "" if interval.low is None else decimal_text(interval.low)
    high = "" if interval.high is None else decimal_text(interval.high)
    if low and high:
        text = "–".join(dict.fromkeys((low, high)))
    elif low:
        text = f"{'>' if interval.low_side else '≥'} {low}"
    elif high:
        text = f"{'<' if interval.high_side else '≤'} {high}"
    else:
        text = "?"
    return f"≈ {text}" if interval.approximate else text


def _point(number: Fraction, side: int, landmarks: Landmarks) -> str:
    """Return a number; at a landmark it says on which side of it the truth lies."""
    text = one_decimal(number, landmarks)
    return f"{'>' if side > 0 else '<'} {text}" if side and number in landmarks else text


def _span(low: Fraction, high: Fraction, landmarks: Landmarks) -> str:
    ends = one_decimal(low, landmarks, -1), one_decimal(high, landmarks, 1)
    return "–".join(dict.fromkeys(ends))


def _signed(sign: str, text: str) -> str:
    # A number that is itself shown as above or below a landmark says so once: `> 0`.
    nearby = {">": ">", "≥": ">", "<": "<", "≤": "<"}[sign]
    return f"{nearby} {text[1:]}" if text.startswith(nearby) else f"{sign} {text}"


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)


def _whole(over: int, under: int, toward: int) -> int:
    """Return the whole number next to a fraction: below it, above it, or the nearest."""
    if toward < 0:
        return over // under
    if toward > 0:
        return -(-over // under)
    # Half a unit more, rounded down, is the nearest; away from 0 where both are as near.
    return _sign(over) * ((2 * abs(over) + under) // (2 * under))


def _pointed(whole: int, decimals: int) -> str:
    digits = f"{abs(whole):0{decimals + 1}d}"
    return f"{'-' if whole < 0 else ''}{digits[:-decimals]}.{digits[-decimals:]}"
