"""Where the text goes, how wide it is, and when it has colours."""

import codecs
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from command import run

from scorecard.text.formats import ENDINGS, FINDINGS_ENDINGS

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"
COMPARE = ("compare", ORDINARY)
KNOWN = f"known are {', '.join(sorted(ENDINGS))}"
KNOWN_OF_FINDINGS = f"known are {', '.join(sorted(FINDINGS_ENDINGS))}"


@pytest.mark.parametrize("format_", ["table", "json", "csv", "markdown"])
def test_a_file_gets_what_stdout_would_and_a_sheet_the_mark_that_excel_needs(
    tmp_path: Path, format_: str
) -> None:
    path = tmp_path / "Bảng điểm.txt"
    ran = run(*COMPARE, "-f", format_, "-o", path)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    shown = run(*COMPARE, "-f", format_).out.encode()
    assert not shown.startswith(codecs.BOM_UTF8)
    mark = codecs.BOM_UTF8 if format_ == "csv" else b""
    assert path.read_bytes() == mark + shown
    assert list(tmp_path.iterdir()) == [path]


def test_findings_may_be_written_to_a_file_too(tmp_path: Path) -> None:
    path = tmp_path / "found.txt"
    assert run("validate", ORDINARY, "--output", path).out == ""
    assert path.read_text("utf-8") == run("validate", ORDINARY).out


def test_a_link_is_followed_and_permissions_are_kept(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("before", "utf-8")
    target.chmod(0o640)
    link.symlink_to(target.name)
    assert run(*COMPARE, "-o", link).code == 0
    assert link.is_symlink()
    assert target.read_text("utf-8") == run(*COMPARE).out
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("gone/a.txt", "No such file or directory"),
        ("loop", "Too many levels of symbolic links"),
        ("/dev/full", "No space left on device"),
    ],
)
def test_where_a_file_cannot_be_written_nothing_is(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "loop").symlink_to("loop")
    path = tmp_path / name
    for command in ("compare", "validate"):
        ran = run(command, ORDINARY, "-o", path)
        expected = f"scorecard: {path.as_posix()} cannot be written: {reason}\n"
        assert (ran.code, ran.out, ran.err) == (2, "", expected)
    assert [each.name for each in tmp_path.iterdir()] == ["loop"]


