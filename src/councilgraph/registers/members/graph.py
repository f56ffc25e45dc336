"""The register of members as a graph, with where it comes from."""

from collections.abc import Iterable, Iterator

from councilgraph import rdf, turtle
from councilgraph.namespaces import CG, DCTERMS, FOAF, ORG, RDF, RDFS, SKOS
from councilgraph.rdf import Literal, NamedNode, Triple
from councilgraph.registers.councils import COUNCILS, CouncilRegister
from councilgraph.registers.graph import described, licences
from councilgraph.registers.members.importer import ImportedMembers, hand_kept
from councilgraph.registers.members.register import (
    ORGANISATIONS,
    OVERLAPS,
    PARLIAMENTS,
    PEOPLE,
    SEATS,
    TENURES,
    Membership,
    Overlap,
    Parliament,
    Seat,
)
from councilgraph.registers.names import slug

GRAPH = NamedNode(rdf.BASE + "graph/register/members")
HOUSE = NamedNode(ORGANISATIONS + "house-of-commons")
POST = NamedNode(rdf.BASE + "id/post/house-of-commons-mp")
_HEAD = "# Made by `councilgraph register members`: change the lists or members.toml, not this file.\n\n"
_PREFIXES = {
    "person": PEOPLE,
    "constituency": SEATS,
    "council": COUNCILS,
    "dcat": "http://www.w3.org/ns/dcat#",
    "organisation": ORGANISATIONS,
    "overlap": OVERLAPS,
    "parliament": PARLIAMENTS,
    "post": rdf.BASE + "id/post/",
    "post-type": rdf.BASE + "vocab/post-type/",
    "tenure": TENURES,
    **{name: rdf.PREFIXES[name] for name in ("cg", "dcterms", "foaf", "org", "rdfs", "skos", "xsd")},
}
Facts = Iterable[tuple[NamedNode, NamedNode | Literal | None]]


def triples(made: ImportedMembers, councils: CouncilRegister) -> Iterator[Triple]:
    """What the register says of each seat, member and overlap, of itself and of its sources; some of it repeated."""
    labels = {seat.key: seat.label for seat in made.seats}
    for parliament in made.parliaments:
        yield from _about(f"{PARLIAMENTS}{parliament.number}", _parliament(parliament))
    for seat in made.seats:
        yield from _about(SEATS + seat.key, _seat(seat))
    for membership in made.memberships:
        yield from _about(PEOPLE + membership.person, _person(membership))
        yield from _about(TENURES + membership.key, _tenure(membership))
        if membership.party:
            yield from _about(ORGANISATIONS + slug(membership.party), _party(membership.party))
    for overlap in made.overlaps:
        yield from _about(OVERLAPS + overlap.key, _overlap(overlap, labels[overlap.constituency], councils))
    yield from _house()
    yield from _origin()


def to_turtle(made: ImportedMembers, councils: CouncilRegister) -> str:
    """The register as a Turtle file."""
    return _HEAD + turtle.write(triples(made, councils), _PREFIXES)


def _about(iri: str, facts: Facts) -> Iterator[Triple]:
    node = NamedNode(iri)
    return (Triple(node, predicate, value) for predicate, value in facts if value is not None)


def _bounds(start: str, earliest_end: str | None, latest_end: str | None) -> Facts:
    yield from ((bound, rdf.day(start)) for bound in (CG.date, CG.earliestStart, CG.latestStart))
    yield CG.earliestEnd, rdf.day(earliest_end) if earliest_end else None
    yield CG.latestEnd, rdf.day(latest_end) if latest_end else None


def _parliament(parliament: Parliament) -> Facts:
    yield RDF.type, CG.Parliament
    yield RDFS.label, rdf.text(f"Parliament of {parliament.election[:4]}")
    yield from _bounds(parliament.election, parliament.dissolution, parliament.dissolution)


def _seat(seat: Seat) -> Facts:
    yield RDF.type, CG.Constituency
    yield RDFS.label, rdf.text(seat.label)
    yield CG.gssCode, rdf.text(seat.gss)
    yield from _bounds(seat.start, seat.end, seat.end)


def _person(membership: Membership) -> Facts:
    yield from ((RDF.type, kind) for kind in (CG.Person, FOAF.Person))
    yield RDFS.label, rdf.text(membership.name)
    yield FOAF.name, rdf.text(membership.name)
    yield from ((SKOS.altLabel, rdf.text(alias)) for alias in membership.aliases)


def _tenure(membership: Membership) -> Facts:
    yield from ((RDF.type, kind) for kind in (CG.Tenure, ORG.Membership))
    yield RDFS.label, rdf.text(membership.label)
    yield CG.holder, NamedNode(PEOPLE + membership.person)
    yield CG.inPost, POST
    yield CG.parliament, NamedNode(f"{PARLIAMENTS}{membership.parliament}")
    yield CG.constituency, NamedNode(SEATS + membership.constituency)
    yield CG.party, NamedNode(ORGANISATIONS + slug(membership.party)) if membership.party else None
    yield CG.stoodAs, rdf.text(membership.stood_as) if membership.stood_as else None
    yield from _bounds(membership.start, membership.earliest_end, membership.latest_end)


def _party(name: str) -> Facts:
    yield from ((RDF.type, kind) for kind in (CG.PoliticalParty, ORG.Organization))
    yield RDFS.label, rdf.text(name)


def _overlap(overlap: Overlap, seat: str, councils: CouncilRegister) -> Facts:
    council = councils.by_slug(overlap.council)
    yield RDF.type, CG.Overlap
    yield RDFS.label, rdf.text(f"{seat}, {council.name if council else overlap.council}")
    yield CG.constituency, NamedNode(SEATS + overlap.constituency)
    yield CG.council, NamedNode(COUNCILS + overlap.council)
    yield CG.share, rdf.decimal(overlap.share)
    yield from _bounds(overlap.start, overlap.end, overlap.end)


def _house() -> Iterator[Triple]:
    yield from _about(HOUSE.value, [(RDF.type, ORG.Organization), (RDFS.label, rdf.text("House of Commons"))])
    yield from _about(
        POST.value,
        [
            (RDF.type, CG.Post),
            (RDF.type, ORG.Post),
            (RDFS.label, rdf.text("Member of Parliament, House of Commons")),
            (ORG.postIn, HOUSE),
            (CG.postType, NamedNode(rdf.BASE + "vocab/post-type/mp")),
        ],
    )


def _origin() -> Iterator[Triple]:
    kept = hand_kept()
    yield from described(GRAPH, kept["register"])
    for source in kept["sources"]:
        yield Triple(GRAPH, DCTERMS.source, NamedNode(source["iri"]))
        yield from described(NamedNode(source["iri"]), source)
    yield from licences(kept["licences"])
