"""What the letterhead over a table says: the period of its figures, and whose they are."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scorecard.model.level import LEVELS, Level
from scorecard.project.starting import NewUnit, read_unit

_KINDS: tuple[tuple[Level, str], ...] = (
    ("commune", "xã|phường|thị trấn|đặc khu"),
    ("district", "huyện|quận|thị xã"),
    ("province", "tỉnh|thành phố"),
)
_BODY = "ubnd|hđnd|[uủ][yỷ] ban nhân dân|hội đồng nhân dân|đảng [uủ][yỷ]|đảng bộ"
_KIND = "|".join(words for _, words in _KINDS)
_NO_NAME = "hội|trên|thuộc|của|và|có|đạt|được|trong|theo|khác"
_NEXT = rf"{_BODY}|{_KIND}|năm|quý|tháng|giai đoạn|đến"
_UNIT = re.compile(
    rf"(?<!\w)(?P<kind>{_KIND})\s+(?:[uủ][yỷ]\s+)?(?!(?:{_NO_NAME})(?!\w))"
    rf"(?P<name>\d{{1,2}}(?!\w|\s+tháng|/)|[^\W\d]+(?:\s+(?!(?:{_NEXT})(?!\w))[^\W\d]+){{0,4}})",
    re.IGNORECASE,
)
"""A kind and a name; but of a socialist republic there is only one."""

_ISSUER = re.compile(rf"\W*(?:(?:{_BODY})\s+)?{_UNIT.pattern}", re.IGNORECASE)
"""The line of a body; a sentence that names a unit begins otherwise."""

_SIGNED = re.compile(
    r"ngày\s+\S+\s+tháng\s+\S+\s+năm\s+\S+|ngày\s+\d+[/.-]\d+[/.-]\d+", re.IGNORECASE
)
"""The day of a report, which is not the period of its figures."""

_YEARS = re.compile(r"(?<!\d)(20\d\d)\s*[-–]\s*(20\d\d)(?!\d)")
_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_PARTS = (
    (r"6 tháng cuối", "{year}-H2"),
    (r"6 tháng", "{year}-H1"),
    (r"9 tháng", "{year}-01/{year}-09"),
    (r"quý\s+(?:iv|4)\b", "{year}-Q4"),
    (r"quý\s+(?:iii|3)\b", "{year}-Q3"),
    (r"quý\s+(?:ii|2)\b", "{year}-Q2"),
    (r"quý\s+(?:i|1)\b", "{year}-Q1"),
)


def period_in(texts: Sequence[str]) -> str:
    """Return the period that a letterhead names; nothing where it names none."""
    said = _SIGNED.sub("", " ".join(texts))
    years = _YEAR.findall(_YEARS.sub("", said))
    if not years:
        whole = _YEARS.search(said)
        return f"{whole[1]}/{whole[2]}" if whole else ""
    parts = (pattern for words, pattern in _PARTS if re.search(words, said, re.IGNORECASE))
    return next(parts, "{year}").format(year=max(years))


class Issuer(NamedTuple):
    """The unit whose figures a letterhead says they are, its level, and the id of its superior."""

    unit: NewUnit
    level: Level
    parent: str = ""


def issuer_in(texts: Sequence[str]) -> Issuer:
    """Return the unit that issued a report, empty where none is named.

    A letterhead has the superior body first and the issuer below it: UBND TỈNH ĐIỆN BIÊN, ỦY BAN
    NHÂN DÂN XÃ NÀ HỲ. Where it names nobody, the first that a title names is taken.
    """
    lines = [unicodedata.normalize("NFC", line) for text in texts for line in text.splitlines()]
    issuers = list(_units(filter(None, map(_ISSUER.match, lines))))
    named = _units(match for line in lines for match in _UNIT.finditer(line))
    issuer = next(iter(issuers), None) or next(named, None)
    for below in issuers[1:]:
        if issuer and _is_below(below, issuer):
            level: Level = "district" if below.level == "province" else below.level
            issuer = Issuer(below.unit, level, issuer.unit.id)
    return issuer or Issuer(NewUnit("", ""), "commune")


def _units(named: Iterable[re.Match[str]]) -> Iterator[Issuer]:
    """Yield the units that are named; what follows a kind in small letters is no name."""
    for match in named:
        if not match["name"][0].islower():
            kind = match["kind"].casefold()
            level = next(each for each, words in _KINDS if kind in words.split("|"))
            yield Issuer(read_unit(f"{match['kind']} {match['name']}".title()), level)


def _is_below(one: Issuer, other: Issuer) -> bool:
    """Whether a unit is of a lesser level, or a city in a province."""
    in_province = other.unit.name.startswith("Tỉnh ") and one.unit.name.startswith("Thành Phố ")
    return in_province or LEVELS.index(one.level) > LEVELS.index(other.level)
