"""Units by their names, as people spell them."""

from collections.abc import Iterable, Iterator

from scorecard.diagnostic import suggestion
from scorecard.i18n.sayings import say
from scorecard.model.fields import by_language
from scorecard.model.levels import kinds
from scorecard.model.scorecard import Unit
from scorecard.project.errors import CannotRunError
from scorecard.text.naming import alike, marked, means, plain


def ids_meant(word: str, units: Iterable[Unit]) -> list[str]:
    """Return the ids of the units that a word may mean, in order; more than one are namesakes.

    An id goes before a name, a name with all its marks before one without, and a name before one
    with a word for its level beside it, as in Xã Nà Hỳ for the commune Nà Hỳ.
    """
    known = {(unit.id, *names_of(unit)): unit for unit in units}.values()
    if word in {unit.id for unit in known}:
        return [word]
    ways = (_exactly, _plainly, _by_level) if marked(word) else (_plainly, _by_level)
    for way in ways:
        if found := {unit.id for unit in known if way(word, unit)}:
            return sorted(found)
    return []


def unit_meant(word: str, units: Iterable[Unit]) -> str | None:
    """Return the id of the unit that a word means, if there is one; CannotRunError for several."""
    found = ids_meant(word, units)
    if len(found) > 1:
        raise CannotRunError(say("error.namesakes", word=word, ids=", ".join(found)))
    return found[0] if found else None


def names_of(unit: Unit) -> list[str]:
    """Return the names of a unit in every language, long and short."""
    texts = (unit.name, unit.short) if unit.short else (unit.name,)
    return [name for text in texts for name in by_language(text).values()]


def unit_suggested(word: str, units: Iterable[Unit]) -> str:
    """Return the question whether the unit with the nearest id or name is meant, if any is near."""
    return suggestion(word, {name for unit in units for name in (unit.id, *names_of(unit))})


def _exactly(word: str, unit: Unit) -> bool:
    return any(alike(word, name) for name in names_of(unit))


def _plainly(word: str, unit: Unit) -> bool:
    word = _as_marked_as(unit, word)
    return any(means(word, name) for name in (unit.id, *names_of(unit)))


def _by_level(word: str, unit: Unit) -> bool:
    """Whether a word means a unit once the word for its level is taken from either of them."""
    word = _as_marked_as(unit, word)
    own = _bare(word, unit)
    return any(means(each, name) for each in own for name in names_of(unit)) or any(
        means(word, each) for name in names_of(unit) for each in _bare(name, unit)
    )


def _as_marked_as(unit: Unit, word: str) -> str:
    """Return a word without marks where no name of a unit has any that it could agree with."""
    return word if any(map(marked, names_of(unit))) else plain(word)


def _bare(name: str, unit: Unit) -> Iterator[str]:
    """Yield a name without the word for the level of a unit before or behind it."""
    split = name.replace(".", ". ").split()
    for place in range(1, len(split)):
        before, behind = " ".join(split[:place]), " ".join(split[place:])
        if kinds().get(plain(before)) == unit.level:
            yield behind
        if kinds().get(plain(behind)) == unit.level:
            yield before
