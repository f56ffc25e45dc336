"""Compiled shapes applied to columns of N-Triples, without an engine for queries: many times faster, where all is in memory.

What is said of each constraint here is what its queries say, node for node; a query by another hand is `asked`.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Set
from functools import cache
from itertools import chain
from typing import Any

from pyshacl.constraints.core import logical_constraints as logical
from pyshacl.constraints.core import value_constraints as kinds
from pyshacl.shape import Shape
from rdflib import RDFS, SH, BNode
from rdflib.term import Node

from councilgraph.store.columns import term
from councilgraph.store.lines import LineStore
from councilgraph.store.protocol import Term
from councilgraph.validate.compiled import fine, sets
from councilgraph.validate.compiled.asked import asked
from councilgraph.validate.compiled.constraint import Constraint, Found, refusals
from councilgraph.validate.compiled.hits import Hit, Hits, NotDirect, bytes_of, found_of, hits_of, node_of
from councilgraph.validate.compiled.logic import OfShapes, Property, Qualified
from councilgraph.validate.compiled.query import Sparql
from councilgraph.validate.compiled.run import NotCompiled
from councilgraph.validate.compiled.shape import CompiledShape
from councilgraph.validate.compiled.values import ValueTest
from councilgraph.validate.compiled.walk import TYPE, instances, pairs
from councilgraph.validate.terms import text_of

Nodes = Set[bytes]
_RESOURCE = text_of(RDFS.Resource).encode()
_TAGGED = re.compile(rb'".*"@([A-Za-z0-9]+(?:-[A-Za-z0-9]+)*)(?:--[a-z]+)?', re.DOTALL)


class Direct:
    """Applies shapes to a graph."""

    def __init__(self, lines: LineStore) -> None:
        self._lines, self._data = lines, lines.columns
        self._members: dict[Node, Nodes] = {}

    def results(self, shape: CompiledShape) -> Iterator[tuple[Term, Found]]:
        """Results for the focus nodes of a shape, each with the node that it came of.

        Raises:
            NotDirect: a query tells of what, or lines may write a term in more than one way.
            NotCompiled: the data hold what only pySHACL can tell.
        """
        for node, hit in self._of_shape(shape, self.targets(shape.shape)):
            yield term(node), found_of(hit)

    def targets(self, shape: Shape) -> Nodes:
        """Section 2.1.3: the focus nodes of a shape.

        Raises:
            NotDirect: a query tells.
        """
        return frozenset().union(*self._targets(shape))

    def is_idle(self, shape: Shape) -> bool:
        """Whether a shape has no focus nodes; raises as `targets` does."""
        return not any(self._targets(shape))

    def _targets(self, shape: Shape) -> Iterator[Nodes]:
        """The focus nodes, by what tells of them."""
        if any(shape.sg.graph.objects(shape.node, SH.target)):
            raise NotDirect
        nodes, classes, implicit, objects_of, subjects_of = map(list, shape.target())
        yield {bytes_of(node) for node in nodes}
        for kind in (*classes, *implicit):
            yield self._instances(kind)
        for link in subjects_of:
            yield self._data.column(bytes_of(link)).first.keys()
        for link in objects_of:
            yield self._data.column(bytes_of(link)).values

    def _of_shape(self, shape: CompiledShape, nodes: Nodes) -> Hits:
        for constraint in shape.constraints if nodes else ():
            yield from self._of_constraint(constraint, nodes)

    def _failing(self, shape: CompiledShape, nodes: Nodes) -> set[bytes]:
        """Those nodes that do not conform."""
        found: set[bytes] = set()
        for constraint in shape.constraints if nodes else ():
            found |= {node for node, _ in self._of_constraint(constraint, nodes)}
        return found

    def _of_constraint(self, constraint: Constraint, nodes: Nodes) -> Hits:
        return _TESTS[type(constraint)](self, constraint, nodes)

    # Section 4.1 to 4.4: single values.

    def _value_test(self, constraint: ValueTest, nodes: Nodes) -> Hits:
        component, path = constraint.component, constraint.path
        if path and path.is_property:
            values: Nodes = self._data.column(path.text.encode()).values
        else:
            nodes = {*nodes}
            values = {value for _, value in pairs(self._data, path, nodes)}
        for wrong in self._wrong_values(component, values):
            if wrong:
                for node, value in pairs(self._data, path, nodes):
                    if value in wrong:
                        for _ in range(wrong[value]):
                            yield node, Hit(constraint, node, value)

    def _wrong_values(self, component: Any, values: Nodes) -> Iterator[dict[bytes, int]]:
        """The values that fail, each with how often it is told of."""
        match component:
            case kinds.ClassConstraintComponent():
                for kind in component.class_rules:
                    yield dict.fromkeys(values - self._instances(kind), 1)
            case kinds.NodeKindConstraintComponent():
                is_fine = fine.of_kind(component.nodekind_rule)
                yield {value: 1 for value in values if not is_fine(value)}
            case _:
                is_fine = fine.fine(component)
                wrong = {}
                for value in values:
                    if not is_fine(value):
                        with refusals():
                            _, failures = component.evaluate(None, None, {None: {node_of(value)}}, [])
                        if failures:
                            wrong[value] = len(list(failures))
                yield wrong

    # Sections 4.2, 4.4.5, 4.5 and 4.8: all values of a node.

    def _min_count(self, constraint: sets.MinCount, nodes: Nodes) -> Hits:
        least, path = int(constraint.component.min_count), constraint.path
        assert path
        if least == 1 and path.is_property:
            few: Iterable[bytes] = nodes - self._data.column(path.text.encode()).first.keys()
        else:
            counts = Counter(node for node, _ in pairs(self._data, path, nodes)) if least else Counter()
            few = (node for node in nodes if counts[node] < least)
        return hits_of(constraint, few)

    def _max_count(self, constraint: sets.MaxCount, nodes: Nodes) -> Hits:
        most, path = int(constraint.component.max_count), constraint.path
        assert path
        if most and path.is_property:
            more = self._data.column(path.text.encode()).more
            return hits_of(constraint, (node for node in more.keys() & nodes if len(more[node]) >= most))
        counts = Counter(node for node, _ in pairs(self._data, path, nodes))
        return hits_of(constraint, (node for node, count in counts.items() if count > most))

    def _unique_lang(self, constraint: sets.UniqueLang, nodes: Nodes) -> Hits:
        if not constraint.is_asked:
            return
        languages: Counter[tuple[bytes, bytes]] = Counter()
        for node, value in pairs(self._data, constraint.path, nodes):
            if tagged := _TAGGED.fullmatch(value):
                languages[node, tagged[1].lower()] += 1
        yield from hits_of(constraint, (node for (node, _), count in languages.items() if count > 1))

    def _has_value(self, constraint: sets.HasValue, nodes: Nodes) -> Hits:
        for wanted in map(bytes_of, constraint.component.has_value_set):
            having = {node for node, value in pairs(self._data, constraint.path, nodes) if value == wanted}
            yield from hits_of(constraint, nodes - having)

    def _equals(self, constraint: sets.Equals, nodes: Nodes) -> Hits:
        for compared in map(bytes_of, constraint.component.property_compare_set):
            here = self._by_node(constraint, nodes)
            of = self._data.column(compared).of
            for node in nodes:
                for value in here.get(node, set()) ^ set(of(node)):
                    yield node, Hit(constraint, node, value)

    def _disjoint(self, constraint: sets.Disjoint, nodes: Nodes) -> Hits:
        for compared in map(bytes_of, constraint.component.property_compare_set):
            of = self._data.column(compared).of
            for node, value in pairs(self._data, constraint.path, nodes):
                if value in of(node):
                    yield node, Hit(constraint, node, value)

    def _less(self, constraint: sets.Less, nodes: Nodes) -> Hits:
        equal = constraint.sign == "<="
        if self._lines.has_blank and any(value[:1] == b"_" for _, value in pairs(self._data, constraint.path, nodes)):
            raise NotCompiled("a blank node has no place in an order")

        @cache
        def failures(value: bytes, limit: bytes) -> int:
            assert constraint.compare
            with refusals():
                return len(list(constraint.compare({node_of(value)}, {node_of(limit)}, None, None)[1]))

        for compared in map(bytes_of, constraint.component.property_compare_set):
            column = self._data.column(compared)
            nodes_with = nodes & column.first.keys()
            for node, value in pairs(self._data, constraint.path, nodes_with):
                for limit in column.of(node):
                    if not fine.in_order(value, limit, equal=equal):
                        for _ in range(failures(value, limit)):
                            yield node, Hit(constraint, node, value)

    def _closed(self, constraint: sets.Closed, nodes: Nodes) -> Hits:
        if not constraint.component.is_closed:
            return
        allowed = {bytes_of(one) for one in constraint.allowed() if not isinstance(one, BNode)}
        for node, value_node in pairs(self._data, constraint.path, nodes):
            for column in self._data.properties():
                if column.predicate not in allowed:
                    for value in column.of(value_node):
                        if column.predicate != TYPE or value != _RESOURCE:
                            yield node, Hit(constraint, node, value, path=column.predicate)

    # Sections 4.6 and 4.7: shapes within shapes.

    def _of_shapes(self, constraint: OfShapes, nodes: Nodes) -> Hits:
        values = {value for _, value in pairs(self._data, constraint.path, nodes)} if constraint.path else nodes
        for group in constraint.groups:
            wrong = self._wrong(constraint, group, values)
            if wrong:
                details: dict[bytes, list[Hit | Found]] = defaultdict(list)
                if constraint.tells_why:
                    for value, hit in self._of_shape(group[0], wrong):
                        details[value].append(hit)
                for node, value in pairs(self._data, constraint.path, nodes):
                    if value in wrong:
                        yield node, Hit(constraint, node, value, details=tuple(details.get(value, ())))

    def _wrong(self, constraint: OfShapes, group: list[CompiledShape], values: Nodes) -> Nodes:
        match constraint.component:
            case logical.NotConstraintComponent():
                return values - self._failing(group[0], values)
            case logical.OrConstraintComponent():
                for shape in group:
                    values = self._failing(shape, values)
                return values
            case logical.XoneConstraintComponent():
                failing = [self._failing(shape, values) for shape in group]
                return {value for value in values if sum(value not in failed for failed in failing) != 1}
        return set(chain.from_iterable(self._failing(shape, values) for shape in group))

    def _property(self, constraint: Property, nodes: Nodes) -> Hits:
        if not constraint.path:
            for shape in constraint.shapes:
                yield from self._of_shape(shape, nodes)
            return
        values = {value for _, value in pairs(self._data, constraint.path, nodes)}
        of_value: dict[bytes, list[Hit | Found]] = defaultdict(list)
        for shape in constraint.shapes:
            for value, hit in self._of_shape(shape, values):
                of_value[value].append(hit)
        if of_value:
            for node, value in pairs(self._data, constraint.path, nodes):
                for hit in of_value.get(value, ()):
                    yield node, hit

    def _qualified(self, constraint: Qualified, nodes: Nodes) -> Hits:
        least, most = constraint.component.min_count, constraint.component.max_count
        values = {value for _, value in pairs(self._data, constraint.path, nodes)}
        for shape, siblings in constraint.shapes:
            conforming: Nodes = values - self._failing(shape, values)
            for sibling in siblings:
                conforming = self._failing(sibling, conforming)
            numbers = Counter(node for node, value in pairs(self._data, constraint.path, nodes) if value in conforming)
            for node in nodes:
                if most is not None and numbers[node] > most:
                    yield node, Hit(constraint, node, kind=SH.QualifiedMaxCountConstraintComponent)
                if least and numbers[node] < least:
                    yield node, Hit(constraint, node, kind=SH.QualifiedMinCountConstraintComponent)

    def _instances(self, kind: Node) -> Nodes:
        """The SHACL instances of a class."""
        if kind not in self._members:
            self._members[kind] = instances(self._data, bytes_of(kind))
        return self._members[kind]

    def _by_node(self, constraint: Constraint, nodes: Nodes) -> dict[bytes, set[bytes]]:
        found: dict[bytes, set[bytes]] = defaultdict(set)
        for node, value in pairs(self._data, constraint.path, nodes):
            found[node].add(value)
        return found


_TESTS: dict[type[Constraint], Callable[[Any, Any, Nodes], Hits]] = {
    ValueTest: Direct._value_test,
    sets.MinCount: Direct._min_count,
    sets.MaxCount: Direct._max_count,
    sets.UniqueLang: Direct._unique_lang,
    sets.HasValue: Direct._has_value,
    sets.Equals: Direct._equals,
    sets.Disjoint: Direct._disjoint,
    sets.Less: Direct._less,
    sets.Closed: Direct._closed,
    OfShapes: Direct._of_shapes,
    Property: Direct._property,
    Qualified: Direct._qualified,
    Sparql: lambda self, constraint, nodes: asked(self._lines, constraint, nodes),
}
