"""A projection as two typed tables, the same for every format: what stands in a file is decided here, before writing.

Names of attributes are words of letters, digits and ``_``, and none that a tool keeps for itself. Rows are made one at a
time while they are written, so a file of any size needs hardly more memory than the projection has.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from councilgraph.export.survey import DAY, NUMBER, TEXT, Cell, Column, Convert, clean, survey
from councilgraph.projection.model import Edge, Node, Projection, Values

RENAMED = "attributes whose names a tool keeps for itself, renamed"

Row = dict[str, Cell]
Fix = tuple[str, str, Convert | None]

# Names by which some tool or format knows something else than an attribute of ours.
_TAKEN = {
    "id",
    "label",
    "kind",
    "iri",
    "start",
    "end",
    "colour",
    "size",
    "weight",
    "thing",
    "document",
    "document_title",
    "document_url",
    "document_published",
    "source",
    "target",
    "key",
    "parent",
    "name",
    "shared_name",
    "interaction",
    "shared_interaction",
    "type",
    "x",
    "y",
    "z",
    "suid",
    "selected",
    "directed",
    "represents",
}
_NO_WORD = re.compile(r"\W+")


class Tables:
    """The rows of a projection for a kind of format.

    Attributes:
        title, about: of the projection, as files can hold them.
        node_columns, edge_columns: by name; those that every projection has first, then attributes by the alphabet. A
            cell of a column may be missing from a row; of `label`, `kind`, `colour`, `size` and `weight` never.
        node_fixes, edge_fixes: of attributes that cannot be written as they are the name, the column's name, and what
            makes a cell of their values.
        cited: the cells of the documents that edges rest on.
        coerced: how many values are changed, by reason.
    """

    def __init__(self, projection: Projection, *, lists: bool) -> None:
        self.projection = projection
        self.title, self.about = clean(projection.title), clean(projection.about)
        self.lists = lists
        self.coerced: Counter[str] = Counter()
        nodes, edges = projection.nodes, projection.edges
        self.node_columns = {
            "label": Column(TEXT),
            "kind": Column(TEXT),
            **({"iri": Column(TEXT)} if any(node.iri for node in nodes) else {}),
            **_days(nodes),
            "colour": Column(TEXT),
            "size": Column(NUMBER),
        }
        self.edge_columns = {
            "label": Column(TEXT),
            "kind": Column(TEXT),
            "weight": Column(NUMBER),
            **({"thing": Column(TEXT)} if any(edge.thing for edge in edges) else {}),
            **_days(edges),
            "colour": Column(TEXT),
        }
        cited = {documents: _citation(projection, documents) for documents in {edge.documents for edge in edges}}
        fixes = self._survey(list(cited.values()), self.edge_columns, rename=False)
        self.cited: dict[tuple[str, ...], Row] = {}
        for documents, known in cited.items():
            self.cited[documents] = {}
            _fill(self.cited[documents], known, fixes)
        self.node_fixes = self._survey([node.attributes for node in nodes], self.node_columns)
        self.edge_fixes = self._survey([edge.attributes for edge in edges], self.edge_columns)
        self.coerced = +self.coerced

    def nodes(self) -> Iterator[tuple[Node, Row]]:
        """Each node with its row."""
        return ((node, self.node_row(node)) for node in self.projection.nodes)

    def edges(self) -> Iterator[tuple[Edge, Row]]:
        """Each edge with its row."""
        return ((edge, self.edge_row(edge)) for edge in self.projection.edges)

    def node_row(self, node: Node) -> Row:
        """What a file says of a node, besides its id."""
        row: Row = {"label": clean(node.label), "kind": clean(node.kind)}
        if node.iri:
            row["iri"] = node.iri
        if node.start:
            row["start"] = node.start.isoformat()
        if node.end:
            row["end"] = node.end.isoformat()
        row["colour"] = node.colour
        row["size"] = node.size
        _fill(row, node.attributes, self.node_fixes)
        return row

    def edge_row(self, edge: Edge) -> Row:
        """What a file says of an edge, besides its id and its ends."""
        row: Row = {"label": clean(edge.label), "kind": clean(edge.kind), "weight": edge.weight}
        if edge.thing:
            row["thing"] = edge.thing
        if edge.start:
            row["start"] = edge.start.isoformat()
        if edge.end:
            row["end"] = edge.end.isoformat()
        row["colour"] = edge.colour
        row |= self.cited[edge.documents]
        _fill(row, edge.attributes, self.edge_fixes)
        return row

    def _survey(
        self, things: Sequence[dict[str, Values]], columns: dict[str, Column], *, rename: bool = True
    ) -> list[Fix]:
        """Add the columns of attributes, and say what has to be done to which of them."""
        fixes: list[Fix] = []
        for name in sorted(set(chain.from_iterable(things))):
            found = survey([thing[name] for thing in things if name in thing], lists=self.lists)
            title = _title(name, columns) if rename else name
            columns[title] = found.column
            self.coerced += found.coerced
            self.coerced[RENAMED] += title != name
            if title != name or found.convert:
                fixes.append((name, title, found.convert))
        return fixes


def _fill(row: Row, given: dict[str, Values], fixes: Sequence[Fix]) -> None:
    """Put the cells of attributes into a row."""
    if not fixes:
        row |= given  # type: ignore[arg-type]  # nothing has to be done: what is given are cells
        return
    rest = given.copy()
    for name, title, convert in fixes:
        if name in rest:
            values = rest.pop(name)
            cell = convert(values) if convert else values
            if cell is not None:
                row[title] = cell  # type: ignore[assignment]
    row |= rest  # type: ignore[arg-type]


def _title(name: str, columns: dict[str, Column]) -> str:
    """A name for a column that is free and that every tool takes."""
    word = _NO_WORD.sub("_", clean(name)) or "_"
    word = f"_{word}" if word[0].isdigit() else word
    while word.lower() in _TAKEN or word in columns:
        word += "_"
    return word


def _days(things: Sequence[Node] | Sequence[Edge]) -> dict[str, Column]:
    found = {"start": any(thing.start for thing in things), "end": any(thing.end for thing in things)}
    return {name: Column(DAY) for name, there in found.items() if there}


def _citation(projection: Projection, documents: tuple[str, ...]) -> dict[str, Values]:
    """What an edge says of the documents that it rests on."""
    known = [projection.documents[document] for document in documents if document in projection.documents]
    cells: dict[str, tuple[Values, ...]] = {
        "document": documents,
        "document_title": tuple(source.title for source in known),
        "document_url": tuple(source.url for source in known if source.url),
        "document_published": tuple(source.published for source in known if source.published),
    }
    return {name: values if len(values) > 1 else values[0] for name, values in cells.items() if values}  # type: ignore[misc]
