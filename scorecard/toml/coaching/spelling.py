"""Values that are not written as TOML asks for: what they mean, and how that is written."""

import re
import unicodedata
from contextlib import suppress
from datetime import date

import rtoml

from scorecard.i18n.sayings import say, told
from scorecard.numbers import period, quantity
from scorecard.numbers.quantity import LONGEST
from scorecard.numbers.saying import saying
from scorecard.numbers.wording import NAMING
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
    "true": {"true", "yes", "on", "có"},
    "false": {"false", "no", "off", "không"},
}
_NO_WORDS = {"null", "none", "nil", "n/a", "na", "-", "–", "—", "...", "…", "?"}
_IN_CURLY = re.compile(rf'[{QUOTES}](?P<text>[^{QUOTES}"\\]++)[{QUOTES}]')
_TEXTS = {
    *("id", "name", "short", "title", "publisher", "published", "url", "text", "place", "note"),
    *("why", "source", "basis", "edition", "framework", "parent", "track", "kind"),
    *("vi", "en", "ar"),
}
"""Keys of what is no quantity, whatever it looks like."""

_NUMBERS = {"from", "weight", "cap", "coverage", "near", "points", "scale", "score"}
"""Keys of numbers that have no indicator to tell in what they are."""


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
        return say("toml.no-value", key=key), say("toml.write-value")
    if value[0] in QUOTES or value[-1] in QUOTES:
        curly = dict.fromkeys(letter for letter in value if letter in QUOTES)
        right = as_text(value.strip(QUOTES + '"'))
        return say("toml.curly", quotes=" ".join(curly)), say("hint.write", text=right)
    if found := _word(value, key) or _date(value) or _number(value) or _quantity(value):
        return found
    if _WITH_MORE.match(_ascii(value)):
        return say("toml.more-than-number", value=shortened(value)), say("toml.number-alone")
    return _needs_quotes(shortened(value), say("hint.write", text=as_text(value)))


def _needs_quotes(value: str, hint: str) -> Said:
    return say("toml.needs-quotes", value=value), hint


def surely_meant(value: str, key: str) -> str:
    """Return how the value of a key is written if that is sure: a quantity, or a text in quotes.

    What has its unit behind it becomes a text, whose indicator tells whether that is meant.
    """
    if curly := _IN_CURLY.fullmatch(value):
        return literal(curly["text"])
    name = key.rpartition(".")[2]
    if name in _TEXTS:
        return ""
    try:
        exact = quantity.parse(value).form is quantity.Form.EXACT
    except quantity.UnreadableQuantityError as error:
        if not error.meant or (error.counted and name in _NUMBERS):
            return ""
        return literal(value) if error.counted else amount(error.meant)
    return "" if exact else literal(value)


def _word(value: str, key: str) -> Said | None:
    plain, reason = value.lower(), say("toml.value", value=value)
    for answer, words in _WORDS.items():
        if plain in words:
            return reason, say("hint.write", text=answer)
    if plain in _NO_WORDS:
        return reason, say("toml.key-out-or-absent")
    if plain not in {"missing", "not-due", "not-applicable"}:
        return None
    if key == "absent":
        return _needs_quotes(value, say("hint.write-quoted", text=plain))
    instead = f'absent = "{plain}"'
    place = f"{{ {instead} }}"
    if key == "value":
        place = say("toml.in-place", instead=instead, value=value)
    return reason, say("hint.write", text=place)


def _date(value: str) -> Said | None:
    match = _DATE.fullmatch(_ascii(value))
    if match is None:
        return None
    first, month, last = match.group(1, 3, 4)
    year, day = (first, last) if len(first) >= len(last) else (last, first)
    for choice in ((year, month, day), (year, day, month)):
        with suppress(ValueError):
            right = date(*map(int, choice)).isoformat()
            return say("toml.no-date", value=value), say("hint.write", text=right)
    return say("toml.no-day", value=value), say("toml.check-date")


def _number(value: str) -> Said | None:
    plain = _ascii(value)
    faults = _other_signs(value)
    shown = shortened(value)
    if plain.endswith("%"):
        plain = plain[:-1].rstrip()
        faults.append(say("toml.percent"))
    if _SIGNS_IN_A_ROW.fullmatch(plain):
        return say("toml.signs", value=shown), say("toml.keep-one")
    try:
        if _NUMBER.fullmatch(plain) and not faults and not plain.lstrip("+-").startswith("0"):
            right = plain.replace("_", "")
            quantity.number(right)
            return say("toml.underscore", value=shown), say("hint.write", text=right)
        match = _GROUPED.fullmatch(plain) or _PLAIN.fullmatch(plain)
        if match is None or not (match["whole"] or match["rest"]):
            return None
        right = _mended(match, faults)
    except quantity.UnreadableQuantityError as error:
        key, arguments = error.reason
        return say(f"{key}.of", value=shown, **arguments), told(error.hint)
    reason = say("toml.has", value=shown, faults=say("list.and").join(faults))
    return reason, say("hint.write", text=right)


def _mended(match: re.Match[str], faults: list[str]) -> str:
    """Return how a number is written, and add to the faults what was wrong with it."""
    parts = match.groupdict(default="")
    whole, point, rest = parts["whole"], parts["point"], parts["rest"]
    mark = parts.get("mark", "")
    if mark and (mark not in ".," or whole.count(mark) > 1 or point):
        faults.append(say(f"toml.thousands.{_THOUSANDS[mark]}"))
        whole = whole.replace(mark, "")
    elif mark:
        (whole, rest), point = whole.split(mark), mark
    sign = "-" if parts["sign"] == "-" else ""
    if point == ",":
        faults.append(say("toml.decimal-comma" if parts["point"] or not mark else "toml.comma"))
    if point and not (whole and rest):
        faults.append(say("toml.point"))
    plain = f"{sign}{whole.lstrip('0') or '0'}"
    quantity.number(f"{plain}.{rest or 0}")
    if len(whole) > 1 and whole.startswith("0"):
        faults.append(say("toml.zero"))
        if not rest:
            return say("toml.or-code", number=plain, code=shortened(whole))
    if rest and mark == point == ",":
        return say("toml.comma-either", point=f"{plain}.{rest}", whole=f"{plain}{rest}")
    if rest:
        return f"{plain}.{rest}"
    return say("toml.grouped", grouped=f"{int(plain):_}", plain=plain) if mark else plain


def _other_signs(value: str) -> list[str]:
    """Return which characters of a number are none of ASCII's, by name."""
    zeros = {ord(letter) - unicodedata.decimal(letter, 0) for letter in value if letter.isdecimal()}
    names = [
        say(f"toml.digits.{_DIGITS.get(zero, 'other')}") for zero in sorted(zeros - {ord("0")})
    ]
    return [*names, say("toml.minus")] if value[0] in "−–—" else names


def _quantity(value: str) -> Said | None:
    if len(value) > LONGEST:
        return None
    hint = saying("hint.write-quoted", text=value)
    try:
        quantity.parse(value)
    except quantity.UnreadableQuantityError as error:
        # A list of all spellings is no answer to this one.
        if error.hint.key in NAMING:
            hint = error.hint
        else:
            try:
                period.parse(value)
            except period.UnreadablePeriodError:
                return None
    return _needs_quotes(shortened(value), told(hint))


def _ascii(value: str) -> str:
    """Return the text with the digits and signs of other scripts in ASCII."""
    digits = (str(unicodedata.decimal(each, each)) for each in value.translate(_SIGNS))
    return unicodedata.normalize("NFKC", "".join(digits)).strip()
