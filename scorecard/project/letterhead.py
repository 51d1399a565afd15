"""What the letterhead over a table says: the period of its figures, and whose they are."""

import re
from collections.abc import Sequence

from scorecard.project.starting import NewUnit, read_unit

_LEVELS = (
    ("commune", "xã|phường|thị trấn|đặc khu"),
    ("district", "huyện|quận|thị xã"),
    ("province", "tỉnh|thành phố"),
)
_UNIT = re.compile(
    rf"(?<!\w)(?:{'|'.join(words for _, words in _LEVELS)})\s+(?!hội\b)[^\W\d][^,;.()\-\n]*",
    re.IGNORECASE,
)
"""A kind and a name; but of a socialist republic there is only one."""

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


def unit_in(texts: Sequence[str]) -> tuple[NewUnit, str]:
    """Return the unit that a letterhead names, and its level; empty where it names none."""
    for text in texts:
        if match := _UNIT.search(text):
            name = match[0].strip().title()
            level = next(each for each, words in _LEVELS if re.match(words, name, re.IGNORECASE))
            return read_unit(name), level
    return NewUnit("", ""), "commune"
