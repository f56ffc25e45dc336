"""Registers from RDF files: the one that ships, and those of a project."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from councilgraph import rdf, resources
from councilgraph.namespaces import CG, DCTERMS, ORG, RDF, RDFS, SKOS
from councilgraph.registers.councils import CHANGES, COUNCILS, Change, Council, CouncilRegister

Facts = Mapping[str, set[str]]


def load_register(*files: Path) -> CouncilRegister:
    """The register that ships, with the councils and reorganisations of further RDF files; names for a known council
    are added to it.

    Raises:
        UsageError: there is no such file.
        InputError: a file is not well-formed.
    """
    facts: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for file in (resources.graphs() / "registers" / "councils.ttl", *files):
        for triple in rdf.read_triples(file):
            subject, value = triple.subject, triple.object
            if isinstance(subject, rdf.NamedNode) and isinstance(value, rdf.NamedNode | rdf.Literal):
                facts[subject.value][triple.predicate.value].add(value.value)

    def of(kind: rdf.NamedNode) -> list[tuple[str, Facts]]:
        return [(iri, values) for iri, values in facts.items() if kind.value in values.get(RDF.type.value, ())]

    found = [_council(iri, values) for iri, values in of(CG.Council)]
    changes = [_change(iri, values) for iri, values in of(ORG.ChangeEvent)]
    return CouncilRegister(found, [change for change in changes if change.originals])


@cache
def councils() -> CouncilRegister:
    """The register that ships, loaded once."""
    return load_register()


def _council(iri: str, facts: Facts) -> Council:
    slug = iri.removeprefix(COUNCILS)
    name = _one(facts, RDFS.label) or slug
    short_name = _one(facts, SKOS.prefLabel) or name
    return Council(
        slug=slug,
        iri=iri,
        name=name,
        short_name=short_name,
        aliases=tuple(sorted(facts.get(SKOS.altLabel.value, set()) - {name, short_name})),
        gss=_one(facts, CG.gssCode),
        dfe=_one(facts, CG.dfeCode),
        urn=_one(facts, CG.ofstedUrn),
        type=_key(_one(facts, CG.councilType)),
        region=_key(_one(facts, CG.region)),
        start=_one(facts, CG.earliestStart),
        end=_one(facts, CG.latestEnd),
        former_gss=_all(facts, CG.formerGssCode),
        sources=_all(facts, DCTERMS.source),
    )


def _change(iri: str, facts: Facts) -> Change:
    """The reorganisation; departments that followed one another have no councils among their originals."""
    councils = [
        tuple(body.removeprefix(COUNCILS) for body in _all(facts, link) if body.startswith(COUNCILS))
        for link in (ORG.originalOrganization, ORG.resultingOrganization)
    ]
    return Change(
        key=iri.removeprefix(CHANGES),
        label=_one(facts, RDFS.label) or "",
        day=_one(facts, CG.date) or "",
        originals=councils[0],
        results=councils[1],
        order=_one(facts, DCTERMS.source) or "",
        note=_one(facts, DCTERMS.description) or "",
    )


def _one(facts: Facts, predicate: rdf.NamedNode) -> str | None:
    return min(facts.get(predicate.value, ()), default=None)


def _all(facts: Facts, predicate: rdf.NamedNode) -> tuple[str, ...]:
    return tuple(sorted(facts.get(predicate.value, ())))


def _key(concept: str | None) -> str | None:
    return concept.rsplit("/", 1)[-1] if concept else None
