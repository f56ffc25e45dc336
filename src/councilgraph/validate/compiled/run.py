"""One validation of a graph by compiled shapes: it asks the queries, and remembers what several shapes need."""

from collections.abc import Iterable, Iterator

from rdflib import RDFS, BNode
from rdflib.term import Node

from councilgraph.store.protocol import Graph, QuerySolution, QuerySolutions, Term
from councilgraph.validate.terms import text_of

_IS_PART = f"{text_of(RDFS.subClassOf)}*"


class NotCompiled(Exception):
    """A shape, or data that it meets, cannot be told by queries as pySHACL would; the message says why."""


class Run:
    """Asks a graph.

    Attributes:
        is_partial: whether few of the nodes are looked at, so that nothing is asked of all of them.
    """

    def __init__(self, graph: Graph, *, is_partial: bool = False) -> None:
        self._graph = graph
        self._subclasses: dict[Node, list[str] | None] = {}
        self._occurs: dict[str, bool] = {}
        self._single: dict[str, bool] = {}
        self.is_partial = is_partial

    def rows(self, query: str) -> Iterator[dict[str, Term]]:
        """Solutions of a query, each with the variables that are bound.

        Raises:
            NotCompiled: the store's engine does not take the query.
        """
        solutions = self._solutions(query)
        names = [variable.value for variable in solutions.variables]
        for solution in _each(solutions):
            yield {name: value for name in names if (value := solution[name]) is not None}

    def tuples(self, query: str) -> Iterator[tuple[Term, ...]]:
        """Solutions of a query that binds all its variables, in their order."""
        return map(tuple, _each(self._solutions(query)))

    def nodes(self, pattern: str, node: str) -> Iterator[Term]:
        """The distinct values of a variable."""
        return (row[0] for row in self.tuples(f"SELECT DISTINCT {node} WHERE {{ {pattern} }}"))

    def text(self, node: Node) -> str:
        """A term of the shapes, in a query.

        Raises:
            NotCompiled: it is a blank node.
        """
        if isinstance(node, BNode):
            raise NotCompiled("a blank node stands where a term of the data is meant")
        return self._graph.spelled(text_of(node))

    def texts(self, nodes: Iterable[Node]) -> list[str]:
        """Terms of the shapes, in a query, in a fixed order."""
        return sorted(map(self.text, nodes))

    def subclasses(self, kind: Node) -> list[str] | None:
        """A class and all below it, in queries; None where one of them is a blank node, which no query can name."""
        if kind not in self._subclasses:
            below = list(self.nodes(f"?k {_IS_PART} {self.text(kind)} .", "?k"))
            texts = {str(found) for found in below} | {self.text(kind)}
            self._subclasses[kind] = None if any(text.startswith("_:") for text in texts) else sorted(texts)
        return self._subclasses[kind]

    def occurs(self, pattern: str) -> bool:
        """Whether a pattern is found anywhere, which is known much sooner than where."""
        if pattern not in self._occurs:
            self._occurs[pattern] = any(self._solutions(f"SELECT * WHERE {{ {pattern} }} LIMIT 1"))
        return self._occurs[pattern]

    def is_single(self, path: str) -> bool:
        """Whether no node has two values for a property."""
        if path not in self._single:
            counts = "(COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?nodes)"
            ((triples, nodes),) = self.tuples(f"SELECT {counts} WHERE {{ ?s {path} ?o }}")
            self._single[path] = triples == nodes
        return self._single[path]

    @property
    def has_blank(self) -> bool:
        """Whether there is a blank node in the data."""
        return self._graph.has_blank

    @property
    def has_kept(self) -> bool:
        """Whether literals mean nothing to the engine, which a query by another hand does not expect."""
        return self._graph.has_kept

    def _solutions(self, query: str) -> QuerySolutions:
        try:
            answer = self._graph.query(query)
        except (SyntaxError, RuntimeError) as error:
            raise NotCompiled(f"the engine does not take its query: {error}") from error
        if not isinstance(answer, QuerySolutions):
            raise NotCompiled("its query is no SELECT")
        return answer


def _each(solutions: QuerySolutions) -> Iterator[QuerySolution]:
    try:
        yield from solutions
    except RuntimeError as error:  # a function that the engine does not know, where one is met
        raise NotCompiled(f"the engine does not get through its query: {error}") from error
