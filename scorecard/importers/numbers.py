"""What one cell says: a quantity, an absence, or a doubt in words."""

import re
from datetime import date
from decimal import Decimal
from typing import Literal, NamedTuple

from scorecard.i18n.sayings import say
from scorecard.importers.cells import Cell, shown
from scorecard.importers.measures import advice, repeats
from scorecard.importers.number_format import look
from scorecard.model.fields import Text
from scorecard.numbers import quantity
from scorecard.numbers.digits import decimal_text
from scorecard.numbers.quantity import Form, UnreadableQuantityError
from scorecard.numbers.wording import NAMING, answer

HUNDRED = 100
ZERO_DASH = re.compile(r"\s*[-–—−]+\s*")
_THREE = re.compile(r"(?<![\d.,])[1-9]\d{0,2}[.,]\d{3}(?![\d.,])")
_PER_CENT = re.compile(r"[%٪]")
_FITS, _OFF = 2, 5
"""Within how many times of another number one fits it, and beyond how many it is off: as slips."""

_MANY, _MOST_SHOWN = 3, 6
"""How many decimals more are many, and how many a column of usual width has room for."""

_TOO_MANY = 1000
_MOST_DIGITS = 30
_MOST_DAY, _FIRST_YEAR, _LAST_YEAR = 31, 1990, 2100


class Reading(NamedTuple):
    """How numbers of a book are read, as its map says it."""

    thousands: str
    dash: Literal["zero", "missing", "not-applicable"]
    percent: Literal["formatted", "stored"]
    digits: Literal["stored", "shown"]


class Wanted(NamedTuple):
    """What an amount is to be: in per cent, an answer; what it is near; and in what it is.

    `most` is up to where it is said to go in per cent, if that is said.
    """

    percent: bool = False
    answer: bool = False
    near: Decimal | None = None
    unit: Text = ""
    most: Decimal | None = None


class Doubt(NamedTuple):
    """Why a cell is not imported: the code of a finding, and what fills its message in."""

    code: str
    arguments: dict[str, object]


class Absent(NamedTuple):
    """A cell that says that there is no value."""

    kind: Literal["missing", "not-applicable"]


Amount = str | Absent | Doubt
"""A quantity as a scorecard spells it, an absence, or a doubt."""


def amount(cell: Cell | None, wanted: Wanted, reading: Reading) -> Amount:
    """Return what a cell states; nothing is computed and nothing guessed."""
    if cell is None:
        return Absent("missing")
    if cell.error or cell.unsolved:
        return Doubt("SC010", {"text": cell.error}) if cell.error else Doubt("SC012", {})
    stated = _value(cell, wanted, reading)
    if isinstance(stated, str) and wanted.percent and (less := _without_slip(stated, wanted)):
        return Doubt("SC019", {"text": stated, "less": decimal_text(less)})
    return stated


def is_too_fine(cell: Cell) -> bool:
    """Whether a number is stored with many more decimals than its cell shows."""
    if not isinstance(cell.value, Decimal):
        return False
    seen = look(cell.format, cell.value)
    shown = _MOST_SHOWN if seen.decimals is None else seen.decimals
    hundredth = 2 if seen.percent else 0
    exponent = cell.value.as_tuple().exponent
    return isinstance(exponent, int) and -exponent - hundredth >= shown + _MANY


def fixes_decimals(cell: Cell) -> bool:
    """Whether the format of a cell says how many decimals it shows of its number."""
    return isinstance(cell.value, Decimal) and look(cell.format, cell.value).decimals is not None


def _without_slip(stated: str, wanted: Wanted) -> Decimal | None:
    """Return what may be meant by too many per cent: 97.6 by 976, 12.5 by 1250.

    It is what fits the number to compare with that the amount is off; where there is none, shares
    and growth alike stay below a thousand per cent.
    """
    form, number, _ = quantity.parse(stated)
    if form is Form.SHARE or number <= max(HUNDRED, wanted.most or 0):
        return None
    lesser = (number.scaleb(-power) for power in (1, 2, 3))
    near = wanted.near
    if near and near > 0:
        fitting = (each for each in lesser if _are_apart(near, number) and _fit(near, each))
    else:
        fitting = (each for each in lesser if number > _TOO_MANY and each <= HUNDRED)
    return next(fitting, None)


def _fit(one: Decimal, other: Decimal) -> bool:
    return max(one, other) <= _FITS * min(one, other)


def _are_apart(one: Decimal, other: Decimal) -> bool:
    return max(one, other) > _OFF * min(one, other)


