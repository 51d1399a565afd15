"""Files examined at a glance: what is said of them is what a full look says."""

from collections.abc import Callable
from pathlib import Path

import pytest
from bench import corpus
from budget import budget
from fuzz import strategies
from hypothesis import given
from hypothesis import strategies as st

from scorecard.diagnostic import Finding
from scorecard.project import examining
from scorecard.project.examining import Examined, examine
from scorecard.project.opening import heeding, opened
from scorecard.project.shelf import Shelf
from scorecard.rules.facts import facts
from scorecard.toml.load import content

TESTS = Path(__file__).parents[1]
CASES = TESTS / "cases"
SCORECARDS = TESTS.parent / "scorecards"
REAL = sorted(SCORECARDS.rglob("*.toml"))
FILES = [
    *REAL,
    *(path for kind in ("valid", "invalid", "corpus") for path in sorted((CASES / kind).iterdir())),
]

SMALL = (CASES / "frameworks" / "small.toml").read_text("utf-8")
MORE = """
[[indicators]]
id = "temperature"
group = "economy"
name = "Temperature"
unit = "degrees"
kind = "rate"
direction = "higher"
limits = [-5.5, 40.25]

[[indicators]]
id = "schools"
group = "service"
name = "Schools"
unit = "count"
kind = "stock"
direction = "higher"
target = 50
limits = [0, 500]
"""

HEAD = """format = 1
framework = "framework.toml"
period = "2025"

[unit]
id = "hue"
name = { vi = "Huế", en = "Hue" }
level = "province"
codes = { nso = "46" }

[sources.report]
title = "Báo cáo"
published = 2026-01-05

[sources.yearbook]
title = "Yearbook"

[figures]
"""

VALUES = {
    "dossiers_on_time": "98.5",
    "waiting_days": "4",
    "forest_cover": '">45.2"',
    "water_acidity": "6.7",
    "turnout": '"~91"',
    "production": "10.5",
    "farming": "4.2",
    "industry": "6.3",
    "plan_completion": "104.5",
    "houses": "80",
    "temperature": "21.5",
    "schools": '"<=120"',
}
"""Indicators of the framework, each with a value that nothing is wrong with."""

PLAIN = {
    name: f'{{ value = {value}, source = "{"yearbook" if at % 3 else "report"}#p{at}" }}'
    for at, (name, value) in enumerate(VALUES.items())
}

ONE = '{ value = 1, source = "report" }'


def card(rows: dict[str, str], more: str = "") -> str:
    return "\n".join([HEAD + more, *(f"{name} = {row}" for name, row in rows.items()), ""])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("examined")
    (made / "framework.toml").write_text(SMALL + MORE, "utf-8")
    other = SMALL.replace('id = "small"', 'id = "other"')
    (made / "other.toml").write_text(other + MORE, "utf-8")
    apart = SMALL.replace('parts = ["farming", "industry"]\n', "")
    (made / "apart.toml").write_text(apart + MORE, "utf-8")
    return made


SHELF = Shelf()


def in_full(name: str, data: bytes) -> Examined:
    """Return what is kept of a file that is looked at to its last digit."""
    file = heeding(opened(Path(name), content(name, name, lambda _: data), SHELF))
    if file.assessment is None:
        return Examined(None, tuple(file.diagnostics))
    ignored = tuple(file.assessment.scorecard.ignore)
    return Examined(facts(file.assessment), tuple(file.diagnostics), ignored)


def agrees(path: Path, data: bytes) -> Examined:
    """Examine a file, and see to it that a full look says the same."""
    (examined,) = examine([str(path)], SHELF, lambda _: data)
    assert examined == in_full(str(path), data)
    return examined


def told(folder: Path, text: str) -> list[str]:
    """Return the findings in a scorecard, which are the same either way."""
    # A framework without parts looks at fewer digits.
    agrees(folder / "hue.toml", text.replace("framework.toml", "apart.toml").encode())
    found = agrees(folder / "hue.toml", text.encode()).diagnostics
    return [f"{item.line} {item.code}" for item in found]


def at_a_glance(folder: Path, text: str) -> bool:
    """Whether a text is taken as fine without a full look."""

    class FullLookError(Exception):
        pass

    def refuse(*_: object) -> None:
        raise FullLookError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(examining, "content", refuse)
        try:
            examine([str(folder / "hue.toml")], SHELF, lambda _: text.encode())
        except FullLookError:
            return False
    return True


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_is_examined_as_it_is_opened(path: Path) -> None:
    agrees(path, path.read_bytes())


