"""Work on many files or units done by several processes at once, and given in its order."""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from scorecard.i18n.language import Language, speak, spoken
from scorecard.text.signals import ENDINGS, held

BATCH = 50
"""How many are worked on at a time: so few that no process waits long for another."""

FEW = 200
"""So many are done sooner by one process than others are begun."""

FORKS = hasattr(os, "fork")
"""Whether other processes have what is loaded here; if not, they load it themselves."""

AHEAD = 4
"""So many batches a process are done before they are asked for: what comes of all is much."""

Item = TypeVar("Item")
Result = TypeVar("Result")

Work = Callable[[Sequence[Item]], Result]
"""What is done with a batch."""

Step = Callable[[int], None]
"""Is told how many more are done."""

_work: list[Work[Any, Any]] = []
"""What this process does, where it is one of a pool."""


def processors() -> int:
    """Return how many processors are at hand."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def in_batches(
    prepare: Callable[[], Work[Item, Result]], items: Sequence[Item], jobs: int
) -> Iterator[Result]:
    """Yield what comes of items, batch by batch; the same for any number of processes.

    Each process prepares its work once. Whatever one dies of, its share is done here all the same.
    """
    batches = [items[start : start + BATCH] for start in range(0, len(items), BATCH)]
    done = 0
    if jobs > 1 and len(items) > FEW:
        for result in _by_processes(prepare, batches, min(jobs, len(batches))):
            done += 1
            yield result
    if done < len(batches):
        yield from map(prepare(), islice(batches, done, None))


def made_of_each(make: Callable[[Item], Result], items: Sequence[Item]) -> Iterator[Result]:
    """Yield what is made of each of items that are loaded here, by all processors if they can.

    Nothing that it keeps in an item is there afterwards.
    """

    def work(places: Sequence[int]) -> list[Result]:
        return [make(items[place]) for place in places]

    for batch in in_batches(lambda: work, range(len(items)), processors() if FORKS else 1):
        yield from batch


def _by_processes(
    prepare: Callable[[], Work[Item, Result]], batches: Sequence[Sequence[Item]], jobs: int
) -> Iterator[Result]:
    """Yield what comes of batches, for as long as the system gives processes and ends none."""
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    context = multiprocessing.get_context("fork" if FORKS else None)
    try:
        # Of processes that have begun in part, some would wait for ever.
        with held():
            begun = (prepare, spoken())
            pool = ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=begun)
            futures = deque(pool.submit(_done, each) for each in batches[: jobs * AHEAD])
    except (OSError, BrokenProcessPool):
        for process in multiprocessing.active_children():
            process.kill()
        return
    left = iter(batches[jobs * AHEAD :])
    try:
        while futures:
            result = futures.popleft().result()
            futures.extend(pool.submit(_done, each) for each in islice(left, 1))
            yield result
    except BrokenProcessPool:
        return
    finally:
        # At exit, Python would wake a pool that may just be closing, and print an error.
        pool.shutdown(cancel_futures=True)


def _begin(prepare: Callable[[], Work[Any, Any]], language: Language) -> None:
    """Prepare the work of a process; the one that began it ends it, by SIGTERM if it must."""
    for number in ENDINGS:
        ends = number == signal.SIGTERM
        signal.signal(number, signal.SIG_DFL if ends else signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        # They were held back while this process began.
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDINGS)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    speak(language)
    _work.append(prepare())


def _end_with_parent() -> None:
    """End this process when the one that began it is gone, whatever that has died of."""
    from multiprocessing import parent_process

    if parent := parent_process():
        parent.join()
    os._exit(1)


def _done(batch: Sequence[Any]) -> Any:  # noqa: ANN401 - what the work returns
    return _work[-1](batch)
