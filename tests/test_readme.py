"""What the README shows is what the program prints."""

import doctest
import json
import re
import shlex
import tomllib
from pathlib import Path
from typing import get_args

import pytest
from command import run

from scorecard.model.framework import Framework
from scorecard.model.scorecard import Figure, Scorecard
from scorecard.rules.findings import check_framework
from scorecard.text.formats import FindingsFormat, Format
from scorecard.toml.load import load

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
VIETNAMESE = (ROOT / ".github" / "README.vi.md").read_text("utf-8")


def blocks(language: str, text: str = README) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_exactly_two_commands_start_a_fresh_machine() -> None:
    assert re.findall(r"^python3 -m venv .*$", README, re.MULTILINE) == [
        "python3 -m venv .venv && .venv/bin/pip install -q -e . && .venv/bin/scorecard compare",
        "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/pytest -q",
    ]


@pytest.mark.parametrize("readme", [README, VIETNAMESE], ids=["en", "vi"])
def test_every_format_is_named(readme: str) -> None:
    views = re.search(r"`show` (?:and|và) `compare` .*? `--format (.*?) (?:to|ra) ", readme)
    assert views is not None
    assert re.findall(r"\w{3,}(?=`)", views[1]) == list(get_args(Format))
    findings = re.search(r"validate --format github +# (.*)", readme)
    assert findings is not None
    assert set(findings[1].split(", ")) == set(get_args(FindingsFormat))


@pytest.mark.parametrize("readme", [README, VIETNAMESE], ids=["en", "vi"])
def test_every_key_of_a_figure_is_named(readme: str) -> None:
    assert [key for key in Figure.model_fields if not re.search(rf"\b{key}\b", readme)] == []


