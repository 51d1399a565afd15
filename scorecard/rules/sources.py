"""Rules on sources: every figure can be traced to one, and each is one that can tell."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import chain

from scorecard.diagnostic import Mend, Path, suggestion
from scorecard.i18n.sayings import say
from scorecard.measure.assessment import Assessment
from scorecard.model.fields import SOURCE_REFERENCE
from scorecard.model.scorecard import Scorecard
from scorecard.rules.keys import keys_of_figures
from scorecard.rules.registry import Findings, finding, finding_on_key, on_scorecards
from scorecard.toml.editing.splice import literal


@on_scorecards("SC303")
def unknown_sources(assessment: Assessment) -> Findings:
    """Every source that a figure, a target or a remark names is listed; each is told once."""
    card = assessment.scorecard
    if _named(assessment) <= card.sources.keys():
        return
    told: set[str] = set()
    for path, reference in _referred(card):
        name = _name(reference)
        if name in card.sources or name in told:
            continue
        told.add(name)
        hint = say("hint.add-source", name=name)
        if not SOURCE_REFERENCE.fullmatch(reference):
            hint = say("hint.reference")
        found = finding("SC303", *path, name=name, hint=suggestion(name, card.sources) or hint)
        wrong, mark, place = reference.partition("#")
        right = wrong.replace("_", "-")
        mends = (Mend(literal(f"{right}{mark}{place}"), path),) if right in card.sources else ()
        yield found._replace(mends=mends)


@on_scorecards("SC901")
def figures_without_source(assessment: Assessment) -> Findings:
    """Every value says where it is from; where none does, that is told once for the file."""
    figures = assessment.scorecard.figures
    bare = _without_source(assessment.scorecard)
    if len(bare) > 1 and all(figure.source is None for figure in figures.values()):
        what = say("source.all", number=len(bare))
        yield finding_on_key("SC901", "figures", what=what)
        return
    for name in bare:
        yield finding_on_key("SC901", "figures", name, what=say("source.figure", name=name))


@on_scorecards("SC903")
def idle_sources(assessment: Assessment) -> Findings:
    """Every source is used, as far as all that is stated says where it is from."""
    card, names = assessment.scorecard, _named(assessment)
    idle = [name for name in card.sources if name not in names]
    # A reference that is wrong or not there may be what makes a source look idle.
    if idle and names <= card.sources.keys() and not _without_source(card):
        for name in idle:
            yield finding_on_key("SC903", "sources", name, name=name)


@on_scorecards("SC904")
def early_sources(assessment: Assessment) -> Findings:
    """No document reports figures of a period that had not begun when it was published.

    One that is published before the period ends may report it so far. Targets may be older.
    """
    card = assessment.scorecard
    if card.period.start is None:
        return
    began = date(card.period.start // 12, card.period.start % 12 + 1, 1)
    for name, source in card.sources.items():
        if source.published is None or source.published >= began:
            continue
        if any(figure.source and _name(figure.source) == name for figure in card.figures.values()):
            said = {"published": source.published.isoformat(), "period": card.period.text}
            yield finding("SC904", "sources", name, "published", **said)


def _without_source(card: Scorecard) -> list[str]:
    """Return the figures with a value that do not say where it is from."""
    figures = card.figures.items()
    return [name for name, figure in figures if figure.source is None and figure.value is not None]


@lru_cache(maxsize=1)
def _named(assessment: Assessment) -> frozenset[str]:
    """Return the ids of all sources that are named; two rules ask for those of one scorecard."""
    card = assessment.scorecard
    named = {figure.source for figure in card.figures.values()}
    if "target" in keys_of_figures(assessment):
        targets = chain.from_iterable(figure.target or () for figure in card.figures.values())
        named |= {target.source for target in targets}
    named |= {remark.source for remark in card.remarks}
    if card.defaults:
        named.add(card.defaults.source)
    return frozenset(_name(reference) for reference in named if reference is not None)


def _referred(card: Scorecard) -> Iterator[tuple[Path, str]]:
    """Yield each reference to a source, and where it stands: those of figures first."""
    if card.defaults and card.defaults.source is not None:
        yield ("defaults", "source"), card.defaults.source
    for name, figure in card.figures.items():
        if figure.source is not None:
            yield ("figures", name, "source"), figure.source
    for name, figure in card.figures.items():
        for number, target in enumerate(figure.target or ()):
            if target.source is not None:
                yield ("figures", name, "target", number, "source"), target.source
    for number, remark in enumerate(card.remarks):
        if remark.source is not None:
            yield ("remarks", number, "source"), remark.source


@lru_cache(maxsize=1024)
def _name(reference: str) -> str:
    """Return the id of the source; all of what is no reference."""
    match = SOURCE_REFERENCE.fullmatch(reference)
    return match["source"] if match else reference
