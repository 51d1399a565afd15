"""The earlier scores of a unit as a line of bars."""

import pytest
from builders import Table, framework, scorecard

from scorecard.measure.assessment import assess
from scorecard.measure.change import history
from scorecard.measure.field import Fields
from scorecard.report.sparkline import sparkline

RULES = framework({"a": {"unit": "percent", "kind": "rate", "target": 100}})


def drawn(**values: object) -> tuple[str, str] | None:
    """Return the line of the last period, and the first period in it."""
    all_ = [
        assess(scorecard({"a": value}, period=period.removeprefix("y").replace("_", "-")), RULES)
        for period, value in values.items()
    ]
    found = sparkline(history(all_[-1], Fields(all_)))
    return found and (found[0], found[1].scorecard.period.text)


MISSING: Table = {"absent": "missing"}


@pytest.mark.parametrize(
    ("values", "line"),
    [
        ({"y2022": 40, "y2023": 50, "y2024": 60}, ("▁▅█", "2022")),
        ({"y2022": 40, "y2023": 40, "y2024": 40}, ("▅▅▅", "2022")),
        # A year without a scorecard, a bound, and about a number.
        (
            {"y2019": 40, "y2021": 45, "y2022": ">50", "y2023": "~50", "y2024": 60},
            ("▁·▃··█", "2019"),
        ),
        ({"y2019": ">40", "y2022": 40, "y2023": 50, "y2024": 60}, ("▁▅█", "2022")),
        # Only the same half of each year.
        ({"y2022_H1": 1, "y2022_H2": 9, "y2023_H1": 2, "y2024_H1": 3}, ("▁▅█", "2022-H1")),
        ({"y2023": 50, "y2024": 60}, None),
        ({"y2022": 40, "y2023": 50, "y2024": ">60"}, None),
        ({"y2021": 30, "y2022": 40, "y2023": 50, "y2024": MISSING}, None),
    ],
)
def test_a_line_is_of_scores_that_are_one_number(
    values: dict[str, object], line: tuple[str, str] | None
) -> None:
    assert drawn(**values) == line


def test_the_line_begins_after_the_edition_changed() -> None:
    other = RULES.model_copy(update={"edition": "0"})
    years = {"2020": other, "2021": other, "2022": RULES, "2023": RULES, "2024": RULES}
    all_ = [
        assess(scorecard({"a": place}, period=year), rules)
        for place, (year, rules) in enumerate(years.items())
    ]
    found = sparkline(history(all_[-1], Fields(all_)))
    assert found is not None
    assert (found[0], found[1].scorecard.period.text) == ("▁▅█", "2022")
