"""Text that a spreadsheet would run as a formula, kept from that by an apostrophe."""

import re

_BEGINS = r"[=+\-@＝＋－＠]"
"""Spreadsheets run a text that begins so, some in full width too."""

# A spreadsheet that parts cells by another mark ends a cell there, quoted or not: quotes count for
# it only where a cell of its own begins.
_WITHIN = re.compile(rf"([,;]\"*)(?={_BEGINS})")
_GUARDED_WITHIN = re.compile(rf"([,;]\"*)'(?={_BEGINS})")
_FORMULA = re.compile(rf"\s*{_BEGINS}")


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would run a text."""
    return _FORMULA.match(text) is not None


def guarded_within(text: str) -> str:
    """Return a text with an apostrophe before what would be run where a cell ended within it."""
    return _WITHIN.sub(r"\1'", text)


def without_guards(text: str) -> str:
    """Return a text without these apostrophes, and without one that leads it."""
    plain = _GUARDED_WITHIN.sub(r"\1", text)
    return plain[1:] if plain.startswith("'") and "'" not in plain[1:] else plain
