"""Files checked by several processes and with a cache: the same answer, and nothing left behind."""

import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from bench import corpus
from command import Ran, run

from scorecard.project import cache_file, fingerprint, pool

CASES = Path(__file__).parents[1] / "cases"
COMMAND = (sys.executable, "-m", "scorecard")
FORMATS = ("text", "json", "github", "sarif", "junit", "gitlab")
PLAIN = {
    **{name: value for name, value in os.environ.items() if not name.startswith("COV")},
    "COLUMNS": "80",
    "PYTHONDONTWRITEBYTECODE": "1",
}
"""Without a measurement of coverage, which a process that is killed cannot end."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of some hundred files, in which all sorts of things are wrong."""
    home = tmp_path_factory.mktemp("home")
    folder = home / "archive"
    corpus.write(folder, 240)
    shutil.copytree(CASES / "invalid", folder / "invalid", ignore=shutil.ignore_patterns("*.txt"))
    shutil.copytree(CASES / "frameworks", folder / "frameworks")
    cards = sorted(folder.glob("district-0000/*/*.toml"))
    shutil.copy(cards[0], folder / "twice.toml")
    shutil.copy(cards[60], folder / "district-0000/twice.toml")
    for at, name in ((20, "nowhere.toml"), (120, "../../invalid/SC101-utf-16.toml")):
        _edit(cards[at], 'framework = "../../framework.toml"', f'framework = "{name}"')
    _edit(cards[40], "[figures]", '[ignore]\nSC710 = "a reason"\nSC403 = "a reason"\n\n[figures]')
    _edit(cards[80], "[unit]", "unit =")
    _ten_times(folder / "district-0000/commune-0000-07/2025-02.toml")
    _ten_times(folder / "district-0000/commune-0000-31/2025-03.toml")
    (folder / "district-0000/empty.toml").write_bytes(b"")
    (folder / "linked.toml").symlink_to("twice.toml")
    (folder / "nothing.toml").symlink_to("nowhere")
    (folder / "a\nb\t.toml").write_text("format = 1\n", "utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.toml")).write_text("format = 1\n", "utf-8")
    return home


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def _ten_times(path: Path) -> None:
    """Let a decimal mark slip in every count of a file."""
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text(
        "".join(
            line.replace(", source", "0, source", 1)
            if line.startswith("households") and line.split("value = ")[-1][0].isdigit()
            else line
            for line in lines
        ),
        "utf-8",
    )


