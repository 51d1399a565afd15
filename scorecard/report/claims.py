"""What a source claims, beside what its figures give: for people, programs and spreadsheets."""

from collections.abc import Iterator
from fractions import Fraction

from scorecard.i18n import Words
from scorecard.measure.assessment import Assessment
from scorecard.measure.claims import (
    ClaimedBand,
    ClaimedNumber,
    claimed_band,
    claimed_score,
    claims_of_figure,
)
from scorecard.measure.kept import Card
from scorecard.measure.measured import Measured
from scorecard.measure.rank import Rank
from scorecard.measure.target import ANYTHING
from scorecard.model.scorecard import Figure
from scorecard.numbers.digits import apart_text
from scorecard.numbers.quantity import bounds, spell
from scorecard.report import texts
from scorecard.report.record import interval_record
from scorecard.text.json import Json, Raw, Reckoned
from scorecard.text.printable import Printable


def figure_claims(item: Measured, words: Words) -> Printable:
    """Return what a source claims of a figure: `points: claimed 18, computed 18 ✓`."""
    told = []
    for claim in claims_of_figure(item):
        if isinstance(claim, ClaimedNumber):
            told.append(_number(claim, words))
        else:
            computed = claim.computed and words(f"mark.{claim.computed}")
            said = words(f"verdict.{claim.claimed}")
            told.append(_against("verdict", said, computed, claim.stand, words))
    return texts.joined(*told)


def unit_claims(assessment: Assessment, rank: Rank | None, words: Words) -> Printable:
    """Return what a source claims of the whole; a rank as far as the field of it is known."""
    return texts.joined(*_of_unit(assessment, rank, words))


def _of_unit(assessment: Assessment, rank: Rank | None, words: Words) -> Iterator[Printable]:
    claim = assessment.scorecard.claimed
    if claim is None:
        return
    if score := claimed_score(assessment):
        yield _number(score, words)
    if band := claimed_band(assessment):
        yield _band(band, words)
    if claim.rank is not None:
        yield _rank(claim.rank, claim.rank_of, None if assessment.supposed else rank, words)
    if claim.label is not None:
        yield _against("class", claim.label, None, "shown", words)


def _rank(claimed: int, among: int | None, rank: Rank | None, words: Words) -> Printable:
    """Return a rank that a source claims; one among so many others is of another field."""
    place = words("rank.of", rank=claimed, count=among) if among else words.number(f"{claimed}")
    same = rank is not None and among in (None, rank.of)
    stand = _stand_of_rank(rank, claimed) if rank and same else "shown"
    return _against("rank", place, texts.place_text(rank, words), stand, words)


def _stand_of_rank(rank: Rank, claimed: int) -> str:
    """Return how a claimed rank stands; a source may break a tie by what it does not print."""
    if not rank.best <= claimed <= rank.worst:
        return "differs"
    return "agrees" if rank.best == rank.worst else "open"


def _number(claim: ClaimedNumber, words: Words) -> Printable:
    unit = " %" if claim.topic == "completion" else ""
    numbers = (claim.claimed.first, claim.claimed.second)
    others = [Fraction(each) for each in numbers if each is not None]
    computed = claim.computed and words.number(f"{apart_text(claim.computed, others)}{unit}")
    said = words.number(f"{spell(claim.claimed)}{unit}")
    return _against(claim.topic, said, computed, claim.stand, words)


def _band(claim: ClaimedBand, words: Words) -> Printable:
    names = [words.name(each.name) if each else texts.DASH for each in claim.possible]
    said = words.name(claim.band.name) if claim.band else claim.claimed
    return _against("band", said, " / ".join(names) or texts.DASH, claim.stand, words)


def _against(topic: str, claimed: str, computed: str | None, stand: str, words: Words) -> Printable:
    name = words(f"claimed.{topic}")
    if stand == "shown":
        return words("claimed.alone", topic=name, claimed=claimed)
    sign = words(f"claimed.stand.{stand}")
    return words("claimed.against", topic=name, claimed=claimed, computed=computed, sign=sign)


def claimed_of_figure(figure: Figure) -> Json:
    """Return what a source claims of a figure, for JSON."""
    claim = figure.claimed
    if claim is None:
        return None
    done = claim.completion
    return {
        "completion": interval_record(done and bounds(done, ANYTHING, percent=False)),
        "verdict": claim.verdict,
        "points": claim.points,
    }


def claimed_of_unit(card: Card) -> dict[str, Raw]:
    """Return what a source claims of the whole, by key; nothing where it claims nothing."""
    return card.claimed.model_dump(by_alias=True) if card.claimed else {}


def claimed_text(**claims: Raw) -> Reckoned | None:
    """Return claims in one cell of a spreadsheet: `score 62.7; rank 14`."""
    told = [f"{key} {value}" for key, value in claims.items() if value is not None]
    return Reckoned("; ".join(told)) if told else None
