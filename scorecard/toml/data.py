"""TOML text as data, every number with the digits that the text prints."""

import re
from collections import defaultdict
from collections.abc import Mapping
from decimal import Context, Decimal
from itertools import chain
from typing import Any

import rtoml

from scorecard.diagnostic import Finding
from scorecard.toml import limits

Data = dict[str, object]

# A float keeps its value but not its digits where these end in 0, are very many or very small.
# Looking for what stands behind a dot is much faster than looking at each number.
_LOSING = re.compile(
    r"\.(?:[0-9_]+0|(?<=[0-9_]{8}\.)[0-9_]++|[0-9_]{9,})(?![0-9_])(?:[eE][-+]?[0-9_]++)?+"
)
_EXPONENTS = [re.compile(rf"{e}(?=[-+0-9])(?<=[0-9_]{e})[-+]?[0-9_]++") for e in "eE"]
_BEFORE = re.compile(r"(?<![\w.])[-+]?[0-9][0-9_]*+(?:\.[0-9_]++)?+\Z")
_DECIMAL = re.compile(
    r"[-+]?[0-9]+(?:_[0-9]+)*(?:\.[0-9]+(?:_[0-9]+)*)?(?:[eE][-+]?[0-9]+(?:_[0-9]+)*)?"
)
_LONGEST = 64
"""So many characters before a dot are looked at; a number with more is too large anyway."""


def parse(text: str) -> Data | tuple[Finding, ...]:
    """Return data (with Decimal where a float would lose digits), or findings of what is wrong."""
    try:
        data: Data = rtoml.loads(text)
    except rtoml.TomlParsingError:
        from scorecard.toml.coaching import syntax

        return tuple(syntax.faults(text))
    holders = limits.holders(data, text)
    if isinstance(holders, Finding):
        return (holders,)
    _restore_digits(holders, text)
    return data


def _restore_digits(holders: list[Any], text: str) -> None:
    """Put the exact number in the place of each float that is not printed as it is, in place."""
    printed: dict[float, set[str]] = defaultdict(set)
    for found in chain.from_iterable(each.finditer(text) for each in (_LOSING, *_EXPONENTS)):
        start = max(0, found.start() - _LONGEST)
        if before := _BEFORE.search(text, start, found.start()):
            literal = f"{before[0]}{found[0]}"
            # What a text says may look like a number and be none: 1.420.750, 30.06.2020.
            if _DECIMAL.fullmatch(literal):
                printed[float(literal)].add(literal)
    if not printed:
        return
    if any(len(each) > 1 or _stands_in(repr(value), text) for value, each in printed.items()):
        # One number printed in two ways: only its place tells which way is meant where.
        _restore_by_place(holders[0], text)
    else:
        _restore_by_value(holders, {value: _exact(*each) for value, each in printed.items()})


def _stands_in(number: str, text: str) -> bool:
    """Whether a number is somewhere in a text with just these digits."""
    at = text.find(number)
    while at >= 0:
        around = text[at - 1 : at] + text[at + len(number) : at + len(number) + 1]
        if not any(letter in "0123456789._" for letter in around):
            return True
        at = text.find(number, at + 1)
    return False


def _restore_by_value(holders: list[Any], exact: Mapping[float, Decimal]) -> None:
    for holder in holders:
        for part, value in holder.items() if type(holder) is dict else enumerate(holder):
            if type(value) is float and value in exact:
                holder[part] = exact[value]


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
    return Context(prec=len(literal), traps=[]).create_decimal(literal.replace("_", ""))
