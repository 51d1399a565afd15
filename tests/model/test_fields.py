"""Kinds of value: what each accepts, as what it is read, and what it refuses."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from scorecard.i18n import in_language
from scorecard.model.fields import (
    SOURCE_REFERENCE,
    Amount,
    Closed,
    Format,
    Line,
    Name,
    Number,
    Positive,
    Share,
    Slug,
    Text,
    Url,
    When,
)
from scorecard.numbers import period, quantity
from scorecard.numbers.quantity import Form, Quantity

_KINDS: dict[str, Any] = {
    "slug": Slug,
    "name": Name,
    "line": Line,
    "text": Text,
    "amount": Amount,
    "number": Number,
    "positive": Positive,
    "share": Share,
    "period": When,
    "format": Format,
    "url": Url,
}
KINDS: dict[str, TypeAdapter[object]] = {name: TypeAdapter(kind) for name, kind in _KINDS.items()}
"""Every kind by a name that a test can be called by."""


def exact(text: str) -> Quantity:
    return Quantity(Form.EXACT, Decimal(text))


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        ("slug", "cao-bang", "cao-bang"),
        ("slug", "04", "04"),
        ("slug", "a" * 64, "a" * 64),
        ("name", "dossiers_online", "dossiers_online"),
        ("name", "a" * 64, "a" * 64),
        ("line", " Thạch An ", " Thạch An "),
        ("line", "=1+1", "=1+1"),
        ("line", "x" * 2000, "x" * 2000),
        ("text", "Cao Bằng", "Cao Bằng"),
        ("text", {"vi": "Cao Bằng", "uz-Cyrl": "К"}, {"vi": "Cao Bằng", "uz-Cyrl": "К"}),
        ("amount", 98, exact("98")),
        ("amount", 98.56, exact("98.56")),
        ("amount", 1e-05, exact("0.00001")),
        ("amount", Decimal("98.50"), exact("98.50")),
        ("amount", -3, exact("-3")),
        ("amount", "<~20000", Quantity(Form.NEARLY, Decimal(20000))),
        ("amount", "12/18", Quantity(Form.SHARE, Decimal(12), Decimal(18))),
        ("amount", True, quantity.DONE),
        ("amount", False, quantity.NOT_DONE),
        ("amount", quantity.DONE, quantity.DONE),
        ("number", 0.1, Decimal("0.1")),
        ("number", -7, Decimal(-7)),
        ("number", Decimal("1.50"), Decimal("1.5")),
        ("positive", 0.001, Decimal("0.001")),
        ("share", 0, Decimal(0)),
        ("share", 1, Decimal(1)),
        ("share", 0.85, Decimal("0.85")),
        ("period", "2025-H1", period.parse("2025-H1")),
        ("format", 1, 1),
        ("url", "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        ("url", "http://example.org", "http://example.org"),
    ],
)
def test_accepted(kind: str, value: object, expected: object) -> None:
    assert KINDS[kind].validate_python(value, strict=True) == expected


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("slug", ["", "Cao-Bang", "cao_bang", "-a", "a-", "a--b", "../etc", "a/b", "a.b", "cao\n"]),
        ("slug", ["a" * 65, "bằng", 4, None]),
        ("name", ["", "1a", "_a", "a-b", "Abc", "a.b", "a\n", "a" * 65, 4]),
        ("line", ["", " ", "\u00a0", "a\nb", "a\tb", "\x1b[0m", "a\u202eb", "a\u200b", "a\x9b"]),
        ("line", ["x" * 2001, 5, None, ["a"]]),
        ("text", ["", {}, {"vi": ""}, {"Vietnamese": "a"}, {"VI": "a"}, {"vi-VN": "a"}]),
        ("text", [{"vi": 5}, 5, None, ["a"], {"vi": "a\nb"}]),
        ("amount", ["", "98%", "n/a", "nan", "true", None, [74], {}, date(2025, 1, 1)]),
        ("amount", [float("inf"), float("nan"), Decimal("1E+999"), 10**15 + 1]),
        ("number", ["5", True, None, [5], float("nan"), 0.1234567890123456]),
        ("positive", [0, -1, -0.5, "1"]),
        ("share", [-0.01, 1.01, 80, "0.5"]),
        ("period", ["", "2025-H3", 2025, date(2025, 1, 1), None]),
        ("format", [0, 2, "1", True, None, 1.5]),
        ("url", ["", "javascript:alert(1)", "file:///etc/passwd", "https://", "//example.org"]),
        ("url", [" https://a.org", "https://a.org b", 'https://a.org/"', "https://a.org/<b>"]),
        ("url", ["https://a.org\n", "https://a\u202eb.org", "https://a.org/" + "x" * 2000, 5]),
    ],
)
def test_refused(kind: str, values: list[object]) -> None:
    for value in values:
        with pytest.raises(ValidationError):
            KINDS[kind].validate_python(value, strict=True)


@pytest.mark.parametrize(
    ("kind", "value", "reason", "hint"),
    [
        ("amount", "98 %", "this states no quantity", 'write "98"'),
        ("amount", [74], "this states no quantity", "write a number, or a spelling in quotes"),
        (
            "amount",
            float("inf"),
            "infinity and not-a-number are no figures",
            'leave it out, or write absent = "missing"',
        ),
        ("number", "5", "this is no number", "write it without quotes"),
        (
            "number",
            1e300,
            "this is too large",
            "give a number with at most 31 digits before its point",
        ),
        ("positive", 0, "this must be above 0", ""),
        ("share", 80, "this must be from 0 to 1", ""),
        ("period", 2025, "a period is a text", 'write it in quotes: "2025", "2025-H1"'),
        (
            "period",
            "2025/2021",
            "this period ends before it starts",
            "write 2025, 2025-H1, 2025-Q2, 2025-06, 2021/2025, 2026-01/2026-09 or XXXX-H1",
        ),
        ("format", 1.0, "this version of the file format is not known", "write format = 1"),
        (
            "format",
            2,
            "this version of the file format is not known",
            "take a newer scorecard, or write format = 1",
        ),
    ],
)
def test_a_refusal_says_what_is_wrong_and_how_to_mend_it(
    kind: str, value: object, reason: str, hint: str
) -> None:
    with pytest.raises(ValidationError) as caught:
        KINDS[kind].validate_python(value, strict=True)
    (error,) = caught.value.errors()
    assert error["msg"] == reason
    assert [error["ctx"][key] for key in ("reason", "hint")] == [reason, hint]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ({"vi": "Tốt", "en": "Good"}, "vi", "Tốt"),
        ({"vi": "Tốt", "en": "Good"}, "ar", "Good"),
        ({"": "2025", "en": "Good"}, "vi", "2025"),
        ({"vi": "Tốt", "ar": "جيد"}, "en", "Tốt"),
        ({}, "en", ""),
    ],
)
def test_a_text_is_given_in_the_nearest_language_it_has(
    text: dict[str, str], language: str, expected: str
) -> None:
    assert in_language(text, language) == expected


@pytest.mark.parametrize(
    ("text", "source", "place"),
    [("report", "report", None), ("report#p3", "report", "p3"), ("a-1#p. 3, 4", "a-1", "p. 3, 4")],
)
def test_a_reference_names_a_source_and_a_place_in_it(
    text: str, source: str, place: str | None
) -> None:
    match = SOURCE_REFERENCE.fullmatch(text)
    assert match is not None
    assert (match["source"], match["place"]) == (source, place)


@pytest.mark.parametrize("text", ["", "#p3", "report#", "report# p3", "Report", "a b", "a" * 65])
def test_what_names_no_source_is_no_reference(text: str) -> None:
    assert SOURCE_REFERENCE.fullmatch(text) is None


class Table(Closed):
    """Two kinds that pydantic would convert if it were not strict."""

    count: int
    name: str = ""


@pytest.mark.parametrize(
    "data",
    [
        {"count": "1"},
        {"count": 1.0},
        {"count": True},
        {"count": 1, "name": 5},
        {"count": 1, "nam": "x"},
        {},
    ],
)
def test_a_table_is_strict_and_closed(data: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Table.model_validate(data)


@pytest.mark.parametrize("name", ["count", "name"])
def test_a_table_cannot_be_changed(name: str) -> None:
    table = Table.model_validate({"count": 1})
    with pytest.raises(ValidationError, match="frozen"):
        setattr(table, name, 2)
    assert table == Table.model_validate({"count": 1, "name": ""})
