"""Options that the environment or a scorecard.toml sets where the command line does not."""

import os
from collections import defaultdict
from pathlib import Path
from typing import Any

from typer._click.core import Context, ParameterSource
from typer.core import TyperOption

from scorecard.cli.translation import SpokenCommand
from scorecard.i18n import Words
from scorecard.i18n.language import spoken
from scorecard.project.defaults import Default, defaults
from scorecard.project.places import is_there

NEVER = {"--output", "--fix", "--write-baseline", "--watch", "--all", "--columns", "--help"}
"""What only the command line asks for: it writes, never ends, or is another question."""


class WithDefaults(SpokenCommand):
    """A command that takes defaults; its help says what is set, and where."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: Context | None = None, **extra: object
    ) -> Context:
        """Return the context of a run, once it is known which folder that is about."""
        if extra.get("resilient_parsing"):
            # Who waits at the prompt wants names, and hears of no fault.
            return super().make_context(info_name, args, parent, **extra)
        options = self._options()
        self._listen(options)
        tried = super().make_context(info_name, [*args], parent, resilient_parsing=True)
        found = self._found(tried, options)
        self._tell(options, found)
        values = {option.name: found[key].value for key, option in options.items() if key in found}
        return super().make_context(info_name, args, parent, default_map=values, **extra)

    def _options(self) -> dict[str, TyperOption]:
        """Return the options that can be set, by their names in a file."""
        options = (each for each in self.params if isinstance(each, TyperOption))
        return {
            each.opts[0].removeprefix("--").replace("-", "_"): each
            for each in options
            if each.opts[0] not in NEVER
        }

    def _listen(self, options: dict[str, TyperOption]) -> None:
        """Let the environment set what it has a variable for; the help shows no others."""
        for key, option in options.items():
            name = f"SCORECARD_{key.upper()}"
            if os.environ.get(name) and option.envvar is None:
                option.envvar = name

    def _found(self, tried: Context, options: dict[str, TyperOption]) -> dict[str, Default]:
        """Return what files say of the options, and which does; a choice only where it is one."""
        folders = _folders(tried.params)
        said = defaults(str(self.name), folders)
        usual = tried.get_parameter_source("folder") is ParameterSource.DEFAULT
        if "dir" in said and usual and not _targets(tried.params):
            said |= defaults(str(self.name), [Path(str(said["dir"].value))]) | {"dir": said["dir"]}
        return {
            key: each
            for key, each in said.items()
            if key in options and each.value in getattr(options[key].type, "choices", (each.value,))
        }

    def _tell(self, options: dict[str, TyperOption], found: dict[str, Default]) -> None:
        """Have the help end with what is set, and where."""
        words = Words(spoken())
        where: dict[str, list[str]] = defaultdict(list)
        for key, option in options.items():
            if isinstance(option.envvar, str) and os.environ.get(option.envvar):
                where[words("help.environment")].append(option.opts[0])
            elif key in found:
                where[found[key].file].append(option.opts[0])
        told = (words("help.set-in", file=k, options=", ".join(v)) for k, v in where.items())
        # Square brackets would be markup to rich.
        said = [each.replace("[", r"\[") for each in told]
        self.epilog = "\n\n".join(filter(None, [self.epilog, *said])) or None


def _folders(typed: dict[str, Any]) -> list[Path]:
    """Return the folders that a command is about: those of its targets, else that of --dir."""
    named = [path if path.is_dir() else path.parent for path in _targets(typed)]
    folder = Path(typed.get("folder") or "")
    return named or ([folder] if is_there(folder) and folder.is_dir() else [])


def _targets(typed: dict[str, Any]) -> list[Path]:
    """Return the files and folders that are named, and are there."""
    words = [
        *(typed.get("targets") or typed.get("paths") or typed.get("words") or ()),
        *filter(None, (typed.get("target"), typed.get("then"))),
    ]
    return [path for path in map(Path, words) if is_there(path)]
