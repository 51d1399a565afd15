"""Quantities as reports state them: 98.56, more than 98, nearly 20,000, 12 of 18."""

import re
from decimal import Context, Decimal
from enum import Enum
from fractions import Fraction
from typing import NamedTuple

from scorecard.numbers.interval import Interval, exactly, within
from scorecard.numbers.saying import Saying, saying

DIGITS = 15
"""The most significant digits a number may have: as many as every reader keeps exactly."""

LONGEST = 100
"""The most characters of a number that are read; any that is kept can be written with fewer."""

MOST_WHOLE_DIGITS = 2 * DIGITS + 1
"""The most digits before the point; not all of them can be significant."""

# It takes any exponent: what is out of its reach is infinite, or 0.
_READER = Context(prec=LONGEST, traps=[])

_NUMBER = r"-?[0-9]+(?:\.[0-9]+)?"
_PLAIN = re.compile(_NUMBER, re.ASCII)
SPELLING = re.compile(
    rf"(?P<sign>>=|<=|>~|<~|>|<|~)?(?P<first>{_NUMBER})(?:(?P<link>\.\.|/)(?P<second>{_NUMBER}))?",
    re.ASCII,
)
"""Every spelling of a quantity in a string; a sign goes with a single number only."""


class Form(Enum):
    """How a quantity says what it says; the value is its spelling around the numbers."""

    EXACT = "{0}"
    ABOVE = ">{0}"
    AT_LEAST = ">={0}"
    BELOW = "<{0}"
    AT_MOST = "<={0}"
    ABOUT = "~{0}"
    NEARLY = "<~{0}"
    SOMEWHAT_OVER = ">~{0}"
    BETWEEN = "{0}..{1}"
    SHARE = "{0}/{1}"
    DONE = "true"
    NOT_DONE = "false"


# Python 3.11 looks up a member of an Enum ten times as slowly as a name.
EXACT, SHARE = Form.EXACT, Form.SHARE
"""The forms that are asked for at every figure."""

ONE_SIDED = (Form.ABOVE, Form.AT_LEAST, Form.BELOW, Form.AT_MOST)
"""Forms that say on which side of a number something lies, and not how far."""


class Quantity(NamedTuple):
    """A stated quantity: its form and its numbers, with the digits that were printed.

    `first` is the number, the lower end, the numerator, or 1 or 0 for done or not;
    `second` is the upper end or the denominator.
    """

    form: Form
    first: Decimal
    second: Decimal | None = None


class UnreadableQuantityError(ValueError):
    """Text or a number that states no quantity; `reason` says why, `hint` how to mend it.

    `meant` is the spelling that is surely meant, if one is; where the text says what is `counted`,
    only if that is the unit of measure of its indicator.
    """

    def __init__(self, reason: Saying, hint: Saying, meant: str = "", counted: str = "") -> None:
        super().__init__(reason.key)
        self.reason = reason
        self.hint = hint
        self.meant = meant
        self.counted = counted


DONE = Quantity(Form.DONE, Decimal(1))
NOT_DONE = Quantity(Form.NOT_DONE, Decimal(0))

_FORMS = {re.sub(r"\{[01]\}", "", form.value): form for form in Form}
"""Forms by the sign or link that spells them."""

_SIDES = {Form.ABOVE: 1, Form.BELOW: -1, Form.SOMEWHAT_OVER: 1, Form.NEARLY: -1}
"""On which side of its number a form lies, where not at it."""


def parse(text: str) -> Quantity:
    """Read a quantity from a string; raise UnreadableQuantityError where it states none."""
    match = _spelled(text)
    if match is None:
        # Few texts need it, and no number.
        from scorecard.numbers.wording import ANY_SPELLING, Wording, nearest_spelling

        said = Wording(ANY_SPELLING) if len(text) > LONGEST else nearest_spelling(text, states)
        reason = saying("quantity.none")
        raise UnreadableQuantityError(reason, said.hint, said.meant, said.counted)
    first = number(match["first"])
    if match["second"] is None:
        return Quantity(_FORMS[match["sign"] or ""], first)
    second = number(match["second"])
    if match["link"] == "..":
        if first > second:
            from scorecard.numbers.wording import forwards

            hint = forwards(f"{first:f}", f"{second:f}")
            raise UnreadableQuantityError(saying("quantity.backwards"), hint)
    elif second < 0 or (second == 0 and first != 0):
        raise UnreadableQuantityError(
            saying("quantity.no-share", whole=f"{second:f}"), saying("quantity.whole-above-0")
        )
    return Quantity(_FORMS[match["link"]], first, second)


