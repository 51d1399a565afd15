"""`scorecard new`: files to begin with, and nothing written over."""

import sys
from io import StringIO
from pathlib import Path

import pytest
from command import Ran, run

from scorecard.i18n import Words
from scorecard.i18n.language import LANGUAGES, Language
from scorecard.model.level import LEVELS
from scorecard.model.levels import level_meant
from scorecard.project import starting
from scorecard.project.frameworks import bundled_frameworks

COMMON = ("--framework", "decision-766", "--level", "province", "--period", "2026-01/2026-09")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "stdin", StringIO())


def files() -> list[str]:
    return sorted(path.as_posix() for path in Path().rglob("*") if path.is_file())


def test_a_scorecard_has_every_indicator_as_missing() -> None:
    ran = run("new", "--unit", "Thành phố Huế", *COMMON, "--parent", "viet-nam")
    place = "scorecards/hue/2026-01--2026-09.toml"
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == (
        f"{place}\nNext: write the figures into the file, or scorecard set {place} "
        f"INDICATOR=VALUE; then scorecard validate {place}\n"
    )
    assert Path(place).read_text("utf-8").partition("\n")[2] == (
        'format = 1\nframework = "decision-766"\nperiod = "2026-01/2026-09"\n\n'
        '[unit]\nid = "hue"\nname = "Thành phố Huế"\nlevel = "province"\nparent = "viet-nam"\n\n'
        "# The documents that the figures are from: take away the # and fill them in.\n"
        '# [sources.report]\n# title = "…"\n# published = 2026-07-15\n\n[figures]\n'
        "# Publicity and transparency\n"
        'publicity_points       = { absent = "missing" }'
        "  # Publicity and transparency: points, scale up to 18\n\n"
        "# Processing on time\n"
        'on_time_points         = { absent = "missing" }'
        "  # Processing on time: points, scale up to 20\n\n"
        "# Online service provision\n"
        'online_services_points = { absent = "missing" }'
        "  # Online service provision: points, scale up to 12\n\n"
        "# Online payment\n"
        'online_payment_points  = { absent = "missing" }'
        "  # Online payment: points, scale up to 10\n\n"
        "# Digitisation of dossiers\n"
        'digitisation_points    = { absent = "missing" }'
        "  # Digitisation of dossiers: points, scale up to 22\n\n"
        "# Satisfaction\n"
        'satisfaction_points    = { absent = "missing" }  # Satisfaction: points, scale up to 18\n'
    )
    assert run("validate").out == "1 file checked: no findings\n"


@pytest.mark.parametrize("name", bundled_frameworks())
@pytest.mark.parametrize("level", ["province", "commune"])
def test_validate_takes_a_scorecard_under_every_framework(name: str, level: str) -> None:
    words = ["new", "--unit", "Xã Nà Hỳ", "--level", level, "--period", "2026-H1"]
    assert run(*words, "--framework", name, "--lang", "vi").code == 0
    assert run("validate", "--fail-on", "warning").code == 0
    text = Path("scorecards/na-hy/2026-H1.toml").read_text("utf-8")
    assert text.startswith('# Thay { absent = "missing" } bằng số liệu')


def test_several_units_in_one_folder() -> None:
    units = ["--unit", "Xã Nà Hỳ", "--unit", "Phường 2", "--unit", "dao=Đảo Trần"]
    ran = run("new", *units, *COMMON, "-o", "My folder")
    assert files() == [
        f"My folder/{unit}/2026-01--2026-09.toml" for unit in ("dao", "na-hy", "phuong-2")
    ]
    assert ran.out.endswith("then scorecard validate 'My folder'\n")


def test_one_file_that_is_named() -> None:
    assert run("new", "--unit", "Huế", *COMMON, "-o", "x/hue.toml").code == 0
    assert files() == ["x/hue.toml"]


