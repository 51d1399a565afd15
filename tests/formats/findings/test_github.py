"""Annotations as the runner reads them, and no line of any command that it reads as one."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from command import run
from made import Made

from scorecard.diagnostic import Diagnostic, Finding
from scorecard.formats.findings import Report
from scorecard.formats.findings.github import annotate_github
from scorecard.i18n.rules import Severity
from scorecard.text.medium import Medium
from scorecard.toml.document import Document

made = Made()

TESTS = Path(__file__).parents[2]
ORDINARY = TESTS / "golden" / "ordinary"
REGISTERED = {
    *("add-mask", "add-matcher", "add-path", "debug", "echo", "endgroup", "error", "group"),
    *("internal-set-repo-path", "notice", "remove-matcher", "save-state", "set-env"),
    *("set-output", "stop-commands", "warning"),
}
"""The commands that actions/runner registers, and those of actions/toolkit."""


@dataclass(frozen=True)
class Command:
    name: str
    properties: dict[str, str]
    data: str


def commands(text: str) -> list[Command]:
    """Read what a job prints as actions/runner does, src/Runner.Common/ActionCommand.cs."""
    lines = re.split(r"\r\n|\r|\n", text)
    return [command for line in lines for command in (*_second(line), *_first(line))]


def _second(line: str) -> Iterator[Command]:
    stripped = line.lstrip()
    end = stripped.find("::", 2)
    if stripped.startswith("::") and end > 0:
        yield from _command(stripped[2:end], stripped[end + 2 :], ",")


def _first(line: str) -> Iterator[Command]:
    """Read the older form, which may stand anywhere in a line."""
    start = line.find("##[")
    end = line.find("]", start)
    if 0 <= start < end:
        yield from _command(line[start + 3 : end], line[end + 1 :], ";")


def _command(info: str, data: str, between: str) -> Iterator[Command]:
    name, _, rest = info.partition(" ")
    if name.lower() in REGISTERED:
        pairs = (each.split("=", 1) for each in rest.split(between) if "=" in each)
        yield Command(name, {key.strip(): _plain(value) for key, value in pairs}, _plain(data))


def _plain(text: str) -> str:
    for code, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, sign)
    return text


HOSTILE = [
    "100 % %0A %25 %3A",
    "a\r\nb\n::error::c\r##[error]d",
    "::error file=a.toml,line=1::b",
    "##[add-mask]a]b",
    "a,line=9,col=1::b",
    "a:b::c",
    "\u0085::stop-commands::x",
    "\u2028::set-env name=A::b",
]


def found(text: str, severity: Severity = Severity.ERROR, place: tuple[int, int] = (6, 7)) -> str:
    return annotate_github(Report(1, [diagnostic(text, severity, place)]), Medium(1, colour=True))


def diagnostic(text: str, severity: Severity, place: tuple[int, int]) -> Diagnostic:
    rule = made("SC900", severity, "it says {text}", "write {text}")
    finding = Finding(rule, arguments={"text": text}, place=place)
    return Document(f"a/{text}.toml", "a = 1\nb = 2\n").diagnostic(finding)


@pytest.mark.parametrize("text", HOSTILE)
def test_the_runner_reads_one_annotation_and_every_letter_of_it(text: str) -> None:
    expected = diagnostic(text, Severity.ERROR, (6, 7))
    assert commands(found(text)) == [
        Command(
            "error",
            {
                "file": expected.file,
                "line": "2",
                "endLine": "2",
                "title": "SC900",
                "col": "1",
                "endColumn": "2",
            },
            f"{expected.file}:2:1: SC900 {expected.message}\n{expected.hint}",
        )
    ]


def test_the_exact_text() -> None:
    assert found("a,b:c%") == (
        "::error file=a/a%2Cb%3Ac%25.toml,line=2,endLine=2,title=SC900,col=1,endColumn=2"
        "::a/a,b:c%25.toml:2:1: SC900 it says a,b:c%25%0Awrite a,b:c%25\n"
        "1 file checked: 1 error\n"
    )
    assert found("x", Severity.WARNING, (0, 8)) == (
        "::warning file=a/x.toml,line=1,endLine=2,title=SC900"
        "::a/x.toml:1:1: SC900 it says x%0Awrite x\n"
        "1 file checked: 1 warning\n"
    )
    assert found("x", Severity.NOTE).startswith("::notice file=a/x.toml,")


def test_without_a_hint_the_message_is_all_and_a_count_ends_it() -> None:
    rule = made("SC900", Severity.ERROR, "it is so")
    bare = Document("a.toml", "a").diagnostic(Finding(rule))
    text = annotate_github(Report(1, [bare]), Medium(80, colour=False))
    assert text.endswith("::a.toml:1:1: SC900 it is so\n1 file checked: 1 error\n")
    nothing = annotate_github(Report(3, []), Medium(80, colour=False))
    assert nothing == "3 files checked: no findings\n"


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of every faulty file that the tests have, under names that are commands."""
    folder = tmp_path_factory.mktemp("hostile") / "##[group]a"
    shutil.copytree(TESTS / "golden" / "nasty", folder / "nasty")
    shutil.copytree(TESTS / "cases" / "corpus", folder / "corpus")
    names = ("::error::a.toml", "##[error]b.toml", "c\n::warning::d.toml", "e%0A,f=g.toml")
    for name in names:
        (folder / name).write_text('"::error::x" = "##[error]y"\n::error::z = ]\n', "utf-8")
    card = (folder / "nasty" / "latin.toml").read_text("utf-8")
    for text in HOSTILE[2:6]:
        quoted = json.dumps(text, ensure_ascii=False)
        named = re.sub(r"(?m)^name = .*$", f"name = {quoted}", card)
        (folder / "nasty" / f"{HOSTILE.index(text)}.toml").write_text(named, "utf-8")
    return folder