def _value(cell: Cell, wanted: Wanted, reading: Reading) -> Amount:
    value = cell.value
    if isinstance(value, bool):
        return str(value).lower() if wanted.answer else Doubt("SC011", _no_number(shown(cell)))
    if isinstance(value, date):
        return Doubt("SC013", {"text": shown(cell), "guess": _date_guess(value)})
    if isinstance(value, Decimal):
        return _number(value, cell.format, wanted, reading)
    return _text(shown(cell), wanted, reading)


def _date_guess(day: date) -> str:
    """Say what may have been typed: 12/19 and 5-6 become days."""
    typed = [f"{day.day}/{day.month}", f"{day.month}/{day.day}"]
    if day.day == 1 and not _FIRST_YEAR <= day.year <= _LAST_YEAR - 1:
        typed.append(f"{day.month}/{day.year % HUNDRED}")
    elif day.day == 1:
        typed.append(f"{day.month}/{day.year % HUNDRED:02}")
    return say("list.or").join(dict.fromkeys(typed))


def _number(value: Decimal, format_: str, wanted: Wanted, reading: Reading) -> Amount:
    seen = look(format_, value)
    if seen.percent and not wanted.percent:
        return Doubt("SC015", {"text": f"{seen.rounded(value.scaleb(2)):f} %"})
    exact = value.scaleb(2) if seen.percent and reading.percent == "formatted" else value
    if reading.digits == "shown":
        exact = seen.rounded(exact)
    if wanted.percent and not seen.percent and _may_be_share(value, wanted.near):
        return Doubt("SC016", {"text": f"{value:f}", "times": f"{value.scaleb(2):f}"})
    if abs(exact.adjusted()) > _MOST_DIGITS:
        # Of what is counted in an office, nothing is so large or so small.
        return Doubt("SC011", _no_number(f"{exact.normalize():.15g}"))
    return stated_in(f"{exact:f}", f"{exact:f}", wanted)


def _may_be_share(value: Decimal, near: Decimal | None) -> bool:
    """Whether a number of per cent may be a share of 1: 0.152 for 15.2."""
    if not 0 < value <= 1:
        return False
    if near is None or near <= 0:
        exponent = value.as_tuple().exponent
        return isinstance(exponent, int) and exponent <= -3  # noqa: PLR2004 - finer than per cent are
    return _are_apart(near, value) and _fit(near, value.scaleb(2))


def _text(text: str, wanted: Wanted, reading: Reading) -> Amount:
    if not text or ZERO_DASH.fullmatch(text):
        dash = reading.dash if text else "missing"
        return "0" if dash == "zero" else Absent(dash)
    if wanted.answer and (said := answer(text)):
        return said
    plain = _in_plain_digits(text, reading.thousands)
    if plain is None:
        return Doubt("SC014", {"text": text, "thousands": reading.thousands})
    if _PER_CENT.search(plain) and not wanted.percent:
        return Doubt("SC015", {"text": text})
    return stated_in(plain, text, wanted)


def stated_in(plain: str, text: str, wanted: Wanted) -> str | Doubt:
    """Return the quantity of a text in plain digits as a scorecard spells it, else the doubt.

    `text` is what the cell says.
    """
    try:
        return quantity.spell(quantity.parse(plain))
    except UnreadableQuantityError as error:
        unit = "percent" if wanted.percent else wanted.unit
        if error.meant and repeats(error.counted, unit):
            return error.meant
        return Doubt("SC011", _no_number(text, error, unit))


_NAMING = (*NAMING, "quantity.comma", "quantity.dotted")
"""The hints that name a spelling."""


def _no_number(
    text: str, error: UnreadableQuantityError | None = None, unit: Text = ""
) -> dict[str, object]:
    names = error is not None and error.hint.key in _NAMING
    return {"text": text, "hint": advice(error, unit) if error and names else ""}


def _in_plain_digits(text: str, thousands: str) -> str | None:
    """Return a text whose numbers have a decimal point and no thousands; None where it is open."""
    numbers = re.compile(r"\d[\d.,]*\d|\d")
    parts = []
    at = 0
    for match in numbers.finditer(text):
        plain = _one(match[0], thousands)
        if plain is None:
            return None
        parts += [text[at : match.start()], plain]
        at = match.end()
    return "".join([*parts, text[at:]])


def _one(number: str, thousands: str) -> str | None:
    if not re.search("[.,]", number):
        return number
    if not thousands:
        # One mark is one of decimals, unless three digits behind it leave that open.
        open_ = _THREE.fullmatch(number) or not re.fullmatch(r"\d+[.,]\d+", number)
        return None if open_ else number.replace(",", ".")
    decimal = "," if thousands == "." else "."
    grouped = rf"[1-9]\d{{0,2}}(?:{re.escape(thousands)}\d{{3}})+|\d+"
    if not re.fullmatch(rf"(?:{grouped})(?:{re.escape(decimal)}\d+)?", number):
        return None
    return number.replace(thousands, "").replace(decimal, ".")
