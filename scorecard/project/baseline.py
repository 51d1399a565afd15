"""Findings that are accepted as they stand, so that only new ones count."""

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

from pydantic import AliasChoices, Field, ValidationError

from scorecard.diagnostic import Diagnostic
from scorecard.i18n.sayings import refusal, say
from scorecard.model.fields import Closed
from scorecard.project.errors import CannotRunError
from scorecard.project.places import is_there
from scorecard.text.json import json_text


class AcceptedFinding(Closed):
    """A finding by what stays the same when lines move, and how often it is accepted.

    Before version 2 it was told by its message, in the language of the run.
    """

    file: str
    code: str
    subject: str = Field(validation_alias=AliasChoices("subject", "message"))
    count: int = Field(ge=1)


class Baseline(Closed):
    """All findings that are accepted."""

    version: Literal[1, 2]
    findings: list[AcceptedFinding]


def baseline_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Return the text of a baseline that accepts all of these but files that cannot be read."""
    kept = (item for item in diagnostics if item.code != "SC100")
    counted = Counter((item.file, item.code, item.subject) for item in kept)
    names = ("file", "code", "subject", "count")
    findings = [dict(zip(names, (*k, n), strict=True)) for k, n in sorted(counted.items())]
    return f"{json_text({'version': 2, 'findings': findings})}\n"


def new_findings(diagnostics: Sequence[Diagnostic], path: Path) -> list[Diagnostic]:
    """Return the diagnostics that a baseline does not accept.

    Raise CannotRunError where the file cannot be read or is no baseline.
    """
    known = _read(path)
    accepted = {(each.file, each.code, each.subject): each.count for each in known.findings}
    new = []
    for item in diagnostics:
        said = item.message if known.version == 1 else item.subject
        entry = (str(item.file), item.code, str(said))
        if item.code != "SC100" and accepted.get(entry, 0) > 0:
            accepted[entry] -= 1
        else:
            new.append(item)
    return new


def refuse_other_than_file(path: Path) -> None:
    """Raise CannotRunError where a path names something that is no ordinary file, like a pipe."""
    if is_there(path) and path.exists() and not path.is_file():
        raise CannotRunError(say("error.no-ordinary-file", name=path.as_posix()))


def _read(path: Path) -> Baseline:
    refuse_other_than_file(path)
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except OSError as error:
        raise CannotRunError(f"{path.as_posix()}: {refusal(error)}") from None
    except ValidationError:
        raise CannotRunError(say("error.no-baseline", name=path.as_posix())) from None
