"""What shapes say of a graph, kept by shape and node, so that after a change only what it can concern is asked again.

After any change, `Verdict.after` is what a validation of the whole graph would give.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Self

from councilgraph.store.protocol import Graph
from councilgraph.validate.findings import SEVERITIES

if TYPE_CHECKING:  # whoever only reads a verdict needs no engine
    from councilgraph.validate.recheck import ByShape
    from councilgraph.validate.shapes import Shapes

Found = dict[str, dict[str, int]]
"""How many findings there are, by severity and label of the rule (``violation A council has a name``) and by node."""


@dataclass(slots=True)
class Verdict:
    """The verdict on a graph.

    Attributes:
        found: by IRI of the shape; None, where it cannot be carried over a change: since pySHACL found it, or since there
            are nodes without a name, or literals that the store does not keep as they are.
        said: in that case, its summary.
    """

    found: dict[str, Found] | None = None
    said: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def of(cls, data: Graph, shapes: "Shapes") -> Self:
        """What the shapes say of all data.

        Raises:
            InputError: see `engine.check`.
        """
        from rdflib import BNode

        from councilgraph.validate.engine import check
        from councilgraph.validate.recheck import results_by_shape

        found = results_by_shape(data, shapes)
        if found is None:
            return cls(said=check(data, shapes).summary())
        verdict = cls({})
        verdict._take_in(found, shapes)
        if data.has_blank or data.has_kept or any(isinstance(shape, BNode) for shape in found):
            return cls(said=verdict.summary())
        return verdict

    def after(self, data: Graph, shapes: "Shapes", lines: Iterable[str]) -> "Verdict | None":
        """The verdict after a change, in a time that does not grow with the data; None, where that is not to be had.

        Args:
            data: as they are after the change.
            lines: canonical N-Triples lines that the data lost or won.
        """
        if self.found is None or data.has_blank or data.has_kept:
            return None
        from councilgraph.validate.recheck import recheck

        again = recheck(data, shapes, lines)
        if again is None:
            return None
        concerned = {str(shape): nodes for shape, nodes in again.concerned.items()}
        after = Verdict({shape: _less(found, concerned[shape]) for shape, found in self.found.items()})
        after._take_in(again.results, shapes)
        return after

    def summary(self) -> dict[str, Any]:
        """Verdict and counts as plain values, as `Report.summary` gives them."""
        if self.found is None:
            return self.said
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
        return {"found": self.found, "said": self.said}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """The verdict that `to_dict` wrote."""
        return cls(data["found"], data["said"])

    def _take_in(self, results: "ByShape", shapes: "Shapes") -> None:
        from councilgraph.store.lines import LineStore
        from councilgraph.validate.reader import Reader

        assert self.found is not None
        reader = Reader(LineStore(), shapes, lambda result: None)  # it knows no names, which two values might share
        for shape, of_shape in results.items():
            found = self.found.setdefault(str(shape), {})
            for node, finding in {(node, reader.finding(result)) for node, result in of_shape}:
                nodes = found.setdefault(f"{finding.severity} {finding.rule_label}", {})
                nodes[node] = nodes.get(node, 0) + 1


def _less(found: Found, concerned: frozenset[str] | None) -> Found:
    """What was found of nodes that were not looked at again; None: all were."""
    if concerned is None:
        return {}
    return {kind: {n: c for n, c in nodes.items() if n not in concerned} for kind, nodes in found.items()}
