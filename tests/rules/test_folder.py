"""Rules across files: scorecards that stand twice, and claimed ranks."""

from collections.abc import Mapping

import pytest
from builders import Table, framework, scorecard
from folders import folder as folder_of
from folders import found_together

from scorecard.diagnostic import Finding
from scorecard.measure.assessment import Assessment, assess
from scorecard.model.framework import Framework
from scorecard.model.scorecard import ScorecardClaim
from scorecard.rules.ranks import claimed_ranks, same_twice

ONE = {"x": {"unit": "percent", "target": 100, "limits": [0, 100]}}
TESTED = framework(ONE)


def unit(
    name: str, value: object, claim: Table, of: Framework = TESTED, *, period: str = "2025"
) -> Assessment:
    """A unit whose only figure, in per cent of 100, is its score; `claim` holds its level too."""
    about = {key: claim[key] for key in claim.keys() & {"level", "parent"}}
    card = scorecard({"x": value}, period=period, id=name, name=name, **about)
    stated = {key: claim[key] for key in claim.keys() & {"score", "rank", "rank_of"}}
    claimed = ScorecardClaim.model_validate(stated)
    return assess(card.model_copy(update={"claimed": claimed}), of)


def ranked(**units: tuple[object, int | None]) -> dict[str, Assessment]:
    """Units by name, each with its score and the rank that its source claims."""
    return {name: unit(name, value, {"rank": rank}) for name, (value, rank) in units.items()}


def told(assessments: Mapping[str, Assessment]) -> dict[str, str]:
    found: list[tuple[str, Finding]] = list(claimed_ranks(folder_of(assessments)))
    assert all(finding.path == ("claimed", "rank") for _, finding in found)
    return {name: f"{finding.code} {finding.message}" for name, finding in found}


def rank_told(claimed: int, computed: str) -> str:
    return f"SC702 the source claims rank {claimed}; the scores here give {computed}"


def tie_told(claimed: int, others: str, computed: str) -> str:
    return (
        f"SC703 the source claims rank {claimed}; the score of {others} is the same, so they "
        f"share rank {computed}: the source breaks the tie by what it does not print"
    )


def residue_told(claimed: int, computed: str) -> str:
    return (
        f"SC704 the source claims rank {claimed}; the printed figures give {computed}, and their "
        "rounding explains the difference"
    )


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ({"a": (90, 1), "b": (80, 2), "c": (70, 3)}, {}),
        ({"a": (90, 1), "b": (80, 3), "c": (70, 3)}, {"b": rank_told(3, "2")}),
        ({"a": (90, None), "b": (80, 1)}, {"b": rank_told(1, "2")}),
        # Where units are missing, a claimed rank can only be worse than the one here.
        ({"a": (90, 18), "b": (80, 25)}, {}),
        ({"a": (90, 18), "b": (80, 1)}, {"b": rank_told(1, "2")}),
        # Bounds that leave the rank open contradict no rank within it.
        ({"a": (">70", 2), "b": (80, 1)}, {}),
        ({"a": (">70", 3), "b": (80, 1), "c": (60, 3)}, {"a": rank_told(3, "1–2")}),
        # Who has a rank in the source has one, whatever is missing here; else there is none.
        ({"a": ({"absent": "missing"}, 1), "b": (80, 1)}, {}),
        ({"a": ({"absent": "missing"}, 2), "b": (80, 1), "c": (70, 3)}, {}),
        (
            {"a": ({"absent": "missing"}, None), "b": (80, 1), "c": (70, 3)},
            {"c": rank_told(3, "2")},
        ),
        # A share is exact, and so is its tie.
        ({"a": ("4/5", 1), "b": ("8/10", 2)}, {"b": tie_told(2, "a", "1")}),
        (
            {"a": ("4/5", 1), "b": ("8/10", 3), "c": ("12/15", 2)},
            {"b": tie_told(3, "a and c", "1"), "c": tie_told(2, "a and b", "1")},
        ),
        (
            {"a": ("4/5", 1), "b": ("8/10", 3), "c": ("1/2", 3)},
            {"b": rank_told(3, "1")},
        ),
        # Equal bounds are no tie.
        (
            {"a": ("60..70", 1), "b": ("60..70", 3), "c": (20, 3)},
            {"b": rank_told(3, "1–2")},
        ),
        # What is printed as 80 may be up to 80.5, and so more than 80.2.
        (
            {"a": (80, 1), "b": (80.2, 2)},
            {"a": residue_told(1, "2"), "b": residue_told(2, "1")},
        ),
        ({"a": (80.1, 1), "b": (80.3, 2)}, {"a": rank_told(1, "2"), "b": rank_told(2, "1")}),
    ],
)
def test_a_claimed_rank_is_one_that_the_scores_allow(
    units: dict[str, tuple[object, int | None]], expected: dict[str, str]
) -> None:
    assert told(ranked(**units)) == expected


