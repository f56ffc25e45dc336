"""The register as a graph."""

from pathlib import Path

from councilgraph import rdf, resources
from councilgraph.namespaces import CG, DCTERMS, ORG, RDF, RDFS
from councilgraph.rdf import NamedNode
from councilgraph.registers import councils, load_register
from councilgraph.registers.councils import CHANGES
from councilgraph.registers.graph import GRAPH, to_turtle, triples

FILE = resources.graphs() / "registers" / "councils.ttl"


def test_the_file_that_ships_is_what_is_written() -> None:
    assert to_turtle(councils(), councils().changes) == FILE.read_text(encoding="utf-8")


def test_what_is_written_is_read_as_the_same_councils(tmp_path: Path) -> None:
    few = [council for council in councils() if council.slug < "c"]
    file = tmp_path / "few.ttl"
    changes = councils().changes[:2]
    file.write_text(to_turtle(reversed(few), reversed(changes)), encoding="utf-8")
    assert set(rdf.read_triples(file)) == set(triples(few, changes))
    assert list(load_register(file)) == list(councils())
    assert load_register(file).changes == councils().changes


def test_every_node_is_described_and_the_sources_are_named() -> None:
    graph = set(triples(councils(), councils().changes))
    described = {t.subject for t in graph if t.predicate == RDFS.label}
    concepts = {f"{rdf.BASE}vocab/council-type/", f"{rdf.BASE}vocab/region/"}
    for triple in graph:
        assert triple.subject in described
        if isinstance(triple.object, NamedNode) and triple.predicate != RDF.type:
            in_vocabulary = triple.object.value.rsplit("/", 1)[0] + "/" in concepts
            assert in_vocabulary or triple.object in described
    sources = [t.object for t in graph if t.subject == GRAPH and t.predicate == DCTERMS.source]
    licensed = {t.subject for t in graph if t.predicate == DCTERMS.license}
    assert len(sources) == 6
    assert {GRAPH, *sources} <= licensed


def test_a_reorganisation_is_an_event_of_one_day_between_councils() -> None:
    graph = set(triples(councils(), councils().changes))
    events = {t.subject for t in graph if t.object == ORG.ChangeEvent}
    assert len(events) == 14
    bounds = (CG.date, CG.earliestStart, CG.latestStart, CG.earliestEnd, CG.latestEnd)
    for event in events:
        assert isinstance(event, NamedNode) and event.value.startswith(CHANGES)
        about = [t for t in graph if t.subject == event]
        assert len({t.object for t in about if t.predicate in bounds}) == 1
        assert len([t for t in about if t.predicate in bounds]) == len(bounds)
        assert {t.predicate for t in about} >= {ORG.originalOrganization, ORG.resultingOrganization}
