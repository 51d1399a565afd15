"""The rules that a command line chooses by their codes."""

from collections.abc import Iterable

from scorecard.diagnostic import suggestion
from scorecard.i18n.rules import rules
from scorecard.i18n.sayings import say
from scorecard.project.errors import CannotRunError


def chosen_codes(select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """Return the codes that count; each choice is a code or the beginning of several.

    Raise CannotRunError for one that no code begins with.
    """
    selected = frozenset(code for choice in select for code in _matching(choice))
    ignored = frozenset(code for choice in ignore for code in _matching(choice))
    return (selected or frozenset(rules())) - ignored


def _matching(choice: str) -> list[str]:
    found = [code for code in rules() if code.startswith(choice)]
    if not choice or not found:
        raise no_rule(choice)
    return found


def no_rule(code: str) -> CannotRunError:
    """Return that there is no rule with a code, and which one may be meant."""
    if hint := suggestion(code, rules()):
        return CannotRunError(say("error.no-rule-hint", name=code, hint=hint))
    return CannotRunError(say("error.no-rule", name=code))