def test_a_plain_scorecard_is_fine_at_a_glance(folder: Path) -> None:
    assert told(folder, card(PLAIN)) == []
    assert at_a_glance(folder, card(PLAIN))


def test_files_of_an_archive_are_fine_at_a_glance(tmp_path: Path) -> None:
    corpus.write(tmp_path, 100)
    names = [str(tmp_path / name) for name, _ in corpus.scorecards(100)]
    examined = examine(names, Shelf())
    assert examined == [in_full(name, Path(name).read_bytes()) for name in names]
    assert [each.diagnostics for each in examined if each.facts] == [()] * 100
    texts = [text for _, text in corpus.scorecards(100)]
    # Numbers that end in 0 may want a second look.
    assert sum(at_a_glance(Path(names[0]).parent, text) for text in texts) > 80


def test_files_come_in_their_order_whatever_each_is(folder: Path) -> None:
    texts = {
        "a.toml": card(PLAIN),
        "b.toml": card({**PLAIN, "turnout": '{ value = 101, source = "report" }'}),
        "c.toml": "format = ",
        "d.toml": card(PLAIN).replace('"hue"', '"an-phu"'),
        "e.toml": SMALL,
    }

    def read(name: str) -> bytes | Finding:
        known = texts.get(Path(name).name)
        return known.encode() if known else Finding("SC100", arguments={"reason": "gone"})

    names = [str(folder / name) for name in [*texts, "f.toml"]]
    found = examine(names, Shelf(), read)
    assert [each.facts.unit if each.facts else None for each in found] == [
        *("hue", "hue", None, "an-phu", None, None),
    ]
    assert [[item.code for item in each.diagnostics] for each in found] == [
        *([], ["SC403"], ["SC103"], [], [], ["SC100"]),
    ]


def test_no_files_are_none_examined() -> None:
    assert examine([], Shelf()) == []


def test_a_file_is_read_from_the_disk_where_nothing_else_is_said(folder: Path) -> None:
    path = folder / "disk.toml"
    path.write_text(card(PLAIN), "utf-8")
    (found,) = examine([str(path)], Shelf())
    assert found == in_full(str(path), path.read_bytes())


def test_codes_that_a_file_leaves_out_are_kept(folder: Path) -> None:
    rows = {**PLAIN, "houses": '{ value = 80, source = "report", note = "two  blanks" }'}
    text = card(rows) + '[ignore]\nSC803 = "as printed"\n'
    found = agrees(folder / "hue.toml", text.encode())
    assert (found.ignored, found.diagnostics) == (("SC803",), ())


def row(name: str, keys: str) -> Callable[[str], str]:
    """Return what gives a figure another row."""
    return lambda text: "\n".join(
        f"{name} = {{ {keys} }}" if line.startswith(f"{name} = ") else line
        for line in text.split("\n")
    )


def line(added: str) -> Callable[[str], str]:
    """Return what adds lines at the end of the figures."""
    return lambda text: f"{text}{added}\n"


def changed(old: str, new: str) -> Callable[[str], str]:
    return lambda text: text.replace(old, new)


FROM = 'source = "report"'

