"""Claims to their claimants, capacities, councils and grades, and figures to the grades that limit them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from councilgraph.model import Claim, Record, Statistic
from councilgraph.resolve.councils import CouncilReference
from councilgraph.resolve.dates import Bounds, interval
from councilgraph.resolve.events import Event
from councilgraph.resolve.names import slug
from councilgraph.resolve.people import (
    Bodies,
    Body,
    Holding,
    bare_name,
    is_named,
    is_organisation,
    is_unnamed,
    speaks_for_council,
)
from councilgraph.resolve.subjects import counts_councils, disputes_currency, narrowest, services_named
from councilgraph.resolve.vocabulary import Grade, Vocabulary, fold

_SERVICES, _PRESENT = "service-scale", "social-care-scale"


@dataclass(frozen=True, slots=True)
class ResolvedClaim:
    """A claim with everybody and everything that it is about.

    Attributes:
        person: key and name of the claimant; None where a body speaks.
        body: the claimant where no person is named.
        tenure: the office in which the claimant is named in this document.
        grade: what is asserted, on the scale that is meant.
        asserts: the days of which it is asserted; without bounds where the claim is about its own day.
        services: the service areas named; none: all services.
        disputes: whether it says of a rating that it rests on what has passed.
    """

    claim: Claim
    person: tuple[str, str] | None
    body: Body | None
    unnamed: bool
    tenure: str | None
    council: CouncilReference | None
    event: Event | None
    grade: Grade | None
    asserts: Bounds
    services: tuple[str, ...]
    disputes: bool = False


@dataclass(frozen=True, slots=True)
class ResolvedStatistic:
    """A figure with the grade that limits it, the councils it lists and the service it is about.

    ``worded``: whether its words name the service, and not only its measure.
    """

    statistic: Statistic
    grade: Grade | None
    members: tuple[CouncilReference, ...]
    services: tuple[str, ...]
    worded: bool = False


def claims(
    record: Record,
    short: str,
    bodies: Bodies,
    holdings: Sequence[Holding],
    events: Mapping[str, Event],
    words: Vocabulary,
) -> Iterable[ResolvedClaim]:
    """The claims of a record."""
    first = record.inspections[0] if record.inspections else None
    about = bodies.council(first.council) if first and first.council else None
    for claim in record.claims:
        holding = holding_of(claim.speaker, holdings)
        unnamed = not holding and (
            is_unnamed(claim.speaker) or not (is_named(claim.speaker) or _is_body(claim.speaker))
        )
        body = None if holding else _speaking_body(claim, short, about, bodies)
        person = (holding.person or "", holding.name) if holding else None
        if not holding and body is None:
            name = bare_name(claim.speaker)
            person = (f"{slug(name)}-in-{short}", name)
        named = bodies.council(claim.council) if claim.council else None
        speaks_for = holding.body if holding else body
        own = bodies.council(speaks_for.label) if speaks_for and speaks_for.council else None
        event = events.get(claim.inspection) if claim.inspection else None
        council = named or (event.council if event else None) or own or about
        quoted = " ".join(span.quote for span in claim.evidence)
        services = services_named(quoted) if claim.asserts_grade else ()
        grade = _claimed(claim, event or (events.get(first.id) if first else None), services, words)
        asserts = Bounds()
        if found := interval(claim.asserts_period):
            asserts = Bounds(earliest_start=found[0], latest_end=found[1])
        tenure = holding.tenure if holding else None
        disputes = grade is None and disputes_currency(quoted)
        yield ResolvedClaim(claim, person, body, unnamed, tenure, council, event, grade, asserts, services, disputes)


def statistics(
    record: Record, bodies: Bodies, events: Mapping[str, Event], words: Vocabulary
) -> Iterable[ResolvedStatistic]:
    """The figures of a record."""
    first = record.inspections[0] if record.inspections else None
    event = events.get(first.id) if first else None
    for statistic in record.statistics:
        limit = statistic.grade_limit
        scales = [_SERVICES, _PRESENT]
        if counts_councils(statistic.unit_kind):
            scales = words.scales(event.framework) if event and event.framework else []
        grade = next((found for scale in scales if limit and (found := words.grade_on(scale, limit))), None)
        members = [reference for name in statistic.members if (reference := bodies.council(name))]
        named = f"{statistic.measure} {statistic.unit_kind or ''}".replace("-", " ")
        told = [" ".join(span.quote for span in statistic.evidence), _around(statistic, record)]
        worded = [narrowest(services_named(part)) for part in told] if limit else []
        quoted = next(filter(None, worded), ())
        services = quoted or (services_named(named) if limit else ())
        yield ResolvedStatistic(statistic, grade, tuple(members), services, bool(quoted))


def _around(statistic: Statistic, record: Record) -> str:
    """The words of the finding in which a figure stands."""
    for finding in record.findings:
        for whole in finding.evidence:
            if any(whole.start <= span.start and span.end <= whole.end for span in statistic.evidence):
                return whole.quote
    return ""


def holding_of(speaker: str, holdings: Sequence[Holding]) -> Holding | None:
    """Whom a document means by a speaker: the one of that name, or the only one of that surname."""
    name = fold(bare_name(speaker))
    named = [one for one in holdings if one.person]
    same = [one for one in named if fold(one.name) == name]
    if not same and " " not in name:
        same = [one for one in named if fold(one.name).split()[-1] == name]
    return same[0] if len({one.person for one in same}) == 1 else None


def _speaking_body(claim: Claim, short: str, about: CouncilReference | None, bodies: Bodies) -> Body | None:
    if council := bodies.council(claim.speaker):
        return Body("Council", council.key, council.label)
    if is_unnamed(claim.speaker):
        named = _of(claim.speaker)
        if named and (is_organisation(named) and fold(named) not in ("council", "a council", "the council")):
            return bodies.find(named)
        council = (bodies.council(claim.council) if claim.council else None) or about
        return Body("Council", council.key, council.label) if council else bodies.find(named or claim.speaker)
    if about and not is_named(claim.speaker) and speaks_for_council(claim.speaker):
        return Body("Council", about.key, about.label)
    if is_organisation(claim.speaker):
        return bodies.find(claim.speaker)
    if is_named(claim.speaker):
        return None
    return Body("Agent", f"{slug(claim.speaker)}-in-{short}", claim.speaker)


def _is_body(speaker: str) -> bool:
    """“the council” speaks as such, “council leaders” do not."""
    return is_organisation(speaker) and not (speaks_for_council(speaker) and fold(speaker).split()[-1] != "council")


def _of(speaker: str) -> str:
    """“A Department for Education spokesperson”: whose; empty where not said."""
    words = [word for word in speaker.split() if not is_unnamed(word)]
    while words and words[0].casefold() in ("a", "an", "the"):
        words.pop(0)
    return " ".join(words).removeprefix("for ").removeprefix("the ")


def _claimed(claim: Claim, event: Event | None, services: Sequence[str], words: Vocabulary) -> Grade | None:
    """The grade that is asserted: on the scale of the inspection spoken of, else on that of services, else on today's."""
    if not claim.asserts_grade:
        return None
    scales = words.scales(event.framework) if event and event.framework else []
    for scale in [*scales, *([_SERVICES] if services else []), _PRESENT, _SERVICES]:
        if found := words.grade_on(scale, claim.asserts_grade):
            return found
    return None
