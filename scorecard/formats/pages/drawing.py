"""Pictures of a page as SVG; each has in words what it shows."""

from collections import defaultdict
from itertools import pairwise

from markupsafe import Markup

from scorecard.formats.pages.element import element
from scorecard.report.pictures import Course, Parts, Picture, Place, Scale, Span, Strip

FEW = 200
"""Up to so many units a dot is as large as can be told from its neighbours."""

HATCHED = "url(#hatch)"

HATCH = Markup(
    '<svg aria-hidden="true" width="0" height="0" class="hatch"><defs><pattern id="hatch" width="4"'
    ' height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<path d="M0 0V4"/></pattern></defs></svg>\n'
)
"""What stands once on a page on which something is hatched."""


def figure(picture: Picture) -> Markup:
    """Return a picture with its words below it."""
    if not isinstance(picture, Parts):
        return element("figure", _drawn(picture), _caption(picture.text))
    said = (element("span", part.text, class_=f"key {part.status}") for part in picture.parts)
    return element("figure", _parts(picture), _caption(*said))


def _caption(*said: str) -> Markup:
    """Return words in a paragraph, which Word has where it knows no pictures of this kind."""
    return element("figcaption", element("p", *said))


def _drawn(picture: Strip | Scale) -> Markup:
    return _strip(picture) if isinstance(picture, Strip) else _scale(picture)


def bar(share: Span, status: str) -> Markup:
    """Return a bar: solid as far as is sure, hatched as far as is possible."""
    sure = _rect(0, share.low, 0, 8, status)
    possible = _hatched(share, 0, 8, status) if share.low < share.high else ""
    # The number beside it says the same.
    return _svg(_rect(0, 1, 0, 8, "rest"), sure, possible, width="96", height="8", class_="bar")


def _hatched(span: Span, y: float, height: float, name: str | None) -> Markup:
    return _rect(*span, y, height, name) + element(
        "rect",
        x=_at(span.low),
        y=f"{y:g}",
        width=_at(span.high - span.low),
        height=f"{height:g}",
        fill=HATCHED,
    )


def course(drawn: Course) -> Markup:
    """Return a small line through periods; broken where a value is not exact, or not known."""
    step = 60 / (len(drawn.spans) - 1)
    spans = list(enumerate(drawn.spans))
    lines = [
        f"M{2 + step * at:.3g} {_height(one.low)}L{2 + step * (at + 1):.3g} {_height(next_.low)}"
        for (at, one), (_, next_) in pairwise(spans)
        if one and next_ and one.low == one.high and next_.low == next_.high
    ]
    # Bounds that are apart stand upright.
    bounds = [
        f"M{2 + step * at:.3g} {_height(one.low)}V{_height(one.high)}"
        for at, one in spans
        if one and one.low < one.high
    ]
    dots = [
        element("circle", cx=f"{2 + step * at:.3g}", cy=_height(one.low), r="2")
        for at, one in spans[-1:]
        if one and one.low == one.high
    ]
    title, path = element("title", drawn.text), element("path", d="".join([*lines, *bounds]))
    return element("svg", title, path, *dots, role="img", width="64", height="16", class_="course")


def _height(share: float) -> str:
    return f"{14 - 12 * share:.3g}"


def _strip(strip: Strip) -> Markup:
    radius, step = (5, 0.015) if len(strip.dots) <= FEW else (1.5, 0.004)
    stacks: dict[int, list[Span]] = defaultdict(list)
    for dot in strip.dots:
        stacks[round((dot.low + dot.high) / 2 / step)].append(dot)
    highest = max((len(stack) for stack in stacks.values()), default=0)
    floor = 44 + highest * radius * 2 + 4
    named = {place.at for place in strip.told}
    drawn = [
        _dot(dot, floor - radius * (2 * up + 1) - 2, radius, told=dot in named)
        for _, stack in sorted(stacks.items())
        for up, dot in enumerate(stack)
    ]
    middle = _middle(strip.median.at)
    axis = [
        _line(0, 1, floor, "axis"),
        *(_text(each, floor + 16, "tick") for each in strip.ticks),
        element("line", x1=_at(middle), x2=_at(middle), y1="16", y2=str(floor), class_="median"),
        _text(strip.median, 12, "name"),
        *(_text(each, 30, "name") for each in strip.told),
    ]
    return _svg(*axis, *drawn, width="100%", height=f"{floor + 22:g}", class_="strip")


def _dot(dot: Span, y: float, radius: float, *, told: bool) -> Markup:
    name = "told" if told else None
    if dot.low == dot.high:
        return element("circle", cx=_at(dot.low), cy=f"{y:g}", r=f"{radius:g}", class_=name)
    return _hatched(dot, y - radius / 2, radius, name)


def _scale(scale: Scale) -> Markup:
    bands = (
        part
        for number, each in enumerate(scale.bands)
        for part in (
            _rect(each.at.low, each.at.high, 24, 14, f"band b{number % 2}"),
            _text(each, 54 + 15 * (number % 2), "tick"),
        )
    )
    low, high = scale.score.at
    score = (
        _hatched(scale.score.at, 20, 22, "score")
        if low < high
        else element("line", x1=_at(low), x2=_at(low), y1="18", y2="44", class_="score")
    )
    return _svg(
        *bands, score, _text(scale.score, 14, "name"), width="100%", height="76", class_="scale"
    )


def _parts(parts: Parts) -> Markup:
    of = sum(part.number for part in parts.parts)
    drawn: list[Markup] = []
    before = 0
    for part in parts.parts:
        span = Span(before / of, (before + part.number) / of)
        drawn.append(_rect(*span, 0, 16, part.status))
        before += part.number
    return _svg(*drawn, width="100%", height="16", class_="parts")


def _svg(*drawn: str, **attributes: str) -> Markup:
    # What it shows stands beside it in words.
    return element("svg", *drawn, aria_hidden="true", **attributes)


def _rect(low: float, high: float, y: float, height: float, name: str | None) -> Markup:
    return element(
        "rect", x=_at(low), y=f"{y:g}", width=_at(high - low), height=f"{height:g}", class_=name
    )


def _line(low: float, high: float, y: float, name: str) -> Markup:
    return element("line", x1=_at(low), x2=_at(high), y1=f"{y:g}", y2=f"{y:g}", class_=name)


def _text(place: Place, y: float, name: str) -> Markup:
    at = _middle(place.at)
    side = "start" if at < 1 / 4 else "end" if at > 3 / 4 else "middle"
    # What knows no drawings runs their texts together but for the blank.
    told = element("text", place.text, x=_at(at), y=f"{y:g}", text_anchor=side, class_=name)
    return told + "\n"


def _middle(span: Span) -> float:
    return (span.low + span.high) / 2


def _at(share: float) -> str:
    return f"{share * 100:.4g}%"
