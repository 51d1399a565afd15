"""What show wrote is read back: the same figures, from a workbook and from a CSV."""

import csv
import datetime as dt
import io
import json
import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest
from command import run
from openpyxl import load_workbook
from sampled import sampled

from scorecard.model.scorecard import Figure
from scorecard.report.long_table import Kind, kind_of

TESTS = Path(__file__).parents[1]
pytestmark = pytest.mark.filterwarnings("ignore:(Unknown|Conditional Formatting) extension")
KNOWN_OTHERWISE = {"file", "line", "eligible", "parent", "source_url"}
"""What a figure has of its file, and of its unit and sources beside their names."""


def figures(folder: Path) -> list[Mapping[str, str]]:
    rows = csv.DictReader(io.StringIO(run("show", folder, "--format", "csv").out))
    return [{key: row[key] for key in row if key not in KNOWN_OTHERWISE} for row in rows]


def imported(folder: Path, name: str, framework: Path) -> Path:
    """Export a folder into the current one, and import that."""
    run("show", folder, "-o", name)
    Path("map.toml").write_text(run("import", name, "--framework", framework).out, "utf-8")
    ran = run("import", name, "--map", "map.toml", "--write", "-f", "json")
    told = json.loads(ran.out)["diagnostics"]
    assert [each["message"] for each in told if each["severity"] == "error"] == []
    return Path("scorecards")


