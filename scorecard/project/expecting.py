"""Who is expected to report, for those that are shown."""

from collections.abc import Mapping, Sequence

from scorecard.measure.assessment import Assessment
from scorecard.model.settings import Settings
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
            each.scorecard.unit.id: each for each in latest(measured(files))
        }

    def missing(self, shown: Assessment, parent: str | None = None) -> list[Reported]:
        """Return who has not reported when a unit that is shown has; where asked, of one parent."""
        framework, period = shown.framework.id, shown.scorecard.period
        found = []
        for said, records in self._lists:
            each = reported(said, records, framework, period, self._unread)
            found.append(among(each, parent, records) if parent else each)
        return [each for each in found if each.missing]
