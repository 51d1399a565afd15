"""Findings in a text: lines and columns, and the line that is shown."""

import pathlib

import pytest
from made import Made

from scorecard.diagnostic import Diagnostic, Finding, Path, Related, Spot
from scorecard.i18n.rules import Severity
from scorecard.toml.document import WIDEST, Document

made = Made()

RULE = made("SC999", Severity.WARNING, "{key} is wrong", "try {other}")
TEXT = 'name = "Cao Bằng" # 😀\r\n[figures]\n\tpapi = { value = 1, target = 2 }\nother = [\n1,\n2 ]'


def told(finding: Finding, text: str = TEXT, name: str = "a.toml") -> Diagnostic:
    return Document(name, text).diagnostic(finding)


@pytest.mark.parametrize(
    ("path", "on_key", "start", "end", "source"),
    [
        (("name",), False, (1, 8), (1, 18), 'name = "Cao Bằng" # 😀'),
        (("name",), True, (1, 1), (1, 5), 'name = "Cao Bằng" # 😀'),
        (("figures",), False, (2, 2), (2, 9), "[figures]"),
        (("figures", "gone"), False, (2, 2), (2, 9), "[figures]"),
        (("figures", "papi", "value"), False, (3, 19), (3, 20), None),
        (("figures", "papi", "target"), True, (3, 22), (3, 28), None),
        (("figures", "papi", "claimed"), False, (3, 9), (3, 34), None),
        (("figures", "other"), False, (4, 9), (6, 4), "other = ["),
        (("figures", "other", 1), False, (6, 1), (6, 2), "2 ]"),
        (("gone",), False, (1, 1), (1, 1), 'name = "Cao Bằng" # 😀'),
        ((), False, (1, 1), (1, 1), 'name = "Cao Bằng" # 😀'),
    ],
)
def test_a_finding_at_a_path_is_told_at_its_lines_and_columns(
    path: Path, on_key: bool, start: tuple[int, int], end: tuple[int, int], source: str | None
) -> None:
    found = told(Finding(RULE, path, {"key": "x", "other": "y"}, on_key=on_key))
    assert (found.line, found.column) == start
    assert (found.spot.end_line, found.spot.end_column) == end
    assert found.spot.source == (source or " papi = { value = 1, target = 2 }")


@pytest.mark.parametrize(
    ("place", "start", "end", "source"),
    [
        ((21, 22), (1, 22), (1, 23), 'name = "Cao Bằng" # 😀'),
        ((20, 23), (1, 21), (2, 1), 'name = "Cao Bằng" # 😀'),
        ((23, 24), (2, 1), (2, 2), "[figures]"),
        ((len(TEXT), len(TEXT)), (6, 4), (6, 4), "2 ]"),
    ],
)
def test_a_finding_at_a_range_of_the_text_needs_no_path(
    place: tuple[int, int], start: tuple[int, int], end: tuple[int, int], source: str
) -> None:
    found = told(Finding(RULE, ("name",), {"key": "x", "other": "y"}, place=place))
    assert (found.line, found.column) == start
    assert (found.spot.end_line, found.spot.end_column) == end
    assert found.spot.source == source


def test_a_range_of_a_text_that_is_no_toml_is_told_too() -> None:
    found = told(Finding(RULE, arguments={"key": "x", "other": "y"}, place=(4, 5)), "a =\n]\n")
    assert (found.line, found.column, found.spot.source) == (2, 1, "]")


@pytest.mark.parametrize(
    ("path", "on_key", "subject"),
    [
        (("figures", "papi", "value"), False, "figures.papi.value 1"),
        (("figures", "papi", "value"), True, "figures.papi.value value"),
        (("figures", "other", 1), False, "figures.other 2"),
        (("figures", "other"), False, "figures.other ["),
        (("unit", "level"), False, "unit.level"),
        ((), False, ""),
    ],
)
def test_what_a_finding_is_about_is_told_by_keys_and_what_stands_there(
    path: Path, on_key: bool, subject: str
) -> None:
    found = told(Finding(RULE, path, {"key": "x", "other": "y"}, on_key=on_key))
    assert found.subject == subject


def test_an_empty_first_line_is_shown_as_it_is() -> None:
    found = told(Finding(RULE, arguments={"key": "x", "other": "y"}), "\na = 1\n")
    assert (found.line, found.column, found.spot.source) == (1, 1, "")


