"""Codes on the command line: one rule, or all that begin alike."""

import re

import pytest

from scorecard.i18n.rules import rules
from scorecard.project.codes import chosen_codes
from scorecard.project.errors import CannotRunError

ALL = frozenset(rules())


def test_rules_are_in_the_order_of_their_codes_and_each_code_is_one_rule() -> None:
    codes = list(rules())
    assert codes == sorted(set(codes))
    assert all(re.fullmatch("SC[0-9]{3}", code) for code in codes)


def test_without_a_choice_every_code_counts() -> None:
    assert chosen_codes([], []) == ALL


def test_a_choice_is_a_code_or_how_several_begin() -> None:
    fours = frozenset(code for code in ALL if code.startswith("SC4"))
    assert len(fours) > 3
    assert chosen_codes(["SC403"], []) == {"SC403"}
    assert chosen_codes(["SC4"], []) == fours
    assert chosen_codes(["SC4"], ["SC403"]) == fours - {"SC403"}
    assert chosen_codes(["SC4", "SC101"], []) == {*fours, "SC101"}
    assert chosen_codes([], ["SC4", "SC101"]) == ALL - fours - {"SC101"}
    assert chosen_codes(["SC403"], ["SC4"]) == frozenset()


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ("SC8O3", 'there is no rule "SC8O3"; did you mean "SC803"?'),
        ("", 'there is no rule ""'),
        ("sense", 'there is no rule "sense"'),
    ],
)
def test_what_no_code_begins_with_is_refused(choice: str, expected: str) -> None:
    for select, ignore in (([choice], []), ([], [choice])):
        with pytest.raises(CannotRunError) as caught:
            chosen_codes(select, ignore)
        assert str(caught.value) == expected
