"""Other tools that check TOML files by a JSON Schema, each with the schema that it is given."""

import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from bench.timing import Words, environment

CHECK, TAPLO = NAMES = ("check-jsonschema", "taplo")
"""How they are called on the package index, and started."""

_AT_ONCE = 10_000
"""How many paths fit on a command line everywhere."""


@dataclass(frozen=True, slots=True)
class Peers:
    """The peers, the schema as it is published, and the one narrowed to the archive's figures."""

    bin: Path
    published: Path
    narrowed: Path

    def version(self, name: str) -> str:
        """Return the version of one of them."""
        return said(str(self.bin / name), "--version").split()[-1]

    def checking(self, name: str, folder: Path) -> tuple[Words, ...]:
        """Return the commands that check all scorecards of an archive, run in its folder."""
        program = str(self.bin / name)
        if name == TAPLO:
            schema = self.published.as_uri()
            return ((program, "lint", "--schema", schema, "district-*/**/*.toml"),)
        paths = sorted(str(path.relative_to(folder)) for path in folder.glob("*/*/*.toml"))
        return tuple(
            (program, "--schemafile", str(self.narrowed), *paths[start : start + _AT_ONCE])
            for start in range(0, len(paths), _AT_ONCE)
        )


def installed(home: Path) -> Path:
    """Return the folder of the peers' programs; install what is not there yet."""
    programs = home / "bin"
    if not all((programs / name).exists() for name in NAMES):
        sys.stderr.write(f"installing {', '.join(NAMES)}\n")
        venv.create(home, clear=True, with_pip=True)
        pip = (str(programs / "python"), "-m", "pip", "install", "--quiet", *NAMES)
        subprocess.run(pip, check=True)
    return programs


def said(*words: str) -> str:
    """Return what a command prints; raise where it fails."""
    ran = subprocess.run(words, env=environment(), capture_output=True, check=True)
    return ran.stdout.decode().strip()
