"""How far long work has come, said on a terminal while it lasts."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import TYPE_CHECKING, Literal

from scorecard.i18n.sayings import say

if TYPE_CHECKING:
    from rich.progress import Progress

SOON = 1.0
"""Seconds in which nothing is said yet."""

OFTEN = 0.2
"""Seconds between two looks at how far it has come."""


Of = Literal["read", "measured"]
"""What has been done so far: files read, or scorecards measured."""


@contextmanager
def progress(
    of: Of = "read", *, quiet: bool, soon: float = SOON
) -> Iterator[Callable[[int], None]]:
    """Give what is told how many more have been done; where nobody looks, it says nothing."""
    stream = sys.stderr
    shown = stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"
    if quiet or not shown:
        yield lambda _: None
        return
    done, due = 0, time.monotonic() + soon
    display: Progress | None = None
    stack = ExitStack()

    def step(more: int) -> None:
        nonlocal done, due, display
        done += more
        if time.monotonic() < due:
            return
        due = time.monotonic() + OFTEN
        # A terminal that has gone away is no reason to stop.
        with suppress(OSError):
            display = display or stack.enter_context(_display(of, done))
            display.update(display.task_ids[0], completed=done, refresh=True)

    try:
        yield step
    finally:
        with suppress(OSError):
            stack.close()


def _display(of: Of, done: int) -> "Progress":
    """Return a line on stderr that is gone in the end; no thread draws it, as processes fork."""
    # What is done within a second needs none of this.
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True, force_terminal=True, force_interactive=True)
    display = Progress(
        say(f"progress.{of}", number="{task.completed:,}"),
        console=console,
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    display.add_task("", total=None, completed=done)
    return display
