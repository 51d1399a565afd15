"""The registers that come with the program, read once and only where a unit may be in them."""

from collections.abc import Collection, Iterable
from functools import cache
from pathlib import Path

import rtoml

from scorecard.measure.territory import Territory
from scorecard.model.register import Register

BUNDLED = Path(__file__).parents[1] / "registers"

NATION = "viet-nam"
"""The register of provinces; the others are of what lies in one of them."""


def territory(levels: Collection[str], own: Iterable[Register] = ()) -> Territory:
    """Return the units of registers that those of some levels may be in.

    A register of one's own goes before one with its id that comes with the program.
    """
    registers = list(own)
    ids = {register.id for register in registers}
    names = [name for name in _names(levels) if name not in ids]
    if not registers:
        return _all_bundled(tuple(names))
    return Territory([*registers, *map(_bundled, names)])


def _names(levels: Collection[str]) -> list[str]:
    if {"district", "commune"} & set(levels):
        return sorted(path.stem for path in BUNDLED.glob("*.toml"))
    return [NATION] if "province" in levels else []


@cache
def _all_bundled(names: tuple[str, ...]) -> Territory:
    return Territory(map(_bundled, names))


@cache
def _bundled(name: str) -> Register:
    return Register.model_validate(rtoml.loads((BUNDLED / f"{name}.toml").read_text("utf-8")))
