"""What is wrong in a scorecard, a framework, a register or a folder, by all rules."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from scorecard.diagnostic import Finding, Path
from scorecard.i18n.rules import Severity
from scorecard.measure.assessment import Assessment
from scorecard.model.framework import Framework
from scorecard.model.register import Register
from scorecard.model.scorecard import Scorecard
from scorecard.numbers.quantity import Quantity
from scorecard.rules import registry
from scorecard.rules.folder import Folder
from scorecard.rules.registry import Findings, FindingsInFiles, Role, finding
from scorecard.rules.scales import Aim, Scale, framework_aims, scale, scales
from scorecard.rules.texts import Texts, framework_texts, register_texts, scorecard_texts

WHOSE = ("SC701", "SC708")
"""Codes of the rules that find it in doubt whose figures a file has."""


class Faults(NamedTuple):
    """What nothing can be computed from, by what is wrong with it.

    `errors` are by indicator, and `whole` is one for which there is no score.
    """

    errors: Mapping[str, Finding]
    whole: Finding | None = None


def check_figures(scorecard: Scorecard, framework: Framework) -> Findings:
    """Find everything that is wrong with figures by themselves; errors make them count as missing.

    Shapes of quantities, targets and baselines are looked at, and what they are to each other.
    """
    registry.register_all()
    yield from registry.on_figures.all_found(scorecard)
    yield from _stated(scorecard, framework)
    aims = list(_aims(scorecard, framework))
    yield from chain.from_iterable(map(_aimed, aims))
    yield from chain.from_iterable(map(registry.on_aims.all_found, aims))


def check_scorecard(assessment: Assessment, least: Severity = Severity.NOTE) -> Findings:
    """Find everything else of so much weight that a scorecard under its framework gets wrong."""
    yield from registry.on_scorecards.all_found(assessment, least)
    yield from registry.on_texts.all_found(Texts(scorecard_texts(assessment.scorecard)), least)


def figure_faults(found: Iterable[Finding]) -> Mapping[str, Finding]:
    """Return the errors of figures by themselves: of each the first, those of targets first.

    Where the target is wrong, even less is known of what the figure may earn.
    """
    errors = [each for each in found if each.severity is Severity.ERROR]
    in_order = sorted(errors, key=lambda each: _of_value(each.path))
    return {str(each.path[1]): each for each in reversed(in_order)}


def framework_faults(framework: Framework, errors: Iterable[Finding]) -> Faults:
    """Return for which errors of a framework an indicator counts as missing, or there is no score.

    There is none for errors of scoring, bands, groups, and of the unit of an indicator.
    """
    wrong: dict[str, Finding] = {}
    whole: Finding | None = None
    for each in errors:
        table, *rest = each.path
        if table == "indicators" and rest:
            wrong.setdefault(framework.indicators[int(rest[0])].id, each)
        if table != "indicators" or rest[-1] in ("unit", "group", "id"):
            whole = whole or each
    return Faults(wrong, whole)


def check_framework(framework: Framework) -> Findings:
    """Find everything that a framework gets wrong."""
    registry.register_all()
    for aim in framework_aims(framework):
        yield from _aimed(aim)
        yield from registry.on_aims.all_found(aim)
    yield from registry.on_frameworks.all_found(framework)
    yield from registry.on_texts.all_found(Texts(framework_texts(framework)))


def check_register(register: Register) -> Findings:
    """Find everything that a register gets wrong."""
    registry.register_all()
    yield from registry.on_registers.all_found(register)
    yield from registry.on_texts.all_found(Texts(register_texts(register)))


def check_folder(folder: Folder, least: Severity = Severity.NOTE) -> FindingsInFiles:
    """Find everything of so much weight that scorecards get wrong together, with their names.

    Where it is in doubt whose figures a file has, nothing more is said of its unit.
    """
    registry.register_all()
    seen = registry.on_folders.all_found(folder, least, WHOSE)
    found = sorted(seen, key=lambda named: named[1].code)
    unclear = {name: each for name, each in reversed(found) if each.code in WHOSE}
    for name, each in found:
        if each.path[0] != "unit" or unclear.get(name, each) is each:
            yield name, each


def doubtful_values(assessment: Assessment) -> frozenset[str]:
    """Return the figures whose own values are wrong: sums and jumps follow from no target."""
    wrong = ((name, each.path) for name, each in assessment.errors.items())
    return frozenset(name for name, path in wrong if path[0] == "figures" and _of_value(path))


def _of_value(path: Path) -> bool:
    """Whether an error is one of a value, and not of what that is held against."""
    return path[2:3] not in (("target",), ("baseline",))


def _stated(scorecard: Scorecard, framework: Framework) -> Findings:
    """Find what is wrong with the values that figures state."""
    known, looks = scales(framework), [(code, look) for (code, *_), look in registry.on_quantities]
    # Of all loops this one runs most often: it has no other function between it and the rules.
    for name, figure in scorecard.figures.items():
        value, allowed = figure.value, known.get(name)
        if value is not None and allowed is not None:
            if figure.target:
                allowed = scale(allowed.indicator, figure)
            for code, look in looks:
                arguments = look(value, allowed, "value")
                if arguments is not None:
                    yield finding(code, "figures", name, "value", **arguments)


def _aims(scorecard: Scorecard, framework: Framework) -> Iterator[Aim]:
    """Yield the targets and baselines that figures state, as few do."""
    known = scales(framework)
    for name, figure in scorecard.figures.items():
        if (figure.target is not None or figure.baseline is not None) and name in known:
            allowed = scale(known[name].indicator, figure)
            yield Aim(("figures", name), allowed, figure.target or (), figure.baseline, figure)


def _aimed(aim: Aim) -> Findings:
    """Find what is wrong with the quantities of targets and a baseline."""
    for number, target in enumerate(aim.targets):
        path = (*aim.path, "target", number, "value")
        yield from _quantity(path, target.value, aim.scale, "target")
    if aim.baseline is not None:
        yield from _quantity((*aim.path, "baseline"), aim.baseline, aim.scale, "baseline")


def _quantity(path: Path, stated: Quantity, allowed: Scale, role: Role) -> Findings:
    for (code, *_), look in registry.on_quantities:
        arguments = look(stated, allowed, role)
        if arguments is not None:
            yield finding(code, *path, **arguments)
