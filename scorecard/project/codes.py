"""All rules, and those that a command line chooses by their codes."""

from collections.abc import Iterable
from importlib import import_module
from pkgutil import iter_modules

from scorecard import rules as checks
from scorecard.diagnostic import Rule, suggestion
from scorecard.project import ignoring, shelf
from scorecard.project.errors import CannotRunError
from scorecard.toml import rules


def _rules_of(modules: Iterable[object]) -> list[Rule]:
    """Return the rules that modules define, by their codes."""
    found = {
        value.code: value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, Rule)
    }
    return [found[code] for code in sorted(found)]


CHECKS = [import_module(f"{checks.__name__}.{each.name}") for each in iter_modules(checks.__path__)]
"""All modules that rules are in."""

RULES = _rules_of((rules, shelf, ignoring, *CHECKS))
"""Every rule, in the order of the codes."""


def chosen_codes(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """Return the codes that count; each choice is a code or the beginning of several.

    Raise CannotRunError for one that no code begins with.
    """
    selected = frozenset(code for choice in select for code in _matching(choice))
    ignored = frozenset(code for choice in ignore for code in _matching(choice))
    return (selected or frozenset(rule.code for rule in RULES)) - ignored


def _matching(choice: str) -> list[str]:
    codes = [rule.code for rule in RULES]
    found = [code for code in codes if code.startswith(choice)]
    if not choice or not found:
        hint = suggestion(choice, codes)
        raise CannotRunError(f'there is no rule "{choice}"{"; " if hint else ""}{hint}')
    return found
