"""The scorecards of a folder, as rules that look across files see them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from scorecard.measure.assessment import Assessment
from scorecard.measure.territory import NOWHERE, Territory
from scorecard.rules.record import Record

if TYPE_CHECKING:
    # Few folders have settings, and their models take long to load.
    from scorecard.model.settings import Settings

Open = Callable[[Sequence[str]], Mapping[str, Assessment]]
"""Returns the scorecards of files by their names, without those that are gone meanwhile."""


class Folder:
    """What is kept of each scorecard, by the name of its file, in the order of the files.

    A rule that has to see more than a record holds opens the files that it is about. `settings`
    are what files say of the folders that they are in, and `unread` are files of which no record
    could be made. `territory` is what registers say of units over time.
    """

    def __init__(
        self,
        records: Mapping[str, Record],
        opened: Open,
        settings: "Mapping[str, Settings] | None" = None,
        unread: Collection[str] = (),
        territory: Territory = NOWHERE,
    ) -> None:
        self.records = records
        self.opened = opened
        self.settings = settings or {}
        self.unread = unread
        self.territory = territory

    def merged_since(self, record: Record, month: int) -> bool:
        """Whether registers say that a unit was merged of several after a month."""
        return self.territory.merged_since(record.who, record.period, month)

    @cached_property
    def units(self) -> Mapping[str, Sequence[str]]:
        """The files of each unit."""
        found: dict[str, list[str]] = defaultdict(list)
        for name, record in self.records.items():
            found[record.unit].append(name)
        return found
