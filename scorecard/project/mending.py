"""Mends that findings bring with them, made in the bytes of a file as far as they are sure."""

from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from scorecard.diagnostic import Finding, Mend
from scorecard.importers.measures import repeats
from scorecard.model.framework import Framework
from scorecard.project.folders import files_at
from scorecard.project.frameworks import Frameworks
from scorecard.project.load import File, load
from scorecard.project.write import Changed
from scorecard.toml.data import Data, parse
from scorecard.toml.editing.editor import Change, Put, Rename, edited
from scorecard.toml.editing.splice import Splice, UneditableError, spliced
from scorecard.toml.reading import decode, read


def mends_in(places: Sequence[Path], codes: Container[str]) -> list[Changed]:
    """Return the files at these places that mends of findings of these codes change."""
    frameworks, changed = Frameworks(), []
    for name in files_at(places):
        data = read(name)
        if isinstance(data, bytes) and (better := mended(data, name, frameworks, codes)) != data:
            changed.append(Changed(Path(name), data, better))
    return changed


def mended(data: bytes, name: str, frameworks: Frameworks, codes: Container[str]) -> bytes:
    """Return the bytes of a file of this name with all mends of findings of these codes.

    What is not sure stays as it is, and so does a file that is not UTF-8.
    """
    text, fault = decode(data)
    if fault or not text:
        return data
    mark = data[: len(data) - len(text.encode())]
    before = None
    while text != before:
        before = text
        file = load(mark + text.encode(), name, frameworks)
        found = file.with_findings(file.findings).findings
        mends = [mend for each in found if each.code in codes for mend in each.mends]
        said = parse(text)
        if isinstance(said, dict):
            text = _with_changes(text, said, file, mends, frameworks)
        else:
            text = next(_with_fewer_faults(text, said, mends), text)
    return mark + text.encode()


def _with_fewer_faults(
    text: str, faults: Sequence[Finding], mends: Sequence[Mend]
) -> Iterator[str]:
    """Yield a text that is no TOML with each mend that leaves less of it to be mended."""
    for splice in _of_ranges(mends):
        better = spliced(text, splice)
        left = parse(better)
        if isinstance(left, dict) or len(left) < len(faults) + (faults[-1].code == "SC110"):
            yield better


def _of_ranges(mends: Iterable[Mend]) -> list[Splice]:
    return [Splice(*each.place, each.instead) for each in mends if each.place]


def _with_changes(
    text: str, data: Data, file: File, mends: Sequence[Mend], frameworks: Frameworks
) -> str:
    """Return a TOML text with mends of keys and values, and of ranges from the last one on."""
    if ranges := _of_ranges(mends):
        for splice in sorted(ranges, reverse=True):
            text = spliced(text, splice)
        return text
    for mend in mends:
        change = _change(mend, data)
        if change and _fits(mend, data, file, frameworks):
            with suppress(UneditableError):
                text = edited(text, [change])
    return text


def _change(mend: Mend, data: Data) -> Change | None:
    """Return the change that a mend is; None where it is about what no single value says."""
    here: Any = data
    path: list[Any] = []
    part: Any
    for part in mend.path:
        if isinstance(here, dict | list) and (part in here or isinstance(part, int)):
            path.append(part)
            here = here[part]
    if mend.on_key:
        return Rename(mend.path, mend.instead)
    return None if isinstance(here, dict | list) else Put(tuple(path), mend.instead)


def _fits(mend: Mend, data: Data, file: File, frameworks: Frameworks) -> bool:
    """Whether what a value counts, if it says so, is the unit of measure of its indicator."""
    if not mend.counted:
        return True
    kind, name, *_ = mend.path
    if kind == "indicators":
        known: Any = data["indicators"]
        return repeats(mend.counted, known[name].get("unit"))
    under = frameworks.find(str(data.get("framework")), file.path.as_posix()).framework
    indicators = under.indicators if isinstance(under, Framework) else ()
    return any(each.id == name and repeats(mend.counted, each.unit) for each in indicators)
