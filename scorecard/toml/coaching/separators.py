"""What stands between values and behind them: commas, brackets, and a second key in one line."""

import re

from scorecard.diagnostic import Related
from scorecard.i18n.sayings import say
from scorecard.toml.coaching.fault import Edit, Fault, Range, Where, shortened
from scorecard.toml.coaching.recovery import LARGEST, closed, statements
from scorecard.toml.coaching.tokens import CLOSING, KEY, TOKEN, semicolons, unclosed

_PAIR = re.compile(rf",?+\s*+(?P<key>{KEY})[ \t]*+=")
_LAST_KEY = re.compile(rf"(?P<key>{KEY})(?=\s*+\Z)")
_WORD = re.compile(r"=|[^\s,\]}]+|.")


def open_above(where: Where) -> Fault | None:
    """Tell of a bracket that is not closed where it should be, in a line above."""
    opened = unclosed(where.text, where.start) if len(where.text) <= LARGEST else None
    if opened is None:
        return None
    end = next(end for _, end in statements(where.text) if opened[0] <= end)
    return not_closed(where, where.start) if end < where.start else None


def not_closed(where: Where, before: int | None = None) -> Fault:
    """Tell of the last bracket that is not closed, before an offset or at all."""
    end = len(where.text) if before is None else before
    first, last = unclosed(where.text, end) or (where.offset, where.offset)
    opening = where.text[first:last]
    hint = say("toml.close-behind", sign=CLOSING.get(opening, opening))
    span = (first - where.start, last - where.start)
    return where.fault(span, say("toml.not-closed", sign=opening), hint)


def no_comma(where: Where) -> Fault | None:
    """Tell of a comma that is missing, or of a bracket that is not closed before."""
    row, at = where.row, where.column
    found = _WORD.match(row, at)
    if where.reason.startswith("extra assignment"):
        found = _LAST_KEY.search(row, 0, at) or found
    at, end = span = found.span() if found else (at, at)
    reason = say("toml.no-comma-before", word=shortened(row[at:end]))
    opened = unclosed(where.text, where.start + at)
    opening = where.text[slice(*opened)] if opened else ""
    related = Related(say("toml.opened-here", sign=opening), place=opened)
    if opened and row.startswith(("]", "}"), at):
        reason = say("toml.not-closed-before", sign=opening, other=row[at])
        hint = say("toml.write-first", sign=CLOSING[opening])
        return where.fault(span, reason, hint, related=related)
    if opened is None or opened[0] >= where.start:
        return where.fault(span, reason, say("toml.write-one"), ",", _blank_before(row, at))
    reason = say("toml.or-not-closed", reason=reason, sign=opening)
    hint = say("toml.comma-or", sign=CLOSING[opening])
    fault = where.fault(span, reason, hint, related=related)
    if opened[0] not in closed(where.text):
        return fault._replace(around=opened[0])
    tokens = TOKEN.finditer(where.text, 0, where.start)
    end = max(token.end() for token in tokens if token.lastgroup)
    return fault._replace(edits=(Edit(end, end + where.text.startswith(" ", end), ","),))


def _blank_before(row: str, at: int) -> Range:
    return at - (row[at - 1 : at] == " "), at


def semicolon(where: Where) -> Fault | None:
    """Tell of semicolons between values, in brackets."""
    marks = semicolons(where.row)
    if not marks or not unclosed(where.text, where.start + min(marks)):
        return None
    span = (min(marks), min(marks) + 1)
    fault = where.fault(span, say("toml.semicolon"), say("toml.write-comma"))
    starts = (where.start + mark for mark in marks)
    return fault._replace(edits=tuple(Edit(start, start + 1, ",") for start in starts))


def no_equals(where: Where) -> Fault:
    """Tell of a key in braces without = behind it."""
    row, at = where.row, where.column
    before = _LAST_KEY.search(row, 0, at)
    span = before.span() if before else (at, at + 1)
    name = shortened(row[slice(*span)])
    over = _blank_before(row, at) if before else (at, at)
    reason, hint = say("toml.no-equals-behind", sign=name), say("toml.write-pair", name=name)
    return where.fault(span, reason, hint, "=", over)


def key_in_array(where: Where) -> Fault:
    """Tell of a key where only values stand."""
    opened = unclosed(where.text, where.offset) or (where.offset, where.offset)
    related = Related(say("toml.opened-here", sign=where.text[slice(*opened)]), place=opened)
    hint = say("toml.key-out")
    span = (where.column, where.column + 1)
    fault = where.fault(span, say("toml.key-in-array"), hint, related=related)
    return fault._replace(around=opened[0])


def second_key(where: Where) -> Fault | None:
    """Tell of a second key in a line."""
    row, at = where.row, where.column
    pair = _PAIR.match(row, at) or (row[at] == "=" and _LAST_KEY.search(row, 0, at))
    if not pair:
        return None
    if row[: pair.start()].rstrip().endswith("="):
        return where.fault((at, at + 1), say("toml.one-equals"), say("toml.write-key-value"))
    name = shortened(pair["key"].strip())
    reason, hint = say("toml.second-key", name=name), say("toml.line-before", name=name)
    return where.fault(pair.span("key"), reason, hint, "", (pair.start(), len(row)))


def inner_quote(where: Where) -> Fault | None:
    """Tell of a quote inside of a text in such quotes, which ends it."""
    row, at = where.row, where.column
    quote = row[at - 1 : at]
    end = row.find(quote, at)
    if quote not in {'"', "'"} or end < 0:
        return None
    hint = say("toml.other-quotes", other=say("toml.double"))
    if quote == '"':
        hint = say("toml.other-quotes-escaped", other=say("toml.single"))
    return where.fault((at - 1, end + 1), say("toml.inner-quote", quote=quote), hint)


def no_key(where: Where) -> Fault | None:
    """Tell of braces that hold something else than keys with values."""
    opening = where.row.rfind("{", 0, where.column)
    if opening < 0 or "=" in where.row[opening : where.column]:
        return None
    hint = say("toml.write-braces")
    return where.fault((opening, where.column), say("toml.braces"), hint)
