"""Figures about councils and places, each tied to its words."""

from collections import Counter

from councilgraph import rdf
from councilgraph.mapping import iris
from councilgraph.mapping.bodies import write_council
from councilgraph.mapping.claims import COMPARISONS
from councilgraph.mapping.concepts import concept_label, write_concept
from councilgraph.mapping.graph import Graph
from councilgraph.mapping.ledger import Ledger
from councilgraph.mapping.spans import SpanWriter
from councilgraph.model import Statistic
from councilgraph.namespaces import CG, PROV
from councilgraph.rdf import NamedNode
from councilgraph.resolve import ResolvedRecord
from councilgraph.resolve.dates import Bounds, interval, spell
from councilgraph.resolve.names import slug


def write_statistics(graph: Graph, spans: SpanWriter, text: ResolvedRecord, ledger: Ledger) -> None:
    """All figures of a text; one that counts a part is tied to that for the whole of the same day."""
    met: Counter[NamedNode] = Counter()
    written: dict[tuple[str | None, str, str | None], NamedNode] = {}
    for found in text.statistics:
        statistic = found.statistic
        about = _about(graph, text, statistic)
        if about is None:
            continue
        words = " ".join([statistic.measure, f"{statistic.value:g}", *(item.quote for item in statistic.evidence)])
        node = iris.by_words("statistic", text.short, words)
        met[node] += 1
        if met[node] > 1:
            node = iris.by_words("statistic", text.short, words, met[node])
        predicate, subject, label = about
        measure = concept_label("measure", statistic.measure)
        if found.grade:
            measure += f", {found.grade.label}{COMPARISONS.get(statistic.comparator or '=', '')}"
        when = f", {statistic.period}" if statistic.period and not statistic.period.startswith("P") else ""
        graph.node(node, (CG.Statistic, PROV.Entity), f"{label}: {measure}: {statistic.value:g}{when}")
        graph.add(node, predicate, subject)
        graph.add(node, CG.measure, write_concept(graph, "measure", statistic.measure))
        unit = statistic.unit_kind
        graph.add(node, CG.unitKind, write_concept(graph, "unit-kind", unit) if unit else None)
        graph.add(node, CG.value, rdf.decimal(statistic.value))
        graph.add(node, CG.qualifier, iris.concept("qualifier", statistic.qualifier))
        graph.add(node, CG.population, rdf.decimal(statistic.population) if statistic.population is not None else None)
        if found.grade:
            graph.add(node, CG.gradeLimit, iris.concept(found.grade.scale, found.grade.key))
            graph.add(node, CG.comparator, rdf.text(statistic.comparator or "="))
            ledger.statistics.append((text, found, node))
        for member in found.members:
            graph.add(node, CG.member, write_council(graph, member))
        graph.add(node, CG.listComplete, rdf.boolean(True) if statistic.list_complete else None)
        graph.bounds(node, _bounds(statistic.period))
        key = (statistic.council or statistic.place, statistic.measure, statistic.period)
        written.setdefault(key, node)
        if statistic.subset_of:
            graph.add(node, CG.subsetOf, written.get((key[0], statistic.subset_of, statistic.period)))
        spans.write(node, statistic.evidence)


def _about(graph: Graph, text: ResolvedRecord, statistic: Statistic) -> tuple[NamedNode, NamedNode, str] | None:
    """The council or the place that a figure is about, with the property that says so."""
    if statistic.council in text.councils:
        reference = text.councils[statistic.council]
        return CG.council, iris.thing("council", reference.key), reference.label
    if statistic.place:
        place = iris.thing("place", slug(statistic.place))
        graph.node(place, (CG.Place,), statistic.place)
        return CG.place, place, statistic.place
    return None


def _bounds(period: str | None) -> Bounds:
    """A day, a part of one, or the months before a day."""
    if not period or not (days := interval(period)):
        return Bounds()
    if period.startswith("P"):
        return Bounds(days[0], days[0], days[1], days[1])
    start, _, end = period.partition("/")
    return spell(start, end or start)
