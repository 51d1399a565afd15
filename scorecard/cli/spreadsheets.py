"""What is asked of tables for spreadsheets, and the command that a workbook was made by."""

import shlex
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated

import typer

from scorecard.formats import DoesNotFitError
from scorecard.i18n.sayings import say
from scorecard.project.errors import CannotRunError
from scorecard.text.medium import Dialect

_PANEL = "How it is written"

CsvDialect = Annotated[
    Dialect,
    typer.Option(
        "--csv-dialect",
        rich_help_panel=_PANEL,
        help="excel-vi: semicolons and decimal commas, for an Excel set to Vietnamese.",
    ),
]
Template = Annotated[
    str | None,
    typer.Option(
        "--template",
        metavar="HEADINGS",
        rich_help_panel=_PANEL,
        help='Only the form with these columns: "TT,Chỉ tiêu,ĐVT,KH,TH,TH/KH,Ghi chú".',
    ),
]


def command_line(words: Sequence[str]) -> str:
    """Return a command as it was typed, without where its output went."""
    told: list[str] = []
    place = False
    for word in words:
        if place:
            place = False
        elif word in ("-o", "--output"):
            place = True
        elif not word.startswith(("-o", "--output=")):
            told.append(word)
    return shlex.join(["scorecard", *told])


@contextmanager
def workbooks() -> Iterator[None]:
    """Raise CannotRunError where a workbook cannot be written, for want of the library or room."""
    try:
        yield
    except ModuleNotFoundError:
        raise CannotRunError(say("error.xlsxwriter")) from None
    except DoesNotFitError as error:
        raise CannotRunError(say(f"error.workbook-{error.what}", number=error.number)) from None
