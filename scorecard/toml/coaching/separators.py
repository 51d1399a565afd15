"""What stands between values and behind them: commas, brackets, and a second key in one line."""

import re

from scorecard.diagnostic import Related
from scorecard.toml.coaching.fault import Fault, Where, shortened
from scorecard.toml.coaching.statements import no_comment
from scorecard.toml.coaching.tokens import KEY, semicolons, unclosed

_PAIR = re.compile(rf",?+\s*+(?P<key>{KEY})[ \t]*+=")
_LAST_KEY = re.compile(rf"(?P<key>{KEY})(?=\s*+\Z)")
_WORD = re.compile(r"[^\s,\]}]+|.")


def bracket(where: Where) -> Fault | None:
    """Tell of a bracket that is not closed, or of a comma that is missing or too many."""
    row, at, reason = where.row, where.column, where.reason
    if reason.startswith(("unclosed array,", "unclosed inline")):
        start, end = unclosed(where.text, len(where.text)) or (where.offset, where.offset)
        opening = where.text[start:end]
        span = (start - where.start, end - where.start)
        closing = _closing(opening)
        return where.fault(
            span, f"{opening} is not closed", f"write {closing} behind what it holds"
        )
    if reason.startswith("extra assignment"):
        before = _LAST_KEY.search(row, 0, at)
        return _no_comma(where, before.span() if before else (at, at + 1))
    if reason.startswith("missing comma"):
        if quoted := _inner_quote(where):
            return quoted
        word = _WORD.match(row, at)
        return _no_comma(where, word.span() if word else (at, at))
    return None


def _no_comma(where: Where, span: tuple[int, int]) -> Fault:
    row, (at, _) = where.row, span
    reason = f"there is no comma before {shortened(row[slice(*span)])}"
    opened = unclosed(where.text, where.start + at)
    if opened and row[at : at + 1] in {"]", "}"}:
        opening = where.text[slice(*opened)]
        related = Related(f"{opening} is opened here", place=opened)
        reason, hint = (
            f"{opening} is not closed before {row[at]}",
            f"write {_closing(opening)} first",
        )
        return where.fault(span, reason, hint, related=related)
    if opened is None or opened[0] >= where.start:
        found = where.fault(span, reason, "write one")
        blank = row[at - 1 : at] == " "
        return Fault(found.finding, where.mended((at - 1, at), ",") if blank else None)
    opening = where.text[slice(*opened)]
    reason = f"{reason}, or {opening} is not closed above"
    related = Related(f"{opening} is opened here", place=opened)
    hint = f"write a comma or {_closing(opening)} behind the line before"
    return where.fault(span, reason, hint, related=related)


def semicolon(where: Where) -> Fault | None:
    """Tell of semicolons between values, in brackets."""
    row = where.row
    marks = semicolons(row)
    if not marks or not unclosed(where.text, where.start + min(marks)):
        return None
    first, last = min(marks), max(marks)
    instead = "".join("," if at in marks else row[at] for at in range(first, last + 1))
    found = where.fault((first, first + 1), "; stands where , belongs", "write , in its place")
    return Fault(found.finding, where.mended((first, last + 1), instead))


def _closing(opening: str) -> str:
    return {"[": "]", "{": "}"}.get(opening, opening)


def misplaced(where: Where) -> Fault | None:
    """Tell of a sign that stands where a key belongs, or where only values stand."""
    row, at, reason = where.row, where.column, where.reason
    if reason.startswith("missing assignment"):
        before = _LAST_KEY.search(row, 0, at)
        span = before.span() if before else (at, at + 1)
        name = shortened(row[slice(*span)])
        found = where.fault(span, f"there is no = behind {name}", f"write {name} = …")
        alone = row[at - 1 : at] == " " and before
        return Fault(found.finding, where.mended((at - 1, at), "=") if alone else None)
    if reason.startswith("unexpected `=` in array"):
        opened = unclosed(where.text, where.offset) or (where.offset, where.offset)
        related = Related(f"{where.text[slice(*opened)]} is opened here", place=opened)
        hint = "write ] before the key, or put key = value in { }"
        return where.fault((at, at + 1), "a key stands in an array", hint, related=related)
    if reason.startswith(("invalid key-value", "missing table open")) and row[at : at + 1]:
        sign = row[at]
        said = (f"there is a {sign} too many", "delete it")
        if sign == "{":
            said = ("{ stands without a key", "write key = { … }")
        return where.fault((at, at + 1), *said)
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
    found = where.fault(pair.span("key"), reason, f"begin a new line before {name}")
    return Fault(found.finding, where.mended((pair.start(), len(row)), ""))


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
