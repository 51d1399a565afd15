"""Files checked by several processes and with a cache: the same answer, and nothing left behind."""

import fcntl
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import pytest
from bench import corpus
from command import Ran, run
from sampled import sampled

from scorecard import pool
from scorecard.project import cache_file, fingerprint

CASES = Path(__file__).parents[1] / "cases"
PLAIN = {
    **{name: value for name, value in os.environ.items() if not name.startswith("COV")},
    "COLUMNS": "80",
    "PYTHONDONTWRITEBYTECODE": "1",
}
"""Without a measurement of coverage, which a process that is killed cannot end."""

BATCH, FEW, JUST_NOW = 5, 20, 0
"""With these a hundred files are many, and every file looks settled."""

GATED = f"""
import fcntl, os
from scorecard.__main__ import main
from scorecard import pool
from scorecard.project import check_files, fingerprint
pool.BATCH, pool.FEW, fingerprint._JUST_NOW = {BATCH}, {FEW}, {JUST_NOW}
read = check_files.read
def behind_the_gate(name):
    with open(os.environ["GATE"]) as gate:
        fcntl.flock(gate, fcntl.LOCK_SH)
    return read(name)
if "GATE" in os.environ:
    check_files.read = behind_the_gate
main()
"""
"""The command under these settings; it reads no file while somebody else locks the gate."""

COMMAND = (sys.executable, "-c", GATED)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of a hundred files, in which all sorts of things are wrong."""
    home = tmp_path_factory.mktemp("home")
    folder = home / "archive"
    _write(folder)
    shutil.copytree(CASES / "frameworks", folder / "frameworks")
    (folder / "invalid").mkdir()
    cases = sorted((CASES / "invalid").glob("*.toml"))
    for path in {path.name[:5]: path for path in cases}.values():  # one of each code
        shutil.copy(path, folder / "invalid")
    cards = sorted(folder.glob("district-0000/*/*.toml"))
    shutil.copy(cards[0], folder / "twice.toml")
    shutil.copy(cards[16], folder / "district-0000/twice.toml")
    for at, name in ((5, "nowhere.toml"), (13, "../../invalid/SC101-windows-1258.toml")):
        _edit(cards[at], 'framework = "../../framework.toml"', f'framework = "{name}"')
    _edit(cards[1], "[figures]", '[ignore]\nSC710 = "a reason"\nSC403 = "a reason"\n\n[figures]')
    _edit(cards[9], "[unit]", "unit =")
    _ten_times(folder / "district-0000/commune-0000-03/2025-02.toml")
    _ten_times(folder / "district-0000/commune-0000-06/2025-03.toml")
    (folder / "district-0000/empty.toml").write_bytes(b"")
    (folder / "linked.toml").symlink_to("twice.toml")
    (folder / "nothing.toml").symlink_to("nowhere")
    (folder / "a\nb\t.toml").write_text("format = 1\n", "utf-8")
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff.toml")).write_text("format = 1\n", "utf-8")
    return home


def _write(folder: Path) -> None:
    """Write four months of a district with seven communes."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(corpus, "COMMUNES", 7)
        corpus.write(folder, 4 * 8)


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
    """Return the folder that we work in; there is a cache, and a hundred files are many."""
    monkeypatch.setattr(pool, "BATCH", BATCH)
    monkeypatch.setattr(pool, "FEW", FEW)
    monkeypatch.setattr(fingerprint, "_JUST_NOW", JUST_NOW)
    monkeypatch.setenv("SCORECARD_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.chdir(archive)
    return archive


def check(*words: str) -> Ran:
    return run("validate", *words)


@pytest.fixture(scope="module")
def usual(archive: Path) -> Callable[[str], Ran]:
    """Return what is found in the archive by one process without a cache, in a format."""

    @cache
    def found(format_: str) -> Ran:
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(archive)
            return check("archive", "-f", format_, "--no-cache", "--jobs", "1")

    return found


@pytest.mark.usefixtures("home")
def test_all_sorts_of_things_are_wrong_in_the_archive(usual: Callable[[str], Ran]) -> None:
    ran = usual("text")
    assert (ran.code, ran.err) == (2, "")
    told = {f"SC{number}" for number in (100, 101, 301, 304, 701, 705, 710, 902)}
    assert {code for code in told if f"[{code}]" in ran.out} == told
    number, _, rest = ran.out.splitlines()[-1].partition(" files checked: ")
    assert int(number) > 4 * pool.FEW
    assert rest


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("jobs", "format_"),
    sampled([("3", "json"), ("1", "json"), ("2", "text")]),
)
def test_no_number_of_processes_and_no_cache_changes_a_byte(
    tmp_path: Path, usual: Callable[[str], Ran], jobs: str, format_: str
) -> None:
    words = ("archive", "-f", format_, "--jobs", jobs)
    expected = usual(format_)
    assert check(*words, "--no-cache") == expected
    assert not (tmp_path / "cache").exists()
    assert check(*words) == expected
    assert (tmp_path / "cache" / cache_file.FILE).exists()
    assert check(*words) == expected


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("jobs", sampled(["3", "1"]))
def test_of_many_files_only_the_changed_one_is_read_again(tmp_path: Path, jobs: str) -> None:
    folder = tmp_path / "archive"
    _write(folder)
    words = (str(folder), "--jobs", jobs, "-f", "json")
    fine = check(*words)
    assert (fine.code, check(*words)) == (0, fine)
    _edit(folder / "district-0000/commune-0000-06/2025-02.toml", '"commune"', '"comnume"')
    changed = check(*words)
    assert changed.code == 1
    assert changed == check(*words) == check(*words, "--no-cache")
    _edit(folder / "district-0000/commune-0000-06/2025-02.toml", '"comnume"', '"commune"')
    assert check(*words) == check(*words) == fine


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("batch", [1, pytest.param(1000, marks=pytest.mark.slow)])
def test_no_size_of_a_batch_changes_a_byte(
    monkeypatch: pytest.MonkeyPatch, usual: Callable[[str], Ran], batch: int
) -> None:
    monkeypatch.setattr(pool, "BATCH", batch)
    assert check("archive", "-f", "json", "--no-cache", "--jobs", "1") == usual("json")
    assert check("archive", "-f", "json", "--jobs", "3") == usual("json")


