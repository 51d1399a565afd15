"""The record of a view as JSON."""

import json
from decimal import Decimal

from views import real_views

from scorecard.formats.json import render_json
from scorecard.report.blocks import View
from scorecard.text.json import Json
from scorecard.text.medium import Medium


def test_a_record_is_written_as_it_is_with_a_line_end() -> None:
    record: dict[str, Json] = {"version": 1, "units": [{"score": Decimal("98.50")}], "n": None}
    text = render_json(View(tuple, lambda: record), Medium(1, colour=True))
    assert text.endswith("}\n")
    assert json.loads(text, parse_float=Decimal) == record


def test_a_real_record_has_no_number_in_quotes_and_no_float_noise() -> None:
    for view in real_views():
        text = render_json(view, Medium(1, colour=True))
        read = json.loads(text, parse_float=Decimal)
        assert {"version", "command", "frameworks", "units", "notes"} <= set(read)
        assert (read["version"], len(read["units"])) == (2, 3)
        for unit in read["units"]:
            for figure in unit["figures"]:
                value = figure["value"]
                assert value is None or not {type(value["low"]), type(value["high"])} & {str}
