"""Records of files as JSON to be kept, and back."""

import json
from base64 import b64decode, b64encode
from collections.abc import Mapping

from scorecard.numbers.period import parse
from scorecard.rules.record import Record, Under


def serialised_record(record: Record) -> str:
    """Return a record as JSON; of its framework, the digest only."""
    whose = record[2 : Record._fields.index("numbers")]
    said = (b64encode(record.numbers).decode(), record.spellings, record.own_targets)
    marks = (record.estimated, record.final, record.inapplicable, record.faulty)
    return json.dumps([record.under.digest, record.period.text, whose, *said, marks])


def restored_record(text: str, frameworks: Mapping[str, Under]) -> Record:
    """Return what `serialised_record` made JSON of.

    Raise ValueError, LookupError or TypeError for other JSON.
    """
    digest, period, who, numbers, *spelled, marks = json.loads(text)
    # Names by language, and codes.
    who = [tuple(each) if isinstance(each, list) else each for each in who]
    first = (frameworks[digest], parse(period), *who)
    return Record._make((*first, b64decode(numbers), *spelled, *marks))


def serialised_under(under: Under) -> str:
    """Return what a record has of its framework as JSON."""
    return json.dumps(under)


def restored_under(text: str) -> Under:
    """Return what `serialised_under` made JSON of, on the terms of `restored_record`."""
    said, framework, edition, indicators, *bits, targets = json.loads(text)
    return Under._make((said, framework, edition, tuple(indicators), *bits, tuple(targets)))
