"""What is kept between runs: the same answer, whatever becomes of the files and of the database."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from command import Ran, run

from scorecard.diagnostic import Finding
from scorecard.project import cache, check_files, fingerprint
from scorecard.project.cache_file import FILE, cache_folder
from scorecard.project.frameworks import Frameworks
from scorecard.project.load import File
from scorecard.project.load import load as load_file
from scorecard.toml.reading import read as read_bytes

SMALL = Path(__file__).parents[1] / "cases" / "frameworks" / "small.toml"

CARD = """format = 1
framework = "../small.toml"
period = "{period}"
sources = {{ report = {{ title = "R" }} }}

[unit]
id = "hue"
name = "Huế"
level = "province"
codes = {{ nso = "46" }}

[figures]
dossiers_on_time = {{ value = {value}, source = "report" }}
"""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with a framework and three scorecards, in which every file looks settled."""
    monkeypatch.setattr(fingerprint, "_JUST_NOW", 0)
    monkeypatch.setenv("SCORECARD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    shutil.copy(SMALL, tmp_path / "small.toml")
    (tmp_path / "hue").mkdir()
    for year, value in (("2023", "90.50"), ("2024", '">91"'), ("2025", "120")):
        text = CARD.format(period=year, value=value)
        (tmp_path / "hue" / f"{year}.toml").write_text(text, "utf-8")
    return tmp_path


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the files that are checked anew."""
    found: list[str] = []

    def load(data: bytes, path: str, frameworks: Frameworks) -> File:
        found.append(Path(path).name)
        return load_file(data, path, frameworks)

    monkeypatch.setattr(check_files, "load", load)
    return found


def validate(*words: str) -> Ran:
    ran = run("validate", "hue", "-f", "json", "--jobs", "1", *words)
    assert ran.err == ""
    return ran


def database(home: Path) -> sqlite3.Connection:
    return sqlite3.connect(home / "cache" / FILE)


def kept(home: Path) -> list[tuple[str, str, str, str]]:
    asked = "SELECT path, unit, period, framework FROM files ORDER BY path"
    with closing(database(home)) as found:
        return [(Path(path).name, *more) for path, *more in found.execute(asked)]


def test_one_row_a_file_says_whose_it_is_and_when(home: Path, read: list[str]) -> None:
    first = validate()
    assert [item for item in ("SC403", "SC902") if item in first.out] == ["SC403"]
    assert kept(home) == [
        (f"{year}.toml", "hue", str(year), "small") for year in (2023, 2024, 2025)
    ]
    assert read == ["2023.toml", "2024.toml", "2025.toml"]
    assert validate() == first == validate("--no-cache")
    assert read == ["2023.toml", "2024.toml", "2025.toml"] * 2


@pytest.mark.usefixtures("home")
def test_what_was_said_in_one_language_is_not_said_in_another(read: list[str]) -> None:
    first = validate()
    said = validate("--lang", "vi").out
    assert "nằm ngoài giới hạn" in said
    assert "is outside the limits" not in said
    assert validate() == first
    assert read == ["2023.toml", "2024.toml", "2025.toml"] * 3


def test_only_a_file_that_says_something_else_is_checked_anew(
    home: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = validate()
    read.clear()
    again = home / "hue" / "2023.toml"
    again.write_bytes(again.read_bytes())
    seen: list[str] = []

    def opened(name: str) -> bytes | Finding:
        seen.append(name)
        return read_bytes(name)

    with monkeypatch.context() as patched:
        patched.setattr(cache, "read", opened)
        assert [validate(), validate()] == [first, first]
    # How it looks now is kept as well, so that it is not even opened the next time.
    assert (read, seen) == ([], ["hue/2023.toml"])
    again.write_text(CARD.format(period="2023", value="1000"), "utf-8")
    changed = validate()
    assert read == ["2023.toml"]
    assert changed.out.count('"SC403"') == 2
    assert changed == validate("--no-cache")
    again.unlink()
    assert validate() == validate("--no-cache")


def test_rules_across_files_see_what_was_kept(home: Path, read: list[str]) -> None:
    (home / "hue" / "2025.toml").write_text(CARD.format(period="2025", value="9.1"), "utf-8")
    first = validate()
    assert '"SC710"' in first.out
    read.clear()
    assert validate() == first
    assert read == []
    (home / "hue" / "2023.toml").write_text(CARD.format(period="2023", value="90.51"), "utf-8")
    second = validate()
    assert '"SC710"' in second.out
    # Of the two others only the file that is accused is read, to say where.
    assert read == ["2023.toml", "2025.toml"]
    (home / "hue" / "2025.toml").write_text(CARD.format(period="2025", value="91"), "utf-8")
    assert '"SC710"' not in validate().out
    assert validate() == validate("--no-cache")


def test_the_same_files_under_other_names_are_looked_at_anew(home: Path) -> None:
    (home / "hue" / "2025.toml").write_text(CARD.format(period="2025", value="9.1"), "utf-8")
    validate()
    (home / "hue" / "2025.toml").rename(home / "hue" / "year.toml")
    assert '"file": "hue/year.toml"' in validate().out
    assert validate() == validate("--no-cache")
    shutil.copytree(home / "hue", home / "elsewhere" / "hue")
    shutil.copy(SMALL, home / "elsewhere" / "small.toml")
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(home / "elsewhere")
        assert validate() == validate("--no-cache")


def test_another_framework_has_its_scorecards_checked_anew(home: Path, read: list[str]) -> None:
    validate()
    text = (home / "small.toml").read_text("utf-8")
    (home / "small.toml").write_text(
        text.replace("limits = [0, 100]", "limits = [0, 200]"), "utf-8"
    )
    read.clear()
    wider = validate()
    assert len(read) == 3
    assert "SC403" not in wider.out
    (home / "small.toml").unlink()
    assert validate().out.count('"SC301"') == 3
    assert validate() == validate("--no-cache")
    shutil.copy(SMALL, home / "small.toml")
    assert validate() == validate("--no-cache")


def corrupt(path: Path) -> None:
    path.write_bytes(b"no database at all" * 100)


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


def of_another_program(path: Path) -> None:
    with closing(sqlite3.connect(path)) as found:
        found.execute("UPDATE program SET digest = 'other'")
        found.commit()


def without_tables(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as found:
        found.execute("CREATE TABLE other (x)")


def other_rows(path: Path) -> None:
    with closing(sqlite3.connect(path)) as found:
        found.execute("UPDATE files SET found = '[[1, 2], 3]'")
        found.execute("UPDATE frameworks SET record = '[' WHERE 0")
        found.commit()


def other_frameworks(path: Path) -> None:
    with closing(sqlite3.connect(path)) as found:
        found.execute("UPDATE frameworks SET record = '[1]'")
        # Only rules across files ask what a framework says.
        found.execute("DELETE FROM together")
        found.commit()


@pytest.mark.parametrize(
    "spoil", [corrupt, cut, of_another_program, without_tables, other_rows, other_frameworks]
)
def test_what_is_not_whole_or_foreign_is_made_anew(
    home: Path, read: list[str], spoil: Callable[[Path], None]
) -> None:
    first = validate()
    spoil(home / "cache" / FILE)
    read.clear()
    assert validate() == first
    assert len(read) == 3
    assert validate() == first
    assert len(kept(home)) == 3


def test_what_was_found_together_is_found_anew_where_it_is_no_such_thing(home: Path) -> None:
    (home / "hue" / "2025.toml").write_text(CARD.format(period="2025", value="9.1"), "utf-8")
    first = validate()
    with closing(database(home)) as found:
        found.execute("UPDATE together SET found = '[1]'")
        found.commit()
    assert validate() == validate() == first


def test_one_that_another_run_writes_is_left_alone(home: Path, read: list[str]) -> None:
    first = validate()
    with closing(database(home)) as other:
        other.execute("BEGIN EXCLUSIVE")
        read.clear()
        assert validate() == first
        assert len(read) == 3
        other.rollback()
    assert len(kept(home)) == 3


def test_of_too_many_files_the_oldest_are_forgotten(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "MOST", 2)
    monkeypatch.setattr(cache, "MOST_TOGETHER", 1)
    first = validate()
    assert [name for name, *_ in kept(home)] == ["2024.toml", "2025.toml"]
    assert validate() == first
    (home / "hue" / "2024.toml").unlink()
    assert validate() == validate("--no-cache")
    with closing(database(home)) as found:
        assert found.execute("SELECT count(*) FROM together").fetchone() == (1,)


def test_what_may_be_another_file_the_next_time_is_not_kept(home: Path) -> None:
    (home / "hue" / "linked.toml").symlink_to("2024.toml")
    (home / "hue" / "pipe.toml").mkdir()
    (home / "small.toml").rename(home / "real.toml")
    (home / "small.toml").symlink_to("real.toml")
    assert validate() == validate() == validate("--no-cache")
    assert kept(home) == []
    (home / "other").symlink_to("hue")
    assert run("validate", "other", "-f", "json") == run("validate", "other", "-f", "json")
    assert kept(home) == []


def test_a_repository_that_ends_elsewhere_is_seen(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "SC308" not in validate().out
    monkeypatch.setenv("GITHUB_WORKSPACE", str(home / "hue"))
    assert validate() == validate("--no-cache")
    assert "SC308" in validate().out


def test_a_folder_that_cannot_be_written_is_done_without(home: Path) -> None:
    (home / "cache").write_text("a file", "utf-8")
    assert validate() == validate("--no-cache")


def test_nothing_is_written_where_a_link_in_its_folder_leads(home: Path) -> None:
    elsewhere = home / "elsewhere"
    (home / "cache").mkdir()
    (home / "cache" / ".gitignore").symlink_to(elsewhere)
    assert validate() == validate("--no-cache")
    assert not elsewhere.exists()


def test_a_file_that_has_just_changed_is_not_trusted(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(fingerprint, "_JUST_NOW", 10**15)
        first = validate()
        assert (validate(), kept(home)) == (first, [])
    assert validate() == first
    known = kept(home)
    monkeypatch.setattr(fingerprint, "_JUST_NOW", 10**15)
    # What it says is still known; how it looks is not kept anew.
    assert (validate(), kept(home)) == (first, known)


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        ("linux", {"SCORECARD_CACHE_DIR": "/c", "XDG_CACHE_HOME": "/x"}, "/c"),
        ("linux", {"XDG_CACHE_HOME": "/x"}, "/x/scorecard"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/scorecard"),
        ("linux", {}, "/home/me/.cache/scorecard"),
        ("darwin", {}, "/home/me/Library/Caches/scorecard"),
    ],
)
def test_caches_are_kept_where_they_belong(
    monkeypatch: pytest.MonkeyPatch, platform: str, env: dict[str, str], expected: str
) -> None:
    for name in ("SCORECARD_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/me", **env}.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.platform", platform)
    assert cache_folder() == Path(expected)


def test_without_a_home_there_is_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_home() -> Path:
        raise RuntimeError

    for name in ("SCORECARD_CACHE_DIR", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(Path, "home", no_home)
    assert cache_folder() is None


def test_a_file_that_is_gone_looks_like_nothing(home: Path) -> None:
    assert fingerprint.fingerprint(str(home / "gone.toml")) is None


def test_what_a_file_says_to_leave_out_is_left_out_across_files(home: Path) -> None:
    text = CARD.format(period="2025", value="9.1")
    ignore = '[ignore]\nSC710 = "printed so"\n\n[figures]'
    (home / "hue" / "2025.toml").write_text(text.replace("[figures]", ignore), "utf-8")
    assert "SC710" not in validate().out
