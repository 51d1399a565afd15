"""What takes its time to import is imported by those runs only that have a use for it."""

import subprocess
import sys
from pathlib import Path

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"

ONE_AFTER_THE_OTHER = """
import sys
from scorecard.cli.app import main
for words in sys.argv[2:]:
    sys.argv[1:] = [*words.split(), sys.argv[1]]
    try:
        main()
    except SystemExit:
        print(words, "rich" in sys.modules, file=sys.stderr)
    sys.argv[1:] = sys.argv[-1:]
"""


def test_only_tables_wait_for_rich() -> None:
    commands = (
        "validate --no-cache --select SC101",
        "show --format json",
        "compare --format csv",
        "compare --format markdown",
        "compare --format table",
    )
    ran = subprocess.run(
        [sys.executable, "-c", ONE_AFTER_THE_OTHER, ORDINARY, *commands],
        capture_output=True,
        check=True,
    )
    *before, last = ran.stderr.decode().splitlines()
    assert [line for line in before if line.startswith(commands)] == [
        f"{words} False" for words in commands[:-1]
    ]
    assert last == f"{commands[-1]} True"
