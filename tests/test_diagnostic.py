"""Rules and findings: templates filled in, weights, and suggestions."""

import pytest
from made import Made

from scorecard.diagnostic import Finding, suggestion
from scorecard.i18n.rules import Severity

made = Made()

RULE = made("SC999", Severity.WARNING, 'there is no "{key}" in {place}', "try {other}")


def test_a_finding_fills_its_arguments_into_the_message_and_the_hint() -> None:
    arguments = {"key": "{curly} %s", "place": 3, "other": "none", "unused": None}
    finding = Finding(RULE, ("figures", 1), arguments)
    assert finding.message == 'there is no "{curly} %s" in 3'
    assert finding.hint == "try none"


def test_a_rule_that_says_all_has_no_hint() -> None:
    finding = Finding(made("SC998", Severity.NOTE, "all is said"))
    assert (finding.message, finding.hint) == ("all is said", "")
    assert (finding.path, finding.place, finding.on_key) == ((), None, False)


def test_errors_weigh_more_than_warnings_and_those_more_than_notes() -> None:
    assert [severity.weight for severity in Severity] == [3, 2, 1]
    assert [severity.value for severity in Severity] == ["error", "warning", "note"]


@pytest.mark.parametrize(
    ("wrong", "names", "expected"),
    [
        ("traget", ["value", "target"], 'did you mean "target"?'),
        ("dossiers_onlin", ["dossiers_online", "papi"], 'did you mean "dossiers_online"?'),
        ("colour", ["value", "target"], ""),
        ("target", [], ""),
        ("", ["target"], ""),
        ("nam", {"name", "nme"}, 'did you mean "name"?'),
        ("Hoa Binh", ["Hòa Bình", "cao-bang"], 'did you mean "Hòa Bình"?'),
        ("Chà Tợx", ["Chà Tở", "Chà Tợ"], 'did you mean "Chà Tợ"?'),
    ],
)
def test_only_a_name_that_is_near_is_suggested(
    wrong: str, names: list[str] | set[str], expected: str
) -> None:
    assert suggestion(wrong, names) == expected


def test_a_suggestion_never_depends_on_the_order_of_the_names() -> None:
    assert suggestion("ab", ["abc", "abd"]) == suggestion("ab", ["abd", "abc"])
