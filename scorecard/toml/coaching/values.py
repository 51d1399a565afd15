"""Values that cannot be read: texts that stay open, and what is no value at all."""

import re

from scorecard.i18n.sayings import say
from scorecard.toml.coaching.fault import Edit, Fault, Where, as_text, shortened, stripped
from scorecard.toml.coaching.recovery import blanked, statements
from scorecard.toml.coaching.spelling import QUOTES, misspelled, readable, surely_meant
from scorecard.toml.coaching.statements import NO_COMMENT
from scorecard.toml.coaching.tokens import KEY, left_open, unclosed

_STATEMENT = re.compile(rf"^[ \t]*+(?:#|\[|\r?$|{KEY}[ \t]*+=)", re.MULTILINE)
_TEXT = re.compile(r'"(?:[^"\\\n]++|\\.)*+"' + r"|'[^'\n]*+'|#.*|(?P<open>[\"'])")
_BEFORE = re.compile(r"(?<![<>])=|[\[{]")
_BEHIND = re.compile(rf"\s*+(?:[#\"'\]}}]|\Z|,\s*+{KEY}[ \t]*+=)|(?<![<>≥≤])=")
_CURLY = re.compile(f'[{QUOTES}][^\n{QUOTES}"]*+[{QUOTES}"]')
_CURLY_VALUE = re.compile(
    rf"=[ \t]*+(?P<text>[{QUOTES}][^\n{QUOTES}\"#]*+#[^\n{QUOTES}\"]*+[{QUOTES}])"
)
_PER_CENT = re.compile(
    r"(?P<key>[A-Za-z0-9_-]++)[ \t]*+=[ \t]*+(?P<text>[0-9][0-9.]*+,[0-9]++[ \t]*+%)"
)
_CURLY_END = re.compile(rf"(?P<text>[^{QUOTES}]++)[{QUOTES}](?=\s*+(?:[,#\]}}]|\Z))")
_COMMENT = re.compile(r"\s(?://|--|;).*")
_NUMBERS = re.compile(r"[-+]?[0-9][0-9.]*+(?:\s++[-+]?[0-9][0-9.]*+)++")
_CURLY_BEFORE = re.compile(
    rf"[ \t]*+{KEY}[ \t]*+=[ \t]*+(?P<quotes>[{QUOTES}]++)\s*+(?P<opening>[\[{{])"
)
_TAIL = re.compile(r"[\]}\s]*+,?+\s*+")
_LONGEST_TAIL = 16


def lost_quote(where: Where) -> Fault | None:
    """Tell of a text without its last quote, or without any, which the reader only misses below."""
    below = where.reason.startswith("unclosed")
    end = len(where.text) if below else where.start + len(where.row)
    for found in left_open(where.text, end):
        line, word = Where(where.text, found.start(), where.reason), found["word"]
        if not word and line.start < where.start:
            return _not_closed(line, line.column)
        if word and not readable(word):
            span = (line.column, line.column + len(word))
            reason = say("toml.needs-quotes-hash", value=shortened(word))
            return line.fault(span, reason, say("hint.write", text=as_text(word)), "0")
    return None


def curly_before(where: Where) -> Fault | None:
    """Tell of curly quotes around braces or brackets, which need none."""
    row, curly = where.row, _CURLY_BEFORE.match(where.row)
    inside = row[curly.end("quotes") :].rstrip().rstrip(QUOTES) if curly else ""
    if curly is None or not readable(inside):
        return None
    reason = say("toml.stands-before", sign=curly["quotes"], other=curly["opening"])
    span, over = curly.span("quotes"), (curly.start("quotes"), len(row))
    return where.fault(
        span, reason, say("toml.delete"), f"{' ' * len(curly['quotes'])}{inside}", over
    )


def curly_around_hash(where: Where) -> Fault | None:
    """Tell of curly quotes around a text with #, which begins a comment inside of brackets."""
    opened = unclosed(where.text, where.offset)
    line = Where(where.text, opened[0], where.reason) if opened else where
    found = _CURLY_VALUE.search(line.row)
    if found is None:
        return None
    text = found["text"]
    return line.fault(found.span("text"), *misspelled(text, ""), "0", mend=surely_meant(text, ""))


def per_cent(where: Where) -> Fault | None:
    """Tell of a number in per cent with a decimal comma, where the reader looks for a key."""
    for found in _PER_CENT.finditer(where.row):
        if found.start() < where.column <= found.end():
            text, span = found["text"], found.span("text")
            said, mend = misspelled(text, found["key"]), surely_meant(text, found["key"])
            return where.fault(span, *said, "0", mend=mend)
    return None


def sign(where: Where) -> Fault | None:
    """Tell of a bound without quotes in braces, where the reader stops at its second sign."""
    at = where.column
    return value(where) if where.row[max(0, at - 1) : at + 1] in {">=", "<="} else None


def escape(where: Where) -> Fault | None:
    """Tell of a sign behind a backslash that means nothing."""
    at = where.row.rfind("\\", 0, where.column + 1)
    if where.row[at + 1 : at + 2] in 'btnfre"\\':
        return None
    reason, hint = say("toml.escape", sign=where.row[at : at + 2]), say("toml.write-escape")
    return where.fault((at, at + 2), reason, hint, "//")


