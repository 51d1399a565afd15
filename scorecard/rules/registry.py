"""Rules by what they look at; each registers itself where it is defined."""

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Literal, TypeVar

from scorecard.diagnostic import Finding
from scorecard.i18n.rules import Severity, rules
from scorecard.measure.assessment import Assessment
from scorecard.model.framework import Framework
from scorecard.model.register import Register
from scorecard.model.scorecard import Scorecard
from scorecard.numbers.quantity import Quantity
from scorecard.rules.folder import Folder
from scorecard.rules.scales import Aim, Scale
from scorecard.rules.texts import Texts

Findings = Iterator[Finding]
FindingsInFiles = Iterator[tuple[str, Finding]]
"""Findings, each with the name of its file."""

Role = Literal["value", "target", "baseline"]
"""What a quantity is to its indicator."""

Arguments = Mapping[str, object] | None
"""What a message is filled in with; None where there is nothing to say."""

Look = TypeVar("Look", bound=Callable[..., Any])


class Scope(list[tuple[tuple[str, ...], Look]]):
    """The rules that look at one kind of thing, as they register: codes of each, and its look."""

    def __call__(self, *codes: str) -> Callable[[Look], Look]:
        """Register the function below as the rule of these codes."""

        def register(look: Look) -> Look:
            self.append((codes, look))
            return look

        return register

    def all_found(
        self, seen: object, least: Severity = Severity.NOTE, also: Collection[str] = ()
    ) -> Iterator[Any]:
        """Yield what they find in one thing; rules all of whose codes weigh less are passed over.

        Those of the codes in `also` look at it all the same.
        """
        known, enough = rules(), least.weight
        for codes, look in self:
            if any(known[code].severity.weight >= enough or code in also for code in codes):
                yield from look(seen)


on_quantities: Scope[Callable[[Quantity, Scale, Role], Arguments]] = Scope()
"""Rules for one quantity of a figure or framework."""

on_aims: Scope[Callable[[Aim], Findings]] = Scope()
on_figures: Scope[Callable[[Scorecard], Findings]] = Scope()
"""Rules for all figures of a scorecard, each by itself."""

on_texts: Scope[Callable[[Texts], Findings]] = Scope()
on_scorecards: Scope[Callable[[Assessment], Findings]] = Scope()
on_frameworks: Scope[Callable[[Framework], Findings]] = Scope()
on_registers: Scope[Callable[[Register], Findings]] = Scope()
on_folders: Scope[Callable[[Folder], FindingsInFiles]] = Scope()


def finding(code: str, /, *path: str | int, **arguments: object) -> Finding:
    """Return a fault at the value of a key path; the arguments fill in what is said of it."""
    return Finding(code, path, arguments)


def finding_on_key(code: str, /, *path: str | int, **arguments: object) -> Finding:
    """Return the same at the key itself."""
    return Finding(code, path, arguments, on_key=True)


@cache
def register_all() -> None:
    """Import every module of rules, so that what it defines is registered."""
    for path in sorted(Path(__file__).parent.glob("[!_]*.py")):
        import_module(f"{__package__}.{path.stem}")
