"""What words on the command line name: files, folders and units, and what they do not."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from command import BEGIN

from scorecard.numbers.period import parse
from scorecard.project.errors import CannotRunError
from scorecard.project.folders import files_at
from scorecard.project.load import File
from scorecard.project.targets import Gathered, gather, read_period, same_period

CARDS = {
    "cao-bang/2024": ("cao-bang", "2024"),
    "cao-bang/2025-H1": ("cao-bang", "2025-H1"),
    "hue": ("hue", "2025"),
    "other/lao-cai": ("lao-cai", "2025"),
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of units, as a path relative to the working directory above it."""
    monkeypatch.chdir(tmp_path)
    for name, (unit, period) in CARDS.items():
        put(Path("units") / f"{name}.toml", unit, period)
    return Path("units")


def put(path: Path, unit: str, period: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f'format = 1\nframework = "mobilization"\nperiod = "{period}"\nfigures = {{}}\n'
        f'unit = {{ id = "{unit}", name = "{unit}", level = "province" }}\n',
        encoding="utf-8",
    )


def names(files: Sequence[File]) -> list[str]:
    return [file.path.as_posix() for file in files]


def both(gathered: Gathered) -> tuple[list[str], list[str]]:
    assert gathered.chosen == (*gathered.files, *gathered.found)
    return names(gathered.files), names(gathered.found)


def refusal(run: Callable[[], object]) -> str:
    with pytest.raises(CannotRunError) as error:
        run()
    return str(error.value)


ALL = [f"units/{name}.toml" for name in ("hue", "cao-bang/2024", "cao-bang/2025-H1")]
ALL.append("units/other/lao-cai.toml")


@pytest.mark.parametrize(
    ("targets", "files", "found", "units"),
    [
        ([], [], ALL, []),
        (["units"], [], ALL, []),
        (["units/hue.toml"], ["units/hue.toml"], [], []),
        (["units/other", "units/hue.toml"], ["units/hue.toml"], [ALL[3]], []),
        (["hue"], [], ["units/hue.toml"], ["hue"]),
        (["cao-bang"], [], ALL[1:3], ["cao-bang"]),
        (["cao-bang@2025-H1"], [ALL[2]], [], ["cao-bang"]),
        # Another spelling of the same months.
        (["hue@2025-01/2025-12"], ["units/hue.toml"], [], ["hue"]),
        (["lao-cai", "hue"], [], [ALL[3], "units/hue.toml"], ["lao-cai", "hue"]),
        (["hue", "hue"], [], ["units/hue.toml"], ["hue", "hue"]),
        # What is named as a file is no longer merely found.
        (["units", ALL[2]], [ALL[2]], [ALL[0], ALL[1], ALL[3]], []),
        (["cao-bang", ALL[1]], [ALL[1]], [ALL[2]], ["cao-bang"]),
        (["units", "units/other"], [], ALL, []),
    ],
)
def test_targets_are_files_folders_and_units(
    targets: list[str], files: list[str], found: list[str], units: list[str], folder: Path
) -> None:
    gathered = gather(targets, folder)
    assert both(gathered) == (files, found)
    assert list(gathered.units) == units


@pytest.mark.parametrize(
    ("targets", "files", "found"),
    [
        (["{here}/units/hue.toml", "units/other/../hue.toml"], ["{here}/units/hue.toml"], []),
        (
            ["{here}/units/other/lao-cai.toml", "units/other"],
            ["{here}/units/other/lao-cai.toml"],
            [],
        ),
        (["{here}/units/hue.toml", "hue"], ["{here}/units/hue.toml"], []),
        (["{here}/units/other", "lao-cai"], [], ["{here}/units/other/lao-cai.toml"]),
        (["link.toml", "units/hue.toml"], ["link.toml"], []),
        (["linked", "units/other"], [], ["linked/lao-cai.toml"]),
    ],
)
def test_a_file_under_two_spellings_is_opened_once_under_the_first(
    targets: list[str], files: list[str], found: list[str], folder: Path
) -> None:
    Path("link.toml").symlink_to("units/hue.toml")
    Path("linked").symlink_to("units/other", target_is_directory=True)
    here = Path.cwd().as_posix()
    gathered = gather([target.format(here=here) for target in targets], folder)
    expected = [[name.format(here=here) for name in each] for each in (files, found)]
    assert both(gathered) == tuple(expected)
    findings = [item.message for file in gathered.everything for item in file.diagnostics]
    assert findings == []


def test_everything_is_what_was_opened_to_find_the_units(folder: Path) -> None:
    assert names(gather(["hue"], folder).everything) == ALL
    assert names(gather(["units/hue.toml"], folder).everything) == ["units/hue.toml"]


