"""A chart that has a row for each council or area, and tiles of grades along the years."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from councilgraph.charts.frame import MARGIN, RULE, WIDTH, Years, tile
from councilgraph.drawing.figure import Figure, Path, Words
from councilgraph.drawing.lettering import shortened, width, wrapped

_LABELS = 236.0
_SIDE = 15.0
# At the right of the last year, for the name of a grade that was given late in it.
_NAMES = 90.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A grade at a day; ``band`` is empty where it has none."""

    day: date
    band: str
    grade: str


def draw(
    figure: Figure,
    y: float,
    groups: Mapping[str, Mapping[str, Sequence[Mark]]],
    *,
    height: float,
    named: bool,
    joined: bool = False,
) -> float:
    """Draw rows in groups; where they end.

    Args:
        groups: rows by heading and label; marks by day.
        height: of a row.
        named: whether the grade stands beside its tile; else tiles without a band are small.
        joined: whether a line joins the tiles of the first group's rows.
    """
    days = [mark.day for group in groups.values() for marks in group.values() for mark in marks]
    years = Years(days, MARGIN + _LABELS, WIDTH - MARGIN - (_NAMES if named else 0))
    top = y + 14
    figure_items, figure.items = figure.items, []
    bottom = top
    for number, (heading, group) in enumerate(groups.items()):
        if heading:
            bottom += 17
            figure.add(
                Words(MARGIN, bottom - 4, shortened(heading, 10, _LABELS + 200, bold=True), 10, bold=True, halo=True)
            )
        for label, marks in group.items():
            middle = bottom + height / 2
            lines = wrapped(label, 10, _LABELS - 14, lines=2 if height >= 24 else 1)
            for at, line in enumerate(lines):
                figure.add(Words(MARGIN + 6, middle + 4 + (at - (len(lines) - 1) / 2) * 11, line, 10))
            figure.add(Path(((MARGIN, bottom + height), (WIDTH - MARGIN, bottom + height)), RULE, 0.4))
            if joined and number == 0 and len(marks) > 1:
                figure.add(Path(tuple((years.at(mark.day), middle) for mark in marks), "#888888", 1.5))
            _marks(figure, years, marks, middle, min(_SIDE, height - 2), named=named)
            bottom += height
    drawn, figure.items = figure.items, figure_items
    years.rule(figure, top, bottom)
    figure.add(*drawn)
    return bottom


def _marks(figure: Figure, years: Years, marks: Sequence[Mark], y: float, side: float, *, named: bool) -> None:
    free = 0.0
    # Of one day what is graded comes first, and so lies where its day is.
    marks = sorted(marks, key=lambda mark: (mark.day, not mark.band))
    for number, mark in enumerate(marks):
        wide = side if named or mark.band else side / 2
        # Tiles of days close together stand side by side, so that each is seen.
        x = max(years.at(mark.day), free + wide / 2)
        tile(figure, x, y, mark.band, side=wide, tip=f"{mark.day.isoformat()}: {mark.grade}")
        free = x + wide / 2 + 1
        if not named:
            continue
        words = mark.grade.removesuffix(" to be good")
        after = years.at(marks[number + 1].day) - side / 2 if number + 1 < len(marks) else WIDTH
        if width(words, 9) + 4 <= after - free:
            figure.add(Words(free + 2, y + 3.2, words, 9, halo=True))
