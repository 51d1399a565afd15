"""The program's numbers, against those of a second and slower arithmetic, on made-up folders."""

import json
import tomllib
from collections.abc import Iterator, Mapping
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
from oracle.differences import Difference, of_change, of_scorecard, of_sum, other
from oracle.field import Rank, fields, rank
from oracle.quantities import months
from oracle.rollup import families, together

SEEDS = 50
"""So many folders have 500 scorecards."""


@pytest.mark.parametrize("seed", range(SEEDS))
def test_the_program_counts_as_the_oracle(seed: int, tmp_path: Path) -> None:
    _hold(seed, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(SEEDS, 11 * SEEDS))
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
    if seed % 1 == 0:
        yield from _of_children(made)


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
            *of_change(units[name], one, then, made.ranks[id(then)] if then else None),
        ]
        yield from ((f"{name} {key}", best, worse) for key, best, worse in found)


def _of_children(made: Country) -> Iterator[Difference]:
    """Yield what differs in what children come to together."""
    told = made.told("compare", made.where, "--by-parent")
    mine = families([*made.main.values()])
    for parent in told["parents"]:
        when = months(parent["period"]) or parent["period"]
        children = mine.pop((parent["id"], when, parent["level"], parent["track"]))
        names = sorted(str(child.scorecard["unit"]["id"]) for child in children)
        yield from other(f"children of {parent['id']}", names, parent["children"])
        for place, summed in enumerate(parent["sums"]):
            expected = together([child.figures[place] for child in children])
            for key, best, worse in of_sum(summed, expected):
                yield f"{parent['id']} {parent['period']} {summed['id']} {key}", best, worse
    yield from other("parents", {}, mine)
