"""Names as people say them, wherever a unit, an indicator or a level is given."""

from pathlib import Path

import pytest
from command import run

FRAMEWORK = """format = 1
id = "plan"
edition = "2026"
name = "Plan"
basis = "Decision 1"
[[groups]]
id = "g"
name = { vi = "Nhóm đường", en = "Roads" }
[[indicators]]
id = "x"
group = "g"
name = { vi = "Đường giao thông", en = "Roads built" }
unit = "count"
kind = "flow"
target = 10
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of five communes, of which two have one name."""
    monkeypatch.chdir(tmp_path)
    put = tmp_path / "scorecards"
    put.mkdir()
    (tmp_path / "framework.toml").write_text(FRAMEWORK, "utf-8")
    names = {"p-1": "Phường 1", "p-10": "Phường 10", "p-2": "Phường 2"}
    for id_, name in {**names, "a": "Hòa An", "b": "Hoà An"}.items():
        (put / f"{id_}.toml").write_text(
            'format = 1\nframework = "../framework.toml"\nperiod = "2026"\n'
            f'unit = {{ id = "{id_}", name = "{name}", level = "commune" }}\nfigures.x = 5\n',
            "utf-8",
        )
    return put


@pytest.mark.parametrize("order", ["rank", "unit", "Nhóm đường", "duong giao thong", "x"])
def test_wards_stand_in_natural_order(order: str, folder: Path) -> None:
    ran = run("compare", folder, "--sort", order, "--level", "phường", "-f", "csv")
    rows = [line.split(",")[4:6] for line in ran.out.splitlines()[1:]]
    assert [name for _, name in rows] == ["Hoà An", "Hòa An", "Phường 1", "Phường 2", "Phường 10"]


@pytest.mark.usefixtures("folder")
def test_each_command_knows_a_unit_by_its_name() -> None:
    assert run("show", "phuong 2").out.startswith("Phường 2 · commune · 2026\n")
    assert run("explain", "PHƯỜNG 2", "Đường giao thông").code == 0
    assert run("show", "Phường 2@2026").code == 0
    told = run("show", "phường 2", "--what-if", "Phường 2:roads built=9").out
    assert told.startswith("Note: WHAT IF p-2: x = 9: ")
    ran = run("set", "Phường 2", "Đường giao thông=7", "Roads built.note=Mới")
    assert ran.out.startswith("scorecards/p-2.toml: x: 5 → 7\nscorecards/p-2.toml: x.note: ")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["show", "Hòa An"], '"Hòa An" may be each of a, b: give one of these ids'),
        (["show", "Phường 3"], 'there is no file, folder or unit "Phường 3": did you mean "P'),
        (["show", "Phường 2@2025"], '"p-2" has no scorecard for 2025; it has 2026'),
        (["compare", "--level", "hành tinh"], "Invalid value for '--level': levels are nation, "),
        (
            ["compare", "--level", "planet", "--lang", "vi"],
            "giá trị của '--level' không hợp lệ: các cấp là quốc gia, vùng, cấp tỉnh, cấp huyện, ",
        ),
        (["compare", "--sort", "Đường"], 'there is nothing to sort by named "Đường": '),
        (["set", "Phường 2", "Cầu=7"], 'there is no indicator "Cầu": there is x'),
        (["show", "\x1b[31mx"], 'there is no file, folder or unit "\\u001b[31mx"'),
    ],
)
def test_what_is_not_known_is_told(words: list[str], said: str, folder: Path) -> None:
    ran = run(*words, "--dir", folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"scorecard: {said}")


def test_a_misspelt_name_is_told_with_the_nearest_whatever_its_marks(folder: Path) -> None:
    (folder / "p-1.toml").write_text(
        'format = 1\nframework = "../framework.toml"\nperiod = "2026"\n'
        'unit = { id = "na-hy", name = "Xã Nà Hỳ", level = "commune" }\nfigures.x = 5\n',
        "utf-8",
    )
    said = 'scorecard: there is no file, folder or unit "Nà Hì": did you mean "na-hy"?\n'
    for words in (["set", "Nà Hì", "x=1"], ["show", "Nà Hì"], ["explain", "Nà Hì", "x"]):
        assert run(*words).err == said
    ran = run("compare", "--what-if", "Nà Hì:x=1")
    assert ran.err.endswith('no unit "Nà Hì" among those shown; did you mean "na-hy"?\n')


@pytest.mark.usefixtures("folder")
def test_a_folder_where_units_are_looked_up_is_known_by_its_name() -> None:
    inside = Path("scorecards/mountains")
    inside.mkdir()
    for name in ("a.toml", "b.toml"):
        text = Path("scorecards", name).read_text("utf-8").replace('"../', '"../../')
        (inside / name).write_text(text.replace('id = "', 'id = "up-'), "utf-8")
    ran = run("compare", "mountains", "-f", "csv")
    assert {line.split(",")[4] for line in ran.out.splitlines()[1:]} == {"up-a", "up-b"}
    assert run("show", "mountains", "p-1", "-f", "json").out.count('"period": "2026"') == 3
    said = 'there is no file, folder or unit "mountain": did you mean "mountains"?'
    assert run("compare", "mountain").err == f"scorecard: {said}\n"
    # A unit goes before a folder of its name.
    inside.rename("scorecards/a")
    ran = run("compare", "a", "-f", "csv")
    assert [line.split(",")[4] for line in ran.out.splitlines()[1:]] == ["a"]
