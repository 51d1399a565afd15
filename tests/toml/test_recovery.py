"""Several faults in one text, of any kind and in any order: each is told in one run."""

import pytest
import rtoml
from hypothesis import given
from hypothesis import strategies as st

from scorecard.toml import data as toml
from scorecard.toml.document import Document

HEAD = """\
format = 1
framework = "mobilization"
period = "2021/2025"

[unit]
id = "cao-bang"
name = { vi = "Cao Bằng", en = "Cao Bang" }
level = "province"

[figures]
"""

RIGHT = (
    "{n} = 74.34",
    '{n} = { value = ">85", source = "report#p3" }  # as printed',
    "{n}.value = 91.2",
    '{n} = [\n  "kind",  # [\n  { text = "a = 1" },\n]',
    '{n} = {\n  value = 12,\n  note = """\n[draft]\nb = >98\n""",\n}',
    "",
    '[{n}]\nvalue = "12/18"',
    "[[{n}]]\nb = true",
    "[{n}.b]\nc = 1979-05-27 07:32:00",
)
"""Lines without a fault, by the name of a key that is none elsewhere."""

FAULTY = (
    # Values.
    "{n} = >98",
    "{n} = 91,2",
    "{n} = 95 %",
    "{n} = “x”",
    "{n} = 1.234.567",
    "{n} = 1 000",
    "{n} = missing",
    "{n} = bc#p2",
    "{n} = 1e400",
    "{n} = 1; ",
    "{n} = 98 // about",
    "{n} =",
    "{n} = # none",
    "{n} = { value = , b = 1 }",
    "{n} = { value = ~20, b = 1 }",
    "{n} = { value = >=98, b = 1 }",
    "{n} = { value = bc#p2, b = 1 }",
    "{n} = [1 2]",
    "{n} = [1,, 2]",
    "{n} = [1; 2]",
    "{n} = [b = 1]",
    "{n} = {1, 2}",
    "{n} = { b = 1 c = 2 }",
    "{n} = { b = 1, c }",
    "{n} = “{ b = 1 }”",
    "{n} = [{ b = 1 ]",
    # Texts.
    '{n} = "x',
    "{n} = 'x",
    '{n} = x"',
    '{n} = "x”',
    '{n} = "x"y"',
    '{n} = "C:\\dir"',
    '{n} = { value = 1, b = "x }',
    '{n} = [ "x, "y" ]',
    '{n} = "x\n  and so on\n  to the end"',
    # Keys.
    "tên {n} = 1",
    "{n} x = 1",
    "= 5",
    "{n}. = 1",
    "{n}: 5",
    "{n} 5",
    "{n} > 5",
    "{n} { b = 1 }",
    "{n}{ b = 1 }",
    "{n} == 1",
    "{n} = 1, o{n} = 2",
    "{n} = 1 o{n} = 2",
    "{n} .",
    "// {n}",
    # Headers.
    "[{n}",
    "[[{n}]",
    "[[{n}",
    "[{n} # open",
    "{n}]",
    "[]",
    "[ ]",
    "[",
    "[{n}.]",
    "[{n}] x",
    "[{n}]]",
    "[đơn vị {n}]",
    # Brackets.
    "{n} = [1, 2",
    "{n} = [1, 2,",
    "{n} = [",
    "{n} = [{ b = 1 }, { c = 2",
    "{n} = [\n  1,\n  2",
    "{n} = {",
    "{n} = { b = 1",
    "{n} = { b = 1,",
    "{n} = {\n  b = 1,\n  c = 2",
    "{n} = {\n  b = 1\n  c = 2\n}",
    '{n} = [\n  "x"  # one\n  "y"\n]',
    '{n} = [\n  "x,\n  "y",\n]',
    "{n} = [\n  { b = 1 },\n  { b = 1 c = 2 },\n]",
    # Doubles.
    "{n} = 1\n{n} = 2",
    "{n} = 1\n{n}.b = 2",
    "{n} = { b = 1, b = 2 }",
    "[{n}]\nb = 1\n[{n}]\nc = 1",
    "[{n}]\n[[{n}]]",
    # The rest.
    "<<<<<<< HEAD\n{n} = 1\n=======\n{n} = 2\n>>>>>>> x",
    "# {n} \x01",
    "{n} =\u00a05",
    f"{{n}} = {'[' * 90}{']' * 90}",
)
"""Lines with a fault, by the name of a key that is none elsewhere."""

