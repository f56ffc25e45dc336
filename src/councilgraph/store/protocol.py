"""What a question needs of a graph, wherever the graph lies: to run a query.

A store answers from its default graph, in which a triple counts once however many named graphs hold it, and knows the
prefixes of `rdf.PREFIXES` undeclared. Results are those of pyoxigraph; nothing above this room makes them.
"""

from collections.abc import Iterator
from typing import Protocol

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolution,
    QuerySolutions,
    QueryTriples,
    Triple,
)

__all__ = [
    "BlankNode",
    "Graph",
    "Literal",
    "NamedNode",
    "QueryBoolean",
    "QuerySolution",
    "QuerySolutions",
    "QueryTriples",
    "Queryable",
    "Result",
    "Term",
    "Triple",
]

Term = NamedNode | BlankNode | Literal | Triple
Result = QuerySolutions | QueryBoolean | QueryTriples


class Queryable(Protocol):
    """A graph that can be asked."""

    def query(self, sparql: str) -> Result:
        """The answer to a SPARQL 1.1 query.

        Raises:
            SyntaxError: the query is malformed.
        """
        ...


class Graph(Queryable, Protocol):
    """One graph that can be asked, and looked into."""

    @property
    def has_blank(self) -> bool:
        """Whether it holds blank nodes."""
        ...

    @property
    def has_kept(self) -> bool:
        """Whether it holds literals that mean nothing to the engine, see `store.lines`."""
        ...

    def spelled(self, term: str) -> str:
        """The N-Triples of a term, or a line of N-Triples, as this graph has it, for a query."""
        ...

    def values(self, subject: str, predicate: str) -> Iterator[Term]:
        """The values of a property, in no order; none of a literal.

        Args:
            subject: N-Triples.  predicate: an IRI.
        """
        ...

    def properties(self, subject: str) -> Iterator[str]:
        """The IRIs of the properties that a node has, in no order; none of a literal.

        Args:
            subject: N-Triples.
        """
        ...

    def typed(self, start: str) -> Iterator[Term]:
        """The nodes with a type whose IRIs start so, in no order."""
        ...

    def subjects(self, predicate: str, value: str) -> Iterator[Term]:
        """The nodes that have a value for a property, in no order.

        Args:
            predicate: an IRI.  value: N-Triples of an IRI.
        """
        ...

    def lines(self) -> Iterator[str]:
        """The triples as they came, in no order."""
        ...

    def __len__(self) -> int:
        """How many triples there are."""
        ...
