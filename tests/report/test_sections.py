"""Groups with one indicator of their name: one row says both."""

from builders import Table, framework, scorecard
from views import grid, shown, side_by_side

from scorecard.formats.table import render_table
from scorecard.measure.assessment import assess
from scorecard.text.medium import Medium

TO_100: Table = {"target": 100}
RULES = framework(
    {
        "land": {**TO_100, "group": "land"},
        "roads": {**TO_100, "group": "ways"},
        "time": {**TO_100, "group": "time"},
        "help": {**TO_100, "group": "help"},
        "law": {"group": "law"},
    }
)
HUE = assess(scorecard({"land": 90, "roads": 80, "time": 70, "help": 60}), RULES)


def test_a_report_card_has_one_row_for_both() -> None:
    table = render_table(shown([HUE]), Medium(80, colour=False)).split("\n\n")
    rows = [[line.split()[:2] for line in part.splitlines()] for part in table[2:5]]
    assert rows == [
        [["Indicator", "Value"], ["─" * 76], ["land", "90"]],
        [["ways", "80.0"], ["roads", "80"]],
        [["time", "70"], ["help", "60"]],
    ]


def test_a_comparison_has_so_too_apart_from_what_is_said_of_units() -> None:
    view = side_by_side([HUE], rows="indicators")
    names = ["Indicator", "Rank", "Score", "Targets met", "land", "ways", "roads", "time", "help"]
    assert [row[0] for row in grid(view)] == names
    text = render_table(view, Medium(80, colour=False))
    assert [part.split()[0] for part in text.split("\n\n")[2:5]] == [
        *("land", "ways", "time"),
    ]
