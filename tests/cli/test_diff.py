"""What `scorecard diff` tells of two folders, and of states in real git repositories."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from command import Ran, run

ROOT = Path(__file__).parents[2]
ORDINARY = ROOT / "tests" / "golden" / "ordinary"
PROVINCES = ROOT / "scorecards" / "decision-766"
NOTHING = "Note: nothing differs in what the files say\n"


def git(*words: str) -> None:
    told = ("-c", "user.name=x", "-c", "user.email=x@x", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *told, *words], check=True, capture_output=True)  # noqa: S607


def commit() -> None:
    git("add", "-A")
    git("commit", "-qm", "x")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a repository with one commit, which is worked in."""
    monkeypatch.chdir(tmp_path)
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.delenv(name, raising=False)
    shutil.copytree(ORDINARY, tmp_path / "scorecards")
    git("init", "-q", "-b", "main")
    commit()
    return tmp_path


def change(path: Path, old: str, new: str) -> None:
    said = path.read_text("utf-8")
    assert old in said
    path.write_text(said.replace(old, new), "utf-8")


def record(*words: str | Path) -> dict[str, list[dict[str, object]]]:
    ran = run("diff", *words, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    found: dict[str, list[dict[str, object]]] = json.loads(ran.out)
    return found


def told(ran: Ran) -> str:
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("scorecard: ")
    assert ran.err.count("\n") == 1
    return ran.err.removeprefix("scorecard: ").removesuffix("\n")


README = (ROOT / "README.md").read_text("utf-8")
(TABLE,) = re.findall(r"\$ scorecard diff HEAD~1 HEAD\n(.*?)```", README, re.DOTALL)

MARKDOWN = """\
## What differs: main → scorecards

### What is stated

| Change | Unit | Indicator | What | Before | After | Source |
| --- | --- | --- | --- | --- | --- | --- |
| changed | An Phu | Households online | value | 95 | 85 | report\\#p2 |

### What moved because of it

| Unit | Indicator | What | Before | After |
| --- | --- | --- | --- | --- |
| An Phu | Households online | Complete, % | 110.0 | 90.0 |
| An Phu | Households online | Mark | exceeded | near |
| An Phu | Households online | Points | 10.0 | 9.0 |
| An Phu |  | Score | 99.6 | 98.6 |
"""


def test_one_figure_that_changed_is_named_with_the_score_and_the_ranks_that_it_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(PROVINCES, tmp_path / "scorecards")
    for path in (tmp_path / "scorecards").rglob("*.toml"):
        # What the source claims is another matter.
        claimless = re.sub(r"\[claimed\]\n(?:.+\n)+", "", path.read_text("utf-8"))
        path.write_text(claimless, "utf-8")
    git("init", "-q", "-b", "main")
    commit()
    (file,) = (tmp_path / "scorecards" / "cao-bang").iterdir()
    change(file, "18.48", "18.60")
    commit()
    ran = run("diff", "HEAD~1", "HEAD")
    assert (ran.code, ran.out, ran.err) == (0, TABLE, "")


def test_markdown_of_a_state_in_git_and_the_folder_as_it_is(here: Path) -> None:
    change(here / "scorecards" / "an-phu.toml", "value = 95", "value = 85")
    ran = run("diff", "main", "-f", "markdown")
    assert (ran.code, ran.out, ran.err) == (0, MARKDOWN, "")


def test_a_spreadsheet_has_a_row_for_each(here: Path) -> None:
    change(here / "scorecards" / "an-phu.toml", "value = 95", 'value = ">95"')
    ran = run("diff", "main", "-f", "csv")
    rows = ran.out.removeprefix("\ufeff").splitlines()
    assert rows[0].startswith("part,change,framework,unit,name,period,track,indicator,key,then,now")
    assert rows[1] == (
        "stated,changed,delta@2025,an-phu,An Phu,'2025,,online_households,value,'95,>95,report#p2,,"
    )


def test_the_exit_code_tells_only_where_it_is_asked_to(here: Path) -> None:
    assert run("diff", "main", "--exit-code").out.endswith(NOTHING)
    assert run("diff", "main", "--exit-code").code == 0
    change(here / "scorecards" / "an-phu.toml", "value = 95", "value = 85")
    assert (run("diff", "main").code, run("diff", "main", "--exit-code").code) == (0, 1)


def test_layout_comments_order_and_names_of_files_make_no_difference(here: Path) -> None:
    path = here / "scorecards" / "an-phu.toml"
    said = path.read_text("utf-8")
    head, figures, remarks = re.split(r"\[figures\]\n|\n(?=\[\[remarks)", said, maxsplit=2)
    lines = [f"{line}   # checked" for line in reversed(figures.splitlines())]
    anew = "\r\n".join([head, "[figures]", *lines, remarks.replace("=  ", "=")])
    path.unlink()
    below = here / "scorecards" / "an-phu"
    below.mkdir()
    anew = anew.replace('"framework.toml"', '"../framework.toml"')
    (below / "2025.toml").write_bytes(anew.replace("= true", "= { value = true }").encode())
    assert run("diff", "main").out == f"What differs: main → scorecards\n\n{NOTHING}"


def test_a_unit_that_was_renamed_says_so(here: Path) -> None:
    path = here / "scorecards" / "an-phu.toml"
    change(path, 'id = "an-phu"', 'id = "an-phu-moi"')
    (unit,) = record("main")["differing_units"]
    assert (unit["change"], unit["stated"], unit["figures"]) == (
        "changed",
        [{"key": "unit.id", "then": "an-phu", "now": "an-phu-moi"}],
        [],
    )


def test_scorecards_that_come_and_go_are_counted_and_the_other_way_round(here: Path) -> None:
    other = here / "other"
    shutil.copytree(here / "scorecards", other)
    (other / "an-phu.toml").unlink()
    gone = run("diff", "scorecards", "other").out
    assert "What is stated" not in gone
    assert re.search(r"(?m)^gone +An Phu +Figures +7 +–$", gone)
    found = record("other", "scorecards")["differing_units"]
    changes = {str(unit["id"]): unit["change"] for unit in found}
    assert changes == {"an-phu": "added", "binh-tan": "moved"}


def test_a_yardstick_that_moved_is_said(here: Path) -> None:
    change(here / "scorecards" / "framework.toml", "points = 30", "points = 20")
    ran = run("diff", "main")
    moved = r"(?m)^changed +delta@2025 +indicators\.dossiers_on_time\.points +30 +20$"
    assert re.search(moved, ran.out)
    assert "\nNote: the yardstick moved: figures are held against another framework" in ran.out
    assert "What is stated" not in ran.out


def test_a_framework_beside_the_folder_is_that_of_its_time(here: Path) -> None:
    for path in (here / "scorecards").glob("[!f]*.toml"):
        change(path, '"framework.toml"', '"../framework.toml"')
    (here / "scorecards" / "framework.toml").rename(here / "framework.toml")
    commit()
    change(here / "framework.toml", "points = 30", "points = 20")
    assert "indicators.dossiers_on_time.points" in run("diff", "main").out
    assert run("diff", "main^", "main").out.endswith(NOTHING)


def test_findings_that_came_or_went_are_told_but_not_those_that_moved(here: Path) -> None:
    path = here / "scorecards" / "an-phu.toml"
    change(path, "value = 95", "value = 195")
    ran = run("diff", "main")
    assert re.search(r"(?m)^added +an-phu\.toml:17 +error\[SC4", ran.out)
    commit()
    change(path, "[unit]", "\n\n[unit]")
    path.rename(here / "scorecards" / "an-phu-2025.toml")
    assert run("diff", "main").out.endswith(NOTHING)


def test_a_file_that_cannot_be_read_is_a_finding_and_a_note(here: Path) -> None:
    path = here / "scorecards" / "an-phu.toml"
    said = path.read_text("utf-8")
    path.write_text("format = ", "utf-8")
    commit()
    path.write_text(said, "utf-8")
    ran = run("diff", "main", "--exit-code")
    assert ran.code == 1
    assert "\nNote: 1 of the files in main cannot be read (see the errors)" in ran.out
    assert ran.err.startswith("error[SC")
    assert "main:an-phu.toml:1:" in ran.err
    assert re.search(r"(?m)^gone +an-phu\.toml:1 ", ran.out)
    (note,) = record_notes("main")
    assert note["code"] == "unread"


def record_notes(*words: str) -> list[dict[str, str]]:
    notes: list[dict[str, str]] = json.loads(run("diff", *words, "-f", "json").out)["notes"]
    return notes


def test_two_files_are_held_against_each_other(here: Path) -> None:
    one, other = (here / "scorecards" / f"{name}.toml" for name in ("an-phu", "binh-tan"))
    found = record(one, other)["differing_units"]
    assert [(unit["id"], unit["change"]) for unit in found] == [
        ("an-phu", "gone"),
        ("binh-tan", "added"),
    ]


def test_frameworks_come_and_go_with_the_scorecards_under_them() -> None:
    ran = run("diff", ORDINARY, ORDINARY.parent / "nasty")
    assert ran.code == 0
    section = ran.out.partition("Frameworks\n")[2].partition("Scorecards")[0]
    assert re.search(r"(?m)^gone +delta@2025 +– +–$", section)
    assert re.search(r"(?m)^added +\S+@\S+ +– +–$", section)


def test_units_of_the_same_name_are_told_with_their_ids(here: Path) -> None:
    for path in (here / "scorecards").glob("[!f]*.toml"):
        said = re.sub(r"(?m)^name = .*$", 'name = "Thanh"', path.read_text("utf-8"))
        path.write_text(said, "utf-8")
    ran = run("diff", "main", "--lang", "vi", env={"COLUMNS": "160"})
    # What is written from right to left, here of the names before, stands behind all else.
    assert re.search(r"(?m)^sửa +Thanh +an-phu +unit\.name +Thanh +–$", ran.out)
    assert re.search(r"(?m)^sửa +Thanh +an-phu +unit\.name\.en +– +An Phu$", ran.out)


@pytest.mark.parametrize("word", ["nope", "-x", "main..HEAD", "main:scorecards", ""])
def test_a_word_that_names_nothing_is_told(word: str, here: Path) -> None:
    assert here.is_dir()
    assert told(run("diff", "--", word)) == (
        f'"{word}" is no file or folder here, and git knows no such state (after a shallow clone, '
        "fetch it first)"
    )


def test_a_word_that_names_two_things_is_told(here: Path) -> None:
    shutil.copytree(here / "scorecards", here / "main")
    assert told(run("diff", "main")) == (
        '"main" is a path and a state in git: write ./main or main^0 for one of them'
    )
    assert run("diff", "main^0", "./main").out.endswith(NOTHING)


def test_of_a_folder_that_was_not_there_then_all_has_been_added(here: Path) -> None:
    (here / "scorecards").rename(here / "cards")
    ran = run("diff", "main", "--dir", "cards", "-f", "json")
    assert (ran.code, ran.err) == (0, "")
    units = json.loads(ran.out)["differing_units"]
    assert units
    assert {each["change"] for each in units} == {"added"}
    assert told(run("diff", "main")).startswith("scorecards: there is no such file or folder; ")
    assert run("diff", "main", "HEAD").out.endswith(NOTHING)


def test_of_a_folder_without_scorecards_then_all_has_been_added(here: Path) -> None:
    (here / "cards").mkdir()
    (here / "cards" / "notes.txt").write_text("x", "utf-8")
    # What is hidden is no scorecard.
    (here / "cards" / ".kept").mkdir()
    shutil.copy(ORDINARY / "an-phu.toml", here / "cards" / ".kept")
    commit()
    for name in ("an-phu.toml", "framework.toml"):
        shutil.copy(ORDINARY / name, here / "cards")
    ran = run("diff", "main", "--dir", "cards", "-f", "csv")
    assert (ran.code, ran.err, ran.out.count("scorecards,added,")) == (0, "", 1)


def test_outside_of_a_repository_and_without_git_folders_can_be_compared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert told(run("diff", "main")) == (
        "scorecards: this folder is in no git repository; name two folders, as in "
        "scorecard diff OLD NEW"
    )
    monkeypatch.setenv("PATH", "")
    assert told(run("diff", "main")) == "git is not installed, so no state in git can be read"
    assert run("diff", ORDINARY, ORDINARY).out.endswith(NOTHING)


def test_states_are_offered_at_the_prompt(here: Path) -> None:
    git("tag", "v1")
    asked = {"_SCORECARD_COMPLETE": "complete_bash", "_TYPER_COMPLETE_ARGS": "scorecard diff "}
    assert run(env=asked).out.split() == ["files", "main", "v1"]
    shutil.rmtree(here / ".git")
    outside = {**asked, "GIT_CEILING_DIRECTORIES": str(here.parent)}
    assert run(env=outside).out.split() == ["files"]


def test_nothing_that_is_read_is_replaced(here: Path) -> None:
    assert "is one of the files that are read" in told(
        run("diff", "main", "-o", here / "scorecards" / "an-phu.toml")
    )


def test_periods_and_tracks_are_told_where_they_are_several(here: Path) -> None:
    path = here / "scorecards" / "an-phu.toml"
    said = path.read_text("utf-8")
    for name, line in (("an-phu-2024", '"2024"'), ("an-phu-self", '"2025"\ntrack = "self"')):
        anew = said.replace('period = "2025"', f"period = {line}")
        (here / "scorecards" / f"{name}.toml").write_text(anew, "utf-8")
    found = run("diff", "main").out
    assert re.search(r"(?m)^added +An Phu +2024 +Figures +– +7$", found)
    assert re.search(r"(?m)^added +An Phu +2025 · self +Figures +– +7$", found)


def test_a_file_has_what_the_screen_has(here: Path) -> None:
    assert run("diff", "main", "-o", "told.md").code == 0
    told = (here / "told.md").read_text("utf-8")
    assert told == run("diff", "main", "-f", "markdown").out


def test_numbers_are_told_as_the_language_writes_them(here: Path) -> None:
    path = here / "scorecards" / "an-phu.toml"
    change(path, "value = 1250000", "value = 1250001")
    change(path, "[unit]", "[claimed]\nscore = 99.5\n\n[unit]")
    found = run("diff", "main", "--lang", "vi", env={"COLUMNS": "120"}).out
    assert re.search(r"(?m)^sửa +An Phú.* value +1\.250\.000 +1\.250\.001 ", found)
    assert re.search(r"(?m)^sửa +An Phú +claimed\.score +– +99,5", found)
    csv = run("diff", "main", "--lang", "vi", "-f", "csv").out
    assert ",'1250000,'1250001," in csv
