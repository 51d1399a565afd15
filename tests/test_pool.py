"""Work shared out among processes: all of it is done, in order, whatever becomes of them."""

import os
import signal
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextvars import copy_context

import pytest

from scorecard import pool
from scorecard.i18n.language import speak, spoken
from scorecard.text.signals import ENDINGS

FIRST = os.getpid()
NAMES = [f"{number:04d}" for number in range(500)]


def doubled(names: Sequence[str]) -> list[str]:
    return [name * 2 for name in names]


def prepare() -> Callable[[Sequence[str]], list[str]]:
    return doubled


def done(jobs: int, names: Sequence[str] = NAMES) -> list[str]:
    return [each for batch in pool.in_batches(prepare, names, jobs) for each in batch]


@pytest.mark.parametrize("jobs", [1, 2, 100])
@pytest.mark.parametrize("number", [0, 1, 50, 201, 500])
def test_all_is_done_in_order_by_any_number_of_processes(jobs: int, number: int) -> None:
    assert done(jobs, NAMES[:number]) == doubled(NAMES[:number])


def in_vietnamese() -> list[str]:
    speak("vi")
    return [each for batch in pool.in_batches(lambda: languages, NAMES, 2) for each in batch]


def languages(names: Sequence[str]) -> list[str]:
    return [spoken() for _ in names]


def test_all_processes_speak_the_language_of_the_first() -> None:
    assert set(copy_context().run(in_vietnamese)) == {"vi"}
    assert spoken() == "en"


def test_what_other_processes_cannot_begin_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    submit = ProcessPoolExecutor.submit
    left = [3]

    def refuse(*words: object) -> object:
        left[0] -= 1
        if left[0] < 0:
            raise OSError
        return submit(*words)  # type: ignore[arg-type] # passed on as they came

    monkeypatch.setattr(ProcessPoolExecutor, "submit", refuse)
    assert done(2) == doubled(NAMES)


def ending(names: Sequence[str]) -> list[str]:
    if os.getpid() != FIRST:
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(names)


def test_what_other_processes_die_of_is_done_here() -> None:
    found = [each for batch in pool.in_batches(lambda: ending, NAMES, 2) for each in batch]
    assert found == doubled(NAMES)


def test_who_stops_asking_leaves_no_process_at_work() -> None:
    batches = pool.in_batches(prepare, NAMES, 2)
    assert next(batches) == doubled(NAMES[: pool.BATCH])
    batches.close()  # type: ignore[attr-defined] # it is a generator


@pytest.mark.parametrize("posix", [True, False])
def test_a_process_leaves_signals_to_the_one_that_began_it(
    monkeypatch: pytest.MonkeyPatch, *, posix: bool
) -> None:
    if not posix:
        monkeypatch.delattr(signal, "pthread_sigmask")
    monkeypatch.setattr(pool, "_end_with_parent", lambda: None)
    before = {number: signal.getsignal(number) for number in ENDINGS}
    try:
        pool._begin(prepare, "en")  # noqa: SLF001 - what a process begins with
        assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
        assert signal.getsignal(signal.SIGTERM) == signal.SIG_DFL
        assert pool._done(["a"]) == ["aa"]  # noqa: SLF001 - and what it does
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def test_a_process_whose_parent_is_gone_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    codes: list[int] = []
    monkeypatch.setattr(os, "_exit", codes.append)
    pool._end_with_parent()  # noqa: SLF001 - this process has no parent of that kind
    assert codes == [1]


def test_where_the_system_tells_of_no_affinity_all_processors_count(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert pool.processors() == len(os.sched_getaffinity(0))
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 7)
    assert pool.processors() == 7
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert pool.processors() == 1


@pytest.mark.parametrize("forks", [True, False])
def test_something_is_made_of_each_in_order(
    monkeypatch: pytest.MonkeyPatch, *, forks: bool
) -> None:
    monkeypatch.setattr(pool, "FORKS", forks)
    assert list(pool.made_of_each(lambda name: name * 2, NAMES)) == doubled(NAMES)
