"""The rows that are looked at: where nothing is wrong with these, nothing is with the others."""

from collections.abc import Mapping
from decimal import Decimal
from math import isnan

import pytest
from budget import budget
from builders import Table, framework, scorecard
from hypothesis import given
from hypothesis import strategies as st

from scorecard.measure.assessment import assess
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Source
from scorecard.rules.catalogue import check_scorecard
from scorecard.rules.sample import sample
from scorecard.toml.rows import Rows, lift

TESTED = framework(
    {
        "count": {},
        "places": {"limits": [0, 500]},
        "share": {"unit": "percent", "limits": [0, 100], "target": 100},
        "warmth": {"unit": "degrees", "limits": [Decimal("-5.5"), Decimal("40.25")]},
        "free": {"unit": "things"},
        "answer": {"unit": "yes-no", "method": "yes-no", "target": True},
        "asked": {"unit": {"en": "yes-no"}},
        "within": {"unit": "things", "method": "within", "target": "6..7"},
        "aimless": {"unit": "things", "method": "within"},
        "aimless_way": {"unit": "things", "method": "baseline"},
        "whole": {"unit": "things", "parts": ["half", "gone"]},
        "half": {"unit": "things"},
    }
)


def rows(figures: Mapping[str, str]) -> Rows:
    """Return rows by name, each from what stands between its braces."""
    lines = [f"{name} = {{ {keys} }}" for name, keys in figures.items()]
    found = lift("\n".join(["", "[figures]", *lines, ""]))
    assert found is not None
    assert list(found.rows.names) == list(figures)
    return found.rows


def kept(*figures: tuple[str, str], under: Framework = TESTED) -> list[str]:
    """Return the rows that are kept."""
    found = rows({name: f'{said}, source = "r"' for name, said in figures})
    return [found.names[at] for at in sample(found, under).kept]


def value(number: object) -> str:
    return f"value = {number}"


@pytest.mark.parametrize(
    ("name", "said", "is_kept"),
    [
        ("count", value(80), False),
        ("count", value('">80"'), False),
        ("count", value("80.0"), True),
        ("count", value("80.5"), True),
        ("count", value('"~80.5"'), True),
        ("count", 'absent = "missing"', False),
        ("places", value(0), False),
        ("places", value(500), False),
        ("places", value("499.5"), True),
        ("places", value(501), True),
        ("places", value('">=499"'), False),
        ("places", value('">=500"'), True),
        ("places", value('"<=0"'), True),
        ("share", value(100), False),
        ("share", value("100.00"), False),
        ("share", value("100.01"), True),
        ("share", value('"~100"'), True),
        ("share", value('">99.99"'), False),
        ("share", value("0.1"), False),
        ("share", 'absent = "not-due"', False),
        ("warmth", value("40.25"), False),
        ("warmth", value("40.26"), True),
        ("warmth", value('"<40.25"'), True),
        ("warmth", value(0), False),
        ("free", value("999999999.99"), False),
        ("within", value("999.5"), False),
        ("answer", value(1), True),
        ("answer", 'absent = "missing"', True),
        ("asked", value(1), True),
        ("aimless", value(1), True),
        ("aimless_way", value(1), True),
        ("whole", value(1), True),
        ("half", value(1), True),
        ("gone", value(1), True),
        ("unknown", value(1), True),
    ],
)
def test_a_row_is_kept_where_a_rule_may_find_something(name: str, said: str, is_kept: bool) -> None:
    under = "free" if name != "free" else "count"
    found = rows({under: 'value = 1, source = "r"', name: f'{said}, source = "r"'})
    assert sample(found, TESTED).kept == ([1] if is_kept else [])


def test_rows_are_kept_in_their_order() -> None:
    assert kept(("unknown", value(1)), ("share", value(101)), ("count", value("1.5"))) == [
        *("unknown", "share", "count"),
    ]


def test_of_each_source_one_row_names_it() -> None:
    found = rows(
        {
            "free": 'value = 1, source = "r"',
            "count": 'value = 1, source = "s#p1"',
            "share": 'value = 1, source = "s#p2"',
            "places": 'value = 1, source = "r#p3"',
            "within": 'value = 1, source = "t"',
        }
    )
    assert sample(found, TESTED)[:2] == ([], [0, 1, 4])


def test_a_row_that_is_kept_names_its_source() -> None:
    found = rows({"share": 'value = 101, source = "r"', "free": 'value = 1, source = "r"'})
    assert sample(found, TESTED)[:2] == ([0], [])


