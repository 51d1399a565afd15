"""Suppositions in the words of the command line: what is read, and what is refused."""

import pytest
from builders import Table, framework, interval, scorecard

from scorecard.measure.assessment import Assessment, assess
from scorecard.numbers.quantity import DONE, NOT_DONE, parse
from scorecard.project.errors import CannotRunError
from scorecard.project.supposing import Said, read_suppositions, supposed

OF = framework(
    {
        "turnout": {
            "name": {"vi": "Cử tri: đi bầu"},
            "unit": "percent",
            "kind": "rate",
            "target": 100,
            "limits": [0, 100],
        },
        "plan_issued": {"unit": "yes-no", "method": "yes-no"},
    }
)
ROADS = framework({"roads": {"unit": "count", "target": 10}})


def unit(name: str, figures: Table) -> Assessment:
    return assess(scorecard(figures, id=name, name={"an-phu": "An Phú"}.get(name, name)), OF)


UNITS = [
    unit("an-phu", {"turnout": 90, "plan_issued": True}),
    unit("binh-tan", {"turnout": 80, "plan_issued": False}),
    assess(scorecard({"roads": 5}, id="chau-thanh"), ROADS),
]

READ = [
    ("turnout=95", Said("turnout", parse("95"))),
    ("an-phu:turnout=95.5", Said("an-phu:turnout", parse("95.5"))),
    ("turnout=>98", Said("turnout", parse(">98"))),
    ("turnout=>=98", Said("turnout", parse(">=98"))),
    ("turnout=12/18", Said("turnout", parse("12/18"))),
    ("turnout=-4.13", Said("turnout", parse("-4.13"))),
    ("plan_issued=true", Said("plan_issued", DONE)),
    ("an-phu:plan_issued=false", Said("an-phu:plan_issued", NOT_DONE)),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_what_is_supposed_is_read(text: str, expected: Said) -> None:
    assert read_suppositions([text]) == [expected]


def test_several_are_read_in_their_order() -> None:
    assert read_suppositions([]) == []
    assert read_suppositions([text for text, _ in READ]) == [found for _, found in READ]


ANY = 'write a number, or "98.56", ">98", "<=5", "~722.95", "<~20000", "6.6..6.8", "12/18"'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("turnout", "write INDICATOR=VALUE or UNIT:INDICATOR=VALUE"),
        ("turnout=", "write INDICATOR=VALUE or UNIT:INDICATOR=VALUE"),
        ("=5", "write INDICATOR=VALUE or UNIT:INDICATOR=VALUE"),
        ("", "write INDICATOR=VALUE or UNIT:INDICATOR=VALUE"),
        (":turnout=5", "write INDICATOR=VALUE or UNIT:INDICATOR=VALUE"),
        ("turnout=many", f"this states no quantity; {ANY}"),
        ("turnout=98%", 'this states no quantity; write "98"'),
        ("turnout=8..5", 'the range runs backwards; write the smaller number first: "5..8"'),
        ("turnout=rising", f"this states no quantity; {ANY}"),
    ],
)
def test_what_supposes_nothing_is_refused(text: str, expected: str) -> None:
    with pytest.raises(CannotRunError) as refused:
        read_suppositions(["turnout=1", text])
    assert str(refused.value) == f'--what-if "{text}": {expected}'


def values(*texts: str) -> list[str]:
    """Return which figures are supposed, each with its unit and value."""
    return [
        f"{found.scorecard.unit.id}:{item.indicator.id}={item.value and item.value.low}"
        for found in supposed(UNITS, UNITS, read_suppositions(texts)).shown
        for item in found.measured
        if item.supposed
    ]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([], []),
        (["turnout=95"], ["an-phu:turnout=95", "binh-tan:turnout=95"]),
        (["an-phu:turnout=95"], ["an-phu:turnout=95"]),
        (
            ["roads=7", "binh-tan:plan_issued=true"],
            ["binh-tan:plan_issued=1", "chau-thanh:roads=7"],
        ),
        (
            ["cu tri đi bầu=95", "An  Phú:Cử tri: đi bầu = 90"],
            ["an-phu:turnout=90", "binh-tan:turnout=95"],
        ),
        (["TURNOUT=95"], ["an-phu:turnout=95", "binh-tan:turnout=95"]),
        (["turnout=1", "turnout=2"], ["an-phu:turnout=2", "binh-tan:turnout=2"]),
    ],
)
def test_units_are_shown_as_they_would_be(texts: list[str], expected: list[str]) -> None:
    assert values(*texts) == expected


def test_who_is_not_concerned_stays_the_same() -> None:
    found = supposed(UNITS, UNITS, read_suppositions(["an-phu:turnout=100"])).everything
    assert found[0].total.score == interval("100")
    assert found[1:] == UNITS[1:]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "an-phi:turnout=5",
            'there is no unit "an-phi" among those shown; did you mean "an-phu"?',
        ),
        ("zzz:turnout=5", 'there is no unit "zzz" among those shown'),
        ("turnot=5", 'there is no indicator "turnot"; did you mean "turnout"?'),
        ("an-phu:roads=5", 'there is no indicator "roads"'),
        ("turnout=101", '101 is outside the limits of "turnout", 0 to 100'),
        ("turnout=-1", '-1 is outside the limits of "turnout", 0 to 100'),
        ("plan_issued=5", "5 is no yes-no value"),
        ("roads=2.000", '2.000 is no count, and "roads" is counted'),
    ],
)
def test_what_cannot_be_supposed_is_refused(text: str, expected: str) -> None:
    with pytest.raises(CannotRunError) as refused:
        values(text)
    assert str(refused.value) == f"--what-if: {expected}"


def test_a_mistake_of_the_file_is_not_that_of_a_supposition() -> None:
    units = [unit("an-phu", {"turnout": 900, "plan_issued": 7})]
    ((found,), _, _) = supposed(units, units, read_suppositions(["turnout=50"]))
    assert found.measured[0].value == interval("50")
