"""Suppositions as the command line words them: `[UNIT:]INDICATOR=VALUE`."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from scorecard.diagnostic import suggestion
from scorecard.i18n.rules import Severity
from scorecard.i18n.sayings import say, told
from scorecard.measure.assessment import Assessment
from scorecard.measure.what_if import Supposition, suppose
from scorecard.numbers import quantity
from scorecard.numbers.quantity import DONE, NOT_DONE, UnreadableQuantityError
from scorecard.project.errors import CannotRunError
from scorecard.rules.findings import check_figures

_WORDING = re.compile(
    r"(?:(?P<unit>[a-z0-9-]+):)?(?P<indicator>[a-z0-9_]+)=(?P<value>.+)", re.ASCII
)
_ANSWERS = {"true": DONE, "false": NOT_DONE}


def read_suppositions(texts: Sequence[str]) -> list[Supposition]:
    """Read what is supposed; raise CannotRunError where a text supposes nothing."""
    return [_read(text) for text in texts]


class Supposed(NamedTuple):
    """Scorecards that are shown, and all that they are ranked with, as they would be."""

    shown: list[Assessment]
    everything: list[Assessment]


def supposed(
    shown: Sequence[Assessment],
    everything: Sequence[Assessment],
    suppositions: list[Supposition],
) -> Supposed:
    """Return the scorecards as they would be; those that are shown are among all.

    All others stay as they reported: what is shown is held against them.
    Raise CannotRunError for a unit or indicator that is not shown, and for a value that the
    indicator cannot have.
    """
    if not suppositions:
        return Supposed(list(shown), list(everything))
    units = {each.scorecard.unit.id for each in shown}
    for unit, name, _ in suppositions:
        if unit and unit not in units:
            raise _unknown("error.what-if-unit", unit, units)
        asked = [each for each in shown if unit in (None, each.scorecard.unit.id)]
        known = {item.indicator.id for each in asked for item in each.measured}
        if name not in known:
            raise _unknown("error.what-if-indicator", name, known)
    changed = {id(each): suppose(each, suppositions) for each in shown}
    would_be = list(changed.values())
    for assessment in would_be:
        _refuse_what_cannot_be(assessment)
    return Supposed(would_be, [changed.get(id(each), each) for each in everything])


def _refuse_what_cannot_be(assessment: Assessment) -> None:
    names = [item.indicator.id for item in assessment.measured if item.supposed]
    for finding in check_figures(assessment.scorecard, assessment.framework):
        wrong = finding.severity is Severity.ERROR
        if wrong and finding.path in [("figures", name, "value") for name in names]:
            raise CannotRunError(say("error.what-if", reason=finding.message))


def _read(text: str) -> Supposition:
    match = _WORDING.fullmatch(text)
    if match is None:
        raise CannotRunError(say("error.what-if-wording", text=text))
    try:
        value = _ANSWERS.get(match["value"]) or quantity.parse(match["value"])
    except UnreadableQuantityError as error:
        reason, hint = told(error.reason), told(error.hint)
        raise CannotRunError(
            say("error.what-if-value", text=text, reason=reason, hint=hint)
        ) from None
    return Supposition(match["unit"], match["indicator"], value)


def _unknown(key: str, name: str, known: set[str]) -> CannotRunError:
    reason, hint = say(key, name=name), suggestion(name, known)
    return CannotRunError(say("error.hinted", reason=reason, hint=hint) if hint else reason)
