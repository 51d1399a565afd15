"""Plain rows of figures, lifted out of a text: nothing that it says gets lost or is made good."""

from pathlib import Path

import pytest
import rtoml
from budget import budget
from hypothesis import given
from hypothesis import strategies as st

from scorecard.toml import limits
from scorecard.toml.hidden import is_ordinary
from scorecard.toml.rows import Lifted, Rows, lift

SCORECARDS = Path(__file__).parents[2] / "scorecards"
REAL = [path for path in sorted(SCORECARDS.rglob("*.toml")) if is_ordinary(path.read_bytes())]

TEXT = """a = 1

[figures]
x = { value = 1, source = "r" }
# of the year
y   = { value = ">=2.5", source = "s#p3", status = "final", note = "as printed" } # said
z = 3
v = { absent = "not-due", why = "later", source = "r" }

[more]
b = 2
"""


def lifted(text: str) -> Lifted:
    found = lift(text)
    assert found is not None
    return found


def section(*lines: str) -> str:
    return "\n".join(["a = 1", "", "[figures]", *lines, ""])


def names(*lines: str) -> list[str]:
    """Return the names of the rows that are lifted out of lines."""
    return list(lifted(section(*lines)).rows.names)


def data(text: str) -> object:
    """Return what a text says, or None where it is no TOML."""
    try:
        return rtoml.loads(text)
    except rtoml.TomlParsingError:
        return None


def test_rows_are_lifted_out_of_the_table_of_figures() -> None:
    found = lifted(TEXT)
    assert found.rows == Rows(
        names=["x", "y", "v"],
        signs=[None, ">=", None],
        numbers=["1", "2.5", None],
        absences=[None, None, "not-due"],
        sources=["r", "s", "r"],
        statuses=[None, "final", None],
    )
    assert found.text_with([]) == ("a = 1\n\n[figures]\n# of the year\nz = 3\n\n\n[more]\nb = 2\n")
    assert data(found.text_with([1])) == {
        "a": 1,
        "figures": {
            "y": {"value": ">=2.5", "source": "s#p3", "status": "final", "note": "as printed"},
            "z": 3,
        },
        "more": {"b": 2},
    }
    assert data(found.text_with(range(3))) == data(TEXT)
    assert data(found.text_with([], [1])) == {
        "a": 1,
        "figures": {"y": {"absent": "missing", "source": "s"}, "z": 3},
        "more": {"b": 2},
    }


PLAIN = [
    '{ value = 0, source = "r" }',
    '{ value = 999999999.99, source = "r" }',
    '{ value = "<~20", source = "r" }',
    '{ value = ">~20.5", source = "r" }',
    '{ value = "~2", source = "r-1#p.3/[x]" }',
    '{ absent = "missing", source = "r" }',
    '{ absent = "not-applicable", why = "Không có số liệu", source = "r" }',
    '{ value = 1, source = "r", status = "estimated" }',
    '{ value = 1, source = "r", note = "it\'s { x = 1 } # [y]" }',
    f'{{ value = 1, source = "r", note = "{"a" * 2000}" }}',
    '{ value = 1, source = "r" } # "said"',
    '{ value = 1, source = "r" }#',
]

NOT_PLAIN = [
    "1",
    '{ value = 1 }, source = "r" }',
    "{ value = 1 }",
    "{ }",
    '{ value = 007, source = "r" }',
    '{ value = 1., source = "r" }',
    '{ value = .5, source = "r" }',
    '{ value = 1e3, source = "r" }',
    '{ value = -5, source = "r" }',
    '{ value = +5, source = "r" }',
    '{ value = 1_000, source = "r" }',
    '{ value = 20.000, source = "r" }',
    '{ value = 1234567890, source = "r" }',
    '{ value = true, source = "r" }',
    '{ value = "5", source = "r" }',
    '{ value = ">5, source = "r" }',
    '{ value = 5", source = "r" }',
    '{ value = "=5", source = "r" }',
    '{ value = "1/2", source = "r" }',
    '{ value = "1..2", source = "r" }',
    '{ value = "> 5", source = "r" }',
    '{ absent = "gone", source = "r" }',
    '{ absent = "missing", why = " later", source = "r" }',
    '{ value = 1, absent = "missing", source = "r" }',
    '{ value = 1, why = "later", source = "r" }',
    '{ source = "r", value = 1 }',
    '{ value = 1, source = "R" }',
    '{ value = 1, source = "" }',
    '{ value = 1, source = "r#" }',
    '{ value = 1, source = "r# p" }',
    "{ value = 1, source = 'r' }",
    '{ value = 1, source = "r", status = "sure" }',
    '{ value = 1, source = "r", note = "" }',
    '{ value = 1, source = "r", note = " " }',
    '{ value = 1, source = "r", note = "a " }',
    f'{{ value = 1, source = "r", note = "{"a" * 2001}" }}',
    '{ value = 1, source = "r", note = { vi = "a" } }',
    '{ value = 1, source = "r", note = "a", status = "final" }',
    '{ value = 1, source = "r", target = 2 }',
    '{ value = 1, source = "r", }',
    '{value = 1, source = "r"}',
    '{ value = 1, source = "r" } ',
    '{ value = 1, source = "r" } x',
]