def open_text(where: Where) -> Fault | None:
    """Tell of a text that is not closed."""
    opened = unclosed(where.text, len(where.text))
    if opened and (quotes := where.text[slice(*opened)]) in {'"""', "'''"}:
        span = (opened[0] - where.start, opened[1] - where.start)
        reason, hint = say("toml.no-end", quote=quotes), say("toml.end-with", quote=quotes)
        return where.fault(span, reason, hint)
    # A text that goes on in the next line is only missed there.
    above = Where(where.text, max(0, where.start - 1), where.reason)
    for line, column in ((above, len(above.row)), (where, where.column)):
        first = next((text for text in _TEXT.finditer(line.row) if text["open"]), None)
        opened = unclosed(where.text, line.start)
        inside = opened is not None and where.text[opened[0]] in "\"'"
        if first and first.start() < column and not inside:
            return _not_closed(line, first.start())
    return None


def _not_closed(where: Where, at: int) -> Fault:
    row, quote = where.row, where.row[at]
    if curly := _CURLY_END.match(row, at + 1):
        right = f"{quote}{shortened(curly['text'])}{quote}"
        mend = f"{quote}{curly['text']}{quote}"
        reason, hint = say("toml.no-end-with-it", quote=quote), say("hint.write", text=right)
        return where.fault((at, curly.end()), reason, hint, "0", mend=mend)
    reason, hint = say("toml.no-end", quote=quote), say("toml.end-same-line", quote=quote)
    found = where.fault((at, where.written[1]), reason, hint)
    opened = unclosed(where.text, where.start)
    # A header can lack its bracket.
    if opened and where.start in (start for start, _ in statements(where.text)):
        opened = None
    before, behind = "[]" if opened and where.text[opened[0]] == "[" else "{}"
    # The text is taken to end before the brackets and the comma that end the line.
    for end in range(max(at + 1, len(row) - _LONGEST_TAIL), len(row) + 1):
        if _TAIL.fullmatch(row, end) and readable(f"{before}{row[:at]}0{row[end:]}{behind}"):
            edits = [Edit(where.start + at, where.start + end, "0")]
            if not opened:
                # The text may go on in further lines.
                start = where.start + len(row)
                ends = _STATEMENT.search(where.text, where.text.find("\n", start) + 1 or start)
                stop = ends.start() if ends else len(where.text)
                edits.append(blanked(where.text, start, stop))
            return found._replace(edits=tuple(edits))
    return found


def half_quoted(where: Where) -> Fault:
    """Tell of a text that ends with a quote and does not begin with one, or not at once."""
    row, at = where.row, where.column
    quote = where.reason.removeprefix("missing opening quote, expected ").strip("`")
    inside, _, rest = row[at + 1 :].partition(quote)
    end, word = at + 1 + len(inside), f"{row[at]}{inside}".rstrip()
    if quote in rest:
        return where.fault((at, end), say("toml.before-text", word=word), say("toml.delete"), "")
    right = say("toml.or-text", word=word) if readable(word) else f'"{shortened(word)}"'
    reason = say("toml.half-quoted", quote=quote)
    return where.fault((at, end + len(quote)), reason, say("hint.write", text=right), "0")


def value(where: Where) -> Fault | None:
    """Tell of a value that is written in another way, or is missing."""
    bare = _bare_value(where)
    if bare is None:
        return None
    key, start, end, in_array = bare
    token = where.row[start:end]
    if not token:
        sign = where.row.rindex("=", 0, where.column + 1)
        over = (sign, sign + 1 + where.row.startswith(" ", sign + 1))
        return where.fault((sign, sign + 1), *misspelled("", key), "=0", over)
    if readable(token):
        return NO_COMMENT(where, end)
    if token[-1] in ",;" and readable(token[:-1]):
        reason = say("toml.behind-value", sign=token[-1])
        return where.fault((end - 1, end), reason, say("toml.delete"), "")
    first, _, last = token.rpartition(",")
    if re.fullmatch(r"\s*+[A-Za-z_][A-Za-z0-9_-]*+", last) and readable(first):
        name = last.strip()
        span = (end - len(name), end)
        reason, hint = say("toml.no-equals-behind", sign=name), say("toml.write-pair", name=name)
        return where.fault(span, reason, hint)
    token = token.rstrip(",;").rstrip()
    wrong = misspelled(token, key)
    if in_array and _NUMBERS.fullmatch(token):
        wrong = say("toml.no-comma-in", value=token), say("toml.write-one")
    span, mend = (start, start + len(token)), "" if in_array else surely_meant(token, key)
    return where.fault(span, *wrong, "0", (start, end), mend=mend)


def _bare_value(where: Where) -> tuple[str, int, int, bool] | None:
    """Return the key, the range and whether in an array, of the value without quotes there."""
    row, at = where.row, where.column
    before = list(_BEFORE.finditer(row, 0, at))[-1:]
    if not before and not unclosed(where.text, where.start):
        return None
    mark, start = (before[0][0], before[0].end()) if before else ("[", 0)
    key = re.split(r"[\s,\[{]", row[: max(start - 1, 0)].rstrip())[-1]
    start, _ = stripped(row, start, len(row))
    if curly := _CURLY.match(row, start):
        return key, start, curly.end(), mark == "["
    if mark == "{" or any(sign in row[start:at] for sign in "\"'}]"):
        return None
    behind = _BEHIND.search(row, max(start, at))
    end = behind.start() if behind else len(row)
    if row.startswith("=", end):
        return None
    if comment := _COMMENT.search(row, start, end):
        end = comment.start()
    if mark == "[":
        start = max(start, row.rfind(",", start, at) + 1)
        end = at + len(row[at:end].partition(",")[0])
    start, end = stripped(row, start, end)
    return (key, start, end, mark == "[") if start < end or mark == "=" else None
