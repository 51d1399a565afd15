"""Spans of keys, values and headers in TOML texts, and their lines and columns."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from types import MappingProxyType
from typing import NamedTuple

import pytest
import rtoml
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from scorecard.toml.positions import Path, Span, SpanIndex, first_definition, index


class Case(NamedTuple):
    """A text and what stands at each path's spans in it."""

    text: str
    keys: dict[Path, str]
    values: dict[Path, str]
    headers: Mapping[Path, str] = MappingProxyType({})


CASES = {
    "empty": Case("", {}, {}),
    "blank lines and a comment": Case(" \t\r\n\n# a = 1", {}, {}),
    "scalars": Case(
        "a=1\n  b\t= -1_0.5e+3 # b = 2\nc = true\nd = 0xFF\n e = -inf",
        {("a",): "a", ("b",): "b", ("c",): "c", ("d",): "d", ("e",): "e"},
        {("a",): "1", ("b",): "-1_0.5e+3", ("c",): "true", ("d",): "0xFF", ("e",): "-inf"},
    ),
    "dates and times": Case(
        "a = 1979-05-27 07:32:00 # then\nb = 1979-05-27T00:32:00.5-07:00\n"
        "c = 1979-05-27 \nd = 07:32:00\ne = [1979-05-27 07:32, 1979-05-27]\n",
        {(key,): key for key in "abcde"},
        {
            ("a",): "1979-05-27 07:32:00",
            ("b",): "1979-05-27T00:32:00.5-07:00",
            ("c",): "1979-05-27",
            ("d",): "07:32:00",
            ("e",): "[1979-05-27 07:32, 1979-05-27]",
            ("e", 0): "1979-05-27 07:32",
            ("e", 1): "1979-05-27",
        },
    ),
    "CRLF": Case(
        'a = 1\r\n[b] # b\r\nc = """\r\nd\r\n""" # c\r\ne = [\r\n2 # e\r\n]\r\n',
        {("a",): "a", ("b",): "b", ("b", "c"): "c", ("b", "e"): "e"},
        {
            ("a",): "1",
            ("b", "c"): '"""\r\nd\r\n"""',
            ("b", "e"): "[\r\n2 # e\r\n]",
            ("b", "e", 0): "2",
        },
        {("b",): "[b]"},
    ),
    "strings": Case(
        'a = "# \\" ]" # a\n'
        "b = 'c:\\'\n"
        'c = """"two"" # quotes \\""" more"""""\n'
        "d = '''''two'' \\\n= d\n'''''\n"
        'e = ""\nf = \'\'\ng = """"""\nh = ["""""""", \'\'\'\'\'\'\'\']\n',
        {(key,): key for key in "abcdefgh"},
        {
            ("a",): '"# \\" ]"',
            ("b",): "'c:\\'",
            ("c",): '""""two"" # quotes \\""" more"""""',
            ("d",): "'''''two'' \\\n= d\n'''''",
            ("e",): '""',
            ("f",): "''",
            ("g",): '""""""',
            ("h",): "[\"\"\"\"\"\"\"\", '''''''']",
            ("h", 0): '""""""""',
            ("h", 1): "''''''''",
        },
    ),
    "quoted keys": Case(
        '"" = 1\n\'a.b\' = 2\n"\\u00e9 \\U0001F600\\x41\\e\\"\\\\\\t" = 3\n\'c\\n\' = 4\n"é" = 5\n',
        {
            ("",): '""',
            ("a.b",): "'a.b'",
            ('é 😀A\x1b"\\\t',): '"\\u00e9 \\U0001F600\\x41\\e\\"\\\\\\t"',
            ("c\\n",): "'c\\n'",
            ("é",): '"é"',
        },
        {("",): "1", ("a.b",): "2", ('é 😀A\x1b"\\\t',): "3", ("c\\n",): "4", ("é",): "5"},
    ),
    "dotted keys": Case(
        '3.14 = "pi"\n[t]\na . "b" .\tc = 1\na.d = 2\n',
        {
            ("3",): "3",
            ("3", "14"): "14",
            ("t",): "t",
            ("t", "a"): "a",
            ("t", "a", "b"): '"b"',
            ("t", "a", "b", "c"): "c",
            ("t", "a", "d"): "d",
        },
        {("3", "14"): '"pi"', ("t", "a", "b", "c"): "1", ("t", "a", "d"): "2"},
        {("t",): "[t]"},
    ),
    "headers": Case(
        "  [ a . \"b]\" ] # [c]\nd = 1\n['']\n[a]\n",
        {("a",): "a", ("a", "b]"): '"b]"', ("a", "b]", "d"): "d", ("",): "''"},
        {("a", "b]", "d"): "1"},
        {("a", "b]"): '[ a . "b]" ]', ("",): "['']", ("a",): "[a]"},
    ),
    "arrays of tables": Case(
        "[[a]]\n[a.b]\nc = 1\n[[ a ]]\n[a.b]\nc = 2\n[[a.d]]\n[[a.d]]\ne.f = 3\n[a.d.g]\n",
        {
            ("a",): "a",
            ("a", 0): "a",
            ("a", 0, "b"): "b",
            ("a", 0, "b", "c"): "c",
            ("a", 1): "a",
            ("a", 1, "b"): "b",
            ("a", 1, "b", "c"): "c",
            ("a", 1, "d"): "d",
            ("a", 1, "d", 0): "d",
            ("a", 1, "d", 1): "d",
            ("a", 1, "d", 1, "e"): "e",
            ("a", 1, "d", 1, "e", "f"): "f",
            ("a", 1, "d", 1, "g"): "g",
        },
        {("a", 0, "b", "c"): "1", ("a", 1, "b", "c"): "2", ("a", 1, "d", 1, "e", "f"): "3"},
        {
            ("a", 0): "[[a]]",
            ("a", 0, "b"): "[a.b]",
            ("a", 1): "[[ a ]]",
            ("a", 1, "b"): "[a.b]",
            ("a", 1, "d", 0): "[[a.d]]",
            ("a", 1, "d", 1): "[[a.d]]",
            ("a", 1, "d", 1, "g"): "[a.d.g]",
        },
    ),
    "arrays": Case(
        "a = [ ]\nb = [ # [\n 1 , [2,3], # ]\n\n {c = 4},\n]\n",
        {("a",): "a", ("b",): "b", ("b", 2, "c"): "c"},
        {
            ("a",): "[ ]",
            ("b",): "[ # [\n 1 , [2,3], # ]\n\n {c = 4},\n]",
            ("b", 0): "1",
            ("b", 1): "[2,3]",
            ("b", 1, 0): "2",
            ("b", 1, 1): "3",
            ("b", 2): "{c = 4}",
            ("b", 2, "c"): "4",
        },
    ),
    "inline tables": Case(
        'a = {}\nb = { # {\n c.d = 1, # }\n "e" = {f = []}\n ,\n}\n',
        {
            ("a",): "a",
            ("b",): "b",
            ("b", "c"): "c",
            ("b", "c", "d"): "d",
            ("b", "e"): '"e"',
            ("b", "e", "f"): "f",
        },
        {
            ("a",): "{}",
            ("b",): '{ # {\n c.d = 1, # }\n "e" = {f = []}\n ,\n}',
            ("b", "c", "d"): "1",
            ("b", "e"): "{f = []}",
            ("b", "e", "f"): "[]",
        },
    ),
    "lines around the = of an inline table, which the reader accepts": Case(
        "a = {b.c # =\n = # =\r\n 1}",
        {("a",): "a", ("a", "b"): "b", ("a", "b", "c"): "c"},
        {("a",): "{b.c # =\n = # =\r\n 1}", ("a", "b", "c"): "1"},
    ),
}


