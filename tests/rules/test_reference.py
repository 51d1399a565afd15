"""What is said of each rule: all of it is there, each example shows its rule and nothing else."""

import os
import re
import shutil
from pathlib import Path

import pytest
from command import run

from scorecard.i18n.rules import Rule, rules, rules_in
from scorecard.project.load import load_all
from scorecard.toml.limits import MOST_VALUES
from scorecard.toml.reading import LARGEST

RULES_PAGE = Path(__file__).parents[2] / ".github" / "RULES.md"
SMALL = Path(__file__).parents[1] / "cases" / "frameworks" / "small.toml"

FRAMEWORK = {
    "format": "format = 1",
    "id": 'id = "small"',
    "edition": 'edition = "1"',
    "name": 'name = "Small"',
    "basis": 'basis = "Decision 1"',
}
GROUPS = '[[groups]]\nid = "all"\nname = "All"'
INDICATOR = """[[indicators]]
id = "schools"
group = "all"
name = "Schools built"
unit = "count"
kind = "flow"
direction = "higher"
"""
PERCENT = """[[indicators]]
id = "dossiers_on_time"
group = "all"
name = "Dossiers settled on time"
unit = "percent"
kind = "rate"
direction = "higher"
target = { value = 100, basis = "ceiling" }
limits = [0, 100]
"""

REGISTER = """\
format = 1
kind = "register"
id = "here"
name = "Here"
basis = "Decision 1"
"""

NO_TEXT: dict[str, bytes] = {
    "SC101": b'name = "Hu\xea"',
    "SC102": b"PK\x03\x04 and so on",
    "SC105": b"",
    "SC107": b"#" * (LARGEST + 1),
    "SC108": b"".join(b"k%d = 1\n" % number for number in range(MOST_VALUES + 1)),
    "SC109": b"a = " + b"[" * 200 + b"]" * 200,
}
"""What an example can describe and not show, as bytes."""

DESCRIBED = {"SC100", "SC110", "SC111", "SC720", "SC721", *NO_TEXT}
DESCRIBED |= {code for code in list(rules()) if code.startswith("SC0")}


def whole_framework(part: str, **keys: str) -> str:
    """Return a framework in which this part stands."""
    stated = re.findall(r"^(\w+) =", part.partition("[[")[0], re.MULTILINE)
    lines = [keys.get(key, line) for key, line in FRAMEWORK.items() if key not in stated]
    if "[[groups]]" not in part:
        part = f"{part}\n{GROUPS}"
    return "\n".join([*lines, part, "" if "[[indicators]]" in part else INDICATOR])


def whole_scorecard(part: str) -> str:
    """Return a scorecard in which this part stands."""

    def lacks(name: str) -> bool:
        return not re.search(rf"^\[*{name}\b", part, re.MULTILINE)

    keys = {"format": "1", "framework": '"framework.toml"', "period": '"2025"'}
    tables = {"unit": 'id = "hue"\nname = "Huế"\nlevel = "province"', "figures": ""}
    if 'source = "report"' in part:
        tables["sources.report"] = 'title = "Báo cáo"'
    return "\n".join(
        [
            *(f"{name} = {value}" for name, value in keys.items() if lacks(name)),
            part,
            *(f"[{name}]\n{lines}" for name, lines in tables.items() if lacks(name)),
        ]
    )


