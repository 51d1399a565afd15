"""`scorecard explain`: a number on screen unfolded, or what a finding's code stands for."""

import re
from collections.abc import Iterator, Sequence

from scorecard.cli.groups import Which, Writing
from scorecard.cli.present import choice_of, gathered_from, present
from scorecard.i18n import Words
from scorecard.i18n.language import spoken
from scorecard.i18n.rules import rules
from scorecard.i18n.sayings import say
from scorecard.measure.assessment import Assessment
from scorecard.measure.change import earlier
from scorecard.measure.field import Fields
from scorecard.project.codes import no_rule
from scorecard.project.errors import CannotRunError
from scorecard.project.load import measured, territory_of
from scorecard.project.measures import indicators_meant, measure_suggested
from scorecard.project.selection import select
from scorecard.report.blocks import View
from scorecard.report.explanation import Explanation, explain_figure, explain_view
from scorecard.report.rule import rules_view
from scorecard.report.unit_explanation import explain_unit
from scorecard.report.unit_rows import unit_rows
from scorecard.rules.references import some_of

CODE = re.compile("[A-Z]+[0-9]+")
"""What is taken for the code of a rule, and not for the name of a unit."""


def explain(
    target: str | None,
    indicator: str | None,
    which: Which,
    writing: Writing,
    *,
    every: bool,
    columns: bool,
) -> None:
    """Explain a number, or the rule of a code; or every rule, or every column and key."""
    if every or columns or target is None or CODE.fullmatch(target):
        present(_general(target, indicator, every=every, columns=columns), (), writing)
        return
    gathered = gathered_from([target], which, writing)
    found = select(gathered, choice_of(which))
    words = Words(spoken())
    fields = Fields(measured(gathered.everything), territory_of(gathered.everything))
    if indicator is None:
        explanations = [_standing(assessment, fields, words) for assessment in found]
    else:
        explanations = list(_figures(found, indicator, fields, words))
    present(explain_view(explanations), gathered.told, writing)


def _general(code: str | None, indicator: str | None, *, every: bool, columns: bool) -> View:
    """Return every column and key, every rule, or the rule with this code."""
    if [code is not None, every, columns].count(True) != 1 or indicator:
        raise CannotRunError(say("error.explain"))
    if columns:
        from scorecard.report.codebook import codebook_view

        return codebook_view()
    if code is not None and code not in rules():
        raise no_rule(code)
    return rules_view(list(rules().values()) if code is None else [rules()[code]])


def _standing(assessment: Assessment, fields: Fields, words: Words) -> Explanation:
    (shown,) = unit_rows([fields.standing(assessment)], fields)
    return explain_unit(shown, fields.field(assessment), words)


def _figures(
    found: Sequence[Assessment], indicator: str, fields: Fields, words: Words
) -> Iterator[Explanation]:
    """Explain the indicator under each framework that has it."""
    frameworks = [assessment.framework for assessment in found]
    wanted = indicators_meant(indicator, frameworks)
    if found and not wanted:
        known = {each.id: each for framework in frameworks for each in framework.indicators}
        hint = measure_suggested(indicator, known.values())
        hint = hint or say("error.there-are", names=some_of(known))
        raise CannotRunError(say("error.no-indicator", name=indicator, hint=hint))
    for assessment in found:
        then = earlier(assessment, fields)
        for item in assessment.measured:
            if item.indicator.id in wanted:
                yield explain_figure(assessment, item, then, words)
