"""A heat map: rows by columns, each cell with its colour and its number in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from councilgraph.charts.frame import BANDS, INK, MARGIN, QUIET, RULE, WIDTH, on
from councilgraph.drawing.figure import Figure, Rectangle, Words
from councilgraph.drawing.lettering import shortened

_LABELS = 165.0
_CELL_HEIGHT = 30.0
_LIGHT, _DARK = "#eef5fb", "#08427a"


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says: its number, words below, and where it lies between the least (0) and the most (1)."""

    text: str
    below: str
    share: float


def sides(cells: Mapping[tuple[str, str], Cell]) -> tuple[list[str], list[str]]:
    """The rows of cells by the alphabet, and all years from the first to the last."""
    years = [int(year) for _, year in cells]
    return sorted({row for row, _ in cells}), [str(year) for year in range(min(years), max(years) + 1)]


def draw(
    figure: Figure,
    y: float,
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Mapping[tuple[str, str], Cell],
    shade: Callable[[float], str],
    beside: Mapping[str, str] | None = None,
) -> float:
    """Draw the cells, with a word at the end of rows where there is one; where it ends."""
    last = 70.0 if beside else 0.0
    wide = min((WIDTH - 2 * MARGIN - _LABELS - last) / len(columns), 60.0)
    small = min(10.0, wide / 2.6)
    for number, column in enumerate(columns):
        x = MARGIN + _LABELS + (number + 0.5) * wide
        figure.add(Words(x, y + 10, column, small, QUIET, "middle"))
    if beside:
        figure.add(Words(MARGIN + _LABELS + len(columns) * wide + 8, y + 10, beside.get("", ""), 10, QUIET))
    y += 16
    for row in rows:
        middle = y + _CELL_HEIGHT / 2
        figure.add(Words(MARGIN, middle + 4, shortened(row, 11, _LABELS - 8), 11))
        for number, column in enumerate(columns):
            x = MARGIN + _LABELS + number * wide
            cell = cells.get((row, column))
            if cell is None:
                figure.add(Rectangle(x, y, wide, _CELL_HEIGHT, "#ffffff", RULE, 0.5))
                continue
            colour = shade(cell.share)
            figure.add(
                Rectangle(
                    x, y, wide, _CELL_HEIGHT, colour, "#ffffff", 1.0, f"{row}, {column}: {cell.text} {cell.below}"
                )
            )
            figure.add(
                Words(
                    x + wide / 2,
                    middle + (0 if cell.below else 4),
                    cell.text,
                    small + 1,
                    on(colour),
                    "middle",
                    bold=True,
                )
            )
            if cell.below:
                figure.add(Words(x + wide / 2, middle + 10, cell.below, small * 0.8, on(colour), "middle"))
        if beside:
            x = MARGIN + _LABELS + len(columns) * wide + 8
            figure.add(Words(x, middle + 4, beside.get(row, ""), 10, INK))
        y += _CELL_HEIGHT
    return y


def key(figure: Figure, y: float, shade: Callable[[float], str], least: str, most: str) -> float:
    """Draw the scale of shades with words at its ends; where it ends."""
    y += 10
    for step in range(20):
        figure.add(Rectangle(MARGIN + _LABELS + step * 8, y, 8.2, 9, shade((step + 0.5) / 20)))
    figure.add(Words(MARGIN + _LABELS - 6, y + 8, least, 10, INK, "end"))
    figure.add(Words(MARGIN + _LABELS + 166, y + 8, most, 10, INK))
    return y + 10


def sequential(share: float) -> str:
    """From light to dark: how much."""
    return _between(_LIGHT, _DARK, share)


def by_band(share: float) -> str:
    """From the lowest band's colour to the highest's."""
    colours = [BANDS[band][0] for band in sorted(BANDS)]
    at = min(max(share, 0.0), 1.0) * (len(colours) - 1)
    left = min(int(at), len(colours) - 2)
    return _between(colours[left], colours[left + 1], at - left)


def _between(one: str, other: str, share: float) -> str:
    pairs = ((int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * min(max(share, 0.0), 1.0)):02x}" for a, b in pairs)
