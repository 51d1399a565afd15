"""The project's own scorecards: what they state is what their figures give."""

import re
import shutil
from fractions import Fraction
from pathlib import Path

import pytest
from builders import interval, side_by_side

from scorecard.i18n.rules import Severity
from scorecard.measure.assessment import Assessment
from scorecard.project.folders import files_at
from scorecard.project.load import File, load_all

SCORECARDS = Path(__file__).parents[1] / "scorecards"
CENT = Fraction(1, 100)


@pytest.fixture(scope="module")
def opened() -> list[File]:
    return load_all(map(Path, files_at([SCORECARDS])))


@pytest.fixture(scope="module")
def provinces(opened: list[File]) -> dict[str, Assessment]:
    found = under("decision-766", opened)
    return {name: each for name, each in found.items() if each.scorecard.unit.level == "province"}


@pytest.fixture(scope="module")
def mobilization(opened: list[File]) -> dict[str, Assessment]:
    return under("mobilization", opened)


def under(framework: str, opened: list[File]) -> dict[str, Assessment]:
    return {
        file.assessment.scorecard.unit.id: file.assessment
        for file in opened
        if file.assessment and file.assessment.framework.id == framework
    }


def claimed_rank(assessment: Assessment) -> int | None:
    claimed = assessment.scorecard.claimed
    return claimed.rank if claimed else None


def test_every_file_is_read_and_none_has_an_error(opened: list[File]) -> None:
    assert len(opened) == 569
    assert [file.path.name for file in opened if not file.assessment] == ["scorecard.toml"]
    found = [
        (item.code, item.severity, file.path.parent.name)
        for file in opened
        for item in file.diagnostics
    ]
    # Hưng Yên and Quảng Ngãi have the same score, and the source gives them 30 and 31; so do Hà
    # Tĩnh and Lai Châu, with 4 and 5.
    assert found == [
        ("SC703", Severity.NOTE, "quang-ngai"),
        ("SC703", Severity.NOTE, "lai-chau"),
    ]


def test_every_file_lies_under_its_framework_and_unit_and_bears_its_period(
    opened: list[File],
) -> None:
    measured = [file for file in opened if file.assessment]
    assert len(measured) == 568
    for file in measured:
        assert file.assessment is not None
        card = file.assessment.scorecard
        period = card.period.text.replace("/", "--")
        folder = file.assessment.framework.id
        if card.unit.level == "commune" and folder == "decision-766":
            folder = "gia-lai-communes"
        expected = f"{folder}/{card.unit.id}/{period}.toml"
        assert file.path.relative_to(SCORECARDS).as_posix() == expected


def test_the_points_of_a_province_add_up_to_its_claimed_score(
    provinces: dict[str, Assessment],
) -> None:
    assert len(provinces) == 34
    for name, assessment in provinces.items():
        groups = [summed.points.low or Fraction(0) for _, summed in assessment.groups]
        claimed = assessment.scorecard.claimed
        assert claimed is not None
        assert claimed.score is not None
        assert (len(groups), assessment.total.most) == (6, Fraction(100))
        assert assessment.coverage == 1
        assert assessment.total.score == interval(str(sum(groups))), name
        assert abs(sum(groups) - Fraction(claimed.score)) <= CENT, name


def test_the_rank_of_a_province_is_the_claimed_one_where_no_score_is_shared(
    provinces: dict[str, Assessment],
) -> None:
    standings = side_by_side(list(provinces.values())).standings
    ranks = {each.assessment.scorecard.unit.id: each.rank and each.rank[:2] for each in standings}
    shared = {"hung-yen", "quang-ngai"}
    assert {name: ranks[name] for name in shared} == dict.fromkeys(shared, (30, 30))
    assert {claimed_rank(provinces[name]) for name in shared} == {30, 31}
    for name in provinces.keys() - shared:
        claimed = claimed_rank(provinces[name])
        assert claimed is not None
        assert ranks[name] == (claimed, claimed), name
    assert ranks["cao-bang"] == (18, 18)
    assert ranks["dien-bien"] == (25, 25)
    assert provinces["cao-bang"].total.score == interval("61.85")


def test_the_metrics_of_dong_thap_earn_the_claimed_points(opened: list[File]) -> None:
    assessment = under("decision-766-detail", opened)["dong-thap"]
    claims = {
        item.indicator.id: (item.points, item.figure.claimed.points)
        for item in assessment.measured
        if item.figure and item.figure.claimed
    }
    assert len(claims) == 15
    for name, (points, claimed) in claims.items():
        assert points is not None
        assert points.exact
        assert points.low is not None
        assert claimed is not None
        assert abs(points.low - Fraction(claimed)) <= CENT, name


def test_the_mobilization_figures_are_those_of_the_reports(
    mobilization: dict[str, Assessment],
) -> None:
    assert sorted(mobilization) == ["cao-bang", "nam-po", "ngoc-son"]
    units = mobilization.values()
    given = [item for each in units for item in each.measured if item.value is not None]
    assert len(given) == 37
    assert sum(not item.targets for item in given) == 19
    assert sum(len(each.scorecard.remarks) for each in units) == 48
    missing = [
        name
        for each in units
        for name, figure in each.scorecard.figures.items()
        if figure.absent == "missing"
    ]
    assert missing == ["par_index", "satisfaction_index", "papi", "sipas", "pci"]


def test_more_than_98_of_100_and_12_of_18_stay_what_they_are(
    mobilization: dict[str, Assessment],
) -> None:
    measured = {item.indicator.id: item for item in mobilization["cao-bang"].measured}
    insured, targets = measured["health_insurance_coverage"], measured["congress_targets_met"]
    assert insured.value == interval("(98, 100]")
    assert insured.completion == interval("(49/50, 1]")
    assert (insured.verdict, insured.mark) == (None, None)
    assert targets.completion == interval("2/3")
    assert (targets.verdict, targets.mark) == (None, None)


def test_the_parts_of_nam_po_add_up_and_210_for_201_is_told(tmp_path: Path) -> None:
    path = tmp_path / "nam-po.toml"
    shutil.copy(SCORECARDS / "mobilization" / "nam-po" / "XXXX-H1.toml", path)
    assert load_all([path])[0].diagnostics == []
    text = path.read_text(encoding="utf-8")
    wrong, count = re.subn(r'(production_value_services .*)"~201"', r'\1"~210"', text)
    assert count == 1
    path.write_text(wrong, encoding="utf-8")
    (found,) = load_all([path])[0].diagnostics
    assert (found.code, found.severity) == ("SC405", Severity.ERROR)
    line = wrong.splitlines()[found.line - 1]
    assert line.startswith("production_value_total ")
    assert line[found.column - 1 : found.spot.end_column - 1] == '"~722.95"'
    assert found.message == (
        '"production_value_total" is ~722.95, but its parts ~274.15 + ~247.8 + ~210 add up to '
        "731.95"
    )
