"""One figure: its completion, pace, verdict and mark, its points, and what tallies it stands in."""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from oracle.case import Case
from oracle.completion import Target, may_exceed, verdict
from oracle.quantities import INFINITE, Interval, between, held, point, scaled

REACHED: Final = Target(point(Fraction(1)))
"""What a printed completion is held against."""

MET: Final = {"met", "exceeded"}


@dataclass(frozen=True)
class Outcome:
    """All that a figure comes to. Points are an amount; completion, pace and shares are of 1."""

    case: Case
    value: Interval | None = None
    absent: str | None = None
    error: str | None = None
    completion: Interval | None = None
    pace: Interval | None = None
    verdict: str | None = None
    mark: str | None = None
    share: Interval | None = None
    """What it earns of its points; None where it is not scored."""
    paced: Interval | None = None
    """The same at its pace; None where it has none."""
    due: Fraction = Fraction(0)
    """Its part of the maximum, were nothing left out."""
    max: Fraction = Fraction(0)
    reported: bool = False
    applies: bool = True
    """Whether it is among the figures that are due."""
    early: bool = False
    """Whether it is scored, and its target's day is still to come."""
    met: tuple[int, int] | None = None
    """How many targets it surely and possibly meets; None where it stands in no tally."""
    exceeded: tuple[int, int] = (0, 0)
    pending: bool = False
    asks: str = "nothing"
    """What a band that requires it finds: "nothing", "met", "missed" or "open"."""

    def points(self, share: Interval | None) -> Interval | None:
        """Return the points of a share; a penalty takes those of what is not kept."""
        worth = self.case.worth
        return None if share is None else scaled(share, abs(worth), min(worth, Fraction(0)))


def measure(case: Case) -> Outcome:
    """Return what a figure comes to."""
    stated = case.quantity
    empty = stated is not None and stated.empty
    shown = None if stated is None or empty else case.value or stated.bounds
    plain = Outcome(case, shown, applies=False)
    levels = case.indicator.get("levels")
    if levels and case.scorecard["unit"]["level"] not in levels:
        return replace(plain, absent="not-applicable")
    if case.stated is None and case.extra:  # it did not happen: a bonus earns, a rule costs nothing
        return replace(plain, share=point(Fraction(case.worth < 0)) if case.scored else None)
    absent = case.said.get("absent") or (None if stated else "missing")
    if empty and case.scoring.get("zero_of_zero") != "full":
        absent = "not-applicable"
    if absent in {"not-due", "not-applicable"}:
        return replace(plain, absent=absent)
    counts = case.worth if case.scored and not case.extra else Fraction(0)
    plain = replace(plain, absent=absent, error=case.error, applies=not case.extra)
    plain = replace(plain, due=counts, max=counts)
    brings = case.target or case.reported or case.method == "steps"
    unaimed = case.indicator.get("target") == "own" and not brings and not empty
    astray = case.day[0] == "not held" and not empty
    if plain.error or absent or unaimed or astray:
        return _missing(plain)
    plain = replace(plain, reported=True)
    if empty:
        return replace(plain, share=point(Fraction(1)) if case.scored else None)
    return _judged(plain) if brings and case.direction != "none" else plain


def _missing(plain: Outcome) -> Outcome:
    """Return a figure that counts as missing."""
    case, target = plain.case, plain.case.target
    # What a source says of a value that is wrong dates nothing; its target does.
    future = not case.fault and case.day[1] and not (plain.error and case.reported)
    if case.scoring.get("missing") == "left-out" and not plain.error:
        plain = replace(plain, max=Fraction(0))
    elif case.scored:
        plain = replace(plain, share=_shares(0, most(case)), early=future)
    plain = replace(plain, asks="open" if case.scored or target else "nothing")
    aimed = case.reported or (target and not target.scale)
    if plain.error or not aimed or case.direction == "none":
        return plain
    if future:
        return replace(plain, met=(0, 0), pending=True)
    beyond = not target or may_exceed(case.limits, target, case.direction)
    return replace(plain, met=(0, 1), exceeded=(0, int(beyond and case.method != "yes-no")))


def _shares(low: Fraction | int, high: Fraction | int, *, approximate: bool = False) -> Interval:
    return Interval((Fraction(low), 0), (Fraction(high), 0), approximate)


def most(case: Case) -> Fraction:
    """Return the greatest share of its points that a figure can earn."""
    lower = case.direction == "lower"
    if case.method == "steps":
        return min(case.cap, Fraction(case.indicator["steps"][0][1]))
    if case.method == "yes-no" or "within" in {case.method, case.direction}:
        return Fraction(1)
    if case.target is None or case.fault or case.contradiction:
        return case.cap
    number = case.target.number(case.direction)
    if case.method == "ratio" and (number < 0 if lower else number <= 0):
        return Fraction(1)
    best = (case.limits.low if lower else case.limits.high)[0]
    reached = None if abs(best) == INFINITE else case.completion(point(best))
    return Fraction(min(case.cap, reached.high[0])) if reached else case.cap


