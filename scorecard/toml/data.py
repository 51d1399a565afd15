"""TOML text as data, every number with the digits that the text prints."""

import re
from collections import defaultdict
from collections.abc import Mapping
from decimal import Context, Decimal
from typing import Any

import rtoml

from scorecard.diagnostic import Finding
from scorecard.toml import limits

Data = dict[str, object]

# A float keeps its value but not its digits where they end in 0, are very many or very small.
_LOSES_DIGITS = re.compile(r"\.[0-9_]+0(?![0-9])|[0-9][eE_]|[0-9.]{16}")
_TELLING_DIGITS = re.compile(
    r"\.(?:[0-9_]{2,}0(?![0-9])|[0-9_]{9})|[0-9][eE][-+]?[0-9]|[0-9_]{8}\.[0-9]"
)
_NUMBER_OR_TEXT = re.compile(
    # Texts and comments are matched to be passed over. A key may look like a number: then the
    # number is printed in two ways at worst.
    r'"""(?:[^"\\]|\\.|"(?!""))*"{3,5}|\'\'\'(?:[^\']|\'(?!\'\'))*\'{3,5}'
    r'|"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*'
    r"|(?P<number>(?<![\w.+-])[-+]?[0-9][0-9_]*(?:\.[0-9_]+(?:[eE][-+]?[0-9_]+)?|[eE][-+]?[0-9_]+))",
    re.DOTALL,
)
_DECIMAL = re.compile(r"[-+]?[0-9][0-9_]*(?:\.[0-9_]+)?(?:[eE][-+]?[0-9_]+)?")


def read(text: str) -> Data | tuple[Finding, ...]:
    """Return the data of the document, or the findings that say where it is no TOML, or too much.

    Numbers are int, float, or Decimal where a float would lose printed digits.
    """
    data = parse(text)
    return exact(data, text) if isinstance(data, dict) else data


def parse(text: str) -> Data | tuple[Finding, ...]:
    """Return the data of the document as they are, or the findings that say where it is no TOML."""
    try:
        data: Data = rtoml.loads(text)
    except rtoml.TomlParsingError:
        from scorecard.toml.coaching import syntax

        return tuple(syntax.faults(text))
    return data


def exact(data: Data, text: str) -> Data | tuple[Finding, ...]:
    """Return data with all printed digits, in place, or the finding that says they are too much."""
    if too_much := limits.too_much(data, text):
        return (too_much,)
    if _LOSES_DIGITS.search(text):
        _restore_digits(data, text)
    return data


def digits_tell(text: str, *, rounding: bool) -> bool:
    """Whether floats would say less than printed digits do, to rules on one number by itself.

    So it is with very many decimals, and with such as look like thousands; where it counts how a
    number was rounded, with any digits that a float does not have.
    """
    telling = _LOSES_DIGITS if rounding else _TELLING_DIGITS
    return telling.search(text) is not None


def _restore_digits(data: Data, text: str) -> None:
    """Put the exact number in the place of each float that is not printed as it is, in place."""
    printed: dict[float, set[str]] = defaultdict(set)
    for match in _NUMBER_OR_TEXT.finditer(text):
        if literal := match["number"]:
            printed[float(literal)].add(literal)
    unlike = {value for value, literals in printed.items() if literals != {repr(value)}}
    if any(len(printed[value]) > 1 for value in unlike):
        # One number printed in two ways: only its place tells which way is meant where.
        _restore_by_place(data, text)
    else:
        _restore_by_value(data, {value: _exact(*printed[value]) for value in unlike})


def _restore_by_value(holder: dict[Any, Any] | list[Any], exact: Mapping[float, Decimal]) -> None:
    items = holder.items() if isinstance(holder, dict) else enumerate(holder)
    for part, value in items:
        if isinstance(value, float):
            if value in exact:
                holder[part] = exact[value]
        elif isinstance(value, dict | list):
            _restore_by_value(value, exact)


def _restore_by_place(data: Data, text: str) -> None:
    from scorecard.toml import positions

    for path, span in positions.index(text).values.items():
        literal = text[span.start : span.end]
        if _DECIMAL.fullmatch(literal):
            holder: Any = data
            for part in path[:-1]:
                holder = holder[part]
            if isinstance(holder[path[-1]], float):
                holder[path[-1]] = _exact(literal)


def _exact(literal: str) -> Decimal:
    # A context of its own takes any exponent; one out of reach is refused later.
    return Context(prec=len(literal)).create_decimal(literal.replace("_", ""))
