"""How the format of a cell shows its number: as per cent, and with how many decimals."""

import operator
import re
from collections.abc import Callable, Mapping
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache
from typing import NamedTuple

_TEXT = re.compile(r'"[^"]*"|\\.|[_*].')
_BRACKETS = re.compile(r"\[[^\]]*\]")
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?\d+(?:\.\d+)?)\]", re.ASCII)
_PER_CENT = re.compile(r"[%٪]")
_OTHERWISE = re.compile(r"General|/|E[+-]|[0#?],+(?![0#?,])", re.IGNORECASE)
"""What shows a number with its own decimals, as a fraction, by a power of ten, or in thousands."""

_MOST_DECIMALS = 30
"""As many decimals as Excel shows at most."""

_EXACT = Context(prec=400)
"""Room for all digits of any number that a book can hold, and for those decimals."""

_HOLDS: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}


class Look(NamedTuple):
    """How a number is shown; `decimals` is None where it is shown as it is, or not as decimals."""

    percent: bool
    decimals: int | None

    def rounded(self, value: Decimal) -> Decimal:
        """Return a number with the decimals that are shown."""
        if self.decimals is None:
            return value
        return value.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP, _EXACT)


def look(format_: str, value: Decimal) -> Look:
    """Return how a format shows a number: formats may have sections by sign or by conditions."""
    sections = _sections(format_)
    return _look(sections[_which(sections, value)])


@lru_cache
def _sections(format_: str) -> tuple[str, ...]:
    """Return the sections of a format for numbers, without the texts between the digits."""
    sections = _TEXT.sub("", format_).split(";")
    return tuple(each for each in sections[:3] if "@" not in each) or ("General",)


def _which(sections: tuple[str, ...], value: Decimal) -> int:
    """Return which section is for a number: that of its sign, unless some have a condition."""
    conditions = [_CONDITION.search(each) for each in sections[:2]]
    if not any(conditions):
        of_sign = (value > 0, value < 0, value == 0).index(True)
        return of_sign if of_sign < len(sections) else 0
    for at, each in enumerate(conditions):
        if each and _HOLDS[each[1]](value, Decimal(each[2])):
            return at
    return conditions.index(None) if None in conditions else len(sections) - 1


@lru_cache
def _look(section: str) -> Look:
    digits = _BRACKETS.sub("", section)
    percent = bool(_PER_CENT.search(digits))
    if not re.search("[0#?]", digits) or _OTHERWISE.search(digits):
        return Look(percent, None)
    found = re.search(r"\.([0#?]+)", digits)
    return Look(percent, min(len(found[1]), _MOST_DECIMALS) if found else 0)
