"""How reports word a quantity, and how the same is spelt here."""

import re
import unicodedata
from collections.abc import Callable

from scorecard.numbers import phrases

ANY_SPELLING = 'write a number, or "98.56", ">98", "<=5", "~722.95", "<~20000", "6.6..6.8", "12/18"'
"""What is said of a text that is like no quantity."""

_LEFT_OUT = 'leave it out, or write absent = "missing"'
_ABSENCES = {
    "": _LEFT_OUT,
    "-|–|—|…|\\.\\.\\.|n/?a|missing|no data|(chưa|không) có số liệu|chưa có": f"{_LEFT_OUT}, "
    '"not-due" or "not-applicable" in its place',
    "not[- ](yet )?due|chưa đến (hạn|kỳ)": 'write absent = "not-due" in its place',
    "not[- ]applicable|không áp dụng": 'write absent = "not-applicable" in its place',
    "yes|no|true|false|done|not done|có|không": "write true or false, without quotes",
}
"""What is written in the place of a number, and how it is said here."""

_BETWEEN = {f"{phrases.RANGE}|{phrases.RANGE_AND}": "..", phrases.SHARE: "/"}
"""What stands between two numbers."""

_TIMES = "|".join(phrases.MULTIPLES.values())

# A text that is no quantity as it stands has its dots or commas between thousands.
_THOUSANDS = r"(?<![0-9.,])[0-9]{1,3}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+)(?![0-9])"
_OTHER_SIGNS = str.maketrans({"≥": ">=", "≤": "<=", "≈": "~", "–": "..", "−": "-", "_": None})
_OTHER_SIGNS.update(phrases.DIGITS)


def nearest_spelling(text: str, states: Callable[[str], bool]) -> str:
    """Say how a text of another spelling is written here, if that can be told.

    `states` says whether a text states a quantity.
    """
    worded = unicodedata.normalize("NFC", text).casefold().strip()
    for words, said in _ABSENCES.items():
        if re.fullmatch(words, worded):
            return said
    if re.search(rf"[0-9]\s*(?:{_TIMES})\b", worded):
        return "write all digits of the number, in the unit of its indicator"
    plain = _spelt(worded)
    if match := re.fullmatch(r"([<>~=]*)([0-9]{1,3}),([0-9]{3})", plain):
        sign, whole, rest = match.groups()
        if states(f"{sign}{whole}{rest}"):
            return (
                f'write "{sign}{whole}{rest}", '
                f'or "{sign}{whole}.{rest}" if the comma is a decimal mark'
            )
        return ANY_SPELLING
    plain = re.sub(_THOUSANDS, lambda match: re.sub("[.,]", "", match[0]), plain)
    plain = re.sub(r"([0-9]),([0-9])", r"\1.\2", plain)
    return f'write "{plain}"' if states(plain) else ANY_SPELLING


def forwards(first: str, second: str) -> str:
    """Say how a range that runs backwards is written, or without a dot between thousands."""
    whole = second.replace(".", "")
    dotted = re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", second)
    if dotted and first.isdecimal() and int(first) <= int(whole):
        return f'write "{first}..{whole}", if the dot stands between thousands'
    return f'write the smaller number first: "{second}..{first}"'


def _spelt(worded: str) -> str:
    """Return a text with signs for its words, and without blanks, unit and signs of per cent."""
    for sign, words in phrases.BEHIND.items():
        worded = re.sub(rf"^([0-9].*?)\s+(?:{words})$", rf"{sign}\1", worded)
    for sign, words in phrases.SIGNS.items():
        worded = re.sub(rf"^(?:{words})(?=[\s0-9])", sign, worded)
    worded = re.sub(rf"^(?:{phrases.FROM})\s+(?=[0-9])", "", worded)
    # Behind the last number stands what is counted.
    worded = re.sub(r"(?<=[0-9%])\s*[^\W\d_][^0-9]*$", "", worded)
    for words, sign in _BETWEEN.items():
        worded = re.sub(rf"(?<=[0-9%])\s*(?:{words})\s*(?=[0-9])", sign, worded)
    return re.sub(r"\s|%|٪", "", worded).translate(_OTHER_SIGNS)
