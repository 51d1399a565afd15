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
from oracle.country import folder
from oracle.differences import Difference, of_scorecard

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

    def told(self, *words: str | Path) -> Table:
        """Return what the program says."""
        ran = run(*words, "-f", "json")
        assert ran.code in {0, 1}, ran.err
        found: Table = json.loads(ran.out, parse_float=Decimal)
        return found


def _of_scorecards(made: Country) -> Iterator[Difference]:
    """Yield what differs in figures and scores."""
    told = made.told("show", *(made.where / name for name in made.results))
    units = {Path(unit["file"]).name: unit for unit in told["units"]}
    for name, one in made.results.items():
        found = of_scorecard(units[name], one)
        yield from ((f"{name} {key}", best, worse) for key, best, worse in found)
