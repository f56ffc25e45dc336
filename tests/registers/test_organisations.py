"""The register of departments and delivery bodies, kept by hand."""

from collections import defaultdict

import pytest

from councilgraph import rdf, resources, turtle
from councilgraph.namespaces import CG, DCTERMS, ORG, RDF, RDFS
from councilgraph.rdf import BASE, Literal, NamedNode, Triple
from councilgraph.registers import councils
from councilgraph.registers.councils import COUNCILS
from councilgraph.resolve.names import slug

FILE = resources.graphs() / "registers" / "organisations.ttl"


@pytest.fixture(scope="module")
def graph() -> set[Triple]:
    return set(rdf.read_triples(FILE))


@pytest.fixture(scope="module")
def about(graph: set[Triple]) -> dict[str, dict[str, list[str]]]:
    facts: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for triple in graph:
        assert isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode | Literal)
        facts[triple.subject.value][triple.predicate.value].append(triple.object.value)
    return facts


def test_it_is_written_as_all_registers_are(graph: set[Triple]) -> None:
    text = FILE.read_text(encoding="utf-8")
    lines = [line.split() for line in text.splitlines() if line.startswith("@prefix")]
    prefixes = {prefix.rstrip(":"): namespace.strip("<>") for _, prefix, namespace, _ in lines}
    assert text.split("\n\n", 1)[1] == turtle.write(graph, prefixes)


def test_everything_is_described_and_has_a_source(graph: set[Triple], about: dict[str, dict[str, list[str]]]) -> None:
    for iri, facts in about.items():
        assert len(facts[RDFS.label.value]) == 1, iri
        assert facts[DCTERMS.source.value] or CG.DeliveryBody.value in facts[RDF.type.value] or "/graph/" in iri, iri
    links = {CG.deliveredBy, ORG.originalOrganization, ORG.resultingOrganization}
    assert {t.object.value for t in graph if t.predicate in links and isinstance(t.object, NamedNode)} <= about.keys()


def test_organisations_have_the_iris_that_documents_give_their_names(about: dict[str, dict[str, list[str]]]) -> None:
    for iri, facts in about.items():
        if ORG.Organization.value in facts[RDF.type.value]:
            assert iri == f"{BASE}id/organisation/{slug(facts[RDFS.label.value][0])}"


def test_services_are_run_for_councils_that_exist_all_the_while(about: dict[str, dict[str, list[str]]]) -> None:
    deliveries = [facts for facts in about.values() if CG.Delivery.value in facts[RDF.type.value]]
    assert len(deliveries) == 14
    assert {body for facts in deliveries for body in facts[CG.deliveredBy.value]} == {
        iri for iri, facts in about.items() if CG.DeliveryBody.value in facts[RDF.type.value]
    }
    for facts in deliveries:
        (iri,) = facts[CG.council.value]
        council = councils().by_slug(iri.removeprefix(COUNCILS))
        assert council
        assert (council.start or "") <= facts[CG.earliestStart.value][0] <= facts[CG.latestStart.value][0]
        assert max(facts[CG.latestEnd.value], default="9999") <= (council.end or "9999")
        assert council.name in facts[RDFS.label.value][0]


def test_one_department_follows_another(about: dict[str, dict[str, list[str]]]) -> None:
    changes = [facts for facts in about.values() if ORG.ChangeEvent.value in facts[RDF.type.value]]
    assert len(changes) == 2
    for facts in changes:
        (before,), (after,) = facts[ORG.originalOrganization.value], facts[ORG.resultingOrganization.value]
        assert about[before][CG.latestEnd.value] == facts[CG.date.value] == about[after][CG.earliestStart.value]
    assert len(councils().changes) == 14