@pytest.mark.parametrize("row", PLAIN)
def test_a_plain_row_is_lifted(row: str) -> None:
    assert names(f"x = {row}", f"y   = {row}") == ["x", "y"]
    text = section(f"x = {row}")
    assert data(lifted(text).text_with([0])) == data(text)
    assert data(lifted(text).text_with([])) == {"a": 1, "figures": {}}


@pytest.mark.parametrize("row", NOT_PLAIN)
def test_any_other_row_is_left_where_it_is(row: str) -> None:
    text = section(f"x = {row}")
    assert (names(f"x = {row}"), lifted(text).text_with([])) == ([], f"{text}\n")


@pytest.mark.parametrize("key", ["X", "1x", "x-y", '"x"', "x.y", " x", "", "a" * 65])
def test_a_row_with_another_key_is_left_where_it_is(key: str) -> None:
    assert names(f'{key} = {{ value = 1, source = "r" }}') == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        '[figures]\nx = { value = 1, source = "r" }\n',
        'a = 1\n[figures] # here\nx = { value = 1, source = "r" }\n',
        'a = 1\r\n[figures]\r\nx = { value = 1, source = "r" }\r\n',
        'figures = { x = { value = 1, source = "r" } }\n',
    ],
)
def test_without_the_header_on_a_line_nothing_is_lifted(text: str) -> None:
    assert lift(text) is None


ROW = 'x = { value = 1, source = "r" }'


@pytest.mark.parametrize(
    "lines",
    [
        ["a = '''", ROW, "'''"],
        ['a = """', ROW, '"""'],
        ["# '''", ROW],
        [ROW, "[more]", "a = '''b'''"],
        [ROW, "[more]", 'a = """b"""'],
        ["a = {", ROW, ", b = 1", "}"],
        ["a = {", ROW, "\t}"],
        ["a = [", ROW, "]"],
        [ROW, " [more]", "y = 1"],
        [ROW, ROW],
        ['x = { value = 1, source = "r", note = "a  b" }'],
        ['x = { value = 1, source = "r", note = "a  = b" }'],
        ['x = { value = 1, source = "r", note = "a  # b" }'],
        ['x = { absent = "missing", why = "a   = b", source = "r" }'],
        ['x = { value = 1, source = "r", note = "a\\tb" }'],
        ['x = { value = 1, source = "r", note = "a\tb" }'],
        ['x = { value = 1, source = "r", note = "a', 'b" }'],
        [f"\t{ROW}"],
        [ROW, "# a\rb"],
        [f"{ROW}\r"],
    ],
)
def test_where_a_row_may_be_something_else_nothing_is_lifted(lines: list[str]) -> None:
    assert lift(section(*lines)) is None


def test_a_row_of_another_table_is_no_figure() -> None:
    assert names(ROW, "[more]", ROW) == ["x"]
    found = lift(section("[more]", ROW))
    assert found is None or found.rows.names == []


def test_a_header_above_in_a_text_is_none() -> None:
    assert lift(f'a = """\n[figures]\n{ROW}\n"""\n') is None


def test_half_a_line_end_is_not_made_whole() -> None:
    assert data(section(ROW) + "\r") is None
    assert lift(section(ROW) + "\r") is None


