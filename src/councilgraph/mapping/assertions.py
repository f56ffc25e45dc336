"""What a document asserts: inspections, judgements and findings, each tied to its words."""

from collections import Counter
from dataclasses import replace

from councilgraph import rdf
from councilgraph.mapping import iris
from councilgraph.mapping.bodies import write_council
from councilgraph.mapping.claims import write_claims
from councilgraph.mapping.documents import write_organisation
from councilgraph.mapping.graph import Graph
from councilgraph.mapping.interventions import write_interventions
from councilgraph.mapping.ledger import Ledger
from councilgraph.mapping.people import write_people, write_person
from councilgraph.mapping.spans import SpanWriter
from councilgraph.mapping.statistics import write_statistics
from councilgraph.model import Evidence, Inspection
from councilgraph.namespaces import CG, ORG, PROV
from councilgraph.rdf import NamedNode
from councilgraph.resolve import Resolution, ResolvedRecord
from councilgraph.resolve.dates import edtf, in_words, partial
from councilgraph.resolve.events import Event
from councilgraph.resolve.families import OVERALL, conductors, family_of
from councilgraph.resolve.people import person_key
from councilgraph.resolve.vocabulary import printed_number, vocabulary

# The property of an inspection that the words under a key of the record prove.
_SUPPORTS = {
    "council": CG.council,
    "framework": CG.framework,
    "start": CG.earliestStart,
    "end": CG.latestEnd,
    "lead_inspectors": CG.leadInspector,
    "published": CG.earliestPublication,
    "visit_type": CG.inspectionKind,
}
_DATED = ("start", "end", "periods", "date_words")


def write_assertions(
    graph: Graph, text: ResolvedRecord, version: NamedNode, resolution: Resolution, ledger: Ledger
) -> None:
    """All that one text says, into its own graph; what is held against other texts later goes into the ledger."""
    spans = SpanWriter(graph, version, text.key)
    for inspection in text.record.inspections:
        if event := text.events.get(inspection.id):
            _inspection(graph, spans, text, inspection, event, resolution)
    for reference in text.councils.values():
        write_council(graph, reference)
    _judgements(graph, spans, text)
    _findings(graph, spans, text)
    write_people(graph, spans, text, resolution)
    write_statistics(graph, spans, text, ledger)
    write_claims(graph, spans, text, resolution, ledger)
    write_interventions(graph, spans, text, resolution, ledger)


def event_label(event: Event) -> str:
    """“Northmere County Council, ILACS, May 2024”, by month where that is known, else by year or by publication."""
    words = vocabulary()
    kind = words.framework_labels.get(event.kind) or words.labels.get(("inspection-kind", event.kind), event.kind)
    start = partial(event.bounds.earliest_start, event.bounds.latest_start)
    published = f"published {in_words(event.published[:7])}" if event.published else "date not known"
    return f"{event.council.label}, {kind}, {in_words(start[:7]) if start else published}"


def _board(graph: Graph, event: Event, council: NamedNode) -> NamedNode:
    """The safeguarding board that was reviewed, which is not the council."""
    node = iris.board(event.council.key)
    graph.node(node, (CG.Partnership, ORG.Organization), f"Local Safeguarding Children Board of {event.council.label}")
    graph.add(node, CG.council, council)
    return node


