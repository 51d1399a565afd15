"""What takes its time to import is imported by those runs only that have a use for it."""

import subprocess
import sys
from pathlib import Path

import pytest

ORDINARY = Path(__file__).parents[1] / "golden" / "ordinary"

RUN = """
import sys
from scorecard.cli.app import main
try:
    main()
except SystemExit:
    print("rich" in sys.modules)
"""


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        (("validate", "--no-cache", "--select", "SC101"), False),
        (("show", "--format", "json"), False),
        (("compare", "--format", "csv"), False),
        (("compare", "--format", "markdown"), False),
        (("compare",), True),
    ],
)
def test_only_tables_wait_for_rich(words: tuple[str, ...], *, drawn: bool) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", RUN, *words, str(ORDINARY)], stdout=subprocess.PIPE, check=True
    )
    assert ran.stdout.decode().splitlines()[-1] == str(drawn)
