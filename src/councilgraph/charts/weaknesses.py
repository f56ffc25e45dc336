"""How many points for improvement inspections found in each service area, year by year."""

from collections import defaultdict
from collections.abc import Sequence

from councilgraph.charts import grid
from councilgraph.charts.answer import Row
from councilgraph.drawing.figure import Figure
from councilgraph.store.protocol import Queryable


def draw(store: Queryable, found: Sequence[Row], figure: Figure, y: float) -> float:
    """Draw them; where it ends."""
    points: dict[tuple[str, str], int] = defaultdict(int)
    visits: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in found:
        place = row["area"], row["date"][:4]
        points[place] += int(row["points"])
        visits[place].add(row["inspection"])
    rates = {place: count / len(visits[place]) for place, count in points.items()}
    most = max(rates.values())
    cells = {place: grid.Cell(f"{rate:.1f}", f"n={len(visits[place])}", rate / most) for place, rate in rates.items()}
    y = grid.draw(figure, y, *grid.sides(cells), cells, grid.sequential)
    return grid.key(figure, y, grid.sequential, "0 an inspection", f"{most:.1f}")
