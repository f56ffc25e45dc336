"""A shape as constraints that are asked for all its focus nodes at once."""

from collections.abc import Iterator
from functools import reduce
from operator import or_

from pyshacl.shape import Shape

from councilgraph.store.protocol import Term
from councilgraph.validate.compiled.constraint import Constraint, Found
from councilgraph.validate.compiled.nodes import Nodes
from councilgraph.validate.compiled.path import Scope
from councilgraph.validate.compiled.reads import Read, Way
from councilgraph.validate.compiled.run import Run


class CompiledShape:
    """A shape; one that is switched off has no constraints."""

    def __init__(self, shape: Shape, constraints: list[Constraint]) -> None:
        self.shape = shape
        self.constraints = constraints

    @property
    def is_property_shape(self) -> bool:
        """Whether it has a path."""
        return bool(self.shape.is_property_shape)

    def results(self, run: Run, scope: Scope) -> Iterator[tuple[Term, Found]]:
        """Results for the nodes of a scope, each with the node that it came of.

        Raises:
            NotCompiled: the data hold what cannot be told by queries.
        """
        for constraint in self.constraints:
            yield from constraint.results(run, scope)

    def reads(self, way: Way) -> Iterator[Read]:
        """What it looks at, where it applies to the nodes that a way leads to.

        Raises:
            Unbounded: that cannot be told.
        """
        for constraint in self.constraints:
            yield from constraint.reads(way)

    def failing(self, run: Run, scope: Scope) -> Nodes:
        """The nodes of a scope that do not conform; of others, it may say either.

        Raises:
            NotCompiled: the data hold what cannot be told by queries.
        """
        return reduce(or_, (constraint.failing(run, scope) for constraint in self.constraints), Nodes())
