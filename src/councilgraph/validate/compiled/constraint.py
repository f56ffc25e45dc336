"""What the kinds of constraints have in common, and results as pySHACL would report them."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pyshacl.constraints.constraint_component import ConstraintComponent
from pyshacl.errors import ReportableRuntimeError
from pyshacl.shape import Shape
from rdflib import URIRef
from rdflib.term import Node

from councilgraph.store.protocol import Term
from councilgraph.validate.compiled.nodes import Nodes
from councilgraph.validate.compiled.run import NotCompiled, Run
from councilgraph.validate.compiled.scope import Path, Scope, path_of


@dataclass(frozen=True, slots=True)
class Found:
    """A result: a focus node that does not fulfil a constraint.

    Attributes:
        kind: the constraint component.
        path: where it is not that of the shape.
        source: the SPARQL constraint, and ``bound`` what its query gave.
        details: what the shape that a value should conform to finds fault with.
    """

    constraint: ConstraintComponent
    kind: Node
    focus: Term
    value: Term | None = None
    path: Term | None = None
    source: Node | None = None
    messages: Iterable[Node] = ()
    bound: Mapping[str, Node] | None = None
    details: tuple["Found", ...] = ()

    @property
    def shape(self) -> Shape:
        """The shape that the constraint is of."""
        shape: Shape = self.constraint.shape
        return shape


class Constraint(ABC):
    """One constraint of one shape, as queries over all focus nodes of a scope."""

    def __init__(self, component: Any) -> None:
        self._component = component
        self._shape: Shape = component.shape
        path = self._shape.path() if self._shape.is_property_shape else None
        self._path: Path | None = path_of(self._shape.sg.graph, path) if path is not None else None

    @abstractmethod
    def results(self, run: Run, scope: Scope) -> Iterator[tuple[Term, Found]]:
        """Results for the nodes of a scope, each with the node of the scope that it came of."""

    def failing(self, run: Run, scope: Scope) -> Nodes:
        """The nodes of a scope that do not fulfil the constraint; of others, it may say either."""
        return Nodes.of(focus for focus, _ in self.results(run, scope))

    def values(self, scope: Scope) -> Scope:
        """The value nodes of the nodes of a scope."""
        return self._path.values(scope) if self._path else scope

    def pairs(self, run: Run, scope: Scope, *filters: str) -> Iterator[tuple[Term, Term]]:
        """Nodes of a scope with their value nodes."""
        values = self.values(scope)
        where = " ".join((f"{{ {values.pattern} }}", *filters))
        shown = f"{scope.node} {values.node}" if self._path else scope.node
        for row in run.tuples(f"SELECT DISTINCT {shown} WHERE {{ {where} }}"):
            yield row[0], row[-1]

    def of_values(self, run: Run, scope: Scope, values: Nodes) -> Nodes:
        """The nodes of a scope that have one of some values."""
        if not self._path or values.is_empty:
            return values
        return Nodes.of(focus for focus, value in self.pairs(run, scope) if value in values)

    def found(self, focus: Term, value: Term | None = None, kind: URIRef | None = None, **more: Any) -> Found:
        """A result."""
        return Found(self._component, kind or self._component.shacl_constraint_component, focus, value, **more)


@contextmanager
def refusals() -> Iterator[None]:
    """What pySHACL's own code cannot judge is not judged here either.

    Raises:
        NotCompiled: in place of whatever it raises.
    """
    try:
        yield
    except (ReportableRuntimeError, TypeError, ValueError, ArithmeticError, NotImplementedError) as error:
        raise NotCompiled(f"pySHACL cannot tell of a value: {getattr(error, 'message', error)}") from error