def test_jobs_are_at_least_one() -> None:
    assert check("archive", "--jobs", "0").code == 2


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    "words", [("--select", "SC7"), pytest.param(("--fail-on", "note"), marks=pytest.mark.slow)]
)
def test_what_counts_is_not_kept(words: tuple[str, ...]) -> None:
    expected = check("archive", *words, "--no-cache")
    assert check("archive", *words) == expected
    assert check("archive", *words) == expected


@pytest.mark.usefixtures("home")
def test_where_it_goes_is_not_kept(tmp_path: Path, usual: Callable[[str], Ran]) -> None:
    written = tmp_path / "written"
    assert check("archive", "-o", str(written)).out == ""
    assert written.read_text("utf-8") == usual("text").out


# Several at once, and what happens to processes.


def started(
    *words: str | Path, command: Sequence[str] = COMMAND, **env: str | Path
) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [*command, "validate", *map(str, words)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**PLAIN, **{name: str(value) for name, value in env.items()}},
        start_new_session=True,
    )


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


@contextmanager
def at_work(
    *words: str, home: Path, number: int = 1
) -> Iterator[list[tuple[subprocess.Popen[bytes], list[int]]]]:
    """Start so many commands with three processes more each; while this lasts all have work."""
    with (home / "gate").open("w") as gate:
        fcntl.flock(gate, fcntl.LOCK_EX)
        words = ("archive", "--jobs", "3", *words)
        commands = [
            started(*words, GATE=gate.name, SCORECARD_CACHE_DIR=home / "cache")
            for _ in range(number)
        ]
        yield [(command, wait_for(4, command.pid)[1:]) for command in commands]


