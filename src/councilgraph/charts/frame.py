"""What all charts share: heading, axis of years, tiles of grades, legend, caption; fit for a page of A4.

Every colour is told apart by number or word too, so nothing is lost in grey or to eyes that see fewer colours.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from councilgraph.drawing.figure import Figure, Path, Rectangle, Words
from councilgraph.drawing.lettering import width, wrapped

WIDTH = 680.0
MARGIN = 16.0
INK, QUIET, RULE = "#1a1a1a", "#555555", "#d0d0d0"
# Shades of Okabe and Ito, those of the projections.
BANDS = {
    "1": ("#d55e00", "lowest band: inadequate, performs poorly"),
    "2": ("#e69f00", "second band: requires improvement, adequate"),
    "3": ("#56b4e9", "third band: good, performs well"),
    "4": ("#0072b2", "highest band: outstanding, performs excellently"),
}
NO_BAND = "grade on a scale of its own"
UNGRADED = "no overall grade"


def headed(title: str, about: str) -> tuple[Figure, float]:
    """A figure with its heading, and how far down it reaches."""
    figure = Figure(WIDTH, 0, title, about)
    y = MARGIN + 4
    for line in wrapped(title, 16, WIDTH - 2 * MARGIN, bold=True):
        y += 14
        figure.add(Words(MARGIN, y, line, 16, bold=True))
        y += 6
    for line in wrapped(about, 11, WIDTH - 2 * MARGIN):
        y += 14
        figure.add(Words(MARGIN, y, line, 11, QUIET))
    return figure, y + 14


def captioned(figure: Figure, y: float, caption: Iterable[str]) -> Figure:
    """The figure, finished with small print below."""
    y += 8
    for sentence in caption:
        for line in wrapped(sentence, 9.5, WIDTH - 2 * MARGIN):
            y += 12.5
            figure.add(Words(MARGIN, y, line, 9.5, QUIET))
    figure.height = y + MARGIN
    return figure


def tile(figure: Figure, x: float, y: float, band: str, *, side: float = 15, tip: str = "") -> None:
    """A grade's tile around a point: its band's colour and number, or an empty box."""
    colour = BANDS[band][0] if band in BANDS else "#ffffff"
    figure.add(Rectangle(x - side / 2, y - side / 2, side, side, colour, "#444444", 0.8, tip))
    if band in BANDS:
        size = side * 0.7
        figure.add(Words(x, y + size * 0.36, band, size, on(colour), "middle", bold=True))


def on(colour: str) -> str:
    """Black or white, whichever is read better on a colour (WCAG 2.2, relative luminance)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return "#ffffff" if 0.2126 * red + 0.7152 * green + 0.0722 * blue < 0.179 else "#000000"


def legend(figure: Figure, y: float, bands: Iterable[str], empty: str) -> float:
    """Say what the tiles mean that were used, in two columns; where it ends."""
    met = set(bands)
    shown = [(band, BANDS[band][1]) for band in reversed(BANDS) if band in met]
    if met - BANDS.keys():
        shown.append(("", empty))
    for number, (band, meaning) in enumerate(shown):
        x, down = MARGIN + (number % 2) * (WIDTH / 2 - MARGIN), y + 14 + number // 2 * 18
        tile(figure, x + 7, down, band, side=13)
        figure.add(Words(x + 20, down + 4, meaning, 10))
    return y + 14 + (len(shown) + 1) // 2 * 18 - 8


class Years:
    """An axis of time between two places on the page."""

    def __init__(self, days: Sequence[date], left: float, right: float) -> None:
        self.first, self.last = min(days).year, max(days).year + 1
        self.left, self.right = left, right

    def at(self, day: date) -> float:
        """Where a day is."""
        year = day.year + (day.timetuple().tm_yday - 1) / 366
        return self.left + (year - self.first) / (self.last - self.first) * (self.right - self.left)

    def rule(self, figure: Figure, top: float, bottom: float) -> None:
        """Draw the lines of years, with their numbers above, as many as fit."""
        each = (self.right - self.left) / (self.last - self.first)
        step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if step * each > width("0000", 10) + 6)
        for year in range(self.first, self.last + 1):
            x = self.at(date(year, 1, 1))
            figure.add(Path(((x, top), (x, bottom)), RULE, 1.0 if year % step == 0 else 0.4))
            if year % step == 0 and x + 12 < self.right:
                figure.add(Words(x + 2, top - 3, str(year), 10, QUIET))
