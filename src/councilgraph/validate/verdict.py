"""What shapes say of a graph, kept by shape and node, so that after a change only what it can concern is asked again.

After any change, `Verdict.after` is what a validation of the whole graph would give.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from rdflib import BNode, URIRef
from rdflib.term import Node

from councilgraph.store.lines import LineStore
from councilgraph.store.protocol import Graph
from councilgraph.validate.engine import Rechecked, every_result, recheck
from councilgraph.validate.reader import Reader
from councilgraph.validate.report import SEVERITIES
from councilgraph.validate.results import Result
from councilgraph.validate.shapes import Shapes
from councilgraph.validate.terms import text_of

Found = dict[str, dict[str, int]]
"""How many findings there are, by severity and label of the rule (``violation A council has a name``) and by node."""


@dataclass(slots=True)
class Verdict:
    """The verdict on a graph.

    Attributes:
        found: by IRI of the shape.
        is_lasting: whether it can be carried over a change: it came of compiled shapes alone, and each node has a name.
    """

    found: dict[str, Found] = field(default_factory=dict)
    is_lasting: bool = True

    @classmethod
    def of(cls, data: Graph, shapes: Shapes) -> Self:
        """What the shapes say of all data.

        Raises:
            InputError: see `engine.check`.
        """
        verdict = cls(is_lasting=not (data.has_blank or data.has_kept))
        by_shape: dict[Node | None, list[Result]] = {}
        for shape, result in every_result(data, shapes):
            by_shape.setdefault(shape, []).append(result)
        verdict.is_lasting &= None not in by_shape
        verdict._take_in(by_shape, shapes)
        return verdict

    def after(self, data: Graph, shapes: Shapes, lines: Iterable[str]) -> "Verdict | None":
        """The verdict after a change, in a time that does not grow with the data; None, where that is not to be had.

        Args:
            data: as they are after the change.
            lines: canonical N-Triples lines that the data lost or won.
        """
        if not self.is_lasting or data.has_blank or data.has_kept:
            return None
        again = recheck(data, shapes, lines)
        if again is None:
            return None
        after = Verdict({shape: _less(found, again, shape) for shape, found in self.found.items()})
        by_shape: dict[Node | None, list[Result]] = {}
        for shape, result in again.results:
            by_shape.setdefault(shape, []).append(result)
        after._take_in(by_shape, shapes)
        return after

    def summary(self) -> dict[str, Any]:
        """Verdict and counts as plain values, as `Report.summary` gives them."""
        counts: Counter[tuple[str, str]] = Counter()
        for found in self.found.values():
            for kind, nodes in found.items():
                severity, _, label = kind.partition(" ")
                counts[severity, label] += sum(nodes.values())
        counts = +counts
        severities = {level: sum(n for (s, _), n in counts.items() if s == level) for level in SEVERITIES}
        rules: dict[str, int] = {}
        for (_, label), number in sorted(
            counts.items(), key=lambda one: (SEVERITIES.index(one[0][0]), -one[1], one[0][1])
        ):
            rules[label] = rules.get(label, 0) + number
        return {"conforms": not severities[SEVERITIES[0]], "severities": severities, "rules": rules}

    def to_dict(self) -> dict[str, Any]:
        """As plain values."""
        return asdict(self)

    def _take_in(self, results: dict[Node | None, list[Result]], shapes: Shapes) -> None:
        reader = Reader(LineStore(), shapes)  # it knows no names, which two values might share
        for shape, of_shape in results.items():
            if isinstance(shape, BNode):
                self.is_lasting = False
            findings = {(text_of(result.focus), reader.finding(result)) for result in of_shape}
            found = self.found.setdefault(str(shape), {})
            for node, finding in findings:
                nodes = found.setdefault(f"{finding.severity} {finding.rule_label}", {})
                nodes[node] = nodes.get(node, 0) + 1


def _less(found: Found, again: Rechecked, shape: str) -> Found:
    """What was found of nodes that were not looked at again."""
    concerned = again.concerned[URIRef(shape)]
    if concerned is None:
        return {}
    return {kind: {n: c for n, c in nodes.items() if n not in concerned} for kind, nodes in found.items()}
