"""The published tables that this project holds: as they are written, and as they come out."""

import sys
from collections import defaultdict
from collections.abc import Callable, Mapping
from fractions import Fraction
from pathlib import Path
from subprocess import run as started

import pytest
from builders import interval, side_by_side
from published_data import tables
from published_data.facts import rows
from published_data.files import files
from published_data.papi import own_name, structure
from published_data.units import provinces

from scorecard.measure.assessment import Assessment
from scorecard.measure.field import Standing
from scorecard.project.folders import files_at
from scorecard.project.load import load_all

ROOT = Path(__file__).parents[1]
SCRIPT = Path(__file__).parent / "published_data" / "run.py"
WHOLE = ("papi", "papi-detail", "pci", "par-index", "sipas")
"""The folders of scorecards in which all is written by the script."""

Ranks = dict[str, tuple[int, int] | None]


def opened(*folders: str) -> list[Assessment]:
    paths = files_at([ROOT / "scorecards" / folder for folder in folders])
    return [file.assessment for file in load_all(map(Path, paths)) if file.assessment]


def of(period: str, assessments: list[Assessment]) -> list[Assessment]:
    return [each for each in assessments if each.scorecard.period.text == period]


def ranks(standings: tuple[Standing, ...] | list[Standing]) -> Ranks:
    return {each.assessment.scorecard.unit.id: each.rank and each.rank[:2] for each in standings}


@pytest.fixture(scope="module")
def papi() -> list[Assessment]:
    return opened("papi")


def test_what_the_script_writes_is_what_stands_here(tmp_path: Path) -> None:
    started([sys.executable, SCRIPT, tmp_path], check=True)
    written = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes()
        for path in tmp_path.rglob("*.toml")
    }
    assert written == {name: text.encode() for name, text in files().items()}
    assert written == {name: (ROOT / name).read_bytes() for name in written}
    here = [path for each in WHOLE for path in (ROOT / "scorecards" / each).rglob("*.toml")]
    assert {path.relative_to(ROOT).as_posix() for path in here} <= written.keys()
    assert len(written) == 543


def test_papi_2023_is_as_published(papi: list[Assessment]) -> None:
    found = of("2023", papi)
    standings = side_by_side(found).standings
    by_unit = {each.scorecard.unit.id: each for each in found}
    assert len(found) == 63
    told = {row["nso_code"]: row for row in rows("papi_2022_2023") if row["year"] == "2023"}
    for code, row in told.items():
        unit, _ = provinces()[code]
        total = by_unit[unit].total.score
        rank = ranks(standings)[unit]
        if row["rank"]:
            assert rank == (int(row["rank"]), int(row["rank"]))
            assert total is not None
            assert total.low is not None
            assert abs(total.low - Fraction(row["total"])) <= Fraction("0.0002"), unit
        else:
            assert rank is None
    in_order = [each.assessment.scorecard.unit.id for each in standings]
    assert in_order[:5] == ["hue", "thai-nguyen", "bac-ninh-until-2025", "soc-trang", "bac-lieu"]
    assert in_order[56:61] == [
        "binh-phuoc",
        "dong-nai",
        "tien-giang",
        "tay-ninh-until-2025",
        "dak-nong",
    ]
    assert by_unit["cao-bang"].total.score == interval("41.6551")
    assert ranks(standings)["cao-bang"] == (38, 38)


def test_who_has_no_score_is_listed_and_moves_nobody(papi: list[Assessment]) -> None:
    for year, unscored in UNSCORED.items():
        standings = side_by_side(of(year, papi)).standings
        assert [e.assessment.scorecard.unit.id for e in standings if not e.rank] == unscored
        without = [e.assessment for e in standings if e.rank]
        assert ranks(side_by_side(without).standings) == {
            unit: rank for unit, rank in ranks(standings).items() if rank
        }


UNSCORED = {
    "2022": ["bac-giang", "bac-ninh-until-2025"],
    "2023": ["binh-duong", "quang-ninh"],
}


def test_dien_bien_rises_by_25_ranks(papi: list[Assessment]) -> None:
    then, now = (ranks(side_by_side(of(year, papi)).standings) for year in ("2022", "2023"))
    before, after = then["dien-bien"], now["dien-bien"]
    assert before is not None
    assert after is not None
    assert (before[0] - before[1], after[0] - after[1], before[0] - after[0]) == (0, 0, 25)


