"""The `scorecard` command, as `python -m scorecard` and by its name."""

import gc
import sys

OBJECTS = 100_000
"""How many more objects there may be before garbage is looked for."""


def main() -> None:
    """Run the command line."""
    # Imports and models make objects that stay: looking through them is a fifth of a run, and
    # once more when Python ends.
    gc.set_threshold(OBJECTS, 20, 20)
    try:
        from scorecard.cli.app import main as run

        run()
    except KeyboardInterrupt:
        sys.exit(130)
    finally:
        gc.freeze()


if __name__ == "__main__":
    main()
