"""A figure as PDF of one page, by ReportLab; the same figure is the same bytes.

Words are in Helvetica, which every reader of PDF has. Those with letters beyond Western Europe are in a font of the
system that has them, if there is one.
"""

from functools import cache
from io import BytesIO
from typing import Any

from councilgraph.drawing.figure import Circle, Figure, Item, Path, Rectangle, Words
from councilgraph.errors import UsageError

# Names by which systems know a font with more letters.
_WIDE = ["DejaVuSans.ttf", "NotoSans-Regular.ttf", "LiberationSans-Regular.ttf", "Arial Unicode.ttf", "arial.ttf"]


def content(figure: Figure) -> bytes:
    """The bytes of the file.

    Raises:
        UsageError: ReportLab is not installed.
    """
    try:
        from reportlab.pdfgen.canvas import Canvas
    except ImportError:
        raise UsageError(
            "PDF and PNG need the extra “draw”", hint='Install it: pip install "councilgraph[draw]"; SVG needs nothing.'
        ) from None
    out = BytesIO()
    page = Canvas(out, pagesize=(figure.width, figure.height), bottomup=0, invariant=1)
    page.setTitle(figure.title)
    page.setSubject(figure.about)
    page.setCreator("councilgraph")
    for item in figure.items:
        _draw(page, item)
    page.showPage()
    page.save()
    return out.getvalue()


def _draw(page: Any, item: Item) -> None:
    match item:
        case Circle():
            _look(page, item.fill, item.stroke, item.width)
            page.circle(item.x, item.y, item.radius, stroke=bool(item.stroke), fill=bool(item.fill))
        case Rectangle():
            _look(page, item.fill, item.stroke, item.width)
            page.rect(item.x, item.y, item.w, item.h, stroke=bool(item.stroke), fill=bool(item.fill))
            if item.link:
                page.linkURL(item.link, (item.x, item.y, item.x + item.w, item.y + item.h), relative=1)
        case Path():
            _path(page, item)
        case Words():
            _words(page, item)


def _look(page: Any, fill: str, stroke: str, width: float) -> None:
    from reportlab.lib.colors import HexColor

    if fill:
        page.setFillColor(HexColor(fill))
    if stroke:
        page.setStrokeColor(HexColor(stroke))
        page.setLineWidth(width)


def _path(page: Any, item: Path) -> None:
    page.saveState()
    _look(page, item.colour if item.closed else "", "" if item.closed else item.colour, item.width)
    page.setStrokeAlpha(item.opacity)
    page.setFillAlpha(item.opacity)
    if item.dashes:
        page.setDash(*item.dashes)
    way = page.beginPath()
    (x, y), last = item.points[0], item.points[-1]
    way.moveTo(x, y)
    if item.bend:
        bx, by = item.bend  # a cubic curve whose handles lie two thirds of the way to the point of the quadratic one
        way.curveTo(
            x + (bx - x) * 2 / 3,
            y + (by - y) * 2 / 3,
            *(b + (p - b) / 3 for p, b in zip(last, (bx, by), strict=True)),
            *last,
        )
    else:
        for point in item.points[1:]:
            way.lineTo(*point)
    if item.closed:
        way.close()
    page.drawPath(way, stroke=not item.closed, fill=item.closed)
    page.restoreState()


def _words(page: Any, item: Words) -> None:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    font = ("Helvetica-Bold" if item.bold else "Helvetica") if _western(item.text) else _wide()
    wide = stringWidth(item.text, font, item.size)
    x = item.x - {"start": 0, "middle": wide / 2, "end": wide}[item.anchor]
    if item.halo:
        _words_at(page, item, font, x, "#ffffff", 1)
    _words_at(page, item, font, x, item.colour, 0)
    if item.link:
        page.linkURL(item.link, (x, item.y - item.size, x + wide, item.y + item.size / 4), relative=1)


def _words_at(page: Any, item: Words, font: str, x: float, colour: str, outline: int) -> None:
    from reportlab.lib.colors import HexColor

    page.saveState()
    words = page.beginText(x, item.y)
    words.setFont(font, item.size)
    words.setFillColor(HexColor(colour))
    if outline:
        page.setLineJoin(1)
        page.setLineWidth(2.5)
        words.setStrokeColor(HexColor(colour))
    words.setTextRenderMode(2 if outline else 0)
    words.textOut(item.text)
    page.drawText(words)
    page.restoreState()


def _western(text: str) -> bool:
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _wide() -> str:
    """The name of a font for letters that Helvetica lacks; Helvetica where the system has none."""
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    for file in _WIDE:
        try:
            registerFont(TTFont("Wide", file))
        except TTFError:
            continue
        return "Wide"
    return "Helvetica"
