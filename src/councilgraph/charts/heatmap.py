"""The mean overall band of inspections by region and year."""

from collections import defaultdict
from collections.abc import Sequence
from statistics import mean

from councilgraph.charts import grid
from councilgraph.charts.answer import Row
from councilgraph.drawing.figure import Figure
from councilgraph.store.protocol import Queryable


def draw(store: Queryable, found: Sequence[Row], figure: Figure, y: float) -> float:
    """Draw them; where it ends."""
    bands: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in found:
        if row["band"]:
            bands[row["region"] or "region not known", row["date"][:4]].append(int(row["band"]))
    cells = {
        place: grid.Cell(f"{mean(given):.1f}", f"n={len(given)}", (mean(given) - 1) / 3)
        for place, given in bands.items()
    }
    y = grid.draw(figure, y, *grid.sides(cells), cells, grid.by_band)
    return grid.key(figure, y, grid.by_band, "1, lowest band", "4, highest band")