def test_sub_dimensions_add_up_to_their_dimension(papi: list[Assessment]) -> None:
    dimensions = {(e.scorecard.unit.id, e.scorecard.period.text): e for e in papi}
    told = 0
    for detail in opened("papi-detail"):
        whole = dimensions[detail.scorecard.unit.id, detail.scorecard.period.text]
        values = {item.indicator.id: item.value for item in whole.measured}
        parts: dict[str, Fraction] = defaultdict(Fraction)
        for item in detail.measured:
            if item.value is None or item.value.low is None:
                parts.pop(item.indicator.group, None)
            else:
                parts[item.indicator.group] += item.value.low
        for group, total in parts.items():
            value = values[group]
            assert value is not None
            assert value.low is not None
            assert abs(total - value.low) <= Fraction("0.0001"), (detail.scorecard.unit.id, group)
            told += 1
    assert told == 984


def test_pci_2015_and_2016_are_as_published() -> None:
    told = {(row["year"], provinces()[row["nso_code"]][0]): row for row in rows("pci_2015_2016")}
    assert len(told) == 126
    assessments = opened("pci")
    for year in ("2015", "2016"):
        standings = side_by_side(of(year, assessments)).standings
        assert len(standings) == 63
        for each in standings:
            card = each.assessment.scorecard
            row, score = told[year, card.unit.id], each.assessment.total.score
            assert score is not None
            assert score.low is not None
            assert abs(score.low - Fraction(row["pci_published"])) <= Fraction("0.0001")
            assert each.rank is not None
            assert each.rank[:2] == (int(row["rank_published"]),) * 2
            assert card.claimed is not None
            assert card.claimed.label == row["class_published_vi"]


def test_the_communes_of_gia_lai_add_up_and_their_ties_are_ties() -> None:
    told = rows("qd766_gia_lai_communes_2026-10-10")
    communes = opened("gia-lai-communes")
    assert len(communes) == len(told) == 77
    totals = {row["portal_code"]: Fraction(row["total_published"]) for row in told}
    standings = side_by_side(communes).standings
    found = {}
    for each in standings:
        card, score = each.assessment.scorecard, each.assessment.total.score
        assert score is not None
        assert score.low is not None
        assert abs(score.low - totals[card.unit.codes["nspp"]]) <= Fraction("0.01")
        assert (card.unit.parent, card.claimed and card.claimed.rank_of) == ("gia-lai", 149)
        found[card.unit.id] = (score.low, each.rank and each.rank[:2])
    for own, rank in found.values():
        better = sum(other > own for other, _ in found.values())
        assert rank == (better + 1, better + 1)
    assert found["ia-krai"] == found["kong-bo-la"] == (Fraction("72.88"), (8, 8))


TOLD = {
    tables.par_2012_in_the_press: [
        "SC405 da-nang/2012: par_index       = 87.14",
        "SC405 dong-thap-until-2025/2012: par_index       = 83.44",
        "SC405 ha-noi/2012: par_index       = 82.79",
    ],
    tables.pci_series: ["SC601 phu-tho/2013: score = 53.91"],
    tables.pci_totals: [
        "SC703 ben-tre/2017: rank = 5",
        "SC703 dong-thap-until-2025/2024: rank = 9",
        "SC703 hai-phong/2017: rank = 9",
    ],
    tables.sipas: ["SC703 lai-chau/2015: rank = 5"],
    tables.par_and_sipas: ["SC601 par-2023/hai-phong/2023: score = 91.81"],
    tables.metrics_of_two: [],
    tables.communes: [],
    tables.plans: [],
}
"""What is told of each published table, with its line; a tie ranked strictly is a note."""


@pytest.mark.parametrize(("table", "told"), TOLD.items(), ids=[table.__name__ for table in TOLD])
def test_every_true_error_is_told_at_its_line_and_nothing_else(
    tmp_path: Path, table: Callable[[], Mapping[str, str]], told: list[str]
) -> None:
    for place, text in table().items():
        path = tmp_path / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    found = []
    for file in load_all(sorted(tmp_path.rglob("*.toml"))):
        lines, name = file.document.text.splitlines(), file.path.relative_to(tmp_path)
        for item in file.diagnostics:
            line = lines[item.line - 1]
            found.append(f"{item.code} {name.with_suffix('').as_posix()}: {line}")
    assert found == told


def test_a_dimension_is_called_alike_in_both_frameworks() -> None:
    (first, *_) = structure("dimension")
    assert own_name(first["id"])[0] == "participation_at_local_levels"
