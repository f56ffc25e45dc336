"""Reading a file back and holding it against what was to be written.

A file passes if its reader, who knows the rules of the format and nothing of how we write, finds every node and every
edge once, between the same ends, with the same values, and nothing else.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from councilgraph.errors import CouncilgraphError
from councilgraph.export.survey import NUMBER, TRUTH, WHOLE, Cell, as_text
from councilgraph.export.tables import Row, Tables


@dataclass(slots=True)
class Found:
    """A node, or an edge with its ends, as a file has it."""

    id: str
    row: Row
    source: str | None = None
    target: str | None = None


def read_cell(text: str, kind: str) -> Cell:
    """A value of a type from its words.

    Raises:
        ValueError: they are none.
    """
    if kind == WHOLE:
        return int(text)
    if kind == NUMBER:
        return float(text)
    if kind == TRUTH:
        return {"true": True, "false": False}[text]
    return text


def check(tables: Tables, found: Iterable[Found], path: Path, *, typed: bool) -> None:
    """Hold what was read back against what was to be written.

    Args:
        typed: whether the format knows types; else values are compared by their words, and empty ones with missing ones.

    Raises:
        CouncilgraphError: something differs, which is a fault of ours.
    """
    nodes = {node.id: node for node in tables.projection.nodes}
    edges = {edge.id: edge for edge in tables.projection.edges}
    for item in found:
        if item.source is None:
            node = nodes.pop(item.id, None)
            expected = tables.node_row(node) if node else None
        else:
            edge = edges.pop(item.id, None)
            if edge and (edge.source, edge.target) != (item.source, item.target):
                raise _fault(path, item, "has other ends")
            expected = tables.edge_row(edge) if edge else None
        if expected is None:
            raise _fault(path, item, "was not to be written, or stands there twice")
        if not typed:
            expected = {name: as_text(cell) for name, cell in expected.items() if cell != ""}  # type: ignore[arg-type]
        if expected != item.row:
            names = [name for name in expected.keys() | item.row.keys() if expected.get(name) != item.row.get(name)]
            raise _fault(path, item, f"has other values of {', '.join(sorted(names))}")
    if nodes or edges:
        left = Found(next(iter(nodes or edges)), {}, None if nodes else "")
        raise _fault(path, left, "is missing")


def _fault(path: Path, item: Found, what: str) -> CouncilgraphError:
    return CouncilgraphError(f"{'node' if item.source is None else 'edge'} {item.id} {what}", where=str(path))