def texts(text: str, spans: Mapping[Path, Span]) -> dict[Path, str]:
    return {path: text[span.start : span.end] for path, span in spans.items()}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_index_finds_exactly_the_keys_values_and_headers(case: Case) -> None:
    rtoml.loads(case.text)
    found = index(case.text)
    assert texts(case.text, found.keys) == case.keys
    assert texts(case.text, found.values) == case.values
    assert texts(case.text, found.headers) == case.headers


def test_a_key_span_is_where_the_path_is_first_named() -> None:
    found = index("[a.b]\n[a]\n[[x]]\n[[x]]\n[x.y]\n")
    assert found.keys == {
        ("a",): Span(1, 2),
        ("a", "b"): Span(3, 4),
        ("x",): Span(12, 13),
        ("x", 0): Span(12, 13),
        ("x", 1): Span(18, 19),
        ("x", 1, "y"): Span(25, 26),
    }


# Nested documents, their leaves, tables and keys.

KEYS = st.text(max_size=6) | st.sampled_from(["a", "b", "a.b", "3", '"', "'", "\\", "#"])
LEAVES = st.one_of(
    st.text(max_size=12),
    st.text("\"'\\#=[]{},.\r\n é", max_size=12),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False),
    st.booleans(),
    st.dates(),
    st.datetimes(),
)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)
DOCUMENTS = st.dictionaries(KEYS, VALUES, max_size=6)


