"""`scorecard set`: figures changed in files, all else as it was."""

from pathlib import Path

import pytest
from command import Ran, run

HEAD = """# Hà Nội
format = 1
framework = "mobilization"
period = "2025"

[unit]
id = "ha-noi"
name = "Hà Nội"
level = "province"

[sources.report]
title = "Báo cáo"

"""
FIGURES = """[figures]
# Reform
dossiers_on_time = { value = 98.50, source = "report#p3" }  # as printed
dossiers_online  = { absent = "missing", why = "not said", source = "report#p8" }

par_index        = 90
"""
WHERE = "ha-noi.toml"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(WHERE).write_bytes((HEAD + FIGURES).encode())


def figures() -> str:
    text = Path(WHERE).read_bytes().decode()
    assert text.startswith(HEAD)
    return text.removeprefix(HEAD)


def set_(*words: str) -> Ran:
    return run("set", WHERE, *words)


CHANGES = [
    # what is set, what the line says then, and what is told of it
    ("dossiers_on_time=97", ("98.50", "97"), "dossiers_on_time: 98.50 → 97"),
    ("dossiers_on_time=>98", ("98.50", '">98"'), 'dossiers_on_time: 98.50 → ">98"'),
    ("dossiers_on_time=98,5 %", ("98.50", "98.5"), "dossiers_on_time: 98.50 → 98.5"),
    ("dossiers_on_time=12 trên 18", ("98.50", '"12/18"'), 'dossiers_on_time: 98.50 → "12/18"'),
    (
        "dossiers_on_time.note=hai",
        ('"report#p3" }', '"report#p3", note = "hai" }'),
        'dossiers_on_time.note: – → "hai"',
    ),
    (
        "dossiers_on_time.source=",
        (', source = "report#p3"', ""),
        'dossiers_on_time.source: "report#p3" → –',
    ),
    (
        "dossiers_on_time=missing",
        ("value = 98.50", 'absent = "missing"'),
        'dossiers_on_time: 98.50 → "missing"',
    ),
    (
        "dossiers_online=50",
        ('absent = "missing", why = "not said"', "value = 50"),
        'dossiers_online: "missing" → 50',
    ),
    (
        "dossiers_online=not-due",
        ('"missing"', '"not-due"'),
        'dossiers_online: "missing" → "not-due"',
    ),
    ("par_index=91.5", ("= 90", "= 91.5"), "par_index: 90 → 91.5"),
    ("par_index=missing", ("= 90", '= { absent = "missing" }'), 'par_index: 90 → "missing"'),
    (
        "par_index.source=report#p5",
        ("= 90", '= { value = 90, source = "report#p5" }'),
        'par_index.source: – → "report#p5"',
    ),
    ("par_index.target=95", ("= 90", "= { value = 90, target = 95 }"), "par_index.target: – → 95"),
    (
        "par_plan_completion=80",
        ("# Reform\n", "par_plan_completion = { value = 80 }\n# Reform\n"),
        "par_plan_completion: – → 80",
    ),
    (
        "papi=42",
        ("par_index        = 90\n", "par_index        = 90\npapi             = { value = 42 }\n"),
        "papi: – → 42",
    ),
]


@pytest.mark.parametrize(("word", "change", "told"), CHANGES)
def test_one_figure_changes_and_nothing_else(word: str, change: tuple[str, str], told: str) -> None:
    ran = set_(word)
    assert ran.code == 0
    assert ran.out == f"{WHERE}: {told}\nfigures set: 1; files changed: 1\n"
    assert figures() == FIGURES.replace(*change, 1)


BESIDE = [
    # what is set, what still stands beside the new value, and how to change that
    ("dossiers_on_time=97", 'source = "report#p3"', "source=…"),
    ("dossiers_on_time=missing", 'source = "report#p3"', "source=…"),
    ("par_index=91", 'source = "report" ([defaults])', "source=…"),
    (
        "papi=42",
        'claimed = { completion = 98 }, source = "report#p9", status = "final"',
        ("source=…", "status=…", "claimed="),
    ),
    ("papi=42 papi.source=report#p2 papi.status=", "claimed = { completion = 98 }", "claimed="),
    ("papi=42 papi.source= papi.status= papi.claimed=", "", ""),
    ("papi=41", "", ""),
    ("papi.note=x", "", ""),
    ("sipas=50", "", ""),
]


