"""Other tools that check TOML files by a JSON Schema, in a virtual environment of their own."""

import subprocess
import sys
import venv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.timing import Words, environment

NAMES = ("check-jsonschema", "taplo", "tombi")
"""How they are called on the package index, and started."""

_AT_ONCE = 10_000
"""How many paths fit on a command line everywhere."""


@dataclass(frozen=True, slots=True)
class Peers:
    """The peers, and the schema that they check by."""

    bin: Path
    schema: Path

    def versions(self) -> dict[str, str]:
        """Return the version of each."""
        return {
            name: said(str(self.bin / name), "--version").split("(")[0].split()[-1]
            for name in NAMES
        }

    def checking(self, name: str, folder: Path) -> tuple[Words, ...]:
        """Return the commands that check all scorecards of an archive, run in its folder."""
        if name == "taplo":
            return (self._words(name, ["district-*/**/*.toml"]),)
        if name == "tombi":
            return (self._words(name, ["."]),)
        paths = sorted(str(path.relative_to(folder)) for path in folder.glob("*/*/*.toml"))
        batches = range(0, len(paths), _AT_ONCE)
        return tuple(self._words(name, paths[start : start + _AT_ONCE]) for start in batches)

    def checking_one(self, name: str, path: str) -> tuple[Words, ...]:
        """Return the command that checks one scorecard, by its path in the folder."""
        return (self._words(name, [path]),)

    def _words(self, name: str, targets: Sequence[str]) -> Words:
        program = str(self.bin / name)
        match name:
            case "check-jsonschema":
                return (program, "--schemafile", str(self.schema), *targets)
            case "taplo":
                return (program, "check", "--schema", self.schema.as_uri(), *targets)
            case _:
                return (program, "lint", "--offline", *targets)


def install(folder: Path, schema: Path) -> Peers:
    """Install what is not there yet."""
    home = folder / "peers"
    peers = Peers(home / "bin", schema)
    if not all((peers.bin / name).exists() for name in NAMES):
        sys.stderr.write(f"installing {', '.join(NAMES)}\n")
        venv.create(home, clear=True, with_pip=True)
        pip = (str(peers.bin / "python"), "-m", "pip", "install", "--quiet", *NAMES)
        subprocess.run(pip, check=True)
    return peers


def said(*words: str) -> str:
    """Return what a command prints; raise where it fails."""
    ran = subprocess.run(words, env=environment(), capture_output=True, check=True)
    return ran.stdout.decode().strip()
