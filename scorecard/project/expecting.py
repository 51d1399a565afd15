"""Who is expected to report, for those that are shown."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from scorecard.measure.assessment import Assessment
from scorecard.model.expected import NOT
from scorecard.numbers.period import Period
from scorecard.project.load import File, measured
from scorecard.project.selection import latest
from scorecard.rules.expected import Reported, below, by_parent, reported
from scorecard.rules.record import Record

if TYPE_CHECKING:
    # Few folders have settings, and their models take long to load.
    from scorecard.model.settings import Settings


class Expecting:
    """What the lists of folders say of the files in them."""

    def __init__(self, files: Sequence[File]) -> None:
        self._lists: list[tuple[Settings, list[Record]]] = []
        said = {file.path.as_posix(): file.settings for file in files if file.settings}
        named = ((file.path.as_posix(), file.record) for file in files if said)
        records = {name: record for name, record in named if record}
        self._lists = [(each, below(name, records)) for name, each in said.items()]
        self._unread = tuple(file.path.as_posix() for file in files if file.unread)
        # Very many units that are shown are of few periods.
        self._found = cache(self._reported)
        self.last: Mapping[str, Assessment] = {
            each.card.unit.id: each for each in latest(measured(files))
        }

    def missing(self, shown: Assessment, parent: str | None = None) -> list[Reported]:
        """Return who has not reported when a unit that is shown has; where asked, of one parent."""
        return [each for each in self._of(shown, parent, self._unread) if each.missing]

    def listed(self, shown: Assessment, parent: str) -> set[str]:
        """Return who of a parent is expected when a unit is shown, and has nothing to be read."""
        return {unit for each in self._of(shown, parent, ()) for unit in each.missing}

    @property
    def dismissed(self) -> set[str]:
        """The units that are not expected any more."""
        named = (each for said, _ in self._lists for each in said.expect)
        return {each.removeprefix(NOT) for each in named if each.startswith(NOT)}

    def _of(
        self, shown: Assessment, parent: str | None, unread: tuple[str, ...]
    ) -> Iterator[Reported]:
        for each, inside in self._found(shown.framework.id, shown.card.period, unread):
            if parent is None:
                yield each
            elif parent in inside:
                yield inside[parent]

    def _reported(
        self, framework: str, period: Period, unread: tuple[str, ...]
    ) -> list[tuple[Reported, Mapping[str | None, Reported]]]:
        """Return what each list says, of all and by parent."""
        found = (
            (reported(said, records, framework, period, unread), records)
            for said, records in self._lists
        )
        return [(each, by_parent(each, records)) for each, records in found]