@pytest.mark.parametrize(
    "other",
    [
        unit("b", 90, {"rank": 1, "level": "district"}),
        unit("b", 90, {"rank": 1, "parent": "viet-nam"}),
        unit("b", 90, {"rank": 1}, period="2024"),
        unit("b", 90, {"rank": 1}, period="2025-H1"),
        unit("b", 90, {"rank": 1}, TESTED.model_copy(update={"edition": "2"})),
        unit("b", 90, {"rank": 1}, TESTED.model_copy(update={"id": "other"})),
    ],
    ids=["level", "parent", "period", "length", "edition", "framework"],
)
def test_units_that_no_source_ranks_together_are_not_ranked_together(other: Assessment) -> None:
    assert told({"a": unit("a", 80, {"rank": 1}), "b": other}) == {}


def test_a_unit_that_stands_twice_counts_once() -> None:
    units = ranked(a=(90, 1), b=(80, 2))
    both = {"a": units["a"], "again": unit("a", 91, {}), "b": units["b"]}
    assert told(both) == {}


def test_a_score_that_its_own_source_contradicts_makes_no_other_rank_wrong() -> None:
    units = ranked(b=(80, 2), c=(70, 3))
    assert told({"a": unit("a", 9, {"rank": 1, "score": 90}), **units}) == {}
    # With a claimed score that bears it out, the rank is what is wrong.
    assert told({"a": unit("a", 9, {"rank": 1, "score": 9}), **units}) == {
        "a": rank_told(1, "3"),
        "b": rank_told(2, "1"),
        "c": rank_told(3, "2"),
    }


def test_the_later_files_of_one_unit_and_period_are_told() -> None:
    files = {
        "hue.toml": unit("hue", 80, {}),
        "hue-2024.toml": unit("hue", 80, {}, period="2024"),
        "hue-months.toml": unit("hue", 81, {"level": "district"}, period="2025-01/2025-12"),
        "ha-noi.toml": unit("ha-noi", 80, {}),
        "hue-copy.toml": unit("hue", 80, {}),
        "edition.toml": unit("hue", 80, {}, TESTED.model_copy(update={"edition": "2"})),
        "framework.toml": unit("hue", 80, {}, TESTED.model_copy(update={"id": "other"})),
    }
    found = list(same_twice(folder_of(files)))
    assert all(finding.path == ("unit", "id") for _, finding in found)
    assert [(name, finding.message) for name, finding in found] == [
        (
            "hue-months.toml",
            'the figures of "hue" for 2025-01/2025-12 under "tested" stand in hue.toml too',
        ),
        (
            "hue-copy.toml",
            'the figures of "hue" for 2025 under "tested" stand in hue.toml too',
        ),
    ]
    assert {finding.code for _, finding in found} == {"SC701"}


def test_a_year_that_is_not_stated_is_a_period_of_its_own() -> None:
    periods = ["XXXX-H1", "XXXX-H2", "2025-H1"]
    files = {period: unit("hue", 80, {}, period=period) for period in periods}
    assert list(same_twice(folder_of(files))) == []


def test_the_folder_is_checked_for_both() -> None:
    files = {
        "a.toml": unit("a", 90, {"rank": 2}),
        "b.toml": unit("b", 80, {"rank": 2}),
        "c.toml": unit("b", 80, {}),
    }
    found = [(name, finding.code) for name, finding in found_together(files)]
    assert found == [("c.toml", "SC701"), ("a.toml", "SC702")]


def test_a_rank_in_another_field_is_not_checked() -> None:
    units = {
        "a": unit("a", 90, {"rank": 2, "rank_of": 63}),
        "b": unit("b", 80, {"rank": 2, "score": 80}),
    }
    assert told(units) == {}
    units["a"] = unit("a", 90, {"rank": 2})
    assert told(units) == {"a": rank_told(2, "1")}