def _inspection(
    graph: Graph, spans: SpanWriter, text: ResolvedRecord, inspection: Inspection, event: Event, resolution: Resolution
) -> None:
    node = iris.thing("inspection", event.key)
    council = write_council(graph, event.council)
    graph.node(node, (CG.Inspection,), event_label(event))
    graph.add(node, CG.council, council)
    graph.add(node, CG.inspectedBody, _board(graph, event, council) if event.body else council)
    version = resolution.versions.get(event.key)
    for body in event.bodies or conductors(version, event.kind):
        graph.add(node, CG.conductedBy, write_organisation(graph, body))
    graph.add(node, CG.framework, iris.concept("framework-version", version) if version else None)
    graph.add(node, CG.inspectionKind, iris.concept("inspection-kind", event.kind))
    if (text.key, inspection.id) in event.dated_by:
        graph.bounds(node, event.bounds)
    if inspection.published == event.published:
        graph.published(node, event.published)
    for name in inspection.lead_inspectors:
        graph.add(node, CG.leadInspector, write_person(graph, person_key(name, inspection.bodies), resolution))
    printed_date = {
        CG.printedDate: inspection.date_words,
        CG.edtf: edtf(inspection.start, inspection.end, inspection.periods),
    }
    for item in inspection.evidence or _named(text, inspection):
        dated = item.supports in _DATED
        spans.write(node, [item], supports=_SUPPORTS.get(item.supports or ""), printed=printed_date if dated else None)


def _named(text: ResolvedRecord, inspection: Inspection) -> list[Evidence]:
    """Where a text names the council of an inspection of which it says no more than what was graded."""
    named = [council for council in text.record.councils if council.name == inspection.council]
    return [replace(span, supports="council") for council in named for span in council.evidence]


def _judgements(graph: Graph, spans: SpanWriter, text: ResolvedRecord) -> None:
    for found in text.judgements:
        event = text.events.get(found.judgement.inspection)
        if event is None:
            continue
        node = iris.judgement(event.key, found.area, found.grade.key)
        area = vocabulary().area_labels[found.area]
        graph.node(node, (CG.Judgement, PROV.Entity), f"{event_label(event)}: {area}: {found.grade.label}")
        graph.add(node, CG.inspection, iris.thing("inspection", event.key))
        graph.add(node, CG.council, iris.thing("council", event.council.key))
        graph.add(node, CG.area, iris.concept("judgement-area", found.area))
        graph.add(node, CG.grade, iris.concept(found.grade.scale, found.grade.key))
        graph.add(node, CG.band, rdf.integer(found.grade.band) if found.grade.band else None)
        number, bare = found.judgement.number, printed_number(found.judgement.grade)
        printed = {
            CG.printedGrade: None if bare else found.judgement.grade,
            CG.printedArea: found.judgement.area,
            CG.printedNumber: str(number) if number is not None else bare,
        }
        spans.write(node, found.judgement.evidence, supports=CG.grade, basis=found.judgement.basis, printed=printed)


def _findings(graph: Graph, spans: SpanWriter, text: ResolvedRecord) -> None:
    met: Counter[NamedNode] = Counter()
    order: Counter[str] = Counter()
    for finding in text.record.findings:
        event = text.events.get(finding.inspection)
        if event is None or not finding.evidence:
            continue
        words = " ".join(item.quote for item in finding.evidence)
        node = iris.by_words("finding", text.short, words)
        met[node] += 1
        order[finding.type] += 1
        if met[node] > 1:
            node = iris.by_words("finding", text.short, words, met[node])
        label = f"{event_label(event)}: {finding.type.replace('-', ' ')} {order[finding.type]}"
        graph.node(node, (CG.Finding, PROV.Entity), label)
        graph.add(node, CG.inspection, iris.thing("inspection", event.key))
        graph.add(node, CG.council, iris.thing("council", event.council.key))
        graph.add(node, CG.findingType, iris.concept("finding-type", finding.type))
        graph.add(
            node, CG.serviceArea, iris.concept("service-area", finding.service_area) if finding.service_area else None
        )
        graph.add(node, CG.contributedTo, _judgement_of(text, finding.contributes_to))
        spans.write(node, finding.evidence)


def _judgement_of(text: ResolvedRecord, inspection: str | None) -> NamedNode | None:
    """The judgement of an inspection of the record: its only one, or that on the services as a whole."""
    given = [found for found in text.judgements if inspection and found.judgement.inspection == inspection]
    if len(given) > 1:
        given = [found for found in given if family_of(found.area) == OVERALL]
    if len(given) != 1:
        return None
    return iris.judgement(text.events[given[0].judgement.inspection].key, given[0].area, given[0].grade.key)