def test_the_picture_is_what_the_commands_print(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    parts = re.split(r"^\$ scorecard (.*)\n", blocks("text")[0], flags=re.MULTILINE)[1:]
    for command, picture in zip(parts[::2], parts[1::2], strict=True):
        ran = run(*command.split())
        assert ran.code == 0
        lines = [line for line in picture.splitlines() if line and line != "…"]
        assert [line for line in lines if line not in ran.out.splitlines()] == []


def test_the_first_minute_goes_as_it_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    parts = re.split(r"^\$ scorecard (.*)\n", blocks("console")[0], flags=re.MULTILINE)[1:]
    assert len(parts) == 8
    for command, picture in zip(parts[::2], parts[1::2], strict=True):
        ran = run(*shlex.split(command))
        assert ran.code == 0
        lines = [line for line in picture.splitlines() if line != "…"]
        assert [line for line in lines if line not in ran.out.splitlines()] == []


def commands_of(block: str) -> list[tuple[str, list[str]]]:
    """Return the commands that a block shows, each with the lines that it prints."""
    parts = re.split(r"^\$ scorecard (.*)\n", block, flags=re.MULTILINE)[1:]
    lines = [[line for line in picture.splitlines() if line != "…"] for picture in parts[1::2]]
    return list(zip(parts[::2], lines, strict=True))


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "lines"),
    [
        *commands_of(blocks("text", VIETNAMESE)[0]),
        *commands_of(blocks("console", VIETNAMESE)[0]),
    ],
)
def test_each_command_in_vietnamese_does_what_is_shown(
    command: str, lines: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    ran = run(*shlex.split(command))
    assert (ran.code, ran.err) == (0, "")
    printed = [line.rstrip() for line in ran.out.splitlines()]
    assert [line for line in lines if line not in printed] == []


def test_the_first_minute_in_vietnamese_goes_as_it_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for command, lines in commands_of(blocks("console", VIETNAMESE)[1]):
        ran = run(*shlex.split(command))
        assert ran.code == 0
        assert [line for line in lines if line not in ran.out.splitlines()] == []


def test_the_import_in_vietnamese_goes_as_it_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bieu.csv").write_text(blocks("csv", VIETNAMESE)[0], "utf-8")
    (by,) = (each for each in blocks("toml", VIETNAMESE) if each.startswith('rows = "2:4"'))
    Path("bieu.toml").write_text(by, "utf-8")
    commands = commands_of(blocks("console", VIETNAMESE)[2])
    for (command, lines), code in zip(commands, (0, 1, 0), strict=True):
        ran = run(*shlex.split(command))
        assert ran.code == code
        assert [line for line in lines if line not in ran.out.splitlines()] == []


def test_the_vietnamese_readme_has_every_example_and_command_of_the_english_one() -> None:
    for language in ("toml", "python", "powershell", "yaml"):
        missing = set(blocks(language)) - set(blocks(language, VIETNAMESE))
        assert missing == set()
    shown = re.findall(r"^\| `scorecard ([a-z]+)", README, re.MULTILINE)
    assert [name for name in shown if f"$ scorecard {name}" not in VIETNAMESE] == []


def test_the_example_is_a_scorecard(tmp_path: Path) -> None:
    example = tmp_path / "example.toml"
    example.write_text(blocks("toml")[1], "utf-8")
    loaded = load(example, "example.toml", Scorecard)
    assert loaded.findings == ()
    assert loaded.model is not None


def test_the_framework_is_a_framework(tmp_path: Path) -> None:
    example = tmp_path / "framework.toml"
    example.write_text(blocks("toml")[4], "utf-8")
    loaded = load(example, "framework.toml", Framework)
    assert loaded.findings == ()
    assert loaded.model is not None
    assert list(check_framework(loaded.model)) == []


def test_the_register_is_a_register_without_a_fault(tmp_path: Path) -> None:
    (example,) = (each for each in blocks("toml") if 'kind = "register"' in each)
    (tmp_path / "register.toml").write_text(example, "utf-8")
    assert run("validate", tmp_path).out == "1 file checked: no findings\n"


def test_the_text_of_a_source_says_more_than_the_figure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.txt").write_text(f"Báo cáo\n\n{blocks('text')[-1]}", "utf-8")
    (example,) = (each for each in blocks("toml") if "report.txt" in each)
    head = 'format = 1\nframework = "mobilization"\nperiod = "2025"\n'
    unit = '[unit]\nid = "hue"\nname = "Huế"\nlevel = "province"\n'
    (tmp_path / "hue.toml").write_text(f"{head}{unit}{example}", "utf-8")
    monkeypatch.chdir(tmp_path)
    ran = run("validate", "hue.toml")
    said = 'warning[SC906]: 98 is said in other words in paragraph 2 of "report": trên 98\n'
    assert ran.out.startswith(said)
    assert ran.out.endswith("\n1 file checked: 1 warning\n")


@pytest.mark.slow
def test_the_python_examples_give_what_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    (example,) = blocks("python")
    test = doctest.DocTestParser().get_doctest(example, {}, "README.md", None, 0)
    said: list[str] = []
    doctest.DocTestRunner().run(test, out=said.append)
    assert "".join(said) == ""
    assert len(test.examples) > 5


def test_columns_and_keys_that_are_named_are_in_the_codebook() -> None:
    told = json.loads(run("explain", "--columns", "--format", "json").out)
    columns = {each["name"] for each in told["columns"]}
    ends = {name.removeprefix("*") for name in columns if name.startswith("*")}
    columns |= {name.replace("_*", end) for name in columns for end in ends}
    keys = {each["name"] for each in told["keys"]}
    section = README.partition("### Columns and keys\n")[2].partition("\n## ")[0]
    named, place = set(), ""
    for line in section.splitlines():
        found = re.findall(r"`([a-z_.\[\]]+)`", line)
        if line.startswith("| CSV"):
            place = found[-1]
        elif line.startswith("|"):
            of_csv, of_json, _ = line.strip("|").split("|", 2)
            named |= {("csv", name) for name in re.findall(r"`(.+?)`", of_csv)}
            paths = re.findall(r"`(.+?)`", of_json)
            named |= {("json", each if "[]" in each else f"{place}.{each}") for each in paths}
        elif line.startswith(("Each interval", "and `high_open`")):
            named |= {("json", name) for name in found}
    named |= {("csv", name) for name in re.findall(r'row\["(\w+)"\]', README)}
    assert len(named) > 40
    assert named - {("csv", each) for each in columns} - {("json", each) for each in keys} == set()


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)\)", README))
def test_links_lead_somewhere(link: str) -> None:
    assert (ROOT / link).exists()


@pytest.mark.parametrize("link", re.findall(r"\]\(([^)#:]+)", VIETNAMESE))
def test_links_of_the_vietnamese_readme_lead_somewhere(link: str) -> None:
    assert (ROOT / ".github" / link).exists()


def test_no_file_of_the_package_needs_what_is_not_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    declared = {re.split(r"[<>=]", name)[0] for name in project["dependencies"]}
    assert declared == {"markupsafe", "pydantic", "rich", "rtoml", "tomli-w", "typer"}