@pytest.mark.parametrize(("words", "beside", "ways"), BESIDE)
def test_what_still_stands_beside_a_new_value_is_said_with_how_to_change_it(
    words: str, beside: str, ways: str | tuple[str, ...]
) -> None:
    concluded = 'source = "report#p9", status = "final", claimed = { completion = 98 }'
    text = HEAD.replace("[unit]", '[defaults]\nsource = "report"\n\n[unit]') + FIGURES
    Path(WHERE).write_text(f"{text}papi = {{ value = 41, {concluded} }}\n", "utf-8")
    ran = set_(*words.split(), "--dry-run")
    assert ran.code == 0
    name = words.partition("=")[0]
    keys = [ways] if isinstance(ways, str) else ways
    said = (
        f"{name} has a new value, and beside it there still stands {beside}: what is not of the "
        "new value can be set, or with nothing behind = taken out, in the same command: "
    )
    typed = ", ".join(f"{name}.{key}" for key in keys)
    assert [line for line in ran.err.splitlines() if " has a new value" in line] == (
        [f"{said}{typed}"] if beside else []
    )


def test_what_stands_beside_the_new_values_of_many_is_said_once() -> None:
    Path("more").mkdir()
    for unit, place in (("ha-noi", "p3"), ("hue", "p4"), ("son-la", "p3")):
        text = (HEAD + FIGURES).replace("ha-noi", unit).replace("report#p3", f"report#{place}")
        Path(f"more/{unit}.toml").write_text(text, "utf-8")
    ran = run("set", "more", "dossiers_on_time=97", "--lang", "vi")
    assert ran.out.endswith("số liệu đã ghi: 3; tệp đã sửa: 3\n")
    assert ran.err == (
        'dossiers_on_time có giá trị mới, nhưng bên cạnh vẫn còn source = "report#p3", '
        'source = "report#p4": mục nào không thuộc về giá trị mới thì đặt lại, hoặc bỏ đi bằng '
        "cách để trống sau dấu =, ngay trong cùng lệnh: dossiers_on_time.source=…\n"
    )


def test_a_figure_is_added_as_the_others_are_written() -> None:
    Path(WHERE).write_bytes(f"{HEAD}[figures]\npapi = 42".replace("\n", "\r\n").encode())
    assert set_("sipas=80", "par_index=90").code == 0
    written = Path(WHERE).read_bytes().decode()
    assert written.endswith("[figures]\r\npar_index = 90\r\npapi = 42\r\nsipas = 80")


def test_a_bom_stays() -> None:
    Path(WHERE).write_bytes(b"\xef\xbb\xbf" + (HEAD + FIGURES).encode())
    assert set_("par_index=91").code == 0
    expected = HEAD + FIGURES.replace("= 90", "= 91")
    assert Path(WHERE).read_bytes() == b"\xef\xbb\xbf" + expected.encode()


def test_an_answer_is_understood() -> None:
    Path("framework.toml").write_text(FRAMEWORK, "utf-8")
    card = HEAD.replace('"mobilization"', '"framework.toml"')
    Path(WHERE).write_text(f"{card}[figures]\nopened = false\n", "utf-8")
    assert set_("opened=Có").out.startswith(f"{WHERE}: opened: false → true\n")


def test_a_value_is_set_as_a_report_words_it() -> None:
    unit = 'unit = "triệu đồng"\nkind = "flow"\n'
    Path("framework.toml").write_text(FRAMEWORK.partition("unit =")[0] + unit, "utf-8")
    card = HEAD.replace('"mobilization"', '"framework.toml"')
    Path(WHERE).write_text(f"{card}[figures]\nopened = 1\n", "utf-8")
    assert set_("opened=đạt 28,5 triệu").out.startswith(f"{WHERE}: opened: 1 → 28.5\n")
    assert set_("opened=xấp xỉ 30 triệu đồng").out.startswith(f'{WHERE}: opened: 28.5 → "~30"\n')
    said = (
        'scorecard: opened=khoảng 30-35: this states no quantity; a range does not say "about": '
        'write "30..35" if it is surely within that, else wider ends\n'
    )
    assert set_("opened=khoảng 30-35").err == said
    assert set_("opened=từ 30-35").out.startswith(f'{WHERE}: opened: "~30" → "30..35"\n')
    said = "scorecard: opened=5 tỷ: this states no quantity; write all digits of the number, in"
    assert set_("opened=5 tỷ").err.startswith(said)


