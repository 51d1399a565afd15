"""Settings of a folder, in its scorecard.toml: which units are expected to report."""

from typing import Annotated

from pydantic import Field, StringConstraints

from scorecard.model.fields import Closed

CHILDREN = "children of "
"""What stands before a unit where all that lie in it are expected."""

Expected = Annotated[
    str, StringConstraints(pattern=rf"^(?:{CHILDREN})?[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=80)
]
"""A unit by its id, or "children of" one: the units that name it as their parent anywhere here."""


class Settings(Closed):
    """What a folder says of itself."""

    expect: list[Expected] = Field(default_factory=list)
    """The units that are expected to report: ids, and "children of" a unit."""
