"""The one gate through which text from a file reaches a terminal, a log or a document."""

import re
from typing import NewType

Printable = NewType("Printable", str)
"""One line of text that can neither steer a terminal nor reorder or hide what stands beside it."""

# What Unicode lets a reader ignore, and the blanks that count as letters. The two selectors that
# choose between a sign and its emoji (U+FE0E, U+FE0F) are seen by what they choose, so they pass.
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u2800\u3164\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)
"""For a character class: bidi controls, zero-width and blank letters, tags, line separators."""

# Persian and Indic spelling needs joiners (U+200C, U+200D) between letters, and one picture can be
# made of several. There they are seen by what they do; elsewhere they are hidden.
JOINING = (
    "\u0620-\u065f\u066e-\u06d3\u06d5-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u0710-\u077f"
    "\u08a0-\u08e1\u08e3-\u0963\u0971-\u0df3"
)
"""For a character class: letters and marks of Arabic, Syriac and Indic scripts."""

PICTURES = "\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff"
"""For a character class: signs that emoji are joined of."""

JOINED = f"(?:[{JOINING}][\u200c\u200d](?=[{JOINING}])|[{PICTURES}\ufe0f]\u200d(?=[{PICTURES}]))"
"""For a pattern: a joiner in its place, and what stands before it."""

CONTROL = "\x00-\x1f\x7f-\x9f"
"""For a character class: C0, DEL and C1, through which terminals are steered."""

LONGEST_LINE = 2000
"""The most characters of a line of text."""

ORDINARY = "!#-\\[\\]-~–—‘’“”…°²³ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ"
"""For a character class: what English and Vietnamese are written with and needs no second look.

None of it looks like another letter, comes in pieces, or means anything in a TOML text.
"""

# GitHub runs `##[command]`, and Azure `##vso[command]`, wherever it stands in what a job prints;
# GitHub runs `::command::` at the start of a line too, which is where any word may be wrapped to.
_UNSAFE = re.compile(
    f"[{CONTROL}{INVISIBLE}\ud800-\udfff](?<!{JOINED})|#(?=#\\w*\\[)|:(?=:[A-Za-z])"
)


def printable(text: str) -> Printable:
    """Return the text with each unsafe character spelled out as an escape of its code."""
    return Printable(_UNSAFE.sub(_spelled_out, text))


def printable_in_place(text: str) -> Printable:
    """Return the text with a mark for each unsafe character; every other keeps its place."""
    return Printable(_UNSAFE.sub("\N{REPLACEMENT CHARACTER}", text))


def json_string(text: str) -> Printable:
    """Return the text as a JSON string, every unsafe character in it escaped and none lost."""
    # Most that is printed is no JSON.
    import json

    return Printable(_UNSAFE.sub(_escaped, json.dumps(text, ensure_ascii=False)))


def _spelled_out(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\u{code:04x}" if code < 1 << 16 else f"\\U{code:08x}"


def _escaped(match: re.Match[str]) -> str:
    # Beyond 16 bits JSON knows an escape by two halves only.
    halves = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{halves[at : at + 2].hex()}" for at in range(0, len(halves), 2))
