"""Lines that are no key = value and no [header]: what they lack, and how they are written."""

import re

from scorecard.i18n.sayings import say
from scorecard.toml.coaching.fault import Fault, Range, Sign, Where, shortened, stripped
from scorecard.toml.coaching.spelling import QUOTES, misspelled, readable
from scorecard.toml.coaching.tokens import KEY

_BOUND = re.compile(
    r"\s*+(?P<key>[A-Za-z0-9_.-]++)\s*+(?P<sign>[<>]=?|[≤≥~≈])\s*+(?P<rest>[0-9][^#=]*?)\s*+(?:#.*)?+"
)
_COLON = re.compile(r"\s*+(?P<key>[^\s=:\[{#][^=:\[{#]*?)\s*+(?P<mark>:=|[:＝：])\s*+(?P<rest>.*)")
_HEADER = re.compile(r"\s*+(?P<all>(?P<open>\[\[?+)(?P<name>[^\[\]#]*+)(?P<close>\]*+))")
_KEY_END = re.compile(r"[ \t]*+(?:[=\]}.]|\Z)")
_NOT_BARE = re.compile(r"[^A-Za-z0-9_-]")
_OPENS = re.compile(r"[\"'\[{]")
NO_COMMENT = Sign(r"\s*+(?P<at>//|--(?!-)|/\*|;|%)", "toml.no-comment", "toml.hash", "#")
"""A sign that begins a comment in another language."""

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


def header(where: Where) -> Fault | None:
    """Tell of a header that is not closed, has no name, or has something behind it."""
    match = _HEADER.match(where.row, 0, where.written[1])
    if match is None:
        return None
    brackets, name = match["open"], match["name"].strip()
    if not all(name.split(".")):
        return where.fault(match.span("all"), say("toml.no-name"), say("toml.write-header"))
    right = f"{brackets}{name}{brackets.replace('[', ']')}"
    row = (match.start("all"), len(where.row))
    instead = right if re.fullmatch(KEY, name) else None
    if len(match["close"]) < len(brackets):
        reason, hint = say("toml.header-open"), say("hint.write", text=right)
        return where.fault(match.span("all"), reason, hint, instead, row)
    if where.reason.startswith("unclosed"):
        return _key(where, match.span("name"))
    span = (match.start("close") + len(brackets), where.written[1])
    reason, hint = say("toml.behind-header"), say("toml.line-after")
    return where.fault(span, reason, hint, instead, row)


def colon(where: Where) -> Fault | None:
    """Tell of a key that is parted from its value by another sign than =."""
    match = _COLON.match(where.row)
    if match is None:
        return None
    key, rest = match["key"].strip(), match["rest"].rstrip()
    right = (shortened(rest) if readable(rest) else f'"{shortened(rest)}"') if rest else "…"
    sure = rest and not _NOT_BARE.search(key) and not _OPENS.search(rest)
    return where.fault(
        match.span("mark"),
        say("toml.where-equals", sign=match["mark"]),
        say("hint.write", text=f"{shortened(key)} = {right}"),
        f"{key}=0" if sure else None,
        (match.start("key"), len(where.row)),
    )


def bound(where: Where) -> Fault | None:
    """Tell of a bound that stands in place of =."""
    match = _BOUND.fullmatch(where.row)
    if match is None:
        return None
    _, hint = misspelled(match["sign"] + match["rest"], match["key"])
    value = hint.removeprefix(say("hint.write", text=""))
    hint = say("hint.write", text=f"{shortened(match['key'])} = {value}")
    reason = say("toml.where-equals", sign=match["sign"])
    return where.fault(match.span("sign"), reason, hint, "", (0, len(where.row)))


def equals(where: Where) -> Fault:
    """Tell of a line with no = where one belongs."""
    row, at = where.row, where.column
    start, end = where.written
    before, sign, _ = row.partition("=")
    if sign:
        return _key(where, (start, len(before.rstrip())))
    key, rest = row[start:at].strip(), row[at:].split("#")[0].strip()
    if row[start:end].endswith("]") and "[" not in row:
        reason, hint = say("toml.header-begins"), say("hint.write", text=f"[{key}]")
        return where.fault((start, end), reason, hint, f"[{key}]")
    pair = f"{shortened(key)} = {shortened(rest) or '…'}"
    pair = pair if key[:1].isalnum() else say("toml.key-value")
    hint = say("toml.pair-or-comment", pair=pair)
    instead = None if _OPENS.search(rest) else ""
    return where.fault((start, end), say("toml.no-equals"), hint, instead)


def key(where: Where) -> Fault:
    """Tell of a key with letters that need quotes."""
    row, at = where.row, where.column
    start, _ = stripped(row, max(row.rfind(mark, 0, at) for mark in "[{,.") + 1, at)
    ending = _KEY_END.search(row, at)
    return _key(where, (start, ending.start() if ending else len(row)))


def _key(where: Where, span: Range) -> Fault:
    name = where.row[slice(*span)]
    bare = name.strip(QUOTES).replace('"', "")
    reason = say("toml.key-letters", name=shortened(name))
    hint = say("toml.quote-key", name=shortened(bare))
    if name.isascii() and re.fullmatch(r"[\w -]+", name):
        hint = say("hint.write", text=shortened(re.sub(" +", "_", name)))
    if known := _KEYS_IN_VIETNAMESE.get(bare.lower()):
        hint = say("hint.write", text=known)
    # Two keys that differ should still do so, or the second would be told as a duplicate.
    instead = _NOT_BARE.sub(lambda found: chr(ord("a") + ord(found[0]) % 26), name)
    return where.fault(span, reason, hint, instead)
