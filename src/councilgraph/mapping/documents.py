"""Documents and their versions."""

from councilgraph import rdf
from councilgraph.mapping import iris
from councilgraph.mapping.graph import Graph
from councilgraph.namespaces import CG, DCTERMS, ORG, PROV
from councilgraph.rdf import NamedNode
from councilgraph.resolve import ResolvedRecord
from councilgraph.resolve.dates import Bounds, first_day, last_day
from councilgraph.resolve.vocabulary import vocabulary


def write_version(graph: Graph, text: ResolvedRecord) -> NamedNode:
    """The version that a text is, and each document that it is a version of."""
    first = text.documents[0]
    version = iris.thing("version", text.key)
    title = first.title or first.path.rsplit("/", 1)[-1]
    graph.node(version, (CG.DocumentVersion, PROV.Entity), title)
    graph.add(version, DCTERMS.title, rdf.text(title))
    for document in text.documents:
        node = iris.document(document.id)
        graph.node(node, (CG.Document, PROV.Entity), document.title or title)
        graph.add(version, PROV.specializationOf, node)
        graph.add(node, DCTERMS.source, rdf.address(document.url) if document.url else None)
    if first.publisher:
        graph.add(version, DCTERMS.publisher, write_organisation(graph, first.publisher))
    _published(graph, version, _printed_publication(text) or first.published)
    if first.licence:
        _licence(graph, version, first.licence)
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
    """An inspectorate, by any of its names, or a publisher."""
    inspectorate = vocabulary().inspectorate(name)
    node = iris.organisation(inspectorate or name)
    graph.node(node, (CG.Inspectorate if inspectorate else CG.Publisher, ORG.Organization), inspectorate or name)
    return node


def _licence(graph: Graph, version: NamedNode, name: str) -> None:
    known = iris.licence(name)
    if known is None:
        graph.add(version, DCTERMS.rights, rdf.text(name))
        return
    node, label = known
    graph.node(node, (DCTERMS.LicenseDocument,), label)
    graph.add(version, DCTERMS.license, node)


def _published(graph: Graph, version: NamedNode, day: str | None) -> None:
    graph.bounds(version, Bounds(first_day(day), last_day(day)))
    if day and len(day) == 10:
        graph.add(version, DCTERMS.issued, rdf.day(day))
