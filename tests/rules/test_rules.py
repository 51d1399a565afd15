"""All rules of the package: one code each, and templates that can be filled in."""

import pkgutil
import re
from importlib import import_module
from string import Formatter

import scorecard
from scorecard.diagnostic import Finding, Rule


def all_rules() -> dict[str, Rule]:
    """Every rule by the name of the module and the constant that define it."""
    names = [each.name for each in pkgutil.walk_packages(scorecard.__path__, "scorecard.")]
    modules = [import_module(name) for name in names if not name.endswith("__main__")]
    rules = {
        id(value): (f"{module.__name__}.{name}", value)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, Rule)
    }
    return dict(rules.values())


def fields(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name is not None]


def test_every_rule_has_a_code_of_its_own() -> None:
    codes = [rule.code for rule in all_rules().values()]
    assert len(codes) >= 40
    assert sorted(codes) == sorted(set(codes))
    assert [code for code in codes if not re.fullmatch(r"SC[1-9][0-9]{2}", code)] == []


def test_every_message_and_hint_is_filled_in() -> None:
    for name, rule in all_rules().items():
        wanted = [*fields(rule.message), *fields(rule.hint)]
        assert all(field.isidentifier() for field in wanted), name
        finding = Finding(rule, arguments={field: f"<{field}>" for field in wanted})
        assert all(f"<{field}>" in finding.message for field in fields(rule.message)), name
        assert all(f"<{field}>" in finding.hint for field in fields(rule.hint)), name


def test_every_message_is_one_clause_in_small_letters_without_a_full_stop() -> None:
    odd = [
        name
        for name, rule in all_rules().items()
        if not rule.message or rule.message[0].isupper() or rule.message.endswith(".")
    ]
    assert odd == []
