"""Rules on sources: every figure can be traced to one, and each is one that can tell."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from scorecard.diagnostic import Finding, Path, suggestion
from scorecard.measure.assessment import Assessment
from scorecard.model.fields import SOURCE_REFERENCE
from scorecard.model.scorecard import Scorecard


def unknown_sources(assessment: Assessment) -> Iterator[Finding]:
    """Every source that a figure, a target or a remark names is listed; each is told once."""
    card = assessment.scorecard
    told: set[str] = set()
    for reference in _referred(card):
        name = _name(reference)
        if name in card.sources or name in told:
            continue
        told.add(name)
        otherwise = f"add [sources.{name}] with its title"
        if not SOURCE_REFERENCE.fullmatch(reference):
            otherwise = 'give the id of one of [sources], and the place in it after #: "report#p3"'
        hint = suggestion(name, card.sources) or otherwise
        yield Finding("SC303", _place(reference, card), {"name": name, "hint": hint})


def figures_without_source(assessment: Assessment) -> Iterator[Finding]:
    """Every value says where it is from; where none does, that is told once for the file."""
    figures = assessment.scorecard.figures
    bare = [
        name
        for name, figure in figures.items()
        if figure.source is None and figure.value is not None
    ]
    if len(bare) > 1 and all(figure.source is None for figure in figures.values()):
        what = f"all {len(bare)} figures of this file have"
        yield Finding("SC901", ("figures",), {"what": what}, on_key=True)
        return
    for name in bare:
        yield Finding("SC901", ("figures", name), {"what": f'"{name}" has'}, on_key=True)


def idle_sources(assessment: Assessment) -> Iterator[Finding]:
    """Every source is used, as far as all that is stated says where it is from."""
    card = assessment.scorecard
    if not card.sources:
        return
    stated = {figure.source for figure in card.figures.values()}
    if card.sources.keys() <= {_name(reference) for reference in stated if reference}:
        return
    names = {_name(reference) for reference in _referred(card)}
    idle = [name for name in card.sources if name not in names]
    # A reference that is wrong or not there may be what makes a source look idle.
    if not idle or not names <= card.sources.keys():
        return
    if next(figures_without_source(assessment), None):
        return
    for name in idle:
        yield Finding("SC903", ("sources", name), {"name": name}, on_key=True)


def early_sources(assessment: Assessment) -> Iterator[Finding]:
    """No document reports figures of a period that had not begun when it was published.

    One that is published before the period ends may report it so far. Targets may be older.
    """
    card = assessment.scorecard
    if card.period.start is None or not card.sources:
        return
    began = date(card.period.start // 12, card.period.start % 12 + 1, 1)
    early = {
        name: source.published
        for name, source in card.sources.items()
        if source.published is not None and source.published < began
    }
    if not early:
        return
    reporting = {_name(figure.source) for figure in card.figures.values() if figure.source}
    for name, published in early.items():
        if name in reporting:
            arguments = {"published": published.isoformat(), "period": card.period.text}
            yield Finding("SC904", ("sources", name, "published"), arguments)


def _referred(card: Scorecard) -> list[str]:
    """Return each reference to a source once, in the order of the file."""
    found = dict.fromkeys([figure.source for figure in card.figures.values()])
    for figure in card.figures.values():
        if figure.target:
            found.update(dict.fromkeys(target.source for target in figure.target))
    found.update(dict.fromkeys(remark.source for remark in card.remarks))
    return [reference for reference in found if reference is not None]


@lru_cache(maxsize=1024)
def _name(reference: str) -> str:
    """Return the id of the source; all of what is no reference."""
    match = SOURCE_REFERENCE.fullmatch(reference)
    return match["source"] if match else reference


def _place(reference: str, card: Scorecard) -> Path:
    """Return where a reference stands first."""
    for name, figure in card.figures.items():
        if figure.source == reference:
            return ("figures", name, "source")
        for number, target in enumerate(figure.target or ()):
            if target.source == reference:
                return ("figures", name, "target", number, "source")
    numbers = (number for number, each in enumerate(card.remarks) if each.source == reference)
    return ("remarks", next(numbers), "source")
