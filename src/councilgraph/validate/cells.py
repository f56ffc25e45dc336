"""Rows of the user's own: mistakes in their cells as findings, and the cells that findings of the shapes are about.

A row is found by its words: the node that a finding is about has evidence, or is near one that has, and the offsets of the
evidence are those of one row alone.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from rdflib import SH, Literal, URIRef

from councilgraph.rdf import BASE, PREFIXES
from councilgraph.tables import Mistake
from councilgraph.tables.rows import Row, column_of
from councilgraph.validate.findings import Finding, local_name
from councilgraph.validate.results import Result
from councilgraph.validate.shapes import Shapes

_CG = PREFIXES["cg"]
_VERSION, _SPAN, _THINGS = f"<{BASE}id/version/", f"<{BASE}id/span/", f"<{BASE}id/"
_START, _END, _IN = f"<{_CG}startOffset>", f"<{_CG}endOffset>", f"<{_CG}inVersion>"
_SEVERITIES = {"violation": SH.Violation, "warning": SH.Warning, "info": SH.Info}
CELL = "urn:councilgraph:cell:"
"""What the IRIs of cells in the standard report begin with."""
_FAR = 2
"""Steps from a node to one that has evidence."""


def finding_of(mistake: Mistake) -> Finding:
    """A mistake in a cell as a finding."""
    place = str(mistake.place)
    return Finding(
        rule=f"{BASE}shape/cell-{mistake.kind}",
        rule_label=mistake.rule,
        severity=mistake.severity,
        focus=place,
        focus_label=place,
        value=mistake.value,
        message=mistake.message,
        mend=mistake.mend,
        where=place,
    )


def result_of(mistake: Mistake) -> Result:
    """The same as the standard report has it; the cell is the focus node."""
    return Result(
        focus=URIRef(cell_iri(str(mistake.place))),
        path=None,
        value=Literal(mistake.value) if mistake.value is not None else None,
        component=URIRef(f"{_CG}CellConstraintComponent"),
        shape=URIRef(f"{BASE}shape/cell-{mistake.kind}"),
        severity=_SEVERITIES[mistake.severity],
        messages=(mistake.message,),
    )


def cell_iri(place: str) -> str:
    """The IRI of a place in a table."""
    return re.sub(r"[^\w!:.\-]", "_", f"{CELL}{place}")


@dataclass(slots=True)
class Rows:
    """The rows that the nodes of some graphs come of.

    Attributes:
        found: the row of each place that was told.
        lost: rows of which nothing came.
    """

    _rows: dict[str, list[Row]]
    _sources: dict[str, Row]
    _shapes: Shapes
    found: dict[str, Row] = field(default_factory=dict)
    lost: list[Row] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        lines: Iterable[str],
        rows: Mapping[tuple[str, int, int], Row],
        sources: Mapping[str, Row],
        shapes: Shapes,
    ) -> "Rows":
        """The rows by node.

        Args:
            lines: of the graphs that tables became.
            rows: by key of the text, first and last offset of their words.  sources: by key of the text.
            shapes: by which the graphs are checked.
        """
        linked: dict[str, list[str]] = {}
        spans: dict[str, dict[str, str]] = {}
        for line in lines:
            subject, predicate, value = line[:-2].split(" ", 2)
            if subject.startswith(_SPAN) and predicate in (_START, _END, _IN):
                spans.setdefault(subject, {})[predicate] = value
            elif subject.startswith(_THINGS) and value.startswith(_THINGS):
                linked.setdefault(subject, []).append(value)
                linked.setdefault(value, []).append(subject)
        found: dict[str, list[Row]] = {}
        for span, told in spans.items():
            key = told[_IN].removeprefix(_VERSION)[:-1]
            if row := rows.get((key, _number(told[_START]), _number(told[_END]))):
                found[span] = [row]
        told_of = {row.key for near in found.values() for row in near}
        lost = [row for row in rows.values() if row.key not in told_of]
        versions = {f"{_VERSION}{key}>": row for key, row in sources.items()}
        spread = dict(found)
        for _ in range(_FAR):
            nearby: dict[str, list[Row]] = {}
            for node in spread:
                for other in linked.get(node, ()):
                    if other not in spread and not other.startswith(_VERSION):
                        nearby.setdefault(other, []).extend(spread[node])
            spread |= {
                node: sorted({row.key: row for row in near}.values(), key=_order) for node, near in nearby.items()
            }
        for key, node in {(key, f"{_VERSION}{key}>") for key, _, _ in rows}:
            first = [row for (own, _, _), row in rows.items() if own == key]
            spread[node] = [versions[node]] if node in versions else first[:1]
        return cls(spread, versions, shapes, lost=lost)

    def place(self, result: Result) -> str | None:
        """The cell that a result is about, or the row; None where it is about no row."""
        rows = self._rows.get(f"<{result.focus}>") or self._rows.get(f"<{result.value}>")
        if not rows:
            return None
        names = [local_name(iri) for iri in self._shapes.about(result.path, result.shape)]
        if str(result.focus).startswith(_VERSION[1:]) and rows[0].part != "sources":
            names = ["statedIn"]  # only the rows that cite it tell of it
        placed = next(((row, column) for row in rows if (column := column_of(row, names))), None)
        row = placed[0] if placed else rows[0]
        where = str(row.table.place(row.number, placed[1] if placed else None))
        self.found[where] = row
        return where


def _number(literal: str) -> int:
    return int(literal.split('"')[1])


def _order(row: Row) -> tuple[bool, str, int]:
    """What a source is told of by goes first, then the order of files and rows."""
    return row.part != "inspections", row.table.grid.path, row.number
