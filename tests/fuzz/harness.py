"""Any bytes through the whole pipeline, and a harness with which atheris runs that for hours.

Atheris is not among the tools of the project. In an environment of its own, from this folder:

    python3.11 -m venv /tmp/atheris && /tmp/atheris/bin/pip install atheris -e ../..
    mkdir -p /tmp/corpus && cp ../cases/*/*.toml ../../scorecards/*/*/*.toml /tmp/corpus
    /tmp/atheris/bin/python harness.py -max_total_time=3600 -max_len=4096 /tmp/corpus

A crash is left in `crash-…` in this folder; give its name instead of the corpus to see it again.
"""

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

from scorecard.diagnostic import Diagnostic
from scorecard.formats import FORMATS
from scorecard.formats.findings import FORMATS as ANNOTATIONS
from scorecard.formats.findings import Report
from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment
from scorecard.measure.comparison import compared
from scorecard.measure.field import Fields
from scorecard.measure.rollup import roll_up
from scorecard.project.baseline import baseline_text
from scorecard.project.frameworks import Frameworks
from scorecard.project.load import File, load
from scorecard.report.blocks import View
from scorecard.report.card import show_view
from scorecard.report.comparison import compare_view
from scorecard.report.explanation import explain_figure, explain_view
from scorecard.report.rollup import rollup_view
from scorecard.report.unit_explanation import explain_unit
from scorecard.report.unit_rows import unit_rows
from scorecard.text.medium import Medium
from scorecard.text.printable import printable

MEDIA = (Medium(80, colour=False), Medium(1, colour=True))
HERE = Path(__file__).parents[1] / "cases" / "valid" / "fuzzed.toml"
"""From here the frameworks of the cases are found."""


def opened(data: bytes, path: Path = HERE) -> File:
    """Return the file with these bytes, checked; frameworks are looked up beside the path."""
    return load(data, path, Frameworks())


def survive(data: bytes, path: Path = HERE) -> list[Diagnostic]:
    """Take bytes through every step and every format, and return what was found in them."""
    file = opened(data, path)
    found = file.diagnostics
    report = Report(1, found, [printable(file.document.name)])
    baseline_text(found)
    medium = MEDIA[len(data) % 2]
    for annotate in ANNOTATIONS.values():
        _whole(annotate(report, medium))
    if file.assessment:
        for view in _views(file.assessment):
            for render in FORMATS.values():
                _whole(render(view, medium))
    return found


def _views(assessment: Assessment) -> Sequence[View]:
    fields = Fields([assessment])
    comparison = compared([assessment], fields)
    cards = unit_rows(comparison.standings, fields)
    words = Words("en")
    figures = [explain_figure(assessment, item, None, words) for item in assessment.measured]
    return (
        show_view(cards, Words("vi"), []),
        compare_view(comparison, fields, words),
        compare_view(comparison, fields, Words("ar"), rows="units", by="indicators"),
        rollup_view(roll_up([assessment]), [], words, []),
        explain_view([explain_unit(cards[0], fields.field(assessment), words), *figures]),
    )


def _whole(text: str | bytes) -> None:
    """Every text can be written, and steers nothing."""
    if isinstance(text, bytes):
        return
    text.encode()
    if "\x00" in text or "##[" in text:
        raise AssertionError("this text is not harmless")


def main() -> None:
    """Run for as long as the arguments say."""
    atheris = importlib.import_module("atheris")
    atheris.instrument_all()

    def once(data: bytes) -> None:
        survive(data)

    atheris.Setup(sys.argv, once)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
