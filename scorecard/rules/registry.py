"""Rules by what they look at; each registers itself where it is defined."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from scorecard import rules
from scorecard.diagnostic import Finding
from scorecard.measure.assessment import Assessment
from scorecard.model.framework import Framework
from scorecard.numbers.quantity import Quantity
from scorecard.rules.folder import Folder
from scorecard.rules.scales import Aim, Scale
from scorecard.rules.texts import Texts

Role = Literal["value", "target", "baseline"]
"""What a quantity is to its indicator."""

OnQuantity = Callable[[Quantity, Scale, Role], Mapping[str, object] | None]
"""Looks at one quantity of a figure or framework; returns what its message is filled in with."""

OnAim = Callable[[Aim], Iterable[Finding]]
"""Looks at the targets and the baseline that a figure or an indicator states."""

OnTexts = Callable[[Texts], Iterable[Finding]]
"""Looks at the texts of a file that people read."""

OnScorecard = Callable[[Assessment], Iterable[Finding]]
"""Looks at a scorecard under its framework."""

OnFramework = Callable[[Framework], Iterable[Finding]]
"""Looks at a framework."""

OnFolder = Callable[[Folder], Iterable[tuple[str, Finding]]]
"""Looks at all scorecards together; each finding comes with the name of its file."""

Look = TypeVar("Look", bound=Callable[..., Any])


class Rule(NamedTuple, Generic[Look]):
    """A rule: the codes of what it finds, and how it looks."""

    codes: tuple[str, ...]
    look: Look


class Scope(Generic[Look]):
    """The rules that look at one kind of thing, in the order in which they register."""

    def __init__(self) -> None:
        self._rules: list[Rule[Look]] = []

    def __call__(self, *codes: str) -> Callable[[Look], Look]:
        """Register the function below as the rule of these codes."""

        def register(look: Look) -> Look:
            self._rules.append(Rule(codes, look))
            return look

        return register

    def __iter__(self) -> Iterator[Rule[Look]]:
        return iter(self._rules)


on_quantities: Scope[OnQuantity] = Scope()
on_aims: Scope[OnAim] = Scope()
on_texts: Scope[OnTexts] = Scope()
on_scorecards: Scope[OnScorecard] = Scope()
on_frameworks: Scope[OnFramework] = Scope()
on_folders: Scope[OnFolder] = Scope()


@cache
def register_all() -> None:
    """Import every module of rules, so that what it defines is registered."""
    for module in iter_modules(rules.__path__, f"{rules.__name__}."):
        import_module(module.name)
