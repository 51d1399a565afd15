"""Names as people spell them: whether a word means a name, and which name comes first."""

import re
from collections import Counter
from functools import lru_cache
from typing import NamedTuple
from unicodedata import combining, normalize

_MARKS = "\u0300-\u036f\u0653-\u0655"
_VOWELS = dict.fromkeys([*range(0x64B, 0x653), 0x670])
"""The signs of Arabic vowels, which people write or not."""

_STROKE = "\u0335"
"""What makes a đ of a d, which Unicode does not take apart."""

_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")
_PIECE = re.compile(rf"(?P<number>\d+)|(?P<letter>[^\W_])(?P<marks>[{_MARKS}]*)")

_LETTERS = {"\u0306": "1", _STROKE: "1", "\u0302": "2", "\u031b": "3"}
"""The marks that make another letter, in the order of a ă â, d đ, e ê, o ô ơ, u ư."""

_TONES = "\u0300\u0309\u0303\u0301\u0323"
"""Grave, hook, tilde, acute and dot below, as the Vietnamese order of CLDR has them."""


class Word(NamedTuple):
    """A word without case and marks, and its marks, wherever in the word they stand."""

    letters: str
    marks: Counter[str]


@lru_cache(maxsize=1 << 14)
def words(name: str) -> tuple[Word, ...]:
    """Return the words of a name; what is no letter and no digit only parts them."""
    found = _WORD.findall(_apart(name))
    letters = ["".join(filter(str.isalnum, word)) for word in found]
    marks = [Counter(each for each in word if not each.isalnum()) for word in found]
    return tuple(map(Word, letters, marks))


def plain(name: str) -> str:
    """Return the words of a name without case and marks: `Xã Nà-Hỳ` is `xa na hy`."""
    return " ".join(word.letters for word in words(name))


@lru_cache(maxsize=1 << 14)
def letters(name: str) -> str:
    """Return the letters and digits of a name without case and marks: `Xã Nà-Hỳ` is `xanahy`."""
    return "".join(filter(str.isalnum, _apart(name)))


def marked(name: str) -> bool:
    """Whether there is a mark on any letter of a name."""
    return any(word.marks for word in words(name))


def alike(typed: str, name: str) -> bool:
    """Whether two names are the same but for case, signs, and where in a word a tone is put."""
    return bool(words(typed)) and words(typed) == words(name)


def means(typed: str, name: str) -> bool:
    """Whether what is typed may mean a name: marks may be left out, but not be other ones."""
    if not words(typed) or plain(typed) != plain(name):
        return False
    pairs = zip(words(typed), words(name), strict=True)
    return all(word.marks <= of_name.marks for word, of_name in pairs)


Order = tuple[str, bytes, str]
"""The words of a name as a text that puts them in order, then its tones, then its spelling."""

_WORD_ENDS, _NUMBER, _LETTER = "\0", "\1", "\2"
"""What stands in such a text behind a word, and before a number or a letter: a shorter word comes
first, and numbers before letters."""


@lru_cache(maxsize=1 << 14)
def alphabetical(name: str) -> Order:
    """Return what puts names in Vietnamese order: letters, then tones; 2 comes before 10."""
    found = [list(_PIECE.finditer(word)) for word in _WORD.findall(_apart(name))]
    letters = "".join("".join(map(_letter, word)) + _WORD_ENDS for word in found)
    tones = bytes(_tone(piece["marks"] or "") for word in found for piece in word)
    return letters, tones, name


def _letter(piece: re.Match[str]) -> str:
    if piece["number"]:
        # A number of more digits is higher.
        digits = str(int(piece["number"]))
        return f"{_NUMBER}{chr(len(digits))}{digits}"
    return _LETTER + piece["letter"] + "".join(_LETTERS.get(mark, "") for mark in piece["marks"])


def _tone(marks: str) -> int:
    return max((_TONES.find(mark) + 1 for mark in marks), default=0)


def _apart(name: str) -> str:
    return normalize("NFKD", name.casefold().replace("đ", f"d{_STROKE}")).translate(_VOWELS)


def slug(text: str, link: str) -> str:
    """Return the letters and digits of a text as an id: "Tỷ lệ hộ nghèo" is ty_le_ho_ngheo."""
    spread = normalize("NFD", text.casefold().replace("đ", "d"))
    plain = "".join(each for each in spread if not combining(each))
    return re.sub(r"[^a-z0-9]+", link, plain).strip(link)
