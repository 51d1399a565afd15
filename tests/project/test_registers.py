"""Registers of a folder, and those that come with the program."""

import re
from pathlib import Path

import pytest
from builders import BUNDLED, bundled_territory
from command import run
from hypothesis import given
from hypothesis.strategies import DataObject, data, sampled_from

from scorecard.measure.territory import Who
from scorecard.numbers.period import parse
from scorecard.project.registers import territory

KNOWN = bundled_territory()

REGISTER = """\
format = 1
kind = "register"
id = "{id}"
name = "Here"
basis = "Decision 1"

[[units]]
id = "old"
name = "Old town"
level = "province"
codes = {{ own = "1" }}
until = 2025-06-30
successors = [{{ id = "new", share = 1 }}]

[[units]]
id = "new"
name = "New town"
level = "province"
codes = {{ own = "1" }}
from = 2025-07-01
"""
CARD = """\
format = 1
framework = "decision-766"
period = "{period}"

[unit]
id = "{id}"
name = "{name}"
level = "province"
{codes}
[figures]
"""

SMALL = Path(__file__).parents[1] / "cases" / "frameworks" / "small.toml"


def written(folder: Path, *cards: tuple[str, str, str], register: str = "") -> Path:
    if register:
        (folder / "register.toml").write_text(REGISTER.format(id=register), "utf-8")
    for id_, name, period in cards:
        path = folder / id_ / f"{period}.toml"
        path.parent.mkdir(exist_ok=True)
        codes = 'codes = { own = "1" }\n' if register == "here" else ""
        path.write_text(CARD.format(id=id_, name=name, period=period, codes=codes), "utf-8")
    return folder


def told(folder: Path, *options: str) -> list[str]:
    ran = run("validate", folder, "--format", "github", "--select", "SC7", *options)
    found = [line for line in ran.out.splitlines() if line.startswith("::")]
    return [re.split(r"toml:\d+:\d+: ", line)[1].replace("%0A", ": ") for line in found]


@pytest.mark.parametrize("options", [[], ["--no-cache"], ["--jobs", "2"]])
def test_a_register_of_the_folder_is_heeded(options: list[str], tmp_path: Path) -> None:
    folder = written(tmp_path, ("old", "Old town", "2026"), register="here")
    for _ in range(2):
        assert told(folder, *options) == [
            (
                'SC723 in 2026 the own code "1" is that of "New town": '
                '"Old town" was there until 2025-06-30, and went to "New town"'
            )
        ]


def test_one_with_the_id_of_a_bundled_one_goes_before_it(tmp_path: Path) -> None:
    card = ("ha-giang", "Hà Giang", "2026")
    (beside, instead) = (tmp_path / "a", tmp_path / "b")
    beside.mkdir()
    instead.mkdir()
    assert len(told(written(beside, card))) == 1
    assert told(written(instead, card, register="viet-nam")) == []


def test_who_was_merged_has_not_dropped_out(tmp_path: Path) -> None:
    periods = ("2024", "2026")
    cards = [(id_, id_.title(), period) for id_ in ("a", "b", "c", "d") for period in periods]
    folder = written(tmp_path, *cards, ("ha-giang", "Hà Giang", "2024"), ("e", "E", "2024"))
    (only,) = told(folder)
    assert '"e" has no scorecard for 2026' in only


@pytest.mark.parametrize(("name", "findings"), [("Tuyên Quang", 0), ("Huế", 1)])
def test_the_halves_of_the_year_of_a_merger_are_of_two_units(
    name: str, findings: int, tmp_path: Path
) -> None:
    for period, houses in {"2025-H1": 40, "2025-H2": 60, "2025": 120}.items():
        written(tmp_path, ("p", name, period))
        path = tmp_path / "p" / f"{period}.toml"
        text = path.read_text("utf-8").replace("decision-766", "../small.toml")
        path.write_text(f"{text}schools = {houses}\n", "utf-8")
    (tmp_path / "small.toml").write_bytes(SMALL.read_bytes())
    found = told(tmp_path)
    assert [line.partition(" ")[0] for line in found] == ["SC712"] * findings


def test_those_that_come_with_the_program_have_no_fault() -> None:
    ran = run("validate", BUNDLED)
    assert (ran.code, ran.out) == (0, "3 files checked: no findings\n")


@given(data())
def test_of_any_unit_as_much_is_known_as_by_all_registers(draw: DataObject) -> None:
    entry = draw.draw(sampled_from(KNOWN.versions)).entry
    other = draw.draw(sampled_from(KNOWN.versions)).entry
    who = Who(
        draw.draw(sampled_from([entry.id, other.id, "p"])),
        draw.draw(sampled_from([entry.level, "village"])),
        draw.draw(sampled_from([entry.parent, other.parent, "viet-nam", None])),
        draw.draw(sampled_from([entry.name, "Một tên khác"])),
        draw.draw(sampled_from([entry.codes, other.codes, {}])),
    )
    period = parse(draw.draw(sampled_from(["2024", "2025", "2026-H1"])))
    assert territory([who]).find(who, period) == KNOWN.find(who, period)
