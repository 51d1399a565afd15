"""Findings that are accepted as they stand, each as often as it was there."""

import json
import os
from pathlib import Path

import pytest
from command import run
from made import Made

from scorecard.diagnostic import Diagnostic, Finding
from scorecard.i18n.rules import Severity
from scorecard.project.baseline import baseline_text, new_findings
from scorecard.project.errors import CannotRunError
from scorecard.toml.document import Document

made = Made()

CASES = Path(__file__).parents[1] / "cases" / "invalid"

RULE = made("SC900", Severity.ERROR, "this is {what}")


def found(what: str, line: int = 1, file: str = "a.toml") -> Diagnostic:
    above = "\n" * (line - 1)
    place = (len(above), len(above) + len(what))
    finding = Finding(RULE, ("figures", 0), {"what": what}, place=place)
    return Document(file, f"{above}{what}\n").diagnostic(finding)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "known.json"


def test_the_exact_text() -> None:
    text = baseline_text([found("b"), found("a", 5), found("b", 7)])
    assert json.loads(text) == {
        "version": 2,
        "findings": [
            {"file": "a.toml", "code": "SC900", "subject": "figures a", "count": 1},
            {"file": "a.toml", "code": "SC900", "subject": "figures b", "count": 2},
        ],
    }
    assert baseline_text([]) == '{\n  "version": 2,\n  "findings": []\n}\n'


def test_what_is_accepted_is_so_on_any_line_but_only_as_often(path: Path) -> None:
    path.write_text(baseline_text([found("a", 1), found("a", 2), found("b")]), "utf-8")
    assert new_findings([found("a", 50), found("a", 60), found("b", 70)], path) == []
    third = found("a", 80)
    assert new_findings([found("a", 50), found("a", 60), third], path) == [third]
    elsewhere = found("b", 1, "b.toml")
    assert new_findings([elsewhere, found("b")], path) == [elsewhere]
    assert new_findings([], path) == []


def test_a_file_that_cannot_be_read_is_never_accepted(path: Path) -> None:
    unread = Document("a.toml", "").diagnostic(Finding("SC100", arguments={"reason": "so"}))
    assert json.loads(baseline_text([unread]))["findings"] == []
    entry = {"file": "a.toml", "code": "SC100", "subject": "", "count": 1}
    path.write_text(json.dumps({"version": 2, "findings": [entry]}), "utf-8")
    assert new_findings([unread], path) == [unread]


def test_a_baseline_of_the_first_version_goes_by_messages(path: Path) -> None:
    entry = {"file": "a.toml", "code": "SC900", "message": "this is a", "count": 1}
    path.write_text(json.dumps({"version": 1, "findings": [entry]}), "utf-8")
    another = found("b", 7)
    assert new_findings([found("a", 5), another], path) == [another]


@pytest.mark.parametrize(("written", "read"), [("vi", "en"), ("en", "ar")])
def test_a_baseline_holds_in_every_language(written: str, read: str, tmp_path: Path) -> None:
    files = [path for each in (1, 2, 4, 6, 9) for path in CASES.glob(f"SC{each}03*.toml")]
    checked: list[str | Path] = ["validate", *files, "--no-cache", "--fail-on", "note"]
    accepting = [*checked, "--baseline", tmp_path / "known.json"]
    assert run(*checked, env={"SCORECARD_LANG": read}).code == 1
    assert run(*accepting, "--write-baseline", env={"SCORECARD_LANG": written}).code == 0
    assert run(*accepting, env={"SCORECARD_LANG": read}).code == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"version": 3, "findings": []}',
        '{"version": 1}',
        '{"version": 1, "findings": [], "more": 1}',
        '{"version": 1, "findings": [{"file": "a", "code": "b", "message": "c", "count": 0}]}',
        '{"version": 1, "findings": ' + "[" * 100_000,
        "\x00",
        "\udcff",
    ],
)
def test_what_is_no_baseline_is_refused(path: Path, text: str) -> None:
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    with pytest.raises(CannotRunError) as caught:
        new_findings([], path)
    expected = f"{path.as_posix()} is no baseline: write one with --write-baseline"
    assert str(caught.value) == expected


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to("loop")
    reasons = {
        "gone": "No such file or directory",
        "pipe": "it is no ordinary file",
        ".": "it is no ordinary file",
        "loop": "Too many levels of symbolic links",
        "n" * 300: "File name too long",
        "/dev/zero": "it is no ordinary file",
    }
    for name, reason in reasons.items():
        with pytest.raises(CannotRunError) as caught:
            new_findings([], tmp_path / name)
        assert str(caught.value) == f"{(tmp_path / name).as_posix()}: {reason}"
