"""Which units of a folder are expected to report for a time, and which of them have not."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, NamedTuple

from scorecard.diagnostic import suggestion
from scorecard.i18n.sayings import say
from scorecard.model.expected import CHILDREN, NOT
from scorecard.numbers.period import MONTHS, Period
from scorecard.rules.folder import Folder
from scorecard.rules.namesakes import near
from scorecard.rules.record import Record
from scorecard.rules.registry import FindingsInFiles, finding, on_folders
from scorecard.rules.units import named_after

if TYPE_CHECKING:
    # Few folders have settings, and their models take long to load.
    from scorecard.model.settings import Settings

NAMED = 12
"""How many units are named at the most."""


class Reported(NamedTuple):
    """Which of the expected units have a scorecard for a period under a framework."""

    framework: str
    period: Period
    given: Sequence[str]
    missing: Sequence[str]

    @property
    def few(self) -> bool:
        """Whether fewer have reported than have not, so that they are the ones to be named."""
        return 0 < len(self.given) < len(self.missing)

    @property
    def named(self) -> Sequence[str]:
        """The ids of those that have not reported, or that have, where they are few."""
        return (self.given if self.few else self.missing)[:NAMED]

    @property
    def more(self) -> Sequence[str]:
        """An ellipsis where they are more than are named."""
        count = len(self.given) if self.few else len(self.missing)
        return ["…"] if count > NAMED else []


@on_folders("SC720")
def not_reported(folder: Folder) -> FindingsInFiles:
    """Every expected unit has reported for the latest period that half of them have reported for.

    Where some are ahead, it is said how many.
    """
    for name, said in folder.settings.items():
        for each in latest(said, below(name, folder.records), folder.unread):
            if each.missing:
                given, names = len(each.given), ", ".join([*each.named, *each.more])
                counts = {"given": given, "units": given + len(each.missing)}
                where = {"period": each.period.text, "framework": each.framework}
                who = {"which": say("which.few" if each.few else "which.not"), "names": names}
                yield name, finding("SC720", "expect", **counts, **where, **who)


@on_folders("SC721")
def nobody_meant(folder: Folder) -> FindingsInFiles:
    """A unit whose children are expected has some, and no id is a letter off one that is here."""
    for name, said in folder.settings.items():
        records = below(name, folder.records)
        for place, each in enumerate(said.expect):
            meant = _meant(each, records)
            if meant is not None:
                yield name, finding("SC721", "expect", place, expected=each, meant=meant)


def below(name: str, records: Mapping[str, Record]) -> list[Record]:
    """Return the records of files in the folder of a file, and below."""
    folder = PurePath(name).parent
    return [record for file, record in records.items() if folder in PurePath(file).parents]


def latest(
    said: "Settings", records: Sequence[Record], unread: Collection[str]
) -> Iterator[Reported]:
    """Yield for each framework the latest period that half have reported for, and later ones.

    Where there is none that half have, it is the latest alone. A framework under which none of
    them ever was is for others, unless it is the only one.
    """
    by_framework: dict[str, dict[tuple[int, int], Period]] = defaultdict(dict)
    for record in records if said.expect else ():
        period = record.period
        by_framework[record.under.framework][period.end or 0, period.start or 0] = period
    for framework, dated in sorted(by_framework.items()):
        periods = [period for _, period in sorted(dated.items(), reverse=True)]
        found = [reported(said, records, framework, each, unread) for each in periods]
        if len(by_framework) > 1 and not any(each.given for each in found):
            continue
        usual = (at for at, each in enumerate(found) if len(each.given) >= len(each.missing))
        at = next(usual, 0)
        yield from (each for each in found[: at + 1] if each.given or each is found[at])


def reported(
    said: "Settings",
    records: Sequence[Record],
    framework: str,
    period: Period,
    unread: Collection[str],
) -> Reported:
    """Return which of the expected units have a scorecard for a period under a framework.

    One of a file that cannot be read has reported, if the file is named after it and the period.
    """
    asked = expected(said, records, period)
    there = {r.unit for r in records if (r.under.framework, *r.months) == (framework, *period[1:])}
    given = {unit: unit in there or is_unread(unit, period, unread) for unit in asked}
    has = [unit for unit in asked if given[unit]]
    return Reported(framework, period, has, [unit for unit in asked if not given[unit]])


def is_unread(unit: str, period: Period, unread: Collection[str]) -> bool:
    """Whether a file that cannot be read is named after a unit and a period."""
    text = period.text.replace("/", "--")
    return any(text in PurePath(name).stem and named_after(name, unit) for name in unread)


def expected(said: "Settings", records: Sequence[Record], period: Period) -> Sequence[str]:
    """Return the units that are expected to report for a period, each once.

    Children of a unit are those that named it as their parent in this period, or in the year
    before: of others nobody knows whether they still are, or were yet.
    """
    recent = [record for record in records if is_recent(record.period, period)]
    units: dict[str, None] = {}
    for each in said.expect:
        parent = each.removeprefix(CHILDREN)
        if each.startswith(CHILDREN):
            units |= dict.fromkeys(sorted({r.unit for r in recent if r.parent == parent}))
        elif not each.startswith(NOT) and _meant(each, records) is None:
            units[each] = None
    excepted = {each.removeprefix(NOT) for each in said.expect if each.startswith(NOT)}
    return [unit for unit in units if unit not in excepted]


def by_parent(each: Reported, records: Sequence[Record]) -> Mapping[str | None, Reported]:
    """Return the same by the parent that units lie in.

    One that never had a scorecard is taken to lie in the only parent that the others have.
    """
    parents = {record.unit: record.parent for record in records}
    known = {parents[unit] for unit in (*each.given, *each.missing) if unit in parents}
    unseen = known.pop() if len(known) == 1 else None
    found: dict[str | None, tuple[list[str], list[str]]] = defaultdict(lambda: ([], []))
    for at, units in enumerate((each.given, each.missing)):
        for unit in units:
            found[parents.get(unit, unseen)][at].append(unit)
    return {
        parent: each._replace(given=given, missing=missing)
        for parent, (given, missing) in found.items()
    }


def is_recent(period: Period, to: Period) -> bool:
    """Whether a period lies, at least in part, in another one or in the year before it."""
    if period.start is None or to.start is None:
        return True
    since = to.start - max(MONTHS, to.months)
    return since < period.start + period.months and period.start < to.start + to.months


def _meant(expected: str, records: Sequence[Record]) -> str | None:
    """Return what may have been meant, or nothing, where nobody is; None where all may be well.

    A unit that is not here may be one that has never reported.
    """
    parent = expected.removeprefix(CHILDREN)
    if expected != parent:
        parents = {record.parent for record in records if record.parent}
        return None if parent in parents else suggestion(parent, parents)
    unit, units = expected.removeprefix(NOT), {record.unit for record in records}
    others = [] if unit in units else near(unit, units)
    return say("hint.did-you-mean", name=others[0]) if others else None
