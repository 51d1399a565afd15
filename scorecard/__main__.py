"""The `scorecard` command, as `python -m scorecard` and by its name."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

OBJECTS = 100_000
"""How many more objects there may be before garbage is looked for."""


def main() -> None:
    """Run the command line."""
    # Imports and models make objects that stay: looking through them is a fifth of a short run,
    # and of a long one, too.
    gc.set_threshold(OBJECTS, 20, 20)
    from scorecard.cli.app import main as run

    try:
        run()
    except SystemExit as ended:
        leave(ended.code if isinstance(ended.code, int) else 1)


def leave(code: int) -> NoReturn:
    """End the process at once: taking all apart that it has made is a fifth of a short run, too.

    Nothing is left to be done: files are closed, and what goes to a stream is written when it is
    said. A stream that takes no more has been told of by then.
    """
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            with suppress(OSError, ValueError):
                stream.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
