"""Which of the opened scorecards are shown: one framework, one period a unit."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, NamedTuple

from scorecard.diagnostic import suggestion
from scorecard.i18n.sayings import say
from scorecard.measure.assessment import Assessment
from scorecard.model.fields import by_language
from scorecard.model.level import LEVELS
from scorecard.numbers.period import Period
from scorecard.project.errors import CannotRunError
from scorecard.project.load import measured
from scorecard.project.targets import Gathered, same_period
from scorecard.text.naming import means

Key = tuple[str, str]
"""A framework by id and edition: what units must share to be compared."""


class Choice(NamedTuple):
    """What the shared options say: None leaves it open."""

    framework: str | None = None
    period: Period | None = None
    level: str | None = None
    tracks: Sequence[str] = ()


def by_default(choice: Choice, gathered: Gathered) -> Choice:
    """Return a choice as the settings of the folder complete it, where all of a folder is named.

    They are those of its topmost scorecard.toml. A level goes with its framework: where another
    one is asked for, all levels are.
    """
    if gathered.files or gathered.units:
        return choice
    files = [file for file in gathered.found if file.settings]
    first = min(files, key=lambda file: len(file.path.parts), default=None)
    said = first.settings if first else None
    if said is None or choice.framework not in {None, said.framework}:
        return choice
    return choice._replace(framework=said.framework, level=choice.level or said.level)


def select(gathered: Gathered, choice: Choice, *, every_period: bool = False) -> list[Assessment]:
    """Return what the targets name, of each unit by framework and track its latest period.

    Files that were named one by one are all taken. The order is that of the targets. Raise
    CannotRunError for a framework, a period, a level or a track that none of them is of.
    """
    named, found = measured(gathered.files), measured(gathered.found)
    if choice.framework and (named or found):
        choice = choice._replace(framework=_framework_meant(choice.framework, [*named, *found]))
    fitting = _fitting(found, choice)
    chosen = [*_fitting(named, choice), *(fitting if every_period else latest(fitting))]
    if (named or found) and not chosen:
        count = len(named) + len(found)
        reason = say("error.none-fits", number=count, asked=_asked(choice))
        raise CannotRunError("; ".join([reason, *_instead([*named, *found], choice)]))
    return chosen


def _framework_meant(word: str, assessments: Sequence[Assessment]) -> str:
    """Return the id that a word means, by itself or by a name, with the edition if it has one."""
    under = {framework_key(each): each.framework for each in assessments}
    known = sorted({*(id_ for id_, _ in under), *map("@".join, under)})
    if word in known:
        return word
    said, at, edition = word.partition("@")
    meant = {
        f"{id_}{at}{edition}"
        for (id_, _), framework in under.items()
        if any(means(said, name) for name in (id_, *by_language(framework.name).values()))
    }
    if len(meant) == 1 and meant.issubset(known):
        return meant.pop()
    hint = suggestion(word, known) or say("error.there-is", names=", ".join(_shortest(under)))
    raise CannotRunError(say("error.no-framework", name=word, hint=hint))


def _instead(assessments: Sequence[Assessment], choice: Choice) -> Iterator[str]:
    """Yield what there is where one of the things that are asked for is left open."""
    for what, names in _NAMES.items():
        others: dict[str, Any] = {what: None}
        found = [each for each in assessments if _fits(each, choice._replace(**others))]
        if getattr(choice, what) and found:
            yield say(f"instead.{what}", names=", ".join(names(found)))


_NAMES: Mapping[str, Callable[[Sequence[Assessment]], Iterable[str]]] = {
    "framework": lambda found: _shortest(map(framework_key, found)),
    "period": lambda found: dict.fromkeys(
        each.card.period.text for each in sorted(found, key=_recency)
    ),
    "level": lambda found: sorted({each.card.unit.level for each in found}, key=LEVELS.index),
}
"""What scorecards are of, by what a choice may ask for."""


def _shortest(frameworks: Iterable[Key]) -> list[str]:
    """Return the names of frameworks: ids, with the edition where there are several of one."""
    under = set(frameworks)
    times = Counter(id_ for id_, _ in under)
    return sorted(id_ if times[id_] == 1 else f"{id_}@{edition}" for id_, edition in under)


def _asked(choice: Choice) -> str:
    asked = {
        "framework": choice.framework,
        "period": choice.period and choice.period.text,
        "level": choice.level,
        "track": say("list.or").join(choice.tracks),
    }
    parts = (say(f"asked.{what}", name=name) for what, name in asked.items() if name)
    return say("list.and").join(parts)


class Selection(NamedTuple):
    """Scorecards of one period, and the latest of the units that have none for it.

    `later` are those of later periods. Files that were named one by one are of any period.
    """

    chosen: list[Assessment]
    period: Period | None = None
    later: Sequence[Assessment] = ()
    lacking: Sequence[Assessment] = ()


def of_one_period(assessments: Sequence[Assessment], gathered: Gathered) -> Selection:
    """Return the scorecards for the latest period that more than half of the units have.

    The units are those of the level with most of them; where no period has as many, it is the
    latest of all.
    """
    named = set(map(id, measured(gathered.files)))
    found = [each for each in assessments if id(each) not in named]
    if not found:
        return Selection(list(assessments))
    period = _usual_period(found)
    alike = [each for each in found if same_period(each.card.period, period)]
    have = {each.card.unit.id for each in alike}
    others = latest(each for each in found if each.card.unit.id not in have)
    later = [each for each in latest(found) if _recency(each) > _recency(alike[0])]
    kept = named.union(map(id, alike))
    return Selection([each for each in assessments if id(each) in kept], period, later, others)


def _usual_period(assessments: Sequence[Assessment]) -> Period:
    units: dict[str, set[str]] = defaultdict(set)
    for each in assessments:
        units[each.card.unit.level].add(each.card.unit.id)
    most = max(LEVELS, key=lambda level: len(units[level]))
    having: dict[tuple[int | None, int, int], set[str]] = defaultdict(set)
    for each in assessments:
        if each.card.unit.level == most:
            having[each.card.period[1:]].add(each.card.unit.id)
    in_order = sorted(assessments, key=_recency, reverse=True)
    usual = (each for each in in_order if 2 * len(having[each.card.period[1:]]) > len(units[most]))
    return next(usual, in_order[0]).card.period


def one_framework(
    assessments: Sequence[Assessment], gathered: Gathered
) -> tuple[list[Assessment], list[Key]]:
    """Return the scorecards under the framework of most units, and the other frameworks.

    Of its editions it is that of the period that would be compared.
    Raise CannotRunError where that would leave out a file or a unit that was named.
    """
    tables: dict[Key, list[Assessment]] = defaultdict(list)
    for each in assessments:
        tables[framework_key(each)].append(each)
    units = {key: {each.card.unit.id for each in table} for key, table in tables.items()}
    asked = set(gathered.units)
    most = _most_used(assessments, asked)
    odd = [each for each in measured(gathered.files) if framework_key(each) != most]
    left = [each for each in odd if each in assessments]
    left += [each for each in assessments if each.card.unit.id in asked - units[most]]
    if left:
        raise CannotRunError(
            say(
                "error.two-frameworks",
                first=_described(tables[most][0]),
                second=_described(left[0]),
            )
        )
    return tables[most], sorted(key for key in tables if key != most)


def frameworks_beside(assessments: Sequence[Assessment], gathered: Gathered) -> list[Key]:
    """Return the frameworks of all that was found but for those of these scorecards."""
    shown = {framework_key(each) for each in assessments}
    return sorted({framework_key(each) for each in measured(gathered.found)} - shown)


def _most_used(assessments: Sequence[Assessment], asked: AbstractSet[str]) -> Key:
    """Return the framework of most units, those that are asked for first, and its edition."""

    def few_first(some: Sequence[Assessment]) -> tuple[int, int]:
        units = {each.card.unit.id for each in some}
        return -len(units & asked), -len(units)

    by_id: dict[str, list[Assessment]] = defaultdict(list)
    for each in assessments:
        by_id[each.framework.id].append(each)
    found = by_id[min(by_id, key=lambda name: (*few_first(by_id[name]), name))]
    period = _usual_period(found)
    editions: dict[Key, list[Assessment]] = defaultdict(list)
    for each in found:
        if same_period(each.card.period, period):
            editions[framework_key(each)].append(each)
    return min(sorted(editions, reverse=True), key=lambda key: few_first(editions[key]))


def refuse_two_meanings(assessments: Sequence[Assessment]) -> None:
    """Raise CannotRunError where two frameworks have one id and edition, but are not the same."""
    first, *more = assessments
    for other in more:
        if other.compared_under != first.compared_under:
            id_, edition = framework_key(first)
            raise CannotRunError(
                say(
                    "error.two-meanings",
                    first=first.card.unit.id,
                    second=other.card.unit.id,
                    framework=id_,
                    edition=edition,
                )
            )


def framework_key(assessment: Assessment) -> Key:
    """Return what a unit must share with another to be compared with it."""
    return assessment.framework.id, assessment.framework.edition


def latest(assessments: Iterable[Assessment]) -> list[Assessment]:
    """Return the latest of each unit's periods by framework and track, in the order given.

    A period whose year is stated counts as later than one whose year is not.
    """
    best: dict[tuple[Key, str, str | None], Assessment] = {}
    for assessment in assessments:
        card = assessment.card
        key = (framework_key(assessment), card.unit.id, card.track)
        if key not in best or _recency(assessment) > _recency(best[key]):
            best[key] = assessment
    return list(best.values())


def over_time(assessments: Sequence[Assessment], since: Period) -> list[Assessment]:
    """Return scorecards of a period and later ones: unit by unit, and the first period first.

    They come by unit, framework and track in the order of their names. Raise CannotRunError where
    there is none so late.
    """
    start = since.start or 0
    later = [each for each in assessments if (each.card.period.start or 0) >= start]

    if assessments and not later:
        raise CannotRunError(say("error.since", period=since.text))

    def order(each: Assessment) -> tuple[str, str, str, tuple[bool, int, int]]:
        card = each.card
        return card.unit.id, each.framework.id, card.track or "", _recency(each)

    return sorted(later, key=order)


def _recency(assessment: Assessment) -> tuple[bool, int, int]:
    """Return what is greater for a later period; of unstated years the part of the year decides."""
    _, start, month, months = assessment.card.period
    first = month if start is None else start
    return start is not None, first + months, first


def _fitting(assessments: Iterable[Assessment], choice: Choice) -> list[Assessment]:
    return [each for each in assessments if _fits(each, choice)]


def _fits(each: Assessment, choice: Choice) -> bool:
    return (
        choice.framework in (None, each.framework.id, "@".join(framework_key(each)))
        and choice.level in (None, each.card.unit.level)
        and (not choice.tracks or each.card.track in choice.tracks)
        and (choice.period is None or same_period(each.card.period, choice.period))
    )


def _described(assessment: Assessment) -> str:
    framework, edition = framework_key(assessment)
    unit = assessment.card.unit.id
    return say("error.described", unit=unit, framework=framework, edition=edition)
