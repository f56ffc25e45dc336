"""Help, direction, appointments, plans and money in response to inspections."""

from collections import Counter

from councilgraph import rdf
from councilgraph.mapping import iris
from councilgraph.mapping.bodies import write_body, write_council
from councilgraph.mapping.concepts import concept_label, write_concept
from councilgraph.mapping.graph import Graph
from councilgraph.mapping.ledger import Ledger
from councilgraph.mapping.people import write_person
from councilgraph.mapping.spans import SpanWriter
from councilgraph.namespaces import CG, PROV
from councilgraph.rdf import NamedNode
from councilgraph.resolve import Resolution, ResolvedRecord
from councilgraph.resolve.dates import in_words, interval, spell


def write_interventions(
    graph: Graph, spans: SpanWriter, text: ResolvedRecord, resolution: Resolution, ledger: Ledger
) -> None:
    """All interventions of a text."""
    met: Counter[NamedNode] = Counter()
    for found in text.interventions:
        told = found.intervention
        words = " ".join([told.kind, *(item.quote for item in told.evidence)])
        node = iris.by_words("intervention", text.short, words)
        met[node] += 1
        if met[node] > 1:
            node = iris.by_words("intervention", text.short, words, met[node])
        day = told.date if interval(told.date) else None
        kind = concept_label("intervention-kind", told.kind)
        parts = [f"{found.council.label}: {kind}", told.stage or "", in_words(day) if day and "/" not in day else ""]
        graph.node(node, (CG.Intervention, PROV.Entity), ", ".join(filter(None, parts)))
        graph.add(node, CG.council, write_council(graph, found.council))
        graph.add(node, CG.interventionKind, write_concept(graph, "intervention-kind", told.kind))
        graph.add(node, CG.stage, iris.concept("stage", told.stage) if told.stage else None)
        if found.person:
            graph.add(node, CG.byAgent, write_person(graph, found.person[0], resolution))
        elif found.body:
            graph.add(node, CG.byAgent, write_body(graph, found.body))
        graph.add(node, CG.amount, rdf.decimal(told.amount) if told.amount is not None else None)
        graph.add(node, CG.inspection, iris.thing("inspection", found.event.key) if found.event else None)
        if day:
            start, _, end = day.partition("/")
            graph.bounds(node, spell(start, end or start))
        spans.write(node, told.evidence)
        ledger.interventions.append((text, found, node))
