"""Scorecards as rules across files see them."""

from collections.abc import Iterator, Mapping

from builders import checked

from scorecard.diagnostic import Finding
from scorecard.measure.assessment import Assessment
from scorecard.project.load import faulty
from scorecard.rules.findings import check_folder
from scorecard.rules.folder import Folder
from scorecard.rules.record import record


def folder(assessments: Mapping[str, Assessment]) -> Folder:
    """Return scorecards, by the names of their files, as a folder of them."""
    records = {
        name: record(assessment, faulty(checked(assessment)))
        for name, assessment in assessments.items()
    }
    return Folder(records, lambda names: {name: assessments[name] for name in names})


def found_together(assessments: Mapping[str, Assessment]) -> Iterator[tuple[str, Finding]]:
    """Find everything that scorecards get wrong together."""
    return check_folder(folder(assessments))
