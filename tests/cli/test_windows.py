"""What Windows does otherwise, as far as a stand-in can do it elsewhere."""

import io
import sys
from pathlib import Path

import pytest
from command import run

from scorecard.cli.app import main
from scorecard.i18n.language import speak
from scorecard.project import write

SCORECARDS = Path(__file__).parents[2] / "scorecards" / "mobilization"


def asked(line: str, word: str) -> str:
    asks = {"_SCORECARD_COMPLETE": "complete_powershell", "_TYPER_COMPLETE_ARGS": line}
    env = {**asks, "_TYPER_COMPLETE_WORD_TO_COMPLETE": word, "SCORECARD_DIR": str(SCORECARDS)}
    ran = run(env=env)
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_powershell_is_offered_words_and_left_to_complete_paths() -> None:
    assert asked("scorecard show cao-b", "cao-b") == "cao-bang::: \n"
    assert asked("scorecard compare --lang v", "v") == "vi::: \n"
    assert asked("scorecard show xyz", "xyz") in ("", "\n")
    assert asked("scorecard explain SC403", "SC403").startswith("SC403:::")


@pytest.mark.parametrize("page", ["cp437", "cp1258"])
def test_no_code_page_changes_a_byte(page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = ("show", "cao-bang", "--dir", str(SCORECARDS), "--lang", "vi")
    out, err = (io.TextIOWrapper(io.BytesIO(), page) for _ in range(2))
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(sys, "argv", ["scorecard", *words])
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    with pytest.raises(SystemExit):
        main()
    speak("en")
    assert isinstance(out.buffer, io.BytesIO)
    assert out.buffer.getvalue().decode() == run(*words).out


def test_a_file_that_excel_holds_open_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("Báo cáo 6 tháng")
    unit = ("--unit", "Nà Hỳ", "--level", "xã", "--period", "2026-H1")
    wrote = run("new", *unit, "--framework", "mobilization", "--dir", folder)
    assert (wrote.code, wrote.err) == (0, "")
    held = folder / "na-hy" / "2026-H1.toml"
    before = held.read_bytes()

    def replace(path: Path, _: Path) -> None:
        raise PermissionError(13, "Access is denied", str(path))

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(write, "WINDOWS", True)
    said = "it may be open in another program, such as Excel: close it there"
    ran = run("set", "Nà Hỳ", "dossiers_on_time=98", "--dir", folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith(f"scorecard: {held.as_posix()} cannot be written: {said}\n")
    ran = run("show", "Nà Hỳ", "--dir", folder, "-o", "x.csv")
    assert ran.err == f"scorecard: x.csv cannot be written: {said}\n"
    assert held.read_bytes() == before
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [held.name]
