"""The register of councils as a graph, with where it comes from."""

from collections.abc import Iterable, Iterator

from councilgraph import rdf, turtle
from councilgraph.namespaces import CG, DCTERMS, ORG, RDF, RDFS, SKOS
from councilgraph.rdf import Literal, NamedNode, Triple
from councilgraph.registers.councils import CHANGES, COUNCILS, Change, Council
from councilgraph.registers.former import former_kept
from councilgraph.registers.importer import hand_kept

GRAPH = NamedNode(rdf.BASE + "graph/register/councils")
_DCAT = "http://www.w3.org/ns/dcat#"
_DATASET = NamedNode(_DCAT + "Dataset")
_ELI = "http://data.europa.eu/eli/ontology#"
_LAW = NamedNode(_ELI + "LegalResource")
_HEAD = "# Made by `councilgraph register councils`: change the lists, councils.toml or former.toml, not this file.\n\n"
_PREFIXES = {
    "council": COUNCILS,
    "change": CHANGES,
    "council-type": rdf.BASE + "vocab/council-type/",
    "region": rdf.BASE + "vocab/region/",
    "dcat": _DCAT,
    "eli": _ELI,
    **{name: rdf.PREFIXES[name] for name in ("cg", "dcterms", "org", "rdfs", "skos", "xsd")},
}


def triples(councils: Iterable[Council], changes: Iterable[Change]) -> Iterator[Triple]:
    """What the register says of each council and reorganisation, of itself and of its sources."""
    for council in councils:
        yield from _council(council)
    for change in changes:
        yield from _change(change)
    yield from _origin()


def to_turtle(councils: Iterable[Council], changes: Iterable[Change]) -> str:
    """The register as a Turtle file."""
    return _HEAD + turtle.write(triples(councils, changes), _PREFIXES)


def _council(council: Council) -> Iterator[Triple]:
    node = NamedNode(council.iri)
    facts: list[tuple[NamedNode, NamedNode | Literal | None]] = [
        (RDF.type, CG.Council),
        (RDF.type, ORG.FormalOrganization),
        (RDFS.label, rdf.text(council.name)),
        (SKOS.prefLabel, rdf.text(council.short_name)),
        *((SKOS.altLabel, rdf.text(alias)) for alias in council.aliases),
        *(
            (predicate, rdf.text(code) if code else None)
            for predicate, code in ((CG.gssCode, council.gss), (CG.dfeCode, council.dfe), (CG.ofstedUrn, council.urn))
        ),
        *((CG.formerGssCode, rdf.text(code)) for code in council.former_gss),
        (CG.councilType, _concept("council-type", council.type)),
        (CG.region, _concept("region", council.region)),
        *((bound, rdf.day(council.start) if council.start else None) for bound in (CG.earliestStart, CG.latestStart)),
        *((bound, rdf.day(council.end) if council.end else None) for bound in (CG.earliestEnd, CG.latestEnd)),
        *((DCTERMS.source, NamedNode(source)) for source in council.sources),
    ]
    return (Triple(node, predicate, value) for predicate, value in facts if value is not None)


def _change(change: Change) -> Iterator[Triple]:
    node = NamedNode(change.iri)
    yield Triple(node, RDF.type, ORG.ChangeEvent)
    yield Triple(node, RDFS.label, rdf.text(change.label))
    yield Triple(node, DCTERMS.source, NamedNode(change.order))
    if change.note:
        yield Triple(node, DCTERMS.description, rdf.text(change.note))
    for bound in (CG.date, CG.earliestStart, CG.latestStart, CG.earliestEnd, CG.latestEnd):
        yield Triple(node, bound, rdf.day(change.day))
    for link, slugs in ((ORG.originalOrganization, change.originals), (ORG.resultingOrganization, change.results)):
        for slug in slugs:
            yield Triple(node, link, NamedNode(COUNCILS + slug))


def _origin() -> Iterator[Triple]:
    register = hand_kept()["register"]
    yield from described(GRAPH, register)
    for source in hand_kept()["sources"]:
        yield Triple(GRAPH, DCTERMS.source, NamedNode(source["iri"]))
        yield from described(NamedNode(source["iri"]), source)
    for source in former_kept()["sources"].values():
        if "licence" in source:
            yield Triple(GRAPH, DCTERMS.source, NamedNode(source["iri"]))
            yield from described(NamedNode(source["iri"]), source)
        else:
            yield Triple(NamedNode(source["iri"]), RDF.type, _LAW)
            yield Triple(NamedNode(source["iri"]), RDFS.label, rdf.text(source["title"]))
    yield from licences(hand_kept()["licences"])


def licences(kept: Iterable[dict[str, str]]) -> Iterator[Triple]:
    """The licences of sources, hand-kept."""
    for licence in kept:
        yield Triple(NamedNode(licence["iri"]), RDF.type, DCTERMS.LicenseDocument)
        yield Triple(NamedNode(licence["iri"]), RDFS.label, rdf.text(licence["label"]))


def described(dataset: NamedNode, facts: dict[str, str]) -> Iterator[Triple]:
    """A register or a source of it, from hand-kept facts."""
    yield Triple(dataset, RDF.type, _DATASET)
    yield Triple(dataset, RDFS.label, rdf.text(facts["title"]))
    yield Triple(dataset, DCTERMS.title, rdf.text(facts["title"]))
    yield Triple(dataset, DCTERMS.description, rdf.text(facts["description"]))
    yield Triple(dataset, DCTERMS.license, NamedNode(facts["licence"]))


def _concept(scheme: str, key: str | None) -> NamedNode | None:
    return NamedNode(f"{rdf.BASE}vocab/{scheme}/{key}") if key else None
