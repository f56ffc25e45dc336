"""The merge of a store's live graphs, as a validation asks it."""

from collections.abc import Iterable, Iterator
from typing import Self

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store

from councilgraph import rdf
from councilgraph.namespaces import RDF
from councilgraph.store.protocol import Result, Term


class Merge:
    """The default graph of a database: no blank nodes, and literals in the form that the engine gives them."""

    has_blank = has_kept = False

    def __init__(self, database: Store) -> None:
        self._database = database

    @classmethod
    def of(cls, lines: Iterable[str]) -> Self:
        """The merge of a store that is to hold these canonical N-Triples lines, in memory."""
        database = Store()
        database.bulk_load("\n".join([*lines, ""]).encode(), format=RdfFormat.N_TRIPLES, lenient=True)
        return cls(database)

    def spelled(self, term: str) -> str:
        """A term as it is."""
        return term

    def query(self, sparql: str) -> Result:
        """The engine's answer; the prefixes of `rdf.PREFIXES` are known.

        Raises:
            SyntaxError: the query is malformed.
        """
        return self._database.query(sparql, prefixes=rdf.PREFIXES)

    def values(self, subject: str, predicate: str) -> Iterator[Term]:
        """The values of a property, in no order; none of a literal.

        Args:
            subject: N-Triples.  predicate: an IRI.
        """
        if subject[0] == "<":
            node, link = NamedNode(subject[1:-1]), NamedNode(predicate)
            for quad in self._database.quads_for_pattern(node, link, None, DefaultGraph()):
                yield quad.object

    def properties(self, subject: str) -> Iterator[str]:
        """The IRIs of the properties that a node has, in no order; none of a literal.

        Args:
            subject: N-Triples.
        """
        if subject[0] == "<":
            quads = self._database.quads_for_pattern(NamedNode(subject[1:-1]), None, None, DefaultGraph())
            yield from {quad.predicate.value for quad in quads}

    def typed(self, start: str) -> Iterator[Term]:
        """The nodes with a type whose IRIs start so, in no order."""
        quads = self._database.quads_for_pattern(None, RDF.type, None, DefaultGraph())
        nodes = (quad.subject for quad in quads if isinstance(quad.subject, NamedNode))
        return iter({node for node in nodes if node.value.startswith(start)})

    def subjects(self, predicate: str, value: str) -> Iterator[Term]:
        """The nodes that have a value for a property, in no order.

        Args:
            predicate: an IRI.  value: N-Triples of an IRI.
        """
        link, node = NamedNode(predicate), NamedNode(value[1:-1])
        return (quad.subject for quad in self._database.quads_for_pattern(None, link, node, DefaultGraph()))

    def lines(self) -> Iterator[str]:
        """The triples, in no order."""
        content = self._database.dump(format=RdfFormat.N_TRIPLES, from_graph=DefaultGraph()) or b""
        return iter(content.decode().split("\n")[:-1])

    def __len__(self) -> int:
        return sum(1 for _ in self._database.quads_for_pattern(None, None, None, DefaultGraph()))
