"""A unit over two periods, and a unit that no file of the folder is of."""

from pathlib import Path

from command import run

CARD = """format = 1
framework = "mobilization"
period = "{period}"
sources = {{ r = {{ title = "R" }} }}

[unit]
id = "hue"
name = "Hue"
level = "province"

[figures]
dossiers_on_time = {{ value = {value}, source = "r" }}
"""


def test_what_has_changed_since_the_last_period_is_shown(tmp_path: Path) -> None:
    for period, value in (("2024", "90.5"), ("2025", "92.9")):
        (tmp_path / f"{period}.toml").write_text(CARD.format(period=period, value=value), "utf-8")
    ran = run("show", "hue", "--dir", tmp_path, env={"COLUMNS": "120"})
    assert (ran.code, ran.err) == (0, "")
    (row,) = (line for line in ran.out.splitlines() if line.startswith("Dossiers settled on time"))
    assert "▲ 2.4" in row
    (missing, *_) = (line for line in ran.out.splitlines() if " missing " in line)
    assert "▲" not in missing


def test_a_unit_may_be_in_one_of_the_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text(CARD.format(period="2025", value="90.5"), "utf-8")
    (tmp_path / "b.toml").write_text("format = ", "utf-8")
    ran = run("show", "huee", "--dir", tmp_path)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        'scorecard: there is no file, folder or unit "huee": did you mean "hue"?; '
        "1 of the files cannot be read: see scorecard validate\n"
    )