def test_a_file_goes_before_a_unit_of_its_name(folder: Path) -> None:
    put(Path("hue"), "lao-cai", "2023")
    assert both(gather(["hue"], folder)) == (["hue"], [])


def test_a_unit_comes_with_the_broken_files_that_bear_its_name(folder: Path) -> None:
    for name in ("cao-bang/2023.toml", "son-la.toml", "other/2025.toml"):
        (folder / name).write_text("format = ", encoding="utf-8")
    assert both(gather(["cao-bang"], folder))[1] == [*ALL[1:3], "units/cao-bang/2023.toml"]
    assert both(gather(["cao-bang@2024"], folder)) == ([ALL[1], "units/cao-bang/2023.toml"], [])
    assert both(gather(["son-la"], folder))[1] == ["units/son-la.toml"]
    assert both(gather(["hue"], folder))[1] == ["units/hue.toml"]


def test_a_link_in_a_circle_is_there_and_is_told(folder: Path) -> None:
    Path("loop.toml").symlink_to("loop.toml")
    (opened,) = gather(["loop.toml"], folder).files
    assert [item.code for item in opened.diagnostics] == ["SC100"]


@pytest.mark.parametrize(
    ("targets", "expected"),
    [
        (["gone.toml"], "gone.toml: there is no such file or folder"),
        (["units/gone"], "units/gone: there is no such file or folder"),
        (["Cao Bằng/x"], "Cao Bằng/x: there is no such file or folder"),
        (["Gia Lai"], 'there is no file, folder or unit "Gia Lai"'),
        (["hue@"], "hue@: there is no such file or folder"),
        (["hue@2025@2024"], "hue@2025@2024: there is no such file or folder"),
        (["a" * 300], f"{'a' * 300}: there is no such file or folder"),
        (["cao-bag"], 'there is no file, folder or unit "cao-bag": did you mean "cao-bang"?'),
        (["gia-lai"], 'there is no file, folder or unit "gia-lai"'),
        (["gia-lai@2025"], 'there is no file, folder or unit "gia-lai"'),
        (["cao-bang@2023"], '"cao-bang" has no scorecard for 2023; it has 2024, 2025-H1'),
        (["hue@2025-H3"], '"2025-H3": this names no period'),
        (["hue", "gone.toml"], "gone.toml: there is no such file or folder"),
        (["empty"], f"empty: there are no .toml files in this folder{BEGIN}"),
    ],
)
def test_a_target_that_is_not_there(targets: list[str], expected: str, folder: Path) -> None:
    Path("empty").mkdir()
    assert refusal(lambda: gather(targets, folder)) == expected


@pytest.mark.parametrize("targets", [[], ["hue"]])
@pytest.mark.parametrize("name", ["gone", "units/hue.toml", "a" * 300])
def test_a_folder_of_units_that_is_not_there(name: str, targets: list[str], folder: Path) -> None:
    assert folder.is_dir()
    assert refusal(lambda: gather(targets, Path(name))) == f"{name}: there is no such folder{BEGIN}"


def test_files_and_the_files_in_folders(folder: Path) -> None:
    Path("loop.toml").symlink_to("loop.toml")
    paths = [folder / "hue.toml", folder, Path("loop.toml"), Path.cwd() / "units" / "other"]
    found = files_at(paths)
    assert found == ["units/hue.toml", *ALL[1:], "loop.toml"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("gone", f"gone: there is no such file or folder{BEGIN}"),
        ("units/hue.toml/x", f"units/hue.toml/x: there is no such file or folder{BEGIN}"),
        ("empty", f"empty: there are no .toml files in this folder{BEGIN}"),
    ],
)
def test_files_that_are_not_there(name: str, expected: str, folder: Path) -> None:
    Path("empty").mkdir()
    assert refusal(lambda: files_at([folder / "hue.toml", Path(name)])) == expected


def test_a_period_is_read_from_the_command_line() -> None:
    assert read_period("2025-H1") == parse("2025-H1")
    assert read_period(None) is None
    assert refusal(lambda: read_period("2025-H3")) == '"2025-H3": this names no period'
    assert refusal(lambda: read_period("2025/2021")) == (
        '"2025/2021": this period ends before it starts'
    )


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("2025", "2025-01/2025-12", True),
        ("2025-H1", "2025-01/2025-06", True),
        ("2025-H1", "2025-Q1", False),
        ("2025-H1", "2024-H1", False),
        ("XXXX-H1", "XXXX-H1", True),
        ("XXXX-H1", "XXXX-H2", False),
        ("XXXX-H1", "2025-H1", False),
    ],
)
def test_two_spellings_of_the_same_months(left: str, right: str, same: bool) -> None:
    assert same_period(parse(left), parse(right)) is same
    assert same_period(parse(right), parse(left)) is same
