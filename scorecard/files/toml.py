"""TOML text as data, every number with the digits that the text prints."""

import re
from decimal import Context
from typing import Any

import rtoml

from scorecard.diagnostic import Finding
from scorecard.files import limits, spans, syntax

Data = dict[str, object]

# A float keeps its value but not its digits where they end in 0, are very many or very small.
_LOSES_DIGITS = re.compile(r"\.[0-9_]+0(?![0-9])|[0-9][eE_]|[0-9.]{16}")
_DECIMAL = re.compile(r"[-+]?[0-9][0-9_]*(?:\.[0-9_]+)?(?:[eE][-+]?[0-9_]+)?")


def read(text: str) -> Data | tuple[Finding, ...]:
    """Return the data of the document, or the findings that say where it is no TOML, or too much.

    Numbers are int, float, or Decimal where a float would lose printed digits.
    """
    try:
        data: Data = rtoml.loads(text)
    except rtoml.TomlParsingError:
        return tuple(syntax.faults(text))
    if too_much := limits.too_much(data, text):
        return (too_much,)
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
