"""What is wrong in a scorecard, a framework or a folder of scorecards, by all rules."""

from collections.abc import Iterator

from scorecard.diagnostic import Finding, Path
from scorecard.i18n.rules import Severity
from scorecard.measure.assessment import Assessment
from scorecard.model.framework import Framework
from scorecard.numbers.quantity import Quantity
from scorecard.rules.folder import Folder
from scorecard.rules.registry import (
    Role,
    on_aims,
    on_folders,
    on_frameworks,
    on_quantities,
    on_scorecards,
    on_texts,
    register_all,
)
from scorecard.rules.scales import Aim, Scale, framework_aims, scales
from scorecard.rules.texts import Texts, framework_texts, scorecard_texts


def check_scorecard(assessment: Assessment) -> Iterator[Finding]:
    """Find everything that a scorecard under its framework gets wrong."""
    register_all()
    yield from _stated(assessment)
    for aim in _aims(assessment):
        for on_aim in on_aims:
            yield from on_aim.look(aim)
    for rule in on_scorecards:
        yield from rule.look(assessment)
    yield from _in_texts(Texts(scorecard_texts(assessment.scorecard)))


def check_framework(framework: Framework) -> Iterator[Finding]:
    """Find everything that a framework gets wrong."""
    register_all()
    for aim in framework_aims(framework):
        yield from _in_aim(aim)
    for rule in on_frameworks:
        yield from rule.look(framework)
    yield from _in_texts(Texts(framework_texts(framework)))


def check_folder(folder: Folder) -> Iterator[tuple[str, Finding]]:
    """Find everything that scorecards get wrong together, each with the name of its file.

    Where it is in doubt whose figures a file has, nothing more is said of its unit.
    """
    register_all()
    found = [each for rule in on_folders for each in rule.look(folder)]
    found.sort(key=lambda named: named[1].code)
    unclear = {name: finding for name, finding in reversed(found) if finding.path == _UNIT}
    for name, finding in found:
        if finding.path[0] != "unit" or unclear.get(name, finding) is finding:
            yield name, finding


def doubtful_figures(assessment: Assessment) -> frozenset[str]:
    """Return the figures that are wrong by themselves, so that nothing else follows from them."""
    return frozenset(str(finding.path[1]) for finding in impossible(assessment))


def doubtful_values(assessment: Assessment) -> frozenset[str]:
    """Return the figures whose own values are wrong: sums and jumps follow from no target."""
    paths = [finding.path for finding in impossible(assessment)]
    return frozenset(str(path[1]) for path in paths if path[2] == "value")


_UNIT: Path = ("unit", "id")


def impossible(assessment: Assessment) -> Iterator[Finding]:
    """Find figures that state what their indicators cannot have."""
    return (found for found in _stated(assessment) if found.severity is Severity.ERROR)


def _stated(assessment: Assessment) -> Iterator[Finding]:
    """Find what is wrong with the quantities that figures state."""
    known = scales(assessment.framework)
    looks = list(on_quantities)
    for name, figure in assessment.scorecard.figures.items():
        scale, value = known.get(name), figure.value
        if scale is None or value is None:
            continue
        for codes, look in looks:
            arguments = look(value, scale, "value")
            if arguments is not None:
                yield Finding(codes[0], ("figures", name, "value"), arguments)
    for aim in _aims(assessment):
        yield from _aimed(aim)


def _aims(assessment: Assessment) -> Iterator[Aim]:
    """Yield the targets and baselines that figures state, as few do."""
    known = scales(assessment.framework)
    for name, figure in assessment.scorecard.figures.items():
        if (figure.target or figure.baseline is not None) and name in known:
            targets = figure.target or ()
            yield Aim(("figures", name), known[name], targets, figure.baseline, figure)


def _in_aim(aim: Aim) -> Iterator[Finding]:
    yield from _aimed(aim)
    for rule in on_aims:
        yield from rule.look(aim)


def _aimed(aim: Aim) -> Iterator[Finding]:
    """Find what is wrong with the quantities of targets and a baseline."""
    for number, target in enumerate(aim.targets):
        path = (*aim.path, "target", number, "value")
        yield from _quantity(path, target.value, aim.scale, "target")
    if aim.baseline is not None:
        yield from _quantity((*aim.path, "baseline"), aim.baseline, aim.scale, "baseline")


def _quantity(path: Path, stated: Quantity, scale: Scale, role: Role) -> Iterator[Finding]:
    for rule in on_quantities:
        arguments = rule.look(stated, scale, role)
        if arguments is not None:
            yield Finding(rule.codes[0], path, arguments)


def _in_texts(texts: Texts) -> Iterator[Finding]:
    for rule in on_texts:
        yield from rule.look(texts)
