"""The lists of rules: each function that is one is asked once, in one of them."""

import inspect
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module

from builders import framework, scorecard

from scorecard import rules as check
from scorecard.diagnostic import Finding
from scorecard.measure.assessment import Assessment, assess
from scorecard.model.framework import Framework
from scorecard.model.scorecard import FigureClaim, Scorecard, ScorecardClaim
from scorecard.rules import claims, family, ranks, units
from scorecard.rules.catalogue import ON_AIMED_FIGURES, ON_FIGURES, ON_SCORECARDS, check_scorecard
from scorecard.rules.folder_rules import ON_FOLDERS, ON_SOUND_FIGURES, check_folder
from scorecard.rules.framework_rules import ON_FRAMEWORKS, check_framework
from scorecard.rules.scales import Pairs

Asked = Callable[..., object]

LISTS: list[list[Asked]] = [
    [*ON_FIGURES, *ON_AIMED_FIGURES, *ON_SCORECARDS],
    [claims.figures, claims.wholes],
    [*ON_FRAMEWORKS],
    [rule for _, rule in ON_FOLDERS],
    [rule for _, rule in ON_SOUND_FIGURES],
    [ranks.same_twice, units.file_names, family.children_and_parent],
]
"""Rules in lists, and those that are asked in a way of their own."""

ASKED_OF = (Pairs, Assessment, Framework, Mapping[str, Assessment], Iterable[tuple[str, str]])
FINDINGS = (Iterator[Finding], Iterator[tuple[str, Finding]])

LEADS = {each.__name__ for each in (check_scorecard, check_framework, check_folder)}
"""Those that ask all rules."""


def rules() -> list[Asked]:
    """Return all public functions that find something in what rules are asked of."""
    names = [each.name for each in pkgutil.iter_modules(check.__path__, "scorecard.rules.")]
    return [
        function
        for module in map(import_module, names)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_") and name not in LEADS
        if inspect.signature(function).return_annotation in FINDINGS
        if next(iter(inspect.signature(function).parameters.values())).annotation in ASKED_OF
    ]


def called(functions: list[Asked]) -> Counter[str]:
    return Counter(f"{each.__module__}.{each.__qualname__}" for each in functions)


def test_every_rule_is_asked_once() -> None:
    asked = [rule for rules in LISTS for rule in rules if not rule.__qualname__.startswith("_")]
    assert called(asked) == called(rules())


ONE = framework({"x": {"unit": "percent", "target": 100}})


def codes(card: Scorecard) -> list[str]:
    return sorted(finding.code for finding in check_scorecard(assess(card, ONE)))


def test_what_a_source_concludes_is_compared_where_it_concludes_anything() -> None:
    card = scorecard({"x": {"value": 50, "claimed": {"completion": 60}}})
    assert codes(card) == ["SC601", "SC901"]
    figure = card.figures["x"].model_copy(update={"claimed": None})
    plain = card.model_copy(update={"figures": {"x": figure}})
    assert codes(plain) == ["SC901"]
    claimed = plain.model_copy(update={"claimed": ScorecardClaim.model_validate({"score": 60})})
    assert codes(claimed) == ["SC601", "SC901"]
    right = card.figures["x"].model_copy(
        update={"claimed": FigureClaim.model_validate({"completion": 50})}
    )
    assert codes(card.model_copy(update={"figures": {"x": right}})) == ["SC901"]


def test_rules_on_a_figures_own_target_are_asked_where_any_has_one() -> None:
    assert codes(scorecard({"x": {"value": 50, "target": 0}})) == ["SC404", "SC901"]
    way = framework({"x": {"unit": "percent", "method": "baseline", "target": 10}})
    card = assess(scorecard({"x": {"value": 50, "baseline": 10}}), way)
    assert sorted(each.code for each in check_scorecard(card)) == ["SC410", "SC901"]


def test_a_framework_without_fault_breaks_no_rule() -> None:
    assert list(check_framework(ONE)) == []
    wrong = framework({"x": {"group": "all", "parts": ["y"]}})
    assert [each.code for each in check_framework(wrong)] == ["SC306"]