def written(example: str, folder: Path) -> list[Path]:
    """Write the files of an example below a folder, and the frameworks that they name."""
    shutil.copy(SMALL, folder / "framework.toml")
    (folder / "broken.toml").write_text("format = 1\nindicators = 5\n", "utf-8")
    (folder / "one.toml").write_text(whole_framework(PERCENT), "utf-8")
    tracked = f"{whole_framework(PERCENT)}\n[tracks.self]\nmost = 90\n"
    (folder / "tracked.toml").write_text(tracked, "utf-8")
    for edition in ("2022", "2025"):
        text = whole_framework(PERCENT, edition=f'edition = "{edition}"')
        (folder / f"edition-{edition}.toml").write_text(text, "utf-8")
    if example.startswith("[[units]]"):
        path = folder / "register.toml"
        path.write_text(REGISTER + example, "utf-8")
        return [path]
    if re.search(r"^\[\[(?:groups|bands|indicators)\]\]", example, re.MULTILINE):
        path = folder / "framework-of-its-own.toml"
        path.write_text(whole_framework(example), "utf-8")
        return [path]
    example, _, text = example.partition("\n# report.txt\n")
    (folder / "report.txt").write_text(text, "utf-8")
    _, *named = re.split(r"^# (\S+\.toml)\n", example, flags=re.MULTILINE)
    files = dict(zip(named[::2], named[1::2], strict=True)) or {"hue.toml": example}
    paths = [folder / name for name in files]
    for path, part in zip(paths, files.values(), strict=True):
        path.parent.mkdir(exist_ok=True)
        up = '"../' if path.parent != folder else '"'
        text = re.sub(r'(?<=^framework = )"(?=\w+(?:-\d+)?\.toml)', up, part, flags=re.MULTILINE)
        text = whole_scorecard(text).replace('"framework.toml"', f'{up}framework.toml"')
        path.write_text(text, "utf-8")
    return paths


def codes(paths: list[Path]) -> list[str]:
    return [item.code for file in load_all(paths) for item in file.diagnostics]


@pytest.mark.parametrize("rule", list(rules().values()), ids=lambda rule: rule.code)
def test_a_bad_example_shows_its_rule_and_a_good_one_nothing(rule: Rule, tmp_path: Path) -> None:
    bad, good = tmp_path / "bad", tmp_path / "good"
    bad.mkdir()
    good.mkdir()
    if rule.code in NO_TEXT:
        path = bad / "hue.toml"
        path.write_bytes(NO_TEXT[rule.code])
        assert codes([path]) == [rule.code]
    if rule.code in DESCRIBED:
        assert rule.bad.startswith("# ")
        return
    assert codes(written(rule.bad, bad)) == [rule.code]
    assert codes(written(rule.good, good)) == []


@pytest.mark.parametrize("rule", list(rules().values()), ids=lambda rule: rule.code)
def test_of_each_rule_it_is_said_why_and_how_to_mend_it(rule: Rule) -> None:
    assert re.fullmatch(r"[A-Z].*\.", rule.why)
    assert len(re.findall(r"[.:](?: |$)", rule.why)) <= 3
    assert re.search("[a-z]{3}", rule.mending)
    assert not rule.mending.endswith(".")
    assert max(map(len, f"{rule.bad}\n{rule.good}".splitlines())) <= 80


def test_nothing_is_said_of_rules_that_are_not_there() -> None:
    assert list(rules_in("en")) == [rule.code for rule in list(rules().values())]


def test_what_a_finding_fills_in_is_left_open() -> None:
    messages = {rule.code: rule.left_open for rule in list(rules().values())}
    assert messages["SC402"] == "… is no … value"
    assert messages["SC105"] == "this file is empty"
    assert [text for text in messages.values() if "{" in text] == []


def test_a_hint_that_only_a_finding_can_give_is_said_in_general() -> None:
    (rule,) = (rule for rule in list(rules().values()) if rule.code == "SC402")
    assert rule.hint == "{hint}"
    assert rule.mend == ("write true or false for a yes-no indicator, and a number for any other")


def test_the_page_beside_the_rules_is_what_the_command_writes() -> None:
    ran = run("explain", "--all", "--format", "markdown")
    if os.environ.get("SCORECARD_UPDATE") == "1":
        RULES_PAGE.write_bytes(ran.out.encode())
    assert (ran.code, ran.err) == (0, "")
    assert RULES_PAGE.read_bytes().decode() == ran.out
