"""Indicators and groups by their names, as people spell them."""

from collections.abc import Iterable, Iterator, Sequence

from scorecard.diagnostic import suggestion
from scorecard.i18n.sayings import say
from scorecard.model.fields import by_language
from scorecard.model.framework import Framework, Group, Indicator
from scorecard.project.errors import CannotRunError
from scorecard.text.naming import alike, means


def measure_meant(word: str, measures: Sequence[Indicator | Group]) -> str | None:
    """Return the id of the indicator or group of a framework that a word means, if there is one.

    An id goes before a name, and a name with all its marks before one without. Raise
    CannotRunError where several have the name.
    """
    if any(each.id == word for each in measures):
        return word
    for way in (alike, means):
        of = (each.id for each in measures if any(way(word, name) for name in _names(each)))
        # A group and its only indicator may share an id.
        found = list(dict.fromkeys(of))
        if len(found) > 1:
            raise CannotRunError(say("error.namesakes", word=word, ids=", ".join(found)))
        if found:
            return found[0]
    return None


def indicators_meant(word: str, frameworks: Iterable[Framework]) -> set[str]:
    """Return the ids that an indicator has in frameworks: one that is an id is itself alone."""
    of_each = [each.indicators for each in {id(each): each for each in frameworks}.values()]
    if any(each.id == word for indicators in of_each for each in indicators):
        return {word}
    return {found for each in of_each if (found := measure_meant(word, each))}


def measure_suggested(word: str, measures: Iterable[Indicator | Group]) -> str:
    """Return the question whether the one with the nearest id or name is meant, if any is near."""
    return suggestion(word, {name for each in measures for name in _names(each)})


def _names(measure: Indicator | Group) -> Iterator[str]:
    yield measure.id
    yield from by_language(measure.name).values()
    if isinstance(measure, Indicator) and measure.short:
        yield from by_language(measure.short).values()