@pytest.mark.parametrize("format_", ["text", "json", "markdown", "sarif", "junit", "gitlab"])
def test_no_other_format_of_validate_is_read_by_the_runner(hostile: Path, format_: str) -> None:
    ran = run("validate", hostile, "-f", format_)
    assert ran.code == 1
    assert commands(ran.out + ran.err) == []


def test_the_runner_reads_only_our_annotations(
    hostile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    told = json.loads(run("validate", hostile, "-f", "json").out)["diagnostics"]
    read = commands(run("validate", hostile, "-f", "github").out)
    assert len(read) == len(told) > 50
    for command, item in zip(read, told, strict=True):
        assert command.properties["file"] == item["file"]
        assert command.properties["title"] == item["code"]
        place = f"{item['file']}:{item['line']}:{item['column']}: {item['code']}"
        told = "\n".join(filter(None, (item["message"], item["hint"])))
        assert command.data == f"{place} {told}"


VIEWS = [
    *(
        (command, "table", columns)
        for command in ("show", "compare", "explain")
        for columns in "17"
    ),
    *((command, "csv", "80") for command in ("show", "compare")),
    *(
        (command, format_, "80")
        for command in ("show", "compare", "explain")
        for format_ in ("table", "json", "markdown")
    ),
]


@pytest.mark.parametrize(("command", "format_", "columns"), VIEWS)
def test_no_name_becomes_a_command(hostile: Path, command: str, format_: str, columns: str) -> None:
    what = {"explain": [hostile / "nasty" / "latin.toml"]}
    words = what.get(command, [hostile / "nasty", hostile / "::error::a.toml"])
    ran = run(command, *words, "-f", format_, env={"COLUMNS": columns})
    assert ran.out
    assert commands(ran.out + ran.err) == []


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("before", [["show"], ["validate"], ["explain"], ["compare", "--sort"]])
def test_nor_does_a_word_of_the_command_line(
    before: list[str], text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(ORDINARY, tmp_path / "scorecards")
    monkeypatch.chdir(tmp_path)
    ran = run(*before, text)
    assert ran.code == 2
    assert commands(ran.out + ran.err) == []