def test_values_are_numbers_where_there_are_any() -> None:
    found = rows(
        {
            "free": 'value = 1.50, source = "r"',
            "count": 'value = ">=20", source = "r"',
            "share": 'absent = "missing", source = "r"',
        }
    )
    values = sample(found, TESTED).values
    assert values[:2] == [1.5, 20.0]
    assert isnan(values[2])


@given(st.decimals(0, 999_999_999, places=2), st.sampled_from(["{:.0f}", "{:.1f}", "{:.2f}"]))
@budget(300)
def test_a_value_is_the_float_that_is_nearest(number: Decimal, form: str) -> None:
    said = form.format(number)
    found = rows({"free": f'value = {said}, source = "r"'})
    assert sample(found, TESTED).values == [float(said)]


def test_no_rows_are_no_sample() -> None:
    assert sample(rows({}), TESTED) == ([], [], [])


UNITS = st.sampled_from(["percent", "count", "things", "yes-no", "points"])
EDGES = [Decimal(each) for each in ("-5", "0", "0.1", "0.100000000000001", "5", "99.99", "100")]
NUMBERS = st.one_of(
    st.sampled_from(["0", "0.1", "0.10", "5", "5.0", "5.01", "99.99", "100", "100.00", "100.01"]),
    st.decimals(0, 120, places=2).map(str),
    st.integers(0, 120).map(str),
)


@st.composite
def indicators(draw: st.DrawFn) -> Table:
    keys: dict[str, object] = {"unit": draw(UNITS), "kind": draw(st.sampled_from(["rate", "flow"]))}
    keys["method"] = draw(st.sampled_from(["ratio", "ratio", "within", "baseline", "yes-no"]))
    if draw(st.booleans()):
        keys["target"] = draw(st.sampled_from([100, "6..7", "none", [50, 60]]))
        if isinstance(keys["target"], list):
            keys["target"] = [{"id": f"t{each}", "value": each} for each in keys["target"]]
    if draw(st.booleans()):
        keys["limits"] = sorted(draw(st.sets(st.sampled_from(EDGES), min_size=2, max_size=2)))
    if draw(st.booleans()):
        keys["baseline"] = 10
    if not draw(st.integers(0, 5)):
        keys["parts"] = draw(st.lists(st.sampled_from("abcde"), max_size=3))
    return keys


@st.composite
def stated(draw: st.DrawFn) -> str:
    source = f'source = "{draw(st.sampled_from(["r", "r", "r#p1", "s", "t"]))}"'
    if not draw(st.integers(0, 5)):
        return f'absent = "{draw(st.sampled_from(["missing", "not-applicable"]))}", {source}'
    sign, number = (
        draw(st.sampled_from(["", "", "", *"<>~", ">=", "<=", "<~", ">~"])),
        draw(NUMBERS),
    )
    said = f'"{sign}{number}"' if sign else number
    return f"value = {said}, {source}"


@given(
    st.dictionaries(st.sampled_from("abcde"), indicators(), min_size=1),
    st.dictionaries(st.sampled_from("abcdef"), stated(), min_size=1),
    st.sets(st.sampled_from("rst"), min_size=1),
)
@budget(600)
def test_what_is_wrong_with_any_row_is_wrong_with_those_kept(
    measured: dict[str, Table], figures: dict[str, str], sources: set[str]
) -> None:
    under, found = framework(measured), rows(figures)
    model: dict[str, object] = {name: _figure(found, at) for at, name in enumerate(found.names)}
    listed = {name: Source.model_validate({"title": "Account"}) for name in sorted(sources)}
    chosen = sample(found, under)
    some = {found.names[at]: model[found.names[at]] for at in chosen.kept}
    for at in chosen.named:
        some[found.names[at]] = {"source": found.sources[at], "absent": "missing"}
    in_all, in_some = (
        {
            finding.code
            for finding in check_scorecard(
                assess(scorecard(each).model_copy(update={"sources": listed}), under)
            )
        }
        for each in (model, some)
    )
    assert in_all == in_some


def _figure(found: Rows, at: int) -> Table:
    number, absence = found.numbers[at], found.absences[at]
    sign = found.signs[at] or ""
    said: Table = {"source": found.sources[at]}
    if number is None:
        return {**said, "absent": absence}
    return {**said, "value": f"{sign}{number}" if sign else Decimal(number)}
