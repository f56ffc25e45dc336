"""Results of a validation as SHACL has them, whichever engine found them."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from rdflib import RDF, SH, Graph
from rdflib.term import Node

from councilgraph.validate.compiled import Found
from councilgraph.validate.terms import node_of, term_of, text_of


@dataclass(frozen=True, slots=True)
class Result:
    """One sh:ValidationResult; SHACL, section 3.6.2.

    Attributes:
        component: the constraint component.  shape: the shape that the constraint is of.  source: the SPARQL constraint.
        details: the results of the shape that a value should conform to, where that is all that is asked.
    """

    focus: Node
    path: Node | None
    value: Node | None
    component: Node
    shape: Node
    severity: Node
    messages: tuple[str, ...] = ()
    source: Node | None = None
    details: tuple["Result", ...] = ()

    def to_text(self) -> str:
        """All of it in a line, for `of_text`."""
        return json.dumps(self._values())

    def _values(self) -> list[Any]:
        nodes = (self.focus, self.path, self.value, self.component, self.shape, self.severity, self.source)
        details = [detail._values() for detail in self.details]
        return [*(text_of(node) if node is not None else None for node in nodes), list(self.messages), details]


def of_text(text: str) -> Result:
    """The result that a line stands for."""
    return _of_values(json.loads(text))


def _of_values(values: list[Any]) -> Result:
    focus, path, value, component, shape, severity, source = (t and term_of(t) for t in values[:-2])
    messages, details = values[-2:]
    return Result(
        focus, path, value, component, shape, severity, tuple(messages), source, tuple(map(_of_values, details))
    )


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
    details = tuple(of_found(detail, words) for detail in found.details)
    return Result(focus, path, value, found.kind, shape.node, shape.severity, messages, found.source, details)


def of_report(report: Graph) -> Iterator[Result]:
    """What a report holds."""
    for node in report.objects(report.value(predicate=RDF.type, object=SH.ValidationReport), SH.result):
        yield _of_node(report, node)


def _of_node(report: Graph, node: Node) -> Result:
    focus, path, value, component, shape, severity, source = (report.value(node, part) for part in _PARTS)
    assert focus is not None and component is not None and shape is not None and severity is not None
    messages = tuple(map(str, report.objects(node, SH.resultMessage)))
    details = tuple(_of_node(report, detail) for detail in report.objects(node, SH.detail))
    return Result(focus, path, value, component, shape, severity, messages, source, details)


_PARTS = (
    SH.focusNode, SH.resultPath, SH.value, SH.sourceConstraintComponent, SH.sourceShape, SH.resultSeverity, SH.sourceConstraint,
)  # fmt: skip


def _filled(message: str, found: Found) -> str:
    """SHACL, section 5.3.2: a message with the values of its query in it."""
    bound = found.bound
    return re.sub(r"\{[?$](\w+)\}", lambda m: str(bound.get(m[1], m[0])), message) if bound else message