ODD = {
    "at the low limit": (row("schools", f"value = 0, {FROM}"), []),
    "at the high limit": (row("turnout", f"value = 100.00, {FROM}"), []),
    "above the limit": (row("turnout", f"value = 100.01, {FROM}"), ["24 SC403"]),
    "more than the limit": (row("turnout", f'value = ">100", {FROM}'), ["24 SC403"]),
    "at least the limit": (row("turnout", f'value = ">=100", {FROM}'), []),
    "less than the limit": (row("schools", f'value = "<0", {FROM}'), ["31 SC403"]),
    "nearly the limit": (row("turnout", f'value = "<~100", {FROM}'), []),
    "a bit over the limit": (row("turnout", f'value = ">~100", {FROM}'), ["24 SC403"]),
    "at a limit with decimals": (row("temperature", f"value = 40.25, {FROM}"), []),
    "above a limit with decimals": (row("temperature", f"value = 40.26, {FROM}"), ["30 SC403"]),
    "no count": (row("houses", f"value = 80.5, {FROM}"), ["29 SC409"]),
    "a whole number with decimals": (row("houses", f"value = 80.0, {FROM}"), []),
    "a bound that is no count": (row("houses", f'value = ">80.5", {FROM}'), ["29 SC409"]),
    "dotted thousands": (row("waiting_days", f"value = 20.000, {FROM}"), ["21 SC412"]),
    "an answer by a number": (line(f"plan_issued = {{ value = 1, {FROM} }}"), ["32 SC402"]),
    "an absent answer": (line(f'plan_issued = {{ absent = "missing", {FROM} }}'), []),
    "no target of its own": (line(f"field_acidity = {{ value = 6, {FROM} }}"), ["32 SC411"]),
    "unknown": (line(f"huts = {{ value = 6, {FROM} }}"), ["32 SC302"]),
    "parts": (row("farming", f"value = 4.9, {FROM}"), ["25 SC405"]),
    "an absent part": (row("farming", f'absent = "missing", {FROM}'), []),
    "an unknown source": (row("turnout", 'value = 9, source = "reprot"'), ["24 SC303"]),
    "an idle source": (changed('"yearbook#', '"report#'), ["15 SC903"]),
    "an early source": (changed("2026-01-05", "2024-01-05"), ["13 SC904"]),
    "no source": (row("turnout", "value = 91"), ["24 SC901"]),
    "both": (row("turnout", f'value = 91, absent = "missing", {FROM}'), ["24 SC401"]),
    "a claim": (row("houses", f"value = 80, {FROM}, claimed = {{ points = 1 }}"), []),
    "a wrong claim": (
        row("turnout", f"value = 91, {FROM}, claimed = {{ points = 4 }}"),
        ["24 SC601"],
    ),
    "a claimed rank": (changed("[sources.report]", "[claimed]\nrank = 3\n\n[sources.report]"), []),
    "twice": (line(f"turnout = {ONE}"), ["32 SC104"]),
    "twice as a table": (line(f"[figures.turnout]\nvalue = 92\n{FROM}"), ["32 SC104"]),
    "in quotes too": (line('"turnout" = 92'), ["32 SC104"]),
    "dotted keys": (line("plan_issued.value = true"), ["32 SC901"]),
    "a leading zero": (row("turnout", f"value = 091, {FROM}"), ["24 SC103"]),
    "a name of another script": (row("turnout", f'value = 9, {FROM}, note = "Нue"'), ["24 SC801"]),
    "another letter for Đ": (row("turnout", f'value = 9, {FROM}, note = "Ðiện"'), ["24 SC801"]),
    "letters in pieces": (row("turnout", f'value = 9, {FROM}, note = "E\u0302"'), ["24 SC804"]),
    "a hidden letter": (row("turnout", f'value = 9, {FROM}, note = "a\u200bb"'), ["24 SC106"]),
    "blanks at the end": (row("turnout", f'value = 9, {FROM}, note = "a "'), ["24 SC803"]),
    "blanks at the start": (row("turnout", f'value = 9, {FROM}, note = " a"'), ["24 SC803"]),
    "two blanks": (row("turnout", f'value = 9, {FROM}, note = "a  b"'), ["24 SC803"]),
    "two blanks before =": (row("turnout", f'value = 9, {FROM}, note = "a  = b"'), ["24 SC803"]),
    "two blanks before #": (row("turnout", f'value = 9, {FROM}, note = "a  # b"'), ["24 SC803"]),
    "two blanks in a reason": (
        row("turnout", f'absent = "missing", why = "a  # b", {FROM}'),
        ["24 SC803"],
    ),
    "an escape": (row("turnout", f'value = 9, {FROM}, note = "a\\u0009b"'), ["24 SC208"]),
    "long": (row("turnout", f'value = 9, {FROM}, note = "{"a" * 2000}"'), []),
    "too long": (row("turnout", f'value = 9, {FROM}, note = "{"a" * 2001}"'), ["24 SC208"]),
    "digits behind the point": (
        row("waiting_days", f"value = 1000000000000000.01, {FROM}"),
        ["21 SC205"],
    ),
    "as many digits as are kept": (row("waiting_days", f"value = 12345678901234.50, {FROM}"), []),
    "a large number by an exponent": (row("waiting_days", f"value = 1e18, {FROM}"), []),
    "thousands by an exponent": (row("waiting_days", f"value = 12340e-3, {FROM}"), ["21 SC412"]),
    "a count by an exponent": (row("houses", f"value = 1000e-3, {FROM}"), ["29 SC409"]),
    "zero with an exponent": (row("waiting_days", f"value = 0e400, {FROM}"), ["21 SC205"]),
    "hardly above zero": (row("waiting_days", f"value = 1e-400, {FROM}"), ["21 SC205"]),
    "a claim to two decimals": (
        row("waiting_days", f"value = 7, {FROM}, claimed = {{ completion = 71.40 }}"),
        ["21 SC602"],
    ),
    "many remarks": (line('[[remarks]]\nkind = "task"\ntext = "x"\n' * 6700), ["1 SC108"]),
    "many codes": (
        changed('{ nso = "46" }', f"{{ {', '.join(f'c{at} = 1' for at in range(20_000))} }}"),
        ["1 SC108"],
    ),
    "old line ends": (lambda text: text.replace("\n", "\r\n"), []),
    "half an old line end": (lambda text: f"{text}\r", ["32 SC103"]),
    "an indented header": (line("  [unit.why]\n  en = 'x'"), []),
    "another framework below": (changed('level = "p', 'framework = "x"\nlevel = "p'), ["8 SC201"]),
    "a framework in a comment": (changed("format = 1", '# framework = "x"\nformat = 1'), []),
    "a framework that is not there": (changed("framework.toml", "none.toml"), ["2 SC301"]),
    "no framework": (changed('framework = "framework.toml"\n', ""), ["1 SC202"]),
}


