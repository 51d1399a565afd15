"""Scripts of our own for bash, zsh and fish in the place of typer's, and the answers they read."""

from pathlib import Path

# Typer has no public way to another script. With its own, bash breaks words at @ and =, no shell
# completes both ids and files, and rich is loaded to take markup out of help that has none.
from typer._click.shell_completion import add_completion_class
from typer._completion_classes import FishComplete, PowerShellComplete
from typer._completion_shared import _completion_scripts

from scorecard.cli.completion import FILES, FOLDERS

SHELLS = ("bash", "zsh", "fish")

PATHS = (FILES, FOLDERS)


class _Answer(FishComplete):
    """A line on which paths fit as well, and a line with a word and its help for each that fits."""

    def complete(self) -> str:
        """Return the answer to the line that fish sends up to the cursor, and now all shells do."""
        offers = self.get_completions(*self.get_completion_args())
        paths = [item.help for item in offers if item.help in PATHS]
        words = [
            f"{item.value}\t{item.help or ''}"
            for item in offers
            if item.help not in PATHS and item.value.isprintable()
        ]
        return "\n".join([*(paths or ["words"]), *words])


class _PowerShellAnswer(PowerShellComplete):
    """A line for each word that fits; where none does, PowerShell completes paths by itself."""

    def complete(self) -> str:
        """Return the answer to the line that PowerShell sends."""
        offers = self.get_completions(*self.get_completion_args())
        words = [each for each in offers if each.help not in PATHS and each.value.isprintable()]
        return "\n".join(map(self.format_completion, words))


def mend() -> None:
    """Put our scripts and answers in the place of typer's, once typer has put its own there."""
    for shell in SHELLS:
        script = Path(__file__).with_name(f"completion.{shell}").read_text("utf-8")
        template = script.replace("%", "%%")
        _completion_scripts[shell] = template
        add_completion_class(type("Answer", (_Answer,), {"source_template": template}), shell)
    for shell in ("powershell", "pwsh"):
        add_completion_class(_PowerShellAnswer, shell)
