"""The data as pySHACL reads them: an index that is filled and asked much faster than an rdflib graph.

Equal terms are one object, so most comparisons end at identity. pySHACL 0.40 asks its data graph for objects, subjects,
pairs under one predicate and closures only, so no more than these is indexed; a SPARQL constraint gets an rdflib graph
that looks into the same index. Literals keep their lexical form, and nothing is changed once it is in.
"""

import gc
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Self

from pyshacl.graph_abstraction import DataGraph
from rdflib import Graph
from rdflib.namespace import NamespaceManager
from rdflib.store import Store
from rdflib.term import Node

from councilgraph.validate.terms import Prefixes, quiet, scoped, term_of


class IndexedGraph(DataGraph):
    """Triples by subject and by predicate; read-only once it is filled."""

    def __new__(cls) -> Self:
        """An empty graph; pySHACL's own constructor wants a store."""
        graph: Self = super().__new__(cls, None)  # type: ignore[arg-type]
        return graph

    def __init__(self) -> None:
        self._by_subject: dict[Node, dict[Node, list[Node]]] = {}
        self._by_predicate: dict[Node, list[tuple[Node, list[Node]]]] | None = None
        self._by_object: dict[Node, dict[Node, list[Node]]] = {}
        self._size = 0
        self._terms: dict[str, Node] = {}
        self._namespaces = Prefixes()
        self._rdflib = Graph(store=_View(self), namespace_manager=self._namespaces)

    def add_lines(self, lines: Iterable[str], scope: str = "") -> None:
        """Take in canonical N-Triples lines (`rdf.lines`), each ending in ``" ."``; a triple met before is passed over.

        Args:
            scope: put before the labels of blank nodes, so that those of two files stay apart.

        Raises:
            InputError: a line holds a triple term of RDF 1.2.
        """
        by_subject, terms = self._by_subject, self._terms
        with _undisturbed():
            for line in lines:
                subject_text, predicate_text, object_text = line.split(" ", 2)
                if scope and "_:" in line:
                    subject_text, object_text = scoped(subject_text, scope), scoped(object_text, scope)
                subject = terms.get(subject_text) or self._term(subject_text)
                predicate = terms.get(predicate_text) or self._term(predicate_text)
                object_text = object_text[:-2]
                value = terms.get(object_text)
                if value is None:
                    value = self._term(object_text)
                properties = by_subject.get(subject)
                if properties is None:
                    properties = by_subject[subject] = {}
                values = properties.get(predicate)
                if values is None:
                    properties[predicate] = [value]
                elif value not in values:
                    values.append(value)
                else:
                    continue
                self._size += 1
        self._by_predicate = None
        self._by_object.clear()

    # What pySHACL asks of a data graph.

    def objects(self, subject: Any = None, predicate: Any = None, unique: bool = False) -> Generator[Node]:
        """The values of a property."""
        yield from self._by_subject.get(subject, {}).get(predicate, ())

    def predicate_objects(self, subject: Any = None, unique: bool = False) -> Generator[tuple[Node, Node]]:
        """All properties of a node with their values."""
        for predicate, values in self._by_subject.get(subject, {}).items():
            for value in values:
                yield predicate, value

    def subject_objects(self, predicate: Any = None, unique: bool = False) -> Generator[tuple[Node, Node]]:
        """All pairs that a property links."""
        for subject, values in self._pairs(predicate):
            for value in values:
                yield subject, value

    def subjects(self, predicate: Any = None, object: Any = None, unique: bool = False) -> Generator[Node]:
        """The nodes that have a value for a property."""
        index = self._by_object.get(predicate)
        if index is None:
            index = self._by_object[predicate] = {}
            for subject, values in self._pairs(predicate):
                for value in values:
                    index.setdefault(value, []).append(subject)
        yield from index.get(object, ())

    def transitive_objects(self, subject: Any, predicate: Any, remember: Any = None) -> Generator[Node]:
        """A node and all that it reaches by a property."""
        yield from _closure(subject, lambda node: self.objects(node, predicate))

    def transitive_subjects(self, predicate: Any, object: Any, remember: Any = None) -> Generator[Node]:
        """A node and all that reach it by a property."""
        yield from _closure(object, lambda node: self.subjects(predicate, node))

    def triples(self, triple: Any = (None, None, None)) -> Generator[tuple[Node, Node, Node]]:  # type: ignore[override]
        """All triples that match a pattern with None for anything."""
        yield from self._rdflib.triples(triple)

    def quads(self, quad: Any = (None, None, None, None)) -> Generator[tuple[Node, Node, Node, Any]]:
        """All triples that match, with the graph in which pySHACL finds a blank node described."""
        for triple in self.triples(quad[:3]):
            yield *triple, self._rdflib

    def query(self, query_object: Any, *args: Any, **kwargs: Any) -> Any:  # type: ignore[override]
        """Run SPARQL by rdflib, for SPARQL constraints and targets."""
        return self._rdflib.query(query_object, *args, **kwargs)

    def __contains__(self, triple: Any) -> bool:
        return triple in self._rdflib

    def __len__(self) -> int:
        return self._size

    def __bool__(self) -> bool:
        return True

    @property  # type: ignore[misc]
    def namespace_manager(self) -> NamespaceManager:
        """Prefixes for messages."""
        return self._namespaces

    @property
    def identifier(self) -> str:  # type: ignore[override]
        """A name for the log."""
        return "data"

    def is_multigraph(self) -> bool:  # type: ignore[override]
        """One graph: the default graph is what is validated."""
        return False

    def _pairs(self, predicate: Node) -> list[tuple[Node, list[Node]]]:
        if self._by_predicate is None:
            self._by_predicate = {}
            for subject, properties in self._by_subject.items():
                for known, values in properties.items():
                    self._by_predicate.setdefault(known, []).append((subject, values))
        return self._by_predicate.get(predicate, [])

    def _matches(self, subject: Node | None, predicate: Node | None, value: Node | None) -> Iterator[Any]:
        if subject is not None:
            properties = self._by_subject.get(subject, {})
            for known in properties if predicate is None else (predicate,):
                for found in properties.get(known, ()):
                    if value is None or found == value:
                        yield subject, known, found
        elif predicate is None:
            for known in self._by_subject:
                yield from self._matches(known, None, value)
        elif value is None:
            for known, found in self.subject_objects(predicate):
                yield known, predicate, found
        else:
            for known in self.subjects(predicate, value):
                yield known, predicate, value

    def _term(self, text: str) -> Node:
        term = self._terms[text] = term_of(text)
        return term


class _View(Store):
    """The triples as rdflib asks for them: by a pattern."""

    def __init__(self, data: IndexedGraph) -> None:
        super().__init__()
        self._data = data

    def triples(self, triple_pattern: Any, context: Any = None) -> Iterator[Any]:
        return ((triple, iter(())) for triple in self._data._matches(*triple_pattern))

    def __len__(self, context: Any = None) -> int:
        return len(self._data)


def _closure(start: Node, step: Any) -> Iterator[Node]:
    seen: set[Node] = set()
    waiting = [start]
    while waiting:
        node = waiting.pop()
        if node not in seen:
            seen.add(node)
            yield node
            waiting.extend(step(node))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No collection of garbage while millions of objects are made that all stay."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        with quiet():
            yield
    finally:
        if collecting:
            gc.enable()
