"""Files opened and checked, by themselves and together; folders walked."""

import os
from pathlib import Path

import pytest

from scorecard.diagnostic import Diagnostic
from scorecard.i18n.rules import Severity
from scorecard.project.errors import CannotRunError
from scorecard.project.folders import toml_files
from scorecard.project.load import File, load_all
from scorecard.toml.reading import LARGEST

SMALL = """\
format = 1
id = "small"
edition = "1"
name = "Small"
basis = "Decision 1"
groups = [{ id = "all", name = "All" }]

[[indicators]]
id = "houses"
group = "all"
name = "Houses built"
unit = "count"
kind = "flow"
direction = "higher"
target = 100
"""


def card(unit: str, houses: object = 80, *, rank: int | None = None) -> str:
    claimed = "" if rank is None else f"claimed = {{ rank = {rank} }}\n"
    return (
        f'format = 1\nframework = "small.toml"\nperiod = "2025"\n{claimed}'
        f'unit = {{ id = "{unit}", name = "{unit}", level = "province" }}\n'
        f"figures = {{ houses = {houses} }}\n"
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small.toml").write_text(SMALL, encoding="utf-8")
    return tmp_path


def written(folder: Path, **texts: str) -> list[Path]:
    for name, text in texts.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return [folder / f"{name}.toml" for name in texts]


def errors(opened: File) -> list[Diagnostic]:
    """What is wrong; what is only doubtful in such small files is not looked at here."""
    return [item for item in opened.diagnostics if item.severity is Severity.ERROR]


def told(opened: File) -> list[str]:
    return [f"{item.line}:{item.column} {item.code} {item.message}" for item in errors(opened)]


def test_a_scorecard_is_measured_under_the_framework_that_it_names(folder: Path) -> None:
    (opened,) = load_all(written(folder, hue=card("hue")))
    assert opened.path == folder / "hue.toml"
    assert opened.assessment is not None
    assert opened.assessment.framework.id == "small"
    assert opened.assessment.total.points.low == opened.assessment.total.most * 80 / 100
    assert (told(opened), opened.document.name) == ([], (folder / "hue.toml").as_posix())


def test_a_framework_is_checked_and_is_no_scorecard(folder: Path) -> None:
    text = SMALL.replace('group = "all"', 'group = "none"')
    fine, faulty = load_all([folder / "small.toml", *written(folder, faulty=text)])
    assert (fine.assessment, told(fine)) == (None, [])
    assert faulty.assessment is None
    assert told(faulty) == ['10:9 SC305 there is no group "none"']


def test_a_broken_file_hides_none_of_the_others(folder: Path) -> None:
    paths = written(folder, a="format = ", b=card("b"), c=card("c", '">"'), d=card("d"))
    opened = load_all([*paths, folder / "gone.toml"])
    assert [file.path.stem for file in opened] == ["a", "b", "c", "d", "gone"]
    assert [file.assessment is not None for file in opened] == [False, True, False, True, False]
    assert [[item.code for item in errors(file)] for file in opened] == [
        ["SC103"],
        [],
        ["SC205"],
        [],
        ["SC100"],
    ]


def test_what_files_get_wrong_together_stands_in_the_file_that_is_wrong(folder: Path) -> None:
    paths = written(folder, a=card("hue", 80, rank=2), b=card("hue", 90), c=card("lao-cai", 70))
    first, second, third = load_all(paths)
    assert told(first) == ["4:20 SC702 the source claims rank 2; the scores here give 1"]
    other = (folder / "a.toml").as_posix()
    assert told(second) == [
        f'4:15 SC701 the figures of "hue" for 2025 under "small" stand in {other} too'
    ]
    assert told(third) == []


def test_findings_come_in_the_order_of_the_text(folder: Path) -> None:
    text = card("hue", "{ value = 80, claimed = { points = 3 } }", rank=2).replace(
        "figures = {", "figures = { huts = 3,"
    )
    paths = written(folder, hue=text, lao_cai=card("lao-cai", 10))
    codes = [item.code for item in errors(load_all(paths)[0])]
    assert codes == ["SC702", "SC302", "SC601"]


def test_nothing_opened_is_nothing_found() -> None:
    assert load_all([]) == []


def test_a_file_of_more_than_the_most_bytes_is_not_read(folder: Path) -> None:
    (opened,) = load_all(written(folder, large="#" * (LARGEST + 1)))
    assert told(opened) == [
        "1:1 SC107 this file has 1048577 bytes; a scorecard has at most 1048576"
    ]


def test_what_is_no_ordinary_file_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "loop.toml").symlink_to(tmp_path / "loop.toml")
    (tmp_path / "dangling.toml").symlink_to(tmp_path / "gone.toml")
    names = ["pipe", "folder", "loop", "dangling"]
    opened = load_all([tmp_path / f"{name}.toml" for name in names])
    assert [told(file) for file in opened] == [
        ["1:1 SC100 this file cannot be read: it is no ordinary file"],
        ["1:1 SC100 this file cannot be read: it is no ordinary file"],
        ["1:1 SC100 this file cannot be read: Too many levels of symbolic links"],
        ["1:1 SC100 this file cannot be read: No such file or directory"],
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_file_that_may_not_be_read_is_told(folder: Path) -> None:
    (path,) = written(folder, hue=card("hue"))
    path.chmod(0)
    assert told(load_all([path])[0]) == ["1:1 SC100 this file cannot be read: Permission denied"]


def test_toml_files_come_by_name_and_hidden_ones_not_at_all(tmp_path: Path) -> None:
    shown = ["a.toml", "b.toml", "c.toml", "h.TOML", "c/d.toml"]
    for name in [*reversed(shown), "c/.e.toml", ".git/f.toml", "g.txt"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    (tmp_path / "c" / "up").symlink_to(tmp_path, target_is_directory=True)
    found = [Path(file.name).relative_to(tmp_path).as_posix() for file in toml_files(tmp_path)]
    assert found == shown


def test_a_folder_that_cannot_be_read_is_not_passed_over(tmp_path: Path) -> None:
    with pytest.raises(CannotRunError) as error:
        list(toml_files(tmp_path / "gone"))
    assert str(error.value) == f"{tmp_path / 'gone'}: No such file or directory"


def test_after_a_hundred_errors_of_one_file_the_rest_is_only_said_to_be_there(folder: Path) -> None:
    figures = ", ".join(f"unknown_{number} = 1" for number in range(150))
    text = card("hue").replace("figures = {", f"figures = {{ {figures},")
    (opened,) = load_all(written(folder, hue=text))
    codes = [finding.code for finding in opened.findings]
    assert (codes.count("SC302"), codes.count("SC110")) == (100, 1)