def parts(value: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    """Every path below `path` and the value at it."""
    if isinstance(value, dict):
        items: list[tuple[str | int, object]] = list(value.items())
    elif isinstance(value, list):
        items = list(enumerate(value))
    else:
        items = []
    for part, inner in items:
        yield (*path, part), inner
        yield from parts(inner, (*path, part))


@given(document=DOCUMENTS, multiline_strings=st.booleans())
def test_the_text_at_each_span_reads_back_as_the_key_or_value(
    document: dict[str, object], multiline_strings: bool
) -> None:
    text = tomli_w.dumps(document, multiline_strings=multiline_strings)
    found = index(text)
    expected = dict(parts(rtoml.loads(text)))
    keys, values = texts(text, found.keys), texts(text, found.values)
    assert values.keys() <= expected.keys()
    assert keys.keys() <= expected.keys()
    for path, value in expected.items():
        if isinstance(path[-1], str):
            assert rtoml.loads(f"{keys[path]} = 0") == {path[-1]: 0}
        if path in values or isinstance(value, str | bool | int | float | date | datetime):
            assert rtoml.loads(f"x = {values[path]}") == {"x": value}


@given(document=DOCUMENTS, data=st.data())
def test_damaged_texts_raise_nothing_but_value_error(
    document: dict[str, object], data: st.DataObject
) -> None:
    text = tomli_w.dumps(document, multiline_strings=True)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    damaged = text[:start] + data.draw(st.text("\"'[]{}=.,#\n\\\0 a", max_size=4)) + text[end:]
    try:
        found = index(damaged)
    except ValueError:
        return
    for span in (*found.keys.values(), *found.values.values(), *found.headers.values()):
        assert 0 <= span.start < span.end <= len(damaged)


@pytest.mark.parametrize(
    "text",
    [
        'a = "b',
        'a = "b\n"',
        "a = 'b",
        'a = """b""',
        "a = '''b''",
        "a = [1",
        "a = [1,",
        "a = [1}",
        "a = [1 2]",
        "a = {b = 1",
        "a = {b = 1]",
        "a = {b",
        "a = {,}",
        "a =",
        "a",
        "a.",
        "a] = 1",
        "a = 1 b = 2",
        "a = 1\r",
        '"a = 1',
        "[",
        "[a",
        "[a.b",
        "[a = 1",
        "[[a]",
        "[a]]",
        "\0",
        "é = 1",
    ],
)
def test_unterminated_or_foreign_texts_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"offset \d"):
        index(text)


@pytest.mark.parametrize("key", ['"\\q"', '"\\x4"', '"\\uD800"', '"\\UFFFFFFFF"', '"\\u1\udc00"'])
def test_foreign_escapes_in_keys_are_refused(key: str) -> None:
    with pytest.raises(ValueError, match=r"expected|surrogates"):
        index(f"{key} = 1")


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 200_000,
        "a = " + "{a = " * 200_000,
        "a = " + "[{a = " * 200_000,
        "a" + ".a" * 200_000 + " = 1",
        "[a" + ".a" * 200_000 + "]",
        'a = """' + 'b"" ' * 200_000,
        "a = '''" + "b'' " * 200_000,
        'a = "' + "\\n" * 200_000,
        "a = [" + "\n # ]" * 200_000,
    ],
    ids=["arrays", "tables", "both", "key", "header", "basic", "literal", "escapes", "comments"],
)
def test_long_hostile_texts_are_refused_without_deep_recursion(text: str) -> None:
    with pytest.raises(ValueError, match=r"offset \d"):
        index(text)


