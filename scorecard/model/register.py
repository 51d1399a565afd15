"""A register: which units there are, what they are called, and what became of them over time."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from scorecard.model.fields import Closed, Format, Line, Share, Slug, Text, Url, no_items, no_keys
from scorecard.model.level import Level


class Successor(Closed):
    """A unit that another one, or a part of it, went to."""

    id: Slug
    """The id of a unit of the same level that is there on the day after."""

    share: Share | None = None
    """How much went there: 1 is all, 0.4 is 40 %; left out where that is not known."""


class Entry(Closed):
    """A unit as it is for a time: another name, code or parent is another table with its id."""

    id: Slug
    """Its id; a unit that is merged and keeps its name keeps it: small letters, digits and -."""

    name: Text
    """Its name: in quotes, or by language."""

    level: Level
    """What kind of unit it is."""

    parent: Slug | None = None
    """The id of the unit that it is a part of."""

    codes: dict[Slug, Line] = Field(default_factory=no_keys)
    """Its codes by code system, in quotes: { nso = "04" }."""

    since: date | None = Field(default=None, alias="from")
    """The first day on which it is so; left out where that is before anything is told here."""

    until: date | None = None
    """The last day on which it is so; left out where it still is."""

    successors: list[Successor] = Field(default_factory=no_items)
    """The units that it went to on the day after, with its share in each where that is known."""


class Register(Closed):
    """Units over time."""

    format: Format
    """The version of the file format: 1."""

    kind: Literal["register"]
    """What kind of file this is: "register"."""

    id: Slug
    """Its short name: small letters, digits and -."""

    name: Text
    """Its name: in quotes, or by language."""

    basis: Text
    """The laws and decisions that it follows."""

    url: Url | None = None
    """Where its data are from, with https:// or http://."""

    units: Annotated[list[Entry], Field(min_length=1)]
    """Units, a table for each time through which one stays as it is."""
