"""What is kept of a scorecard for rules across files gives back what its figures print."""

import pytest
from builders import framework, scorecard

from scorecard.measure.assessment import assess
from scorecard.numbers.quantity import Form, spell
from scorecard.rules.record import record

TESTED = framework(
    {
        "x": {"unit": "things", "kind": "rate"},
        "counted": {"unit": "count", "kind": "flow"},
        "above": {"unit": "things", "kind": "stock", "limits": [0, 10]},
        "below": {"unit": "things", "kind": "stock", "limits": [-1, 10]},
        "z": {"unit": "yes-no", "kind": "stock", "method": "yes-no"},
    }
)


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        ("0", "0"),
        ("-0", "-0"),
        ("12", "12"),
        ("-12.5", "-12.5"),
        ("12.50", "12.50"),
        ("12.0", "12.0"),
        (1e-7, "0.0000001"),
        ("0.3", "0.3"),
        ("123456789012345", "123456789012345"),
        ("0.123456789012345", "0.123456789012345"),
        # Doubles of these are not whole powers of ten.
        ("100000000000000000000000", "100000000000000000000000"),
        ("1234567890123450000000000", "1234567890123450000000000"),
        (1e23, "100000000000000000000000"),
        (">98", ">98"),
        (">=98.0", ">=98.0"),
        ("<~20000", "<~20000"),
        ("6.6..6.80", "6.6..6.80"),
        ("12/18", "12/18"),
        (True, "true"),
        (False, "false"),
    ],
)
def test_a_value_comes_back_as_it_was_printed(value: object, printed: str) -> None:
    figures = {"z" if isinstance(value, bool) else "x": value}
    assessment = assess(scorecard(figures), TESTED)
    kept = record(assessment)
    (place,) = (kept.under.indicators.index(name) for name in figures)
    found = kept.value(place)
    assert found is not None
    assert spell(found) == printed
    (figure,) = assessment.scorecard.figures.values()
    assert found == figure.value


def test_a_figure_that_is_absent_or_of_no_indicator_has_no_value() -> None:
    figures = {"x": {"absent": "not-applicable"}, "other": {"value": 1, "status": "final"}}
    kept = record(assess(scorecard(figures), TESTED), ["x", "other"])
    assert [kept.value(place) for place in range(5)] == [None] * 5
    assert (kept.inapplicable, kept.faulty, kept.final, kept.estimated) == (0b1, 0b1, 0, 0)


def test_what_is_final_and_what_is_estimated_is_kept_by_place() -> None:
    figures = {
        "x": {"value": 1, "status": "estimated"},
        "counted": {"value": ">1", "status": "final"},
        "above": {"value": "1/2", "status": "preliminary"},
    }
    kept = record(assess(scorecard(figures), TESTED))
    assert (kept.final, kept.estimated, kept.inapplicable, kept.faulty) == (0b10, 0b1, 0, 0)


def test_of_indicators_it_is_kept_which_add_up_and_which_are_never_below_0() -> None:
    under = record(assess(scorecard({}), TESTED)).under
    assert under.indicators == ("x", "counted", "above", "below", "z")
    assert (under.additive, under.positive) == (0b01110, 0b00110)


def test_a_bound_keeps_its_number_and_a_share_has_none() -> None:
    kept = record(assess(scorecard({"x": ">5", "above": "1/2"}), TESTED))
    assert [str(number) for number in kept.doubles()] == ["5.0", "nan", "nan", "nan", "nan"]
    found = kept.value(0)
    assert found is not None
    assert found.form is Form.ABOVE
