"""Lines that are no key = value and no [header]: what they lack, and how they are written."""

import re

from scorecard.toml.coaching.fault import Fault, Where, shortened
from scorecard.toml.coaching.spelling import QUOTES, misspelled, readable
from scorecard.toml.coaching.tokens import KEY

_NO_PAIR = ("key with no value", "missing value for key")
_BOUND = re.compile(
    r"\s*+(?P<key>[A-Za-z0-9_.-]++)\s*+(?P<sign>[<>]=?|[≤≥~≈])\s*+(?P<rest>[0-9][^#=]*?)\s*+(?:#.*)?+"
)
_COMMENT = re.compile(r"//|--(?!-)|/\*|;|%")
_COLON = re.compile(r"(?P<key>[^\s=:\[{#][^=:\[{#]*?)\s*+(?P<mark>:=|[:＝：])\s*+(?P<rest>.*)")
_HEADER = re.compile(r"(?P<open>\[\[?+)(?P<name>[^\[\]#]*+)(?P<close>\]*+)(?P<rest>[^\n]*+)")
_BRACES = re.compile(rf"[ \t]*+(?P<key>{KEY})(?P<blank>[ \t]*+)\{{")
_KEY_END = re.compile(r"[ \t]*+(?:[=\]}.]|\Z)")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_NOT_BARE = re.compile(r"[^A-Za-z0-9_-]")
_KEYS_IN_VIETNAMESE = {
    "khung": "framework",
    "kỳ": "period",
    "thời kỳ": "period",
    "đơn vị": "unit",
    "tên": "name",
    "mã": "id",
    "cấp": "level",
    "cấp trên": "parent",
    "nguồn": "source",
    "tiêu đề": "title",
    "ngày": "published",
    "số liệu": "figures",
    "giá trị": "value",
    "mục tiêu": "target",
    "chỉ tiêu": "target",
    "ghi chú": "note",
    "lý do": "why",
    "trạng thái": "status",
    "nhận xét": "remarks",
}


def comment(where: Where) -> Fault | None:
    """Tell of a line that is a comment in another language."""
    if not re.search("no value|unquoted key", where.reason):
        return None
    return no_comment(where, where.written[0])


def no_comment(where: Where, start: int) -> Fault | None:
    """Tell of a sign that begins a comment in another language, if it stands there."""
    match = _COMMENT.match(where.row, start)
    if match is None:
        return None
    hint = f"write # in place of {match[0]}"
    return where.fault(match.span(), f"{match[0]} begins no comment", hint, "#")


def header(where: Where) -> Fault | None:
    """Tell of a header that is not closed, has no name, or has something behind it."""
    match = _HEADER.match(where.row.strip())
    if match is None or not where.reason.startswith(("unclosed", "unexpected", "unquoted")):
        return None
    shift, _ = where.written
    brackets, name = match["open"], match["name"].strip()
    closing = brackets.replace("[", "]")
    right = f"{brackets}{name or '…'}{closing}"
    whole = (shift, shift + match.end("close"))
    if not name or ".." in name or name.startswith(".") or name.endswith("."):
        return where.fault(whole, "a name is missing in this header", "write it: [unit]")
    row = (shift, len(where.row))
    instead = right if re.fullmatch(KEY, name) else None
    if len(match["close"]) < len(brackets):
        return where.fault(whole, "this header is not closed", f"write {right}", instead, row)
    if where.reason.startswith("unclosed"):
        return _key(where, (shift + match.start("name"), shift + match.end("name")))
    span = (shift + match.start("close") + len(brackets), shift + match.end("rest"))
    hint = "begin a new line after ]"
    return where.fault(span, "something stands behind the header", hint, instead, row)


