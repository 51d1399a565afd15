"""All rules of the package: one code each, and templates that can be filled in."""

import json
import re
from collections.abc import Mapping
from string import Formatter

import pytest
from command import run

from scorecard.diagnostic import Finding
from scorecard.i18n.language import LANGUAGES, Language
from scorecard.i18n.rules import Rule, rules, rules_in
from scorecard.rules import registry
from scorecard.text.printable import printable


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


def test_every_rule_that_registers_itself_is_said() -> None:
    registry.register_all()
    scopes = [each for each in vars(registry).values() if isinstance(each, registry.Scope)]
    registered = {code for scope in scopes for codes, _ in scope for code in codes}
    assert len(registered) > 40
    assert registered - all_rules().keys() == set()


def test_every_message_and_hint_is_filled_in() -> None:
    for name, rule in all_rules().items():
        wanted = [*fields(rule.message), *fields(rule.hint)]
        assert all(field.isidentifier() for field in wanted), name
        finding = Finding(rule.code, arguments={field: f"<{field}>" for field in wanted})
        assert all(f"<{field}>" in finding.message for field in fields(rule.message)), name
        assert all(f"<{field}>" in finding.hint for field in fields(rule.hint)), name


WORDS = ("message", "hint", "why", "mend")
"""What each language says of a rule; examples and weights are the same in all."""


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_every_rule_is_said_in_every_language_with_the_same_places(language: Language) -> None:
    english, said = rules_in("en"), rules_in(language)
    assert list(said) == list(english)
    for code, words in said.items():
        assert list(words) == [key for key in WORDS if key in english[code]], code
        for key, text in words.items():
            assert sorted(fields(text)) == sorted(fields(english[code][key])), (code, key)
            assert text == text.strip() == printable(text), (code, key)
            assert text.endswith(".") is english[code][key].endswith("."), (code, key)
            # What nobody translated has only places and signs in it.
            assert text != english[code][key] or not re.sub(r"\{\w+\}|\W", "", text), (code, key)


MENDED = {
    "en": 'begin with format = 1 and framework = "…"',
    "vi": 'bắt đầu bằng format = 1 và framework = "…"',
    "ar": 'ابدأ بـ format = 1 و framework = "…"',
}


@pytest.mark.parametrize("language", MENDED)
def test_a_rule_is_explained_in_the_language_that_is_asked_for(language: str) -> None:
    ran = run("explain", "SC105", "-f", "json", "--lang", language)
    assert (ran.code, ran.err) == (0, "")
    (rule,) = json.loads(ran.out)["rules"]
    assert (rule["severity"], rule["hint"]) == ("error", MENDED[language])
    assert rule["bad"] == "# nothing at all"


def test_every_message_is_one_clause_in_small_letters_without_a_full_stop() -> None:
    odd = [
        name
        for name, rule in all_rules().items()
        if not rule.message or rule.message[0].isupper() or rule.message.endswith(".")
    ]
    assert odd == []