@pytest.mark.parametrize("name", sampled(["all.xlsx", "all.csv"]))
@pytest.mark.parametrize("folder", ["ordinary", "nasty"])
def test_figures_come_back_as_they_were_exported(
    folder: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    place = TESTS / "golden" / folder
    before = figures(place)
    assert len(before) > 9
    after = figures(imported(place, name, place / "framework.toml"))
    assert [
        (one["indicator"], key, one[key], other[key])
        for one, other in zip(before, after, strict=True)
        for key in one
        if one[key] != other[key]
    ] == []


FRAMEWORK = """format = 1
id = "f"
edition = "1"
name = "F"
basis = "a decision"

[[groups]]
id = "all"
name = "All"

[defaults]
group = "all"
target = "own"

[[indicators]]
id = "share"
name = "Share"
unit = "percent"
kind = "rate"

[[indicators]]
id = "count"
name = "Count"
unit = "count"

[[indicators]]
id = "amount"
name = "Amount"
unit = "tấn"
method = "baseline"
baseline = 1
target = 50

[[indicators]]
id = "done"
name = "Done"
unit = "yes-no"
target = "none"
method = "yes-no"
"""

FIGURES = """
share = { value = "~80.06", target = ">95", target_period = "2027", claimed = { completion = 84.3, verdict = "not met" } }
count = { value = "12/18", source = "report#p2", status = "estimated", note = "as;-printed" }
amount = { value = "<~20", target = "40..60", baseline = "~2.5" }
done = true
"""  # noqa: E501 - figures as a file has them
SHORT = """
share = { value = "98..99.5", target = "<~99" }
count = { absent = "not-due", why = "next year" }
amount = { value = ">=20", target = ">~30" }
done = { absent = "missing", status = "final" }
"""


def card(unit: str, figures: str, track: str) -> str:
    return (
        f'format = 1\nframework = "framework.toml"\nperiod = "2026"\ntrack = "{track}"\n'
        f'[unit]\nid = "{unit}"\nname = "{unit}"\nlevel = "commune"\nparent = "p"\n'
        f'[sources.report]\ntitle = "R"\nurl = "https://example.org/"\n[figures]{figures}'
    )


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder whose scorecards were exported and imported again."""
    home = tmp_path_factory.mktemp("whole")
    place = home / "before"
    place.mkdir()
    (place / "framework.toml").write_text(FRAMEWORK, "utf-8")
    (place / "a.toml").write_text(card("a", FIGURES, "self"), "utf-8")
    (place / "b.toml").write_text(card("b", SHORT, "survey"), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        imported(Path("before"), "all.xlsx", Path("before/framework.toml"))
    return home


@pytest.fixture
def folder(whole: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a copy of that; return the folder of the scorecards from before."""
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return Path("before")


def test_every_form_of_values_and_targets_comes_back(folder: Path) -> None:
    before = figures(folder)
    assert figures(Path("scorecards")) == before
    text = Path("scorecards/a/2026.toml").read_text("utf-8")
    assert text.partition("[figures]\n")[2] == (
        'share  = { value = "~80.06", target = ">95", target_period = "2027", '
        'claimed = { completion = 84.3, verdict = "not met" } }\n'
        'count  = { value = "12/18", source = "report#p2", status = "estimated", '
        'note = "as;-printed" }\n'
        'amount = { value = "<~20", target = "40..60", baseline = "~2.5" }\n'
        "done   = { value = true }\n"
    )
    assert 'track = "self"\n' in text
    assert '[sources.report]\ntitle = "R"\nurl = "https://example.org/"\n' in text
    assert 'parent = "p"\n' in text


def test_of_several_periods_none_is_lost(folder: Path) -> None:
    text = (folder / "a.toml").read_text("utf-8")
    (folder / "later.toml").write_text(text.replace('period = "2026"', 'period = "2027"'), "utf-8")
    assert run("export", folder, "-o", "periods.csv").code == 0
    Path("map.toml").write_text(
        'layout = "exported"\nfile = "{unit}.toml"\n[card]\nframework = "before/framework.toml"\n',
        "utf-8",
    )
    ran = run("import", "periods.csv", "--map", "map.toml", "--write")
    assert ran.code == 1
    assert "error[SC025]: several files would have one name: the map does not fit\n" in ran.err
    assert not Path("a.toml").exists()


def test_so_do_those_in_a_table_for_an_excel_set_to_vietnamese(folder: Path) -> None:
    place = Path("scorecards/a/2026.toml")
    before = place.read_text("utf-8")
    run("show", folder, "-o", "vi.csv", "--csv-dialect", "excel-vi")
    map_ = Path("map.toml").read_text("utf-8").replace('sheet = "Figures"\n', "")
    Path("map.toml").write_text(map_, "utf-8")
    shutil.rmtree("scorecards")
    run("import", "vi.csv", "--map", "map.toml", "--write")
    assert place.read_text("utf-8") == before


def test_every_key_of_a_figure_is_among_them(folder: Path) -> None:
    cards = [tomllib.loads(path.read_text("utf-8")) for path in folder.glob("[ab].toml")]
    stated = [each for card in cards for each in card["figures"].values() if each is not True]
    assert {key for each in stated for key in each} == set(Figure.model_fields)


HOLDS: Mapping[Kind, type] = {
    "number": float,
    "truth": bool,
    "whole": float,
    "day": str,
    "text": str,
}


def test_each_column_holds_what_engines_are_told(folder: Path) -> None:
    run("export", folder, "-o", "all.jsonl")
    lines = Path("all.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line, parse_int=float) for line in lines]
    assert {
        (column, type(value))
        for row in rows
        for column, value in row.items()
        if value is not None and type(value) is not HOLDS[kind_of(column)]
    } == set()


def test_hand_edits_stay_there_too(folder: Path) -> None:
    place = folder.parent / "scorecards" / "a" / "2026.toml"
    text = place.read_text("utf-8").replace("~80.06", "~81").replace("estimated", "final")
    place.write_text(text.replace("[sources.report]", "[sources.other]", 1), "utf-8")
    ran = run("import", "all.xlsx", "--map", "map.toml", "--write")
    assert place.read_text("utf-8").count("[sources.report]") == 1
    told = [line.partition("]: ")[2] for line in ran.err.splitlines() if "SC024" in line]
    assert told == [
        'a share was changed by hand to value = "~81", which stays; the book says value = "~80.06"',
        (
            'a count was changed by hand to status = "final", which stays; '
            'the book says status = "estimated"'
        ),
    ]


CHANGES = [
    ("unit", "../../x", "SC025", "the row names no unit, level or period"),
    ("framework", "g", "SC025", 'rows of the framework "g@1": 1; the map names "f@1"'),
    ("framework", "", "SC025", 'rows of the framework "@1": 1; the map names "f@1"'),
    ("indicator", "shares", "SC302", 'the framework "f" has no indicator "shares"'),
    ("printed", "about", "SC011", '"about" states no quantity'),
    ("target_low", "x", "SC011", '"x" states no quantity'),
    ("target_high", "1", "SC011", '"95..1" states no quantity'),
]


@pytest.mark.parametrize(("column", "said", "code", "message"), CHANGES)
def test_what_was_changed_in_the_table_is_told_at_its_cell(
    folder: Path, column: str, said: str, code: str, message: str
) -> None:
    book = load_workbook(folder.parent / "all.xlsx")
    sheet = book["Figures"]
    heads = [cell.value for cell in sheet[1]]
    sheet.cell(2, heads.index(column) + 1, said)
    book.save("all.xlsx")
    ran = run("import", "all.xlsx", "--map", "map.toml", "-f", "json")
    told = [each for each in json.loads(ran.out)["diagnostics"] if each["code"] == code]
    assert [message in each["message"] for each in told] == [True]
    assert ran.code == 1
    named = {"SC011": "printed"}.get(code, column if column == "framework" else "indicator")
    assert told[0]["cell"] == sheet.cell(2, heads.index(named) + 1).coordinate


TYPED = [
    # the row of the table, what is typed into it, how its cell is formatted, what the figure says
    (2, "97,5", "General", "value = 97.5"),
    (2, ">97,5 %", "General", 'value = ">97.5"'),
    (2, "6,6..6,8", "General", 'value = "6.6..6.8"'),
    (2, "trên 98%", "General", 'value = ">98"'),
    (2, 0.975, "0.0%", "value = 97.5"),
    (3, 1250.5, "General", "value = 1250.5"),
    (3, "12 trên 18", "General", 'value = "12/18"'),
    (3, "4.310", "General", "value = 4.310"),
    (4, "28,5 tấn", "General", "value = 28.5"),
    (5, "có", "General", "value = true"),
    (5, False, "General", "value = false"),
]


@pytest.mark.parametrize(("row", "typed", "format_", "said"), TYPED)
def test_values_may_be_typed_into_the_table_as_people_write_them(
    folder: Path, row: int, typed: str | float, format_: str, said: str
) -> None:
    ran = _typed(row, typed, format_)
    assert [each["code"] for each in ran if each["code"].startswith("SC0")] == []
    line = Path("scorecards/a/2026.toml").read_text("utf-8").partition("[figures]\n")[2]
    assert line.splitlines()[row - 2].partition("{ ")[2].startswith(said)
    assert folder.exists()


DOUBTFUL = [
    (3, "1,250", "SC011", '"1,250" states no quantity', 'write "1250", or "1.250" if the comma is'),
    (
        2,
        "98,5 hộ",
        "SC011",
        '"98,5 hộ" states no quantity',
        "this indicator is in %: write the value",
    ),
    (
        3,
        "98%",
        "SC011",
        '"98%" states no quantity',
        "this indicator counts: write the number, or how",
    ),
    (3, dt.date(2026, 12, 18), "SC013", "this is the date 2026-12-18", "format the cell as text"),
    (3, "=1+1", "SC012", "this formula has no value in the book", "open it in Excel, and save it"),
    (3, "#REF!", "SC010", "this cell shows #REF!", "mend the formula in the book"),
]


@pytest.mark.parametrize(("row", "typed", "code", "message", "hint"), DOUBTFUL)
def test_what_is_typed_into_the_table_and_is_doubtful_is_told_as_in_any_book(
    folder: Path, row: int, typed: str | dt.date, code: str, message: str, hint: str
) -> None:
    (found,) = [each for each in _typed(row, typed) if each["severity"] == "error"]
    assert (found["code"], folder.exists()) == (code, True)
    assert found["message"].startswith(message)
    assert found["hint"].startswith(hint)


def _typed(
    row: int, typed: str | float | dt.date, format_: str = "General"
) -> list[dict[str, str]]:
    """Type something into the table, import it, and return what is told."""
    book = load_workbook("all.xlsx")
    heads = [cell.value for cell in book["Figures"][1]]
    cell = book["Figures"].cell(row, heads.index("printed") + 1, typed)
    cell.number_format = format_ if not isinstance(typed, dt.date) else "d-mmm"
    book.save("all.xlsx")
    ran = run("import", "all.xlsx", "--map", "map.toml", "--write", "-f", "json")
    told: list[dict[str, str]] = json.loads(ran.out)["diagnostics"]
    return told


def test_a_remark_below_the_table_is_no_row_of_it(folder: Path) -> None:
    book = load_workbook("all.xlsx")
    book["Figures"].cell(book["Figures"].max_row + 2, 3, "Người lập biểu")
    book.save("all.xlsx")
    ran = run("import", "all.xlsx", "--map", "map.toml", "--write")
    assert (ran.out, "SC025" in ran.err, folder.exists()) == ("", False, True)


def test_the_table_is_looked_for_where_the_map_says(folder: Path) -> None:
    text = (folder.parent / "map.toml").read_text("utf-8")
    for changed, said in ((text.replace("Figures", "Table"), '"Table"'), (text, '"exported"')):
        Path("map.toml").write_text(changed, "utf-8")
        book = load_workbook("all.xlsx")
        if changed is text:
            Path("map.toml").write_text(text.replace('sheet = "Figures"\n', ""), "utf-8")
            del book["Figures"]
            book.save("all.xlsx")
        ran = run("import", "all.xlsx", "--map", "map.toml")
        assert ran.err.startswith(f"error[SC007]: there is no sheet {said}\n")
        assert "no sheet has the table of figures that show and compare write" in ran.err


SEVERAL = """layout = "exported"
file = "scorecards/{}/{{unit}}/{{period}}.toml"

[card]
framework = "{}"  # ? there are also {}: a map for each, with another file
"""


@pytest.mark.parametrize(("one", "other"), [("f@1", "g@2"), ("g@2", "f@1")])
def test_each_of_several_frameworks_has_a_map_and_the_others_are_told_once(
    folder: Path, one: str, other: str
) -> None:
    framework = (folder / "framework.toml").read_text("utf-8")
    text = framework.replace('"f"', '"g"').replace('edition = "1"', 'edition = "2"')
    (folder / "g.toml").write_text(text.replace('"done"', '"finished"'), "utf-8")
    (folder / "framework.toml").rename(folder / "f.toml")
    for unit, name in (("a", "f"), ("b", "g")):
        place = folder / f"{unit}.toml"
        figures = place.read_text("utf-8").replace("framework.toml", f"{name}.toml")
        place.write_text(figures.replace("done =", "finished =") if name == "g" else figures)
    run("show", folder, "-o", "several.xlsx")
    id_ = one.partition("@")[0]
    draft = run("import", "several.xlsx", "--framework", f"before/{id_}.toml").out
    assert draft.endswith(SEVERAL.format(id_, f"../../../before/{id_}.toml", other))
    Path("map.toml").write_text(draft, "utf-8")
    book = load_workbook("several.xlsx")
    cells = [cell for cell in book.worksheets[0]["A"] if cell.value == "Share"]
    for cell in cells:
        book.worksheets[0].cell(cell.row, 2, 1)
    book.save("several.xlsx")
    ran = run("import", "several.xlsx", "--map", "map.toml", "--write", "-f", "json")
    told = json.loads(ran.out)["diagnostics"]
    said = f'rows of the framework "{other}": 4; the map names "{one}", so they are not imported'
    assert [
        each["message"].partition(": the map does")[0] for each in told if each["code"] == "SC025"
    ] == [said]
    assert [each["cell"] for each in told if each["code"] == "SC027"] == [
        cells[("f@1", "g@2").index(one)].coordinate.replace("A", "B")
    ]
    assert [each.parent.name for each in Path(f"scorecards/{id_}").glob("*/*.toml")] == [
        {"f": "a", "g": "b"}[id_]
    ]


def test_a_bundled_framework_is_named_in_the_draft(folder: Path) -> None:
    run("show", TESTS.parent / "scorecards" / "sipas", "-o", "all.csv")
    assert run("import", "all.csv").out.endswith(
        'layout = "exported"\nfile = "scorecards/{unit}/{period}.toml"\n\n'
        '[card]\nframework = "sipas@2015"\n'
    )
    assert folder.exists()


def test_a_table_writes_nothing_where_a_link_leads_out(folder: Path) -> None:
    outside = folder.absolute().parent.with_name("outside")
    shutil.move("scorecards/a", outside)
    Path("scorecards/a").symlink_to(outside, target_is_directory=True)
    before = (outside / "2026.toml").read_bytes()
    ran = run("import", "all.xlsx", "--map", "map.toml", "--write")
    assert ran.code == 1
    assert "error[SC025]: its scorecards would lie outside: the map does not fit\n" in ran.err
    assert (outside / "2026.toml").read_bytes() == before
