"""Shapes that certainly find nothing, told from the index without pySHACL, which then need not be asked.

Most data conform to most shapes. A shape all of whose constraints are known here is held against its focus nodes; only
if every one of them conforms is the shape left out. If one does not, or anything about shape or data is not known here,
pySHACL is asked, and its results are the ones that count. Sections are those of the SHACL Recommendation of 2017.
"""

import re
from collections.abc import Callable, Collection
from datetime import date, datetime
from decimal import Decimal
from operator import ge, gt, le, lt
from typing import Any

from rdflib import RDF, RDFS, SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.namespace import OWL
from rdflib.term import Node

from councilgraph.validate.graph import IndexedGraph

_TARGETS = (SH.targetClass, SH.targetNode, SH.targetSubjectsOf, SH.targetObjectsOf)
# What says nothing about which nodes conform; handled with the parameter that they go with; or a target.
_SILENT = frozenset(
    {SH.path, SH.severity, SH.message, SH.name, SH.description, SH.order, SH.group, SH.defaultValue, *_TARGETS}
    | {SH.qualifiedMinCount, SH.qualifiedMaxCount}
)
_KINDS = {
    SH.IRI: (URIRef,), SH.BlankNode: (BNode,), SH.Literal: (Literal,), SH.BlankNodeOrIRI: (BNode, URIRef),
    SH.BlankNodeOrLiteral: (BNode, Literal), SH.IRIOrLiteral: (URIRef, Literal),
}  # fmt: skip
_DATATYPES = frozenset({XSD.string, XSD.integer, XSD.decimal, XSD.boolean, XSD.date})

Values = Callable[[Node], Collection[Node]]
Test = Callable[[Node], bool]
"""Whether a node conforms."""
Check = Callable[[Node, Collection[Node]], bool]
"""Whether the values that a focus node has fulfil a constraint."""


class _Unknown(Exception):
    """A shape, or a comparison of terms, that is left to pySHACL."""


class Screen:
    """Holds shapes against data."""

    def __init__(self, shapes: Graph, data: IndexedGraph) -> None:
        self._shapes, self._data = shapes, data
        self._tests: dict[Node, Test] = {}

    def passes(self, shape: Node) -> bool:
        """Whether it is certain that every focus node of a shape conforms to it."""
        try:
            test = self._test(shape)
            return all(test(focus) for focus in self._focus_nodes(shape))
        except (_Unknown, RecursionError, re.error):
            return False

    def _focus_nodes(self, shape: Node) -> set[Node]:
        """Section 2.1.3."""
        if any((shape, RDF.type, kind) in self._shapes for kind in (RDFS.Class, OWL.Class)):
            raise _Unknown
        nodes: set[Node] = set(self._shapes.objects(shape, SH.targetNode))
        for wanted in self._shapes.objects(shape, SH.targetClass):
            for kind in self._data.transitive_subjects(RDFS.subClassOf, wanted):
                nodes.update(self._data.subjects(RDF.type, kind))
        for predicate in self._shapes.objects(shape, SH.targetSubjectsOf):
            nodes.update(subject for subject, _ in self._data.subject_objects(predicate))
        for predicate in self._shapes.objects(shape, SH.targetObjectsOf):
            nodes.update(value for _, value in self._data.subject_objects(predicate))
        return nodes

    def _test(self, shape: Node) -> Test:
        """Section 3.4: a node conforms if its values fulfil all constraints."""
        if shape not in self._tests:

            def not_yet(node: Node) -> bool:
                raise _Unknown  # a shape that refers to itself

            self._tests[shape] = not_yet
            self._tests[shape] = self._made(shape)
        return self._tests[shape]

    def _made(self, shape: Node) -> Test:
        path = self._shapes.value(shape, SH.path)
        values: Values = self._path(path) if path is not None else lambda node: (node,)
        checks = [
            self._check(shape, predicate, value, is_property=path is not None)
            for predicate, value in sorted(self._shapes.predicate_objects(shape), key=str)
            if str(predicate).startswith(str(SH)) and predicate not in _SILENT
        ]

        def conforms(node: Node) -> bool:
            reached = values(node)
            return all(check(node, reached) for check in checks)

        return conforms

    def _path(self, path: Node) -> Values:
        """Section 2.3.1: predicates, inverse predicates, sequences and alternatives."""
        data, items = self._data, self._shapes.value
        if isinstance(path, URIRef):
            return lambda node: list(data.objects(node, path))
        if items(path, RDF.first) is not None:
            steps = [self._path(step) for step in self._shapes.items(path)]

            def along(node: Node) -> set[Node]:
                nodes = {node}
                for step in steps:
                    nodes = {value for reached in nodes for value in step(reached)}
                return nodes

            return along
        inverse = items(path, SH.inversePath)
        if isinstance(inverse, URIRef):
            return lambda node: set(data.subjects(inverse, node))
        choices = items(path, SH.alternativePath)
        if choices is not None:
            ways = [self._path(way) for way in self._shapes.items(choices)]
            return lambda node: {value for way in ways for value in way(node)}
        raise _Unknown

    def _check(self, shape: Node, predicate: Node, value: Any, *, is_property: bool) -> Check:
        """One constraint, by its parameter; section 4."""
        data = self._data
        if predicate in (SH.minCount, SH.maxCount) and is_property:
            limit, within = _integer(value), ge if predicate == SH.minCount else le
            return lambda focus, values: within(len(values), limit)
        if predicate in _PAIRS and is_property:
            agree = _PAIRS[predicate]
            return lambda focus, values: agree(values, list(data.objects(focus, value)))
        if predicate == SH.hasValue:
            return lambda focus, values: value in values
        if predicate == SH.qualifiedValueShape and is_property:
            return self._qualified(shape, self._test(value))
        test = self._of_value(predicate, value)
        return lambda focus, values: all(map(test, values))

    def _qualified(self, shape: Node, test: Test) -> Check:
        least, most = (self._shapes.value(shape, p) for p in (SH.qualifiedMinCount, SH.qualifiedMaxCount))

        def check(focus: Node, values: Collection[Node]) -> bool:
            count = sum(map(test, values))
            return (least is None or count >= _integer(least)) and (most is None or count <= _integer(most))

        return check

    def _of_value(self, predicate: Node, value: Any) -> Test:
        """A constraint that each value fulfils or not on its own."""
        if predicate in (SH.property, SH.node):
            return self._test(value)
        if predicate == SH["not"]:
            test = self._test(value)
            return lambda node: not test(node)
        if predicate in (SH["or"], SH["and"]):
            tests, some = [self._test(one) for one in self._shapes.items(value)], any if predicate == SH["or"] else all
            return lambda node: some(test(node) for test in tests)
        if predicate == SH["in"]:
            members = set(self._shapes.items(value))
            return lambda node: node in members
        if predicate == SH["class"]:
            kinds = set(self._data.transitive_subjects(RDFS.subClassOf, value))
            return lambda node: any(kind in kinds for kind in self._data.objects(node, RDF.type))
        if predicate == SH.nodeKind and value in _KINDS:
            return lambda node: isinstance(node, _KINDS[value])
        if predicate == SH.datatype and value in _DATATYPES:
            return lambda node: _has_datatype(node, value)
        if predicate == SH.pattern:
            pattern = re.compile(str(value))
            return lambda node: not isinstance(node, BNode) and pattern.search(str(node)) is not None
        if predicate in _LIMITS:
            within = _LIMITS[predicate]
            return lambda node: _compared(node, value, within)
        raise _Unknown


