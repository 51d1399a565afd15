"""What ends the help of each command: examples, and what its exit codes mean."""

_ERRORS = "errors in files"


def _ending(*examples: str, fails: str = "") -> str:
    codes = ["0 fine", *([f"1 {fails}"] if fails else []), "2 wrong use, or it could not run"]
    lines = ["Examples:", *(f"  scorecard {each}" for each in examples)]
    return "\n".join([*lines, "", f"Exit codes: {', '.join(codes)}."])


ENDINGS = {
    "show": _ending(
        "show cao-bang",
        "show cao-bang --framework pci --since 2015",
        "show cao-bang --framework papi --lang vi --format markdown",
        fails=_ERRORS,
    ),
    "compare": _ending(
        "compare",
        "compare --framework pci --top 10",
        "compare cao-bang hue --by indicators",
        "compare --what-if cao-bang:satisfaction_points=15 --format csv",
        fails=_ERRORS,
    ),
    "explain": _ending(
        "explain cao-bang", "explain cao-bang satisfaction", "explain SC403", fails=_ERRORS
    ),
    "validate": _ending(
        "validate",
        "validate --fix --diff",
        "validate scorecards/papi --fail-on warning --format github",
        fails="findings at --fail-on or above",
    ),
    "diff": _ending(
        "diff HEAD~1",
        "diff old-folder new-folder --format markdown",
        fails="differences, with --exit-code",
    ),
    "new": _ending(
        "new",
        "new --framework decision-766 --unit hoa-an --period 2026-H1",
        "new example",
    ),
    "import": _ending(
        "import book.xlsx -o map.toml",
        "import book.xlsx --map map.toml",
        "import book.xlsx --map map.toml --write",
        fails="doubtful cells, or other findings",
    ),
    "set": _ending(
        "set cao-bang satisfaction_points=15.5",
        'set cao-bang hue online_payment_points=">6" --dry-run',
        fails=_ERRORS,
    ),
    "export": _ending(
        "export -o figures.csv",
        "export scorecards/papi -o papi.parquet",
        "export -o parts --partition-by period --format parquet",
        "export --sql -o scores.sql",
        fails=_ERRORS,
    ),
    "schema": _ending("schema -o scorecard.schema.json", "schema output"),
}
"""The endings by the names of commands."""
