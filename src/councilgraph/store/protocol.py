"""What a question needs of a graph, wherever the graph lies: to run a query.

A store answers from its default graph, in which a triple counts once however many named graphs hold it, and knows the
prefixes of `rdf.PREFIXES` undeclared. Results are those of pyoxigraph; nothing above this room makes them.
"""

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
