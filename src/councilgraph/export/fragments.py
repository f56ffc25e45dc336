"""Rows as text: what a format writes of a node or an edge besides its id and its ends.

What many rows share is put into words once: the documents that edges rest on, days, and kinds with their colours.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

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
        between: what stands between cells.
        text: a text in the signs of the format.
        other: any other value.
    """

    begin: Mapping[str, str]
    end: str
    between: str
    text: Callable[[str], str]
    other: Callable[[Cell], str]

    def before(self, name: str) -> str:
        """What stands before a value of a column and behind the cell before it; empty where the column is left out."""
        return self.between + self.begin[name] if name in self.begin else ""

    def row(self, row: Row) -> str:
        """The cells of a row that the format writes, each with what stands between before it."""
        return "".join(
            f"{self.before(name)}{self.text(cell) if type(cell) is str else self.other(cell)}{self.end}"
            for name, cell in row.items()
            if name in self.begin
        )


def nodes(tables: Tables, style: Style) -> Iterator[tuple[Node, str]]:
    """Each node with its cells."""
    text, end, between = style.text, style.end, style.between
    label, iri, size = (style.before(name) for name in ("label", "iri", "size"))
    alike, attributes = _Alike(style), _Attributes(style, tables.node_fixes)
    for node in tables.projection.nodes:
        cells = alike(node)
        if label:
            cells += f"{label}{text(clean(node.label))}{end}"
        if size:
            cells += f"{size}{node.size!r}{end}"
        if node.iri:
            cells += f"{iri}{text(node.iri)}{end}"
        if node.attributes:
            cells += attributes(node.attributes)
        yield node, cells[len(between) :]


def edges(tables: Tables, style: Style) -> Iterator[tuple[Edge, str]]:
    """Each edge with its cells."""
    text, end, between = style.text, style.end, style.between
    label, thing, weight = (style.before(name) for name in ("label", "thing", "weight"))
    alike, attributes = _Alike(style), _Attributes(style, tables.edge_fixes)
    cited = {documents: style.row(row) for documents, row in tables.cited.items()}
    for edge in tables.projection.edges:
        cells = alike(edge) + cited[edge.documents]
        if label:
            cells += f"{label}{text(clean(edge.label))}{end}"
        if weight:
            cells += f"{weight}{edge.weight!r}{end}"
        if edge.thing:
            cells += f"{thing}{text(edge.thing)}{end}"
        if edge.attributes:
            cells += attributes(edge.attributes)
        yield edge, cells[len(between) :]


class _Alike:
    """Kind, colour and days, which many have in common."""

    def __init__(self, style: Style) -> None:
        self._style = style
        self._known: dict[tuple[str, str, date | None, date | None], str] = {}

    def __call__(self, thing: Node | Edge) -> str:
        key = thing.kind, thing.colour, thing.start, thing.end
        found = self._known.get(key)
        if found is None:
            row: Row = {"kind": clean(thing.kind)}
            row |= {name: day.isoformat() for name, day in (("start", thing.start), ("end", thing.end)) if day}
            found = self._style.row(row | {"colour": thing.colour})
            if len(self._known) < _KEPT:
                self._known[key] = found
        return found


class _Attributes:
    """What the projection says besides."""

    def __init__(self, style: Style, fixes: Sequence[Fix]) -> None:
        self._style = style
        self._begin = {name: style.before(name) for name in style.begin}
        self._fixes = {name: (title, convert) for name, title, convert in fixes}

    def __call__(self, given: dict[str, Values]) -> str:
        begin, end, text, other, fixes = self._begin, self._style.end, self._style.text, self._style.other, self._fixes
        cells = ""
        for name, value in given.items():
            cell: Cell | Values | None = value
            if name in fixes:
                name, convert = fixes[name]
                cell = convert(value) if convert else value
                if cell is None:
                    continue
            cells += f"{begin[name]}{text(cell) if type(cell) is str else other(cell)}{end}"  # type: ignore[arg-type]
        return cells
