"""Changes to TOML texts in place."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.toml.data import parse
from scorecard.toml.editing.editor import Change, Drop, Put, Rename, edited
from scorecard.toml.editing.splice import UneditableError, literal

EDITS: list[tuple[str, list[Change], str]] = [
    # A value that is there: nothing else moves.
    ("[f]\na     = 12.50 # c\n", [Put(("f", "a"), '">98"')], '[f]\na     = ">98" # c\n'),
    ('["số"]\n"Tỷ lệ" = 1\n', [Put(("số", "Tỷ lệ"), "2")], '["số"]\n"Tỷ lệ" = 2\n'),
    ("\ufeffa=1\n", [Put(("a",), "2")], "\ufeffa=2\n"),
    ("a = 1.50\nx = nan\n", [Put(("a",), "1.5")], "a = 1.5\nx = nan\n"),
    ("[[r]]\na=1\n", [Put(("r", 0, "a"), "2"), Put(("r", 0, "b"), "3")], "[[r]]\na=2\nb = 3\n"),
    ("a = [1, 2]\n", [Put(("a", 1), "3")], "a = [1, 3]\n"),
    ("a = 1\n", [Put(("a",), {"b": "1"})], "a = { b = 1 }\n"),
    # A key that is new stands as those beside it.
    (
        "[f]\r\na = { v = 1 }\r\n[g]\r\n",
        [Put(("f", "b"), {"v": "2"}), Put(("f", "ý"), "3")],
        '[f]\r\na = { v = 1 }\r\nb = { v = 2 }\r\n"ý" = 3\r\n[g]\r\n',
    ),
    (
        "[f]\na     = 1 # one\n\n# more\nbbb   = 2\n",
        [Put(("f", "aa"), "5", ["a", "aa", "bbb"]), Put(("f", "0"), "5", ["0", "a", "bbb"])],
        "[f]\n0     = 5\na     = 1 # one\naa    = 5\n\n# more\nbbb   = 2\n",
    ),
    (
        "[f]\n# on b\nbbb = 2\nccccc = 3",
        [Put(("f", "a"), "1", ["a", "bbb"]), Put(("f", "d"), "4", ["x", "d"])],
        "[f]\na = 1\n# on b\nbbb = 2\nccccc = 3\nd = 4",
    ),
    ("[f]\na  = 1\n", [Put(("f", "much_longer"), "2")], "[f]\na  = 1\nmuch_longer = 2\n"),
    ("[f]\naaaa = 1\n", [Put(("f", "b"), "2")], "[f]\naaaa = 1\nb = 2\n"),
    ("[f]\na = 1\n", [Put(("f", "b"), "2", ["b"])], "[f]\na = 1\nb = 2\n"),
    (
        "[f.a]\nv = 1\n\n# two\n[f.b]\nv = 2\n",
        [Put(("f", "ab"), {"v": "5"}, ["a", "ab", "b"]), Put(("f", "0"), {"v": "6"}, ["0", "a"])],
        "[f.0]\nv = 6\n\n[f.a]\nv = 1\n\n[f.ab]\nv = 5\n\n# two\n[f.b]\nv = 2\n",
    ),
    ("f.a.v = 1 # c\n[u]\n", [Put(("f", "b"), {"v": "5"})], "f.a.v = 1 # c\nf.b.v = 5\n[u]\n"),
    ("f.a.v = 1\n[u]\n", [Put(("f", "a", "w"), "5")], "f.a.v = 1\nf.a.w = 5\n[u]\n"),
    ("[f] # c\n\n[g]\n", [Put(("f", "b"), "5")], "[f] # c\nb = 5\n\n[g]\n"),
    ("[f]\n[f.a]\nv = 1\n", [Put(("f", "b"), "5")], "[f]\nb = 5\n[f.a]\nv = 1\n"),
    ("[g]\n", [Put(("a",), "1")], "a = 1\n[g]\n"),
    ("a = 1\n", [Put(("f", "b"), "2")], "a = 1\n\n[f]\nb = 2\n"),
    ("a = 1", [Put(("f", "b"), "2")], "a = 1\n\n[f]\nb = 2\n"),
    ("", [Put(("f", "b"), "2")], "[f]\nb = 2\n"),
    # In braces, on one line and on several.
    ("a = { v = 1 }\n", [Put(("a", "w"), '"é"')], 'a = { v = 1, w = "é" }\n'),
    ("a = {}\n", [Put(("a", "w"), "2")], "a = { w = 2 }\n"),
    ("a = {\n  b = 1,\n}\n", [Put(("a", "c"), "2")], "a = {\n  b = 1,\n  c = 2,\n}\n"),
    (
        'a = {\n  b = 1,\n  e = "\\e" # c\n}\n',
        [Put(("a", "c"), "2")],
        'a = {\n  b = 1,\n  c = 2,\n  e = "\\e" # c\n}\n',
    ),
    # Another name.
    ("a = { absent = 1 }\n", [Rename(("a", "absent"), "value", "2")], "a = { value = 2 }\n"),
    ("absent  = 1 # c\n", [Rename(("absent",), "value", "2")], "value   = 2 # c\n"),
    ("[s.a_b]\nt = 1\n", [Rename(("s", "a_b"), "a-b")], "[s.a-b]\nt = 1\n"),
    ("targt = 1\n", [Rename(("targt",), "target")], "target = 1\n"),
    # A key taken out.
    ("a = { b = 1, c = 2, d = 3 }\n", [Drop(("a", "b")), Drop(("a", "d"))], "a = { c = 2 }\n"),
    ("a = { b = 1 }\n", [Drop(("a", "b")), Drop(("a", "b"))], "a = {  }\n"),
    ("[f]\na = 1\nw.x = 1\nw.y = 2 # c\nb = 3\n", [Drop(("f", "w"))], "[f]\na = 1\n# c\nb = 3\n"),
    ("a = { w.x = 1, w.y = 2, b = 3 }\n", [Drop(("a", "w"))], "a = { b = 3 }\n"),
    ("a = 1 # c\nb = 2\nc = 3", [Drop(("a",)), Drop(("b",)), Drop(("c",))], "# c\n"),
]


@pytest.mark.parametrize(("before", "changes", "after"), EDITS)
def test_a_change_moves_nothing_else(before: str, changes: list[Change], after: str) -> None:
    assert edited(before, changes) == after


REFUSED: list[tuple[str, Change, str]] = [
    ("a = 1\nb", Put(("a",), "2"), "it is not TOML: scorecard validate says where"),
    ("a = [1]\n", Put(("a", 3), "2"), "a.3 cannot be changed in place: change it by hand"),
    ("a = 1\n", Put(("a", "b"), "2"), "a.b cannot be changed in place: change it by hand"),
    ("a = {# c\n}\n", Put(("a", "b"), "2"), "a.b cannot be changed in place: change it by hand"),
    ("[a]\n", Put(("a",), "2"), "a cannot be changed in place: change it by hand"),
    ("a = 1\n", Put(("a",), "oh"), "a cannot be changed in place: change it by hand"),
    ("[a]\n", Drop(("a",)), "a is a table of its own: delete it by hand"),
    ("a.b = 1 # c\na.c = 2\n", Drop(("a",)), "a is a table of its own: delete it by hand"),
    ("a.b = 1\nd = 3\na.c = 2\n", Drop(("a",)), "a cannot be changed in place: change it by hand"),
    ("[a]\n", Rename(("a",), "b", "1"), "there is no a in one piece"),
    ("[a]\n", Rename(("b",), "c"), "there is no b in one piece"),
    ("a = 1\nb = 2\n", Rename(("a",), "b"), "a cannot be changed in place: change it by hand"),
    ("a.b = 1\na.c = 2\n", Rename(("a",), "d"), "a cannot be changed in place: change it by hand"),
]


@pytest.mark.parametrize(("before", "change", "reason"), REFUSED)
def test_what_cannot_be_changed_is_refused(before: str, change: Change, reason: str) -> None:
    with pytest.raises(UneditableError) as refused:
        edited(before, [change])
    assert str(refused.value) == reason


def test_values_are_written_as_toml() -> None:
    assert [literal(each) for each in ('say "é"', True, 5, date(2025, 11, 21))] == [
        '"say \\"é\\""',
        "true",
        "5",
        "2025-11-21",
    ]


names = st.sampled_from(["a", "bb", "ccc_c", "d-d", "tỷ lệ", "e", "f.f"])
numbers = st.integers(0, 99).map(str)
gaps = st.sampled_from([" ", "   "])
comments = st.sampled_from(["", " # one", "\t# hai: {x}, y = 1"])


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Make a text with the figures of a table in one of four layouts."""
    kind = draw(st.sampled_from(["braces", "lines", "headers", "dotted"]))
    lines = ["# top", "format = 1" + draw(comments)]
    if kind in ("braces", "lines"):
        lines.append("[figures]" + draw(comments))
    for name in draw(st.lists(names, unique=True, max_size=5)):
        key = name if re.fullmatch("[a-z_-]+", name) else f'"{name}"'
        lines += draw(st.sampled_from([[], [""], ["# above"], ["", "# head", ""]]))
        number, gap, comment = draw(numbers), draw(gaps), draw(comments)
        lines += {
            "braces": [f'{key}{gap}= {{ value = {number}, note = "x" }}{comment}'],
            "lines": [f"{key}{gap}= {number}{comment}"],
            "headers": [f"[figures.{key}]{comment}", f"value{gap}= {number}{comment}"],
            "dotted": [f"figures.{key}.value{gap}= {number}{comment}"],
        }[kind]
    end = draw(st.sampled_from(["\n", "\r\n"]))
    return end.join([*lines, "[unit]", 'id = "x"', draw(st.sampled_from(["", "# end"]))])


