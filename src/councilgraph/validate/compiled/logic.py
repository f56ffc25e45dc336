"""Constraints whose parameters are shapes: each is a question which values fail another shape.

Which nodes fail is asked for all values at once, and the answers are put together as sets. Sections are those of the
SHACL Recommendation of 2017.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import reduce
from operator import or_
from typing import Any

from pyshacl.constraints.core import logical_constraints as logical
from pyshacl.constraints.core import shape_based_constraints as based
from rdflib import SH
from rdflib.term import Node

from councilgraph.store.protocol import Term
from councilgraph.validate.compiled.constraint import Constraint, Found
from councilgraph.validate.compiled.nodes import Nodes
from councilgraph.validate.compiled.run import NotCompiled, Run
from councilgraph.validate.compiled.scope import Scope
from councilgraph.validate.compiled.shape import CompiledShape

Member = Callable[[Node], CompiledShape]
"""The compiled form of another shape."""


class OfShapes(Constraint):
    """A constraint that values fulfil or not, each on its own.

    Args:
        groups: shapes that are taken together, a result for each group.
    """

    def __init__(self, component: Any, groups: list[list[CompiledShape]]) -> None:
        super().__init__(component)
        self._groups = groups

    def results(self, run: Run, scope: Scope) -> Iterator[tuple[Term, Found]]:
        """Results for the nodes of a scope."""
        for group in self._groups:
            wrong = self._wrong(run, self.values(scope), group)
            if not wrong.is_empty:
                details = self._details(run, self.values(scope), group)
                for focus, value in self.pairs(run, scope) if self._path or wrong.all_but else _twice(wrong):
                    if value in wrong:
                        yield focus, self.found(focus, value, details=tuple(details.get(value, ())))

    def _details(self, run: Run, values: Scope, group: list[CompiledShape]) -> dict[Term, list[Found]]:
        """Why values do not conform, which pySHACL tells of the shapes of sh:node alone."""
        details: dict[Term, list[Found]] = defaultdict(list)
        if isinstance(self._component, based.NodeConstraintComponent):
            for value, found in group[0].results(run, values):
                details[value].append(found)
        return details

    def failing(self, run: Run, scope: Scope) -> Nodes:
        """The nodes of a scope that do not fulfil the constraint."""
        wrong = (self.of_values(run, scope, self._wrong(run, self.values(scope), group)) for group in self._groups)
        return reduce(or_, wrong, Nodes())

    def _wrong(self, run: Run, values: Scope, group: list[CompiledShape]) -> Nodes:
        """The values that are not as they should be."""
        match self._component:
            case logical.NotConstraintComponent():
                return ~group[0].failing(run, values)
            case logical.OrConstraintComponent():
                wrong = Nodes(all_but=True)
                for shape in group:
                    if not wrong.is_empty:
                        wrong &= shape.failing(run, values)
                return wrong
            case logical.XoneConstraintComponent():
                failing = [shape.failing(run, values) for shape in group]
                nodes = run.nodes(values.pattern, values.node)
                return Nodes.of(n for n in nodes if sum(n not in failed for failed in failing) != 1)
        return reduce(or_, (shape.failing(run, values) for shape in group), Nodes())


class Property(Constraint):
    """Section 4.7.2: the results are those of the property shapes."""

    def __init__(self, component: Any, shapes: list[CompiledShape]) -> None:
        super().__init__(component)
        self._shapes = shapes

    def results(self, run: Run, scope: Scope) -> Iterator[tuple[Term, Found]]:
        """Results for the nodes of a scope: a value that two nodes share is looked at once for each."""
        of_value: dict[Term, list[Found]] = defaultdict(list)
        for shape in self._shapes:
            for value, found in shape.results(run, self.values(scope)):
                if self._path:
                    of_value[value].append(found)
                else:
                    yield value, found
        if of_value:
            for focus, value in self.pairs(run, scope):
                for found in of_value.get(value, ()):
                    yield focus, found

    def failing(self, run: Run, scope: Scope) -> Nodes:
        """The nodes of a scope that do not fulfil the constraint."""
        values = self.values(scope)
        return self.of_values(run, scope, reduce(or_, (one.failing(run, values) for one in self._shapes), Nodes()))


class Qualified(Constraint):
    """Section 4.7.3: how many values conform to a shape, and to none of its siblings if those are disjoint."""

    def __init__(self, component: Any, shapes: list[tuple[CompiledShape, list[CompiledShape]]]) -> None:
        super().__init__(component)
        self._shapes = shapes

    def results(self, run: Run, scope: Scope) -> Iterator[tuple[Term, Found]]:
        """Results for the nodes of a scope."""
        least, most = self._component.min_count, self._component.max_count
        values = self.values(scope)
        for shape, siblings in self._shapes:
            conforming = ~shape.failing(run, values)
            for sibling in siblings:
                if not conforming.is_empty:
                    conforming &= sibling.failing(run, values)
            pairs = () if conforming.is_empty else self.pairs(run, scope)
            numbers = Counter(focus for focus, value in pairs if value in conforming)
            if most is not None:
                for focus, number in numbers.items():
                    if number > most:
                        yield focus, self.found(focus, kind=SH.QualifiedMaxCountConstraintComponent)
            if least:
                for focus in run.nodes(scope.pattern, scope.node):
                    if numbers[focus] < least:
                        yield focus, self.found(focus, kind=SH.QualifiedMinCountConstraintComponent)


def logic_test(component: Any, member: Member) -> Constraint | None:
    """The compiled form of a constraint whose parameters are shapes; None for another one.

    Raises:
        NotCompiled: one of these shapes is not compiled, or none.
    """
    match component:
        case logical.NotConstraintComponent():
            return OfShapes(component, [[member(node)] for node in component.not_list])
        case logical.AndConstraintComponent():
            return OfShapes(component, _lists(component, component.and_list, member))
        case logical.OrConstraintComponent():
            return OfShapes(component, _lists(component, component.or_list, member))
        case logical.XoneConstraintComponent():
            return OfShapes(component, _lists(component, component.xone_nodes, member))
        case based.NodeConstraintComponent():
            shapes = [member(node) for node in component.node_shapes]
            if any(shape.is_property_shape for shape in shapes):
                raise NotCompiled("sh:node names a property shape")
            return OfShapes(component, [[shape] for shape in shapes])
        case based.PropertyConstraintComponent():
            shapes = [member(node) for node in component.property_shapes]
            if not all(shape.is_property_shape for shape in shapes):
                raise NotCompiled("sh:property names a node shape")
            return Property(component, shapes)
        case based.QualifiedValueShapeConstraintComponent():
            return Qualified(component, [(member(v), _siblings(component, v, member)) for v in component.value_shapes])
    return None


def _lists(component: Any, lists: list[Node], member: Member) -> list[list[CompiledShape]]:
    items = component.shape.sg.graph.items
    groups = [list(items(one)) for one in lists]
    if not all(groups):
        raise NotCompiled("a list of shapes in it is none")
    if not isinstance(component, logical.XoneConstraintComponent):
        groups = [list(dict.fromkeys(group)) for group in groups]
    return [[member(node) for node in group] for group in groups]


def _siblings(component: Any, shape: Node, member: Member) -> list[CompiledShape]:
    if not component.is_disjoint:
        return []
    graph = component.shape.sg.graph
    beside = {
        sibling
        for parent in graph.subjects(SH.property, component.shape.node)
        for part in graph.objects(parent, SH.property)
        for sibling in graph.objects(part, SH.qualifiedValueShape)
    }
    return [member(sibling) for sibling in sorted(beside - {shape})]


def _twice(nodes: Nodes) -> Iterator[tuple[Term, Term]]:
    return ((node, node) for node in nodes.listed)
