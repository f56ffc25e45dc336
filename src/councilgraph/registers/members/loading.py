"""The register of members that ships, from its Turtle file."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from councilgraph import rdf, resources
from councilgraph.namespaces import CG, RDFS, SKOS
from councilgraph.registers.members.register import MemberRegister, Membership, Overlap, Seat

Facts = dict[str, str]
_LABEL, _ALIAS = RDFS.label.value, SKOS.altLabel.value
_GSS, _HOLDER, _SEAT, _PARLIAMENT = CG.gssCode.value, CG.holder.value, CG.constituency.value, CG.parliament.value
_PARTY, _STOOD_AS, _COUNCIL, _SHARE = CG.party.value, CG.stoodAs.value, CG.council.value, CG.share.value
_START, _EARLIEST_END, _LATEST_END = CG.earliestStart.value, CG.earliestEnd.value, CG.latestEnd.value
_WANTED = frozenset(
    {_LABEL, _ALIAS, _GSS, _HOLDER, _SEAT, _PARLIAMENT, _PARTY, _STOOD_AS, _COUNCIL, _SHARE, _START, _EARLIEST_END}
    | {_LATEST_END}
)
_TERMS = (rdf.NamedNode, rdf.Literal)
_ID = rdf.BASE + "id/"


@cache
def members() -> MemberRegister:
    """The register that ships, loaded once."""
    return load_members(resources.graphs() / "registers" / "members.ttl")


def load_members(file: Path) -> MemberRegister:
    """The register that an RDF file holds, in the form of the one that ships.

    Raises:
        UsageError: there is no such file.
        InputError: it is not well-formed.
    """
    things: dict[str, Facts] = defaultdict(dict)
    aliases: dict[str, list[str]] = defaultdict(list)
    for triple in rdf.read_triples(file):
        predicate = triple.predicate.value
        if predicate in _WANTED:
            subject, value = triple.subject, triple.object
            if isinstance(subject, rdf.NamedNode) and isinstance(value, _TERMS):
                if predicate == _ALIAS:
                    aliases[subject.value].append(value.value)
                else:
                    things[subject.value][predicate] = value.value
    by_kind: dict[str, list[tuple[str, Facts]]] = defaultdict(list)
    for iri, facts in things.items():
        kind, _, key = iri.removeprefix(_ID).partition("/")
        by_kind[kind].append((key, facts))
    seats = {_ID + "constituency/" + key: _seat(key, facts) for key, facts in by_kind["constituency"]}
    spelt = {iri: tuple(sorted(names)) for iri, names in aliases.items()}
    return MemberRegister(
        [_membership(key, facts, things, seats, spelt) for key, facts in by_kind["tenure"]],
        seats.values(),
        [_overlap(facts) for _, facts in by_kind["overlap"]],
    )


def _seat(key: str, facts: Facts) -> Seat:
    end = facts.get(_LATEST_END)
    label = facts[_LABEL]
    return Seat(
        key=key,
        name=label.rpartition(" (")[0] if end else label,
        gss=facts[_GSS],
        start=facts[_START],
        end=end,
    )


def _membership(
    key: str,
    facts: Facts,
    things: Mapping[str, Facts],
    seats: Mapping[str, Seat],
    aliases: Mapping[str, tuple[str, ...]],
) -> Membership:
    person, seat, party = facts[_HOLDER], seats[facts[_SEAT]], facts.get(_PARTY)
    return Membership(
        key=key,
        person=_key(person),
        name=things[person][_LABEL],
        aliases=aliases.get(person, ()),
        constituency=seat.key,
        seat=seat.name,
        party=things[party][_LABEL] if party else None,
        stood_as=facts.get(_STOOD_AS),
        parliament=int(_key(facts[_PARLIAMENT])),
        start=facts[_START],
        earliest_end=facts.get(_EARLIEST_END),
        latest_end=facts.get(_LATEST_END),
    )


def _overlap(facts: Facts) -> Overlap:
    return Overlap(
        constituency=_key(facts[_SEAT]),
        council=_key(facts[_COUNCIL]),
        share=float(facts[_SHARE]),
        start=facts[_START],
        end=facts.get(_LATEST_END),
    )


def _key(iri: str) -> str:
    return iri.rpartition("/")[2]
