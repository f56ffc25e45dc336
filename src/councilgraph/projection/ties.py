"""The edges of a projection, sort by sort: all of them, or those around one thing.

What is around a thing is walked ring by ring. Where the queries can be narrowed to the ends of edges
(`Definition.walks`), only the edges at a ring are asked for, so that the walk costs what it finds and not what the graph
holds; else all edges are read once.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from councilgraph.projection import rows
from councilgraph.projection.definition import Block, Definition
from councilgraph.projection.filters import Bound, answer, narrowed
from councilgraph.projection.model import Edge
from councilgraph.query.run import Table
from councilgraph.store.protocol import Queryable

Key = tuple[str, str, str, str]


class Ties:
    """The edges that were read.

    Attributes:
        iris: the IRIs of their ends, by id.
        sorts: for each of the definition's sorts its edges.
    """

    def __init__(
        self, store: Queryable, definition: Definition, bound: Bound, documents: Mapping[str, str], iris: dict[str, str]
    ) -> None:
        """
        Args:
            documents: ids of documents by the IRIs of their versions.
            iris: those of things that are known before.
        """
        self._store, self._definition, self._bound, self._documents = store, definition, bound, documents
        self.iris = iris
        self.sorts: list[dict[Key, Edge]] = [{} for _ in definition.edges]

    def read(self) -> set[str]:
        """Read all edges, and say what they tie."""
        for number, block in enumerate(self._definition.edges):
            self._take(number, answer(self._store, block.query, self._bound, self._origin(number)))
        return {end for sort in self.sorts for edge in sort.values() for end in (edge.source, edge.target)}

    def walk(self, centre: str, depth: int, passes: Callable[[Edge], bool]) -> set[str]:
        """What is at most ``depth`` edges from a thing, whichever way they point; all edges between are read then.

        Args:
            passes: whether an edge may be walked along.
        """
        if not self._definition.walks:
            self.read()
        at_hand = self._at_hand()
        near, rim = {centre}, {centre}
        for ring in range(depth + 1):
            if not rim:
                break
            # At the outermost ring nothing further is wanted, and what ties it to the others begins or ends there.
            ends = ("source", "target") if ring < depth else ("source",)
            met = self._touching(rim, ends) if self._definition.walks else [e for key in rim for e in at_hand[key]]
            if ring < depth:
                rim = {end for edge in met if passes(edge) for end in (edge.source, edge.target)} - near
                near |= rim
        return near

    def _touching(self, nodes: set[str], ends: Iterable[str]) -> list[Edge]:
        """Read the edges that have one of some nodes at one of their ends."""
        iris = sorted(self.iris[key] for key in nodes)
        met: list[Edge] = []
        for number, block in enumerate(self._definition.edges):
            tables = [
                table
                for end in ends
                for table in narrowed(self._store, block.query, self._bound, self._origin(number), end, iris)
            ]
            # One edge may stand in several of them, and is whole only in all.
            met += self._take(number, Table(tables[0].columns, [row for table in tables for row in table.rows]))
        return met

    def _take(self, number: int, table: Table) -> list[Edge]:
        block: Block = self._definition.edges[number]
        taken = list(rows.edges(table, block.kind, self._definition.directed, self._documents, self.iris))
        for edge in taken:
            self.sorts[number].setdefault((edge.source, edge.target, edge.kind, edge.thing), edge)
        return taken

    def _at_hand(self) -> Mapping[str, list[Edge]]:
        at: dict[str, list[Edge]] = defaultdict(list)
        for edges in self.sorts:
            for edge in edges.values():
                at[edge.source].append(edge)
                at[edge.target].append(edge)
        return at

    def _origin(self, number: int) -> str:
        return f"{self._definition.name}, edges {number + 1}"
