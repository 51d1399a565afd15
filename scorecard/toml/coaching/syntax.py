"""Why a text is no TOML, in the words of the people who write it: each place that must change."""

import re
from collections.abc import Callable, Iterator

import rtoml

from scorecard.diagnostic import Finding, Related
from scorecard.i18n.sayings import say
from scorecard.numbers.quantity import MOST_WHOLE_DIGITS
from scorecard.toml import positions
from scorecard.toml.coaching import foreign, separators, statements, values
from scorecard.toml.coaching.fault import Fault, Range, Sign, Where
from scorecard.toml.coaching.recovery import LARGEST, EditedText, line_start, without
from scorecard.toml.coaching.tokens import KEY
from scorecard.toml.limits import too_deep

MOST = 20
"""The most faults of one file that are each a finding."""

# Reading a text again behind each fault, and looking for the first place of a key, take the more
# time and memory the larger it is; no file that people write comes near.
_MOST_CHARACTERS = 4 << 20
_LARGEST = 1 << 18
_LONGEST_ROW = 8000
_ANYWHERE = 2

_PLACE = re.compile(r" at line ([0-9]+) column ([0-9]+)\Z")
_WORD = re.compile(r"[^\s=,\[\]{}#]+")


def faults(text: str) -> Iterator[Finding]:
    """Find what must change for a text to be TOML; one more finding says that more than 20 do."""
    most = min(MOST, 1 + _MOST_CHARACTERS // (len(text) + 1))
    left, where = EditedText(text, text), _stop(text)
    told: list[tuple[Range, Related | None]] = []
    while where:
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
        where = _stop(left.text) if passed else None


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


def _stop(text: str) -> Where | None:
    """Return where and why the reader takes the text for no TOML; None where it is."""
    try:
        rtoml.loads(text)
    except rtoml.TomlParsingError as error:
        reason, *numbers = _PLACE.split(str(error))[:3]
        line, column = map(int, numbers or ("1", "1"))
        return Where(text, min(line_start(text, line - 1) + column - 1, len(text)), reason)
    return None


def _fault(where: Where, *, first: bool) -> Fault:
    if "recur" in where.reason and (deep := too_deep(where.text)):
        return Fault(deep)
    for reasons, look in _LOOKS if len(where.row) <= _LONGEST_ROW else _LOOKS[:_ANYWHERE]:
        # What is left of a text can look like another format.
        told = re.match(reasons, where.reason) and (first or look is not foreign.other_format)
        if told and (fault := look(where)):
            return fault
    word = _WORD.match(where.text, where.offset)
    end = word.end() if word else min(where.offset + 1, len(where.text))
    reason = say("toml.unreadable")
    hint = say("toml.a-line-is")
    if "overflow" in where.reason:
        reason = say("toml.large-number")
        hint = say("quantity.whole-digits", most=MOST_WHOLE_DIGITS)
    return where.fault((where.column, end - where.start), reason, hint)


def _duplicate(where: Where) -> Fault:
    """Tell of a key that was given before, and where."""
    at = where.offset
    name = _WORD.match(where.text, at)
    first = positions.first_definition(where.text, at) if len(where.text) <= _LARGEST else None
    related = Related(say("toml.given-first"), place=first) if first else None
    return Fault(Finding("SC104", place=(at, name.end() if name else at + 1), related=related))


_NO_PAIR = "key with no value|missing value for key"
_A_VALUE = (
    "(?!key with no value|missing value|unquoted keys|invalid unquoted key|invalid key-value"
    "|unclosed|extra `=`)"
)
_NO_TEXT_END = (
    "invalid basic|invalid literal|invalid multi-line|missing escaped|key with no value|unclosed"
)
_NO_TABLE = "invalid key-value|missing table open"
_FURTHER = "unexpected key or value"
_BRACES = rf"[ \t]*+(?P<at>{KEY})(?P<over>[ \t]*+)\{{"
_NO_EQUALS = Sign(_BRACES, "toml.no-equals-behind", "toml.write-braces-behind", "=")

Look = Callable[[Where], Fault | None]
"""Tells of one kind of fault, where it is one of that kind."""

_LOOKS: tuple[tuple[str, Look], ...] = (
    ("duplicate key|cannot extend", _duplicate),
    ("", foreign.lone_return),
    ("", foreign.merge_conflict),
    ("", foreign.other_format),
    ("", values.lost_quote),
    (".*(?:escape|unicode)", values.escape),
    (_NO_TEXT_END, values.open_text),
    ("(?!missing comma)", separators.open_above),
    ("", values.curly_before),
    (
        _NO_PAIR,
        lambda where: Sign(_BRACES, "toml.no-equals-behind", "toml.write-braces-behind", "=")(
            where, 0
        ),
    ),
    (".*(?:no value|unquoted key)", lambda where: statements.NO_COMMENT(where, 0)),
    (f"{_NO_PAIR}|invalid unquoted key", statements.bound),
    ("(?!.*no value)", Sign(":", "toml.where-equals", "toml.write-equals", "=")),
    (".*no value", statements.colon),
    ("unclosed|unexpected|unquoted", statements.header),
    (_A_VALUE, values.sign),
    ("", separators.semicolon),
    ("unclosed inline|missing comma", values.curly_around_hash),
    ("unclosed (?:array,|inline)", separators.not_closed),
    ("missing comma", separators.inner_quote),
    ("missing comma|extra assignment|invalid inline table element", separators.no_comma),
    ("missing assignment|invalid unquoted key", values.per_cent),
    ("missing assignment", separators.no_equals),
    ("unexpected `=` in array", separators.key_in_array),
    (_NO_TABLE, Sign(r"\{", "toml.without-key", "toml.write-key-braces")),
    (_NO_TABLE, Sign(".", "toml.too-many", "toml.delete")),
    ("missing opening quote", values.half_quoted),
    (_A_VALUE, values.value),
    ("extra `=`", Sign("=", "toml.one-equals", "toml.write-key-value", " ")),
    (_NO_PAIR, statements.equals),
    ("", foreign.other_blank),
    ("unquoted keys cannot be empty", Sign(".", "toml.key-missing", "toml.write-key-value")),
    ("invalid unquoted key", statements.key),
    (_FURTHER, separators.second_key),
    (_FURTHER, statements.NO_COMMENT),
    (_FURTHER, Sign(r"(?P<at>,)\s*\Z", "toml.behind-value", "toml.delete", "")),
    (_FURTHER, Sign(r"[\]}]", "toml.too-many", "toml.delete", "")),
    (_FURTHER, separators.inner_quote),
    (_FURTHER, Sign(r".*\S", "toml.something-behind", "toml.new-line", "")),
    ("", separators.no_key),
    ("extra comma", Sign(",", "toml.comma-too-many", "toml.delete", "")),
)
"""The looks in their order, each with the reasons of the reader with which it is one."""
