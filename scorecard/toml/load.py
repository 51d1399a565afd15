"""A file as a model, or the findings that say why it is none."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from pydantic import ValidationError

from scorecard.diagnostic import Finding
from scorecard.model.fields import Closed
from scorecard.model.framework import Framework
from scorecard.model.register import Register
from scorecard.model.scorecard import Scorecard
from scorecard.text.signals import held
from scorecard.toml import hidden, reading
from scorecard.toml.data import Data, parse
from scorecard.toml.document import Document
from scorecard.toml.names import meant_name

if TYPE_CHECKING:
    # Few folders have settings, and their models take long to load.
    from scorecard.model.settings import Settings

MOST = 100
"""The most faults in the shape of one file that are each a finding."""

Model = TypeVar("Model", bound=Closed)


class Loaded(NamedTuple, Generic[Model]):
    """A document and its model; None where findings say that it has no right shape."""

    document: Document
    model: Model | None
    findings: tuple[Finding, ...]


class Content(NamedTuple):
    """A document and its data; None where findings say that it has none."""

    document: Document
    data: Data | None
    findings: tuple[Finding, ...] = ()


def load(path: Path | str, name: str, model: type[Model]) -> Loaded[Model]:
    """Read a file. Whatever is wrong with it becomes findings, all that can be told at once."""
    return shaped(content(reading.read(str(path)), name), model)


SETTINGS = "scorecard.toml"
"""The file of a folder that says something of the folder, where it is no scorecard."""

_OTHERS = frozenset(("figures", "unit", "indicators"))
"""Keys of a scorecard or a framework, one of which each of them has."""


def shaped_either(
    read: Content,
) -> "Loaded[Scorecard] | Loaded[Framework] | Loaded[Register] | Loaded[Settings]":
    """Return a file as the model that its data are meant for."""
    named = read.document.name.rpartition("/")[2] == SETTINGS
    if named and read.data is not None and _OTHERS.isdisjoint(read.data):
        with held():
            from scorecard.model.settings import Settings

        return shaped(read, Settings)
    if read.data is not None and "units" in read.data and _OTHERS.isdisjoint(read.data):
        return shaped(read, Register)
    if read.data is not None and "indicators" in read.data and "figures" not in read.data:
        return shaped(read, Framework)
    return shaped(read, Scorecard)


def content(found: bytes | Finding, name: str) -> Content:
    """Return the bytes of a file as data, or as the findings that say why it has none."""
    if right := meant_name(name):
        return Content(Document(name, ""), None, (Finding("SC111", arguments={"right": right}),))
    if isinstance(found, Finding):
        return Content(Document(name, ""), None, (found,))
    said, fault = reading.decode(found)
    document = Document(name, said)
    if fault:
        return Content(document, None, (fault,))
    unseen = () if hidden.is_ordinary(found) else tuple(hidden.hidden_characters(said))
    if not said.strip():
        return Content(document, None, (*unseen, Finding("SC105")))
    data = parse(said)
    if isinstance(data, dict):
        return Content(document, data, unseen)
    # A line with hidden characters can be at fault for these alone.
    lines = {document.line(document.place(finding)[0]) for finding in unseen}
    faults = [each for each in data if document.line(document.place(each)[0]) not in lines]
    return Content(document, None, (*unseen, *faults))


def shaped(read: Content, model: type[Model]) -> Loaded[Model]:
    """Return data as a model."""
    document, data, findings = read
    if data is not None:
        try:
            return Loaded(document, model.model_validate(data), findings)
        except ValidationError as error:
            findings = (*findings, *_shape_findings(document, data, error, model))
    return Loaded(document, None, findings)


def _shape_findings(
    document: Document, data: Data, error: ValidationError, model: type[Closed]
) -> list[Finding]:
    # Most files have the right shape, and need none of this.
    from scorecard.toml import shape
    from scorecard.toml.coaching.fault import shortened

    errors = shape.located(error.errors(include_url=False), data)
    version = data.get("format")
    if type(version) is int and version > 1:
        # What a later version asks for is not known here, so no more is said of it.
        errors = [each for each in errors if each["type"] == "format"]
    meant = shape.meant(errors, model)
    doubled = set(meant.values())
    errors = [each for each in errors if not shape.stood_for(each, doubled)]
    further = []
    if len(errors) > MOST:
        errors.sort(key=lambda each: document.place(Finding("SC110", each["loc"])))
        further = [Finding("SC110", errors[MOST]["loc"], {"count": f"{len(errors) - MOST} "})]
    unseen = [document.place(each)[0] for each in hidden.hidden_characters(document.text)]
    found = []
    for each in errors[:MOST]:
        told = shape.finding(each, model, meant.get(each["loc"]))
        start, end = document.place(told)
        if isinstance(each["input"], int | float | Decimal) and "value" in told.arguments:
            # A number is quoted as the text prints it.
            literal = shortened(document.text[start:end])
            told = told._replace(arguments={**told.arguments, "value": literal})
        # A text can be faulty only for a hidden character, which is a finding of its own.
        if told.code != "SC208" or not any(start <= at < end for at in unseen):
            found.append(told)
    told_once = shape.with_other_sign(found, lambda each: document.line(document.place(each)[0]))
    return [*told_once, *further]