def test_a_share_is_no_answer() -> None:
    Path("framework.toml").write_text(FRAMEWORK, "utf-8")
    card = HEAD.replace('"mobilization"', '"framework.toml"')
    Path(WHERE).write_text(f"{card}[figures]\nopened = true\n", "utf-8")
    said = "scorecard: opened=5%: this states no quantity; write true or false\n"
    assert set_("opened=5%").err == said


FRAMEWORK = """format = 1
id = "own"
edition = "1"
name = "Own"
basis = "none"
[[groups]]
id = "all_of_it"
name = "All"
[[indicators]]
id = "opened"
group = "all_of_it"
name = "Opened"
unit = "yes-no"
method = "yes-no"
kind = "rate"
"""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["dossiers_onlin=5"],
            'there is no indicator "dossiers_onlin": did you mean "dossiers_online"?',
        ),
        (["zzz=5"], 'there is no indicator "zzz": there is authorities_propaganda_share, '),
        (["papi.sorce=x"], 'a figure has no "sorce" to set: did you mean "source"?'),
        (["papi.zzz=x"], 'a figure has no "zzz" to set: give one of value, '),
        (
            ["papi.claimed=42"],
            "papi.claimed can only be taken out, with nothing behind =: what a source concludes ",
        ),
        (
            ["papi=1,250"],
            'papi=1,250: this states no quantity; write "1250", or "1.250" if the comma ',
        ),
        (
            ["inspection_teams=98%"],
            (
                "inspection_teams=98%: this states no quantity; this indicator counts: write the "
                'number, or how many of how many ("12/18")\n'
            ),
        ),
        (
            ["inspection_teams=98 đội"],
            'inspection_teams=98 đội: this states no quantity; write "98"\n',
        ),
        (
            ["papi=5%"],
            (
                "papi=5%: this states no quantity; this indicator is in points: write the value in "
                "that, as a number alone\n"
            ),
        ),
        (
            ["budget_revenue_total=khoảng 98 %"],
            (
                "budget_revenue_total=khoảng 98 %: this states no quantity; this indicator is in "
                "billion VND: write the value in that, as a number alone\n"
            ),
        ),
        (
            ["dossiers_on_time=98 hồ sơ"],
            "dossiers_on_time=98 hồ sơ: this states no quantity; this indicator is in %: write ",
        ),
        (
            ["papi="],
            (
                "papi=: this states no quantity; write missing, not-due or not-applicable where "
                "there is none\n"
            ),
        ),
        (
            ["papi=chưa có số liệu"],
            "papi=chưa có số liệu: this states no quantity; write missing, not-due or ",
        ),
        (
            ["papi.target=-"],
            "papi.target=-: this states no quantity; leave nothing behind =, to",
        ),
        ([], "give units or files, and what to set: set cao-bang papi=42.5"),
    ],
)
def test_what_cannot_be_set_is_told(words: list[str], said: str) -> None:
    ran = set_(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"scorecard: {said}")
    assert figures() == FIGURES


def test_what_is_not_there_cannot_be_taken_out() -> None:
    ran = set_("par_index.target=")
    assert ran.out == f"{WHERE}: par_index.target: – → –\nfigures set: 1; files changed: 0\n"
    assert figures() == FIGURES


def test_a_table_of_its_own_is_told_as_one() -> None:
    dotted = 'value = 5\nnote.vi = "a"\nnote.en = "b"\n'
    Path(WHERE).write_text(f"{HEAD}[figures.par_index]\n{dotted}", "utf-8")
    ran = set_("par_index.note=")
    assert ran.out.splitlines()[0] == f"{WHERE}: par_index.note: {{ … }} → –"
    assert figures() == "[figures.par_index]\nvalue = 5\n"


def test_new_errors_refuse_the_write_and_are_said() -> None:
    ran = set_("dossiers_on_time=120")
    assert (ran.code, ran.out) == (1, "")
    assert 'error[SC403]: 120 is outside the limits of "dossiers_on_time", 0 to 100' in ran.err
    assert ran.err.endswith(
        "scorecard: nothing is written, as the figures would have these errors\n"
    )
    assert figures() == FIGURES


