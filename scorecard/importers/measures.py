"""Units of measure as books and reports write them, held against that of an indicator."""

import re
from collections.abc import Sequence

from scorecard.i18n import Words
from scorecard.i18n.language import spoken
from scorecard.i18n.sayings import say, told
from scorecard.importers.words import same
from scorecard.model.fields import Text, by_language
from scorecard.numbers.phrases import MULTIPLES
from scorecard.numbers.quantity import UnreadableQuantityError
from scorecard.numbers.wording import NAMING

_SAID = {
    "percent": {"%", "٪", "percent", "per cent", "phần trăm", "tỷ lệ %", "tỉ lệ %"},
    "points": {"điểm", "points"},
}
_ADVICE = {"count": "hint.counts", "yes-no": "hint.answer"}
"""How values are written of units that are no measure."""

_SHORT = {
    "đ": same("đồng"),
    "vnđ": same("đồng"),
    "tr": same("triệu"),
    "trđ": same("triệu đồng"),
    "ng": same("nghìn"),
}
_IN_THOUSANDS = re.compile(r"(?<=\d)[. ](?=\d{3})")
_TIMES = {same(word): str(times) for times, words in MULTIPLES.items() for word in words.split("|")}


def is_measure(said: str, unit: Text) -> bool:
    """Whether what is said to be counted can be the unit of measure of an indicator."""
    wanted, percent = unit == "percent", "%" in said or repeats(said, "percent")
    if wanted or percent:
        return wanted and percent
    # What a count counts, and how an answer is headed, is free; thousands of it are no count.
    free = {"count", "yes-no"} & set(by_language(unit).values())
    return (bool(free) and not _is_multiple(_words(said))) or repeats(said, unit)


def advice(error: UnreadableQuantityError, unit: Text) -> str:
    """Return how a text that states no quantity is written, of an indicator in this unit."""
    if not (error.counted and error.hint.key in NAMING) or is_measure(error.counted, unit):
        return told(error.hint)
    if isinstance(unit, str) and unit in _ADVICE:
        return say(_ADVICE[unit])
    words = Words(spoken())
    name = words(f"form.{unit}") if unit in ("percent", "points") else words.name(unit)
    return say("hint.in-unit", unit=name)


def repeats(said: str, unit: object) -> bool:
    """Whether what is said behind a number, if anything, only repeats a unit of measure.

    Of millions of dong, a text may say the millions alone.
    """
    if not said:
        return True
    words = _words(said)
    names = unit.values() if isinstance(unit, dict) else [unit]
    for name in map(str, names):
        known = _words(name)
        short = _is_multiple(known) and known[: len(words)] == words
        if short or words == known or words in map(_words, _SAID.get(name, ())):
            return True
    return False


def _is_multiple(words: Sequence[str]) -> bool:
    return words[0] in _TIMES.values()


def _words(text: str) -> list[str]:
    plain = _IN_THOUSANDS.sub("", same(text)).replace("/", " / ").replace(".", " ")
    spelled = (each for word in plain.split() for each in _SHORT.get(word, word).split())
    return [_TIMES.get(word, word) for word in spelled] or [""]
