"""All rules of the package: one code each, and templates that can be filled in."""

import re
from collections.abc import Mapping
from string import Formatter

from scorecard.diagnostic import Finding
from scorecard.i18n.rules import Rule, rules


def all_rules() -> Mapping[str, Rule]:
    """Every rule by its code."""
    return rules()


def fields(template: str) -> list[str]:
    return [name for _, name, _, _ in Formatter().parse(template) if name is not None]


def test_every_rule_has_a_code_of_its_own() -> None:
    codes = [rule.code for rule in all_rules().values()]
    assert len(codes) >= 40
    assert sorted(codes) == sorted(set(codes))
    assert [code for code in codes if not re.fullmatch(r"SC[0-9]{3}", code)] == []


def test_every_message_and_hint_is_filled_in() -> None:
    for name, rule in all_rules().items():
        wanted = [*fields(rule.message), *fields(rule.hint)]
        assert all(field.isidentifier() for field in wanted), name
        finding = Finding(rule.code, arguments={field: f"<{field}>" for field in wanted})
        assert all(f"<{field}>" in finding.message for field in fields(rule.message)), name
        assert all(f"<{field}>" in finding.hint for field in fields(rule.hint)), name


def test_every_message_is_one_clause_in_small_letters_without_a_full_stop() -> None:
    odd = [
        name
        for name, rule in all_rules().items()
        if not rule.message or rule.message[0].isupper() or rule.message.endswith(".")
    ]
    assert odd == []
