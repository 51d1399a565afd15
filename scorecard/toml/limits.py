"""How much a file may hold: a scan that no shape of text makes slow or large."""

import re
from typing import Any

from scorecard.diagnostic import Finding
from scorecard.i18n.sayings import say

MOST_VALUES = 20_000
"""The most keys and elements of arrays in one file."""

DEEPEST = 32
"""The most levels of brackets in one another."""

LONGEST_KEY = 16
"""The most parts of one key."""

_HOLDERS = frozenset((dict, list))


def holders(data: dict[str, object], text: str) -> list[Any] | Finding:
    """Return the tables and arrays of a text, `data` first, or the finding where they are too many.

    It is told as well where they hold too much, or lie too deep in one another.
    """
    found: list[Any] = []
    levels = 0
    level: list[Any] = [data]
    while level:
        found += level
        levels += 1
        level = [
            each
            for holder in level
            for each in (holder.values() if type(holder) is dict else holder)
            if type(each) in _HOLDERS
        ]
    if sum(map(len, found)) > MOST_VALUES:
        return Finding("SC108", arguments={"limit": MOST_VALUES})
    # Brackets or parts of a key that are too many make at least as many levels.
    too_many = too_deep(text) if levels > LONGEST_KEY else None
    return too_many or found


def too_deep(text: str) -> Finding | None:
    """Return the finding at the first bracket that stands in too many, or the first long key."""
    from scorecard.toml.coaching.tokens import PART, TOKEN

    depth = 0
    for token in TOKEN.finditer(text):
        depth += bool(token["open"]) - bool(token["close"])
        key = token["key"] or ""
        # Points can stand in quotes, too.
        parts = sum(1 for _ in re.finditer(PART, key)) if key.count(".") >= LONGEST_KEY else 1
        what = say("limit.parts", parts=parts, most=LONGEST_KEY)
        if depth > DEEPEST:
            what = say("limit.deep", depth=depth, most=DEEPEST)
        if depth > DEEPEST or parts > LONGEST_KEY:
            return Finding("SC109", arguments={"what": what}, place=token.span())
    return None
