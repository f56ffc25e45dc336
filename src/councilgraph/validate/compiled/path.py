"""Property paths: as SPARQL, and the properties that they look at on the way.

Sections are those of the SHACL Recommendation of 2017.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rdflib import RDF, SH, Graph, Literal, URIRef
from rdflib.term import Node

from councilgraph.validate.compiled.run import NotCompiled
from councilgraph.validate.terms import text_of

_DEEPEST = 50
"""Of paths within paths; beyond is a path that holds itself."""
_REPEATED = ((SH.zeroOrMorePath, "*"), (SH.oneOrMorePath, "+"), (SH.zeroOrOnePath, "?"))


@dataclass(frozen=True, slots=True)
class Scope:
    """A pattern that binds a variable to every node in question, some of them more than once."""

    pattern: str
    depth: int = 0

    @property
    def node(self) -> str:
        """The variable."""
        return f"?n{self.depth}"

    @property
    def distinct(self) -> str:
        """A pattern that binds the variable to every node once."""
        return f"{{ SELECT DISTINCT {self.node} WHERE {{ {self.pattern} }} }}"


@dataclass(frozen=True, slots=True)
class Step:
    """A property that a path looks at, from the nodes that its part ``before`` leads to; None: where it begins."""

    before: "Path | None"
    predicate: str
    is_inverse: bool = False

    def after(self, path: "Path") -> "Step":
        """The same behind another path."""
        before = (
            path if self.before is None else Path(f"({path.text}/{self.before.text})", path.stays and self.before.stays)
        )
        return Step(before, self.predicate, self.is_inverse)


@dataclass(frozen=True, slots=True)
class Path:
    """A property path in SPARQL.

    Attributes:
        stays: whether it leads from any node to that node itself, even one that no triple mentions.
        is_property: whether it is one property, which a test looks up in no time for one node after the other.
        steps: what it looks at.  back: what it looks at if it is walked the other way.
        sign: how it is made of ``parts``: ``/``, ``|``, ``^``, ``*``, ``+`` or ``?``; empty for one property.
    """

    text: str
    stays: bool = False
    is_property: bool = False
    steps: tuple[Step, ...] = field(default=(), compare=False, repr=False)
    back: tuple[Step, ...] = field(default=(), compare=False, repr=False)
    sign: str = field(default="", compare=False, repr=False)
    parts: tuple["Path", ...] = field(default=(), compare=False, repr=False)

    @property
    def inverse(self) -> "Path":
        """The path walked the other way."""
        return Path(f"(^{self.text})", self.stays, steps=self.back, back=self.steps, sign="^", parts=(self,))

    def values(self, scope: Scope) -> Scope:
        """The value nodes of the nodes of a scope, whose variable is still bound to the node that they come from."""
        value = f"?n{scope.depth + 1}"
        reached = f"{scope.pattern} {scope.node} {self.text} {value} ."
        if self.stays:
            reached = f"{{ {reached} }} UNION {{ {scope.pattern} BIND({scope.node} AS {value}) }}"
        return Scope(reached, scope.depth + 1)

    def lacking(self, scope: Scope, test: str = "") -> str:
        """What keeps the nodes of a scope, and the values if they are bound, that are not linked so.

        A test of more than one pattern for each solution takes a time that grows with the square of the data, and one
        for all solutions does not.

        Args:
            test: a filter on the values in question.
        """
        values = self.values(scope)
        if self.is_property:
            return f"FILTER NOT EXISTS {{ {scope.node} {self.text} {values.node} {test} }}"
        return (
            f"MINUS {{ {values.pattern} {test} }}" if not self.stays else f"MINUS {{ {{ {values.pattern} }} {test} }}"
        )


def path_of(graph: Graph, path: Node, depth: int = 0) -> Path:
    """Section 2.3.1.

    Raises:
        NotCompiled: it is no path.
    """
    if isinstance(path, URIRef):
        return a_property(text_of(path))
    if isinstance(path, Literal) or depth > _DEEPEST:
        raise NotCompiled("its path is no property path")
    if graph.value(path, RDF.first) is not None:
        return a_sequence(_members(graph, path, depth))
    if (inverse := graph.value(path, SH.inversePath)) is not None:
        return path_of(graph, inverse, depth + 1).inverse
    if (choices := graph.value(path, SH.alternativePath)) is not None:
        return a_choice(_members(graph, choices, depth))
    for predicate, sign in _REPEATED:
        if (repeated := graph.value(path, predicate)) is not None:
            return a_repetition(path_of(graph, repeated, depth + 1), sign)
    raise NotCompiled("its path is no property path")


def _members(graph: Graph, list_of_paths: Node, depth: int) -> list[Path]:
    try:
        members = [path_of(graph, member, depth + 1) for member in graph.items(list_of_paths)]
    except ValueError:  # a list that holds itself
        members = []
    if len(members) < 2:
        raise NotCompiled("its path is no property path")
    return members


def a_property(text: str) -> Path:
    """The path that is one property."""
    return Path(text, is_property=True, steps=(Step(None, text),), back=(Step(None, text, True),))


def a_sequence(parts: list[Path]) -> Path:
    """One path after the other."""
    return Path(
        f"({'/'.join(part.text for part in parts)})",
        all(part.stays for part in parts),
        steps=tuple(_in_turn([(part, part.steps) for part in parts])),
        back=tuple(_in_turn([(part.inverse, part.back) for part in reversed(parts)])),
        sign="/",
        parts=tuple(parts),
    )


def a_choice(ways: list[Path]) -> Path:
    """Any of some paths."""
    return Path(
        f"({'|'.join(way.text for way in ways)})",
        any(way.stays for way in ways),
        steps=tuple(step for way in ways for step in way.steps),
        back=tuple(step for way in ways for step in way.back),
        sign="|",
        parts=tuple(ways),
    )


def a_repetition(inner: Path, sign: str) -> Path:
    """A path as often as the sign ``*``, ``+`` or ``?`` says."""
    steps, back = inner.steps, inner.back
    if sign != "?":
        steps = tuple(step.after(Path(f"({inner.text}*)", True)) for step in steps)
        back = tuple(step.after(Path(f"({inner.inverse.text}*)", True)) for step in back)
    stays = sign != "+" or inner.stays
    return Path(f"({inner.text}{sign})", stays, steps=steps, back=back, sign=sign, parts=(inner,))


def _in_turn(parts: list[tuple[Path, tuple[Step, ...]]]) -> Iterator[Step]:
    before: Path | None = None
    for part, steps in parts:
        yield from (steps if before is None else (step.after(before) for step in steps))
        text, stays = (
            (part.text, part.stays) if before is None else (f"{before.text}/{part.text}", before.stays and part.stays)
        )
        before = Path(text, stays)
