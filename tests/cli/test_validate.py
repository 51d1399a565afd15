"""What fails, what is left out, what is accepted, and what comes from standard input."""

import io
import json
import sys
from pathlib import Path

import pytest
from command import Ran, run

from scorecard.toml.reading import LARGEST

CARD = """format = 1
framework = "mobilization"
period = "2021/2025"

[unit]
id = "an-phu"
name = "An Phú"
level = "district"

[sources.report]
title = "Báo cáo"

[figures]
"""
ERROR = CARD + 'dossiers_onlin = { value = 5, source = "report" }\n'
WARNING = CARD + "dossiers_online = 5\n"
FAIL_ON = ("error", "warning", "note", "never")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def codes(ran: Ran) -> list[str]:
    return [item["code"] for item in json.loads(ran.out)["diagnostics"]]


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def checked(path: Path, *words: str | Path) -> Ran:
    return run("validate", path, *words, "-f", "json")


def test_the_lightest_finding_that_fails(folder: Path) -> None:
    error, warning = write(folder / "an-phu.toml", ERROR), folder / "b" / "an-phu.toml"
    warning.parent.mkdir()
    write(warning, WARNING)
    told = json.loads(checked(warning).out)["diagnostics"]
    assert {item["severity"] for item in told} == {"warning"}
    assert [checked(error, "--fail-on", each).code for each in FAIL_ON] == [1, 1, 1, 0]
    assert [checked(warning, "--fail-on", each).code for each in FAIL_ON] == [0, 1, 1, 0]
    assert checked(error).code == 1
    assert checked(warning).code == 0
    assert run("validate", error, "--fail-on", "info").code == 2


@pytest.mark.parametrize("format_", ["text", "json", "github", "sarif", "junit", "gitlab"])
@pytest.mark.parametrize("fail_on", FAIL_ON)
def test_no_format_changes_the_exit_code(folder: Path, format_: str, fail_on: str) -> None:
    path = write(folder / "an-phu.toml", ERROR)
    ran = run("validate", path, "-f", format_, "--fail-on", fail_on)
    assert (ran.code, ran.err) == (int(fail_on != "never"), "")


def test_codes_may_be_chosen_and_left_out(folder: Path) -> None:
    path = write(folder / "an-phu.toml", ERROR)
    (code, *others) = codes(checked(path))
    assert codes(checked(path, "--select", code)) == [code]
    assert codes(checked(path, "--select", code[:3])) == [code]
    assert codes(checked(path, "--ignore", code)) == others
    ran = checked(path, "--select", "SC1")
    assert (ran.code, codes(ran)) == (0, [])
    wrong = run("validate", path, "--select", "SC8O3")
    expected = 'scorecard: there is no rule "SC8O3"; did you mean "SC803"?\n'
    assert (wrong.code, wrong.out, wrong.err) == (2, "", expected)


@pytest.mark.parametrize(
    "words",
    [("--select", "SC4"), ("--ignore", "SC100"), ("--fail-on", "never")],
)
def test_no_choice_hides_that_a_file_cannot_be_read(folder: Path, words: tuple[str, str]) -> None:
    (folder / "gone.toml").symlink_to("nowhere")
    ran = checked(folder, *words)
    assert (ran.code, codes(ran)) == (2, ["SC100"])


def test_a_scorecard_may_ignore_a_code_and_must_say_why(folder: Path) -> None:
    path = write(folder / "an-phu.toml", ERROR)
    (code, *_) = codes(checked(path))
    write(path, f'{ERROR}[ignore]\n{code} = "printed so in the report"\n')
    assert code not in codes(checked(path))
    assert checked(path).code == 0
    write(path, f'{ERROR}[ignore]\n{code} = ""\n')
    assert checked(path).code == 1
    write(path, f'{CARD}[ignore]\nSC401 = "no longer there"\n')
    assert "SC902" in codes(checked(path))


def test_a_baseline_accepts_what_is_there_and_nothing_that_is_new(folder: Path) -> None:
    path, known = write(folder / "an-phu.toml", ERROR), folder / "known.json"
    words = ("--baseline", known)
    found = codes(checked(path))
    assert checked(path, *words).code == 2
    written = checked(path, *words, "--write-baseline")
    assert (written.code, codes(written)) == (0, [])
    assert json.loads(known.read_text("utf-8"))["findings"]
    write(path, "# a line more\n" + ERROR)
    ran = checked(path, *words, "--fail-on", "note")
    assert (ran.code, codes(ran)) == (0, [])
    write(path, ERROR + "dossiers_onlne = 7\n")
    ran = checked(path, *words)
    assert (ran.code, codes(ran)[0]) == (1, found[0])
    assert run("validate", path, "--write-baseline").err == (
        "scorecard: --write-baseline needs --baseline FILE, the file to write\n"
    )