def test_another_line_with_the_name_of_a_row_is_not_hidden() -> None:
    text = section("x = 3", ROW)
    assert data(lifted(text).text_with([])) == {"a": 1, "figures": {"x": 3}}
    assert data(lifted(text).text_with([0])) is None


def test_a_text_of_too_many_values_is_not_lifted_from() -> None:
    remarks = '[[remarks]]\nkind = "task"\n'
    least = limits.MOST_VALUES // 2
    assert lift(section(ROW) + remarks * least) is None
    assert lift(section(ROW) + remarks * (least // 4)) is not None
    codes = ", ".join(f"c{at} = 1" for at in range(limits.MOST_VALUES))
    assert lift(section(ROW, f"y = {{ {codes} }}")) is None
    most = [
        f'x{at} = {{ absent = "missing", why = "a", source = "r", status = "final", note = "b" }}'
        for at in range(limits.MOST_VALUES // 6)
    ]
    rest = [f"y{at} = 1" for at in range(10)]
    assert lift(section(*most[:100], *rest)) is not None
    assert lift(section(*most, *rest)) is None


PIECES = [
    *(ROW, ROW.replace("x", "y"), ROW.replace("x", "z"), f"{ROW} # said", f"{ROW} ", f" {ROW}"),
    *('y = { value = "<5", source = "s" }', 'z = { absent = "missing", source = "r" }'),
    *("# a comment", "", "x = 3", "y.value = 3", '"z" = 3', "'x' = 3", "v = 3", "v = {", "v = ["),
    *(", u = 1 }", "}", "]", "[1],", ",", "v = '''", "'''", 'v = """', '"""', 'v = "', "v = '"),
    *("[figures]", "[ figures ]", " [figures]", "[figures.x]", "[more]", "\t[more]", "[[more]]"),
    *(
        "[figures.x.y]",
        "figures.x = 1",
        "[figures . y]",
        "['figures']",
        "\r",
        "\t# tab",
        "v = 1 \r",
    ),
    *('v = { value = 1, source = "r", note = "#" }', '# "', "# '''", "v = 1 # '", "x .value = 3"),
]


@st.composite
def texts(draw: st.DrawFn) -> str:
    lines = draw(st.lists(st.sampled_from(PIECES), max_size=7))
    for name in draw(st.sampled_from(["", "x", "xy", "xyz"])):
        row = ROW.replace("x", name)
        lines.insert(draw(st.integers(0, len(lines))), row)
    end = draw(st.sampled_from(["\n", "\n", "", "\r"]))
    above = draw(st.lists(st.sampled_from(PIECES), max_size=draw(st.sampled_from([0, 0, 2]))))
    return "\n".join(["a = 1", *above, "[figures]", *lines]) + end


def figures(of: object) -> dict[str, object]:
    table = of.get("figures") if isinstance(of, dict) else None
    return table if isinstance(table, dict) else {}


def says_the_same(text: str, chosen: set[int]) -> None:
    """See to it that a text without some rows says what the whole does, but for these rows."""
    found = lift(text)
    if found is None:
        return
    assert data(found.text_with(range(len(found.rows.names)))) == data(text)
    kept = [at for at in range(len(found.rows.names)) if at in chosen]
    rest = data(found.text_with(kept))
    passed = {name for at, name in enumerate(found.rows.names) if at not in kept}
    if not isinstance(rest, dict) or passed & figures(rest).keys():
        return
    whole = data(text)
    assert isinstance(whole, dict)
    assert passed <= figures(whole).keys()
    without = {name: value for name, value in figures(whole).items() if name not in passed}
    assert {**whole, "figures": without} == rest


@given(texts(), st.sets(st.integers(0, 6)))
@budget(3000)
def test_whatever_is_lifted_the_rest_says_the_rest(text: str, chosen: set[int]) -> None:
    says_the_same(text, chosen)


@given(st.data())
@budget(300)
def test_no_damage_to_a_file_is_lifted_away(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(REAL[-5:])).read_text("utf-8")
    at = data.draw(st.integers(text.index("[figures]"), len(text)))
    piece = data.draw(st.one_of(st.sampled_from(PIECES), st.text("\"'[]{}=,#\n a1", max_size=3)))
    text = f"{text[:at]}{piece}{text[at + data.draw(st.integers(0, 5)) :]}"
    says_the_same(text, data.draw(st.sets(st.integers(0, 6))))
