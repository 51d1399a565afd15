"""Which edition of a framework scorecards are compared in."""

from collections.abc import Iterable, Sequence

from scorecard.i18n.sayings import say
from scorecard.measure.assessment import frameworks_of
from scorecard.measure.edition import Edition, edition_of, restated
from scorecard.model.framework import Framework
from scorecard.project.errors import CannotRunError
from scorecard.project.frameworks import Frameworks
from scorecard.project.load import File, measured
from scorecard.project.targets import Gathered


def in_edition(gathered: Gathered, framework: str | None, edition: str) -> tuple[Gathered, Edition]:
    """Return scorecards of a framework as stated in one of its editions, and what was left out.

    Those of editions that cannot be compared with it stay as they are. Without a name it is the
    framework that has such an edition. Raise CannotRunError where there is no such edition, or
    more than one, and where no scorecard can be stated in it.
    """
    under = frameworks_of(measured(gathered.everything))
    asked = _asked(under, framework and framework.partition("@")[0], edition)
    others = _others(under, asked)
    found = edition_of(asked, others)
    if asked not in under and not found.others:
        names = ", ".join(each.edition for each in others)
        raise CannotRunError(
            say("error.edition-alone", framework=asked.id, edition=edition, others=names)
        )
    files = {file.path: _stated(file, found) for file in gathered.everything}
    chosen, inside = (
        tuple(files[file.path] for file in some) for some in (gathered.files, gathered.found)
    )
    return Gathered(chosen, inside, tuple(files.values()), gathered.units), found


def _stated(file: File, edition: Edition) -> File:
    own = file.assessment
    return file._replace(assessment=restated(own, edition)) if own else file


def _asked(under: Sequence[Framework], id_: str | None, edition: str) -> Framework:
    """Return the edition that is asked for, of those in use and those that come along."""
    ids = sorted({each.id for each in under if id_ in (None, each.id)})
    bundled = (Frameworks().find(f"{each}@{edition}", "").framework for each in ids)
    known = [each for each in (*under, *bundled) if isinstance(each, Framework)]
    found = {each.id: each for each in known if each.id in ids and each.edition == edition}
    if len(found) == 1:
        return next(iter(found.values()))
    if found:
        raise CannotRunError(
            say("error.edition-several", edition=edition, names=", ".join(sorted(found)))
        )
    editions = sorted({f"{each.id} {each.edition}" for each in under if each.id in ids})
    key = "error.edition-there" if editions else "error.edition-none"
    raise CannotRunError(say(key, edition=edition, names=", ".join(editions)))


def _others(under: Iterable[Framework], asked: Framework) -> list[Framework]:
    """Return the other editions of a framework that are in use."""
    found = (each for each in under if each.id == asked.id and each.edition != asked.edition)
    return sorted(found, key=lambda each: each.edition)
