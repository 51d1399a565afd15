"""TOML text as data, every number with the digits that the text prints."""

import re
from decimal import Context
from typing import Any

import rtoml

from scorecard.diagnostic import Finding
from scorecard.files import rules, spans

Data = dict[str, object]

# A float keeps its value but not its digits where they end in 0, are very many or very small.
_LOSES_DIGITS = re.compile(r"\.[0-9_]+0(?![0-9])|[0-9][eE_]|[0-9.]{16}")
_DECIMAL = re.compile(r"[-+]?[0-9][0-9_]*(?:\.[0-9_]+)?(?:[eE][-+]?[0-9_]+)?")
_PLACE = re.compile(r" at line ([0-9]+) column ([0-9]+)\Z")


def read(text: str) -> Data | Finding:
    """Return the data of the document, or the finding that says where it is no TOML.

    Numbers are int, float, or Decimal where a float would lose printed digits.
    """
    try:
        data: Data = rtoml.loads(text)
    except rtoml.TomlParsingError as error:
        return _fault(str(error), text)
    if _LOSES_DIGITS.search(text):
        _restore_digits(data, text)
    return data


def _restore_digits(data: Data, text: str) -> None:
    """Put the exact number in the place of each float, in place."""
    for path, span in spans.index(text).values.items():
        literal = text[span.start : span.end]
        if _DECIMAL.fullmatch(literal):
            holder: Any = data
            for part in path[:-1]:
                holder = holder[part]
            if isinstance(holder[path[-1]], float):
                # A context of its own takes any exponent; one out of reach is refused later.
                digits = Context(prec=len(literal))
                holder[path[-1]] = digits.create_decimal(literal.replace("_", ""))


def _fault(message: str, text: str) -> Finding:
    reason, *numbers = _PLACE.split(message)[:3]
    line, column = map(int, numbers or ("1", "1"))
    line_start = sum(len(row) + 1 for row in text.split("\n")[: line - 1])
    offset = min(line_start + column - 1, len(text))
    place = (offset, min(offset + 1, len(text)))
    if reason == "duplicate key":
        return Finding(rules.DUPLICATE, place=place)
    return Finding(rules.SYNTAX, arguments={"reason": reason, "hint": ""}, place=place)
