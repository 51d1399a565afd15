"""`scorecard validate --fix`: what is surely a slip is mended, and nothing else."""

from pathlib import Path

import pytest
from command import run
from hypothesis import given
from hypothesis import strategies as st

from scorecard.i18n.rules import rules
from scorecard.project.frameworks import Frameworks
from scorecard.project.mending import mended
from scorecard.toml.data import parse

HEAD = """format = 1
framework = "mobilization"
period = "2025"
[unit]
id = "ha-noi"
name = "Hà Nội"
level = "province"
[sources.bao-cao]
title = "Báo cáo"
[defaults]
source = "bao-cao"
[figures]
"""


def fixed(text: str, name: str = "card.toml") -> str:
    """Return a text with its mends; mended once more it must stay as it is."""
    once = mended(text.encode(), name, Frameworks(), rules())
    assert mended(once, name, Frameworks(), rules()) == once
    return once.decode()


MENDED = [
    # How reports and keyboards write a quantity, in quotes and without.
    ("households_housing_support = gần 20.000", 'households_housing_support = "<~20000"'),
    ('households_housing_support = "gần 20.000"', 'households_housing_support = "<~20000"'),
    ("dossiers_online = 98%", "dossiers_online = 98"),
    ('dossiers_online = "98,5 %" # c', "dossiers_online = 98.5 # c"),
    ("congress_targets_met = 12 trên 18", 'congress_targets_met = "12/18"'),
    ("congress_targets_met = { value = 12/18 }", 'congress_targets_met = { value = "12/18" }'),
    ("budget_revenue_total = 1.250,5", "budget_revenue_total = 1250.5"),
    ("budget_revenue_total = 1.250.000", "budget_revenue_total = 1250000"),
    (
        "dossiers_online = { value = 98,3 %, note = 'c' }\ndossiers_on_time = { value = 3,5% }",
        "dossiers_online = { value = 98.3, note = 'c' }\ndossiers_on_time = { value = 3.5 }",
    ),
    ("par_index = { b% = 1, value = 98,3% }", 'par_index = { b% = 1, value = "98,3%" }'),
    ("par_index = 98,25", "par_index = 98.25"),
    ("par_index = >98", 'par_index = ">98"'),
    ('par_index = "trên 98"', 'par_index = ">98"'),
    ('par_index = "90 trở lên"', 'par_index = ">=90"'),
    ('par_index = "từ 6,6 đến 6,8"', 'par_index = "6.6..6.8"'),
    ("par_index = { value = 5, target = ≥90 }", 'par_index = { value = 5, target = ">=90" }'),
    ("dossiers_online = đạt 98,5%", "dossiers_online = 98.5"),
    ('dossiers_online = "từ 18-20%"', 'dossiers_online = "18..20"'),
    # Curly quotes.
    ("par_index = { value = 5, note = “hai” }", 'par_index = { value = 5, note = "hai" }'),
    ("par_index = { value = 5, note = “a #b” }", 'par_index = { value = 5, note = "a #b" }'),
    (
        "par_index = { value = 5, note = “a #b” }\npapi = 4",
        'par_index = { value = 5, note = "a #b" }\npapi = 4',
    ),
    ('par_index = { value = 5, note = "hai” }', 'par_index = { value = 5, note = "hai" }'),
    # Keys with one slip in them.
    ("par_index = { vlaue = 5 }", "par_index = { value = 5 }"),
    ("par_indx = 5", "par_index = 5"),
    ("dossiers-on-time = 5", "dossiers-on-time = 5"),
    (
        "[figures.papi]\nvalue = 5\nsorce = 'bao-cao'",
        "[figures.papi]\nvalue = 5\nsource = 'bao-cao'",
    ),
]


@pytest.mark.parametrize(("line", "right"), MENDED)
def test_what_is_sure_is_mended(line: str, right: str) -> None:
    assert fixed(f"{HEAD}{line}\n") == f"{HEAD}{right}\n"


UNSURE = [
    "par_index = 1.250",
    "par_index = 1,250",
    'par_index = "1,250"',
    "par_index = 1.250%",
    'par_index = "nearly 20,000"',
    'par_index = "over 1.250"',
    'par_index = "6-8"',
    'par_index = "5 triệu"',
    'par_index = "98% hộ"',
    'par_index = "trên 0.500"',
    'households_housing_support = "98%"',
    "par_index = { value = 5, note = 12 trên 18 }",
    "par_index = { value = 5, note.vi = gần 20.000 }",
    "par_index = { value = 5, claimed = { points = 80% } }",
    "par_index = 007",
    "par_index = 21/11/2025",
    "par_index = abc",
    "par_index = { value = [1,250%] }",
    'par_index = { value = 5, note = “say "no"” }',
    "par_index_2025 = 5",
    "households_without_housing_support = 5",
    "par_index = { value = 5, vlaue = 6 }",
    "par_index = { absent = missing }",
    'papi = { value = 5, source = "bao_cao_2" }',
]


@pytest.mark.parametrize("line", UNSURE)
def test_what_is_not_sure_stays(line: str) -> None:
    assert fixed(f"{HEAD}{line}\n") == f"{HEAD}{line}\n"


def test_ids_with_the_other_sign_are_mended_with_what_refers_to_them() -> None:
    text = HEAD.replace("ha-noi", "ha_noi").replace("bao-cao", "bao_cao")
    text += 'papi = { value = 42, source = "bao_cao#p3" }\n'
    right = HEAD + 'papi = { value = 42, source = "bao-cao#p3" }\n'
    assert fixed(text) == right


