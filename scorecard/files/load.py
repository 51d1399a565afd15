"""A file as a model, or the findings that say why it is none."""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from scorecard.diagnostic import Finding
from scorecard.files import rules, shape, text, toml
from scorecard.files.document import Document
from scorecard.model.fields import Closed
from scorecard.model.framework import Framework
from scorecard.model.scorecard import Scorecard

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


def load_either(path: Path, name: str) -> Loaded[Scorecard] | Loaded[Framework]:
    """Do as `load` does with a file that may be either: a framework lists indicators."""
    document, content, findings = _content(path, name)
    if content is not None and "indicators" in content and "figures" not in content:
        return _shaped(document, content, findings, Framework)
    return _shaped(document, content, findings, Scorecard)


def _content(path: Path, name: str) -> tuple[Document, toml.Data | None, tuple[Finding, ...]]:
    """Read a file as data; None where findings say that there is none."""
    data = text.read(path)
    if isinstance(data, Finding):
        return Document(name, ""), None, (data,)
    source, fault = text.decode(data)
    document = Document(name, source)
    if fault:
        return document, None, (fault,)
    hidden = tuple(text.hidden_characters(source))
    if not source.strip():
        return document, None, (*hidden, Finding(rules.EMPTY))
    content = toml.read(source)
    if isinstance(content, Finding):
        return document, None, hidden or (content,)
    return document, content, hidden


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
        found = [shape.finding(details, model) for details in error.errors(include_url=False)]
    seen = [finding for finding in found if not _told_already(document, finding, findings)]
    return Loaded(document, None, (*findings, *seen))


def _told_already(document: Document, finding: Finding, hidden: tuple[Finding, ...]) -> bool:
    """Whether a text is only faulty for a hidden character that is a finding of its own."""
    if finding.rule is not rules.BAD_TEXT:
        return False
    start, end = document.place(finding)
    return any(start <= document.place(other)[0] < end for other in hidden)
