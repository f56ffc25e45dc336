"""The register of members as a graph."""

from collections import Counter
from pathlib import Path

import pytest

from councilgraph import rdf, resources
from councilgraph.namespaces import CG, DCTERMS, RDF, RDFS
from councilgraph.rdf import NamedNode, Triple
from councilgraph.registers import councils
from councilgraph.registers.councils import COUNCILS as COUNCIL_IRIS
from councilgraph.registers.members import load_members
from councilgraph.registers.members.graph import GRAPH, to_turtle, triples
from councilgraph.registers.members.importer import import_members

from .lists import COUNCILS
from .test_importer import made

FILE = resources.graphs() / "registers" / "members.ttl"
STANDING = {f"{rdf.BASE}vocab/post-type/mp"}


@pytest.fixture(scope="module")
def shipped() -> set[Triple]:
    return set(rdf.read_triples(FILE))


def test_the_file_that_ships_is_made_from_the_published_lists(shared: Path) -> None:
    text = to_turtle(import_members([shared / "registers"], councils()), councils())
    assert text == FILE.read_text(encoding="utf-8")


def test_what_is_written_is_read_as_the_same_register(tmp_path: Path) -> None:
    register = made(tmp_path)
    file = tmp_path / "members.ttl"
    file.write_text(to_turtle(register, COUNCILS), encoding="utf-8")
    assert set(rdf.read_triples(file)) == set(triples(register, COUNCILS))
    loaded = load_members(file)
    assert list(loaded) == register.memberships
    assert list(loaded.seats.values()) == register.seats
    assert {o for slug in ("northmere", "eastvale", "oldvale") for o in loaded.seats_of(slug)} == set(register.overlaps)


def test_everything_is_described_once_and_nothing_unknown_is_named(shipped: set[Triple]) -> None:
    labels = Counter(triple.subject for triple in shipped if triple.predicate == RDFS.label)
    assert {triple.subject for triple in shipped} == labels.keys()
    assert set(labels.values()) == {1}
    known = {node.value for node in labels if isinstance(node, NamedNode)} | STANDING
    for triple in shipped:
        if isinstance(triple.object, NamedNode) and triple.predicate != RDF.type:
            iri = triple.object.value
            assert iri in known or councils().by_slug(iri.removeprefix(COUNCIL_IRIS)), triple


def test_councils_are_there_while_their_areas_overlap_with_seats(shipped: set[Triple]) -> None:
    facts: dict[object, dict[str, str]] = {}
    for triple in shipped:
        facts.setdefault(triple.subject, {})[triple.predicate.value] = triple.object.value  # type: ignore[union-attr]
    overlaps = [values for values in facts.values() if values.get(RDF.type.value) == CG.Overlap.value]
    assert len(overlaps) > 1000
    for values in overlaps:
        council = councils().by_slug(values[CG.council.value].removeprefix(COUNCIL_IRIS))
        assert council
        assert (council.start or "") <= values[CG.earliestStart.value]
        assert values.get(CG.latestEnd.value, "9999") <= (council.end or "9999")


def test_sources_and_licences_are_named(shipped: set[Triple]) -> None:
    sources = [t.object for t in shipped if t.subject == GRAPH and t.predicate == DCTERMS.source]
    licensed = {t.subject for t in shipped if t.predicate == DCTERMS.license}
    assert len(sources) == 3
    assert {GRAPH, *sources} <= licensed
