"""Resolved records to named graphs: one a text, the vocabulary, each register, and what is derived."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from councilgraph import rdf, resources
from councilgraph.mapping import iris
from councilgraph.mapping.assertions import write_assertions
from councilgraph.mapping.derived import write_derived
from councilgraph.mapping.documents import write_version
from councilgraph.mapping.graph import Graph
from councilgraph.mapping.ledger import Ledger
from councilgraph.resolve import Resolution


def graphs(resolution: Resolution) -> Iterator[tuple[str, list[str]]]:
    """The graphs of all texts and the derived one, as they are made: IRI, and canonical form (`rdf.lines`)."""
    labels: dict[str, str] = {}
    ledger = Ledger()
    for text in resolution.texts:
        graph = Graph(labels)
        version = write_version(graph, text)
        write_assertions(graph, text, version, resolution, ledger)
        yield iris.document_graph(text.key), graph.lines()
    derived = Graph(labels)
    write_derived(derived, resolution, ledger)
    yield iris.DERIVED_GRAPH, derived.lines()


def standing_graphs(registers: Iterable[Path], made: Iterable[Path] = ()) -> dict[str, list[str]]:
    """The graphs that come with the package or the project: ontology and vocabulary, and a graph a register file.

    Args:
        registers: RDF files, each of which is one graph.
        made: RDF files of graphs that were made elsewhere, each under its own name; what was derived there is kept apart
            from what is derived here.
    """
    ontology = resources.ontology()
    files = [ontology / "councilgraph.ttl", *sorted((ontology / "vocabulary").glob("*.ttl"))]
    written = {iris.VOCABULARY_GRAPH: rdf.lines(triple for file in files for triple in rdf.read_triples(file))}
    for file in registers:
        written[iris.register_graph(file.stem)] = rdf.lines(rdf.read_triples(file))
    for file in made:
        for name, triples in rdf.read_graphs(file).items():
            written.setdefault(iris.made_graph(name, file.stem), rdf.lines(triples))
    return written