def test_the_deepest_texts_that_the_reader_accepts_are_indexed() -> None:
    long_key = ".".join("a" * 80)
    text = (
        "a = " + "[" * 80 + "]" * 80 + f"\n[{long_key.replace('a', 'b')}]\n{long_key} = 1\n"
        "c = " + f"{{{long_key} = " * 60 + "1" + "}" * 60
    )
    rtoml.loads(text)
    found = index(text)
    assert texts(text, found.values)[("a", *(0 for _ in range(79)))] == "[]"
    assert texts(text, found.values)[(*"b" * 80, *"a" * 80)] == "1"
    assert max(map(len, found.keys)) < 300


# The nearest span of a path.

PLACES = """\
[unit.part]
[unit]
name = "x"
figure = 12
size.width = [3, 4]
[[item]]
[[item]]
[list]
a.b.c = {d = 1}
"""


@pytest.fixture(name="places", scope="module")
def indexed_places() -> SpanIndex:
    return index(PLACES)


@pytest.mark.parametrize(
    ("path", "line", "text"),
    [
        (("unit", "name"), 3, '"x"'),
        (("unit",), 2, "unit"),
        (("unit", "missing"), 2, "unit"),
        (("unit", "part", "missing"), 1, "part"),
        (("unit", "figure", "value"), 4, "12"),
        (("unit", "size"), 5, "size"),
        (("unit", "size", "height"), 5, "size"),
        (("unit", "size", "width"), 5, "[3, 4]"),
        (("unit", "size", "width", 1), 5, "4"),
        (("unit", "size", "width", 2), 5, "[3, 4]"),
        (("item",), 6, "item"),
        (("item", 0, "name"), 6, "item"),
        (("item", 1, "name"), 7, "item"),
        (("item", 2, "name"), 6, "item"),
        (("list", "a", "b"), 9, "b"),
        (("list", "a", "b", "c", "missing"), 9, "{d = 1}"),
        (("missing",), 1, ""),
        ((), 1, ""),
    ],
)
def test_place_is_the_nearest_value_or_header_or_key(
    places: SpanIndex, path: Path, line: int, text: str
) -> None:
    span = places.place(path)
    assert PLACES.count("\n", 0, span.start) + 1 == line
    assert PLACES[span.start : span.end] == text


@pytest.mark.parametrize(
    ("path", "line", "text"),
    [
        (("unit", "name"), 3, "name"),
        (("unit", "missing"), 1, "unit"),
        (("unit", "figure", "value"), 4, "figure"),
        (("unit", "size", "width", 1), 5, "width"),
        (("item", 1, "name"), 7, "item"),
        (("list", "a", "b", "c", "d"), 9, "d"),
        (("missing",), 1, ""),
        ((), 1, ""),
    ],
)
def test_key_is_the_nearest_key(places: SpanIndex, path: Path, line: int, text: str) -> None:
    span = places.key(path)
    assert PLACES.count("\n", 0, span.start) + 1 == line
    assert PLACES[span.start : span.end] == text


def test_nothing_found_is_the_empty_span_at_the_start() -> None:
    assert index("a = 1").place(("b",)) == index("a = 1").key(("b",)) == Span(0, 0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a = 1\n!a = 2", (0, 1)),
        ("a.b = 1\na.!b = 2", (2, 3)),
        ("a.b = 1\n!a = 2", (0, 1)),
        ("a = 1\n!a.b = 2", (0, 1)),
        ('"a" = 1\n!a = 2', (0, 3)),
        ("a = {b = 1, !b = 2}", (5, 6)),
        ("[a]\nb = 1\n[c]\n[!a]", (1, 2)),
        ("[a.b]\n[a]\n[!a]", (7, 8)),
        ("[a]\nb.c = 1\n[a.!b]", (4, 5)),
        ("[[a]]\n[!a]", (2, 3)),
        ("[[a]]\n[[a.b]]\n[a.!b]", (10, 11)),
        ("[a]\n[[!a]]", (1, 2)),
        ("a = 1\n!a = 2\nthis is no TOML", (0, 1)),
        ("a = 1\n!b = 2", None),
        ("a = !1", None),
        ("this is no TOML\na = 1\n!a = 2", None),
    ],
)
def test_the_first_definition_is_the_key_or_header_that_names_the_same(
    text: str, expected: tuple[int, int] | None
) -> None:
    first = first_definition(text.replace("!", ""), text.index("!"))
    assert (first and (first.start, first.end)) == expected
