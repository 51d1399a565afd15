"""Names, quantities and numbers of files as text."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache

from scorecard.i18n import Words
from scorecard.measure.assessment import HUNDRED, Assessment
from scorecard.measure.change import Break, Change, Earlier
from scorecard.measure.criteria import FRAMEWORKS, Same
from scorecard.measure.field import Standing
from scorecard.measure.measured import Measured
from scorecard.measure.outcome import Outcome
from scorecard.measure.rank import Rank
from scorecard.measure.sensitivity import Stability
from scorecard.measure.tally import Tally
from scorecard.model.fields import SOURCE_REFERENCE
from scorecard.model.framework import Framework, Indicator
from scorecard.model.scorecard import Scorecard
from scorecard.numbers.digits import interval_text, one_decimal
from scorecard.numbers.interval import Interval, exactly, times
from scorecard.numbers.period import Period
from scorecard.numbers.quantity import Form, Quantity, decimals
from scorecard.report.blocks import Note, right_to_left
from scorecard.report.periods import period_text
from scorecard.text.printable import Printable, printable

DASH = printable("–")
"""What stands where there is nothing to say."""

TRACKS = ("self", "appraised", "survey")
"""The tracks that there are words for."""

KNOWN_UNITS = ("percent", "count", "points", "yes-no")


def quantity_text(quantity: Quantity, indicator: Indicator, words: Words) -> Printable:
    """Return a quantity as its source prints it: `>85 %`, `12/18`, `≈ 722.95`."""
    form, first, second = quantity
    if form is Form.BETWEEN and first == second:
        form = Form.EXACT
    numbers = {"first": f"{first:f}", "second": f"{first if second is None else second:f}"}
    text = words.number(words(f"quantity.{form.name.lower()}", **numbers))
    bare = form in (Form.DONE, Form.NOT_DONE, Form.SHARE) or not indicator.percent
    return text if bare else printable(f"{text} %")


def percent(share: Interval | None) -> Interval | None:
    """Return a share of 1 in per cent."""
    return times(share, HUNDRED) if share else None


def share_text(share: Interval, words: Words) -> Printable:
    """Return a share of 1 in per cent, to one decimal."""
    return words.number(interval_text(times(share, HUNDRED)))


def change_text(change: Change, words: Words) -> Printable:
    """Return a change, with an arrow in place of its sign where the bounds decide that: `▲ 2.4`."""
    if change.difference == exactly(0):
        return words.number("= 0.0")
    if change.arrow is None:
        return difference_text(change.told, words)
    up = change.arrow == "up"
    return printable(
        f"▲ {difference_text(change.told, words)}"
        if up
        else f"▼ {difference_text(times(change.told, -1), words)}"
    )


def since_text(change: Change, words: Words) -> Printable:
    """Return a change, and since when: `▲ 2.4 since 2024`."""
    return words(
        "explain.change", change=change_text(change, words), period=period_text(change.since, words)
    )


def break_text(broke: Break, then: Assessment, words: Words) -> Printable:
    """Return why nothing is held against a scorecard of then."""
    period, was = period_text(then.card.period, words), words.name(broke.was)
    return words(f"none-since.{broke.of}", period=period, was=was)


def earlier_text(earlier: Earlier, words: Words) -> Printable | None:
    """Return the change of a score, and the rank of then; or that it was another unit."""
    if earlier.broke:
        return break_text(earlier.broke, earlier.assessment, words)
    changed, rank = earlier.score and since_text(earlier.score, words), earlier.rank
    then = rank and words("rank.was", rank=place_text(rank, words))
    return joined(changed, then) if changed and then else changed


def difference_text(difference: Interval, words: Words) -> Printable:
    """Return a difference to one decimal, or to as many as tell it from none."""
    return words.number(interval_text(difference, landmarks=(0,)))


def score_text(
    score: Interval | None, framework: Framework, words: Words, decimals: int = 1
) -> Printable:
    """Return a score to so many decimals, or as many as tell it from the edges of bands."""
    return words.number(score_digits(score, framework, decimals))


def score_digits(score: Interval | None, framework: Framework, decimals: int = 1) -> str:
    """Return the same as no language writes it, with a point before the decimals."""
    return interval_text(score, *_scores(Same(framework)), decimals) if score else DASH


def percent_of_scale(score: Interval | None, framework: Framework) -> Interval | None:
    """Return a score in per cent of the scale of its framework, which need not be 100."""
    return score and times(score, HUNDRED / Fraction(framework.scoring.scale))


def percent_text(score: Interval | None, framework: Framework, words: Words) -> Printable:
    """Return a score as a per cent of the scale of its framework, to one decimal."""
    done = percent_of_scale(score, framework)
    if done is None:
        return words.number(DASH)
    return words.number(interval_text(done, *_percents(Same(framework)), 1))


@lru_cache(maxsize=FRAMEWORKS)
def _percents(same: Same[Framework]) -> tuple[Interval, tuple[Fraction | int, ...]]:
    """Return the same as `_scores`, in per cent of the scale."""
    possible, edges = _scores(same)
    factor = HUNDRED / Fraction(same.value.scoring.scale)
    return times(possible, factor), tuple(edge * factor for edge in edges)


@lru_cache(maxsize=FRAMEWORKS)
def _scores(same: Same[Framework]) -> tuple[Interval, tuple[Fraction | int, ...]]:
    """Return which scores are possible, and which of them no other is shown as."""
    scoring = same.value.scoring
    scale = Fraction(scoring.scale)
    edges = (Fraction(band.start) for band in same.value.bands)
    return Interval(Fraction(0), scale * Fraction(scoring.cap)), (0, scale, *edges)


def track_text(track: str, framework: Framework, words: Words) -> Printable:
    """Return the name of a track: that of the framework, else a word for it, else its own."""
    known = framework.tracks.get(track)
    if known and known.name:
        return words.name(known.name)
    return words(f"track.{track}") if track in TRACKS else printable(track)


def score_name(assessment: Assessment, words: Words) -> Printable:
    """Return what a score is called: one so far, while a target is pending."""
    return words("score.so-far" if assessment.pending else "score")


def points_text(
    points: Interval, most: Fraction, of: Framework, items: Iterable[Measured], words: Words
) -> Printable:
    """Return points with as many decimals as the figures print that they come from."""
    return points_to(points_decimals(items), points, most, of, words)


def points_to(
    decimals: int, points: Interval, most: Fraction, of: Framework, words: Words
) -> Printable:
    """Return points with so many decimals."""
    ceiling = most * Fraction(of.scoring.cap)
    possible = Interval(Fraction(0), ceiling)
    return words.number(interval_text(points, possible, (0, most), decimals))


def points_decimals(items: Iterable[Measured]) -> int:
    """Return how many decimals the points of figures have: of measured points, those printed."""
    measured = (item for item in items if item.indicator.unit == "points")
    values = (item.figure and item.figure.value for item in measured)
    return max([1, *(decimals(value) for value in values if value)])


def band_text(assessment: Assessment, words: Words) -> Printable:
    """Return the band, the span of bands where the score leaves it open, or a dash."""
    names = [words.name(band.name) for band in assessment.bands] or [DASH]
    return names[0] if len(names) == 1 else words("band.to", low=names[0], high=names[-1])


def rank_text(rank: Rank | Stability | None, words: Words) -> Printable:
    """Return a rank: `18`, `15–19` where bounds leave it open, `≈ 3`; a dash without one."""
    if rank is None:
        return DASH
    text = "–".join(map(str, dict.fromkeys((rank.best, rank.worst))))
    return words.number(f"≈ {text}" if isinstance(rank, Rank) and rank.approximate else text)


def place_text(rank: Rank | None, words: Words) -> Printable:
    """Return a rank among how many: `18 of 34`; a dash without one."""
    return words("rank.of", rank=rank_text(rank, words), count=rank.of) if rank else DASH


def coverage_text(assessment: Assessment, words: Words) -> Printable:
    """Return the coverage in per cent; a dash where no indicator counts."""
    if assessment.coverage is None:
        return DASH
    gate = Fraction(assessment.framework.scoring.coverage) * HUNDRED
    return words.number(one_decimal(assessment.coverage * HUNDRED, (0, 100, gate), -1))


def tally_text(counted: Tally, words: Words) -> Printable:
    """Return how many targets are met: `5–10 of 18 met or exceeded`, and how many are pending."""
    text = words("tally.met", met=_span(counted.met), of=counted.of)
    if counted.exceeded[1]:
        text = joined(text, words("tally.exceeded", count=_span(counted.exceeded)))
    return _with_pending(text, counted, words)


def targets_met_text(counted: Tally, words: Words) -> Printable:
    """Return the same below a heading that says it: `5–10 of 18`, and how many are pending."""
    text = words("tally.of", met=_span(counted.met), of=counted.of)
    return _with_pending(text, counted, words)


def _with_pending(text: Printable, counted: Tally, words: Words) -> Printable:
    if not counted.pending:
        return text
    return joined(text, words("tally.pending", count=counted.pending))


def _span(ends: tuple[int, int]) -> str:
    return "–".join(map(str, dict.fromkeys(ends)))


def target_period(outcome: Outcome) -> str | None:
    """Return the period that a target is for, as far as it is known; None where it has none."""
    until, target = outcome.course.until, outcome.target
    period = until or (target and not target.scale and target.period) or None
    return period.text if isinstance(period, Period) else period


def unranked_text(standing: Standing, words: Words) -> Printable:
    """Say why a unit has no rank."""
    assessment = standing.assessment
    gate, figures = assessment.framework.scoring.coverage * 100, assessment.figures
    told = {
        "share": coverage_text(assessment, words),
        "gate": gate,
        "given": figures.reported,
        "due": figures.due,
        "code": assessment.fault.code if assessment.fault else "",
    }
    reason = words(f"unranked.{standing.unranked}", **told)
    why = standing.assessment.card.unit.why if standing.unranked == "not-eligible" else None
    return printable(f"{reason} ({words.name(why)})") if why else reason


def labelled_name(indicator: Indicator, words: Words) -> Printable:
    """Return the name of an indicator with its unit, where that is more than a number."""
    return _with_unit(words.name(indicator.name), indicator, words)


def heading_name(indicator: Indicator, words: Words) -> Printable:
    """Return the same for a heading, with its short name if it has one."""
    return _with_unit(words.name(indicator.short or indicator.name), indicator, words)


def _with_unit(name: Printable, indicator: Indicator, words: Words) -> Printable:
    unit = words.name(indicator.unit)
    return name if indicator.unit in KNOWN_UNITS else printable(f"{name} ({unit})")


def indicator_names(items: Iterable[Measured], words: Words) -> str:
    """Return the names of indicators one after another."""
    return "; ".join(words.name(item.indicator.name) for item in items)


def source_text(card: Scorecard, reference: str | None, words: Words) -> str:
    """Return where a figure comes from: title, publisher, place, date and address."""
    match = SOURCE_REFERENCE.fullmatch(reference or "")
    source = card.sources.get(match["source"]) if match else None
    if source is None or match is None:
        return reference or ""
    parts: list[str | None] = [
        words.name(source.title),
        match["place"] and words("explain.place", place=match["place"]),
        words.name(source.publisher or ""),
        words.date(source.published) if source.published else None,
        source.url,
    ]
    return ", ".join(filter(None, parts))


def note(text: Printable, words: Words) -> Note:
    """Return a sentence as a note in the language of the words."""
    return Note(text, words("note"))


def joined(*texts: str) -> Printable:
    """Join texts by a dot in the middle, those from right to left after the others."""
    return printable(" · ".join(sorted(filter(None, texts), key=right_to_left)))
