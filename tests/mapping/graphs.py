"""What the tests of this room ask of graphs."""

from collections.abc import Iterable

from rdflib import RDFS, Graph, Namespace, URIRef

from councilgraph import mapping
from councilgraph.model import Record
from councilgraph.rdf import BASE
from councilgraph.resolve import resolve
from reports import REGISTER

CG = Namespace(BASE + "ontology#")
ID = Namespace(BASE + "id/")
VOCAB = Namespace(BASE + "vocab/")


def mapped(*records: Record) -> dict[str, list[str]]:
    """The graphs of some records, by IRI."""
    return dict(mapping.graphs(resolve(records, REGISTER)))


def merged(*records: Record) -> Graph:
    """All that some records say."""
    return parsed(line for lines in mapped(*records).values() for line in lines)


def parsed(lines: Iterable[str]) -> Graph:
    """An rdflib graph of canonical lines."""
    return Graph().parse(data="\n".join([*lines, ""]), format="nt")


def keys(nodes: Iterable[object]) -> list[str]:
    """Last segments of IRIs, sorted."""
    return sorted(str(node).rsplit("/", 1)[-1] for node in nodes)


def label(graph: Graph, node: URIRef) -> str:
    """The one label of a node."""
    (words,) = graph.objects(node, RDFS.label)
    return str(words)
