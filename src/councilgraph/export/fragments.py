"""Rows as text: what a format writes of a node or an edge besides its id and its ends.

What many rows share is put into words once: the documents that edges rest on, days, and kinds with their colours.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from councilgraph.export.survey import Cell, clean
from councilgraph.export.tables import Fix, Row, Tables
from councilgraph.projection.model import Edge, Node, Values

# Of what many may have in common so much is kept.
_KEPT = 10_000


@dataclass(frozen=True, slots=True)
class Style:
    """How a format writes a cell.

    Attributes:
        begin: what stands before a value, by column; columns that are not there are left out.
        end: what stands behind it.
        write: puts a value into the signs of the format, by its type.
    """

    begin: Mapping[str, str]
    end: str
    write: Mapping[type, Callable[[Any], str]]

    def row(self, row: Row) -> str:
        """The cells of a row that the format writes."""
        return "".join(
            f"{self.begin[name]}{self.write[type(cell)](cell)}{self.end}"
            for name, cell in row.items()
            if name in self.begin
        )


def nodes(tables: Tables, style: Style) -> Iterator[tuple[Node, str]]:
    """Each node with its cells."""
    text, end = style.write[str], style.end
    label, iri = style.begin.get("label"), style.begin.get("iri")
    alike, attributes = _Alike(style), _Attributes(style, tables.node_fixes)
    for node in tables.projection.nodes:
        cells = alike[node.kind, None, node.colour, node.start, node.end, node.size, None]
        if label:
            cells += f"{label}{text(clean(node.label))}{end}"
        if iri and node.iri:
            cells += f"{iri}{text(node.iri)}{end}"
        if node.attributes:
            cells += attributes(node.attributes)
        yield node, cells


def edges(tables: Tables, style: Style) -> Iterator[tuple[Edge, str]]:
    """Each edge with its cells."""
    text, end = style.write[str], style.end
    thing = style.begin.get("thing")
    alike, attributes = _Alike(style), _Attributes(style, tables.edge_fixes)
    cited = {documents: style.row(row) for documents, row in tables.cited.items()}
    for edge in tables.projection.edges:
        cells = alike[edge.kind, edge.label, edge.colour, edge.start, edge.end, None, edge.weight]
        cells += cited[edge.documents]
        if thing and edge.thing:
            cells += f"{thing}{text(edge.thing)}{end}"
        if edge.attributes:
            cells += attributes(edge.attributes)
        yield edge, cells


# Kind, label, colour, days, size and weight; None what a thing has not, or what all have differently.
_Common = tuple[str, str | None, str, date | None, date | None, float | None, float | None]


class _Alike(dict[_Common, str]):
    """What many nodes or edges have in common, put into words once."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style

    def __missing__(self, common: _Common) -> str:
        kind, label, colour, start, end, size, weight = common
        given: dict[str, str | float | None] = {
            "kind": clean(kind),
            "label": None if label is None else clean(label),
            "size": size,
            "weight": weight,
            "start": start.isoformat() if start else None,
            "end": end.isoformat() if end else None,
            "colour": colour,
        }
        found = self._style.row({name: cell for name, cell in given.items() if cell is not None})
        if len(self) < _KEPT:
            self[common] = found
        return found


class _Attributes:
    """What the projection says besides."""

    def __init__(self, style: Style, fixes: Sequence[Fix]) -> None:
        self._style = style
        self._fixes = {name: (title, convert) for name, title, convert in fixes}

    def __call__(self, given: dict[str, Values]) -> str:
        begin, end, write, fixes = self._style.begin, self._style.end, self._style.write, self._fixes
        cells = ""
        for name, value in given.items():
            cell: Cell | Values | None = value
            if name in fixes:
                name, convert = fixes[name]
                cell = convert(value) if convert else value
                if cell is None:
                    continue
            cells += f"{begin[name]}{write[type(cell)](cell)}{end}"
        return cells
