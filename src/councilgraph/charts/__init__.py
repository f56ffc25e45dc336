"""Charts: a stored query, drawn. All of them are in `CHARTS`; each is one module with a function ``draw``."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from councilgraph.charts import coverage, frame, grades, heatmap, timeline, weaknesses
from councilgraph.charts.answer import Row, caption, rows, without_words
from councilgraph.drawing import Figure, content
from councilgraph.errors import UsageError
from councilgraph.query import Table, library, results, run
from councilgraph.query.run import values
from councilgraph.query.sources import with_sources
from councilgraph.rdf import NamedNode
from councilgraph.store.protocol import Queryable

__all__ = ["CHARTS", "Chart", "Drawn", "chart"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A kind of chart.

    Attributes:
        title, about: of the picture; what is seen, in a sentence.
        query: name of the stored query that it draws; its parameters are those of the chart.
        needs: columns without which a row cannot be drawn; it is left out of the data too.
        draw: draws rows into a figure from some height on, and says where it ends.
    """

    title: str
    about: str
    query: str
    draw: Callable[[Queryable, Sequence[Row], Figure, float], float]
    needs: tuple[str, ...] = ("date",)


CHARTS: dict[str, Chart] = {
    "grades": Chart(
        "Grades over time",
        "Each row is an area that inspectors judged, each tile a judgement; “Overall” runs through all frameworks.",
        "grade-history",
        grades.draw,
    ),
    "timeline": Chart(
        "Inspections and their overall grades",
        "Each row is a council, each tile an inspection with its overall band, small where it has none.",
        "regional-inspections",
        timeline.draw,
    ),
    "heatmap": Chart(
        "Overall grades by region and year",
        "Mean of the overall bands of inspections that began in the year, 1 lowest to 4 highest, and their number n. Bands "
        "set scales of different frameworks side by side.",
        "regional-inspections",
        heatmap.draw,
        ("date", "band"),
    ),
    "coverage": Chart(
        "Inspections that the graph knows",
        "Inspections by region and the year in which they began, graded or not; at the right, councils with any.",
        "regional-inspections",
        coverage.draw,
    ),
    "weaknesses": Chart(
        "Points for improvement by service area",
        "Mean number of points an inspection with any in the area, by the year in which it began, and their number n. A "
        "point may be about several areas.",
        "points-by-area",
        weaknesses.draw,
    ),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart and the table that it draws, with the sources of each row."""

    figure: Figure
    table: Table

    def save(self, *paths: Path) -> Path:
        """Write pictures of the kinds that the suffixes say, and the data beside the first; its file.

        Raises:
            UsageError: a suffix is unknown, what draws it is not installed, or a file cannot be written, or data that
                belong to no picture would be lost.
        """
        beside = paths[0].with_suffix(".csv")
        if beside.exists() and not paths[0].exists():
            hint = f"Name the picture otherwise, or move {beside.name} away."
            raise UsageError(f"{beside} is there already, and the rows of the chart would take its place", hint=hint)
        drawn = [(path, content(self.figure, path.suffix)) for path in paths]
        for path, inside in [*drawn, (beside, self.data().encode())]:
            try:
                path.write_bytes(inside)
            except OSError as error:
                raise UsageError(f"cannot write {path}: {error.strerror or error}") from error
        return beside

    def data(self) -> str:
        """The table as CSV."""
        out = StringIO()
        results.write(self.table, "csv", out)
        return out.getvalue()


def kind_of(name: str) -> Chart:
    """The kind of chart of a name.

    Raises:
        UsageError: there is none.
    """
    if name not in CHARTS:
        raise UsageError(f"no chart “{name}”", hint=f"Known: {', '.join(CHARTS)}.")
    return CHARTS[name]


def chart(store: Queryable, name: str, arguments: Mapping[str, str] | None = None, *, beside: str = "") -> Drawn:
    """Draw a chart.

    Args:
        arguments: values by names of parameters of the chart's query.
        beside: name of the file with the data, for the caption.

    Raises:
        UsageError: there is no such chart or parameter, a value names nothing, or there is nothing to draw.
    """
    kind, given = kind_of(name), arguments or {}
    question = library.get(kind.query)
    table = run(store, question.bind(store, given), limit=None)
    needed = [table.columns.index(column) for column in kind.needs]
    table = Table(table.columns, [row for row in table.rows if all(row[index] for index in needed)])
    if not table.rows:
        raise UsageError(f"there is nothing to draw: {kind.query} has no such rows", hint="Ask for less narrow a part.")
    table = without_words(with_sources(store, table))
    found = rows(table)
    named = [
        _named(store, question, key, value) for key, value in given.items() if question.params[key].type != "boolean"
    ]
    title = ": ".join(filter(None, [kind.title, ", ".join(named)]))
    figure, y = frame.headed(title, kind.about)
    y = kind.draw(store, found, figure, y)
    return Drawn(frame.captioned(figure, y, caption(found, beside)), table)


def _named(store: Queryable, question: library.StoredQuery, key: str, value: str) -> str:
    """What the graph calls the thing that a value means."""
    (first, *_) = question.params[key].terms(store, value)
    labels = (
        values(store, f"SELECT (MIN(?label) AS ?name) {{ {first} rdfs:label ?label }}")
        if isinstance(first, NamedNode)
        else ()
    )
    return next((name for (name,) in labels if name), value)