@pytest.mark.parametrize(("change", "expected"), ODD.values(), ids=ODD)
def test_what_is_odd_is_told_as_by_a_full_look(
    change: Callable[[str], str], expected: list[str], folder: Path
) -> None:
    assert told(folder, change(card(PLAIN))) == expected


def test_a_code_that_is_called_framework_names_none(folder: Path) -> None:
    text = card(PLAIN).replace("framework = ", " framework = ")
    text = text.replace('codes = { nso = "46" }', '[unit.codes]\nframework = "other.toml"')
    found = agrees(folder / "hue.toml", text.encode())
    assert found.facts is not None
    assert (found.facts.shared.under.framework, found.diagnostics) == ("small", ())


def test_parts_are_compared_by_all_printed_digits(folder: Path) -> None:
    rows = {**PLAIN, "production": PLAIN["production"].replace("10.5", "5.00")}
    rows["farming"] = rows["farming"].replace("4.2", "2.52")
    rows["industry"] = rows["industry"].replace("6.3", "2.50")
    assert told(folder, card(rows)) == ["25 SC405"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (row("turnout", f'value = "<=91.25", {FROM}, status = "final", note = "Đã = #"'), True),
        (row("turnout", f'absent = "not-due", why = "later", {FROM}'), True),
        (row("turnout", f"value = 91, {FROM}, target = 95"), True),
        (row("turnout", f'value = "90..92", {FROM}'), True),
        (row("turnout", f"value = 100, {FROM}"), True),
        (row("turnout", f"value = 101, {FROM}"), False),
        (changed("turnout = {", "turnout     = {"), True),
        (changed("[figures]\n", "[figures] # of the year\n"), False),
        (line(f"turnout = {ONE}"), False),
        (line("[claimed]\nrank = 3"), False),
        (line('[ignore]\nSC803 = "as printed"'), False),
        (line("[ignore]"), True),
        (line('[[remarks]]\nkind = "task"\ntext = """x"""'), False),
        (line("[[remarks]]\nkind = 'task'\ntext = 'x'"), True),
        (line("[["), False),
        (changed("Báo cáo", "Báo cáo\u200b"), False),
        (changed('name = { vi = "Huế"', 'framework = "x"\nname = { vi = "Huế"'), False),
    ],
)
def test_what_is_seen_at_a_glance(
    change: Callable[[str], str], expected: bool, folder: Path
) -> None:
    text = change(card(PLAIN))
    told(folder, text)
    assert at_a_glance(folder, text) is expected


