"""Values, targets, completions, bars and verdicts as people read them."""

import pytest
from builders import Table, framework, scorecard
from views import grid, shown

from scorecard.measure.assessment import assess

PERCENT: Table = {"unit": "percent", "kind": "rate", "limits": [0, 100], "target": 100}


NOTHING: Table = {}


def row(value: object, keys: Table = NOTHING, language: str = "en") -> dict[str, str]:
    """Return the row of a single figure by heading, under an indicator with these keys."""
    rules = framework({"x": keys})
    texts = grid(shown([assess(scorecard({"x": value}), rules)], language))
    return dict(zip(texts[0], texts[2], strict=True))


BARS = [
    (0, "········"),
    ("0.0001", "▏·······"),
    (50, "████····"),
    ("61.85", "█████···"),
    ("61.4", "████▉···"),
    ("61.0..61.9", "████▒···"),
    (92, "███████▍"),
    (94, "███████▌"),
    ("99.9999", "███████▉"),
    (100, "████████"),
    (250, "████████"),
    (-5, "········"),
    ("~100", "████████"),
    ("<~100", "███████▉"),
    (">~100", "████████"),
    (">~0", "▏·······"),
    ("<~0", "········"),
    ("50..75", "████▒▒··"),
    ("51..74", "████▒▒··"),
    ("30..60", "██▍▒▒···"),
    ("0..0.01", "▒·······"),
    ("99..99.9", "███████▉"),
    ("99..100", "███████▒"),
    ("100..120", "████████"),
    ("0..100", "▒▒▒▒▒▒▒▒"),
    (">50", "████▒▒▒▒"),
    (">=100", "████████"),
    ("<50", "▒▒▒▒····"),
    ("<=0", "········"),
]


@pytest.mark.parametrize(("value", "bar"), BARS)
def test_a_bar_is_never_full_or_empty_unless_it_is_that(value: object, bar: str) -> None:
    assert row(value, {"target": 100})[""] == bar


def test_a_score_has_a_bar_of_its_own() -> None:
    assert row({"absent": "missing"}, {"target": 100})[""] == ""
    assert row(5)[""] == ""


VALUES = [
    (98.56, "98.56 %", "98,56 %"),
    (">98", ">98 %", ">98 %"),
    (">=98", "≥98 %", "≥98 %"),
    ("<5", "<5 %", "<5 %"),
    ("<=5", "≤5 %", "≤5 %"),
    ("~72.50", "≈ 72.50 %", "≈ 72,50 %"),
    ("<~20", "nearly 20 %", "gần 20 %"),
    (">~20", "a little over 20 %", "hơn 20 một chút %"),
    ("6.6..6.8", "6.6–6.8 %", "6,6–6,8 %"),
    ("12/18", "12/18", "12/18"),
    ({"absent": "missing"}, "missing", "thiếu số liệu"),
    ({"absent": "not-due"}, "not due", "chưa đến hạn"),
    ({"absent": "not-applicable"}, "not applicable", "không áp dụng"),
]


@pytest.mark.parametrize(("value", "english", "vietnamese"), VALUES)
def test_a_value_is_shown_as_it_is_printed(value: object, english: str, vietnamese: str) -> None:
    assert row(value, PERCENT)["Value"] == english
    assert row(value, PERCENT, "vi")["Kết quả"] == vietnamese


@pytest.mark.parametrize(("value", "expected"), [(True, "done"), (False, "not done")])
def test_an_answer_is_shown_as_a_word(*, value: bool, expected: str) -> None:
    found = row(value, {"unit": "yes-no", "method": "yes-no"})
    assert found["Value"] == expected
    complete = "100.0" if value else "0.0"
    assert (found["Target"], found["Complete, %"]) == ("done stated", complete)


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("count", "x"),
        ("points", "x"),
        ("yes-no", "x"),
        ("percent", "x"),
        ("billion VND", "x (billion VND)"),
        ({"en": "houses", "vi": "căn"}, "x (houses)"),
    ],
)
def test_a_unit_that_is_more_than_a_number_stands_beside_the_name(unit: object, name: str) -> None:
    assert row(5, {"unit": unit})["Indicator"] == name


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("none", "–"),
        (18, "18 stated"),
        ({"value": 100, "basis": "ceiling"}, "100 ceiling"),
        ({"value": "<~20000", "basis": "implied"}, "nearly 20,000 implied"),
        ({"value": "6.5..7.5", "basis": "external", "source": "a"}, "6.5–7.5 external"),
    ],
)
def test_a_target_is_shown_with_its_basis(target: object, expected: str) -> None:
    assert row(5, {"target": target})["Target"] == expected


COMPLETIONS = [
    (98.56, "98.6", "◐ near"),
    (99.97, "99.97", "◐ near"),
    (0.04, "0.04", "✗ not met"),
    (100, "100.0", "✓ met"),
    (">98", "> 98.0", "? undecided"),
    (">=98", "≥ 98.0", "? undecided"),
    ("<5", "< 5.0", "✗ not met"),
    ("<=5", "≤ 5.0", "✗ not met"),
    ("80..90", "80.0–90.0", "◔ perhaps near"),
    ("0..100", "0.0–100.0", "? undecided"),
    ("~98", "≈ 98.0", "◐ near ≈"),
    ("~100", "≈ 100.0", "✓ met ≈"),
    ("12/18", "66.7", "✗ not met"),
    ({"absent": "missing"}, "–", "–"),
]


@pytest.mark.parametrize(("value", "completion", "verdict"), COMPLETIONS)
def test_completion_and_verdict_say_no_more_than_the_bounds(
    value: object, completion: str, verdict: str
) -> None:
    found = row(value, PERCENT)
    assert (found["Complete, %"], found["Verdict"]) == (completion, verdict)


def test_beyond_a_target_is_shown_in_full() -> None:
    found = row(150, {"target": 100})
    assert (found["Complete, %"], found["Verdict"]) == ("150.0", "▲ exceeded")


def test_without_a_target_or_a_better_side_there_is_no_verdict() -> None:
    told: Table = {"direction": "none", "target": 3}
    for keys in (NOTHING, told):
        found = row(5, keys)
        assert (found["Complete, %"], found[""], found["Verdict"]) == ("–", "", "–")


def test_verdicts_have_words_of_their_own_in_vietnamese() -> None:
    words = [row(value, PERCENT, "vi")["Đánh giá"] for value in (100, 95, 5, ">98")]
    assert words == ["✓ đạt", "◐ gần đạt", "✗ chưa đạt", "? chưa rõ"]


def test_a_range_of_one_number_is_shown_as_that_number() -> None:
    assert row("5..5", PERCENT)["Value"] == "5 %"


@pytest.mark.parametrize(
    ("value", "expected"), [("-5..0", "-5–0"), ("0..5", "0–5"), ("-3..-1", "-3–-1"), ("0..0", "0")]
)
def test_both_ends_of_a_range_are_shown(value: str, expected: str) -> None:
    assert row(value, {"unit": "tons"})["Value"] == expected
