"""Rules on the texts of sources: what a figure says is printed there, and in the same words."""

from scorecard.diagnostic import Finding
from scorecard.i18n.sayings import say
from scorecard.measure.assessment import Assessment
from scorecard.measure.sourced import Passages, Taken, passages, taken
from scorecard.numbers.quantity import spell
from scorecard.rules.registry import Findings, finding, on_scorecards

LONGEST = 60
"""The most characters of a text that are quoted in a message."""


@on_scorecards("SC309")
def unread_texts(assessment: Assessment) -> Findings:
    """The text of a source is a file that can be read."""
    for name, text in assessment.texts.items():
        if isinstance(text, str):
            yield finding("SC309", "sources", name, "text", reason=text)


@on_scorecards("SC310", "SC905", "SC906")
def figures_in_texts(assessment: Assessment) -> Findings:
    """All that a figure takes from a source with a text is printed there, in the same words."""
    if not assessment.texts:
        return
    told: set[str | None] = set()
    for name, figure in assessment.scorecard.figures.items():
        for each in taken(figure):
            where = passages(assessment, each.reference)
            if where is None or each.reference in told:
                continue
            if not where.there:
                told.add(each.reference)
                yield _no_paragraph(name, each, where)
            elif wrong := _not_printed(name, each, where):
                yield wrong


def _no_paragraph(name: str, asked: Taken, where: Passages) -> Finding:
    count = len(where.text.paragraphs)
    own = asked.keys[:2] if asked.keys[0] == "target" else ()
    path = ("figures", name, *own, "source")
    said = {"number": where.paragraph, "name": where.name, "count": count}
    return finding("SC310", *path, **said)


def _not_printed(name: str, asked: Taken, where: Passages) -> Finding | None:
    """Return what is wrong where a quantity is not printed in its place."""
    text, path = where.text, ("figures", name, *asked.keys)
    said = {"printed": spell(asked.quantity), "where": _named(where.name, where.paragraph)}
    if found := text.find(asked.quantity, where.paragraph):
        if found.spot.same:
            return None
        return finding("SC906", *path, **said, said=_cut(found.printed))
    hint = say("hint.check-source")
    if elsewhere := text.find(asked.quantity):
        number = elsewhere.paragraph
        hint = say("hint.in-paragraph", number=number, name=where.name)
        if not elsewhere.spot.same:
            hint = say("hint.paragraph-has", number=number, text=_cut(elsewhere.printed))
    return finding("SC905", *path, **said, hint=hint)


def _named(name: str, paragraph: int | None) -> str:
    key = "source.text" if paragraph is None else "source.paragraph"
    return say(key, name=name, number=paragraph)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
