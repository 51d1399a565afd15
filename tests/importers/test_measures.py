"""What is counted behind a number, held against the unit of measure of its indicator."""

import pytest

from scorecard.importers.measures import repeats

REPEATED = [
    ("", "count"),
    ("%", "percent"),
    ("phần trăm", "percent"),
    ("điểm", "points"),
    ("vụ", {"vi": "Vụ", "en": "cases"}),
    ("cases", {"vi": "Vụ", "en": "cases"}),
    ("triệu", "triệu đồng"),
    ("tr", "triệu đồng"),
    ("tỉ", "tỷ đồng"),
    ("Triệu đồng", "triệu đồng/người"),
    ("triệu đồng", "triệu đồng"),
]
OTHER = [
    ("triệu", "count"),
    ("nhà", "count"),
    ("triệu", "tỷ đồng"),
    ("triệu đồng", "triệu"),
    ("ngày", "ngày công"),
    ("% hộ", "percent"),
    ("%", "points"),
    ("hộ", None),
]


@pytest.mark.parametrize(("said", "unit"), REPEATED)
def test_what_repeats_the_unit_of_measure_says_nothing_more(said: str, unit: object) -> None:
    assert repeats(said, unit)


@pytest.mark.parametrize(("said", "unit"), OTHER)
def test_what_is_in_another_unit_is_told_apart(said: str, unit: object) -> None:
    assert not repeats(said, unit)