def test_a_folder_is_the_name_of_no_file(tmp_path: Path) -> None:
    ran = run("validate", ORDINARY, "-o", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == f"scorecard: {tmp_path.as_posix()} cannot be written: Is a directory\n"
    assert not any(tmp_path.iterdir())


@pytest.mark.parametrize(
    "words", [(*COMPARE, "-f", "csv"), ("show", ORDINARY, "-f", "json"), ("validate", ORDINARY)]
)
@pytest.mark.parametrize("name", ["a.html", "a.HTM", "."])
def test_no_page_is_written_of_what_is_none(
    words: tuple[str | Path, ...], name: str, tmp_path: Path
) -> None:
    ran = run(*words, "-o", tmp_path / name)
    assert (ran.code, ran.out) == (2, "")
    assert not any(tmp_path.iterdir())


def test_a_file_is_written_even_where_another_is_broken(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").write_text("x", "utf-8")
    path = tmp_path / "out.json"
    ran = run("compare", ORDINARY, tmp_path / "broken.toml", "-f", "json", "-o", path)
    assert (ran.code, ran.out) == (1, "")
    assert "broken.toml:1:" in ran.err
    assert path.read_text("utf-8").startswith('{\n  "version": 2,\n')


COLOURS = [
    # the option, the environment, whether there are colours
    ("auto", {}, False),
    ("always", {}, True),
    ("never", {}, False),
    ("auto", {"FORCE_COLOR": "1"}, True),
    ("auto", {"FORCE_COLOR": "0"}, False),
    ("auto", {"FORCE_COLOR": ""}, False),
    ("auto", {"CLICOLOR_FORCE": "1"}, True),
    ("auto", {"CLICOLOR_FORCE": "0"}, False),
    ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
    ("auto", {"NO_COLOR": "", "FORCE_COLOR": "1"}, True),
    ("always", {"NO_COLOR": "1"}, True),
    ("never", {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"}, False),
    ("always", {"TERM": "dumb"}, True),
]


@pytest.mark.parametrize(("option", "env", "expected"), COLOURS)
@pytest.mark.parametrize("to_file", [False, True])
def test_when_there_are_colours(
    tmp_path: Path, option: str, env: dict[str, str], *, expected: bool, to_file: bool
) -> None:
    path = tmp_path / "out.txt"
    broken = tmp_path / "broken.toml"
    broken.write_text("x", "utf-8")
    for command in ("compare", "validate"):
        words: list[str | Path] = [command, ORDINARY / "an-phu.toml", broken, "--color", option]
        ran = run(*words, *(("-o", path) if to_file else ()), env=env)
        text = path.read_text("utf-8") if to_file else ran.out
        assert (ran.code, "\x1b[" in text) == (1, expected)
        assert ("\x1b[" in ran.err) is (expected and command == "compare")


def test_formats_for_programs_have_no_colours() -> None:
    for format_ in ("json", "csv", "markdown"):
        assert "\x1b" not in run(*COMPARE, "-f", format_, "--color", "always").out


@pytest.mark.parametrize("columns", ["0", "abc", "", "-5", "1.5"])
def test_a_width_that_is_none_is_80(columns: str) -> None:
    ran = run(*COMPARE, env={"COLUMNS": columns})
    assert (ran.code, ran.out) == (0, run(*COMPARE).out)


@pytest.mark.parametrize("columns", [1, 5, 40, 1000])
def test_any_width_will_do(columns: int) -> None:
    ran = run("show", ORDINARY, env={"COLUMNS": str(columns)})
    assert (ran.code, ran.err) == (0, "")
    assert max(map(len, ran.out.splitlines())) <= max(columns, 2)
    assert "99.97" in "".join(ran.out.split())


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("a.csv", "csv"),
        ("a.JSON", "json"),
        ("a.md", "markdown"),
        ("a.txt", "table"),
        ("a", "table"),
    ],
)
def test_the_ending_of_a_name_says_the_format(tmp_path: Path, name: str, format_: str) -> None:
    by_name, by_option = tmp_path / name, tmp_path / f"x{name}"
    assert run(*COMPARE, "-o", by_name).code == 0
    if format_ == "xlsx":
        # It says by which command it was made, without where it went.
        assert run(*COMPARE, "-o", by_option).code == 0
    else:
        assert run(*COMPARE, "-o", by_option, "-f", format_).code == 0
    assert by_name.read_bytes() == by_option.read_bytes()


@pytest.mark.parametrize(
    ("name", "options", "instead"),
    [
        ("a.ods", (), "use .xlsx or .csv, which Excel opens"),
        ("a.xls", ("-f", "csv"), "use .xlsx or .csv, which Excel opens"),
        ("a.DOCX", (), "use .html, which Word opens"),
        ("a.pdf", ("-f", "markdown"), "use .md or .txt"),
    ],
)
@pytest.mark.parametrize("command", [COMPARE, ("show", ORDINARY)])
def test_what_other_programs_make_is_not_written(
    command: tuple[str | Path, ...],
    name: str,
    options: tuple[str, ...],
    instead: str,
    tmp_path: Path,
) -> None:
    ran = run(*command, "-o", tmp_path / name, *options)
    assert (ran.code, ran.out) == (2, "")
    ending = Path(name).suffix.lower()
    assert ran.err == f"scorecard: {ending} files are not written: {instead}\n"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*COMPARE, "-o", "a.parquet"), KNOWN),
        (
            ("validate", ORDINARY, "-o", "a.parquet"),
            KNOWN_OF_FINDINGS,
        ),
        # What it cannot write, it does not advise.
        (
            ("validate", ORDINARY, "-o", "a.docx"),
            KNOWN_OF_FINDINGS,
        ),
    ],
)
def test_an_ending_that_is_not_known_is_an_error(
    words: tuple[str | Path, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(*words)
    assert (ran.code, ran.out) == (2, "")
    ending = Path(str(words[-1])).suffix
    assert ran.err == f"scorecard: {ending} files are not written: {said}\n"
    assert run(*words, "-f", "json").code == (2 if ending == ".docx" else 0)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("-f", "csv", "-o", "a.xlsx"),
            "text is no .xlsx file: leave out --format, or choose another ending",
        ),
        (("-f", "xlsx", "-o", "a.csv"), "a workbook is no .csv file: use .xlsx"),
        (("-f", "xlsx"), "a terminal shows no workbook: give it a place, as in -o table.xlsx"),
    ],
)
@pytest.mark.parametrize("command", [COMPARE, ("validate", ORDINARY)])
def test_a_workbook_goes_where_it_is_looked_for(
    command: tuple[str | Path, ...],
    words: tuple[str, ...],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    words = ("-f", "json", *words[2:]) if command[0] == "validate" and "csv" in words else words
    ran = run(*command, *words, terminal=True)
    assert (ran.code, ran.out, ran.err) == (2, "", f"scorecard: {said}\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", ["json", "csv", "table"])
def test_a_dash_is_standard_output(format_: str) -> None:
    ran = run(*COMPARE, "-f", format_, "-o", "-")
    assert ran == run(*COMPARE, "-f", format_)
    assert run("validate", ORDINARY, "-o", "-") == run("validate", ORDINARY)


def test_a_schema_goes_to_standard_output_too() -> None:
    assert run("schema", "-o", "-").out == run("schema").out


@pytest.mark.parametrize("command", ["show", "compare", "validate"])
def test_what_is_read_is_not_replaced(tmp_path: Path, command: str) -> None:
    for file in ORDINARY.glob("*.toml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    path = tmp_path / "an-phu.toml"
    before = path.read_bytes()
    ran = run(command, tmp_path, "-o", path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("an-phu.toml is one of the files that are read: choose another\n")
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "written"),
    [
        (("show", "an-phu", "-o"), "binh-tan.toml"),
        (("compare", "an-phu", "-o"), "binh-tan.toml"),
        (("explain", "an-phu", "-f", "json", "-o"), "scorecard.TOML"),
        (("validate", "an-phu.toml", "-o"), "framework.toml"),
        (("validate", "an-phu.toml", "--write-baseline", "--baseline"), "framework.toml"),
    ],
)
def test_no_file_of_scorecards_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], written: str
) -> None:
    for file in ORDINARY.glob("*.toml"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    (tmp_path / written).touch()
    monkeypatch.chdir(tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    folder = () if words[0] == "validate" else ("--dir", ".")
    ran = run(*words, written, *folder)
    said = f"scorecard: {written}: .toml files hold scorecards, and are not written\n"
    assert (ran.code, ran.out, ran.err) == (2, "", said)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_findings_do_not_replace_the_baseline(tmp_path: Path) -> None:
    baseline = tmp_path / "known.json"
    assert run("validate", ORDINARY, "--baseline", baseline, "--write-baseline").code == 0
    before = baseline.read_bytes()
    ran = run("validate", ORDINARY, "--baseline", baseline, "-o", baseline)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("known.json is one of the files that are read: choose another\n")
    assert baseline.read_bytes() == before


def test_a_stream_under_its_name_keeps_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "log.txt"
    for words in ("", f"{sys.executable} -m scorecard schema -o /dev/stdout"):
        with path.open("ab") as log:
            subprocess.run(words.split() or ["echo", "kept"], stdout=log, check=True)
    assert path.read_text("utf-8").startswith("kept\n{\n")
    piped = subprocess.run(
        [sys.executable, "-m", "scorecard", "schema", "-o", "/dev/stdout"],
        capture_output=True,
        check=True,
    )
    assert piped.stdout.startswith(b"{\n")
