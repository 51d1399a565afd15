"""Frameworks found by the names that scorecards give them, or why they are not."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from scorecard.diagnostic import Finding
from scorecard.model.framework import Framework
from scorecard.project import frameworks as shelves
from scorecard.project.frameworks import Frameworks, bundled_frameworks

SMALL = 'format = 1\nid = "{id}"\nedition = "1"\nname = "S"\nbasis = "Decision 1"\ngroups = []\n'
BUNDLED = ["decision-766", "decision-766-detail", "mobilization"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with frameworks below, beside and above the folder `units`."""
    (tmp_path / "units" / "below").mkdir(parents=True)
    for place in ("units/below/small", "units/small", "small"):
        text = SMALL.format(id=place.replace("/", "-")) + "indicators = []\n"
        (tmp_path / f"{place}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def found(name: str, folder: Path) -> Framework | Finding:
    return Frameworks().find(name, str(folder / "units" / "hue.toml")).framework


def told(name: str, folder: Path) -> tuple[str, str, str]:
    finding = found(name, folder)
    assert isinstance(finding, Finding)
    assert finding.path == ("framework",)
    return (finding.code, finding.message, finding.hint)


def test_each_bundled_framework_is_found_by_its_name(tmp_path: Path) -> None:
    assert set(BUNDLED) < set(bundled_frameworks())
    for name in bundled_frameworks():
        framework = found(name, tmp_path)
        assert isinstance(framework, Framework)
        assert name in (framework.id, f"{framework.id}@{framework.edition}")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("small.toml", "units-small"),
        ("./small.toml", "units-small"),
        ("below/small.toml", "units-below-small"),
        ("../small.toml", "small"),
        ("below/../../small.toml", "small"),
    ],
)
def test_a_path_is_relative_to_the_scorecard(name: str, expected: str, folder: Path) -> None:
    framework = found(name, folder)
    assert isinstance(framework, Framework)
    assert framework.id == expected


def test_a_bundled_id_is_never_a_file_of_that_name(folder: Path) -> None:
    text = SMALL.format(id="mine") + "indicators = []\n"
    (folder / "units" / "mobilization").write_text(text, encoding="utf-8")
    (folder / "units" / "mobilization.toml").write_text(text, encoding="utf-8")
    by_id, by_path = found("mobilization", folder), found("mobilization.toml", folder)
    assert isinstance(by_id, Framework)
    assert isinstance(by_path, Framework)
    assert (by_id.id, by_path.id) == ("mobilization", "mine")


RELATIVE = "a path to a .toml file is relative to this one"
BUNDLED_ARE = f"the bundled ones are {', '.join(bundled_frameworks())}"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("mobilisation", 'did you mean "mobilization"?'),
        ("decision_766", 'did you mean "decision-766"?'),
        ("mobilization.tml.toml", 'did you mean "mobilization"?'),
        ("poverty", BUNDLED_ARE),
        ("gone.toml", RELATIVE),
        ("../units/gone/small.toml", RELATIVE),
        ("small.toml/small.toml", RELATIVE),
        (f"{'a' * 300}.toml", RELATIVE),
    ],
)
def test_a_framework_that_is_not_there(name: str, hint: str, folder: Path) -> None:
    assert told(name, folder) == ("SC301", f'there is no framework "{name}"', hint)


@pytest.mark.parametrize(
    "name",
    ["/small.toml", "C:\\small.toml", "..\\small.toml", "small.json", "below/small", "http://a/b"],
)
def test_a_framework_is_looked_up_nowhere_else(name: str, folder: Path) -> None:
    assert told(name, folder) == (
        "SC308",
        f'a framework is not looked up at "{name}"',
        "give a bundled id, or a path to a .toml file relative to this one",
    )


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("format = 1\nid = \n", "SC103", 2),
        (SMALL.format(id="S") + "indicators = []\n", "SC207", 2),
        ('format = 1\nframework = "small.toml"\nfigures = {}\n', "SC202", 1),
        ("", "SC105", 1),
    ],
)
def test_a_faulty_framework_is_named_with_its_first_fault(
    text: str, code: str, line: int, folder: Path
) -> None:
    (folder / "faulty.toml").write_text(text, encoding="utf-8")
    path = (folder / "units" / ".." / "faulty.toml").as_posix()
    assert told("../faulty.toml", folder) == (
        "SC304",
        f'the framework "../faulty.toml" cannot be used: {code} in its line {line}',
        f"mend that file first: scorecard validate {path}",
    )


def test_a_folder_is_no_framework(folder: Path) -> None:
    (folder / "units" / "folder.toml").mkdir()
    assert told("folder.toml", folder)[:2] == (
        "SC304",
        'the framework "folder.toml" cannot be used: SC100 in its line 1',
    )


def test_a_link_that_leads_nowhere_is_no_framework(folder: Path) -> None:
    loop = folder / "units" / "loop.toml"
    loop.symlink_to(loop)
    assert told("loop.toml", folder)[:2] == (
        "SC304",
        'the framework "loop.toml" cannot be used: SC100 in its line 1',
    )


def test_of_however_many_folders_each_finds_its_own(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelves, "FOLDERS", 2)
    known = Frameworks()
    places = ["units/below", "units", ""] * 2
    names = [str(folder / place / "hue.toml") for place in places]
    frameworks = [known.find("small.toml", name).framework for name in names]
    ids = [each.id for each in frameworks if isinstance(each, Framework)]
    assert ids == ["units-below-small", "units-small", "small"] * 2
    assert frameworks[3:] == frameworks[:3]


def test_a_framework_is_read_once_under_all_its_names(folder: Path) -> None:
    known = Frameworks()
    first = known.find("../small.toml", str(folder / "units" / "hue.toml")).framework
    (folder / "small.toml").unlink()
    (folder / "small.toml").touch()
    again = known.find("small.toml", str(folder / "hue.toml")).framework
    assert isinstance(first, Framework)
    assert again is first


@pytest.fixture
def several_editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder beside bundled frameworks, of one of which there are two editions."""
    for edition in ("2012", "2013"):
        text = SMALL.replace('edition = "1"', f'edition = "{edition}"').format(id="pci")
        (tmp_path / f"pci@{edition}.toml").write_text(f"{text}indicators = []\n", encoding="utf-8")
    (tmp_path / "papi.toml").write_text(f"{SMALL.format(id='papi')}indicators = []\n", "utf-8")
    monkeypatch.setattr(shelves, "BUNDLED", tmp_path)
    bundled_frameworks.cache_clear()
    yield tmp_path
    bundled_frameworks.cache_clear()


@pytest.mark.parametrize(
    ("name", "edition"),
    [("pci@2012", "2012"), ("pci@2013", "2013"), ("papi", "1"), ("papi@1", "1")],
)
def test_bundled_editions_of_one_id_are_found_by_it(
    name: str, edition: str, several_editions: Path
) -> None:
    framework = found(name, several_editions)
    assert isinstance(framework, Framework)
    assert framework.edition == edition


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("pci", "say which edition: pci@2012, pci@2013"),
        ("pci@2014", "say which edition: pci@2012, pci@2013"),
        ("papi@2", 'its edition is "1"'),
        ("papy", 'did you mean "papi"?'),
        ("gone", "the bundled ones are papi, pci@2012, pci@2013"),
    ],
)
def test_an_edition_is_never_guessed(name: str, hint: str, several_editions: Path) -> None:
    assert told(name, several_editions) == ("SC301", f'there is no framework "{name}"', hint)
