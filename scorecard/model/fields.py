"""The kinds of value that both files are made of."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Annotated, Any, Literal, NoReturn

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    StringConstraints,
    ValidatorFunctionWrapHandler,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from scorecard.i18n.sayings import say, told
from scorecard.numbers import period, quantity
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import Quantity
from scorecard.text.printable import CONTROL, INVISIBLE, JOINING, LONGEST_LINE, PICTURES


class Closed(BaseModel):
    """A table that holds its own keys and no others; the line below a key says what it is for."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


# Of what makes a default, pydantic asks how it is called: of a class of Python that takes a
# thousand times as long to tell as of a function.


def no_items() -> list[Any]:
    """Return a list without anything in it."""
    return []


def no_keys() -> dict[str, Any]:
    """Return a table without anything in it."""
    return {}


REMEMBERED = 1 << 13
"""How many stated values are remembered."""


class ReadBy:
    """Reads a value with a function alone; pydantic's own way looks into what that returns."""

    def __init__(self, read: Callable[[object], object]) -> None:
        self._read = read

    def __get_pydantic_core_schema__(self, _: object, __: object) -> CoreSchema:
        """Return how the value is read."""
        return core_schema.no_info_plain_validator_function(self._read)


class WordOr:
    """Takes a word as it is, and leaves any other value to the form that it stands beside."""

    def __init__(self, word: str, form: object) -> None:
        self._word = word
        self._form = form

    def __get_pydantic_core_schema__(self, _: object, form: GetCoreSchemaHandler) -> CoreSchema:
        """Return how the value is read; unlike a union's, its errors are at their own paths."""
        read = form.generate_schema(self._form)
        return core_schema.no_info_wrap_validator_function(self._or_word, read)

    def _or_word(self, value: object, read: ValidatorFunctionWrapHandler) -> object:
        return value if value == self._word else read(value)


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=64)]
"""The id of a framework, a unit or a source. It can name no path."""

Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]{0,63}$")]
"""The id of a group or an indicator."""

# Pydantic's patterns cannot look around, so joiners come with the letters that they stand between.
_JOINED = rf"[{JOINING}](?:[\u200c\u200d][{JOINING}])+|[{PICTURES}\ufe0f](?:\u200d[{PICTURES}])+"
_SEEN = rf"(?:[^{CONTROL}{INVISIBLE}]|{_JOINED})*"
SAFE_LINE = rf"^{_SEEN}(?:[^\s{CONTROL}{INVISIBLE}]|{_JOINED}){_SEEN}$"

_HIDDEN = CONTROL + INVISIBLE.replace("\u200b-\u200f", "\u200b\u200e\u200f")
_LINE = {
    "type": "string",
    "pattern": rf"^[^{_HIDDEN}]*[^\s{_HIDDEN}][^{_HIDDEN}]*$",
    "maxLength": LONGEST_LINE,
}
"""What JSON Schema tells of a line: joiners may be anywhere."""

Line = Annotated[
    str, StringConstraints(pattern=SAFE_LINE, max_length=LONGEST_LINE), WithJsonSchema(_LINE)
]
"""One line of text with something to read in it, and nothing that steers or hides."""

ANY_LANGUAGE = ""
"""The language of a text that is given as a plain string."""

LANGUAGE = r"^(?:[a-z]{2,3}(?:-[A-Z][a-z]{3})?)?$"
Language = Annotated[str, StringConstraints(pattern=LANGUAGE)]
"""A language by its code, with its script where that is not the usual one."""

Text = Annotated[
    Line | Annotated[dict[Language, Line], Field(min_length=1)], Field(union_mode="left_to_right")
]
"""A text by language; a plain string is the same in every language."""


def by_language(text: Text) -> Mapping[str, str]:
    """Return a text by language."""
    return {ANY_LANGUAGE: text} if isinstance(text, str) else text


def refuse(kind: str, reason: str, hint: str = "", **mend: object) -> NoReturn:
    """Refuse a value in its field: what is wrong with it, and how to mend it.

    `mend` is what a program needs to mend it, if that is sure.
    """
    raise PydanticCustomError(kind, "{reason}", {"reason": reason, "hint": hint, **mend})


def spelled(pattern: str, of: str) -> AfterValidator:
    """Return what takes a text that is spelled so; `of` ends the keys of what is said otherwise."""
    spelling = re.compile(pattern)

    def read(text: str) -> str:
        if spelling.fullmatch(text):
            return text
        fault = say(f"shape.no-{of}")
        return refuse("spelling", fault, say(f"shape.write-{of}"), fault=fault)

    return AfterValidator(read)


def _quantity(value: object) -> Quantity:
    """Return what a value of a file states."""
    try:
        # Decimals that are equal can have other digits, and 0 another sign.
        return _remembered(value) if value and type(value) is not Decimal else _stated(value)
    except quantity.UnreadableQuantityError as error:
        mend = {"meant": error.meant, "counted": error.counted} if error.meant else {}
        refuse("quantity", told(error.reason), told(error.hint), **mend)
    except TypeError:
        refuse("quantity", say("quantity.none"), say("shape.number-or-quoted"))


