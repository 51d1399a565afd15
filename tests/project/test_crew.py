"""Batches of files examined by several processes: whatever befalls these, in order and complete."""

import errno
import os
import pickle
import resource
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NoReturn

import pytest
from bench import corpus

from scorecard.diagnostic import Diagnostic, Finding
from scorecard.project import checking, crew
from scorecard.project.batch import Batch, Examine, examiner
from scorecard.project.crew import BATCH, aside, batches
from scorecard.project.examining import Examined, Record
from scorecard.project.records import NONE
from scorecard.project.shelf import Use
from scorecard.toml.reading import read

NAMES = [f"{number}.toml" for number in range(7 * BATCH + 3)]
MAIN = os.getpid()


def work(names: Sequence[str]) -> Batch:
    """Return records that say which files they are of."""
    found = [Record(name, "x" * 3000, Examined(None)) for name in names]
    return Batch(found, {names[0]: Use(None, None)})


def dying(how: Callable[[], object], at: str) -> Examine:
    """Return what dies in a worker when it comes to a file."""

    def examine(names: Sequence[str]) -> Batch:
        if os.getpid() != MAIN and at in names:
            how()
        return work(names)

    return examine


def killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def failed() -> NoReturn:
    raise RuntimeError("no more")


def left() -> NoReturn:
    os._exit(3)


def children() -> list[str]:
    return Path(f"/proc/{MAIN}/task/{MAIN}/children").read_text("utf-8").split()


def done(names: Sequence[str], work: Examine, jobs: int) -> list[Batch]:
    """Return all batches."""
    with batches(names, work, jobs) as found:
        return list(found)


def looks(found: Sequence[Batch]) -> list[str | None]:
    return [record.look for batch in found for record in batch.records]


@pytest.mark.parametrize("jobs", [1, 2, 3, 8, 100])
def test_batches_come_in_the_order_of_their_files(jobs: int) -> None:
    found = done(NAMES, work, jobs)
    assert looks(found) == NAMES
    assert [len(batch.records) for batch in found] == [BATCH] * 7 + [3]
    assert [list(batch.used) for batch in found] == [[name] for name in NAMES[::BATCH]]
    assert children() == []


@pytest.mark.parametrize("jobs", [1, 3])
def test_of_very_many_files_batches_are_larger(monkeypatch: pytest.MonkeyPatch, jobs: int) -> None:
    monkeypatch.setattr(crew, "MOST", 3)
    found = done(NAMES, work, jobs)
    assert looks(found) == NAMES
    assert [len(batch.records) for batch in found] == [118, 118, 117]


@pytest.mark.parametrize("slow", [0, 1, 4, 7])
def test_one_slow_batch_holds_up_no_other(slow: int, tmp_path: Path) -> None:
    (tmp_path / "begun").mkdir()

    def examine(names: Sequence[str]) -> Batch:
        (tmp_path / "begun" / names[0]).touch()
        # The slow one is done when all others have been begun, which somebody else has to do.
        for _ in range(500 if names[0] == NAMES[slow * BATCH] else 0):
            if len(list((tmp_path / "begun").iterdir())) == len(NAMES[::BATCH]):
                break
            time.sleep(0.01)
        else:
            assert names[0] != NAMES[slow * BATCH], "nobody does the others"
        # So little is sent that who sends it need not wait for a reader.
        return Batch([Record(name, "", Examined(None)) for name in names], {})

    assert looks(done(NAMES, examine, 2)) == NAMES


def test_of_no_files_there_are_no_batches() -> None:
    assert done([], work, 3) == []


@pytest.mark.parametrize("jobs", [2, 3, 8])
@pytest.mark.parametrize("at", [0, 1, 2, 3, 6, 7])
@pytest.mark.parametrize("how", [killed, failed, left, lambda: signal.raise_signal(signal.SIGTERM)])
def test_whatever_a_worker_dies_of_its_files_are_examined(
    how: Callable[[], object], at: int, jobs: int
) -> None:
    found = done(NAMES, dying(how, NAMES[at * BATCH]), jobs)
    assert looks(found) == NAMES
    assert children() == []


def test_all_workers_may_die_at_once() -> None:
    def examine(names: Sequence[str]) -> Batch:
        return work(names) if os.getpid() == MAIN else failed()

    assert looks(done(NAMES, examine, 3)) == NAMES


def test_what_is_cut_off_anywhere_is_examined_again(tmp_path: Path) -> None:
    data = pickle.dumps(work(NAMES[:2]), pickle.HIGHEST_PROTOCOL)
    data = crew._HEAD.pack(7, len(data)) + data  # noqa: SLF001
    for end in range(len(data) + 1):
        worker = crew._Worker.__new__(crew._Worker)  # noqa: SLF001 - no process is needed for this
        (tmp_path / "sent").write_bytes(data[:end])
        with (tmp_path / "sent").open("rb") as stream:
            worker._stream = stream.fileno()  # noqa: SLF001
            assert worker.next() == ((7, work(NAMES[:2])) if end == len(data) else None), end


def test_what_could_not_be_read_is_recorded_with_no_look() -> None:
    unread = Finding("SC100", arguments={"reason": "too many open files"})
    (record,) = examiner(lambda _: unread, NONE)([__file__]).records
    assert (record.look, record.digest) == (None, "")
    assert [item.code for item in record.examined.diagnostics] == ["SC100"]


