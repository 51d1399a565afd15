"""Why a text is no TOML, in the words of the people who write it: each place that must change."""

import re
from collections.abc import Callable, Iterator

import rtoml

from scorecard.diagnostic import Finding, Related
from scorecard.numbers.quantity import MOST_WHOLE_DIGITS
from scorecard.toml import spans
from scorecard.toml.coaching import foreign, separators, statements, values
from scorecard.toml.coaching.fault import Fault, Where
from scorecard.toml.limits import too_deep

MOST = 20
"""The most faults of one file that are each a finding."""

# Reading a text again behind each fault, and looking for the first place of a key, take the more
# time and memory the larger it is; no file that people write comes near.
_MOST_CHARACTERS = 4 << 20
_LARGEST = 1 << 18
_LONGEST_ROW = 8000

_PLACE = re.compile(r" at line ([0-9]+) column ([0-9]+)\Z")
_SIMPLE_PAIR = re.compile(r"[^=\[\]{}]++=(?!\s*+(?:\"\"\"|'''))[^\[\]{}]++")
_WORD = re.compile(r"[^\s=,\[\]{}#]+")


def faults(text: str) -> Iterator[Finding]:
    """Find what must change for the text to be TOML; the text is not.

    A fault that is sure is passed over to find the next one, so that all are told at once. After
    the first 20 there is one more finding, which says that there are others.
    """
    rounds = min(MOST, 1 + _MOST_CHARACTERS // (len(text) + 1))
    reason = _reason(text)
    told: list[tuple[int, int]] = []
    while True:
        fault = _fault(_where(text, reason))
        start, end = fault.finding.place or (0, 0)
        # What is mended in one way can be wrong in another, which is no second fault.
        if any((start < last and first < end) or start == first for first, last in told):
            return
        if len(told) == rounds:
            yield Finding("SC110", arguments={"count": ""}, place=fault.finding.place)
            return
        told.append((start, end))
        yield fault.finding
        if fault.mended is None:
            return
        text, reason = fault.mended, _reason(fault.mended)
        if not reason:
            return


def _reason(text: str) -> str:
    """Return why the reader takes the text for no TOML, and where; nothing where it is."""
    try:
        rtoml.loads(text)
    except rtoml.TomlParsingError as error:
        return str(error)
    return ""


def _where(text: str, message: str) -> Where:
    reason, *numbers = _PLACE.split(message)[:3]
    line, column = map(int, numbers or ("1", "1"))
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    return Where(text, min(start + column - 1, len(text)), reason)


def _fault(where: Where) -> Fault:
    if "recur" in where.reason and (deep := too_deep(where.text)):
        return Fault(deep, None)
    looks = (*_ANYWHERE, *_IN_A_ROW) if len(where.row) <= _LONGEST_ROW else _ANYWHERE
    for look in looks:
        if fault := look(where):
            return fault
    return _unknown(where)


def _duplicate(where: Where) -> Fault | None:
    """Tell of a key that was given before, and where."""
    if not where.reason.startswith(("duplicate key", "cannot extend")):
        return None
    at = where.offset
    name = _WORD.match(where.text, at)
    first = spans.first_definition(where.text, at) if len(where.text) <= _LARGEST else None
    place = (at, name.end() if name else at + 1)
    found = Finding("SC104", place=place)
    if first:
        related = Related("it was given here first", place=(first.start, first.end))
        found = found._replace(related=related)
    whole = _SIMPLE_PAIR.fullmatch(where.row)
    return Fault(found, where.mended((0, len(where.row)), "") if whole else None)


def _unknown(where: Where) -> Fault:
    word = _WORD.match(where.text, where.offset)
    end = word.end() if word else min(where.offset + 1, len(where.text))
    span = (where.column, end - where.start)
    if "overflow" in where.reason:
        hint = f"give a number with at most {MOST_WHOLE_DIGITS} digits before its point"
        return where.fault(span, "this number is too large", hint)
    hint = "a line is key = value, a [header], or a comment behind #"
    return where.fault(span, "here stands something that cannot be read", hint)


Look = Callable[[Where], Fault | None]
"""Tells of one kind of fault, where it is one of that kind."""

_ANYWHERE: tuple[Look, ...] = (_duplicate, foreign.lone_return)
_IN_A_ROW: tuple[Look, ...] = (
    foreign.merge_conflict,
    foreign.other_format,
    values.lost_quote,
    values.curly_before,
    statements.braces,
    statements.comment,
    statements.bound,
    statements.colon,
    values.open_text,
    statements.header,
    values.sign,
    separators.semicolon,
    separators.bracket,
    separators.misplaced,
    values.half_quoted,
    values.value,
    statements.equals,
    foreign.other_blank,
    statements.key,
    separators.second_key,
    separators.behind,
    separators.in_braces,
)
