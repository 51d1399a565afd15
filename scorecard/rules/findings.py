"""What is wrong in a scorecard, a framework or a folder of scorecards, by all rules."""

from collections.abc import Iterator

from scorecard.diagnostic import Path
from scorecard.i18n.rules import Severity
from scorecard.measure.assessment import Assessment
from scorecard.model.framework import Framework
from scorecard.numbers.quantity import Quantity
from scorecard.rules import registry
from scorecard.rules.folder import Folder
from scorecard.rules.registry import Findings, FindingsInFiles, Role, finding
from scorecard.rules.scales import Aim, Scale, framework_aims, scales
from scorecard.rules.texts import Texts, framework_texts, scorecard_texts


def check_scorecard(assessment: Assessment) -> Findings:
    """Find everything that a scorecard under its framework gets wrong."""
    yield from _stated(assessment)
    for aim in _aims(assessment):
        yield from registry.on_aims.all_found(aim)
    yield from registry.on_scorecards.all_found(assessment)
    yield from registry.on_texts.all_found(Texts(scorecard_texts(assessment.scorecard)))


def check_framework(framework: Framework) -> Findings:
    """Find everything that a framework gets wrong."""
    registry.register_all()
    for aim in framework_aims(framework):
        yield from _aimed(aim)
        yield from registry.on_aims.all_found(aim)
    yield from registry.on_frameworks.all_found(framework)
    yield from registry.on_texts.all_found(Texts(framework_texts(framework)))


def check_folder(folder: Folder) -> FindingsInFiles:
    """Find everything that scorecards get wrong together, each with the name of its file.

    Where it is in doubt whose figures a file has, nothing more is said of its unit.
    """
    registry.register_all()
    found = sorted(registry.on_folders.all_found(folder), key=lambda named: named[1].code)
    unclear = {name: each for name, each in reversed(found) if each.path == ("unit", "id")}
    for name, each in found:
        if each.path[0] != "unit" or unclear.get(name, each) is each:
            yield name, each


def doubtful_figures(assessment: Assessment) -> frozenset[str]:
    """Return the figures that are wrong by themselves, so that nothing else follows from them."""
    return frozenset(str(each.path[1]) for each in impossible(assessment))


def doubtful_values(assessment: Assessment) -> frozenset[str]:
    """Return the figures whose own values are wrong: sums and jumps follow from no target."""
    found = (each.path for each in impossible(assessment))
    return frozenset(str(name) for _, name, key, *_ in found if key == "value")


def impossible(assessment: Assessment) -> Findings:
    """Find figures that state what their indicators cannot have."""
    return (each for each in _stated(assessment) if each.severity is Severity.ERROR)


def _stated(assessment: Assessment) -> Findings:
    """Find what is wrong with the quantities that figures state."""
    registry.register_all()
    known, looks = scales(assessment.framework), list(registry.on_quantities)
    # Of all loops this one runs most often: it has no other function between it and the rules.
    for name, figure in assessment.scorecard.figures.items():
        value, scale = figure.value, known.get(name)
        if value is not None and scale is not None:
            for code, look in looks:
                arguments = look(value, scale, "value")
                if arguments is not None:
                    yield finding(code, "figures", name, "value", **arguments)
    for aim in _aims(assessment):
        yield from _aimed(aim)


def _aims(assessment: Assessment) -> Iterator[Aim]:
    """Yield the targets and baselines that figures state, as few do."""
    known = scales(assessment.framework)
    for name, figure in assessment.scorecard.figures.items():
        if (figure.target or figure.baseline is not None) and name in known:
            yield Aim(("figures", name), known[name], figure.target or (), figure.baseline, figure)


def _aimed(aim: Aim) -> Findings:
    """Find what is wrong with the quantities of targets and a baseline."""
    for number, target in enumerate(aim.targets):
        path = (*aim.path, "target", number, "value")
        yield from _quantity(path, target.value, aim.scale, "target")
    if aim.baseline is not None:
        yield from _quantity((*aim.path, "baseline"), aim.baseline, aim.scale, "baseline")


def _quantity(path: Path, stated: Quantity, scale: Scale, role: Role) -> Findings:
    for code, look in registry.on_quantities:
        arguments = look(stated, scale, role)
        if arguments is not None:
            yield finding(code, *path, **arguments)