def from_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes, *words: str | Path) -> Ran:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "ascii"))
    return checked(Path("-"), *words)


def test_one_file_may_come_from_standard_input(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran = from_stdin(monkeypatch, ERROR.encode())
    told = json.loads(ran.out)
    assert (ran.code, told["checked"], told["diagnostics"][0]["file"]) == (1, 1, "stdin.toml")
    name = folder / "districts" / "an-phu.toml"
    ran = from_stdin(monkeypatch, ERROR.encode(), "--stdin-filename", name)
    assert json.loads(ran.out)["diagnostics"][0]["file"] == name.as_posix()
    assert not name.parent.exists()


def test_a_framework_is_looked_up_beside_the_name_that_is_given(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cases = Path(__file__).parents[1] / "cases" / "valid"
    path = min(cases.glob("*.toml"))
    words = ("--stdin-filename", cases / "hue.toml")
    assert codes(from_stdin(monkeypatch, path.read_bytes(), *words)) == []
    # By itself it lies where the command runs.
    assert "SC308" in codes(from_stdin(monkeypatch, path.read_bytes()))


def test_standard_input_is_held_against_registers_as_a_file_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "bac-giang.toml"
    path.write_text(
        'format = 1\nframework = "mobilization"\nperiod = "2026"\n'
        '[unit]\nid = "bac-giang"\nname = "Bắc Giang"\nlevel = "province"\ncodes = { nso = "24" }\n'
        "[figures]\ndossiers_online = 90\n",
        "utf-8",
    )
    assert codes(checked(path)) == ["SC723", "SC901"]
    assert codes(from_stdin(monkeypatch, path.read_bytes())) == ["SC723", "SC901"]


def test_standard_input_may_be_no_larger_than_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    small = from_stdin(monkeypatch, b"#" * LARGEST)
    assert "SC107" not in codes(small)
    ran = from_stdin(monkeypatch, b"#" * (LARGEST + 1))
    assert (ran.code, codes(ran)) == (1, ["SC107"])
    assert "this file has more than 1048576 bytes; a scorecard has at most 1048576" in ran.out


class Broken(io.RawIOBase):
    def readable(self) -> bool:
        return True

    def readinto(self, _: object) -> int:
        raise OSError(5, "Input/output error")


class Terminal(io.TextIOWrapper):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("stream", "expected"),
    [
        (None, "standard input is closed"),
        (
            Terminal(io.BytesIO(), "utf-8"),
            "standard input is a terminal: give it a file, as in - < FILE",
        ),
        (
            io.TextIOWrapper(io.BufferedReader(Broken()), "utf-8"),
            "standard input cannot be read: Input/output error",
        ),
    ],
)
def test_a_standard_input_that_gives_nothing(
    monkeypatch: pytest.MonkeyPatch, stream: io.TextIOWrapper | None, expected: str
) -> None:
    monkeypatch.setattr(sys, "stdin", stream)
    ran = run("validate", "-")
    assert (ran.code, ran.out, ran.err) == (2, "", f"scorecard: {expected}\n")


def test_what_goes_with_no_standard_input(folder: Path) -> None:
    assert run("validate", "-", folder).err == (
        "scorecard: - stands for standard input, and goes with no other file\n"
    )
    assert run("validate", "-", "--watch").err == (
        "scorecard: --watch looks at files, and standard input is none\n"
    )


def test_forges_are_told_paths_from_the_root_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.toml").write_text("a = 1,5\n", "utf-8")
    monkeypatch.chdir(tmp_path / "data")
    for name in ("a.toml", "../data/a.toml", str(tmp_path / "data" / "a.toml")):
        told = run("validate", name, "-f", "github").out.splitlines()
        assert told[0].startswith("::error file=data/a.toml,line=1,")
        assert "::data/a.toml:1:5: SC103 " in told[0]
        assert told[-1] == "1 file checked: 1 error"
        (entry,) = json.loads(run("validate", name, "-f", "gitlab").out)
        assert entry["location"]["path"] == "data/a.toml"
        (log,) = json.loads(run("validate", name, "-f", "sarif").out)["runs"]
        place = log["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place == {"uri": "data/a.toml"}
    assert run("validate", "a.toml").out.splitlines()[1] == "  --> a.toml:1:5"