NOT_CLOSED = ("{n} = [1, 2", "{n} = [", "{n} = { b = 1", "{n} = [{ b = 1 }, { c = 2")
STRAY = ("]", "}", "{n} = { b = 1 }}", "{n} = [1]]")
"""Lines with a closing bracket too many, which can be meant for what is not closed above."""


def laid_out(parts: list[str], line_end: str = "\n") -> tuple[str, list[range]]:
    """Return a scorecard with these lines, and the numbers of the lines of each part."""
    lines = HEAD.splitlines()
    numbers = []
    for number, part in enumerate(parts):
        first = len(lines) + 1
        lines += part.replace("{n}", f"k{number}").split("\n")
        numbers.append(range(first, len(lines) + 1))
    return line_end.join(lines), numbers


def told(text: str) -> list[tuple[set[int], str]]:
    """Return the lines of each finding, the second place's too, and what it says."""
    found = toml.parse(text)
    document = Document("a.toml", text)
    diagnostics = [document.diagnostic(each) for each in found if not isinstance(each, str)]
    return [
        ({each.line, each.related.spot.line if each.related else each.line}, each.message)
        for each in diagnostics
    ]


@pytest.mark.parametrize("part", RIGHT)
def test_lines_without_a_fault_are_read(part: str) -> None:
    text, _ = laid_out([part])
    assert isinstance(rtoml.loads(text), dict)


@pytest.mark.parametrize("part", [*FAULTY, *STRAY])
@pytest.mark.parametrize("around", [("", ""), ("{n} = 1", "{n} = 2"), ("", "[{n}]\nb = 1")])
def test_a_fault_alone_is_told_once_at_its_lines(part: str, around: tuple[str, str]) -> None:
    before, behind = around
    text, (_, lines, _) = laid_out([before, part, behind])
    ((at, _),) = told(text)
    assert at & set(lines)


@given(
    faulty=st.lists(st.sampled_from(FAULTY), min_size=2, max_size=4),
    right=st.lists(st.sampled_from(RIGHT), min_size=5, max_size=5),
    line_end=st.sampled_from(["\n", "\r\n"]),
)
def test_each_fault_is_told_at_its_lines_and_nothing_else(
    faulty: list[str], right: list[str], line_end: str
) -> None:
    pairs = zip(right, [*faulty, ""], strict=False)
    parts = [part for pair in pairs for part in pair]
    text, numbers = laid_out(parts, line_end)
    findings = told(text)
    wrong = [lines for part, lines in zip(parts, numbers, strict=True) if part in faulty]
    missed = [lines for lines in wrong if not any(at & set(lines) for at, _ in findings)]
    false = [found for found in findings if not any(found[0] & set(lines) for lines in wrong)]
    assert (missed, false) == ([], [])
    # What lacks a bracket can be told at the fault in the line behind.
    assert len(findings) <= len(wrong)


@pytest.mark.parametrize("stray", STRAY)
@pytest.mark.parametrize("part", NOT_CLOSED)
def test_a_stray_bracket_below_one_that_is_not_closed_is_told_with_it(
    part: str, stray: str
) -> None:
    text, (first, _, last) = laid_out([part, "{n} = 1", stray])
    lines = set().union(*(at for at, _ in told(f"{text}\nz = 91,2\n")))
    assert lines & set(first) | lines & set(last)
    assert last.stop in lines


@pytest.mark.parametrize("header", ["[unit", "[[unit]", "[", "[]", "unit]", "[unit] x", "[đơn vị"])
def test_a_header_hides_no_fault_above_it(header: str) -> None:
    text = f"format = 1\na = >98\nx = 1\ny = 2\n\n{header}"
    assert sorted(line for at, _ in told(text) for line in at) == [2, 6]


@pytest.mark.parametrize("quotes", ['"""', "'''"])
def test_a_long_text_that_is_not_closed_hides_only_what_it_swallows(quotes: str) -> None:
    text = f"a = >98\nb = {quotes}x\nc = >98\n"
    assert [at for at, _ in told(text)] == [{1}, {2}]


def test_line_ends_of_another_kind_are_told_once_and_hide_the_rest_only_where_all_are() -> None:
    assert [at for at, _ in told("a = >98\rb = 1\r")] == [{1}]
    assert [at for at, _ in told("a = 1\r\r\nb = >98\r\r\nc = 1\r\r\n")] == [{1}, {2}]


def test_a_file_in_another_format_is_one_fault() -> None:
    assert told('{"a": >98,\n"b": }') == [({1}, "this is not TOML: it is JSON")]
