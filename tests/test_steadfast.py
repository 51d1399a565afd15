"""What no order of files and no further unit may change, run as a command."""

import json
import shutil
from pathlib import Path

import pytest
from command import run
from sampled import sampled

ORDINARY = Path(__file__).parent / "golden" / "ordinary"
PROVINCES = sorted((Path(__file__).parents[1] / "scorecards" / "decision-766").rglob("*.toml"))
FORMATS = ("json", "table", "markdown", "csv")
OPTIONS = {
    "plain": (),
    "by groups": ("--rows", "units", "--by", "groups"),
    "sensitivity": ("--sensitivity",),
    "what if": ("--what-if", "an-phu:growth=7"),
    "sorted": ("--sort", "living"),
}


@pytest.mark.parametrize("format_", sampled(FORMATS))
@pytest.mark.parametrize("options", OPTIONS)
def test_the_order_of_files_changes_no_byte(options: str, format_: str) -> None:
    names = ("an-phu", "binh-tan", "chau-thanh")
    paths = [ORDINARY / f"{name}.toml" for name in names]
    printed = {
        run("compare", *order, *OPTIONS[options], "-f", format_)
        for order in (paths, paths[::-1], paths[1:] + paths[:1])
    }
    (ran,) = printed
    assert (ran.code, ran.err) == (0, "")


@pytest.mark.parametrize("format_", sampled(FORMATS))
def test_nor_does_it_change_a_sum(format_: str) -> None:
    some = PROVINCES[:5]
    orders = (some, some[::-1], some[2:] + some[:2])
    printed = {run("compare", *order, "--by-parent", "-f", format_) for order in orders}
    (ran,) = printed
    assert (ran.code, ran.err) == (0, "")
    assert "viet-nam" in ran.out.lower().replace(" ", "-")


@pytest.mark.parametrize("command", ["show", "explain"])
def test_the_names_of_the_files_around_a_unit_change_nothing(tmp_path: Path, command: str) -> None:
    printed = set()
    for prefix in ("a", "z"):
        folder = tmp_path / prefix
        folder.mkdir()
        for path in ORDINARY.glob("*.toml"):
            kept = path.stem in ("an-phu", "framework")
            shutil.copy(path, folder / f"{'' if kept else prefix}{path.name}")
        printed.add(run(command, "binh-tan", "--dir", folder))
    (ran,) = printed
    assert ran.code == 0


def scores(paths: list[Path]) -> dict[str, tuple[object, object]]:
    read = json.loads(run("compare", *paths, "-f", "json").out)
    return {unit["id"]: (unit["score"], unit["groups"]) for unit in read["units"]}


def test_no_score_moves_when_a_unit_is_added() -> None:
    everyone = scores(PROVINCES)
    assert len(everyone) == 34
    for count in (1, 5, 17):
        some = scores(PROVINCES[:count])
        assert len(some) == count
        assert some == {name: everyone[name] for name in some}


def test_the_points_of_the_groups_are_the_total() -> None:
    read = json.loads(run("compare", *PROVINCES, "-f", "json").out, parse_float=str)
    for unit in read["units"]:
        hundredths = sum(cents(group["points"]["low"]) for group in unit["groups"])
        assert hundredths == cents(unit["score"]["low"]), unit["id"]


def cents(number: str | int) -> int:
    """Return a number of two decimals at most in hundredths."""
    whole, _, rest = str(number).partition(".")
    assert len(rest) <= 2
    return int(whole) * 100 + int(rest.ljust(2, "0"))