def without_what_passes(shapes: Graph, data: IndexedGraph) -> Graph:
    """The shapes, in place, without the targets of those that certainly find nothing."""
    screen = Screen(shapes, data)
    targeted = {shape for predicate in _TARGETS for shape in shapes.subjects(predicate)}
    passed = [shape for shape in targeted if (shape, SH.target, None) not in shapes and screen.passes(shape)]
    for shape in passed:
        for predicate in _TARGETS:
            shapes.remove((shape, predicate, None))
    return shapes


def _integer(value: Any) -> int:
    if isinstance(value, Literal) and isinstance(value.value, int):
        return value.value
    raise _Unknown


def _has_datatype(node: Node, datatype: URIRef) -> bool:
    if not isinstance(node, Literal) or node.language:
        return False
    if datatype == XSD.string:
        return node.datatype in (None, XSD.string)
    return node.datatype == datatype and node.ill_typed is False


def _compared(one: Any, other: Any, within: Callable[[Any, Any], bool]) -> bool:
    """Section 4.3: terms that cannot be compared are left to pySHACL."""
    if isinstance(one, Literal) and isinstance(other, Literal):
        pair = one.value, other.value
        numbers = all(isinstance(value, int | Decimal | float) and not isinstance(value, bool) for value in pair)
        days = all(isinstance(value, date) and not isinstance(value, datetime) for value in pair)
        if numbers or days:
            return within(*pair)
    raise _Unknown


def _ordered(within: Callable[[Any, Any], bool]) -> Callable[[Collection[Node], Collection[Node]], bool]:
    def in_order(values: Collection[Node], others: Collection[Node]) -> bool:
        if not all(isinstance(node, Literal) for node in (*values, *others)):
            raise _Unknown  # pySHACL refuses some of these even where there is nothing to compare them with
        return all(_compared(value, other, within) for value in values for other in others)

    return in_order


_PAIRS: dict[Node, Callable[[Collection[Node], Collection[Node]], bool]] = {
    SH.equals: lambda values, others: set(values) == set(others),
    SH.disjoint: lambda values, others: set(values).isdisjoint(others),
    SH.lessThan: _ordered(lt),
    SH.lessThanOrEquals: _ordered(le),
}
_LIMITS: dict[Node, Callable[[Any, Any], bool]] = {
    SH.minInclusive: ge, SH.maxInclusive: le, SH.minExclusive: gt, SH.maxExclusive: lt,
}  # fmt: skip
