"""The standard report: sh:ValidationReport (SHACL, section 3.6)."""

import re
from collections.abc import Iterator
from typing import TextIO

from rdflib import BNode, Graph, Literal, URIRef
from rdflib.term import Node

from councilgraph.rdf import PREFIXES
from councilgraph.validate.report import Report
from councilgraph.validate.results import Result
from councilgraph.validate.terms import text_of

_NAME = re.compile(r"[A-Za-z_][\w-]*")
_ODD = re.compile(r"[^A-Za-z0-9]")


def write_turtle(report: Report, out: TextIO, limit: int) -> None:
    """The report with every result, its details, and what blank nodes of the shapes say of themselves."""
    out.writelines(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    conforms = str(report.conforms).lower()
    out.write(f"\n_:report a sh:ValidationReport ;\n    sh:conforms {conforms} .\n")
    shapes = _Shapes(report.shapes if report.shapes is not None else Graph())
    for result in report.results:
        out.write(f"\n_:report sh:result {_result(result, shapes)} .\n")
        out.writelines(shapes.told(result))


class _Shapes:
    """The shapes, whose blank nodes are numbered as they are met."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._numbers: dict[Node, int] = {}
        self._told: set[Node] = set()

    def term(self, node: Node) -> str:
        """A node of the shapes in Turtle."""
        return (
            f"_:shape{self._numbers.setdefault(node, len(self._numbers))}" if isinstance(node, BNode) else _term(node)
        )

    def told(self, result: Result) -> Iterator[str]:
        """What the blank nodes of the shapes that a result names say, each once."""
        for part in (result.path, result.shape, result.source):
            if part is not None:
                yield from self._of(part)
        for detail in result.details:
            yield from self.told(detail)

    def _of(self, node: Node) -> Iterator[str]:
        if isinstance(node, BNode) and node not in self._told:
            self._told.add(node)
            pairs = sorted(self._graph.predicate_objects(node))
            for predicate, value in pairs:
                yield f"{self.term(node)} {_term(predicate)} {self.term(value)} .\n"
            for _, value in pairs:
                yield from self._of(value)


def _result(result: Result, shapes: _Shapes, depth: int = 1) -> str:
    """A result as a blank node within another."""
    lines = ["a sh:ValidationResult", f"sh:focusNode {_term(result.focus)}"]
    lines += [f"sh:resultPath {shapes.term(result.path)}"] if result.path is not None else []
    lines += [f"sh:value {_term(result.value)}"] if result.value is not None else []
    lines += [f"sh:resultMessage {_term(Literal(message))}" for message in result.messages]
    lines += [f"sh:resultSeverity {_term(result.severity)}", f"sh:sourceShape {shapes.term(result.shape)}"]
    lines += [f"sh:sourceConstraint {shapes.term(result.source)}"] if result.source is not None else []
    lines += [f"sh:sourceConstraintComponent {_term(result.component)}"]
    lines += [f"sh:detail {_result(detail, shapes, depth + 1)}" for detail in result.details]
    indent = "    " * depth
    return "[\n" + " ;\n".join(indent + line for line in lines) + f"\n{indent[4:]}]"


def _term(node: Node) -> str:
    """A term of the data, or a name, in Turtle."""
    if isinstance(node, BNode):
        return f"_:d{_ODD.sub(lambda sign: f'_{ord(sign[0]):x}_', node)}"
    if isinstance(node, URIRef):
        for prefix, namespace in PREFIXES.items():
            if node.startswith(namespace) and _NAME.fullmatch(node[len(namespace) :]):
                return f"{prefix}:{node[len(namespace) :]}"
    return text_of(node)
