"""What a framework says of its other editions, and of the tracks that score under it."""

from pydantic import Field

from scorecard.model.fields import Closed, Line, Name, Positive, Text, no_keys


class Comparable(Closed):
    """The other editions that scores can be stated in, and what indicators are called there."""

    editions: list[Line]
    """The editions whose figures can be held against this one's, in per cent of the maximum."""

    renamed: dict[Name, Name] = Field(default_factory=no_keys)
    """The ids of indicators of this edition, each with the id that it has in those."""


class Track(Closed):
    """What is so of all scorecards of one track."""

    name: Text | None = None
    """Its name: in quotes, or by language."""

    most: Positive | None = None
    """The most that its score can be, on the scale of the framework: the rest is for others."""
