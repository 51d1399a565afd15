"""Settings of a folder, in its scorecard.toml: who is expected to report, what is compared."""

from typing import Annotated

from pydantic import Field, StringConstraints

from scorecard.model.defaults import Defaults
from scorecard.model.expected import CHILDREN, NOT
from scorecard.model.fields import Line, no_items
from scorecard.model.level import Level

Expected = Annotated[
    str,
    StringConstraints(pattern=rf"^(?:{CHILDREN}|{NOT})?[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80),
]
"""A unit by its id; "children of" one, the units that name it as their parent; or "not" one."""


class Settings(Defaults):
    """What a folder says of itself."""

    expect: list[Expected] = Field(default_factory=no_items)
    """The units that are expected to report: ids, "children of" a unit, and "not" who is not."""

    framework: Line | None = None
    """What `compare` of the folder is under where no option asks for another one: an id."""

    level: Level | None = None
    """The level that it then compares."""