def ended(process: subprocess.Popen[bytes]) -> tuple[int, str, bytes]:
    """Return the exit code and both streams of a command that leaves no process behind."""
    try:
        out, error = process.communicate(timeout=60)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    assert group_of(process.pid) == []
    return process.returncode, out.decode(), error


@pytest.mark.usefixtures("home")
@pytest.mark.slow
def test_two_at_once_give_the_right_answer_and_keep_it(
    tmp_path: Path, usual: Callable[[str], Ran]
) -> None:
    with at_work("-f", "json", home=tmp_path, number=2) as both:
        one, other = (process for process, _ in both)
    expected = usual("json")
    assert ended(one) == ended(other) == (expected.code, expected.out, b"")
    assert check("archive", "-f", "json") == expected
    kept = {path.name for path in (tmp_path / "cache").iterdir()}
    assert kept == {cache_file.FILE, ".gitignore", "CACHEDIR.TAG"}


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("name", "code", "to_all"),
    [
        ("SIGINT", 130, True),
        pytest.param("SIGTERM", 143, False, marks=pytest.mark.slow),
        pytest.param("SIGTERM", 143, True, marks=pytest.mark.slow),
        pytest.param("SIGHUP", 129, True, marks=pytest.mark.slow),
    ],
)
def test_an_ended_command_leaves_no_process_and_no_part(
    tmp_path: Path, name: str, code: int, *, to_all: bool
) -> None:
    with at_work(home=tmp_path) as [(process, _)]:
        (os.killpg if to_all else os.kill)(process.pid, signal.Signals[name])
    returned, out, error = ended(process)
    assert (returned, out) == (code, "")
    assert b"Traceback" not in error
    assert list((tmp_path / "cache").glob(".scorecard.*")) == []


@pytest.mark.usefixtures("home")
@pytest.mark.slow
def test_a_killed_command_leaves_no_process(tmp_path: Path) -> None:
    with at_work(home=tmp_path) as [(process, _)]:
        process.kill()
        process.communicate(timeout=60)
        assert wait_for(0, process.pid) == []
    assert process.returncode == -signal.SIGKILL


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize(
    ("name", "number"),
    [
        ("SIGKILL", 1),
        pytest.param("SIGKILL", 3, marks=pytest.mark.slow),
        pytest.param("SIGTERM", 1, marks=pytest.mark.slow),
        pytest.param("SIGINT", 3, marks=pytest.mark.slow),
    ],
)
def test_a_worker_that_is_ended_loses_nothing(
    tmp_path: Path, usual: Callable[[str], Ran], name: str, number: int
) -> None:
    with at_work("-f", "json", home=tmp_path) as [(process, workers)]:
        for worker in workers[:number]:
            # Of a broken pool the others are ended as well, perhaps before it is their turn.
            with suppress(ProcessLookupError):
                os.kill(worker, signal.Signals[name])
    expected = usual("json")
    assert ended(process) == (expected.code, expected.out, b"")


@pytest.mark.slow
@pytest.mark.parametrize("number", [1, 3])
def test_of_thousands_of_files_a_worker_that_is_ended_loses_nothing(
    tmp_path: Path, number: int
) -> None:
    """Workers have to wait until what they send is read."""
    corpus.write(tmp_path / "archive", 1500)
    expected = check(str(tmp_path / "archive"), "--no-cache", "--jobs", "1", "-f", "junit")
    command = (sys.executable, "-m", "scorecard")
    words = (tmp_path / "archive", "--jobs", "3", "-f", "junit")
    process = started(*words, command=command, SCORECARD_CACHE_DIR=tmp_path)
    for worker in wait_for(4, process.pid)[1:][:number]:
        os.kill(worker, signal.SIGKILL)
    assert ended(process) == (expected.code, expected.out, b"")


