"""Results of a validation as SHACL has them, whichever engine found them, and the report of the specification."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rdflib import RDF, SH, BNode, Graph, Literal
from rdflib.term import Node

from councilgraph.validate.compiled import Found
from councilgraph.validate.terms import ShapesGraph, node_of


@dataclass(frozen=True, slots=True)
class Result:
    """One sh:ValidationResult; SHACL, section 3.6.2.

    Attributes:
        component: the constraint component.  shape: the shape that the constraint is of.  source: the SPARQL constraint.
    """

    focus: Node
    path: Node | None
    value: Node | None
    component: Node
    shape: Node
    severity: Node
    messages: tuple[str, ...] = ()
    source: Node | None = None


def of_found(found: Found, words: Graph) -> Result:
    """What a compiled shape found.

    Args:
        words: any graph; its prefixes shorten names in messages.
    """
    shape = found.shape
    path = node_of(found.path) if found.path is not None else shape.path()
    focus, value = node_of(found.focus), node_of(found.value) if found.value is not None else None
    own = list(shape.message)
    texts = [message for message in found.messages if message not in own] + own
    if not texts:
        texts = found.constraint.make_generic_messages(words, focus, value)
    messages = tuple(_filled(str(text), found) for text in texts)
    return Result(focus, path, value, found.kind, shape.node, shape.severity, messages, found.source)


def of_report(report: Graph) -> Iterator[Result]:
    """What a report holds."""
    for node in report.objects(report.value(predicate=RDF.type, object=SH.ValidationReport), SH.result):
        focus, path, value, component, shape, severity, source = (report.value(node, part) for part in _PARTS)
        assert focus is not None and component is not None and shape is not None and severity is not None
        messages = tuple(map(str, report.objects(node, SH.resultMessage)))
        yield Result(focus, path, value, component, shape, severity, messages, source)


def report_graph(results: Iterable[Result], shapes: Graph, *, conforms: bool) -> Graph:
    """The sh:ValidationReport, with what blank nodes of the shapes say of themselves."""
    graph = ShapesGraph()
    report = BNode()
    graph.add((report, RDF.type, SH.ValidationReport))
    graph.add((report, SH.conforms, Literal(conforms)))
    told: set[Node] = set()
    for result in results:
        node = BNode()
        graph.add((report, SH.result, node))
        graph.add((node, RDF.type, SH.ValidationResult))
        values = (
            result.focus,
            result.path,
            result.value,
            result.component,
            result.shape,
            result.severity,
            result.source,
        )
        for predicate, value in zip(_PARTS, values, strict=True):
            if value is not None:
                graph.add((node, predicate, value))
        for message in result.messages:
            graph.add((node, SH.resultMessage, Literal(message)))
        for part in (result.path, result.shape, result.source):
            _tell(part, shapes, graph, told)
    return graph


_PARTS = (
    SH.focusNode, SH.resultPath, SH.value, SH.sourceConstraintComponent, SH.sourceShape, SH.resultSeverity, SH.sourceConstraint,
)  # fmt: skip


def _tell(node: Node | None, shapes: Graph, graph: Graph, told: set[Node]) -> None:
    if isinstance(node, BNode) and node not in told:
        told.add(node)
        for predicate, value in shapes.predicate_objects(node):
            graph.add((node, predicate, value))
            _tell(value, shapes, graph, told)


def _filled(message: str, found: Found) -> str:
    """SHACL, section 5.3.2: a message with the values of its query in it."""
    bound = found.bound
    return re.sub(r"\{[?$](\w+)\}", lambda m: str(bound.get(m[1], m[0])), message) if bound else message
