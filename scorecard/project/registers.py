"""The registers that come with the program, read once and only where a unit may be in them."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import rtoml

from scorecard.measure.territory import Territory, Who
from scorecard.model.register import Register

BUNDLED = Path(__file__).parents[1] / "registers"

NATION = "viet-nam"
"""The register of provinces; the others are of what lies in one of them."""


def territory(units: Iterable[Who], own: Iterable[Register] = ()) -> Territory:
    """Return the units of registers that some units may be among.

    A register of one's own goes before one with its id that comes with the program.
    """
    registers = list(own)
    if not registers:
        return _of_the_bundled(_that_may_have(units))
    ids = {register.id for register in registers}
    names = (name for name in _bundled_names() if name not in ids)
    return Territory([*registers, *map(_bundled, names)])


def _that_may_have(units: Iterable[Who]) -> tuple[str, ...]:
    """Return the registers that units may be in: none of what has no parent or code there."""
    levels, said = set[str](), set[str]()
    for unit in units:
        levels.add(unit.level)
        if unit.level in ("district", "commune"):
            said.update(unit.codes.values(), (unit.parent or "",))
    if not all(said.isdisjoint(_quoted(name)) for name in _bundled_names()):
        return _bundled_names()
    return (NATION,) if "province" in levels else ()


@cache
def _bundled_names() -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in BUNDLED.glob("*.toml")))


@cache
def _text(name: str) -> str:
    return (BUNDLED / f"{name}.toml").read_text("utf-8")


@cache
def _quoted(name: str) -> frozenset[str]:
    return frozenset(re.findall(r'"([^"\n]+)"', _text(name)))


@cache
def _of_the_bundled(names: tuple[str, ...]) -> Territory:
    return Territory(map(_bundled, names))


@cache
def _bundled(name: str) -> Register:
    return Register.model_validate(rtoml.loads(_text(name)))
