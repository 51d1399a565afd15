"""Suppositions as the command line words them: `[UNIT:]INDICATOR=VALUE`."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scorecard.i18n.rules import Severity
from scorecard.i18n.sayings import say, told
from scorecard.measure.assessment import Assessment
from scorecard.measure.what_if import Supposition, suppose
from scorecard.numbers import quantity
from scorecard.numbers.quantity import DONE, NOT_DONE, Quantity, UnreadableQuantityError
from scorecard.numbers.wording import answer
from scorecard.project.errors import CannotRunError
from scorecard.project.measures import indicators_meant, measure_suggested
from scorecard.project.units import unit_meant, unit_suggested
from scorecard.rules.findings import check_figures

_WORDING = re.compile(r"\s*(?P<named>[^=:\s](?:[^=]*[^=:\s])?)\s*=\s*(?P<value>.+)")
_ANSWERS = {"true": DONE, "false": NOT_DONE}


class Said(NamedTuple):
    """What is said to be supposed: `[UNIT:]INDICATOR`, and the value."""

    named: str
    value: Quantity


def read_suppositions(texts: Sequence[str]) -> list[Said]:
    """Read what is supposed; raise CannotRunError where a text supposes nothing."""
    return [_read(text) for text in texts]


class Supposed(NamedTuple):
    """Scorecards that are shown, and all that they are ranked with, as they would be; and why."""

    shown: list[Assessment]
    everything: list[Assessment]
    suppositions: list[Supposition]


def supposed(
    shown: Sequence[Assessment],
    everything: Sequence[Assessment],
    said: Sequence[Said],
) -> Supposed:
    """Return the scorecards as they would be; those that are shown are among all.

    All others stay as they reported: what is shown is held against them.
    Raise CannotRunError for a unit or indicator that is not shown, and for a value that the
    indicator cannot have.
    """
    if not said:
        return Supposed(list(shown), list(everything), [])
    suppositions = [each for one in said for each in _meant(one, shown)]
    changed = {id(each): suppose(each, suppositions) for each in shown}
    would_be = list(changed.values())
    for assessment in (each for each in would_be if each.supposed):
        _refuse_what_cannot_be(assessment)
    all_ = [changed.get(id(each), each) for each in everything]
    return Supposed(would_be, all_, suppositions)


def _meant(said: Said, shown: Sequence[Assessment]) -> Iterator[Supposition]:
    """Yield what is supposed, by ids; a name may stand for an indicator in each framework."""
    if found := indicators_meant(said.named, [each.framework for each in shown]):
        yield from (Supposition(None, each, said.value) for each in sorted(found))
        return
    typed, colon, name = (part.strip() for part in said.named.partition(":"))
    name, units = name if colon else said.named, [each.card.unit for each in shown]
    unit = unit_meant(typed, units) if colon else None
    if colon and unit is None:
        hint = unit_suggested(typed, units)
        raise _refused("error.what-if-unit", typed, hint)
    frameworks = [each.framework for each in shown if unit in (None, each.card.unit.id)]
    found = indicators_meant(name, frameworks)
    if not found:
        known = [each for framework in frameworks for each in framework.indicators]
        raise _refused("error.what-if-indicator", name, measure_suggested(name, known))
    yield from (Supposition(unit, each, said.value) for each in sorted(found))


def _refuse_what_cannot_be(assessment: Assessment) -> None:
    paths = {("figures", name, "value") for name in assessment.supposed}
    for finding in check_figures(assessment.scorecard, assessment.framework):
        wrong = finding.severity is Severity.ERROR
        if wrong and finding.path in paths:
            raise CannotRunError(say("error.what-if", reason=finding.message))


def _read(text: str) -> Said:
    match = _WORDING.fullmatch(text)
    if match is None:
        raise CannotRunError(say("error.what-if-wording", text=text))
    try:
        value = _ANSWERS.get(answer(match["value"])) or quantity.parse(match["value"])
    except UnreadableQuantityError as error:
        # A unit is right of some indicators only, and which is meant is not known yet.
        if not error.meant or error.counted:
            reason, hint = told(error.reason), told(error.hint)
            raise CannotRunError(
                say("error.what-if-value", text=text, reason=reason, hint=hint)
            ) from None
        value = quantity.parse(error.meant)
    return Said(match["named"], value)


def _refused(key: str, name: str, hint: str) -> CannotRunError:
    reason = say(key, name=name)
    return CannotRunError(say("error.hinted", reason=reason, hint=hint) if hint else reason)
