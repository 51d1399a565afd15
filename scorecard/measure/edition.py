"""Scorecards of other editions of a framework, stated in one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from scorecard.measure.assessment import Assessment
from scorecard.measure.criteria import criteria
from scorecard.model.framework import Framework, Indicator
from scorecard.model.scorecard import Figure

HUNDRED = Decimal(100)


class Member(NamedTuple):
    """An edition, its ids by those of the edition that is asked for, and what it shares with that.

    `under` has the limits and targets of its own indicators, and all else of the other edition.
    """

    edition: Framework
    names: Mapping[str, str]
    under: Framework


class Edition(NamedTuple):
    """What editions of a framework share, as one of them has it.

    `members` are the edition itself and those that it can be compared with; all are ranked under
    what the first shares. `refused` are the editions that it cannot be compared with; `left_out`
    are scored indicators that are not in all.
    """

    members: Sequence[Member]
    refused: Sequence[Framework]
    left_out: Sequence[Indicator]

    @property
    def asked(self) -> Framework:
        """The edition that all is stated in."""
        return self.members[0].edition

    @property
    def others(self) -> list[Framework]:
        """The other editions that are stated in it."""
        return [member.edition for member in self.members[1:]]


def edition_of(asked: Framework, others: Sequence[Framework]) -> Edition:
    """Return what an edition shares with those of the others that it can be compared with."""
    renamed = [(asked, {}), *((other, _renamed(asked, other)) for other in others)]
    named = [
        (each, _counterparts(asked, each, names)) for each, names in renamed if names is not None
    ]
    shared = [name for name in _scored(asked) if all(name in names for _, names in named)]
    members = [
        _member(asked, each, {name: names[name] for name in shared}) for each, names in named
    ]
    left_out = [
        indicator
        for member in members
        for name, indicator in _scored(member.edition).items()
        if name not in member.names.values()
    ]
    return Edition(members, [other for other, names in renamed if names is None], left_out)


def restated(assessment: Assessment, edition: Edition) -> Assessment:
    """Return a scorecard as it is in an edition; itself where its own cannot be stated in that.

    Each figure is measured by the limits and targets of its own edition, and weighs what it does
    in the other. What its source concludes of points and of the whole is left out.
    """
    member = next((each for each in edition.members if each.edition == assessment.framework), None)
    if member is None or not edition.others:
        return assessment
    card, errors = assessment.scorecard, assessment.errors
    figures = {
        name: _without_points(card.figures[its])
        for name, its in member.names.items()
        if its in card.figures
    }
    return replace(
        assessment,
        card=card.model_copy(update={"figures": figures, "claimed": None}),
        framework=member.under,
        errors={name: errors[its] for name, its in member.names.items() if its in errors},
        edition=edition.members[0].under,
    )


def _member(asked: Framework, edition: Framework, names: Mapping[str, str]) -> Member:
    own = {each.id: each for each in edition.indicators}
    return Member(edition, names, _part(asked, {name: own[its] for name, its in names.items()}))


def _renamed(asked: Framework, other: Framework) -> Mapping[str, str] | None:
    """Return the ids that differ, by those of the edition that is asked for.

    None where neither edition says that it can be compared with the other.
    """
    if asked.comparable and other.edition in asked.comparable.editions:
        return asked.comparable.renamed
    if other.comparable and asked.edition in other.comparable.editions:
        return {its: own for own, its in other.comparable.renamed.items()}
    return None


def _counterparts(
    asked: Framework, other: Framework, renamed: Mapping[str, str]
) -> Mapping[str, str]:
    """Return by the ids of scored indicators of one edition those of the same in another."""
    there = _scored(other)
    found = {name: renamed.get(name, name) for name in _scored(asked)}
    return {name: its for name, its in found.items() if its in there}


def _scored(framework: Framework) -> Mapping[str, Indicator]:
    found = (by for by in criteria(framework) if by.scored)
    return {by.indicator.id: by.indicator for by in found}


def _part(of: Framework, measured: Mapping[str, Indicator]) -> Framework:
    """Return an edition with only these indicators, each measured as the given one is.

    They count what they count in the edition. Scores are in per cent of the maximum, and without
    a class, as bands are for the whole of an edition.
    """
    kept = [
        measured[each.id].model_copy(
            update={key: getattr(each, key) for key in _OF_THE_EDITION} | {"parts": []}
        )
        for each in of.indicators
        if each.id in measured
    ]
    used = {each.group for each in kept}
    return of.model_copy(
        update={
            "groups": [group for group in of.groups if group.id in used],
            "indicators": kept,
            "scoring": of.scoring.model_copy(update={"scale": HUNDRED}),
            "bands": [],
        }
    )


_OF_THE_EDITION = ("id", "group", "name", "short", "points", "bonus", "levels")
"""The keys of an indicator that the edition decides in which it is told, and not its own."""


def _without_points(figure: Figure) -> Figure:
    """Return a figure without the points that its source claims."""
    if figure.claimed is None:
        return figure
    return figure.model_copy(update={"claimed": figure.claimed.model_copy(update={"points": None})})
