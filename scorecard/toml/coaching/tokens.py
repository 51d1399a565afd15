"""The tokens of a text that need not be TOML: keys, texts, brackets and comments."""

import re
from collections.abc import Iterator

TEXT = r'"(?:[^"\\\n]++|\\[^\n])*+"' + r"|'[^'\n]*+'"
"""Matches a text in one line."""

LONG_TEXT = (
    r'(?P<text>"""(?:[^"\\]++|\\.|"(?!""))*+(?:(?P<end>"{3,5})|\\?+\Z)'
    r"|'''(?:[^']++|'(?!''))*+(?:(?P<last>'{3,5})|\Z))"
)
"""Matches a text in three quotes, closed or not; has to match with re.DOTALL."""

PART = rf"(?:{TEXT}|[A-Za-z0-9_-]++)"
"""Matches one part of a key, in quotes or not; other words and short texts too."""

CLOSING = {"[": "]", "{": "}", '"""': '"""', "'''": "'''"}
"""What closes brackets and texts, by what opens them."""

KEY = rf"(?:{PART}(?:[ \t]*+\.[ \t]*+{PART})*+)"
"""Matches a key of one part or more."""

# Whole tokens, however long: a scan that begins again inside of one would take their square.
TOKEN = re.compile(
    rf"{LONG_TEXT}|(?P<key>{KEY})|(?P<open>[\[{{])|(?P<close>[\]}}])|#[^\n]*+",
    re.DOTALL,
)
"""Matches a text in three quotes, closed or not, a key, a bracket or a comment."""


# Where three quotes do not end, no other token follows.
_TEXTS = rf"{LONG_TEXT}|{TEXT}"
# Where a comment begins right behind a word, the word was to go on.
_OPEN = re.compile(
    rf"{_TEXTS}|(?P<quote>[\"'])|(?P<word>(?<![\w.-])[A-Za-z][\w-]*+#[^\s,\]}}]++)|#[^\n]*+",
    re.DOTALL,
)
_BEGINS = re.compile(r"[=\[,]\s*+\Z")
_SEMICOLON = re.compile(
    rf"{_TEXTS}|(?P<mark>;)(?=\s*+(?:[\"'\[{{+0-9-]|{KEY}[ \t]*+=))|#[^\n]*+", re.DOTALL
)


def left_open(text: str, end: int) -> Iterator[re.Match[str]]:
    """Find values that lack a quote: a `quote` that none follows, or a `word` with # inside."""
    for found in _OPEN.finditer(text, 0, end):
        before = text[max(0, found.start() - 9) : found.start()]
        if (found["quote"] or found["word"]) and _BEGINS.search(before):
            yield found


def semicolons(text: str) -> set[int]:
    """Return where, outside of texts and comments, a semicolon stands before something else."""
    return {found.start() for found in _SEMICOLON.finditer(text) if found["mark"]}


def unclosed(text: str, end: int) -> tuple[int, int] | None:
    """Return the range of the last bracket, or three quotes, still open at the end, if any."""
    opened: list[tuple[int, int]] = []
    for token in TOKEN.finditer(text, 0, end):
        if token["open"]:
            opened.append(token.span())
        elif token["close"]:
            del opened[-1:]
        elif token["text"] and not (token["end"] or token["last"]):
            return token.start(), token.start() + 3
    return opened[-1] if opened else None
