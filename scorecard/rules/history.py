"""Rules across periods: no edition goes back, and no estimate stays behind."""

import re
from collections import defaultdict
from collections.abc import Iterator

from scorecard.numbers.period import Period, before
from scorecard.rules.folder import Folder
from scorecard.rules.record import Record
from scorecard.rules.registry import FindingsInFiles, finding, on_folders


@on_folders("SC709")
def older_editions(folder: Folder) -> FindingsInFiles:
    """No scorecard is under an older edition than another one for the same time or before.

    An edition is older by the numbers in it; earlier periods keep the edition of their time.
    """
    first: dict[str, dict[str, tuple[int, str]]] = defaultdict(dict)
    dated = [(name, each, end) for name, each in folder.records.items() if (end := each.period.end)]
    for name, record, end in dated:
        editions, edition = first[record.under.framework], record.under.edition
        editions[edition] = min(editions.get(edition, (end, name)), (end, name))
    for name, record, end in dated:
        framework, own = record.under.framework, record.under.edition
        for edition, (since, other) in first[framework].items():
            if since <= end and older(own, edition):
                said = {"own": own, "framework": framework, "newer": edition, "other": other}
                yield name, finding("SC709", "framework", **said)
                break


@on_folders("SC711")
def still_estimated(folder: Folder) -> FindingsInFiles:
    """Once a later figure is final, an earlier one of the same unit is no longer estimated."""
    for names in folder.units.values():
        records = {name: folder.records[name] for name in names}
        every = records.values()
        if not (any(each.estimated for each in every) and any(each.final for each in every)):
            continue
        final: dict[tuple[str, str], tuple[Period, str]] = {}
        for name, record in records.items():
            for key in _marked(record, record.final):
                latest, _ = final.setdefault(key, (record.period, name))
                if before(latest, record.period):
                    final[key] = (record.period, name)
        for name, record in records.items():
            for key in _marked(record, record.estimated):
                latest, other = final.get(key, (record.period, name))
                if before(record.period, latest):
                    figure, own = key[1], record.period.text
                    said = {"name": figure, "later": latest.text, "other": other, "period": own}
                    yield name, finding("SC711", "figures", figure, "status", **said)


def _marked(record: Record, bits: int) -> Iterator[tuple[str, str]]:
    """Yield the framework and the indicator of the places of these bits."""
    framework, ids = record.under.framework, record.under.indicators if bits else ()
    return ((framework, each) for place, each in enumerate(ids) if bits >> place & 1)


def older(left: str, right: str) -> bool:
    """Whether an edition is older than another by the numbers in their names."""
    numbers = [[int(number) for number in re.findall("[0-9]+", text)] for text in (left, right)]
    return all(numbers) and numbers[0] < numbers[1]