@given(texts(), names, numbers, st.permutations(["a", "bb", "ccc_c", "d-d", "tỷ lệ", "e", "f.f"]))
def test_all_but_the_change_stays(text: str, name: str, number: str, order: list[str]) -> None:
    figures = figures_of(text)
    known = isinstance(figures.get(name), dict)
    path = ("figures", name, "value") if known else ("figures", name)
    after = edited(
        text, [Put(path, number if known or name in figures else {"value": number}, order)]
    )
    held = figures_of(after)
    was = figures.pop(name, {})
    stated: object = {**was, "value": int(number)} if isinstance(was, dict) else int(number)
    assert held.pop(name) == stated
    assert held == figures
    assert others_of(after) == others_of(text)
    assert re.findall(r"#[^\r\n]*", after) == re.findall(r"#[^\r\n]*", text)
    deleted, added = differences(text, after)
    assert (added != "" or text == after) if deleted == "" else deleted.isdigit()
    assert after.count("\r\n") == after.count("\n") or "\r\n" not in text


def figures_of(text: str) -> dict[str, object]:
    data = parse(text)
    assert isinstance(data, dict)
    figures = data.get("figures", {})
    assert isinstance(figures, dict)
    return figures


def others_of(text: str) -> dict[str, object]:
    data = parse(text)
    assert isinstance(data, dict)
    return {**data, "figures": None}


def differences(left: str, right: str) -> tuple[str, str]:
    """Return what stands in the one text and in the other between their equal ends."""
    start = alike(left, right)
    end = alike(left[start:][::-1], right[start:][::-1])
    return left[start : len(left) - end], right[start : len(right) - end]


def alike(left: str, right: str) -> int:
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(left), len(right)))


@given(texts(), names)
def test_what_is_put_and_dropped_was_never_there(text: str, name: str) -> None:
    path = ("figures", name)
    if "[figures]" in text and name not in figures_of(text):
        after = edited(text, [Put(path, "5")])
        assert edited(after, [Drop(path)]) == text
