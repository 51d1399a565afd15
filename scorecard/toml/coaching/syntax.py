"""Why a text is no TOML, in the words of the people who write it: each place that must change."""

import re
from collections.abc import Callable, Iterator

import rtoml

from scorecard.diagnostic import Finding, Related
from scorecard.numbers.quantity import MOST_WHOLE_DIGITS
from scorecard.toml import positions
from scorecard.toml.coaching import foreign, separators, statements, values
from scorecard.toml.coaching.fault import Fault, Range, Where
from scorecard.toml.coaching.recovery import LARGEST, EditedText, line_start, without
from scorecard.toml.limits import too_deep

MOST = 20
"""The most faults of one file that are each a finding."""

# Reading a text again behind each fault, and looking for the first place of a key, take the more
# time and memory the larger it is; no file that people write comes near.
_MOST_CHARACTERS = 4 << 20
_LARGEST = 1 << 18
_LONGEST_ROW = 8000

_PLACE = re.compile(r" at line ([0-9]+) column ([0-9]+)\Z")
_WORD = re.compile(r"[^\s=,\[\]{}#]+")


def faults(text: str) -> Iterator[Finding]:
    """Find what must change for the text to be TOML; the text is not.

    What is wrong is passed over to find the next fault, so that all are told at once. After the
    first 20 there is one more finding, which says that there are others.
    """
    most = min(MOST, 1 + _MOST_CHARACTERS // (len(text) + 1))
    left, reason = EditedText(text, text), _reason(text)
    told: list[tuple[Range, Related | None]] = []
    while reason:
        where = _where(left.text, reason)
        fault = _fault(where, first=not told)
        finding = left.told(fault.finding)
        place = finding.place or (0, 0)
        # What is passed over in one way can be wrong in another, which is no second fault.
        again = (place, finding.related) in told or left.is_edited(place)
        if not again and len(told) == most:
            yield Finding("SC110", arguments={"count": ""}, place=place)
            return
        if not again:
            yield finding
            told.append((place, finding.related))
            # What lacks a bracket above can have a fault of its own.
            if not finding.related:
                left.edited.append(place)
        # Where a fault is still there after its first edit, more is taken out around it.
        passed = _passed_over(left, fault, where, again=again)
        reason = _reason(left.text) if passed else ""


def _passed_over(left: EditedText, fault: Fault, where: Where, *, again: bool) -> bool:
    """Take a fault out of the text that is left; return whether that changes anything."""
    if fault.last:
        return False
    if fault.edits and not again:
        return left.apply(fault.edits)
    if len(left.text) > LARGEST:
        return False
    place = fault.finding.place or (0, 0)
    start = place[0] if fault.around is None else fault.around
    return left.apply([without(left.text, start, whole=again)]) or left.apply(
        [without(left.text, where.offset, whole=True)]
    )


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
    return Where(text, min(line_start(text, line - 1) + column - 1, len(text)), reason)


def _fault(where: Where, *, first: bool) -> Fault:
    if "recur" in where.reason and (deep := too_deep(where.text)):
        return Fault(deep)
    looks = (*_ANYWHERE, *_IN_A_ROW) if len(where.row) <= _LONGEST_ROW else _ANYWHERE
    for look in looks:
        # What is left of a text can look like another format.
        if (first or look is not foreign.other_format) and (fault := look(where)):
            return fault
    return _unknown(where)


def _duplicate(where: Where) -> Fault | None:
    """Tell of a key that was given before, and where."""
    if not where.reason.startswith(("duplicate key", "cannot extend")):
        return None
    at = where.offset
    name = _WORD.match(where.text, at)
    first = positions.first_definition(where.text, at) if len(where.text) <= _LARGEST else None
    related = Related("it was given here first", place=first) if first else None
    return Fault(Finding("SC104", place=(at, name.end() if name else at + 1), related=related))


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
    values.open_text,
    separators.open_above,
    values.curly_before,
    statements.braces,
    statements.comment,
    statements.bound,
    statements.colon,
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