@pytest.fixture
def home(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder that we work in: every file in it looks settled, and there is a cache."""
    monkeypatch.setattr(fingerprint, "_JUST_NOW", 0)
    monkeypatch.setenv("SCORECARD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(archive)
    return archive


def check(*words: str) -> Ran:
    return run("validate", *words)


@pytest.mark.usefixtures("home")
def test_all_sorts_of_things_are_wrong_in_the_archive() -> None:
    ran = check("archive", "--no-cache", "--jobs", "1")
    assert ran.code == 2
    told = {f"SC{number}" for number in (100, 101, 301, 304, 701, 705, 710, 902)}
    assert {code for code in told if f"[{code}]" in ran.out} == told
    assert "files checked" in ran.out
    assert int(ran.out.splitlines()[-1].partition(" ")[0].replace(",", "")) > 2 * pool.FEW


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("format_", FORMATS)
def test_no_number_of_processes_and_no_cache_changes_a_byte(tmp_path: Path, format_: str) -> None:
    words = ("archive", "-f", format_)
    expected = check(*words, "--no-cache", "--jobs", "1")
    assert expected.err == ""
    assert not (tmp_path / "cache").exists()
    assert check(*words, "--no-cache", "--jobs", "3") == expected
    assert check(*words, "--jobs", "2") == expected
    assert check(*words, "--jobs", "2") == expected


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_what_one_number_of_processes_keeps_every_other_can_use(tmp_path: Path, jobs: str) -> None:
    words = ("archive", "-f", "json")
    expected = check(*words, "--no-cache", "--jobs", "1")
    assert check(*words, "--no-cache", "--jobs", jobs) == expected
    assert check(*words, "--jobs", jobs) == expected
    assert (tmp_path / "cache" / cache_file.FILE).exists()
    for other in ("1", "2", "3"):
        assert check(*words, "--jobs", other) == expected


@pytest.mark.parametrize("jobs", ["1", "2", "3"])
def test_of_many_files_only_the_changed_one_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: str
) -> None:
    monkeypatch.setattr(fingerprint, "_JUST_NOW", 0)
    monkeypatch.setenv("SCORECARD_CACHE_DIR", str(tmp_path / "cache"))
    folder = tmp_path / "archive"
    corpus.write(folder, 240)
    words = (str(folder), "--jobs", jobs, "-f", "json")
    fine = check(*words)
    assert (fine.code, check(*words)) == (0, fine)
    _edit(folder / "district-0000/commune-0000-07/2025-02.toml", '"commune"', '"comnume"')
    changed = check(*words)
    assert changed.code == 1
    assert changed == check(*words) == check(*words, "--no-cache")
    _edit(folder / "district-0000/commune-0000-07/2025-02.toml", '"comnume"', '"commune"')
    assert check(*words) == check(*words) == fine


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("batch", [1, 7, 1000])
def test_no_size_of_a_batch_changes_a_byte(monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    expected = check("archive", "--no-cache", "--jobs", "1")
    monkeypatch.setattr(pool, "BATCH", batch)
    assert check("archive", "--no-cache", "--jobs", "1") == expected
    assert check("archive", "--jobs", "3") == expected


def test_jobs_are_at_least_one() -> None:
    assert check("archive", "--jobs", "0").code == 2


@pytest.mark.usefixtures("home")
def test_what_counts_and_where_it_goes_is_not_kept(tmp_path: Path) -> None:
    for words in (
        ("archive", "--select", "SC7"),
        ("archive", "--fail-on", "note"),
    ):
        expected = check(*words, "--no-cache")
        assert check(*words) == expected
        assert check(*words) == expected
    written = tmp_path / "written"
    assert check("archive", "-o", str(written)).out == ""
    assert written.read_text("utf-8") == check("archive", "--no-cache").out


# Several at once, and what happens to processes.


def started(words: Sequence[str | Path], **env: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*COMMAND, "validate", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**PLAIN, **env},
        start_new_session=True,
    )


@pytest.mark.parametrize("number", [2, 4])
def test_several_at_once_all_give_the_right_answer(home: Path, tmp_path: Path, number: int) -> None:
    assert home.is_dir()
    expected = check("archive", "--no-cache", "-f", "json")
    cache = tmp_path / "shared/cache"
    for _ in range(2):
        processes = [
            started(["archive", "-f", "json", "--jobs", "2"], SCORECARD_CACHE_DIR=str(cache))
            for _ in range(number)
        ]
        for process in processes:
            out, error = process.communicate(timeout=60)
            assert (process.returncode, out.decode(), error) == (expected.code, expected.out, b"")
    assert list(cache.glob(".scorecard.*")) == []
    assert (cache / ".gitignore").read_text("utf-8") == "*\n"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of so many files that workers have to wait until what they send is read."""
    folder = tmp_path_factory.mktemp("large") / "archive"
    corpus.write(folder, 1500)
    return folder


@pytest.fixture(scope="module")
def usual(large: Path) -> Ran:
    """Return what is found in the large folder by one process."""
    return run("validate", large, "--no-cache", "--jobs", "1", "-f", "junit")


def group_of(leader: int) -> list[int]:
    """Return the processes of a group that are still there."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            said = stat.read_text("utf-8").rpartition(") ")[2].split()
        except OSError:
            continue
        if said[0] != "Z" and int(said[2]) == leader:
            found.append(int(stat.parent.name))
    return sorted(found)


def wait_for(number: int, leader: int) -> list[int]:
    """Wait until there are so many processes in a group, or long enough for that."""
    found: list[int] = []
    for _ in range(1000):
        found = group_of(leader)
        if len(found) == number:
            return found
        time.sleep(0.01)
    raise AssertionError(found)


@pytest.mark.parametrize("to_all", [False, True])
@pytest.mark.parametrize("jobs", [2, 3])
@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129), ("SIGINT", 130)])
def test_an_ended_command_leaves_no_process_and_no_part(
    large: Path, tmp_path: Path, name: str, code: int, jobs: int, *, to_all: bool
) -> None:
    number = signal.Signals[name]
    with started([large, "--jobs", str(jobs)], SCORECARD_CACHE_DIR=str(tmp_path / "c")) as process:
        wait_for(jobs + 1, process.pid)
        if to_all:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        try:
            out, error = process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            raise
    assert (process.returncode, out) == (code, b"")
    assert b"Traceback" not in error
    assert group_of(process.pid) == []
    assert list((tmp_path / "c").glob(".scorecard.*")) == []


def test_a_killed_command_leaves_no_process(large: Path, tmp_path: Path) -> None:
    with started([large, "--jobs", "3"], SCORECARD_CACHE_DIR=str(tmp_path)) as process:
        wait_for(4, process.pid)
        process.kill()
        process.communicate(timeout=20)
    assert process.returncode == -signal.SIGKILL
    assert wait_for(0, process.pid) == []


@pytest.mark.parametrize("name", ["SIGKILL", "SIGTERM", "SIGINT", "SIGSEGV"])
@pytest.mark.parametrize("which", [slice(1, 2), slice(2, 3), slice(1, None)])
def test_a_worker_that_is_ended_loses_nothing(
    large: Path, usual: Ran, tmp_path: Path, name: str, which: slice
) -> None:
    with started(
        [large, "--jobs", "3", "-f", "junit"], SCORECARD_CACHE_DIR=str(tmp_path)
    ) as process:
        for worker in wait_for(4, process.pid)[which]:
            os.kill(worker, signal.Signals[name])
        out, error = process.communicate(timeout=60)
    assert (process.returncode, out.decode(), error) == (usual.code, usual.out, b"")
    assert group_of(process.pid) == []


@pytest.mark.parametrize("format_", ["json", "junit"])
def test_who_has_seen_enough_of_many_files_hears_nothing_more(home: Path, format_: str) -> None:
    assert home.is_dir()
    process = started(["archive", "-f", format_, "--jobs", "2", "--no-cache"])
    assert process.stdout is not None
    fcntl.fcntl(process.stdout.fileno(), fcntl.F_SETPIPE_SZ, 4096)
    assert len(process.stdout.read(1)) == 1
    process.stdout.close()
    process.stdout = None
    _, error = process.communicate(timeout=60)
    assert (process.returncode, error) == (2, b"")


def test_a_parent_that_ignores_the_end_of_its_children_changes_nothing(home: Path) -> None:
    assert home.is_dir()
    expected = check("archive", "--no-cache")
    script = (
        "import os, signal, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN);"
        "os.execv(sys.argv[1], sys.argv[1:])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", script, *COMMAND, "validate", "archive", "--jobs", "3"],
        capture_output=True,
        check=False,
        env=PLAIN,
    )
    assert (ran.returncode, ran.stdout.decode(), ran.stderr) == (expected.code, expected.out, b"")


def test_no_start_of_a_process_is_seen_by_its_surroundings(large: Path, tmp_path: Path) -> None:
    env: Mapping[str, str] = {"PYTHONWARNINGS": "error", "PYTHONDEVMODE": "1"}
    process = started([large, "--jobs", "2"], SCORECARD_CACHE_DIR=str(tmp_path), **env)
    out, error = process.communicate(timeout=60)
    assert (process.returncode, error) == (0, b"")
    assert out == b"1501 files checked: no findings\n"


@pytest.mark.parametrize("most", [12, 14, 16, 20, 40])
def test_with_few_files_open_at_a_time_all_are_read_by_as_many_processes_as_can_be(
    large: Path, usual: Ran, most: int
) -> None:
    words = ["validate", large, "--no-cache", "--jobs", "50", "-f", "junit"]
    limits = f"import os, resource, sys; resource.setrlimit(resource.RLIMIT_NOFILE, ({most},) * 2)"
    script = f"{limits}; os.execv(sys.argv[1], sys.argv[1:])"
    ran = subprocess.run(
        [sys.executable, "-c", script, *COMMAND, *map(str, words)],
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert (ran.returncode, ran.stdout.decode(), ran.stderr) == (usual.code, usual.out, b"")


FEW = """format = 1
id = "{id}"
edition = "1"
name = "F"
basis = "assumed"
groups = [{{ id = "g", name = "G" }}]
indicators = [{{ id = "one", group = "g", name = "One", unit = "things", kind = "rate", \
direction = "higher", limits = [0, {most}] }}]
"""

ONE = """format = 1
framework = "{framework}"
period = "2025"
unit = {{ id = "hue", name = "Hue", level = "province" }}
sources = {{ r = {{ title = "R" }} }}

[figures]
one = {{ value = 80, source = "r" }}
"""


@pytest.fixture
def codes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[str]]:
    """Return what finds faults from a folder, the same with a cache, old or new, and without."""
    monkeypatch.setattr(fingerprint, "_JUST_NOW", 0)
    monkeypatch.setenv("SCORECARD_CACHE_DIR", str(tmp_path / "cache"))

    def found(where: Path, *words: str) -> list[str]:
        monkeypatch.chdir(where)
        ran = [check(*words, "-f", "json", *more) for more in ([], [], ["--no-cache"])]
        assert ran[0] == ran[1] == ran[2]
        return [item["code"] for item in json.loads(ran[0].out)["diagnostics"]]

    return found


def test_a_name_that_means_another_file_elsewhere_is_another(
    tmp_path: Path, codes: Callable[..., list[str]]
) -> None:
    for home, most in (("x", 100), ("y", 70)):
        (tmp_path / home / "a").mkdir(parents=True)
        (tmp_path / home / "fw.toml").write_text(FEW.format(id=home, most=most), "utf-8")
        text = ONE.format(framework="../fw.toml")
        (tmp_path / home / "a" / "hue.toml").write_text(text, "utf-8")
    assert codes(tmp_path / "x", "a", "../y/a") == ["SC403"]
    assert codes(tmp_path / "y", "../x/a", "a") == ["SC403"]


def test_a_folder_on_the_way_to_a_framework_may_come_and_go(
    tmp_path: Path, codes: Callable[..., list[str]]
) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "fw.toml").write_text(FEW.format(id="f", most=70), "utf-8")
    (tmp_path / "s" / "hue.toml").write_text(ONE.format(framework="../b/../fw.toml"), "utf-8")
    assert codes(tmp_path, "s") == ["SC301"]
    (tmp_path / "b").mkdir()
    assert codes(tmp_path, "s") == ["SC403"]
    (tmp_path / "b").rmdir()
    (tmp_path / "other" / "b").mkdir(parents=True)
    (tmp_path / "other" / "fw.toml").write_text(FEW.format(id="f", most=100), "utf-8")
    (tmp_path / "b").symlink_to("other/b")
    assert codes(tmp_path, "s") == []