def _judged(plain: Outcome) -> Outcome:
    """Return a figure that is held against a target, a scale or its printed completion."""
    case, when = plain.case, plain.case.day[0]
    assert case.value
    done = case.reported or case.completion(case.value)
    value, target, direction = case.value, case.target, case.direction
    if case.reported:
        value, target, direction = case.reported, REACHED, "higher"
    plain = replace(plain, completion=done)
    if target is None or target.scale:
        return _on_a_scale(plain)
    said = verdict(value, target, direction)
    beyond = may_exceed(value, target, direction) and case.direction != "within"
    if said == "exceeded" and not beyond:
        said = "met"
    vague = value.approximate or target.bounds.approximate
    if when == "due":
        share = held_share(case, done) or _unratioed(case, said, vague)
        plain = replace(plain, verdict=said, mark=_mark(case, said, done), share=share)
    elif case.method == "ratio" and when != "waiting" and not turns(case):
        begun = _running if when == "running" else _later
        plain = begun(plain, said, vague)
    else:
        waits = held_share(case, done) or _unratioed(
            case, said if said in MET and _stays_low(case) else "", vague
        )
        share = _shares(0, most(case)) if when == "later" else waits
        plain = replace(plain, mark="pending", share=share)
    said = plain.verdict or "pending"
    met = {"met": (1, 1), "exceeded": (1, 1), "undecided": (0, 1)}.get(said, (0, 0))
    exceeded = (int(said == "exceeded"), int(beyond)) if plain.verdict else (0, 0)
    asks = "met" if said in MET else "missed" if said == "not met" else "open"
    plain = replace(plain, met=met, exceeded=exceeded, pending=said == "pending", asks=asks)
    if not case.scored:
        return replace(plain, share=None, paced=None)
    return replace(plain, early=case.day[1])


def held_share(case: Case, done: Interval | None) -> Interval | None:
    """Return a completion held between 0 and the cap."""
    return done and held(done, (Fraction(0), 0), (case.cap, 0))


def _stays_low(case: Case) -> bool:
    """Return whether a value of 0 and less meets the target without a ratio, and earns the cap."""
    lower = case.direction == "lower" and case.method == "ratio"
    return lower and case.target is not None and case.target.number("lower") >= 0


def _unratioed(case: Case, said: str | None, vague: bool) -> Interval:
    """Return the share where no ratio can be taken: by the verdict, and open without one."""
    top = case.cap if _stays_low(case) else 1
    if said == "not met":
        return _shares(0, 0, approximate=vague)
    return _shares(top if said in MET else 0, top, approximate=vague)


def turns(case: Case) -> bool:
    """Return whether a flow can be negative, so that nothing is decided before its day."""
    numbers = [case.limits.low[0], case.given.low[0] if case.given else 0]
    if case.target:
        numbers.append(case.target.edges(case.direction)[0])
    return any(-INFINITE < number < 0 for number in numbers)


def _mark(case: Case, said: str, done: Interval | None) -> str:
    near = Fraction(case.scoring.get("near", "0.9")), 0
    if said != "not met" or not done or done.high < near:
        return said
    return "near" if done.low >= near else "perhaps near"


def _on_a_scale(plain: Outcome) -> Outcome:
    case, done = plain.case, plain.completion
    assert done
    steps = case.method == "steps"
    end = (Fraction(case.indicator["steps"][0][1]) if steps else Fraction(1)), 0
    asks = "met" if done.low >= end else "missed" if done.high < end else "open"
    share = held_share(case, done) if case.scored else None
    return replace(plain, mark="full" if asks == "met" else None, asks=asks, share=share)


def _running(plain: Outcome, said: str, vague: bool) -> Outcome:
    """Return a flow that begins with its target's period: it can only grow until the day."""
    case, done, lower = plain.case, plain.completion, plain.case.direction == "lower"
    pace = done and scaled(done, case.passed if lower else 1 / case.passed)
    decided = said if (said == "not met" if lower else said in MET) else None
    so_far = held_share(case, pace if lower else done)
    share = so_far or _unratioed(case, said if lower else decided, vague)
    paced = held_share(case, pace)
    near = Fraction(case.scoring.get("near", "0.9")), 0
    if pace is None:
        mark = "pending" if not lower else "on pace" if said in MET else "undecided"
    elif pace.low >= (1, 0):
        mark = "on pace"
    elif pace.high < near:
        mark = "behind"
    else:
        mark = "near pace" if pace.low >= near and pace.high < (1, 0) else "undecided"
    return replace(
        plain, pace=pace, verdict=decided, mark=decided or mark, share=share, paced=paced
    )


def _later(plain: Outcome, said: str, vague: bool) -> Outcome:
    """Return a flow of a later part: only what it decides by itself is decided."""
    case, done, lower = plain.case, plain.completion, plain.case.direction == "lower"
    own, top = held_share(case, done) or _unratioed(case, said, vague), (most(case), 0)
    if lower and said == "not met":
        share = between((Fraction(0), 0), own.high, approximate=own.approximate)
    elif not lower and said in MET:
        share = between(own.low, max(top, own.low), approximate=own.approximate)
    else:
        return replace(plain, mark="pending", share=_shares(0, top[0]))
    return replace(plain, verdict=said, mark=said, share=share)
