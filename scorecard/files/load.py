"""A file as a model, or the findings that say why it is none."""

from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from scorecard.diagnostic import Finding
from scorecard.files import rules, shape, text, toml
from scorecard.files.document import Document
from scorecard.files.fault import shortened
from scorecard.files.hidden import hidden_characters
from scorecard.model.fields import Closed
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Scorecard

MOST = 100
"""The most faults in the shape of one file that are each a finding."""

Model = TypeVar("Model", bound=Closed)


@dataclass(frozen=True)
class Loaded(Generic[Model]):
    """A document and its model; None where findings say that it has no right shape."""

    document: Document
    model: Model | None
    findings: tuple[Finding, ...]


def load(path: Path, name: str, model: type[Model]) -> Loaded[Model]:
    """Read a file. Whatever is wrong with it becomes findings, all that can be told at once."""
    document, content, findings = _content(path, name)
    return _shaped(document, content, findings, model)


def load_either(
    path: Path, name: str, read: text.Reader = text.read
) -> Loaded[Scorecard] | Loaded[Framework]:
    """Do as `load` does with a file that may be either: a framework lists indicators."""
    document, content, findings = _content(path, name, read)
    if content is not None and "indicators" in content and "figures" not in content:
        return _shaped(document, content, findings, Framework)
    return _shaped(document, content, findings, Scorecard)


def _content(
    path: Path, name: str, read: text.Reader = text.read
) -> tuple[Document, toml.Data | None, tuple[Finding, ...]]:
    """Read a file as data; None where findings say that there is none."""
    data = read(path)
    if isinstance(data, Finding):
        return Document(name, ""), None, (data,)
    source, fault = text.decode(data)
    document = Document(name, source)
    if fault:
        return document, None, (fault,)
    hidden = tuple(hidden_characters(source))
    if not source.strip():
        return document, None, (*hidden, Finding(rules.EMPTY))
    content = toml.read(source)
    if isinstance(content, dict):
        return document, content, hidden
    # A hidden character can be all that is wrong with its line.
    lines = {document.line(document.place(finding)[0]) for finding in hidden}
    seen = [each for each in content if document.line(document.place(each)[0]) not in lines]
    return document, None, (*hidden, *seen)


def _shaped(
    document: Document,
    content: toml.Data | None,
    findings: tuple[Finding, ...],
    model: type[Model],
) -> Loaded[Model]:
    if content is None:
        return Loaded(document, None, findings)
    try:
        return Loaded(document, model.model_validate(content), findings)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    if _is_later(content):
        # What a later version asks for is not known here, so no more is said of it.
        errors = [each for each in errors if each["type"] == "format"]
    meant = shape.meant(errors, model)
    doubled = set(meant.values())
    errors = [each for each in errors if each["type"] != "missing" or each["loc"] not in doubled]
    errors, further = _first(document, errors)
    found = [
        _literally(document, shape.finding(each, model, meant.get(each["loc"])), each["input"])
        for each in errors
    ]
    seen = [each for each in found if not _told_already(document, each, findings)]
    return Loaded(document, None, (*findings, *seen, *further))


def _literally(document: Document, finding: Finding, value: object) -> Finding:
    """Return the finding about a number with the number as the text prints it."""
    if not isinstance(value, int | float | Decimal) or "value" not in finding.arguments:
        return finding
    literal = shortened(document.text[slice(*document.place(finding))])
    return replace(finding, arguments={**finding.arguments, "value": literal})


def _is_later(content: toml.Data) -> bool:
    version = content.get("format")
    return type(version) is int and version > 1


def _first(
    document: Document, errors: list[ErrorDetails]
) -> tuple[list[ErrorDetails], tuple[Finding, ...]]:
    """Return the first hundred errors, and a finding that says how many there are behind them."""
    if len(errors) <= MOST:
        return errors, ()
    errors = sorted(errors, key=lambda each: document.place(Finding(rules.FURTHER, each["loc"])))
    arguments = {"count": f"{len(errors) - MOST} "}
    return errors[:MOST], (Finding(rules.FURTHER, errors[MOST]["loc"], arguments),)


def _told_already(document: Document, finding: Finding, hidden: tuple[Finding, ...]) -> bool:
    """Whether a text is only faulty for a hidden character that is a finding of its own."""
    if finding.rule is not rules.BAD_TEXT:
        return False
    start, end = document.place(finding)
    return any(start <= document.place(other)[0] < end for other in hidden)
