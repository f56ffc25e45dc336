"""Documents and their versions."""

from councilgraph import rdf
from councilgraph.mapping import iris
from councilgraph.mapping.graph import Graph
from councilgraph.namespaces import CG, DCTERMS, ORG, PROV
from councilgraph.rdf import NamedNode
from councilgraph.resolve import ResolvedRecord
from councilgraph.resolve.dates import Bounds, first_day, last_day

_INSPECTORATES = frozenset({"Ofsted", "CSCI", "CQC", "HMICFRS", "HMI Probation"})


def write_version(graph: Graph, text: ResolvedRecord) -> NamedNode:
    """The version that a text is, and each document that it is a version of."""
    first = text.documents[0]
    version = iris.thing("version", text.key)
    title = first.title or first.path.rsplit("/", 1)[-1]
    graph.node(version, (CG.DocumentVersion, PROV.Entity), title)
    graph.add(version, DCTERMS.title, rdf.text(title))
    for document in text.documents:
        node = iris.document(document.id)
        graph.node(node, (CG.Document, PROV.Entity), title)
        graph.add(version, PROV.specializationOf, node)
        graph.add(node, DCTERMS.source, NamedNode(document.url) if document.url else None)
    if first.publisher:
        graph.add(version, DCTERMS.publisher, write_organisation(graph, first.publisher))
    _published(graph, version, _printed_publication(text) or first.published)
    if first.licence:
        known = iris.licence(first.licence)
        graph.add(version, DCTERMS.license, known)
        graph.add(version, DCTERMS.rights, None if known else rdf.text(first.licence))
    for predicate, value in (
        (CG.sha256, first.sha256),
        (CG.textSha256, first.text_sha256),
        (CG.reader, first.reader),
        (CG.normaliser, first.normaliser),
        (CG.path, first.path),
    ):
        graph.add(version, predicate, rdf.text(value) if value else None)
    graph.add(version, CG.pageCount, rdf.integer(first.pages) if first.pages else None)
    graph.add(version, CG.genre, iris.concept("genre", first.genre) if first.genre else None)
    return version


def _printed_publication(text: ResolvedRecord) -> str | None:
    """The day of publication that a report prints of itself, which wins over what the collector was told."""
    inspections = text.record.inspections
    return inspections[0].published if inspections and text.record.document.genre == "inspection-report" else None


def write_organisation(graph: Graph, name: str) -> NamedNode:
    """An inspectorate, or a publisher of any other name."""
    node = iris.organisation(name)
    kind = CG.Inspectorate if name in _INSPECTORATES else CG.Publisher
    graph.node(node, (kind, ORG.Organization), name)
    return node


def _published(graph: Graph, version: NamedNode, day: str | None) -> None:
    graph.bounds(version, Bounds(first_day(day), last_day(day)))
    if day and len(day) == 10:
        graph.add(version, DCTERMS.issued, rdf.day(day))
