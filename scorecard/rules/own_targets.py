"""Rules on targets that units set themselves: those of others are told beside them."""

from collections import Counter, defaultdict
from collections.abc import Mapping

from scorecard.rules.folder import Folder
from scorecard.rules.record import Record
from scorecard.rules.registry import FindingsInFiles, finding, on_folders


@on_folders("SC716")
def targets_unlike_others(folder: Folder) -> FindingsInFiles:
    """Where a framework has a target for all, no unit is held against one of its own alone."""
    tables: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for name, record in folder.records.items():
        key = (record.under.digest, record.months, record.level, record.track)
        tables[key].append(name)
    for names in tables.values():
        records = {name: folder.records[name] for name in names}
        for place in sorted({place for each in records.values() for place in each.targets}):
            yield from _unlike_others(records, place)


def _unlike_others(records: Mapping[str, Record], place: int) -> FindingsInFiles:
    under = next(iter(records.values())).under
    common, name = under.targets[place], under.indicators[place]
    reported = {file: each for file, each in records.items() if each.printed(place)}
    numbers = {
        file: each.plans()[place] if place in each.targets else common
        for file, each in reported.items()
    }
    counts = Counter(numbers.values())
    usual = max(counts, key=lambda number: (counts[number], number == common), default=None)
    # Where hardly two are alike, or all are to bring their own, none is unlike the others.
    if common is None or usual is None or 2 * counts[usual] < len(numbers):
        return
    for file, number in numbers.items():
        if number != usual and place in reported[file].targets:
            own = reported[file].targets[place]
            said = {"name": name, "own": own, "usual": f"{usual:.15g}", "others": counts[usual]}
            yield file, finding("SC716", "figures", name, "target", **said)
