"""Figures about councils and places, each tied to its words."""

from collections import Counter
from datetime import date

from councilgraph import rdf
from councilgraph.mapping import iris
from councilgraph.mapping.graph import Graph
from councilgraph.mapping.spans import SpanWriter
from councilgraph.model import Statistic
from councilgraph.namespaces import CG, PROV
from councilgraph.rdf import NamedNode
from councilgraph.resolve import ResolvedRecord
from councilgraph.resolve.dates import Bounds, spell
from councilgraph.resolve.names import slug
from councilgraph.resolve.vocabulary import vocabulary

_YEAR_BEFORE = "P12M/"


def write_statistics(graph: Graph, spans: SpanWriter, text: ResolvedRecord) -> None:
    """All figures of a text; one that counts a part is tied to that for the whole of the same day."""
    met: Counter[NamedNode] = Counter()
    written: dict[tuple[str | None, str, str | None], NamedNode] = {}
    for statistic in text.record.statistics:
        about = _about(graph, text, statistic)
        if about is None:
            continue
        words = " ".join([statistic.measure, f"{statistic.value:g}", *(item.quote for item in statistic.evidence)])
        node = iris.by_words("statistic", text.short, words)
        met[node] += 1
        if met[node] > 1:
            node = iris.by_words("statistic", text.short, words, met[node])
        predicate, subject, label = about
        measure = vocabulary().labels.get(("measure", statistic.measure), statistic.measure)
        when = f", {statistic.period}" if statistic.period and not statistic.period.startswith("P") else ""
        graph.node(node, (CG.Statistic, PROV.Entity), f"{label}: {measure}: {statistic.value:g}{when}")
        graph.add(node, predicate, subject)
        graph.add(node, CG.measure, iris.concept("measure", statistic.measure))
        graph.add(node, CG.unitKind, iris.concept("unit-kind", statistic.unit_kind) if statistic.unit_kind else None)
        graph.add(node, CG.value, rdf.decimal(statistic.value))
        graph.add(node, CG.qualifier, iris.concept("qualifier", statistic.qualifier))
        graph.add(node, CG.population, rdf.decimal(statistic.population) if statistic.population is not None else None)
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
    """A day, a part of one, or the year before a day."""
    if period and period.startswith(_YEAR_BEFORE):
        end = date.fromisoformat(period.removeprefix(_YEAR_BEFORE))
        # A year before the 29th of February is the 28th.
        start = date(end.year - 1, end.month, min(end.day, 28) if end.month == 2 else end.day)
        return spell(start.isoformat(), end.isoformat())
    return spell(period, period)