NUMBERS = [
    *("0", "1", "99.99", "100", "100.0", "100.01", "007", "1.", ".5", "1e3", "-5", "+5", "-0"),
    *("1_000", "20.000", "20.00", "0.5", "123456789", "123456789012", "999999999.99", "40.25"),
    *("-5.5", "14", "14.01", "500", "501", "6.65", "true", "inf", "nan", "1.000", "1.0000"),
    *("0x10", "1e-3", "12.345e1", "10.50", "0.0", "1e22", "1000000000000000.5", "12345678.123"),
    *("12340e-3", "1000e-3", "1e-400", "0e400", "1000000000000000.01", "1_0.5", "6_0.0_00"),
]
VALUE = st.one_of(
    st.sampled_from(NUMBERS),
    st.builds('"{}{}"'.format, st.sampled_from(["", *"<>~", ">=", "<~"]), st.sampled_from(NUMBERS)),
    st.builds('"{}{}{}"'.format, *[st.integers(0, 120), st.sampled_from(["/", ".."]), st.just(90)]),
    st.decimals(-10, 600, places=2).map(str),
)
SOURCE = st.sampled_from(
    ["report", "yearbook", "yearbook#p1", "other", "report#", "report# p", "-", "Report", ""]
)
WORDS = st.one_of(
    st.text("ab =#'[]{},Đ", max_size=12),
    st.sampled_from(["a  = b", "a  # b", "a =  b", "a #  b", "a  ", "  a", "a   =b", "'  #"]),
    st.sampled_from(["a\tb", "a\\tb", "Нue", "E\u0302", "a\u00a0b", "", "x" * 2001, "\\u0430b"]),
)
KEYS = st.one_of(
    st.builds("value = {}".format, VALUE),
    st.builds('source = "{}"'.format, SOURCE),
    st.builds('note = "{}"'.format, WORDS),
    st.builds('why = "{}"'.format, WORDS),
    st.builds('status = "{}"'.format, st.sampled_from(["final", "estimated", "settled"])),
    st.builds('absent = "{}"'.format, st.sampled_from(["missing", "not-applicable", "none"])),
    st.builds("target = {}".format, VALUE),
    st.builds("baseline = {}".format, VALUE),
    st.builds("claimed = {{ points = {} }}".format, st.sampled_from(["5", "4.99", "5.00", "4.50"])),
)
ORDER = ("value", "absent", "why", "target", "baseline", "source", "status", "note", "claimed")


@st.composite
def odd_rows(draw: st.DrawFn, value: str) -> str:
    """Return a row of keys, each at most once, mostly in the usual order and with this value."""
    usual = [f"value = {value}", 'source = "report"']
    keys = draw(st.lists(KEYS, min_size=1, max_size=draw(st.sampled_from([1, 1, 1, 5]))))
    named = {key.partition(" ")[0]: key for key in [*usual, *keys]}
    if draw(st.booleans()) and ("absent" in named or "why" in named):
        named.pop("value")
        named.setdefault("absent", 'absent = "missing"')
    found = sorted(named, key=ORDER.index)
    if not draw(st.integers(0, 9)):
        found.reverse()
    behind = draw(st.sampled_from(["", "", "", "  # said", " ", " #"]))
    return f"{{ {', '.join(named[key] for key in found)} }}{behind}"


PIECES = [
    *("# a comment", "[figures]", "  [figures]", "[figures.houses]", "value = 3", "'''", '"""'),
    *("[ignore]", "SC803 = 'x'", "[[remarks]]", "kind = 'task'", "text = 'x'", "x = [", "]", "}"),
    *("x = {", ", y = 1 }", "huts = 3", "houses.note = 'x'", '"houses" = 3', "[claimed]", "\r"),
    *(f"plan_issued = {ONE}", f"  turnout = {ONE}", f"turnout = {ONE}", "\tturnout = 3", "\x7f"),
    *(
        "[sources.more]",
        "title = 'x'",
        "rank = 1",
        'framework = "x"',
        "a = '''",
        "''' # x",
        "x = '",
    ),
    *(
        "[unit.why]",
        "vi = 'x'",
        "[figures.turnout.claimed]",
        "points = 5.00",
        "figures.turnout = 3",
    ),
]


@st.composite
def odd_texts(draw: st.DrawFn) -> str:
    """Return a scorecard that is plain but for a row, or a line, or two."""
    rows = dict(PLAIN)
    names = st.sampled_from([*VALUES, *VALUES, "plan_issued", "x"])
    for name in draw(st.lists(names, max_size=2)):
        rows[name] = draw(odd_rows(VALUES.get(name, "true")))
    lines = card(rows).split("\n")
    for _ in range(draw(st.sampled_from([0, 0, 0, 1, 1, 2]))):
        lines.insert(draw(st.integers(5, len(lines))), draw(st.sampled_from([*PIECES, *lines])))
    return "\n".join(lines)


@given(text=odd_texts(), under=st.sampled_from(["framework.toml", "apart.toml"]))
@budget(1500)
def test_whatever_is_odd_is_told_as_by_a_full_look(text: str, under: str, folder: Path) -> None:
    text = text.replace("framework.toml", under)
    agrees(folder / "hue.toml", text.encode())


@given(data=st.data())
@budget(600)
def test_whatever_is_done_to_a_file_is_told_as_by_a_full_look(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(REAL[-6:]))
    agrees(path, data.draw(strategies.damaged(path.read_bytes())))