def test_everything_that_is_told_is_printable() -> None:
    arguments = {"key": "\x1b[2J", "other": "a\nb"}
    found = told(Finding(RULE, arguments=arguments), "# \u202e\n", "a\u200b\n.toml")
    assert found == Diagnostic(
        code="SC999",
        severity=Severity.WARNING,
        message=found.message,
        hint=found.hint,
        file=found.file,
        spot=Spot(1, 1, 1, 1, found.spot.source, (0, 0)),
        related=None,
        subject=found.subject,
    )
    assert found.message == r"\u001b[2J is wrong"
    assert found.hint == r"try a\u000ab"
    assert found.file == r"a\u200b\u000a.toml"
    assert found.spot.source == "# \N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("", 0, (1, 1)),
        ("ab", 2, (1, 3)),
        ("a\nb", 1, (1, 2)),
        ("a\nb", 2, (2, 1)),
        ("a\n", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\r\u2028b", 3, (1, 4)),
        ("é😀 x\n😀y", 6, (2, 2)),
    ],
)
def test_lines_end_at_line_feeds_and_columns_count_code_points(
    text: str, offset: int, expected: tuple[int, int]
) -> None:
    found = told(Finding(RULE, arguments={"key": "", "other": ""}, place=(offset, offset)), text)
    assert (found.line, found.column) == (found.spot.end_line, found.spot.end_column) == expected
    assert Document("a", text).line(offset) == expected[0]


@pytest.mark.parametrize(
    ("place", "source", "marked"),
    [
        ((0, 2), "xy" + "-" * 98 + "…", "xy"),
        ((298, 300), "…" + "-" * 98 + "yx", "yx"),
        ((150, 160), "…" + "-" * 100 + "…", "-" * 10),
        ((150, 299), "…" + "-" * 100 + "…", "-" * 60 + "…"),
        ((0, 300), "xy" + "-" * 98 + "…", "xy" + "-" * 98 + "…"),
        ((300, 300), "…" + "-" * 98 + "yx", ""),
    ],
)
def test_a_long_line_is_cut_around_what_is_marked(
    place: tuple[int, int], source: str, marked: str
) -> None:
    text = "xy" + "-" * 296 + "yx"
    arguments = {"key": "", "other": ""}
    found = told(Finding(RULE, arguments=arguments, place=place), f"{text}\r\nb")
    assert found.spot.source == source
    assert found.spot.source[slice(*found.spot.mark)] == marked.removesuffix("…")
    assert len(found.spot.source) <= WIDEST + 2


def test_a_line_of_a_hundred_characters_is_not_cut() -> None:
    arguments = {"key": "", "other": ""}
    found = told(Finding(RULE, arguments=arguments, place=(99, 100)), "-" * WIDEST)
    assert (found.spot.source, found.spot.mark) == ("-" * WIDEST, (99, 100))


def test_a_long_message_is_cut() -> None:
    found = told(Finding(RULE, arguments={"key": "x" * 10**6, "other": "y" * 10**6}))
    assert found.message == "x" * 499 + "…"
    assert found.hint == "try " + "y" * 495 + "…"


@pytest.mark.parametrize(
    "related",
    [
        Related("\x1b is here", place=(34, 38)),
        Related("\x1b is here", ("figures", "papi"), on_key=True),
    ],
)
def test_a_second_place_is_told_too(related: Related) -> None:
    arguments = {"key": "", "other": ""}
    second = told(Finding(RULE, ("name",), arguments, related=related)).related
    assert second is not None
    assert (second.message, second.spot.source) == (
        r"\u001b is here",
        " papi = { value = 1, target = 2 }",
    )
    assert (second.spot.line, second.spot.column, second.spot.mark) == (3, 2, (1, 5))
    assert (second.spot.end_line, second.spot.end_column) == (3, 6)


def test_a_text_that_was_left_is_read_again(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("one = 1\ntwo = 2\n", "utf-8")
    left = Document(path.as_posix(), "one = 1\ntwo = 2\n").left()
    assert (left.kept, left.line_of("two"), left.text) == (None, 2, "one = 1\ntwo = 2\n")
    gone = Document((tmp_path / "b.toml").as_posix(), "one = 1\n").left()
    assert gone.text == ""
