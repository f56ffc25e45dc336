"""A figure as SVG 1.1: it loads nothing, runs nothing, and says in words what it shows."""

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from councilgraph.drawing.figure import Circle, Figure, Item, Path, Point, Rectangle, Words
from councilgraph.drawing.lettering import FAMILY

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def lines(figure: Figure) -> Iterator[str]:
    """The lines of the file."""
    size = (
        f'width="{_n(figure.width)}" height="{_n(figure.height)}" viewBox="0 0 {_n(figure.width)} {_n(figure.height)}"'
    )
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" font-family="{FAMILY}">\n'
    yield f"<title>{_escaped(figure.title)}</title>\n<desc>{_escaped(figure.about)}</desc>\n"
    yield f'<rect width="{_n(figure.width)}" height="{_n(figure.height)}" fill="#ffffff"/>\n'
    yield from map(_element, figure.items)
    yield "</svg>\n"


def _escaped(text: str) -> str:
    return escape(_ILLEGAL.sub("\ufffd", text))


def _element(item: Item) -> str:
    match item:
        case Circle():
            drawn = _filled("circle", f'cx="{_n(item.x)}" cy="{_n(item.y)}" r="{_n(item.radius)}"', item)
        case Rectangle():
            box = f'x="{_n(item.x)}" y="{_n(item.y)}" width="{_n(item.w)}" height="{_n(item.h)}"'
            drawn = _linked(_filled("rect", box, item), item.link)
        case Path():
            drawn = _path(item)
        case Words():
            drawn = _linked(_words(item), item.link)
    return drawn + "\n"


def _filled(name: str, place: str, item: Circle | Rectangle) -> str:
    stroke = f' stroke="{item.stroke}" stroke-width="{_n(item.width)}"' if item.stroke else ""
    key = item.key if isinstance(item, Circle) else ""
    return _tipped(name, f'{place} fill="{item.fill or "none"}"{stroke}', item.tip, key)


def _path(item: Path) -> str:
    first, last = item.points[0], item.points[-1]
    way = f"Q{_at(item.bend)} {_at(last)}" if item.bend else f"L{' '.join(map(_at, item.points[1:]))}"
    look = (
        f'fill="{item.colour}"'
        if item.closed
        else f'fill="none" stroke="{item.colour}" stroke-width="{_n(item.width)}"'
    )
    if item.opacity < 1:
        look += f' opacity="{_n(item.opacity)}"'
    if item.dashes:
        look += f' stroke-dasharray="{_n(item.dashes[0])} {_n(item.dashes[1])}"'
    return _tipped("path", f'd="M{_at(first)}{way}{"Z" if item.closed else ""}" {look}', item.tip, item.key)


def _words(item: Words) -> str:
    anchor = f' text-anchor="{item.anchor}"' if item.anchor != "start" else ""
    bold = ' font-weight="bold"' if item.bold else ""
    halo = ' stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"' if item.halo else ""
    place = f'x="{_n(item.x)}" y="{_n(item.y)}" font-size="{_n(item.size)}"'
    return f'<text {place} fill="{item.colour}"{anchor}{bold}{halo}>{_escaped(item.text)}</text>'


def _tipped(name: str, attributes: str, tip: str, key: str) -> str:
    told = f"{attributes} data-id={quoteattr(key)}" if key else attributes
    return f"<{name} {told}><title>{_escaped(tip)}</title></{name}>" if tip else f"<{name} {told}/>"


def _linked(drawn: str, link: str) -> str:
    return f'<a href={quoteattr(link)} target="_blank">{drawn}</a>' if link else drawn


def _at(point: Point) -> str:
    return f"{_n(point[0])},{_n(point[1])}"


def _n(number: float) -> str:
    return f"{number:.2f}".rstrip("0").rstrip(".")
