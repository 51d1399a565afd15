"""Texts that are something else than TOML from the first line on, or that git has mixed."""

import re
from itertools import islice

from scorecard.diagnostic import Related
from scorecard.toml.coaching.fault import Edit, Fault, Where
from scorecard.toml.coaching.recovery import blanked

_CONFLICT_MARK = re.compile(r"(?:<{7}|\|{7}|={7}|>{7})(?: .*|\Z)")
_CONFLICT = re.compile(
    r"(?P<start><{7}[^\n]*+\n)(?:(?!={7}|\|{7})[^\n]*+\n)*+"
    r"(?P<rest>(?:(?!>{7})[^\n]*+\n)++(?P<end>>{7}[^\n]*+))"
)
_LONE_RETURN = re.compile(r"\r(?!\n)")
_JSON = re.compile(r"\s*+(?:\[\s*+)?+\{\s*+(?:[\"}]|\Z)")
_YAML = re.compile(r"[ \t]*+(?:- )?[^\s\"'=:#{\[][^\"'=:#{\[\n]*+:(?=\s|\Z)", re.MULTILINE)
_PAIR = re.compile(r"^[^#\n=]++=", re.MULTILINE)
_MARKUP = re.compile(r"\s*+<[!?A-Za-z]")
_TABLE = re.compile(r"[^;\t,]*+(?:[;\t,][^=\n;\t,]*+){2,}+\Z")
# The reader stops at it, behind it, or at the word before it.
_OTHER_BLANK = re.compile(r"[^\s=,.\[\]{}#\"']*+(?P<blank>[^\S \t]+)")
_MOST_RETURNS = 1000
_LEARN = "write a line key = value for each figure, below the header [figures]"


def lone_return(where: Where) -> Fault | None:
    """Tell of line ends that are none to TOML: carriage returns without line feeds."""
    found = _LONE_RETURN.search(where.text, max(0, where.offset - 1))
    if found is None or found.start() > where.offset:
        return None
    reason = "a line ends with a carriage return alone, as on old Macintosh computers"
    span = (found.start() - where.start, found.end() - where.start)
    fault = where.fault(span, reason, "save the file with line ends LF or CRLF")
    returns = islice(_LONE_RETURN.finditer(where.text), _MOST_RETURNS)
    edits = tuple(Edit(*each.span(), " ") for each in returns)
    # Without any other line ends, all lines are one.
    return fault._replace(edits=edits, last="\n" not in where.text)


def other_blank(where: Where) -> Fault | None:
    """Tell of a blank that is none to TOML, such as the one that breaks no line."""
    row, at = where.row, where.column
    found = _OTHER_BLANK.match(row, at) or _OTHER_BLANK.match(row, max(0, at - 1))
    if found is None:
        return None
    reason = f"U+{ord(found['blank'][0]):04X} looks like a blank and is none to TOML"
    hint = "replace it by an ordinary blank; it comes from Word or a web page"
    return where.fault(found.span("blank"), reason, hint, "")


def merge_conflict(where: Where) -> Fault | None:
    """Tell of two versions that git has left side by side; what follows is read with the first."""
    if not _CONFLICT_MARK.fullmatch(where.row):
        return None
    reason = f"{where.row[:7]} is what git leaves where two versions differ"
    hint = "keep the right version, and delete the other and the lines <<<<<<<, ======= and >>>>>>>"
    fault = where.fault((0, len(where.row)), reason, hint, "")
    match = _CONFLICT.match(where.text, where.start)
    if match is None:
        return fault
    related = Related("the other version ends here", place=match.span("end"))
    edits = (blanked(where.text, *match.span(part)) for part in ("start", "rest"))
    return Fault(fault.finding._replace(related=related), tuple(edits))


def other_format(where: Where) -> Fault | None:
    """Tell of a whole file in another format."""
    name = _format(where)
    if name is None:
        return None
    return where.fault(where.written, f"it is {name}", _LEARN)._replace(last=True)


def _format(where: Where) -> str | None:
    text = where.text
    if _JSON.match(text):
        return "JSON"
    if _MARKUP.match(text):
        return "a web page or XML"
    pairs = max(1, len(_PAIR.findall(text)))
    fields = len(_YAML.findall(text)) if _YAML.match(where.row) else 0
    if fields > pairs or (where.row.startswith("---") and not text[: where.start].strip()):
        return "YAML"
    if "=" in text or "[" in text:
        return None
    return "a table that a spreadsheet has saved (CSV)" if _TABLE.match(where.row) else "prose"
