"""Shapes compiled to queries, each of which looks at all focus nodes of a shape at once.

pySHACL reads the shapes, so both engines take them, and refuse them, alike. What it would then ask for one node after the
other is asked here by plain SPARQL 1.1 for all of them. A shape that cannot be told so raises `NotCompiled`, with the
reason; it is then pySHACL's. Sections are those of the SHACL Recommendation of 2017.
"""

from collections.abc import Iterator
from contextlib import suppress
from typing import Any

from pyshacl.constraints import ALL_CONSTRAINT_PARAMETERS, CONSTRAINT_PARAMETERS_MAP
from pyshacl.constraints.sparql.sparql_based_constraints import SPARQLBasedConstraint
from pyshacl.errors import ConstraintLoadWarning
from pyshacl.shape import Shape
from pyshacl.shapes_graph import ShapesGraph
from rdflib import SH
from rdflib.term import Node

from councilgraph.store.lines import LineStore
from councilgraph.store.protocol import Graph, Term
from councilgraph.validate.compiled.changed import Changed, looks_at
from councilgraph.validate.compiled.constraint import Constraint, Found
from councilgraph.validate.compiled.direct import Direct
from councilgraph.validate.compiled.hits import NotDirect
from councilgraph.validate.compiled.logic import logic_test
from councilgraph.validate.compiled.query import Sparql
from councilgraph.validate.compiled.reads import Unbounded
from councilgraph.validate.compiled.run import NotCompiled, Run
from councilgraph.validate.compiled.scope import sparql_targets, target_patterns, targets
from councilgraph.validate.compiled.sets import set_test
from councilgraph.validate.compiled.shape import CompiledShape
from councilgraph.validate.compiled.values import named, value_test

__all__ = ["Application", "Changed", "Found", "NotCompiled", "Run", "Unbounded", "compiled", "looks_at", "targets"]

_DEEPEST = 60
"""Of shapes within shapes; pySHACL refuses to go further."""


def compiled(shape: Shape) -> CompiledShape:
    """The compiled form of a shape with targets.

    Raises:
        NotCompiled: the shape cannot be told by queries.
        ConstraintLoadError: it is not valid SHACL.
    """
    for node in shape.target_nodes():
        named(node)
    sparql_targets(shape)
    return _Compiler(shape.sg).shape(shape.node)


class Application:
    """Applies compiled shapes to all of a graph: as queries, or straight to its columns where it has any."""

    def __init__(self, graph: Graph) -> None:
        self._run = Run(graph)
        self._direct = Direct(graph) if isinstance(graph, LineStore) else None

    def results(self, shape: CompiledShape) -> list[tuple[Term, Found]]:
        """What a shape finds fault with, each with the focus node that led to it.

        Raises:
            NotCompiled: the data hold what cannot be told so.
        """
        if self._direct:
            with suppress(NotDirect):
                return list(self._direct.results(shape))
        return list(shape.results(self._run, targets(shape.shape, self._run)))

    def is_idle(self, shape: Shape) -> bool:
        """Whether a shape has nothing to look at.

        Raises:
            NotCompiled: that cannot be told.
        """
        if self._direct:
            with suppress(NotDirect):
                return self._direct.is_idle(shape)
        asked = (f"SELECT * WHERE {{ {pattern} }} LIMIT 1" for pattern in target_patterns(shape, self._run))
        return not any(any(self._run.rows(query)) for query in asked)


class _Compiler:
    def __init__(self, shapes: ShapesGraph) -> None:
        self._shapes = shapes
        self._within: list[Node] = []

    def shape(self, node: Node) -> CompiledShape:
        if node in self._within:
            raise NotCompiled("it refers to itself")
        if len(self._within) > _DEEPEST:
            raise NotCompiled("its shapes within shapes go too deep")
        try:
            shape = self._shapes.lookup_shape_from_node(node)
        except KeyError as error:
            raise NotCompiled("it names a shape that is none") from error
        self._within.append(node)
        constraints = [] if shape.deactivated else list(self._constraints(shape))
        self._within.pop()
        return CompiledShape(shape, constraints)

    def _constraints(self, shape: Shape) -> Iterator[Constraint]:
        if shape.find_custom_constraints():
            raise NotCompiled("it uses a constraint component of its own")
        graph = self._shapes.graph
        if any(graph.value(shape.node, predicate) is not None for predicate in (SH.expression, SH.js)):
            raise NotCompiled("it uses expressions or scripts")
        used = {predicate for predicate, _ in graph.predicate_objects(shape.node)} & set(ALL_CONSTRAINT_PARAMETERS)
        for kind in sorted(
            {CONSTRAINT_PARAMETERS_MAP[predicate] for predicate in used}, key=lambda kind: kind.__name__
        ):
            try:
                component = kind(shape)
            except ConstraintLoadWarning:  # pySHACL passes over it
                continue
            yield self._constraint(component)

    def _constraint(self, component: Any) -> Constraint:
        if isinstance(component, SPARQLBasedConstraint):
            return Sparql(component)
        made = value_test(component) or set_test(component) or logic_test(component, self.shape)
        if made is None:
            raise NotCompiled(f"nothing is known of {component.constraint_name()}")
        return made
