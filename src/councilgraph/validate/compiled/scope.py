"""Patterns of SPARQL for what a shape looks at: its focus nodes, and the value nodes that its path leads to.

Sections are those of the SHACL Recommendation of 2017.
"""

from collections.abc import Collection
from dataclasses import dataclass

from pyshacl.helper.sparql_query_helper import SPARQLQueryHelper
from pyshacl.shape import Shape
from rdflib import RDF, RDFS, SH, Graph, Literal, URIRef
from rdflib.term import Node

from councilgraph.validate.compiled.run import NotCompiled, Run
from councilgraph.validate.compiled.select import Select
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
class Path:
    """A property path in SPARQL.

    Attributes:
        stays: whether it leads from any node to that node itself, even one that no triple mentions.
        is_property: whether it is one property, which a test looks up in no time for one node after the other.
    """

    text: str
    stays: bool = False
    is_property: bool = False

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
        return Path(text_of(path), is_property=True)
    if isinstance(path, Literal) or depth > _DEEPEST:
        raise NotCompiled("its path is no property path")
    if graph.value(path, RDF.first) is not None:
        steps = _steps(graph, path, depth)
        return Path(f"({'/'.join(step.text for step in steps)})", all(step.stays for step in steps))
    if (inverse := graph.value(path, SH.inversePath)) is not None:
        inner = path_of(graph, inverse, depth + 1)
        return Path(f"(^{inner.text})", inner.stays)
    if (choices := graph.value(path, SH.alternativePath)) is not None:
        ways = _steps(graph, choices, depth)
        return Path(f"({'|'.join(way.text for way in ways)})", any(way.stays for way in ways))
    for predicate, sign in _REPEATED:
        if (repeated := graph.value(path, predicate)) is not None:
            inner = path_of(graph, repeated, depth + 1)
            return Path(f"({inner.text}{sign})", sign != "+" or inner.stays)
    raise NotCompiled("its path is no property path")


def _steps(graph: Graph, members: Node, depth: int) -> list[Path]:
    try:
        steps = [path_of(graph, step, depth + 1) for step in graph.items(members)]
    except ValueError:  # a list that holds itself
        steps = []
    if len(steps) < 2:
        raise NotCompiled("its path is no property path")
    return steps


def targets(shape: Shape, run: Run) -> Scope:
    """The focus nodes of a shape; section 2.1.3, and SPARQL targets of SHACL-AF."""
    patterns = target_patterns(shape, run)
    if len(patterns) == 1 and not list(shape.target_objects_of()):
        return Scope(patterns[0])
    return Scope(Scope(" UNION ".join(f"{{ {pattern} }}" for pattern in patterns)).distinct)


def target_patterns(shape: Shape, run: Run) -> list[str]:
    """Patterns each of which binds a variable to focus nodes of a shape.

    Raises:
        NotCompiled: a target is not told by a pattern.
    """
    nodes, classes, implicit, objects_of, subjects_of = map(list, shape.target())
    found = []
    if nodes:
        found.append(f"VALUES ?n0 {{ {' '.join(run.texts(nodes))} }}")
    if kinds := {*classes, *implicit}:
        found.append(instances("?n0", kinds, run))
    if subjects_of:
        found.append(_linked(subjects_of, "?n0", "?o0"))
    if objects_of:
        found.append(_linked(objects_of, "?s0", "?n0"))
    return found + [f"{{ SELECT (?this AS ?n0) WHERE {{ {{ {query} }} }} }}" for query in sparql_targets(shape)]


def instances(node: str, kinds: Collection[Node], run: Run) -> str:
    """A pattern for the SHACL instances of classes."""
    known = [run.subclasses(kind) for kind in kinds]
    if None in known:
        return " UNION ".join(f"{{ {node} {_IS_A} {run.text(kind)} . }}" for kind in kinds)
    texts = sorted({text for texts in known for text in texts or ()})
    if len(texts) == 1:
        return f"{node} {_TYPE} {texts[0]} ."
    return f"VALUES ?kind {{ {' '.join(texts)} }} {node} {_TYPE} ?kind ."


def no_instance(node: str, kind: Node, run: Run) -> str:
    """A filter: a node that is bound is no SHACL instance of a class."""
    texts = run.subclasses(kind)
    if texts is None:
        return f"FILTER NOT EXISTS {{ {node} {_IS_A} {run.text(kind)} }}"
    if len(texts) == 1:
        return f"FILTER NOT EXISTS {{ {node} {_TYPE} {texts[0]} }}"
    return f"FILTER NOT EXISTS {{ {node} {_TYPE} ?of FILTER(?of IN ({', '.join(texts)})) }}"


def sparql_targets(shape: Shape) -> list[str]:
    """The queries of its SPARQL targets (SHACL-AF, section 3.1), each as a pattern for ``?this``.

    Raises:
        NotCompiled: a target is of another type, or its query names what is not known.
    """
    graph = shape.sg.graph
    queries = []
    for target in graph.objects(shape.node, SH.target):
        select = graph.value(target, SH.select)
        if select is None:
            raise NotCompiled("a target of it is of a type of its own")
        helper = SPARQLQueryHelper(shape, target, str(select))
        helper.collect_prefixes()
        queries.append(Select(helper.select_text, helper.prefixes).text)
    return queries


def _linked(predicates: list[Node], subject: str, value: str) -> str:
    links = [f"{subject} {text} {value} ." for text in sorted(map(text_of, predicates))]
    return (
        links[0]
        if len(links) == 1
        else " UNION ".join(f"{{ SELECT DISTINCT ?n0 WHERE {{ {link} }} }}" for link in links)
    )


_TYPE = text_of(RDF.type)
_IS_A = f"{_TYPE}/{text_of(RDFS.subClassOf)}*"
