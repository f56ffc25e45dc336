"""How many inspections of each region and year the graph has, and of how many councils."""

from collections import Counter
from collections.abc import Sequence

from councilgraph.charts import grid
from councilgraph.charts.answer import Row
from councilgraph.drawing.figure import Figure
from councilgraph.query.run import values
from councilgraph.store.protocol import Queryable

_COUNCILS = """
SELECT ?region ?council WHERE { ?body a cg:Council ; rdfs:label ?council ; cg:region/rdfs:label ?region }
"""


def draw(store: Queryable, found: Sequence[Row], figure: Figure, y: float) -> float:
    """Draw them; where it ends."""
    counts = Counter((row["region"] or "region not known", row["date"][:4], row["inspection"]) for row in found)
    number = Counter((region, year) for region, year, _ in counts)
    most = max(number.values())
    cells = {place: grid.Cell(str(count), "", count / most) for place, count in number.items()}
    known: dict[str, set[str]] = {}
    for region, council in values(store, _COUNCILS):
        known.setdefault(str(region), set()).add(str(council))
    seen: dict[str, set[str]] = {}
    for row in found:
        seen.setdefault(row["region"], set()).add(row["council"])
    beside = {region: f"{len(seen[region])} of {len(known[region])}" for region in seen if region in known}
    y = grid.draw(figure, y, *grid.sides(cells), cells, grid.sequential, {"": "councils", **beside})
    return grid.key(figure, y, grid.sequential, "fewest", f"{most:,} inspections")
