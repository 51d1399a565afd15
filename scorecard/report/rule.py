"""Rules as they are explained: what is wrong, why it matters, how it is mended, and examples."""

from collections.abc import Iterator, Sequence

from scorecard.i18n.rules import Rule
from scorecard.report.blocks import Block, Cell, Code, Facts, Heading, View
from scorecard.report.record import VERSION
from scorecard.text.json import Json
from scorecard.text.printable import Printable, printable


def rules_view(rules: Sequence[Rule]) -> View:
    """Return one rule by itself, or several below a heading."""
    return View(lambda: _blocks(rules), lambda: _records(rules))


def _records(rules: Sequence[Rule]) -> dict[str, Json]:
    return {
        "version": VERSION,
        "command": "explain",
        "rules": [_record(each) for each in rules],
    }


def _blocks(rules: Sequence[Rule]) -> Iterator[Block]:
    if len(rules) != 1:
        yield Heading(Printable("Rules of scorecard validate"))
    for each in rules:
        yield from _unfolded(each, 1 if len(rules) == 1 else 2)


def _unfolded(rule: Rule, level: int) -> Iterator[Block]:
    yield Heading(printable(f"{rule.code} · {rule.left_open}"), level)
    facts = {
        "Weight": rule.severity.value,
        "Why": rule.why,
        "How to mend it": rule.mending,
    }
    yield Facts(tuple((Printable(name), Cell(printable(text))) for name, text in facts.items()))
    yield _example("Wrong", rule.bad)
    yield _example("Right", rule.good)


def _example(heading: str, lines: str) -> Code:
    return Code(Printable(heading), tuple(printable(line) for line in lines.split("\n")))


def _record(rule: Rule) -> Json:
    return {
        "code": rule.code,
        "severity": rule.severity.value,
        "message": rule.left_open,
        "why": rule.why,
        "hint": rule.mending,
        "bad": rule.bad,
        "good": rule.good,
    }
