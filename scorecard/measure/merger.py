"""What a unit that was merged is made of, and the figures of all that added up."""

from collections.abc import Sequence
from typing import NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.measure.field import Fields
from scorecard.measure.measured import Measured
from scorecard.measure.rollup import added_up
from scorecard.measure.territory import Found, Version, who
from scorecard.model.fields import Text, by_language
from scorecard.numbers.period import Period


class Before(NamedTuple):
    """The figures of an earlier period, in the order of the indicators."""

    period: Period
    measured: Sequence[Measured]


def as_it_was(assessment: Assessment) -> Before:
    """Return the figures of a scorecard."""
    return Before(assessment.card.period, assessment.lean().measured)


class Made(NamedTuple):
    """A unit as it is since some day, and what it was made of then."""

    version: Version
    parts: Sequence[Version]

    @property
    def since(self) -> int:
        """The month of that day, counted from January of year 0."""
        return self.version.begins

    @property
    def divided(self) -> list[Version]:
        """The parts that are not known to have gone to it as a whole."""
        name = self.version.entry.id
        return [
            each
            for each in self.parts
            if not any(to.id == name and to.share == 1 for to in each.entry.successors)
        ]

    def after(self, period: Period) -> bool:
        """Whether a period begins with the unit as it is, or later."""
        return (period.start or 0) >= self.since


def looked_up(assessment: Assessment, fields: Fields) -> Found | None:
    """Return what registers know of the unit of a scorecard in its period."""
    card = assessment.card
    return fields.territory.find(who(card.unit), card.period)


def made_of(found: Found | None, fields: Fields) -> Made | None:
    """Return what a unit was made of; None where no register says so."""
    for version in found.named if found else ():
        if parts := fields.territory.predecessors(version):
            return Made(version, parts)
    return None


def added(parts: Sequence[Assessment]) -> Before:
    """Return the sums of the figures of several units, as far as these can be added."""
    parts = [each.lean() for each in parts]
    first = parts[0]
    measured = [
        item._replace(value=whole.value, error=None)
        for item, whole in zip(first.measured, added_up(parts), strict=True)
    ]
    return Before(first.card.period, measured)


def names_of(versions: Sequence[Version]) -> Text:
    """Return the names of units one after the other, by language."""
    names = [by_language(each.entry.name) for each in versions]
    languages = [each for each in names[0] if all(each in name for name in names)]
    return {each: ", ".join(name[each] for name in names) for each in languages}
