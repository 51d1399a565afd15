"""What stands between values and behind them: commas, brackets, and a second key in one line."""

import re

from scorecard.diagnostic import Related
from scorecard.toml.coaching.fault import Edit, Fault, Range, Where, shortened
from scorecard.toml.coaching.recovery import LARGEST, closed, statements
from scorecard.toml.coaching.statements import no_comment
from scorecard.toml.coaching.tokens import CLOSING, KEY, TOKEN, semicolons, unclosed

_PAIR = re.compile(rf",?+\s*+(?P<key>{KEY})[ \t]*+=")
_LAST_KEY = re.compile(rf"(?P<key>{KEY})(?=\s*+\Z)")
_WORD = re.compile(r"[^\s,\]}]+|.")


def open_above(where: Where) -> Fault | None:
    """Tell of a bracket that is not closed where it should be, in a line above."""
    opened = unclosed(where.text, where.start) if len(where.text) <= LARGEST else None
    if opened is None or where.reason.startswith("missing comma"):
        return None
    end = next(end for _, end in statements(where.text) if opened[0] <= end)
    return _not_closed(where, opened) if end < where.start else None


def bracket(where: Where) -> Fault | None:
    """Tell of a bracket that is not closed, or of a comma that is missing or too many."""
    row, at, reason = where.row, where.column, where.reason
    if reason.startswith(("unclosed array,", "unclosed inline")):
        return _not_closed(where, unclosed(where.text, len(where.text)))
    if reason.startswith("invalid inline table element") and row.startswith("]", at):
        return _no_comma(where, (at, at + 1))
    if reason.startswith("extra assignment"):
        before = _LAST_KEY.search(row, 0, at)
        return _no_comma(where, before.span() if before else (at, at + 1))
    if reason.startswith("missing comma"):
        if quoted := _inner_quote(where):
            return quoted
        word = _WORD.match(row, at)
        return _no_comma(where, word.span() if word else (at, at))
    return None


def _not_closed(where: Where, opened: Range | None) -> Fault:
    start, end = opened or (where.offset, where.offset)
    opening = where.text[start:end]
    hint = f"write {CLOSING.get(opening, opening)} behind what it holds"
    span = (start - where.start, end - where.start)
    return where.fault(span, f"{opening} is not closed", hint)


def _no_comma(where: Where, span: tuple[int, int]) -> Fault:
    row, (at, _) = where.row, span
    reason = f"there is no comma before {shortened(row[slice(*span)])}"
    opened = unclosed(where.text, where.start + at)
    opening = where.text[slice(*opened)] if opened else ""
    related = Related(f"{opening} is opened here", place=opened)
    if opened and row[at : at + 1] in {"]", "}"}:
        reason = f"{opening} is not closed before {row[at]}"
        return where.fault(span, reason, f"write {CLOSING[opening]} first", related=related)
    if opened is None or opened[0] >= where.start:
        blank = row[at - 1 : at] == " "
        return where.fault(span, reason, "write one", "," if blank else None, (at - 1, at))
    reason = f"{reason}, or {opening} is not closed above"
    hint = f"write a comma or {CLOSING[opening]} behind the line before"
    found = where.fault(span, reason, hint, related=related)
    if opened[0] in closed(where.text):
        return Fault(found.finding, (_comma_above(where),))
    return Fault(found.finding, around=opened[0])


def _comma_above(where: Where) -> Edit:
    """Return the edit that puts a comma behind the last value above a line."""
    tokens = TOKEN.finditer(where.text, 0, where.start)
    end = max(token.end() for token in tokens if token.lastgroup)
    return Edit(end, end + where.text.startswith(" ", end), ",")


def semicolon(where: Where) -> Fault | None:
    """Tell of semicolons between values, in brackets."""
    row = where.row
    marks = semicolons(row)
    if not marks or not unclosed(where.text, where.start + min(marks)):
        return None
    at = min(marks)
    found = where.fault((at, at + 1), "; stands where , belongs", "write , in its place")
    starts = (where.start + mark for mark in marks)
    return Fault(found.finding, tuple(Edit(start, start + 1, ",") for start in starts))


def misplaced(where: Where) -> Fault | None:
    """Tell of a sign that stands where a key belongs, or where only values stand."""
    row, at, reason = where.row, where.column, where.reason
    if reason.startswith("missing assignment"):
        before = _LAST_KEY.search(row, 0, at)
        span = before.span() if before else (at, at + 1)
        name = shortened(row[slice(*span)])
        instead = "=" if before and row[at - 1 : at] == " " else None
        hint = f"write {name} = …"
        return where.fault(span, f"there is no = behind {name}", hint, instead, (at - 1, at))
    if reason.startswith("unexpected `=` in array"):
        opened = unclosed(where.text, where.offset) or (where.offset, where.offset)
        related = Related(f"{where.text[slice(*opened)]} is opened here", place=opened)
        hint = "write ] before the key, or put key = value in { }"
        found = where.fault((at, at + 1), "a key stands in an array", hint, related=related)
        return Fault(found.finding, around=opened[0])
    if reason.startswith(("invalid key-value", "missing table open")) and row[at : at + 1]:
        if row[at] == "{":
            return where.fault((at, at + 1), "{ stands without a key", "write key = { … }")
        return where.fault((at, at + 1), f"there is a {row[at]} too many", "delete it")
    return None


def second_key(where: Where) -> Fault | None:
    """Tell of a second key in a line."""
    row, at = where.row, where.column
    if not where.reason.startswith("unexpected key or value"):
        return None
    pair = _PAIR.match(row, at) or (row[at] == "=" and _LAST_KEY.search(row, 0, at))
    if not pair:
        return None
    if row[: pair.start()].rstrip().endswith("="):
        return where.fault((at, at + 1), "there is one = too many", "write key = value")
    name = shortened(pair["key"].strip())
    reason = f"{name} stands in the line of another key"
    hint = f"begin a new line before {name}"
    return where.fault(pair.span("key"), reason, hint, "", (pair.start(), len(row)))


def _inner_quote(where: Where) -> Fault | None:
    row, at = where.row, where.column
    quote = row[at - 1 : at]
    end = row.find(quote, at)
    if quote not in {'"', "'"} or end < 0:
        return None
    other, escape = ("single", r", or write \" inside") if quote == '"' else ("double", "")
    hint = f"put the text in {other} quotes{escape}"
    return where.fault((at - 1, end + 1), f"{quote} stands inside of a text", hint)


def behind(where: Where) -> Fault | None:
    """Tell of what stands behind a value in its line."""
    row, at = where.row, where.column
    if not where.reason.startswith("unexpected key or value"):
        return None
    if comment := no_comment(where, at):
        return comment
    end = len(row.rstrip())
    if row[at:end] in {",", ";"}:
        return where.fault((at, end), f"{row[at]} stands behind the value", "delete it", "")
    if row[at] in "]}":
        return where.fault((at, at + 1), f"there is a {row[at]} too many", "delete it", "")
    if quoted := _inner_quote(where):
        return quoted
    hint = "begin a new line, or write # before a comment"
    return where.fault((at, end), "something stands behind the value", hint, "")


def in_braces(where: Where) -> Fault | None:
    """Tell of braces that hold something else than keys with values, or a comma too many."""
    row, at = where.row, where.column
    opening = row.rfind("{", 0, at)
    if opening >= 0 and "=" not in row[opening:at]:
        hint = "write { key = value }, or an array in [ ]"
        return where.fault((opening, at), "in braces each value has a key", hint)
    if where.reason.startswith("extra comma") and row.startswith(",", at):
        return where.fault((at, at + 1), "there is a comma too many", "delete it", "")
    return None
