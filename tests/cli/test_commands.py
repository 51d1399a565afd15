"""What the commands take and refuse: targets, options, streams and exit codes."""

import json
import re
import shutil
from pathlib import Path

import pytest
from command import BEGIN, run

GOLDEN = Path(__file__).parents[1] / "golden"
ORDINARY = GOLDEN / "ordinary"
FORMATS = ("table", "json", "csv", "markdown")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder of good scorecards with a broken one among them."""
    copied = tmp_path / "scorecards"
    shutil.copytree(ORDINARY, copied)
    (copied / "dien-bien.toml").write_text('format = 1\nframework = "framework.toml"\nperiod = 5\n')
    return copied


@pytest.mark.parametrize("command", ["show", "compare"])
@pytest.mark.parametrize("format_", FORMATS)
def test_good_files_are_shown_and_nothing_is_said_about_them(command: str, format_: str) -> None:
    ran = run(command, ORDINARY, "-f", format_)
    assert (ran.code, ran.err) == (0, "")
    assert "An Phu" in ran.out or "an-phu" in ran.out


@pytest.mark.parametrize("command", ["show", "compare"])
@pytest.mark.parametrize("format_", FORMATS)
def test_a_broken_file_is_told_and_the_others_are_shown(
    folder: Path, command: str, format_: str
) -> None:
    ran = run(command, folder, "--format", format_)
    assert ran.code == 1
    told = r"^.*1 of the files cannot be read.*ranks are among the others.*\n+"
    there = re.sub(told, "", ran.out, flags=re.MULTILINE)
    alone = run(command, ORDINARY, "--format", format_).out
    # Each is told with the name of its file.
    names = [(there, folder.as_posix()), (alone, ORDINARY.as_posix())]
    assert len({"".join(text.replace(name, "").split()) for text, name in names}) == 1
    assert (there != ran.out) == (command == "compare" and format_ != "csv")
    assert f"  --> {folder.as_posix()}/dien-bien.toml:3:10\n" in ran.err
    assert "3 | period = 5\n  |          ^\n" in ran.err
    assert ran.err.endswith("5 files checked: 3 errors\n")


@pytest.mark.parametrize("format_", ["text", "json"])
def test_validate_tells_on_stdout_and_exits_alike_in_every_format(
    folder: Path, format_: str
) -> None:
    ran = run("validate", folder, "--format", format_)
    assert (ran.code, ran.err) == (1, "")
    assert "dien-bien.toml" in ran.out
    good = run("validate", ORDINARY, "--format", format_)
    assert (good.code, good.err) == (0, "")


def test_validate_counts_the_files_of_folders_and_each_file_once(folder: Path) -> None:
    ran = run("validate", folder, folder / "dien-bien.toml", "-f", "json")
    assert json.loads(ran.out)["checked"] == 5
    assert run("validate", "--dir", ORDINARY).out == run("validate", ORDINARY).out


@pytest.mark.parametrize("command", ["show", "compare", "validate"])
def test_a_file_that_cannot_be_read_is_no_finding(tmp_path: Path, command: str) -> None:
    (tmp_path / "gone.toml").symlink_to("nowhere")
    ran = run(command, tmp_path)
    assert ran.code == 2
    assert "gone.toml:1:1\n" in ran.out + ran.err


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("show nowhere.toml", "nowhere.toml: there is no such file or folder"),
        ("compare --dir nowhere", f"nowhere: there is no such folder{BEGIN}"),
        ("validate nowhere", f"nowhere: there is no such file or folder{BEGIN}"),
        ("show an-phi", 'there is no file, folder or unit "an-phi": did you mean "an-phu"?'),
        ("compare zzz", 'there is no file, folder or unit "zzz"'),
        ("show an-phu@2024", '"an-phu" has no scorecard for 2024; it has 2025'),
        ("show an-phu@soon", '"soon": this names no period'),
        ("compare --period soon", '"soon": this names no period'),
        (
            "compare --framework delt",
            'no scorecard is under a framework "delt": did you mean "delta"?',
        ),
        (
            "show an-phu --framework x",
            'no scorecard is under a framework "x": there is delta',
        ),
        (
            "compare --sort servce",
            'there is nothing to sort by named "servce": did you mean "service"?',
        ),
        (
            "compare --sort 名",
            (
                'there is nothing to sort by named "名": '
                "give rank, unit, or the id of a group or indicator"
            ),
        ),
        ("show \x1b[2J", r'there is no file, folder or unit "\u001b[2J"'),
        ("compare -o nowhere/a.txt", "nowhere/a.txt cannot be written: No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str, expected: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = run(*words.split(" "), env={"SCORECARD_DIR": str(ORDINARY)})
    assert (ran.code, ran.out, ran.err) == (2, "", f"scorecard: {expected}\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        "import",
        "nothing",
        "compare --format xml",
        "compare --color blue",
        "compare --rows both",
        "compare --by name",
        "compare --level city",
        "validate --format csv",
        "compare --nope",
        "compare --sort",
    ],
)
def test_a_wrong_usage_is_refused_without_a_traceback(words: str) -> None:
    ran = run(*words.split())
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("scorecard: ")
    assert ran.err.endswith(" Try scorecard --help.\n")
    assert ran.err.count("\n") == 1


def test_what_was_typed_cannot_steer_the_terminal() -> None:
    ran = run("validate", "--x\u202ey\x1b[2J.toml")
    assert ran.code == 2
    assert r"--x\u202ey" in ran.err
    assert not {"\u202e", "\x1b"} & set(ran.err)


def order(*words: str) -> list[str]:
    ran = run("compare", ORDINARY, "--format", "json", *words)
    assert (ran.code, ran.err) == (0, "")
    return [unit["id"] for unit in json.loads(ran.out)["units"]]


def test_units_may_be_sorted_and_chosen() -> None:
    assert order() == ["an-phu", "binh-tan", "chau-thanh"]
    assert order("--sort", "unit") == ["an-phu", "binh-tan", "chau-thanh"]
    assert order("--sort", "complaints_open") == ["an-phu", "binh-tan", "chau-thanh"]
    assert order("--sort", "living") == ["an-phu", "binh-tan", "chau-thanh"]
    assert order("--level", "commune") == ["chau-thanh"]
    assert order("--period", "2025", "--framework", "delta") == order()


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("command", ["compare", "show"])
def test_where_no_unit_fits_that_is_said(command: str, format_: str) -> None:
    ran = run(command, ORDINARY, "--period", "1999", "--format", format_)
    assert (ran.code, ran.out) == (2, "")
    assert (
        ran.err == "scorecard: none of the 3 scorecards here is for 1999; there are such for 2025\n"
    )


def test_what_was_asked_for_is_said() -> None:
    words = ("--level", "nation", "--period", "2025", "--framework", "delta")
    assert run("compare", ORDINARY, *words).err == (
        'scorecard: none of the 3 scorecards here is under "delta" and for 2025 '
        "and of the level nation; there are such of the level district, commune\n"
    )


def test_what_there_is_instead_is_said(several_frameworks: Path) -> None:
    asked = ("compare", several_frameworks, "--period")
    assert run(*asked, "2021/2025").err == (
        'scorecard: none of the 38 scorecards here is under "decision-766" and for 2021/2025 and '
        "of the level province; there is such a one under mobilization: choose with --framework; "
        "there are such for 2026-01/2026-09\n"
    )
    by_name = run("compare", several_frameworks, "--framework", "Decision 766").out
    assert by_name == run("compare", several_frameworks, "--framework", "decision-766").out
    english = "Quality of service to people and businesses (Decision 766)@2022"
    assert run("compare", several_frameworks, "--framework", english).code == 0


def test_units_are_looked_up_in_the_folder_of_the_option_before_that_of_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    expected = run("show", ORDINARY / "an-phu.toml").out.splitlines()[0]
    elsewhere = {"SCORECARD_DIR": str(GOLDEN / "nasty")}
    here = {"SCORECARD_DIR": str(ORDINARY)}
    assert run("show", "an-phu", env=here).out.startswith(expected)
    assert run("show", "an-phu", "--dir", ORDINARY, env=elsewhere).out.startswith(expected)
    assert run("show", "an-phu", env=elsewhere).code == 2
    assert run("show", "an-phu").err == f"scorecard: scorecards: there is no such folder{BEGIN}\n"
    shutil.copytree(ORDINARY, tmp_path / "scorecards")
    assert run("show", "an-phu").out.startswith(expected)
    assert run("compare").out == run("compare", ORDINARY).out


def test_languages() -> None:
    assert run("show", ORDINARY / "an-phu.toml", "--lang", "vi").out.startswith(
        "An Phú · cấp huyện"
    )
    arabic = run("show", ORDINARY / "an-phu.toml", "--lang", "ar", env={"COLUMNS": "160"}).out
    assert arabic.startswith("2025 · أن فو · قضاء\n")
    (row,) = [line for line in arabic.splitlines() if "98.56 %" in line]
    assert [cell.strip() for cell in row.split("ǀ")][-2] == "ملفات في موعدها"


FIRST = {"en": "An Phu · district", "vi": "An Phú · cấp huyện"}


@pytest.mark.parametrize(
    ("words", "env", "expected"),
    [
        (("--lang", "VI"), {}, "vi"),
        (("--lang=vi_VN",), {}, "vi"),
        ((), {"SCORECARD_LANG": "vi-VN"}, "vi"),
        ((), {"LANG": "vi_VN.UTF-8"}, "vi"),
        ((), {"LC_ALL": "C.UTF-8", "LANG": "vi_VN.UTF-8"}, "vi"),
        ((), {"LC_MESSAGES": "en_US", "LANG": "vi_VN"}, "en"),
        ((), {"LANG": "fr_FR"}, "en"),
        (("--lang", "en"), {"SCORECARD_LANG": "vi"}, "en"),
        (("--lang", "vi", "--lang", "en"), {}, "en"),
    ],
)
def test_a_language_is_asked_for(
    words: tuple[str, ...], env: dict[str, str], expected: str
) -> None:
    ran = run("show", ORDINARY / "an-phu.toml", *words, env=env)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(FIRST[expected])


@pytest.mark.parametrize("given", [("--lang", "VN"), ("--lang=fr",), ("--lang", "")])
def test_a_language_that_is_not_there_is_no_english(given: tuple[str, ...]) -> None:
    ran = run("show", ORDINARY / "an-phu.toml", *given)
    assert (ran.code, ran.out) == (2, "")
    assert "languages are en, vi, ar" in ran.err
    assert run("compare", env={"SCORECARD_LANG": "fr"}).code == 2


@pytest.mark.parametrize(
    ("format_", "expected"),
    [("table", ""), ("markdown", ""), ("json", '"units": []'), ("csv", "rank_best,")],
)
def test_where_no_file_can_be_read_only_the_faults_are_shown(
    tmp_path: Path, format_: str, expected: str
) -> None:
    (tmp_path / "hue.toml").write_text("format = 1\nperiod = ", "utf-8")
    ran = run("compare", tmp_path, "--format", format_)
    assert ran.code == 1
    assert expected in ran.out
    assert bool(ran.out) == bool(expected)
    assert "hue.toml:2:" in ran.err


def test_under_a_framework_that_contradicts_itself_nobody_is_ranked(folder: Path) -> None:
    (folder / "dien-bien.toml").unlink()
    framework = folder / "framework.toml"
    framework.write_text(framework.read_text("utf-8").replace("cap = 1.0", "cap = 100"), "utf-8")
    ran = run("compare", folder, "-f", "json")
    units = json.loads(ran.out)["units"]
    assert ran.code == 1
    assert [(unit["rank"], unit["unranked"]) for unit in units] == [(None, "error")] * 3
