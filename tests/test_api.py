"""The public Python API: the same answers as the command line, as rows."""

import json
import pickle
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from command import run

import scorecard

ROOT = Path(__file__).parents[1]
CAO_BANG = ROOT / "scorecards" / "mobilization" / "cao-bang" / "2021--2025.toml"


@pytest.fixture(scope="module")
def folder(several_frameworks: Path) -> scorecard.Folder:
    return scorecard.open_folder(several_frameworks)


def test_importing_costs_nothing_until_it_is_used() -> None:
    script = (
        "import sys; before = set(sys.modules); import scorecard;"
        "print(sorted(m for m in set(sys.modules) - before if m.startswith('scorecard')),"
        "'pydantic' in sys.modules, hasattr(scorecard, 'open_house'))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, cwd=ROOT)
    assert ran.stdout.decode() == "['scorecard', 'scorecard.version'] False False\n"


def test_a_folder_has_units_and_findings(folder: scorecard.Folder) -> None:
    assert len(folder.units) == 36
    assert folder.units[:3] == ["an-giang", "bac-ninh", "ca-mau"]
    assert [(item.code, item.line) for item in folder.findings] == [("SC703", 24)]
    (found,) = folder.findings.to_dicts()
    assert found["code"] == "SC703"
    assert "note[SC703]" in folder.findings._repr_html_()


def test_units_are_compared_as_by_the_command(folder: scorecard.Folder) -> None:
    rows = folder.compare().to_dicts()
    assert [row["unit"] for row in rows[:3]] == ["dong-thap", "dong-nai", "hai-phong"]
    assert [row["rank_best"] for row in rows[:3]] == [1, 2, 3]
    few = folder.compare("hue", "cao-bang", framework="decision-766")
    assert [(row["unit"], row["rank_best"]) for row in few.to_dicts()] == [
        ("hue", 8),
        ("cao-bang", 18),
    ]
    assert "<td>Cao Bang</td>" in few._repr_html_()


def test_figures_are_shown_with_the_numbers_of_the_command(
    folder: scorecard.Folder, several_frameworks: Path
) -> None:
    rows = {row["indicator"]: row for row in folder.show("nam-po").to_dicts()}
    shown = json.loads(run("show", "nam-po", "--dir", several_frameworks, "--format", "json").out)
    figures = {each["id"]: each for each in shown["units"][0]["figures"]}
    assert rows.keys() == figures.keys()
    low = figures["production_value_total"]["value"]["low"]
    assert rows["production_value_total"]["value_low"] == Fraction(Decimal(str(low)))


def test_what_is_not_there_is_named(folder: scorecard.Folder) -> None:
    with pytest.raises(scorecard.CannotRunError, match='no unit "hu" in this folder: did you mean'):
        folder.compare("hu")
    with pytest.raises(scorecard.CannotRunError, match="none of the 1 scorecards here is for 1999"):
        folder.show("nam-po", period="1999")
    with pytest.raises(scorecard.CannotRunError, match="there is no such file or folder"):
        scorecard.open_folder(ROOT / "nowhere")
    with pytest.raises(scorecard.CannotRunError, match="can be measured"):
        scorecard.open_folder(ROOT / "scorecard" / "frameworks").compare()


def test_files_are_validated_as_by_the_command(tmp_path: Path) -> None:
    assert scorecard.validate(CAO_BANG) == ()
    (tmp_path / "a.toml").write_text("format = 2\n", "utf-8")
    found = scorecard.validate([tmp_path, CAO_BANG], jobs=1)
    assert [(item.code, item.line, item.column) for item in found] == [("SC210", 1, 10)]


def test_figures_of_files_are_rows_that_pickle() -> None:
    rows = list(scorecard.figures([CAO_BANG]))
    assert rows == list(scorecard.figures(CAO_BANG))
    assert pickle.loads(pickle.dumps(rows)) == rows  # noqa: S301 - they are our own
    of_bytes = scorecard.figures_of(CAO_BANG.read_bytes(), CAO_BANG.as_posix())
    assert list(of_bytes) == rows
    assert of_bytes.to_dicts()[0]["unit"] == "cao-bang"
    assert pickle.loads(pickle.dumps(of_bytes)) == of_bytes  # noqa: S301 - they are our own


def test_a_file_that_cannot_be_measured_is_not_left_out_without_a_word() -> None:
    with pytest.raises(scorecard.UnreadableScorecardError, match=r"^hue\.toml:1:1: ") as raised:
        scorecard.figures_of(b"figures = 1", "hue.toml")
    assert [item.code for item in raised.value.findings][:2] == ["SC202", "SC202"]


def test_a_framework_has_no_figures() -> None:
    assert list(scorecard.figures(ROOT / "scorecard" / "frameworks" / "mobilization.toml")) == []
