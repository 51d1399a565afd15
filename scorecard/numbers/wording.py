"""How reports word a quantity, and how the same is spelt here."""

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from scorecard.numbers import phrases
from scorecard.numbers.saying import Saying, saying

ANY_SPELLING = saying("quantity.any")
"""What is said of a text that is like no quantity."""

_ABSENCES = {
    "": "quantity.missing",
    "-|–|—|…|\\.\\.\\.|n/?a|missing|no data|(chưa|không) có số liệu|chưa có": "quantity.absent",
    "not[- ](yet )?due|chưa đến (hạn|kỳ)": "quantity.not-due",
    "not[- ]applicable|không áp dụng": "quantity.not-applicable",
    f"{phrases.DONE}|{phrases.NOT_DONE}": "quantity.answer",
}
"""What is written in the place of a number, and the key of how it is said here."""

ABSENT = frozenset(_ABSENCES.values()) - {"quantity.answer"}
"""The keys of what is said of a text that stands for no number."""

NAMING = ("hint.write-quoted", "quantity.about-range")
"""The keys of what is said of a text that can be written as a quantity, which they name."""

_BETWEEN = {f"{phrases.RANGE}|{phrases.RANGE_AND}": "..", phrases.SHARE: "/"}
"""What stands between two numbers."""

_TIMES = "|".join(phrases.MULTIPLES.values())

_COUNTED = re.compile(r"(?<=[0-9])\s*(?P<words>[%٪]?\s*(?:k?m[23]|[^\W\d_][^0-9]*)?)$")
"""What is counted, behind the last number."""

_REACHED = rf"^(?:{phrases.REACHED})\s+(?=\S)"
_ESTIMATED = "|".join(sorted(phrases.ESTIMATED.split("|"), key=len, reverse=True))
_ABOUT = rf"(?:(?:{_ESTIMATED})\s+)?(?:{phrases.SIGNS['~']})|{_ESTIMATED}"
_SIGNS = {**phrases.SIGNS, "~": _ABOUT}
_ABOUT_FROM = re.compile(
    rf"^(?P<lead>(?:{phrases.REACHED}|)\s*)(?:{phrases.FROM}|(?P<about>{_ABOUT}))\s+"
    rf"(?P<low>[0-9][0-9.,]*\s*%?)\s*(?:{phrases.RANGE})\s*(?=[0-9])"
)
"""A range whose beginning is told by a word: a dash in it is neither a minus nor part of a code."""

# A text that is no quantity as it stands has its dots or commas between thousands.
_THOUSANDS = r"(?<![0-9.,])[0-9]{1,3}(?:(?:\.[0-9]{3})+|(?:,[0-9]{3})+)(?![0-9])"
_OTHER_SIGNS = str.maketrans({"≥": ">=", "≤": "<=", "≈": "~", "–": "..", "−": "-", "_": None})
_OTHER_SIGNS.update(phrases.DIGITS)


# What could be read in another way too: a dot or comma before three digits, a stroke, a code.
_DOUBTFUL = re.compile(
    r"(?<![0-9.,])(?:[0-9]{1,3}(?:\.[0-9]{3}(?![0-9.,])|,[0-9]{3}(?![0-9,.]))|0[0-9]|0[.,][0-9]{3}[.,])"
    r"|[0-9]\s*-\s*[0-9]"
)
_DOTTED = re.compile(r"(?<=[0-9])\.(?=[0-9]{3}(?![0-9]))")


def answer(text: str) -> str:
    """Return `true` or `false` for a text that answers whether something is done, else nothing."""
    said = unicodedata.normalize("NFC", text).casefold()
    if said in phrases.DONE.split("|"):
        return "true"
    return "false" if said in phrases.NOT_DONE.split("|") else ""


class Wording(NamedTuple):
    """How a text is written here: `hint` says it, and `meant` is a spelling that is surely meant.

    One with `counted` is meant so only where that is the unit of measure of its indicator.
    """

    hint: Saying
    meant: str = ""
    counted: str = ""


def nearest_spelling(text: str, states: Callable[[str], bool]) -> Wording:
    """Return how a text of another spelling is written here, as far as that can be told.

    `states` says whether a text states a quantity.
    """
    worded = unicodedata.normalize("NFC", text).casefold().strip()
    for words, key in _ABSENCES.items():
        if re.fullmatch(words, worded):
            return Wording(saying(key))
    vietnamese = any(letter.isalpha() and not letter.isascii() for letter in worded)
    # About 18 to 20 may be 17 as well, which no range says: whoever writes it has to choose.
    about = (parted := _ABOUT_FROM.search(worded)) and parted["about"]
    worded = _ABOUT_FROM.sub(r"\g<lead>\g<low>..", worded)
    plain, counted = _spelt(worded)
    many = re.search(rf"[0-9]\s*(?:{_TIMES})\b", worded)
    if not many and (match := re.fullmatch(r"([<>~=]*)([0-9]{1,3}),([0-9]{3})", plain)):
        sign, whole, rest = match.groups()
        if states(f"{sign}{whole}{rest}"):
            plain, point = f"{sign}{whole}{rest}", f"{sign}{whole}.{rest}"
            return Wording(saying("quantity.comma", whole=plain, point=point))
        return Wording(ANY_SPELLING)
    plain = re.sub(_THOUSANDS, lambda match: re.sub("[.,]", "", match[0]), plain)
    plain = re.sub(r"([0-9]),([0-9])", r"\1.\2", plain)
    if not states(plain):
        return Wording(saying("quantity.all-digits") if many else ANY_SPELLING)
    if many:
        hint = saying("quantity.all-digits")
    else:
        hint = saying("quantity.about-range" if about else "hint.write-quoted", text=plain)
    sure = not about and _is_sure(worded, dotted=vietnamese)
    return Wording(hint, plain if sure else "", counted)


def _is_sure(worded: str, *, dotted: bool) -> bool:
    """Whether a text can be read in one way only; in Vietnamese, dots stand between thousands."""
    return not _DOUBTFUL.search(_DOTTED.sub("", worded) if dotted else worded)


def forwards(first: str, second: str) -> Saying:
    """Say how a range that runs backwards is written, or without a dot between thousands."""
    whole = second.replace(".", "")
    dotted = re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", second)
    if dotted and first.isdecimal() and int(first) <= int(whole):
        return saying("quantity.dotted", text=f"{first}..{whole}")
    return saying("quantity.smaller-first", text=f"{second}..{first}")


def _spelt(worded: str) -> tuple[str, str]:
    """Return a text with signs for its words and without blanks, and what is counted in it."""
    worded = re.sub(_REACHED, "", worded)
    for sign, words in phrases.BEHIND.items():
        worded = re.sub(rf"^([0-9].*?)\s+(?:{words})$", rf"{sign}\1", worded)
    for sign, words in _SIGNS.items():
        worded = re.sub(rf"^(?:{words})(?=[\s0-9])", sign, worded)
    worded = re.sub(rf"^(?:{phrases.FROM})\s+(?=[0-9])", "", worded)
    behind = _COUNTED.search(worded)
    counted = behind["words"] if behind else ""
    worded = worded.removesuffix(counted)
    for words, sign in _BETWEEN.items():
        worded = re.sub(rf"(?<=[0-9%])\s*(?:{words})\s*(?=[0-9])", sign, worded)
    return re.sub(r"\s|%|٪", "", worded).translate(_OTHER_SIGNS), counted
