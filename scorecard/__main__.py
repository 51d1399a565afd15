"""The `scorecard` command, as `python -m scorecard` and by its name."""

import gc

from scorecard.cli.app import main as run


def main() -> None:
    """Run the command line."""
    try:
        run()
    finally:
        # Python would look through everything once more at its end: a fifth of a short run.
        gc.freeze()


if __name__ == "__main__":
    main()
