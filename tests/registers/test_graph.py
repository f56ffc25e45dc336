"""The register as a graph."""

from pathlib import Path

from councilgraph import rdf, resources
from councilgraph.namespaces import DCTERMS, RDF, RDFS
from councilgraph.rdf import NamedNode
from councilgraph.registers import councils, load_register
from councilgraph.registers.graph import GRAPH, to_turtle, triples

FILE = resources.graphs() / "registers" / "councils.ttl"


def test_the_file_that_ships_is_what_is_written() -> None:
    assert to_turtle(councils()) == FILE.read_text(encoding="utf-8")


def test_what_is_written_is_read_as_the_same_councils(tmp_path: Path) -> None:
    few = [council for council in councils() if council.slug < "c"]
    file = tmp_path / "few.ttl"
    file.write_text(to_turtle(reversed(few)), encoding="utf-8")
    assert set(rdf.read_triples(file)) == set(triples(few))
    assert list(load_register(file)) == list(councils())


def test_every_node_is_described_and_the_sources_are_named() -> None:
    graph = set(triples(councils()))
    described = {t.subject for t in graph if t.predicate == RDFS.label}
    concepts = {f"{rdf.BASE}vocab/council-type/", f"{rdf.BASE}vocab/region/"}
    for triple in graph:
        assert triple.subject in described
        if isinstance(triple.object, NamedNode) and triple.predicate != RDF.type:
            in_vocabulary = triple.object.value.rsplit("/", 1)[0] + "/" in concepts
            assert in_vocabulary or triple.object in described
    sources = [t.object for t in graph if t.subject == GRAPH and t.predicate == DCTERMS.source]
    licensed = {t.subject for t in graph if t.predicate == DCTERMS.license}
    assert len(sources) == 2
    assert {GRAPH, *sources} <= licensed
