"""The program's numbers, against those of a second and slower arithmetic, on made-up folders."""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path

import pytest
import tomli_w
from command import run
from oracle.arithmetic import Result, assess
from oracle.case import Table
from oracle.change import earlier
from oracle.country import folder
from oracle.differences import (
    Difference,
    Run,
    of_change,
    of_rank,
    of_scorecard,
    of_sum,
    other,
    runs_told,
)
from oracle.field import Rank, fields, periods_compared, rank, runs_within_rounding, tallies
from oracle.generate import Drawn
from oracle.quantities import months
from oracle.rollup import families, gone, together

SEEDS = 12
"""So many folders have some 150 scorecards, and 400 of them have 5,000."""


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_program_counts_as_the_oracle(seed: int, tmp_path: Path) -> None:
    _hold(seed, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEEDS, 400))
def test_the_program_counts_as_the_oracle_in_many_more(seed: int, tmp_path: Path) -> None:
    _hold(seed, tmp_path)


def _hold(seed: int, where: Path) -> None:
    lines = [f"{key}: expected {best}, told {worse}" for key, best, worse in differing(seed, where)]
    assert not lines, "\n".join((f"seed {seed}, {where}", *lines))


def differing(seed: int, where: Path) -> Iterator[Difference]:
    """Write the folder of a seed, and yield what the program counts otherwise."""
    texts = {name: tomli_w.dumps(table) for name, table in folder(seed).items()}
    for name, text in texts.items():
        (where / name).write_text(text, "utf-8")
    made = Country(where, texts)
    yield from _of_scorecards(made)
    yield from _of_children(made) if seed % 4 == 2 else _of_comparison(made, Drawn(seed))


@dataclass(frozen=True)
class Country:
    """The files of a folder, and what their scorecards come to by the second arithmetic."""

    where: Path
    texts: Mapping[str, str]

    @cached_property
    def results(self) -> dict[str, Result]:
        """What comes of each scorecard, by its file."""
        read = {name: tomllib.loads(text, parse_float=Decimal) for name, text in self.texts.items()}
        cards = {name: table for name, table in read.items() if "framework" in table}
        return {name: assess(read[card["framework"]], card) for name, card in cards.items()}

    @cached_property
    def main(self) -> dict[str, Result]:
        """Those under the framework of most."""
        return {
            name: one
            for name, one in self.results.items()
            if one.scorecard["framework"] == "framework.toml"
        }

    @cached_property
    def ranks(self) -> dict[int, Rank | None]:
        """The rank of each in its field."""
        ranked = [(field, rank(field)) for field in fields([*self.results.values()])]
        return {
            id(one): place
            for field, places in ranked
            for one, place in zip(field, places, strict=True)
        }

    def runs(self, shown: Iterable[Result]) -> set[Run]:
        """Return the ranks within rounding in each field of those that are shown."""
        among = {id(one) for one in shown}
        found = set()
        for field in fields([*self.results.values()]):
            several = runs_within_rounding(field) if among.intersection(map(id, field)) else []
            for each in several:
                places = [place for one in each if (place := self.ranks[id(one)])]
                names = tuple(sorted(str(one.scorecard["unit"]["name"]) for one in each))
                if among.intersection(map(id, each)):
                    found.add((min(p.best for p in places), max(p.worst for p in places), names))
        return found

    def told(self, *words: str | Path) -> Table:
        """Return what the program says."""
        ran = run(*words, "-f", "json")
        assert ran.code in {0, 1}, ran.err
        found: Table = json.loads(ran.out, parse_float=Decimal)
        return found


def _of_scorecards(made: Country) -> Iterator[Difference]:
    """Yield what differs in figures, scores, and changes since earlier scorecards."""
    told = made.told("show", *(made.where / name for name in made.results))
    units = {Path(unit["file"]).name: unit for unit in told["units"]}
    for name, one in made.results.items():
        then = earlier(one, made.results.values())
        found = [
            *of_scorecard(units[name], one),
            *of_rank(units[name], one, made.ranks[id(one)]),
            *of_change(units[name], one, then, made.ranks[id(then)] if then else None),
        ]
        yield from ((f"{name} {key}", best, worse) for key, best, worse in found)


def _of_comparison(made: Country, draw: Drawn) -> Iterator[Difference]:
    """Yield what differs in a comparison of some units, whose ranks are among all."""
    asked, fitting = _asked(made, draw)
    told = made.told("compare", *asked)
    period = told["units"][0]["period"]
    expected = periods_compared([one.scorecard for one in fitting.values()])
    if period not in expected:
        yield "period that is compared", expected, period
        return
    shown = {name: one for name, one in fitting.items() if one.scorecard["period"] == period}
    units = {Path(unit["file"]).name: unit for unit in told["units"]}
    yield from other("units that are compared", sorted(shown), sorted(units))
    for name, unit in units.items():
        ranked = of_rank(unit, shown[name], made.ranks[id(shown[name])])
        yield from ((f"{name} {key}", best, worse) for key, best, worse in ranked)
    counted = tallies([*shown.values()])
    for each in told["frameworks"][0]["indicators"]:
        yield from other(f"tally of {each['id']}", counted[each["id"]], each["tally"])
    yield from other("ranks within rounding", made.runs(shown.values()), runs_told(told["notes"]))


def _asked(made: Country, draw: Drawn) -> tuple[list[str | Path], dict[str, Result]]:
    """Return words that ask for a comparison: of all, a period, a level, or of named units."""
    key = draw.one("all", "period", "level", "id", "id")
    keys = {name: _known(one.scorecard)[key] for name, one in made.main.items()}
    known = sorted(set(keys.values()))
    wanted = set(draw.sample(known, draw.randint(1, len(known)) if key == "id" else 1))
    fitting = {name: one for name, one in made.main.items() if keys[name] in wanted}
    if key == "id":
        return ["--dir", made.where, *sorted(wanted)], fitting
    return [made.where, *(() if key == "all" else (f"--{key}", *wanted))], fitting


def _known(card: Table) -> dict[str, str]:
    unit = card["unit"]
    return {"all": "", "period": card["period"], "level": unit["level"], "id": unit["id"]}


def _of_children(made: Country) -> Iterator[Difference]:
    """Yield what differs in what children come to together."""
    told = made.told("compare", made.where, "--by-parent")
    mine = families([*made.main.values()])
    for parent in told["parents"]:
        when = months(parent["period"]) or parent["period"]
        family = (parent["id"], when, parent["level"], parent["track"])
        children, absent = mine.pop(family), gone(family, [*made.results.values()])
        yield from other(f"missing of {parent['id']}", sorted(absent), parent["missing"])
        names = sorted(str(child.scorecard["unit"]["id"]) for child in children)
        yield from other(f"children of {parent['id']}", names, parent["children"])
        for place, summed in enumerate(parent["sums"]):
            expected = together([child.figures[place] for child in children], len(absent))
            for key, best, worse in of_sum(summed, expected):
                yield f"{parent['id']} {parent['period']} {summed['id']} {key}", best, worse
    yield from other("parents", {}, mine)