def number(text: str) -> Decimal:
    """Read one number; raise UnreadableQuantityError where its digits are more than are kept."""
    if len(text) <= DIGITS and _PLAIN.fullmatch(text):
        return Decimal(text)
    if len(text) > LONGEST:
        raise UnreadableQuantityError(saying("quantity.characters", most=LONGEST), _AS_PRINTED)
    value = _READER.create_decimal(text)
    _, digits, exponent = value.as_tuple()
    if not isinstance(exponent, int) and text.lstrip("+-").isalpha():
        raise UnreadableQuantityError(saying("quantity.infinity"), saying("quantity.missing"))
    if not isinstance(exponent, int) or (value and value.adjusted() >= MOST_WHOLE_DIGITS):
        hint = saying("quantity.whole-digits", most=MOST_WHOLE_DIGITS)
        raise UnreadableQuantityError(saying("quantity.too-large"), hint)
    if value.adjusted() >= MOST_WHOLE_DIGITS:
        raise UnreadableQuantityError(saying("quantity.zero-exponent"), _ZERO)
    if value.adjusted() < -DIGITS:
        raise UnreadableQuantityError(saying("quantity.near-0"), _ZERO)
    if len("".join(map(str, digits)).strip("0")) > DIGITS:
        raise UnreadableQuantityError(saying("quantity.digits", most=DIGITS), _AS_PRINTED)
    if exponent < -DIGITS:
        raise UnreadableQuantityError(saying("quantity.decimals", most=DIGITS), _AS_PRINTED)
    return value


def spell(quantity: Quantity) -> str:
    """Return the spelling that a file has; `parse` reads it back, done or not apart."""
    numbers = (quantity.first, quantity.second)
    return quantity.form.value.format(*(f"{each:f}" for each in numbers if each is not None))


def bounds(quantity: Quantity, limits: Interval, *, percent: bool) -> Interval:
    """Return all values the quantity allows, cut to the limits of its indicator.

    A share is `first / second` in per cent where the indicator is a percentage, else `first`.
    """
    first, side = Fraction(quantity.first), _SIDES.get(quantity.form, 0)
    match quantity.form:
        case Form.ABOVE | Form.AT_LEAST:
            stated = Interval(first, None, low_side=side)
        case Form.BELOW | Form.AT_MOST:
            stated = Interval(None, first, high_side=side)
        case Form.ABOUT | Form.NEARLY | Form.SOMEWHAT_OVER:
            stated = Interval(first, first, side, side, approximate=True)
        case Form.BETWEEN:
            stated = Interval(first, Fraction(quantity.second or 0))
        case Form.SHARE if percent:
            stated = exactly(first * 100 / Fraction(quantity.second or 1))
        case _:
            stated = exactly(first)
    return within(stated, limits)


def nothing_of_nothing(quantity: Quantity) -> bool:
    """Whether a quantity is 0/0, which is neither a number nor a share."""
    return quantity.form is SHARE and quantity.second == 0


def decimals(quantity: Quantity) -> int:
    """Return how many digits are printed after the decimal mark."""
    exponent = quantity.first.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def states(text: str) -> bool:
    """Whether a string states a quantity."""
    try:
        return _spelled(text) is not None and parse(text) is not None
    except UnreadableQuantityError:
        return False


def _spelled(text: str) -> re.Match[str] | None:
    match = SPELLING.fullmatch(text)
    return None if match and match["sign"] and match["link"] else match


_ZERO = saying("hint.write", text=0)
_AS_PRINTED = saying("quantity.as-printed")
