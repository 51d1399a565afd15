"""The words of the command line, and typer's own, in the language of the run."""

from collections.abc import Iterable
from copy import copy

# Typer has no public name for a context that its commands take.
from typer._click.core import Command, Context
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from scorecard.i18n.command_line import translated
from scorecard.i18n.language import spoken

_USAGE = "Usage: "

_TITLES = {
    "ARGUMENTS_PANEL_TITLE": "Arguments",
    "OPTIONS_PANEL_TITLE": "Options",
    "COMMANDS_PANEL_TITLE": "Commands",
    "DEFAULT_STRING": "[default: {}]",
    "ENVVAR_STRING": "[env var: {}]",
    "REQUIRED_LONG_STRING": "[required]",
}
"""What the help says beside the texts of a command, by the names that it has in typer."""


class SpokenCommand(TyperCommand):
    """A command whose help has typer's own words in the language of the run."""

    def get_usage(self, ctx: Context) -> str:
        """Return the first line of the help."""
        return _usage(super().get_usage(ctx), self.get_help_option(ctx))


class SpokenGroup(TyperGroup):
    """The same of all commands together."""

    def get_usage(self, ctx: Context) -> str:
        """Return the first line of the help."""
        return _usage(super().get_usage(ctx), self.get_help_option(ctx))


def _usage(text: str, of_help: TyperOption | None) -> str:
    from typer import rich_utils

    # The help begins with this line, and only then are these asked for.
    for name, title in _TITLES.items():
        setattr(rich_utils, name, translated(title))
    _translate_parameters([of_help])
    return text.replace(_USAGE, translated(_USAGE), 1)


def translate(command: Command) -> None:
    """Put the language of the run in the place of all English that a command says in its help."""
    if spoken() == "en":
        return
    command.help, command.short_help = _text(command.help), _text(command.short_help)
    command.options_metavar = _text(command.options_metavar)
    # Examples and exit codes stand line by line.
    command.epilog = "\n".join(map(translated, (command.epilog or "").split("\n")))
    _translate_parameters(command.params)
    if isinstance(command, TyperGroup):
        command.subcommand_metavar = translated(command.subcommand_metavar)
        for each in command.commands.values():
            translate(each)


def _translate_parameters(parameters: Iterable[object]) -> None:
    for each in (each for each in parameters if isinstance(each, TyperArgument | TyperOption)):
        each.help, each.metavar = _text(each.help), _text(each.metavar)
        panel: str | None = each.rich_help_panel
        each.rich_help_panel = _text(panel)
        # Several parameters share a type.
        each.type = copy(each.type)
        each.type.name = translated(each.type.name)


def _text(english: str | None) -> str | None:
    return translated(english) if english else english
