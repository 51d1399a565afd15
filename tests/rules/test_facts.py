"""What is kept of a scorecard for the rules across files."""

from array import array
from decimal import Decimal
from math import nan

import pytest
from builders import Table, framework, scorecard

from scorecard.measure.assessment import Assessment, assess
from scorecard.model.scorecard import ScorecardClaim
from scorecard.rules.facts import Facts, facts
from scorecard.toml.rows import Rows, lift

TESTED = framework(
    {
        "count": {"kind": "flow"},
        "rate": {"kind": "rate"},
        "share": {"unit": "percent"},
        "stock": {"unit": "things"},
    }
)


def card(figures: Table, **about: object) -> Assessment:
    return assess(scorecard(figures, **about), TESTED)


def kept(figures: Table, **about: object) -> Facts:
    return facts(card(figures, **about))


def values(of: Facts) -> list[float | None]:
    """Return the numbers of a scorecard, in the order of the framework."""
    return [None if each != each else each for each in array("d", of.values)]  # noqa: PLR0124


def rows(*lines: str) -> Rows:
    found = lift("\n".join(["", "[figures]", *lines, ""]))
    assert found is not None
    return found.rows


def test_the_facts_of_a_scorecard() -> None:
    found = kept({"stock": 1.5}, period="2025-01/2025-12", level="district", parent="viet-nam")
    assert (found.shared.under.framework, found.shared.under.edition, found.shared.under.size) == (
        "tested",
        "1",
        4,
    )
    assert found.shared.under.additive == 0b1001
    assert (found.unit, found.shared.level, found.shared.parent) == ("hue", "district", "viet-nam")
    assert (found.shared.period.text, found.shared.months) == ("2025-01/2025-12", (24300, 0, 12))
    assert (found.claims_rank, found.estimated, found.final) == (False, False, False)
    assert (found.inapplicable, found.complete) == (0, True)
    assert values(found) == [None, None, None, 1.5]


def test_months_are_the_same_however_a_period_is_spelled() -> None:
    assert kept({}, period="2025").shared.months == kept({}, period="2025-01/2025-12").shared.months
    assert kept({}, period="XXXX-H2").shared.months == (None, 6, 6)


@pytest.mark.parametrize(
    ("figure", "number", "complete"),
    [
        (5, 5.0, True),
        (-0.5, -0.5, True),
        ("~7", 7.0, True),
        (">=7", 7.0, True),
        ("1/2", None, False),
        ("1..2", None, False),
        (True, 1.0, True),
        (False, 0.0, True),
        ({"absent": "missing"}, None, True),
    ],
)
def test_a_single_number_is_kept_and_what_else_adds_up_is_not(
    figure: object, number: float | None, complete: bool
) -> None:
    found = kept({"count": figure})
    assert (values(found), found.complete) == ([number, None, None, None], complete)


@pytest.mark.parametrize("name", ["rate", "share"])
def test_what_does_not_add_up_leaves_the_rest_complete(name: str) -> None:
    found = kept({name: "1/2"})
    assert (values(found), found.complete) == ([None] * 4, True)


def test_a_figure_that_the_framework_has_not_leaves_the_rest_incomplete() -> None:
    found = kept({"more": {"value": 5, "status": "final"}, "rate": 2})
    assert (values(found), found.complete, found.final) == ([None, 2.0, None, None], False, False)


@pytest.mark.parametrize(
    ("value", "complete"),
    [
        ("999999999999999", True),
        ("-99999999999.999", True),
        ("-1234567890123.45", True),
        ("0.00000000012345", True),
        ("1E+14", True),
        ("1E+15", False),
        ("1000000000000000", False),
        ("1E+18", False),
        ("1234567890123.00", True),
        ("1234567890123.000", False),
    ],
)
def test_more_digits_than_a_double_tells_leave_the_rest_incomplete(
    value: str, complete: bool
) -> None:
    found = kept({"stock": Decimal(value)})
    assert (values(found)[3], found.complete) == (float(value), complete)