def _stated(value: object) -> Quantity:
    """Return what a value states."""
    if isinstance(value, Quantity):
        return value
    if isinstance(value, bool):
        return quantity.DONE if value else quantity.NOT_DONE
    if isinstance(value, str):
        return quantity.parse(value)
    if isinstance(value, int | float | Decimal):
        return Quantity(quantity.Form.EXACT, quantity.number(str(value)))
    raise TypeError(value)


_remembered = lru_cache(maxsize=REMEMBERED, typed=True)(_stated)
"""The same: some thousand values make up most files."""


def _one_of(*spellings: re.Pattern[str]) -> str:
    """Return a pattern for JSON Schema, whose groups have no names: one of these, and no more."""
    plain = (re.sub(r"\?P<[a-z]+>", "?:", spelling.pattern) for spelling in spellings)
    return f"^(?:{'|'.join(plain)})$"


SPELLED = _one_of(quantity.SPELLING).replace("^", r"^(?![<>~].*(?:/|\.\.))", 1)
"""A quantity in quotes; a sign goes with neither a range nor a share."""


NUMBER = ["integer", "number"]
"""A number in JSON Schema; Tombi explains a whole one only where it is named."""


def amount_schema(pattern: str) -> WithJsonSchema:
    """Return what JSON Schema can tell of a quantity whose spellings in quotes match a pattern."""
    return WithJsonSchema({"type": [*NUMBER, "string", "boolean"], "pattern": pattern})


Amount = Annotated[Quantity, ReadBy(_quantity), amount_schema(SPELLED)]
"""A quantity in any of its spellings."""


def _number(value: object) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        refuse("number", say("shape.no-number"), say("shape.no-quotes"))
    try:
        # The shortest text that reads back as the same float is what the file says.
        return quantity.number(str(value))
    except quantity.UnreadableQuantityError as error:
        refuse("number", told(error.reason), told(error.hint))


def _positive(value: Decimal) -> Decimal:
    return value if value > 0 else refuse("number", say("shape.above-0"))


def _share(value: Decimal) -> Decimal:
    return value if 0 <= value <= 1 else refuse("number", say("shape.share"))


Number = Annotated[Decimal, ReadBy(_number), WithJsonSchema({"type": NUMBER})]
"""A plain number, exact."""

Positive = Annotated[
    Number, AfterValidator(_positive), WithJsonSchema({"type": NUMBER, "exclusiveMinimum": 0})
]
"""A number above 0."""

Share = Annotated[
    Number, AfterValidator(_share), WithJsonSchema({"type": NUMBER, "minimum": 0, "maximum": 1})
]
"""A number from 0 to 1."""


def _period(value: object) -> Period:
    if not isinstance(value, str):
        refuse("period", say("period.text"), say("period.quotes"))
    try:
        return period.parse(value)
    except period.UnreadablePeriodError as error:
        refuse("period", told(error.reason), say("period.spellings"))


PERIOD = _one_of(*period.SPELLINGS)
"""A period in quotes."""

When = Annotated[Period, ReadBy(_period), WithJsonSchema({"type": "string", "pattern": PERIOD})]
"""A period in any of its spellings."""


YEAR = "year"


def _target_period(value: object) -> Period | Literal["year"]:
    return "year" if value == YEAR else _period(value)


TargetPeriod = Annotated[
    Period | Literal["year"],
    ReadBy(_target_period),
    WithJsonSchema({"type": "string", "pattern": PERIOD.replace("(?:", f"(?:{YEAR}|", 1)}),
]
"""A period, or the year that a figure's own period lies in."""


def with_defaults(value: object, table: str) -> object:
    """Return a file's data with what its `[defaults]` say in each table that does not say it.

    What is no table is left as it is: it is refused for that.
    """
    if not isinstance(value, dict) or not isinstance(value.get("defaults"), dict):
        return value
    usual, holder = value["defaults"], value.get(table)
    if isinstance(holder, dict):
        return {**value, table: {name: _filled(each, usual) for name, each in holder.items()}}
    if isinstance(holder, list):
        return {**value, table: [_filled(each, usual) for each in holder]}
    return value


def _filled(each: object, usual: Mapping[str, object]) -> object:
    if isinstance(each, dict):
        return {**usual, **each}
    return each if isinstance(each, list) else {**usual, "value": each}


def _format(value: object) -> int:
    if type(value) is not int or value != 1:
        newer = type(value) is int and value > 1
        hint = say("shape.newer" if newer else "shape.format-1")
        refuse("format", say("shape.format"), hint)
    return value


Format = Annotated[int, ReadBy(_format), WithJsonSchema({"const": 1, "type": "integer"})]
"""The version of the file format: 1."""

Url = Annotated[
    str, StringConstraints(pattern=rf'^https?://[^\s{CONTROL}{INVISIBLE}<>"]+$', max_length=2000)
]
"""A web address; nothing else is ever followed or linked."""

SOURCE_REFERENCE = re.compile(r"(?P<source>[a-z0-9-]{1,64})(?:#(?P<place>\S.*))?", re.ASCII)