def test_a_framework_of_ones_own_is_named_from_where_the_scorecard_is() -> None:
    assert run("new", "framework").out.startswith("framework.toml\nNext: change it to what ")
    assert run("validate", "framework.toml").out == "1 file checked: no findings\n"
    words = ["new", "--unit", "Huế", "--level", "province", "--period", "2026"]
    assert run(*words, "--framework", "framework.toml").code == 0
    text = Path("scorecards/hue/2026.toml").read_text("utf-8")
    assert '\nframework = "../../framework.toml"\n' in text
    assert text.endswith("  # Houses built: count, own target: add target = …\n")
    assert run(*words, "--framework", "framework.toml", "-o", "hue.toml").code == 0
    assert '\nframework = "framework.toml"\n' in Path("hue.toml").read_text("utf-8")
    assert run("validate", "scorecards", "hue.toml", "--select", "SC3").code == 0


def test_a_bundled_framework_is_copied() -> None:
    assert run("new", "framework", "--framework", "decision-766", "-o", "own.toml").code == 0
    text = Path("own.toml").read_text("utf-8")
    assert text.startswith("# The six groups")
    assert run("validate", "own.toml").code == 0
    ran = run("new", "framework", "--framework", "mobilisation", "-o", "b.toml")
    said = 'there is no bundled framework "mobilisation": did you mean "mobilization"?\n'
    assert (ran.code, ran.err) == (2, f"scorecard: {said}")
    ran = run("new", "framework", "--framework", "zzz", "-o", "b.toml")
    assert ran.err.endswith(f'"zzz": the bundled ones are {", ".join(bundled_frameworks())}\n')


@pytest.mark.parametrize("installed", [True, False])
def test_the_example_is_ready_to_be_compared(
    installed: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if installed:
        # A wheel has it beside the frameworks.
        folder = tmp_path / "elsewhere" / "example"
        folder.parent.mkdir()
        folder.symlink_to(starting.EXAMPLES[1])
        monkeypatch.setattr(starting, "EXAMPLES", (folder, tmp_path / "nowhere"))
    ran = run("new", "example", "-o", "try")
    assert ran.code == 0
    assert ran.out.splitlines()[-3:] == [
        "try/decision-766/gia-lai/2026-01--2026-09.toml",
        "… (34)",
        "Next: scorecard compare try",
    ]
    assert len(list(Path("try").rglob("*.toml"))) == 34
    assert run("validate", "try").code == 0
    assert "Rank of" in run("compare", "try").out


def test_no_file_is_written_over() -> None:
    Path("scorecards/hue").mkdir(parents=True)
    place = Path("scorecards/hue/2026-01--2026-09.toml")
    place.write_text("mine", "utf-8")
    ran = run("new", "--unit", "Lai Châu", "--unit", "Huế", *COMMON)
    said = f"scorecard: {place.as_posix()} is there already, and is not written over\n"
    assert (ran.code, ran.out, ran.err) == (2, "", said)
    assert files() == [place.as_posix()]
    assert place.read_text("utf-8") == "mine"


def without(option: str) -> Ran:
    words = ["--unit", "Huế", *COMMON]
    at = words.index(option)
    return run("new", *words[:at], *words[at + 2 :])


@pytest.mark.parametrize("option", ["--unit", "--framework", "--level", "--period"])
def test_what_is_needed_is_named_where_nobody_can_be_asked(option: str) -> None:
    ran = without(option)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"scorecard: {option} is needed: ")
    assert files() == []


LEVELS_SPOKEN = "quốc gia, vùng, cấp tỉnh, cấp huyện, cấp xã, thôn, xóm, cơ quan"
PERIODS_SPOKEN = "2025, 2025-H1, 2025-Q2, 2025-06, 2021/2025, 2026-01/2026-09 hoặc XXXX-H1"


