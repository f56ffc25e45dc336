"""Departments and delivery bodies of the register, by any of their names."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from councilgraph import rdf, resources
from councilgraph.namespaces import CG, RDF, RDFS, SKOS
from councilgraph.registers.names import slug

_KINDS = {CG.GovernmentDepartment.value, CG.DeliveryBody.value}


@dataclass(frozen=True, slots=True)
class KnownBody:
    """An organisation of the register: last segment of its IRI, name, and name of its class."""

    key: str
    label: str
    kind: str


def known_body(name: str) -> KnownBody | None:
    """The department or delivery body of this name, long or short."""
    return _bodies().get(slug(name.removeprefix("the ").removeprefix("The ")))


@cache
def _bodies() -> dict[str, KnownBody]:
    facts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for triple in rdf.read_triples(resources.graphs() / "registers" / "organisations.ttl"):
        if isinstance(triple.subject, rdf.NamedNode) and isinstance(triple.object, rdf.NamedNode | rdf.Literal):
            facts[triple.subject.value][triple.predicate.value].add(triple.object.value)
    found: dict[str, KnownBody] = {}
    for iri, about in sorted(facts.items()):
        for kind in _KINDS & about[RDF.type.value]:
            label = min(about[RDFS.label.value])
            body = KnownBody(iri.rsplit("/", 1)[-1], label, kind.rsplit("#", 1)[-1])
            found |= {slug(name): body for name in (label, *about[SKOS.altLabel.value])}
    return found
