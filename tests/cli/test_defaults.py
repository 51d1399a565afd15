"""Options that the environment or a scorecard.toml sets where the command line does not."""

import os
from pathlib import Path
from typing import get_args

import pytest
import typer
from command import run
from typer.core import TyperOption

from scorecard.cli.commands import app
from scorecard.cli.defaulting import NEVER
from scorecard.model.settings import Settings
from scorecard.project.defaults import COMMANDS

CARD = """format = 1
framework = "mobilization"
period = "2025"
unit = { id = "hue", name = "Huế", level = "province" }
figures = {}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one scorecard in a repository, in which we are."""
    monkeypatch.chdir(tmp_path)
    for name in (".git", "data"):
        (tmp_path / name).mkdir()
    (tmp_path / "data" / "hue.toml").write_text(CARD, "utf-8")
    return tmp_path


def put(path: Path, text: str) -> None:
    (path / "scorecard.toml").write_text(text, "utf-8")


def test_the_command_line_wins_over_the_environment_over_the_file(folder: Path) -> None:
    put(folder, 'dir = "data"\n[show]\nformat = "csv"\n')
    assert run("show", "hue").out.startswith("framework,")
    assert run("show", "hue", env={"SCORECARD_FORMAT": "json"}).out.startswith("{")
    both = run("show", "hue", "-f", "markdown", env={"SCORECARD_FORMAT": "json"})
    assert both.out.startswith("## ")


def test_the_help_and_wrong_use_are_in_the_language_that_a_file_sets(folder: Path) -> None:
    put(folder, 'lang = "vi"\n')
    assert "Cách dùng: scorecard show" in run("show", "--help", env={"LANG": "ar_EG"}).out
    assert run("show", "--nope", "x").err.startswith("scorecard: không có tùy chọn --nope")
    assert run("show", "--nope", "x", env={"SCORECARD_LANG": "en"}).err.startswith(
        "scorecard: No such option: --nope"
    )
    assert run("show", "x", "--lang", "xx").err.endswith(
        "languages are en, vi, ar. Try scorecard --help.\n"
    )
    put(folder, "lang = 5\n")
    assert run("--help").out.lstrip().startswith("Usage: scorecard")


def test_the_table_of_a_command_and_the_nearest_file_win(folder: Path) -> None:
    put(folder, 'format = "json"\n[compare]\nformat = "csv"\n')
    assert run("show", "hue", "--dir", "data").out.startswith("{")
    assert run("compare", "data").out.startswith("rank_best,")
    put(folder / "data", 'format = "markdown"\n')
    assert run("show", "data/hue.toml").out.startswith("## ")
    assert run("explain", "hue", "--dir", "data").out.startswith("## ")


def test_a_folder_that_a_file_names_has_a_file_of_its_own(folder: Path) -> None:
    put(folder, 'dir = "data"\nformat = "json"\n')
    put(folder / "data", 'lang = "vi"\nformat = "table"\n')
    assert "Khung chỉ tiêu" in run("show", "hue").out
    assert run("show", "hue").out == run("show", "hue", "--dir", "data").out


def test_a_format_is_for_the_commands_that_have_it(folder: Path) -> None:
    put(folder, 'format = "csv"\n')
    assert run("validate", "data").out.endswith("1 file checked: no findings\n")
    put(folder, '[validate]\nformat = "json"\nfail_on = "note"\nbaseline = "known.json"\n')
    (folder / "known.json").write_text("{", "utf-8")
    ran = run("validate", "data")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("scorecard: known.json")


def test_above_the_repository_nothing_is_read(folder: Path) -> None:
    put(folder, 'format = "json"\n')
    (folder / "data" / ".git").mkdir()
    assert run("show", "data/hue.toml").out.startswith("Huế")


def test_outside_a_repository_only_the_folder_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(folder, "format = ")
    (folder / ".git").rmdir()
    (folder / "here").mkdir()
    monkeypatch.chdir(folder / "here")
    assert run("show", "../data/hue.toml").out.startswith("Huế")
    monkeypatch.chdir(folder)
    ran = run("show", "data/hue.toml")
    assert (ran.code, ran.err.partition(":1: ")[0]) == (2, "scorecard: scorecard.toml")


def test_a_fault_is_told_once(folder: Path) -> None:
    put(folder, 'formt = "json"\n')
    ran = run("show", "data/hue.toml")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == 'scorecard: scorecard.toml:1: there is no key "formt" here\n'
    (folder / "scorecard.toml").rename(folder / "data" / "scorecard.toml")
    ran = run("validate", "data")
    assert ran.code == 1
    assert 'did you mean "format"?' in ran.out