class Keyboard(StringIO):
    """What is typed on a terminal."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_it_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard("decision-766\nXã Nà Hỳ\ncommune\n2026-H1\n"))
    ran = run("new", "--lang", "vi")
    assert ran.code == 0
    assert ran.err == (
        f"khung chỉ tiêu ({', '.join(bundled_frameworks())}, hoặc đường dẫn tới tệp .toml):"
        f"tên đơn vị, ví dụ Xã Nà Hỳ:cấp ({LEVELS_SPOKEN}):kỳ (2026, 2026-H1, 2026-Q2, 2026-06):"
    )
    assert files() == ["scorecards/na-hy/2026-H1.toml"]


def test_a_wrong_answer_is_told_and_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    frameworks = ", ".join(bundled_frameworks())
    framework = f"khung chỉ tiêu ({frameworks}, hoặc đường dẫn tới tệp .toml):"
    unit = "tên đơn vị, ví dụ Xã Nà Hỳ:"
    level = f"cấp ({LEVELS_SPOKEN}):"
    period = "kỳ (2026, 2026-H1, 2026-Q2, 2026-06):"
    dialogue = [
        # what is typed, and what is said of it
        ("dân vận", f'không có khung chỉ tiêu "dân vận": các khung có sẵn là {frameworks}\n'),
        (
            "decision-76",
            'không có khung chỉ tiêu "decision-76": có phải ý là "decision-766" không?\n',
        ),
        ("decision-766", ""),
        ("…", '"…" không cho đơn vị nào: viết "na-hy=Xã Nà Hỳ", gồm mã và tên\n'),
        ("Xã Nà Hỳ", ""),
        ("sao Hỏa", f'không có cấp "sao Hỏa": viết một trong {LEVELS_SPOKEN}\n'),
        ("cấp xx", 'không có cấp "cấp xx": có phải ý là "cấp xã" không?\n'),
        ("xã", ""),
        ("2026-H9", f'"2026-H9": đây không phải là một kỳ; viết {PERIODS_SPOKEN}\n'),
        ("2026-H1", ""),
    ]
    asked = [framework] * 3 + [unit] * 2 + [level] * 3 + [period] * 2
    typed = "".join(f"{answer}\n" for answer, _ in dialogue)
    monkeypatch.setattr(sys, "stdin", Keyboard(typed))
    ran = run("new", "--lang", "vi")
    told = (said for _, said in dialogue)
    assert (ran.code, ran.err) == (0, "".join(map("".join, zip(asked, told, strict=True))))
    text = Path("scorecards/na-hy/2026-H1.toml").read_text("utf-8")
    assert '\nframework = "decision-766"\n' in text
    assert '\nlevel = "commune"\n' in text


def test_what_is_given_wrongly_is_told_before_anything_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "stdin", Keyboard("decision-766\n"))
    ran = run("new", "--unit", "Huế", "--level", "planet", "--period", "2026")
    said = 'scorecard: there is no level "planet": write one of nation, region, province, '
    assert (ran.code, ran.err) == (2, f"{said}district, commune, village, agency\n")
    assert sys.stdin.read() == "decision-766\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_level_is_understood_by_the_word_that_it_is_offered_by(language: Language) -> None:
    words = Words(language)
    assert [level_meant(words(f"level.{level}")) for level in LEVELS] == list(LEVELS)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["--unit", "A b=Huế"],
            '"A b=Huế" gives no unit: write "na-hy=Xã Nà Hỳ", an id ',
        ),
        (["--unit", "…"], '"…" gives no unit: write "na-hy=Xã Nà Hỳ", an id and a name'),
        (["--unit", f"{'a' * 65}=x"], f'"{"a" * 65}=x" gives no unit: write '),
        (
            ["--unit", "Xã A", "--unit", "Phường A"],
            'two units have the id "a": write "id=Name"',
        ),
        (["--unit", "A", "--unit", "B", "-o", "x.toml"], "x.toml is one file: name a folder for "),
        (
            ["--unit", "A", "--level", "provinc"],
            'there is no level "provinc": did you mean ',
        ),
        (["--unit", "A", "--level", "xyz"], 'there is no level "xyz": write one of nation, '),
        (["--unit", "A", "--period", "2026-H9"], '"2026-H9": '),
        (["--unit", "A", "--framework", "x.toml"], 'there is no framework "x.toml": a path to '),
    ],
)
def test_what_cannot_be_written_is_told(words: list[str], said: str) -> None:
    ran = run("new", *COMMON, *words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"scorecard: {said}")
    assert files() == []


@pytest.mark.parametrize("command", ["show x", "compare", "validate", "set x papi=5"])
def test_an_empty_folder_says_what_to_type(command: str) -> None:
    ran = run(*command.split())
    assert ran.code == 2
    assert ran.err == (
        f"scorecard: scorecards: there is no such {'file or ' * (command == 'validate')}folder; "
        "scorecard new begins one, and scorecard new example writes one to try\n"
    )
