"""What completes a word at the prompt: ids and periods of a folder, codes of rules, languages."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import typer

from scorecard.i18n.language import LANGUAGES
from scorecard.model.level import LEVELS
from scorecard.project.names import BUNDLED, Measures, Named, framework_id, measures, names_in
from scorecard.project.places import is_there
from scorecard.text.naming import alphabetical

FILES, FOLDERS = "files", "folders"
"""Said beside the word as it stands, these have the shell complete paths as well."""

Offers = list[str | tuple[str, str]]
"""Words that begin with what is typed, as typer takes them: some with a few words of help."""


def files(incomplete: str) -> Offers:
    """Offer files and folders."""
    return [(incomplete, FILES)]


def folders(incomplete: str) -> Offers:
    """Offer folders."""
    return [(incomplete, FOLDERS)]


def targets(context: typer.Context, incomplete: str) -> Offers:
    """Offer units, after an `@` their periods, and files and folders."""
    named = names_in(_place(context.params["folder"]))
    with_period = (f"{each.unit}@{each.period}" for each in named)
    units = with_period if "@" in incomplete else (each.unit for each in named)
    return [*_sorted(units), *files(incomplete)]


def states(context: typer.Context, incomplete: str) -> Offers:
    """Offer files, folders, and the branches and tags of the folder."""
    from scorecard.project.git import revisions

    return [*revisions(_place(context.params["folder"])), *files(incomplete)]


def explained(context: typer.Context, incomplete: str) -> Offers:
    """Offer what there is to explain: units, files and the codes of rules."""
    return [*targets(context, incomplete), *codes()]


def frameworks(context: typer.Context) -> Offers:
    """Offer the frameworks that scorecards are under."""
    return [*_sorted(framework_id(each.framework) for each in _named(context))]


def bundled(incomplete: str) -> Offers:
    """Offer the frameworks that come with the program, and files."""
    return [*sorted(path.stem for path in BUNDLED.glob("*.toml")), *files(incomplete)]


def periods(context: typer.Context) -> Offers:
    """Offer the periods that there are scorecards for."""
    return [*_sorted(each.period for each in _named(context))]


def indicators(context: typer.Context) -> Offers:
    """Offer the indicators of the frameworks in question."""
    return [*_once(name for each in _measures(context) for name in each.indicators)]


def orders(context: typer.Context) -> Offers:
    """Offer what units can be sorted by."""
    measured = _measures(context)
    groups = (name for each in measured for name in each.groups)
    return ["rank", "unit", *_once(groups), *indicators(context)]


def suppositions(context: typer.Context, incomplete: str) -> Offers:
    """Offer indicators to suppose a value of, and units to suppose it of."""
    unit, colon, _ = incomplete.rpartition(":")
    units = [] if colon else _sorted(f"{each.unit}:" for each in _named(context))
    return [*(f"{unit}{colon}{name}=" for name in indicators(context)), *units]


def settings(context: typer.Context, incomplete: str) -> Offers:
    """Offer units and files, and indicators to set."""
    return [*targets(context, incomplete), *(f"{name}=" for name in indicators(context))]


def codes() -> Offers:
    """Offer the codes of all rules, each with what it says."""
    from scorecard.i18n.rules import rules

    return [(code, rule.left_open) for code, rule in rules().items()]


def levels() -> Offers:
    """Offer the kinds of unit."""
    return list(LEVELS)


def tongues() -> Offers:
    """Offer the languages that people are spoken to in."""
    return list(LANGUAGES)


def _named(context: typer.Context) -> Iterator[Named]:
    """Yield the scorecards that the words before this one are about."""
    given = context.params
    # Beside an option without its value, the words that are no options are left as they are.
    typed: list[str] = (
        given.get("targets") or given.get("words") or [given.get("target") or "", *context.args]
    )
    paths = [_place(word) for word in typed if word and is_there(_place(word))]
    places = paths or [_place(given["folder"])]
    found = [named for place in places for named in names_in(place)]
    units = {word.partition("@")[0] for word in typed} & {each.unit for each in found}
    framework = given.get("framework")
    for each in found:
        if (not units or each.unit in units) and framework in (None, framework_id(each.framework)):
            yield each


def _measures(context: typer.Context) -> list[Measures]:
    return [measures(each) for each in _once(each.framework for each in _named(context))]


def _place(typed: str | Path) -> Path:
    # The shell has not put the home folder in the place of ~ yet.
    return Path(os.path.expanduser(typed))  # noqa: PTH111 - without a home Path.expanduser raises


def _once(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(words))


def _sorted(words: Iterable[str]) -> list[str]:
    return sorted(set(words) - {""}, key=alphabetical)