def test_whether_any_figure_is_estimated_or_final() -> None:
    found = kept({"rate": {"value": 2, "status": "estimated"}})
    assert (found.estimated, found.final) == (True, False)
    found = kept({"rate": {"value": 2, "status": "final"}, "count": 1})
    assert (found.estimated, found.final) == (False, True)
    found = kept({"rate": {"value": 2, "status": "preliminary"}})
    assert (found.estimated, found.final) == (False, False)


def test_figures_that_do_not_apply_are_those_without_a_value() -> None:
    beside = {"absent": "not-applicable"}
    found = kept({"count": beside, "rate": {"absent": "missing"}, "stock": beside})
    assert found.inapplicable == 0b1001
    assert kept({"count": {**beside, "value": 1}}).inapplicable == 0


@pytest.mark.parametrize(
    ("about", "same"),
    [
        ({}, True),
        ({"name": {"en": "Hue", "vi": "Huế"}}, True),
        ({"codes": {"b": "2", "a": "1"}}, True),
        ({"level": "district"}, True),
        ({"name": {"vi": "Huế"}}, False),
        ({"name": "Huế"}, False),
        ({"codes": {"a": "1"}}, False),
        ({"codes": {"a": "2", "b": "1"}}, False),
    ],
)
def test_names_and_codes_are_told_apart(about: Table, same: bool) -> None:
    usual: Table = {"name": {"vi": "Huế", "en": "Hue"}, "codes": {"a": "1", "b": "2"}}
    first, other = kept({}, **usual), kept({}, **{**usual, **about})
    assert (first.naming == other.naming) is same


@pytest.mark.parametrize(
    ("claim", "claims"), [({}, False), ({"score": 5}, False), ({"rank": 3}, True)]
)
def test_whether_a_rank_is_claimed(claim: Table, claims: bool) -> None:
    claimed = ScorecardClaim.model_validate(claim)
    made = scorecard({}).model_copy(update={"claimed": claimed})
    assert facts(assess(made, TESTED)).claims_rank is claims


def test_frameworks_differ_by_the_ids_of_indicators_and_by_what_adds_up() -> None:
    first = kept({}).shared.under
    same = framework(
        {"count": {}, "rate": {"kind": "rate"}, "share": {"kind": "rate"}, "stock": {}}
    )
    assert facts(assess(scorecard({}), same)).shared.under == first
    fewer = framework({"count": {}})
    assert facts(assess(scorecard({}), fewer)).shared.under != first
    added = framework({name: {} for name in ("count", "rate", "share", "stock")})
    other = facts(assess(scorecard({}), added)).shared.under
    assert (other.indicators, other.additive) == (first.indicators, 0b1111)


def test_rows_beside_are_the_same_as_figures() -> None:
    found = rows(
        'count = { value = ">5", source = "r", status = "estimated" }',
        'rate = { absent = "not-applicable", source = "r" }',
        'share = { absent = "missing", source = "r", status = "final" }',
    )
    whole = {
        "count": {"value": ">5", "status": "estimated"},
        "rate": {"absent": "not-applicable"},
        "share": {"absent": "missing", "status": "final"},
        "stock": "1/2",
    }
    beside = facts(card({"stock": "1/2"}), found, [5.0, nan, nan])
    assert beside == kept(whole)
    assert (beside.estimated, beside.final, beside.inapplicable) == (True, True, 0b10)
    assert (values(beside), beside.complete) == ([5.0, None, None, None], False)
    # Rows that are kept are figures as well.
    assert facts(card(whole), found, [5.0, nan, nan]) == kept(whole)


def test_rows_that_say_nothing_of_status_or_absence_change_none() -> None:
    found = rows('count = { value = 5, source = "r" }')
    of = {"rate": {"absent": "not-applicable"}, "stock": {"value": 1, "status": "final"}}
    beside = facts(card(of), found, [5.0])
    assert (beside.estimated, beside.final, beside.inapplicable) == (False, True, 0b10)
    assert values(beside) == [5.0, None, None, 1.0]
    assert facts(card(of), rows()) == kept(of)