@pytest.mark.parametrize("step", ["fork", "pipe"])
@pytest.mark.parametrize("after", [0, 1, 2])
def test_where_no_more_processes_can_be_begun_there_are_fewer(
    monkeypatch: pytest.MonkeyPatch, step: str, after: int
) -> None:
    ordinary = getattr(os, step)
    begun: list[None] = []

    def refused() -> object:
        begun.append(None)
        if len(begun) > after:
            raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")
        return ordinary()

    monkeypatch.setattr(os, step, refused)
    assert looks(done(NAMES, work, 3)) == NAMES
    assert children() == []


@pytest.mark.parametrize("jobs", [2, 3, 5])
@pytest.mark.parametrize("seen", [0, 1, 2])
def test_who_wants_no_more_leaves_no_process_behind(jobs: int, seen: int) -> None:
    def late(*_: object) -> NoReturn:
        for each in children():
            os.kill(int(each), signal.SIGKILL)
        raise AssertionError("it waits for ever")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(5)
    try:
        with batches(NAMES * 5, work, jobs) as found:
            for _ in range(seen):
                next(found)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    assert children() == []


def test_the_end_of_a_worker_may_have_been_told_to_somebody_else(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert looks(done(NAMES, work, 2)) == NAMES
    finally:
        signal.signal(signal.SIGCHLD, before)
    monkeypatch.undo()
    assert children() == []


def test_an_error_is_raised_as_by_one_process() -> None:
    def examine(names: Sequence[str]) -> Batch:
        return failed() if NAMES[BATCH] in names else work(names)

    for jobs in (1, 2, 3):
        with pytest.raises(RuntimeError, match=r"^no more$"):
            done(NAMES, examine, jobs)
        assert children() == []


def test_workers_that_die_lose_no_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus.write(tmp_path / "archive", 240)
    for path in sorted(tmp_path.rglob("2025-01.toml")):
        text = path.read_text("utf-8")
        path.write_text(text.replace('level = "commune"', 'level = "comnume"'), "utf-8")
    names = sorted(path.as_posix() for path in tmp_path.rglob("*.toml"))

    def found(jobs: int) -> list[Diagnostic]:
        return checking.check(names, lambda _: None, jobs=jobs, records=tmp_path / "a").diagnostics

    expected = checking.check(names, lambda _: None).diagnostics
    assert len(expected) == 49

    def mortal(*words: object) -> Examine:
        examine = examiner(read, None)

        def run(part: Sequence[str]) -> Batch:
            if os.getpid() != MAIN and names[100] in part:
                killed()
            return examine(part)

        assert len(words) == 2
        return run

    monkeypatch.setattr(checking, "examiner", mortal)
    for jobs in (1, 2, 3):
        assert found(jobs) == expected


def test_what_is_done_aside_is_there_when_it_is_asked_for() -> None:
    with aside(os.getpid) as result:
        assert len(children()) == 1
        assert result() != MAIN
    assert children() == []


@pytest.mark.parametrize("how", [killed, failed, left])
def test_what_is_not_done_aside_is_done_here(how: Callable[[], object]) -> None:
    def work() -> int:
        if os.getpid() != MAIN:
            how()
        return os.getpid()

    with aside(work) as result:
        assert result() == MAIN
    assert children() == []


def test_who_leaves_does_not_wait_for_what_is_done_aside() -> None:
    begun = time.monotonic()
    with pytest.raises(RuntimeError, match=r"^no more$"), aside(lambda: time.sleep(60)):
        failed()
    assert time.monotonic() - begun < 30
    assert children() == []


def test_what_is_done_aside_need_not_be_asked_for() -> None:
    with aside(os.getpid):
        (worker,) = children()
        while Path(f"/proc/{worker}/stat").read_text("utf-8").split()[2] != "Z":
            time.sleep(0.01)
    assert children() == []


def test_a_signal_just_after_a_process_has_begun_leaves_none_behind(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    @contextmanager
    def interrupted() -> Iterator[None]:
        yield
        raise KeyboardInterrupt

    monkeypatch.setattr(crew, "held", interrupted)
    with pytest.raises(KeyboardInterrupt), aside(lambda: time.sleep(60)):
        pass
    assert children() == []


def test_where_no_process_can_be_had_nothing_is_done_aside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr(os, "fork")
    with aside(os.getpid) as result:
        assert result() == MAIN


def test_where_there_is_no_process_nothing_is_done_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refused)
    with aside(os.getpid) as result:
        assert result() == MAIN


@pytest.mark.parametrize("name", ["close", "fdopen"])
def test_a_worker_that_cannot_begin_ends_and_does_nothing_else(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    ordinary = getattr(os, name)

    def refused(*words: object) -> object:
        if os.getpid() != MAIN:
            raise OSError(errno.EMFILE, "Too many open files")
        return ordinary(*words)

    monkeypatch.setattr(os, name, refused)
    found = looks(done(NAMES, work, 3))
    assert os.getpid() == MAIN
    assert found == NAMES
    assert children() == []


def test_any_number_of_files_may_be_open() -> None:
    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(4096, before[1]), before[1]))
    held = [os.open(os.devnull, os.O_RDONLY) for _ in range(1100)]
    try:
        assert looks(done(NAMES, work, 3)) == NAMES
    finally:
        for each in held:
            os.close(each)
        resource.setrlimit(resource.RLIMIT_NOFILE, before)
