"""A graph while it is being written: a set of triples with a few shorthands."""

from collections.abc import Iterable

from councilgraph import rdf
from councilgraph.namespaces import CG, RDF, RDFS
from councilgraph.rdf import Literal, NamedNode, Triple
from councilgraph.resolve.dates import Bounds, first_day, last_day


class Graph:
    """Collects triples; `lines` is the canonical form.

    Args:
        labels: what nodes are called by IRI, shared by graphs: the first to name a node decides.
    """

    def __init__(self, labels: dict[str, str]) -> None:
        self._labels = labels
        self._triples: list[Triple] = []

    def add(self, subject: NamedNode, predicate: NamedNode, value: NamedNode | Literal | None) -> None:
        """One triple; no value, no triple."""
        if value is not None:
            self._triples.append(Triple(subject, predicate, value))

    def node(self, subject: NamedNode, types: Iterable[NamedNode], label: str) -> None:
        """Types and the one label, which every graph restates for each node that it mentions."""
        for kind in types:
            self.add(subject, RDF.type, kind)
        self.add(subject, RDFS.label, rdf.text(self._labels.setdefault(subject.value, label)))

    def label(self, subject: NamedNode) -> str:
        """What a node is called that a graph has written already."""
        return self._labels[subject.value]

    def bounds(self, subject: NamedNode, bounds: Bounds) -> None:
        """The four bounds that are known, and the day to sort by."""
        for predicate, day in (
            (CG.earliestStart, bounds.earliest_start),
            (CG.latestStart, bounds.latest_start),
            (CG.earliestEnd, bounds.earliest_end),
            (CG.latestEnd, bounds.latest_end),
            (CG.date, bounds.earliest_start),
        ):
            if day:
                self.add(subject, predicate, rdf.day(day))

    def published(self, subject: NamedNode, day: str | None) -> None:
        """Between which days the report on an inspection was published, from a day or part of one."""
        for predicate, bound in ((CG.earliestPublication, first_day(day)), (CG.latestPublication, last_day(day))):
            if bound:
                self.add(subject, predicate, rdf.day(bound))

    def lines(self) -> list[str]:
        """The canonical form, as `rdf.lines`."""
        return rdf.lines(self._triples)