def colon(where: Where) -> Fault | None:
    """Tell of a key that is parted from its value by another sign than =."""
    if where.row.startswith(":", where.column) and "no value" not in where.reason:
        span = (where.column, where.column + 1)
        return where.fault(span, ": stands where = belongs", "write = in its place", "=")
    match = _COLON.match(where.row.lstrip())
    if match is None or "no value" not in where.reason:
        return None
    shift, _ = where.written
    start, end = (shift + at for at in match.span("mark"))
    key = match["key"].strip()
    rest = match["rest"].rstrip()
    right = shortened(rest) if readable(rest) else f'"{shortened(rest)}"'
    hint = f"write {shortened(key)} = {right if rest else '…'}"
    reason = f"{match['mark']} stands where = belongs"
    sure = rest and _BARE.fullmatch(key) and not any(mark in rest for mark in "\"'[{")
    instead = f"{key}=0" if sure else None
    return where.fault((start, end), reason, hint, instead, (shift, len(where.row)))


def bound(where: Where) -> Fault | None:
    """Tell of a bound that stands in place of =."""
    match = _BOUND.fullmatch(where.row)
    if match is None or not where.reason.startswith((*_NO_PAIR, "invalid unquoted key")):
        return None
    _, hint = misspelled(match["sign"] + match["rest"], match["key"])
    hint = f"write {shortened(match['key'])} = {hint.removeprefix('write ')}"
    reason = f"{match['sign']} stands where = belongs"
    return where.fault(match.span("sign"), reason, hint, "", (0, len(where.row)))


def braces(where: Where) -> Fault | None:
    """Tell of a key with braces behind it, and no = between them."""
    match = _BRACES.match(where.row)
    if match is None or not where.reason.startswith(_NO_PAIR):
        return None
    name = shortened(match["key"])
    hint, instead = f"write {name} = {{ … }}", "=" if match["blank"] else None
    span, over = match.span("key"), match.span("blank")
    return where.fault(span, f"there is no = behind {name}", hint, instead, over)


def equals(where: Where) -> Fault | None:
    """Tell of a line with no = where one belongs, or with two."""
    row, at = where.row, where.column
    if where.reason.startswith("extra `=`"):
        return where.fault((at, at + 1), "there is one = too many", "write key = value", " ")
    if not where.reason.startswith(_NO_PAIR):
        return None
    start, end = where.written
    before, sign, _ = row.partition("=")
    if sign:
        return _key(where, (start, len(before.rstrip())))
    key, rest = row[start:at].strip(), row[at:].split("#")[0].strip()
    if row[start:end].endswith("]") and "[" not in row:
        return where.fault((start, end), "a header begins with [", f"write [{key}]", f"[{key}]")
    left, right = (
        (shortened(key), shortened(rest) or "…") if key[:1].isalnum() else ("key", "value")
    )
    hint = f"write {left} = {right}, or # before a comment"
    instead = None if any(mark in rest for mark in "\"'[{") else ""
    return where.fault((start, end), "there is no = in this line", hint, instead)


def key(where: Where) -> Fault | None:
    """Tell of a key with letters that need quotes, or without any."""
    row, at = where.row, where.column
    if where.reason.startswith("unquoted keys cannot be empty"):
        return where.fault((at, at + 1), "a key is missing here", "write key = value")
    if not where.reason.startswith("invalid unquoted key"):
        return None
    start = max(row.rfind(mark, 0, at) for mark in "[{,.") + 1
    start += len(row[start:at]) - len(row[start:at].lstrip())
    ending = _KEY_END.search(row, at)
    return _key(where, (start, ending.start() if ending else len(row)))


def _key(where: Where, span: tuple[int, int]) -> Fault:
    name = where.row[slice(*span)]
    bare = name.strip(QUOTES).replace('"', "")
    reason = f"the key {shortened(name)} has more than letters a-z, digits, _ and -"
    hint = f'write it in quotes: "{shortened(bare)}"'
    if name.isascii() and re.fullmatch(r"[\w -]+", name):
        hint = f"write {shortened(re.sub(' +', '_', name))}"
    if known := _KEYS_IN_VIETNAMESE.get(bare.lower()):
        hint = f"write {known}"
    instead = _NOT_BARE.sub(_stand_in, name)
    return where.fault(span, reason, hint, instead)


def _stand_in(match: re.Match[str]) -> str:
    # Two keys that differ should still do so, or the second would be told as a duplicate.
    return chr(ord("a") + ord(match[0]) % 26)