@pytest.mark.parametrize(
    "text",
    [
        'output = "x"',
        "fix = true",
        "[validate]\nwrite_baseline = true",
        '[validate]\nbaseline = "../x"',
        '[validate]\nbaseline = "/etc/passwd"',
        'dir = "C:/x"',
    ],
)
def test_a_file_makes_nothing_be_written(text: str, folder: Path) -> None:
    put(folder / "data", f"{text}\n")
    assert run("validate", "data/scorecard.toml").code == 1
    assert run("show", "hue", "--dir", "data").out.startswith("Huế")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('dir = "/data"', "scorecard.toml:1: this text is no path below the folder of this file"),
        ('[validate]\nignore = ["sc403"]', "scorecard.toml:2: this text is no code of findings"),
    ],
)
def test_what_is_no_path_or_code_is_told_as_that(text: str, told: str, folder: Path) -> None:
    put(folder, f"{text}\n")
    ran = run("show", "hue")
    assert (ran.code, ran.out, ran.err) == (2, "", f"scorecard: {told}\n")


def test_the_help_says_what_is_set_and_where(folder: Path) -> None:
    put(folder, 'dir = "data"\n[compare]\ntop = 3\n')
    told = run("compare", "-h", env={"SCORECARD_FORMAT": "csv", "COLUMNS": "120"}).out
    assert " Set in scorecard.toml: --dir, --top." in told
    assert " Set in the environment: --format." in told
    assert "[default: 3]" in told
    assert "Set in" not in run("diff", "-h", env={"COLUMNS": "120"}).out.replace("--dir", "")[-9:]


def test_a_name_is_no_markup_of_the_help(folder: Path) -> None:
    place = folder / "[red]"
    place.mkdir()
    put(place, 'format = "csv"\n')
    told = run("compare", "--dir", place, "-h", env={"COLUMNS": "120"}).out
    assert " Set in [red]/scorecard.toml: --format." in told


def test_every_option_that_may_have_a_default_is_known() -> None:
    group = typer.main.get_command(app)
    assert isinstance(group, typer.core.TyperGroup)
    for name, command in group.commands.items():
        if name not in COMMANDS:
            continue
        options = {
            each.opts[0].removeprefix("--").replace("-", "_"): each
            for each in command.params
            if isinstance(each, TyperOption) and each.opts[0] not in NEVER
        }
        (table, _) = get_args(Settings.model_fields[COMMANDS[name]].annotation)
        known = {*table.model_fields, *Settings.model_fields} - {"framework", "level"}
        asked_for = {"what_if", "diff", "stdin_filename", "unit", "dry_run", "framework", "level"}
        asked_for.add("template")
        assert options.keys() - known <= asked_for
        assert table.model_fields.keys() - options.keys() <= {"period", "track", "no_pager"}
        for key, option in options.items():
            said = getattr(option.type, "choices", None)
            if said and key in table.model_fields:
                (choices, _) = get_args(table.model_fields[key].annotation)
                assert set(get_args(choices)) == set(said)


@pytest.mark.parametrize("size", [(1 << 20) + 1, 3 << 30])
def test_a_file_of_any_size_is_refused_before_it_is_read(size: int, folder: Path) -> None:
    put(folder, "")
    os.truncate("scorecard.toml", size)
    ran = run("show", "data/hue.toml")
    told = (
        f"scorecard: scorecard.toml:1: this file has {size} bytes; a scorecard has at most 1048576"
    )
    assert (ran.code, ran.err.startswith(told)) == (2, True)


def test_a_file_leads_out_of_no_repository(folder: Path) -> None:
    root = folder / "root"
    (root / ".git").mkdir(parents=True)
    put(folder, 'format = "json"\n')
    (root / "scorecard.toml").symlink_to(folder / "scorecard.toml")
    (root / "link").symlink_to(folder / "data", target_is_directory=True)
    os.chdir(root)
    told = "scorecard: scorecard.toml:1: this file cannot be read: it is a link that leads out "
    (root / "below").mkdir()
    assert run("show", "hue", "--dir", "below").err.startswith(told)
    (root / "scorecard.toml").unlink()
    put(root, 'dir = "link"\n')
    told = 'scorecard.toml: dir = "link" leads out of the repository: name a place in it\n'
    assert run("show").err == f"scorecard: {told}"
