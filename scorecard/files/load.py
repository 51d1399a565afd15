"""A file as a model, or the findings that say why it is none."""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from scorecard.diagnostic import Finding
from scorecard.files import rules, shape, text, toml
from scorecard.files.document import Document
from scorecard.model.fields import Closed

Model = TypeVar("Model", bound=Closed)


@dataclass(frozen=True)
class Loaded(Generic[Model]):
    """A document and its model; None where findings say that it has no right shape."""

    document: Document
    model: Model | None
    findings: tuple[Finding, ...]


def load(path: Path, name: str, model: type[Model]) -> Loaded[Model]:
    """Read a file. Whatever is wrong with it becomes findings, all that can be told at once."""
    data = text.read(path)
    if isinstance(data, Finding):
        return Loaded(Document(name, ""), None, (data,))
    return parse(data, name, model)


def parse(data: bytes, name: str, model: type[Model]) -> Loaded[Model]:
    """Do as `load` does with bytes that are at hand already."""
    source, fault = text.decode(data)
    document = Document(name, source)
    if fault:
        return Loaded(document, None, (fault,))
    hidden = tuple(text.hidden_characters(source))
    if not source.strip():
        return Loaded(document, None, (*hidden, Finding(rules.EMPTY)))
    content = toml.read(source)
    if isinstance(content, Finding):
        return Loaded(document, None, hidden or (content,))
    try:
        return Loaded(document, model.model_validate(content), hidden)
    except ValidationError as error:
        found = [shape.finding(details, model) for details in error.errors(include_url=False)]
    seen = [finding for finding in found if not _told_already(document, finding, hidden)]
    return Loaded(document, None, (*hidden, *seen))


def _told_already(document: Document, finding: Finding, hidden: tuple[Finding, ...]) -> bool:
    """Whether a text is only faulty for a hidden character that is a finding of its own."""
    if finding.rule is not rules.BAD_TEXT:
        return False
    start, end = document.place(finding)
    return any(start <= document.place(other)[0] < end for other in hidden)
