"""Values that are not written as TOML asks for: what they mean, and how that is written."""

import re
import unicodedata
from contextlib import suppress
from datetime import date

import rtoml

from scorecard.numbers import period, quantity
from scorecard.numbers.quantity import LONGEST
from scorecard.toml.coaching.fault import as_text, shortened
from scorecard.toml.editing.splice import amount, literal

QUOTES = "“”„‟«»‘’‚‛＂＇「」『』〝〞"
"""Quotes that are no quotes of TOML."""

Said = tuple[str, str]
"""What is wrong, and how to mend it."""

_DIGITS = {0x660: "Arabic-Indic", 0x6F0: "Persian", 0xFF10: "full-width"}
_SIGNS = str.maketrans({"٫": ".", "٬": ",", "٪": "%", "−": "-", "–": "-", "—": "-"})
_THOUSANDS = {".": "dots", ",": "commas", " ": "blanks", "'": "apostrophes", "’": "apostrophes"}

_NUMBER = re.compile(r"[-+]?[0-9][0-9_]*+(?:\.[0-9_]++)?+(?:[eE][-+]?[0-9_]++)?+")
_GROUPED = re.compile(
    r"(?P<sign>[-+]?)(?P<whole>[0-9]{1,3}(?:(?P<mark>[., '’])[0-9]{3}(?:(?P=mark)[0-9]{3})*+)?+)"
    r"(?:(?P<point>[.,])(?P<rest>[0-9]++))?+"
)
_PLAIN = re.compile(r"(?P<sign>[-+]?)(?P<whole>[0-9]*+)(?:(?P<point>[.,])(?P<rest>[0-9]*+))?+")
_DATE = re.compile(r"(?=.*[0-9]{4})([0-9]{1,4})([-/.])([0-9]{1,2})\2([0-9]{1,4})")
_SIGNS_IN_A_ROW = re.compile(r"[-+](?:\s*+[-+])++\s*+[0-9][0-9_.,]*+")
_WITH_MORE = re.compile(r"(?:[-+<>=~]++|[^\w\s])?+\s*+[0-9]")
_WORDS = {
    "write true": {"true", "yes", "on", "có"},
    "write false": {"false", "no", "off", "không"},
    'leave the key out, or write absent = "missing" in a figure': {
        *("null", "none", "nil", "n/a", "na", "-", "–", "—", "...", "…", "?")
    },
}
_IN_CURLY = re.compile(rf'[{QUOTES}](?P<text>[^{QUOTES}"\\]++)[{QUOTES}]')
_TEXTS = {
    *("id", "name", "short", "title", "publisher", "published", "url", "text", "place", "note"),
    *("why", "source", "basis", "edition", "framework", "parent", "track", "kind"),
    *("vi", "en", "ar"),
}
"""Keys of what is no quantity, whatever it looks like."""

_NUMBERS = {"from", "weight", "cap", "coverage", "near", "points", "scale", "score"}
"""Keys of numbers that have no indicator to tell whether they are in per cent."""

_NO_VALUE = 'write one, or absent = "missing" where there is none'
_ALONE = "write the number alone, in the unit of its indicator; or quotes around a text"


def readable(value: str) -> bool:
    """Whether TOML takes the text for a value."""
    try:
        rtoml.loads(f"a = {value}")
    except rtoml.TomlParsingError:
        return False
    return True


def misspelled(value: str, key: str) -> Said:
    """Return what is wrong with the value of a key, and how to mend it."""
    if not value:
        return f"there is no value after {key} =", _NO_VALUE
    if value[0] in QUOTES or value[-1] in QUOTES:
        found = dict.fromkeys(letter for letter in value if letter in QUOTES)
        right = as_text(value.strip(QUOTES + '"'))
        return f"{' '.join(found)} are no straight quotes", f"write {right}"
    if said := _word(value, key) or _date(value) or _number(value) or _quantity(value):
        return said
    if _WITH_MORE.match(_ascii(value)):
        return f"{shortened(value)} is more than a number", _ALONE
    return f"{shortened(value)} needs quotes", f"write {as_text(value)}"


def surely_meant(value: str, key: str) -> str:
    """Return how the value of a key is written if that is sure: a quantity, or a text in quotes.

    What is in per cent becomes a text, whose indicator tells whether that is meant.
    """
    if curly := _IN_CURLY.fullmatch(value):
        return literal(curly["text"])
    name = key.rpartition(".")[2]
    if name in _TEXTS or (name in _NUMBERS and "%" in value):
        return ""
    try:
        exact = quantity.parse(value).form is quantity.Form.EXACT
    except quantity.UnreadableQuantityError as error:
        written = literal(value) if error.percent else amount(error.meant)
        return written if error.meant else ""
    return "" if exact else literal(value)


