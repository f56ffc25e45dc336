"""The inspections of councils along the years, with their overall grades."""

from collections.abc import Sequence
from datetime import date

from councilgraph.charts import rows as chart_rows
from councilgraph.charts.answer import Row
from councilgraph.charts.frame import UNGRADED, legend
from councilgraph.drawing.figure import Figure
from councilgraph.store.protocol import Queryable


def draw(store: Queryable, found: Sequence[Row], figure: Figure, y: float) -> float:
    """Draw them; where it ends."""
    groups: dict[str, dict[str, list[chart_rows.Mark]]] = {}
    for row in found:
        mark = chart_rows.Mark(
            date.fromisoformat(row["date"]), row["band"], f"{row['kind']}, {row['grade'] or UNGRADED}"
        )
        groups.setdefault(row["region"] or "region not known", {}).setdefault(row["council"], []).append(mark)
    y = chart_rows.draw(figure, y, groups, height=16, named=False)
    return legend(figure, y, (row["band"] for row in found), UNGRADED)
