"""Files checked together: what a file leaves out, it leaves out of what others bring to light."""

from pathlib import Path

import pytest

from scorecard.project import checking
from scorecard.project.checking import check

CARD = """format = 1
framework = "mobilization"
period = "2025"
unit = { id = "hue", name = "Huế", level = "province" }
sources = { report = { title = "Report" } }
figures = { dossiers_on_time = { value = 90, source = "report" } }
"""


def found(folder: Path, more: str) -> list[str]:
    for name, text in (("a", CARD), ("b", CARD + more)):
        (folder / f"{name}.toml").write_text(text, "utf-8")
    names = [(folder / f"{name}.toml").as_posix() for name in "ab"]
    steps: list[int] = []
    checked = check(names, steps.append)
    assert (steps, dict(checked.used)) == ([2], {})
    return [f"{Path(item.file).name} {item.code}" for item in checked.diagnostics]


def test_what_only_several_files_get_wrong_can_be_left_out(tmp_path: Path) -> None:
    assert found(tmp_path, "") == ["b.toml SC701"]
    assert found(tmp_path, '[ignore]\nSC701 = "the same, sent twice"\n') == []
    assert found(tmp_path, '[ignore]\nSC403 = "not here"\n') == ["b.toml SC701", "b.toml SC902"]


def test_what_another_process_finds_in_series_is_told_in_the_same_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for year, value in ((2023, 9), (2024, 90), (2025, 9)):
        text = CARD.replace('"2025"', f'"{year}"').replace("= 90", f"= {value}")
        (tmp_path / f"hue-{year}.toml").write_text(text, "utf-8")
    names = sorted(path.as_posix() for path in tmp_path.iterdir())
    expected = check(names, lambda _: None).diagnostics
    assert [item.code for item in expected] == ["SC710"]
    monkeypatch.setattr(checking, "MANY", 1)
    assert check(names, lambda _: None, jobs=2).diagnostics == expected