def _word(value: str, key: str) -> Said | None:
    plain, reason = value.lower(), f"{value} is no value"
    for hint, words in _WORDS.items():
        if plain in words:
            return reason, hint
    if plain not in {"missing", "not-due", "not-applicable"}:
        return None
    if key == "absent":
        return f"{value} needs quotes", f'write "{plain}"'
    instead = f'absent = "{plain}"'
    place = f"{instead} in place of value = {value}" if key == "value" else f"{{ {instead} }}"
    return reason, f"write {place}"


def _date(value: str) -> Said | None:
    match = _DATE.fullmatch(_ascii(value))
    if match is None:
        return None
    first, month, last = match.group(1, 3, 4)
    year, day = (first, last) if len(first) >= len(last) else (last, first)
    for choice in ((year, month, day), (year, day, month)):
        with suppress(ValueError):
            right = date(*map(int, choice)).isoformat()
            return f"{value} is no date as it is written here", f"write {right}"
    return f"{value} is no day of the calendar", "check the day and the month against the source"


def _number(value: str) -> Said | None:
    plain = _ascii(value)
    faults = _other_signs(value)
    shown = shortened(value)
    if plain.endswith("%"):
        plain = plain[:-1].rstrip()
        faults.append("a percent sign")
    if _SIGNS_IN_A_ROW.fullmatch(plain):
        return f"{shown} has more than one sign", "keep one of them"
    try:
        if _NUMBER.fullmatch(plain) and not faults and not plain.lstrip("+-").startswith("0"):
            right = plain.replace("_", "")
            quantity.number(right)
            return f"{shown} has _ beside no digit", f"write {right}"
        match = _GROUPED.fullmatch(plain) or _PLAIN.fullmatch(plain)
        if match is None or not (match["whole"] or match["rest"]):
            return None
        right = _mended(match, faults)
    except quantity.UnreadableQuantityError as error:
        said = f"has {error}".removeprefix("has this ")
        return f"{shown} {said}", error.hint
    return f"{shown} has {' and '.join(faults)}", f"write {right}"


def _mended(match: re.Match[str], faults: list[str]) -> str:
    """Return how a number is written, and add to the faults what was wrong with it."""
    parts = match.groupdict(default="")
    whole, point, rest = parts["whole"], parts["point"], parts["rest"]
    mark = parts.get("mark", "")
    if mark and (mark not in ".," or whole.count(mark) > 1 or point):
        faults.append(f"{_THOUSANDS[mark]} between its thousands")
        whole = whole.replace(mark, "")
    elif mark:
        (whole, rest), point = whole.split(mark), mark
    sign = "-" if parts["sign"] == "-" else ""
    if point == ",":
        faults.append("a decimal comma" if parts["point"] or not mark else "a comma")
    if point and not (whole and rest):
        faults.append("a point without a digit on each side")
    plain = f"{sign}{whole.lstrip('0') or '0'}"
    quantity.number(f"{plain}.{rest or 0}")
    if len(whole) > 1 and whole.startswith("0"):
        faults.append("a 0 before its digits")
        if not rest:
            return f'{plain}, or "{shortened(whole)}" where it is a code'
    if rest and mark == point == ",":
        return f"{plain}.{rest} where it is a decimal comma, {plain}{rest} where it parts thousands"
    if rest:
        return f"{plain}.{rest}"
    return f"{int(plain):_} or {plain}" if mark else plain


def _other_signs(value: str) -> list[str]:
    """Return which characters of a number are none of ASCII's, by name."""
    zeros = {ord(letter) - unicodedata.decimal(letter, 0) for letter in value if letter.isdecimal()}
    names = [f"{_DIGITS.get(zero, 'other')} digits" for zero in sorted(zeros - {ord("0")})]
    return [*names, "a minus sign that is none of ASCII's"] if value[0] in "−–—" else names


def _quantity(value: str) -> Said | None:
    if len(value) > LONGEST:
        return None
    hint = f'write "{value}"'
    try:
        quantity.parse(value)
    except quantity.UnreadableQuantityError as error:
        # A list of all spellings is no answer to this one.
        if re.fullmatch(r'write "[^"]*+"', error.hint):
            hint = error.hint
        else:
            try:
                period.parse(value)
            except period.UnreadablePeriodError:
                return None
    return f"{shortened(value)} needs quotes", hint


def _ascii(value: str) -> str:
    """Return the text with the digits and signs of other scripts in ASCII."""
    digits = (str(unicodedata.decimal(each, each)) for each in value.translate(_SIGNS))
    return unicodedata.normalize("NFKC", "".join(digits)).strip()