@pytest.mark.usefixtures("home")
@pytest.mark.slow
def test_who_has_seen_enough_of_many_files_hears_nothing_more() -> None:
    process = started("archive", "-f", "json", "--jobs", "2", "--no-cache")
    assert process.stdout is not None
    fcntl.fcntl(process.stdout.fileno(), fcntl.F_SETPIPE_SZ, 4096)
    assert len(process.stdout.read(1)) == 1
    process.stdout.close()
    process.stdout = None
    _, error = process.communicate(timeout=60)
    assert (process.returncode, error) == (2, b"")


@pytest.mark.usefixtures("home")
@pytest.mark.slow
def test_a_parent_that_ignores_the_end_of_its_children_changes_nothing(
    usual: Callable[[str], Ran],
) -> None:
    before = (
        "import os, signal, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN);"
        "os.execv(sys.argv[1], sys.argv[1:])"
    )
    command, expected = (sys.executable, "-c", before, *COMMAND), usual("text")
    process = started("archive", "--jobs", "3", "--no-cache", command=command)
    assert ended(process) == (expected.code, expected.out, b"")


@pytest.mark.usefixtures("home")
@pytest.mark.slow
def test_no_start_of_a_process_is_seen_by_its_surroundings(
    tmp_path: Path, usual: Callable[[str], Ran]
) -> None:
    env = {"PYTHONWARNINGS": "error", "PYTHONDEVMODE": "1"}
    process = started("archive", "--jobs", "2", SCORECARD_CACHE_DIR=tmp_path, **env)
    expected = usual("text")
    assert ended(process) == (expected.code, expected.out, b"")


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("most", [8, 10, 20])
@pytest.mark.slow
def test_with_few_files_open_at_a_time_all_are_read(usual: Callable[[str], Ran], most: int) -> None:
    """The system gives no pipes for processes, no process, or a few of those that are asked for."""
    limits = f"import os, resource, sys; resource.setrlimit(resource.RLIMIT_NOFILE, ({most},) * 2)"
    before = f"{limits}; os.execv(sys.argv[1], sys.argv[1:])"
    command, expected = (sys.executable, "-c", before, *COMMAND), usual("json")
    process = started("archive", "--no-cache", "--jobs", "50", "-f", "json", command=command)
    assert ended(process) == (expected.code, expected.out, b"")


FRAMEWORK = """format = 1
id = "{id}"
edition = "1"
name = "F"
basis = "Decision 1"
groups = [{{ id = "g", name = "G" }}]
indicators = [{{ id = "one", group = "g", name = "One", unit = "things", kind = "rate", \
direction = "higher", limits = [0, {most}] }}]
"""

CARD = """format = 1
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
        (tmp_path / home / "fw.toml").write_text(FRAMEWORK.format(id=home, most=most), "utf-8")
        text = CARD.format(framework="../fw.toml")
        (tmp_path / home / "a" / "hue.toml").write_text(text, "utf-8")
    assert codes(tmp_path / "x", "a", "../y/a") == ["SC403"]
    assert codes(tmp_path / "y", "../x/a", "a") == ["SC403"]


def test_a_folder_on_the_way_to_a_framework_may_come_and_go(
    tmp_path: Path, codes: Callable[..., list[str]]
) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "fw.toml").write_text(FRAMEWORK.format(id="f", most=70), "utf-8")
    (tmp_path / "s" / "hue.toml").write_text(CARD.format(framework="../b/../fw.toml"), "utf-8")
    assert codes(tmp_path, "s") == ["SC301"]
    (tmp_path / "b").mkdir()
    assert codes(tmp_path, "s") == ["SC403"]
    (tmp_path / "b").rmdir()
    (tmp_path / "other" / "b").mkdir(parents=True)
    (tmp_path / "other" / "fw.toml").write_text(FRAMEWORK.format(id="f", most=100), "utf-8")
    (tmp_path / "b").symlink_to("other/b")
    assert codes(tmp_path, "s") == []
