"""Who is expected to report, for those that are shown."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from scorecard.measure.assessment import Assessment
from scorecard.model.settings import NOT, Settings
from scorecard.project.load import File, measured
from scorecard.project.selection import latest
from scorecard.rules.expected import Reported, among, below, reported
from scorecard.rules.record import Record


class Expecting:
    """What the lists of folders say of the files in them."""

    def __init__(self, files: Sequence[File]) -> None:
        self._lists: list[tuple[Settings, list[Record]]] = []
        said = {file.path.as_posix(): file.settings for file in files if file.settings}
        named = ((file.path.as_posix(), file.record) for file in files if said)
        records = {name: record for name, record in named if record}
        self._lists = [(each, below(name, records)) for name, each in said.items()]
        self._unread = [file.path.as_posix() for file in files if file.unread]
        self.last: Mapping[str, Assessment] = {
            each.card.unit.id: each for each in latest(measured(files))
        }

    def missing(self, shown: Assessment, parent: str | None = None) -> list[Reported]:
        """Return who has not reported when a unit that is shown has; where asked, of one parent."""
        return [each for each in self._reported(shown, parent, self._unread) if each.missing]

    def listed(self, shown: Assessment, parent: str) -> set[str]:
        """Return who of a parent is expected when a unit is shown, and has nothing to be read."""
        return {unit for each in self._reported(shown, parent, ()) for unit in each.missing}

    @property
    def dismissed(self) -> set[str]:
        """The units that are not expected any more."""
        named = (each for said, _ in self._lists for each in said.expect)
        return {each.removeprefix(NOT) for each in named if each.startswith(NOT)}

    def _reported(
        self, shown: Assessment, parent: str | None, unread: Collection[str]
    ) -> Iterator[Reported]:
        framework, period = shown.framework.id, shown.card.period
        for said, records in self._lists:
            each = reported(said, records, framework, period, unread)
            yield among(each, parent, records) if parent else each
