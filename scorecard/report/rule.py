"""Rules as they are explained: what is wrong, why it matters, how it is mended, and examples."""

from collections.abc import Iterator, Sequence

from scorecard.report.blocks import Block, Cell, Code, Facts, Heading, View
from scorecard.report.record import VERSION
from scorecard.rules.reference import Explained
from scorecard.text.json import Json
from scorecard.text.printable import Printable, printable


def rules_view(rules: Sequence[Explained]) -> View:
    """Return one rule by itself, or several below a heading."""
    return View(lambda: _blocks(rules), lambda: _records(rules))


def _records(rules: Sequence[Explained]) -> dict[str, Json]:
    return {
        "version": VERSION,
        "command": "explain",
        "rules": [_record(each) for each in rules],
    }


def _blocks(rules: Sequence[Explained]) -> Iterator[Block]:
    if len(rules) != 1:
        yield Heading(Printable("Rules of scorecard validate"))
    for each in rules:
        yield from _unfolded(each, 1 if len(rules) == 1 else 2)


def _unfolded(explained: Explained, level: int) -> Iterator[Block]:
    yield Heading(printable(f"{explained.rule.code} · {explained.message}"), level)
    facts = {
        "Weight": explained.rule.severity.value,
        "Why": explained.why,
        "How to mend it": explained.mend,
    }
    yield Facts(tuple((Printable(name), Cell(printable(text))) for name, text in facts.items()))
    yield _example("Wrong", explained.bad)
    yield _example("Right", explained.good)


def _example(heading: str, lines: str) -> Code:
    return Code(Printable(heading), tuple(printable(line) for line in lines.split("\n")))


def _record(explained: Explained) -> Json:
    return {
        "code": explained.rule.code,
        "severity": explained.rule.severity.value,
        "message": explained.message,
        "why": explained.why,
        "hint": explained.mend,
        "bad": explained.bad,
        "good": explained.good,
    }