def test_an_error_that_was_there_refuses_nothing() -> None:
    Path(WHERE).write_text(HEAD + FIGURES.replace("98.50", "120"), "utf-8")
    ran = set_("par_index=91")
    assert (ran.code, ran.err) == (0, "")


def test_new_warnings_are_shown_and_written() -> None:
    ran = set_("dossiers_online=50", "dossiers_online.source=")
    assert ran.code == 0
    assert 'warning[SC901]: "dossiers_online" has no source' in ran.err
    assert "value = 50" in figures()


def test_a_dot_between_thousands_is_told_where_the_target_shows_it() -> None:
    ran = set_("land_donated_m2=4.651", "land_donated_m2.target=5200")
    assert ran.code == 0
    assert 'warning[SC710]: "land_donated_m2" is 4.651, but the target is 5200' in ran.err
    assert "= help: if 4651 is meant, write that; if not, check the unit" in ran.err


def test_a_dry_run_shows_the_difference() -> None:
    ran = set_("par_index=91", "--dry-run")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"--- {WHERE}\n+++ {WHERE}\n@@ -16,4 +16,4 @@\n"
        ' dossiers_on_time = { value = 98.50, source = "report#p3" }  # as printed\n'
        ' dossiers_online  = { absent = "missing", why = "not said", source = "report#p8" }\n'
        " \n-par_index        = 90\n+par_index        = 91\n"
    )
    assert figures() == FIGURES


def test_a_file_that_cannot_be_read_is_named() -> None:
    Path(WHERE).write_text("format = ", "utf-8")
    ran = set_("papi=5")
    assert (ran.code, ran.err) == (
        2,
        f"scorecard: {WHERE} cannot be read: see scorecard validate {WHERE}\n",
    )


def test_a_file_that_cannot_be_changed_so_is_left() -> None:
    table = '\n[figures.par_index]\nvalue = 5\n[figures.par_index.why]\nvi = "a"\n'
    Path(WHERE).write_text(HEAD + table, "utf-8")
    ran = set_("par_index.why=")
    assert ran.err == "scorecard: figures.par_index.why is a table of its own: delete it by hand\n"
    assert figures() == table


def test_what_is_no_scorecard_has_no_figures() -> None:
    Path("framework.toml").write_text(FRAMEWORK, "utf-8")
    ran = run("set", "framework.toml", "opened=yes")
    assert (ran.code, ran.err) == (2, "scorecard: there is no scorecard in what is named\n")


def two_frameworks() -> None:
    folder = Path("scorecards")
    folder.mkdir()
    (folder / "a.toml").write_text(HEAD + FIGURES, "utf-8")
    card = HEAD.replace("mobilization", "decision-766") + "[figures]\npublicity_points = 9\n"
    (folder / "b.toml").write_text(card, "utf-8")


def test_a_unit_is_changed_under_the_framework_that_has_the_indicator() -> None:
    two_frameworks()
    ran = run("set", "ha-noi", "par_index=91", "par_index.note=x")
    assert ran.out.endswith('a.toml: par_index.note: – → "x"\nfigures set: 2; files changed: 1\n')
    ran = run("set", "ha-noi@2025", "publicity_points=10", "--lang", "vi")
    assert "publicity_points" in ran.err
    ran = run("set", "ha-noi", "publicity_points=10", "--lang", "vi")
    assert ran.out == (
        "scorecards/b.toml: publicity_points: 9 → 10\nsố liệu đã ghi: 1; tệp đã sửa: 1\n"
    )


def test_a_unit_under_no_framework_with_all_of_them() -> None:
    two_frameworks()
    ran = run("set", "ha-noi", "par_index=91", "publicity_points=10")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no indicator" in ran.err


def test_several_files_are_written_together_or_not_at_all() -> None:
    two_frameworks()
    before = Path("scorecards/a.toml").read_bytes()
    ran = run("set", "scorecards/a.toml", "scorecards/b.toml", "par_index=91")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith('scorecard: there is no indicator "par_index"')
    assert Path("scorecards/a.toml").read_bytes() == before


def test_a_file_that_changes_meanwhile_is_not_written_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scorecard.cli.set.read", lambda _: b"other")
    said = f"scorecard: {WHERE} has changed since it was read: try again\n"
    assert set_("par_index=91").err == said
