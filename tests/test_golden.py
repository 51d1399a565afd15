"""What each format prints, letter by letter; SCORECARD_UPDATE=1 writes it anew, to be read."""

import os
from pathlib import Path
from typing import get_args

import pytest
from command import run

from scorecard.text.formats import Format

GOLDEN = Path(__file__).parent / "golden"

FORMATS = {
    "table-60": ("60", ()),
    "table-80": ("80", ()),
    "table-160": ("160", ()),
    "table-colour": ("100", ("--color", "always")),
    "table-vi": ("100", ("--lang", "vi")),
    "table-ar": ("100", ("--lang", "ar")),
    **{
        name: ("80", ("--format", name))
        for name in get_args(Format)
        # A page names the files and the version that it is made by; a workbook is no text.
        if name not in ("table", "html", "xlsx")
    },
}

COMMANDS = {
    "show": ("show",),
    "compare": ("compare",),
    "compare-units": ("compare", "--rows", "units"),
}


@pytest.mark.parametrize("name", ["ordinary", "nasty"])
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("format_", FORMATS)
def test_what_is_printed_is_what_was_read_and_found_good(
    name: str, command: str, format_: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    width, options = FORMATS[format_]
    monkeypatch.chdir(GOLDEN)
    # Units of several periods stand side by side where their files are named.
    files = sorted(Path(name).glob("[!f]*.toml"))
    targets = files if name == "nasty" else [Path(name)]
    ran = run(*COMMANDS[command], *targets, *options, env={"COLUMNS": width})
    assert (ran.code, ran.err) == (0, "")
    golden = GOLDEN / f"{name}-{command}.{format_}.txt"
    if os.environ.get("SCORECARD_UPDATE") == "1":
        golden.write_text(ran.out, "utf-8", newline="\n")
    assert ran.out == golden.read_text("utf-8")


def test_every_golden_file_is_compared() -> None:
    names = {
        f"{name}-{command}.{format_}.txt"
        for name in ("ordinary", "nasty")
        for command in COMMANDS
        for format_ in FORMATS
    }
    assert {path.name for path in GOLDEN.glob("*.txt")} == names