def test_a_unit_of_measure_behind_a_number_goes_where_it_only_repeats() -> None:
    text = (
        'format = 1\nid = "own"\nedition = "1"\nname = "X"\nbasis = "X"\n[[groups]]\nid = "g"\n'
        'name = "G"\n[[indicators]]\nid = "i"\ngroup = "g"\nname = "I"\nunit = "triệu đồng"\n'
        'target = 28,5 triệu\n[[indicators]]\nid = "j"\ngroup = "g"\nname = "J"\n'
        'unit = "tỷ đồng"\ntarget = "28,5 triệu"\npoints = 5 điểm\n'
    )
    right = text.replace("28,5 triệu", "28.5", 1)
    assert fixed(right) == right
    whole = text.replace("5 điểm", "5")
    assert fixed(whole) == right.replace("5 điểm", "5")


def test_a_byte_order_mark_inside_is_taken_out_and_one_at_the_start_stays() -> None:
    assert fixed(f"\ufeff{HEAD}papi = 42\n") == f"\ufeff{HEAD}papi = 42\n"
    assert fixed(f"\ufeff\ufeff{HEAD}papi\ufeff = 42\n") == f"\ufeff{HEAD}papi = 42\n"
    hidden = f"{HEAD}papi = {{ value = 42, note = 'a\u200bb' }}\n"
    assert fixed(hidden) == hidden


def test_line_ends_stay() -> None:
    text = f"{HEAD}papi = >4\npar_indx = 5".replace("\n", "\r\n")
    assert fixed(text) == text.replace("= >4", '= ">4"').replace("indx", "index")


def test_many_slips_are_all_mended() -> None:
    names = [f"a{number}" for number in range(30)]
    text = HEAD + "".join(f"{name} = 1.250,{number}\n" for number, name in enumerate(names))
    assert fixed(text) == text.replace("1.250,", "1250.")


def test_a_framework_is_mended() -> None:
    text = (
        'format = 1\nid = "my_own"\nedition = "1"\nname = "X"\nbasis = "X"\n'
        '[[groups]]\nid = "g-g"\n'
        'name = "G"\n[[indicators]]\nid = "i"\ngroup = "g_g"\nname = "I"\nunit = "percent"\n'
        'kind = "rate"\ntarget = "95%"\n[[indicators]]\nid = "j"\ngroup = "g_g"\nname = "J"\n'
        'unit = "count"\ntarget = "95%"\n'
    )
    right = text.replace("my_own", "my-own").replace("g-g", "g_g").replace('"95%"', "95", 1)
    assert fixed(text) == right


@pytest.mark.parametrize("data", [b"", b"\xff\xfea\0=\0", b"a = \xe9\n", b"\xef\xbb\xbf"])
def test_what_is_no_text_stays(data: bytes) -> None:
    assert mended(data, "card.toml", Frameworks(), rules()) == data


def test_only_findings_that_are_asked_for_are_mended() -> None:
    text = f"{HEAD}papi = {{ vlaue = 4 }}\npar_index = '90%'\n"
    assert mended(text.encode(), "card.toml", Frameworks(), {"SC201"}).decode() == text.replace(
        "vlaue", "value"
    )


@given(st.lists(st.sampled_from([*(line for line, _ in MENDED), *UNSURE, "", "# c"]), max_size=4))
def test_once_is_enough_and_a_text_without_findings_stays(lines: list[str]) -> None:
    text = HEAD + "".join(f"{line}\n" for line in lines)
    better = fixed(text)
    if isinstance(parse(text), dict):
        assert isinstance(parse(better), dict)
    assert [line for line in better.splitlines() if line in ("", "# c")] == [
        line for line in text.splitlines() if line in ("", "# c")
    ]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.toml").write_text(f"{HEAD}papi = 42,5\n", "utf-8")
    (tmp_path / "b.toml").write_text(f"{HEAD.replace('ha-noi', 'hue')}papi = 1,250\n", "utf-8")
    return tmp_path


def test_what_remains_is_told_and_decides_the_exit_code(folder: Path) -> None:
    ran = run("validate", ".", "--fix")
    assert (ran.code, ran.err) == (1, "mended: a.toml\n")
    assert ran.out.startswith(
        "error[SC103]: this is not TOML: 1,250 has a comma\n  --> b.toml:13:8\n"
    )
    assert (folder / "a.toml").read_text("utf-8") == f"{HEAD}papi = 42.5\n"
    again = run("validate", ".", "--fix")
    assert (again.code, again.out, again.err) == (1, ran.out, "")


def test_the_difference_is_shown_and_nothing_written(folder: Path) -> None:
    ran = run("validate", ".", "--diff")
    assert (ran.code, ran.err) == (1, "")
    assert ran.out.endswith(
        '@@ -10,4 +10,4 @@\n [defaults]\n source = "bao-cao"\n [figures]\n'
        "-papi = 42,5\n+papi = 42.5\n"
    )
    assert run("validate", "b.toml", "--diff", "--fail-on", "never").code == 0
    assert (folder / "a.toml").read_text("utf-8") == f"{HEAD}papi = 42,5\n"
    assert run("validate", ".", "--fix", "--diff", "-o", "d.diff").out == ""
    assert (folder / "d.diff").read_text("utf-8") == ran.out


@pytest.mark.parametrize("words", [["--fix", "--watch"], ["--diff", "-"]])
def test_only_files_are_mended_and_once(folder: Path, words: list[str]) -> None:
    ran = run("validate", *words)
    said = "scorecard: --fix and --diff are for files, once: not for --watch or -\n"
    assert (ran.code, ran.out, ran.err) == (2, "", said)
    assert folder.is_dir()


def test_files_that_cannot_be_read_are_told(folder: Path) -> None:
    (folder / "c.toml").symlink_to(folder / "nowhere.toml")
    ran = run("validate", "c.toml", "--fix")
    assert (ran.code, ran.out.partition(":")[0]) == (2, "error[SC100]")
