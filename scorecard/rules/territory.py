"""Rules on units over time: name, code and parent are those of the period, by registers."""

from collections.abc import Container, Iterable, Iterator
from datetime import date

from scorecard.diagnostic import Finding
from scorecard.i18n import in_language
from scorecard.i18n.language import spoken
from scorecard.i18n.sayings import say
from scorecard.measure.territory import Found, Territory, Version, Who
from scorecard.model.fields import Text
from scorecard.numbers.period import Period
from scorecard.rules.folder import Folder
from scorecard.rules.registry import FindingsInFiles, finding, on_folders


@on_folders("SC722", "SC723", "SC724", "SC725")
def as_of_the_period(folder: Folder) -> FindingsInFiles:
    """A unit is there in the period of its scorecard, and has the code, name and parent of then.

    Of a period that a unit changes in, either is right.
    """
    for name, record in folder.records.items():
        who = record.who
        if found := folder.territory.find(who, record.period):
            yield from ((name, each) for each in _told(folder.territory, who, record.period, found))


def _told(territory: Territory, who: Who, period: Period, found: Found) -> Iterator[Finding]:
    wrong = list(_codes(territory, who, period, found))
    if wrong:
        yield from wrong
    elif found.named:
        yield from _parent(territory, who, period, found.named)
    elif former := _former(found):
        said = {"name": _text(who.name), "period": period.text}
        yield finding("SC722", "period", hint=_what_became(territory, former), **said)
    elif own := next((each for each in found.current if each.has_code(who)), None):
        said = {"own": _text(who.name), "right": _text(own.entry.name)}
        yield finding("SC724", "unit", "name", period=period.text, **said)


def _codes(territory: Territory, who: Who, period: Period, found: Found) -> Iterator[Finding]:
    """Tell codes that are not those of the unit, or are those of another one by now."""
    for system, code in who.codes.items():
        own = {each.entry.codes.get(system) for each in found.named} - {None}
        having = territory.with_code(who.level, system, code)
        holder = next((each for each in having if each.during(period)), None)
        former = _former(found)
        if own and code not in own:
            hint = say("register.write-code", code=min(map(str, own)), name=_text(who.name))
        elif holder and former:
            hint = _what_became(territory, former)
        else:
            continue
        names = (_quoted([holder]),) if holder else ()
        whose = say("register.code-of", name=names[0]) if names else say("register.code-of-none")
        said = {"system": system, "code": code, "whose": whose, "hint": hint}
        yield finding("SC723", "unit", "codes", system, period=period.text, **said)


def _former(found: Found) -> Version | None:
    """Return the unit of this name that was there last, or will be; None if one is there."""
    return max(found.former, key=_last, default=None)


def _last(version: Version) -> date:
    return version.entry.until or date.min


def _what_became(territory: Territory, version: Version) -> str:
    """Say when a unit ended, and where it went, or when it began, and what it was made of."""
    entry = version.entry
    if entry.until is None:
        began = say("register.began", day=entry.since)
        before = _quoted(territory.predecessors(version))
        return say("register.made-of", began=began, names=before) if before else began
    after = territory.successors(version)
    ended = say("register.ended", name=_text(entry.name), day=entry.until)
    if not after:
        return ended
    shared = [each for each in after if territory.others(version, each)]
    others = {each.time: each for new in shared for each in territory.others(version, new)}
    went = say("register.went", ended=ended, names=_quoted(after))
    if not shared:
        return went
    names = {_text(each.entry.name) for each in shared}
    told = {"others": _quoted(others.values(), names), "names": _quoted(shared)}
    return say("register.shared", went=went, **told)


def _parent(
    territory: Territory, who: Who, period: Period, named: Iterable[Version]
) -> Iterator[Finding]:
    right = [parent for each in named if (parent := each.entry.parent)]
    above = {name for each in named for name in territory.above(each)}
    if right and who.parent and who.parent not in above and territory.knows(who.parent):
        said = {"name": _text(who.name), "parent": who.parent, "right": right[0]}
        yield finding("SC725", "unit", "parent", period=period.text, **said)


def _quoted(versions: Iterable[Version], taken: Container[str] = ()) -> str:
    """Return names, those that another one has taken over since with the day until which."""
    quoted = ((_text(each.entry.name), each.entry.until) for each in versions)
    return ", ".join(
        say("register.until", name=name, day=day) if name in taken else f'"{name}"'
        for name, day in quoted
    )


def _text(name: Text) -> str:
    return in_language(name, spoken())
