"""Rules as they are explained: what is wrong, why it matters, how it is mended, and examples."""

from collections.abc import Iterator, Sequence

from scorecard.i18n.rules import Rule
from scorecard.i18n.sayings import say
from scorecard.report.blocks import Block, Cell, Code, Facts, Heading, View
from scorecard.report.record import VERSION
from scorecard.text.json import Json
from scorecard.text.printable import Printable, printable


def rules_view(rules: Sequence[Rule]) -> View:
    """Return one rule by itself, or several below a heading."""
    records: Json = [
        {
            "code": rule.code,
            "severity": rule.severity.value,
            "message": rule.left_open,
            "why": rule.why,
            "hint": rule.mending,
            "bad": rule.bad,
            "good": rule.good,
        }
        for rule in rules
    ]
    record: dict[str, Json] = {"version": VERSION, "command": "explain", "rules": records}
    return View(lambda: _blocks(rules), lambda: record)


def _blocks(rules: Sequence[Rule]) -> Iterator[Block]:
    if len(rules) != 1:
        yield Heading(printable(say("rule.all")))
    for rule in rules:
        yield Heading(printable(f"{rule.code} · {rule.left_open}"), 1 if len(rules) == 1 else 2)
        weight = say(f"finding.{rule.severity.value}")
        facts = {"weight": weight, "why": rule.why, "mend": rule.mending}
        yield Facts(tuple((_named(name), Cell(printable(facts[name]))) for name in facts))
        for name, lines in (("bad", rule.bad), ("good", rule.good)):
            yield Code(_named(name), tuple(map(printable, lines.split("\n"))))


def _named(name: str) -> Printable:
    return printable(say(f"rule.{name}"))
