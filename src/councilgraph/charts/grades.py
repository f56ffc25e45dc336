"""A council's grades over time, area by area, under each framework."""

from collections.abc import Sequence
from datetime import date

from councilgraph.charts import rows as chart_rows
from councilgraph.charts.answer import Row
from councilgraph.charts.frame import NO_BAND, legend
from councilgraph.drawing.figure import Figure
from councilgraph.query.run import values
from councilgraph.store.protocol import Queryable

_OVERALL = """
SELECT ?judgement WHERE {{ VALUES ?judgement {{ {judgements} }} ?judgement cg:area/cg:isOverall true }}
"""


def draw(store: Queryable, found: Sequence[Row], figure: Figure, y: float) -> float:
    """Draw them; where it ends."""
    listed = " ".join(f"<{row['judgement']}>" for row in found)
    overall = {judgement for (judgement,) in values(store, _OVERALL.format(judgements=listed))}
    groups: dict[str, dict[str, list[chart_rows.Mark]]] = {}
    for row in found:
        mark = chart_rows.Mark(date.fromisoformat(row["date"]), row["band"], row["grade"])
        if row["judgement"] in overall:
            groups.setdefault("", {}).setdefault("Overall", []).append(mark)
        else:
            groups.setdefault(row["framework"] or "framework not known", {}).setdefault(row["area"], []).append(mark)
    ordered = {heading: groups[heading] for heading in sorted(groups, key=bool)}
    y = chart_rows.draw(figure, y, ordered, height=26, named=True, joined="" in groups)
    return legend(figure, y, (row["band"] for row in found), NO_BAND)
