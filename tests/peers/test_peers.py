"""Schemes that others published come out as they did: every score and every rank."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from builders import interval
from peers.schemes import ASEM_WEIGHTS, asem, half_up, nirf, openssf, published

from scorecard.measure.assessment import Assessment
from scorecard.measure.rank import ranks
from scorecard.model.scorecard import ScorecardClaim
from scorecard.numbers.interval import Interval, exactly
from scorecard.rules.claims import wholes

Units = Mapping[str, Assessment]

PILLARS = ("ConEcFin", "Instit", "P2P", "Physical", "Political", "Environ", "Social", "SusEcFin")

# A total is printed with two decimals, and made of parameters that have more than are printed.
HALF_OF_A_HUNDREDTH = Fraction(1, 200)


@pytest.fixture(scope="module")
def countries() -> Units:
    return asem()


@pytest.fixture(scope="module")
def institutes() -> Units:
    return nirf()


@pytest.fixture(scope="module")
def projects() -> Units:
    return openssf(missing="left-out")


def exact(score: Interval | None) -> Fraction:
    assert score is not None
    assert score.low is not None
    assert score.exact
    return score.low


def scores(units: Units) -> dict[str, Fraction]:
    return {name: exact(unit.total.score) for name, unit in units.items()}


def ranked(found: Mapping[str, Fraction]) -> dict[str, int | None]:
    places = ranks([exactly(score) for score in found.values()])
    return {unit: place and place.best for unit, place in zip(found, places, strict=True)}


def column(table: str, key: str, name: str) -> dict[str, Fraction]:
    return {row[key]: Fraction(row[name]) for row in published(table)}


def ranks_in(table: str, key: str, name: str) -> dict[str, int]:
    return {unit: int(rank) for unit, rank in column(table, key, name).items()}


def of_pillar(units: Units, pillar: str) -> dict[str, Fraction]:
    groups = {
        name: {group.id: found for group, found in unit.groups} for name, unit in units.items()
    }
    return {name: half_up(exact(found[pillar.lower()].score), 2) for name, found in groups.items()}


def test_all_51_countries_have_the_published_score_and_rank(countries: Units) -> None:
    found = scores(countries)
    printed = {name: half_up(score, 2) for name, score in found.items()}
    assert len(found) == 51
    assert printed == column("asem/scores", "country", "Index")
    assert ranked(found) == ranks_in("asem/ranks", "country", "Index")


@pytest.mark.parametrize("pillar", PILLARS)
def test_a_pillar_of_all_countries_has_the_published_scores_and_ranks(
    countries: Units, pillar: str
) -> None:
    # Pillars were ranked by the scores that are printed: two pairs share a rank for that.
    printed = of_pillar(countries, pillar)
    assert printed == column("asem/scores", "country", pillar)
    assert ranked(printed) == ranks_in("asem/ranks", "country", pillar)


def test_pillars_weigh_the_same_however_many_indicators_they_have(countries: Units) -> None:
    switzerland = countries["CHE"]
    worths = switzerland.worths
    together = {
        group.id: sum(
            worths[item.indicator.id]
            for item in switzerland.measured
            if item.indicator.group == group.id
        )
        for group, _ in switzerland.groups
    }
    assert together == ASEM_WEIGHTS
    assert worths["embs"] == 1
    assert worths["goods"] == Fraction(3, 5)
    assert switzerland.total.most == 30
    assert {unit.coverage for unit in countries.values()} == {1}


def differing(units: Units) -> dict[str, tuple[Fraction, Fraction]]:
    totals = column("nirf/institutes", "name", "total")
    pairs = {name: (score, totals[name]) for name, score in scores(units).items()}
    return {
        name: (score, total)
        for name, (score, total) in pairs.items()
        if abs(score - total) > HALF_OF_A_HUNDREDTH
    }


def test_84_of_85_institutes_have_the_published_score_and_one_is_capped(institutes: Units) -> None:
    assert len(institutes) == 85
    assert differing(institutes) == {"IIT Madras": (Fraction("89.773"), Fraction("89.78"))}
    perception = institutes["IIT Madras"].measured[-1]
    # Its perception is 100.04 of 100. A scale is full at its end, and earns no more than that.
    assert perception.completion == interval("1.0004")
    assert perception.points == interval("10")
    assert perception.mark == "full"


def claims_told(units: Units, claimed: Mapping[str, Mapping[str, object]]) -> dict[str, str]:
    """Return what is told of units whose sources claim these of them."""
    found = {}
    for name, claim in claimed.items():
        card = units[name].scorecard
        claiming = card.model_copy(update={"claimed": ScorecardClaim.model_validate(claim)})
        unit = replace(units[name], card=claiming)
        for each in wholes(unit):
            found[name] = f"{each.code} {each.message}"
    return found


def claimed(table: str, key: str, score: str) -> dict[str, dict[str, object]]:
    return {row[key]: {"score": Decimal(row[score])} for row in published(table)}


def test_of_85_claimed_totals_the_one_that_is_not_capped_is_told(institutes: Units) -> None:
    totals = claimed("nirf/institutes", "name", "total")
    assert claims_told(institutes, totals) == {
        "IIT Madras": (
            "SC602 the source claims a score of 89.78; its printed figures give 89.773, and 89.777 "
            "without the cap of 100 %, which explains the difference"
        )
    }
    assert claims_told(nirf(cap=Decimal("1.1")), totals) == {}


def test_of_26_claimed_scores_that_with_checks_without_a_result_is_left_open(
    projects: Units,
) -> None:
    printed = claimed("openssf/projects", "project", "score")
    # Where the rules leave them out, every score follows.
    assert claims_told(projects, printed) == {}
    told = claims_told(openssf(), printed)
    assert all(each.startswith("SC603 ") for each in told.values())
    assert told["gatsbyjs/gatsby"] == (
        "SC603 the source claims a score of 6.2; the printed figures do not show it: they give "
        "4.7–7.2, and 6.25 on what was reported"
    )


def test_all_51_countries_have_the_score_that_is_claimed(countries: Units) -> None:
    assert claims_told(countries, claimed("asem/scores", "country", "Index")) == {}


def test_all_85_institutes_have_the_published_score_where_nothing_is_capped() -> None:
    uncapped = nirf(cap=Decimal("1.1"))
    assert differing(uncapped) == {}
    assert uncapped["IIT Madras"].total.score == interval("89.777")


def test_all_85_institutes_have_the_published_rank(institutes: Units) -> None:
    # Two have the same total in print, 43.97, and ranks by what is behind it.
    assert ranked(scores(institutes)) == ranks_in("nirf/institutes", "name", "rank")


def test_all_26_projects_have_the_published_score_of_10(projects: Units) -> None:
    found, printed = scores(projects), column("openssf/projects", "project", "score")
    assert len(found) == 26
    assert {
        name: (score, printed[name])
        for name, score in found.items()
        if half_up(score, 1) != printed[name]
    } == {
        # The one score that is just between two decimals: it was printed by Go, half to even.
        "gatsbyjs/gatsby": (Fraction("6.25"), Fraction("6.2"))
    }
    assert {name: round(score, 1) for name, score in found.items()} == printed


def test_a_project_with_five_checks_without_a_result_is_not_ranked(projects: Units) -> None:
    reasons = {name: unit.unclassed for name, unit in projects.items() if unit.unclassed}
    assert reasons == {"gatsbyjs/gatsby": "coverage"}
    gatsby = projects["gatsbyjs/gatsby"]
    assert gatsby.coverage == Fraction(16, 21)
    assert gatsby.total.most == 80
    assert gatsby.figures == (13, 18, 0)


def test_checks_left_out_give_the_score_on_what_was_reported(projects: Units) -> None:
    unknown = openssf()
    assert {name: exact(unit.reported.score) for name, unit in unknown.items()} == scores(projects)
    gatsby = unknown["gatsbyjs/gatsby"].total
    # 50 of 80 points are earned, and the other 25 of 105 left open.
    assert gatsby.points == interval("[50, 75]")
    assert gatsby.most == 105
    assert gatsby.score == interval("[100/21, 50/7]")
