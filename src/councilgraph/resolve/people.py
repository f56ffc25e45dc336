"""People and bodies of one document to identities.

A person is a name within a scope: a council, an inspectorate, a department, a seat in parliament. Nobody is known by a surname
outside the document that gives the full name, and the same name in two scopes is two people until somebody decides otherwise.
What a document attests of an office is held to the day of the document and no longer.
"""

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from councilgraph.model import Evidence, PersonMention, Record
from councilgraph.registers import CouncilRegister
from councilgraph.registers.bodies import known_body
from councilgraph.registers.members import Membership
from councilgraph.resolve.councils import CouncilReference, refer
from councilgraph.resolve.dates import Bounds, first_day, last_day
from councilgraph.resolve.events import Event
from councilgraph.resolve.members import Seat, find_member, unknown_member
from councilgraph.resolve.names import slug
from councilgraph.resolve.vocabulary import fold, vocabulary


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation: ``kind`` is the name of its class, ``key`` the last segment of its IRI."""

    kind: str
    key: str
    label: str

    @property
    def council(self) -> str | None:
        """The key of the council that it is."""
        return self.key if self.kind == "Council" else None


@dataclass(frozen=True, slots=True)
class Holding:
    """Somebody in an office, as one document attests it.

    Attributes:
        person: key; None where the holder is not named.
        name: as printed; empty where not named.
        body: None where the document names no organisation: then there is no office, only a person.
        tenure: last segment of the IRI of the tenure; None without a body.
        membership: of a member of Parliament whom the register knows: it has the tenure.
        seat: of one whom it does not.
        at: the inspection on whose team the person was.
    """

    person: str | None
    name: str
    role: str | None
    role_type: str
    body: Body | None
    tenure: str | None
    bounds: Bounds
    interim: bool = False
    membership: Membership | None = None
    seat: Seat | None = None
    party: str | None = None
    at: Event | None = None
    evidence: tuple[Evidence, ...] = ()


class Bodies:
    """The organisations that one document names.

    Args:
        councils: what its names of councils mean.
        day: when it was published, ISO, perhaps partial.
    """

    def __init__(self, councils: dict[str, CouncilReference], day: str | None, register: CouncilRegister) -> None:
        self._councils, self._day, self._register = councils, day, register

    def council(self, name: str) -> CouncilReference | None:
        """The council of a name: one that the document is about, or one of the register."""
        if name in self._councils:
            return self._councils[name]
        found = refer(name, self._day, self._register)
        return found if found.known else None

    def find(self, name: str) -> Body:
        """The organisation of a name; one that nobody knows is itself."""
        if inspectorate := vocabulary().inspectorate(name):
            return Body("Inspectorate", slug(inspectorate), inspectorate)
        if known := known_body(name):
            return Body(known.kind, known.key, known.label)
        if reference := self.council(name):
            return Body("Council", reference.key, reference.label)
        return Body("Organization", slug(name), name)


def person_key(name: str, bodies: Sequence[str]) -> str:
    """The key of somebody who works for inspectorates: people of two bodies are never one by name alone."""
    return "-".join([slug(name), *(slug(vocabulary().inspectorate(body) or body) for body in bodies[:1])])


def holdings(record: Record, short: str, bodies: Bodies, events: Mapping[str, Event]) -> list[Holding]:
    """Everybody whom a record names or appoints, in their offices.

    Args:
        short: key of the document.  events: by the record's inspection id.
    """
    first = record.inspections[0] if record.inspections else None
    team = events.get(first.id) if first else None
    found = [_holding(mention, record, short, bodies, team) for mention in record.people]
    found += _appointed(record, short, bodies, found)
    met: Counter[str | None] = Counter()
    apart = []
    for one in found:
        met[one.tenure] += 1
        again = one.tenure and met[one.tenure] > 1 and not one.person
        apart.append(replace(one, tenure=f"{one.tenure}-{met[one.tenure]}") if again else one)
    return apart


def bare_name(name: str) -> str:
    """A name without titles in front."""
    parts = name.split()
    while len(parts) > 1 and parts[0].strip(".").casefold() in _words()["titles"]:
        parts.pop(0)
    return " ".join(parts)


def is_unnamed(speaker: str) -> bool:
    """Whether the words stand for somebody who speaks without being named."""
    return any(word in _words()["unnamed"] for word in fold(speaker).split())


def is_named(speaker: str) -> bool:
    """Whether the words have a name in them: “a former inspector” has none."""
    return any(word[:1].isupper() and fold(word) not in _words()["titles"] for word in speaker.split())


def speaks_for_council(speaker: str) -> bool:
    """Whether people who are not named speak for their council."""
    return any(word in _words()["council"] for word in fold(speaker).split())


def is_organisation(name: str) -> bool:
    """Whether a name is that of an organisation, as far as its words tell."""
    return any(word in _words()["organisations"] for word in fold(name).replace("’s", "").split())


def names(holdings: Iterable[Holding]) -> Iterable[tuple[str, str]]:
    """Key and printed name of each person."""
    return ((one.person, one.name) for one in holdings if one.person)


def _holding(mention: PersonMention, record: Record, short: str, bodies: Bodies, team: Event | None) -> Holding:
    day = record.document.published
    name = bare_name(mention.name or "")
    organisation = mention.organisation or _words()["bodies"].get(mention.role_type)
    body = bodies.find(organisation) if organisation else None
    role = mention.role
    common = Holding(
        None, name, role, mention.role_type, body, None, _attested(role, day), mention.interim or _is_interim(role),
        party=mention.party, evidence=tuple(mention.evidence),
    )  # fmt: skip
    office = slug(role or vocabulary().labels["post-type", mention.role_type])
    if not name:
        return replace(common, tenure=f"unnamed-{body.key}-{mention.role_type}-{short}" if body else None)
    if mention.role_type == "mp":
        return _member(common, mention, day, office, short)
    person = f"{slug(name)}-{body.key}" if body else f"{slug(name)}-in-{short}"
    at = team if mention.role_type == "inspector" else None
    bounds = common.bounds
    if at and record.document.genre == "inspection-report":
        bounds = Bounds(latest_start=at.bounds.latest_start, earliest_end=at.bounds.earliest_end)
    tenure = "-".join([person, office, at.key if at else short]) if body else None
    return replace(common, person=person, tenure=tenure, at=at, bounds=bounds)


def _member(common: Holding, mention: PersonMention, day: str | None, office: str, short: str) -> Holding:
    """A member of parliament, in the tenure of the register that the day falls into."""
    if known := find_member(common.name, day, mention.constituency):
        return replace(
            common, person=known.person, name=known.name, tenure=known.key, bounds=Bounds(), membership=known
        )
    person = unknown_member(common.name, mention.constituency)
    seat = Seat.printed(mention.constituency) if mention.constituency else None
    return replace(common, person=person, tenure="-".join([person, office, short]), seat=seat)


def _appointed(record: Record, short: str, bodies: Bodies, named: Sequence[Holding]) -> Iterable[Holding]:
    """Whoever was given an office and is not named."""
    day = record.document.published
    for intervention in record.interventions:
        role_type = _words()["appointments"].get(intervention.kind)
        if role_type is None or not intervention.council:
            continue
        body = bodies.find(intervention.council)
        interim = _is_interim(intervention.kind.replace("-", " "))
        if any(one.body == body and one.role_type == role_type and one.interim >= interim for one in named):
            continue
        tenure = f"unnamed-{body.key}-{role_type}-{short}"
        yield Holding(
            None,
            "",
            None,
            role_type,
            body,
            tenure,
            _attested(None, day),
            interim,
            evidence=tuple(intervention.evidence),
        )


def _attested(role: str | None, day: str | None) -> Bounds:
    """The office was held on the day of the document; a former one had ended by then."""
    if role and fold(role).replace("-", " ").split(" ")[0] in _words()["former"]:
        return Bounds(latest_start=last_day(day), latest_end=last_day(day))
    return Bounds(latest_start=last_day(day), earliest_end=first_day(day))


def _is_interim(role: str | None) -> bool:
    return any(word in _words()["interim"] for word in fold(role or "").split())


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("people.toml").read_text(encoding="utf-8"))
