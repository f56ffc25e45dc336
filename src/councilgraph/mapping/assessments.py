"""Claims held against what is known: one assessment a claim and thing, with the days that count and the rule that decided.

What a claim asserts is never called true or false as a whole; the evidence on both sides can be reached from each assessment.
The rules are concepts of the vocabulary, each with its explanation; here is only which of them applies:

- a claim about a time is held against what was published in that time, and not against the very inspection that it answers;
- a claim about its own day is held against the latest grade of each area in the five years before, and figures of the year
  before;
- only grades of a scale that has the asserted grade can be compared;
- a claim on all services fails with their overall grade, and is qualified by a part; a claim that names services is about
  the grades and figures of these.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from councilgraph import rdf
from councilgraph.mapping import iris
from councilgraph.mapping.graph import Graph
from councilgraph.mapping.ledger import Ledger
from councilgraph.namespaces import CG, PROV
from councilgraph.rdf import NamedNode
from councilgraph.resolve import Resolution, ResolvedRecord
from councilgraph.resolve.claims import ResolvedClaim, ResolvedStatistic
from councilgraph.resolve.dates import first_day, last_day
from councilgraph.resolve.events import Event
from councilgraph.resolve.families import OVERALL, family_of
from councilgraph.resolve.subjects import rank
from councilgraph.resolve.vocabulary import Grade, vocabulary

_YEAR, _LONG = timedelta(days=366), timedelta(days=5 * 365 + 1)
_SERVICE = "service"


@dataclass(frozen=True, slots=True)
class Given:
    """A judgement as one event has it."""

    event: Event
    area: str
    grade: Grade
    told: str = ""

    @property
    def node(self) -> NamedNode:
        """Its IRI."""
        return iris.judgement(self.event.key, self.area, self.grade.key)

    @property
    def day(self) -> str:
        """The day by which it was known, as far as documents tell; empty where they do not."""
        return last_day(self.event.published) or self.event.bounds.latest_end or self.told


@dataclass(frozen=True, slots=True)
class Window:
    """The days of which a claim is held to speak; ``present``: of those on which it was made."""

    start: str
    end: str
    present: bool
    answered: str | None

    def has(self, day: str) -> bool:
        """Whether a day is one of them."""
        return self.start <= day <= self.end


def write_assessments(graph: Graph, resolution: Resolution, ledger: Ledger) -> None:
    """All claims with a grade, against judgements and figures of their council."""
    given = _given(resolution)
    for text, claim, node in ledger.claims:
        window = _window(text, claim) if claim.council else None
        if window is None or claim.council is None:
            continue
        council = claim.council.key
        if claim.grade is None:
            disputed = {claim.event.key} if claim.event else {event.key for event in text.events.values()}
            judged = [one for one in given[council] if one.event.key in disputed]
            found: Iterable[tuple[NamedNode, str, str]] = (
                (one.node, "not-assessable", "about-what-a-rating-rests-on") for one in judged
            )
        else:
            found = [*_against_judgements(claim, claim.grade, window, given[council])]
            found += _against_statistics(claim, claim.grade, window, council, ledger)
        for against, outcome, rule in found:
            _write(graph, node, against, council, outcome, rule, window)


def _given(resolution: Resolution) -> dict[str, list[Given]]:
    """The judgements on each council, boards left out."""
    found: dict[str, dict[NamedNode, Given]] = defaultdict(dict)
    for text in resolution.texts:
        for judgement in text.judgements:
            event = text.events.get(judgement.judgement.inspection)
            if event and not event.body:
                told = last_day(text.record.document.published) or ""
                one = Given(event, judgement.area, judgement.grade, told)
                before = found[event.council.key].setdefault(one.node, one)
                if told and (not before.told or told < before.told):
                    found[event.council.key][one.node] = one
    by_council = {
        council: sorted(nodes.values(), key=lambda g: (g.day, g.node.value)) for council, nodes in found.items()
    }
    return defaultdict(list, by_council)


def _window(text: ResolvedRecord, claim: ResolvedClaim) -> Window | None:
    """The days of a claim; None where neither the claim nor its document is dated."""
    published = text.record.document.published
    if claim.asserts.latest_end is None:
        first, last = first_day(published), last_day(published)
        return Window(first, last, True, None) if first and last else None
    start, end = claim.asserts.earliest_start or "0001-01-01", claim.asserts.latest_end
    news = text.record.inspections[0] if text.record.inspections else None
    event = claim.event or (text.events.get(news.id) if news else None)
    if claim.grade is None or event is None or claim.council is None or event.council.key != claim.council.key:
        return Window(start, end, False, None)
    begun = event.bounds.earliest_start or event.bounds.latest_end
    if begun and start < begun <= end:
        end = _before(begun, timedelta(days=1))
    return Window(start, end, False, event.key)


def _against_judgements(
    claim: ResolvedClaim, grade: Grade, window: Window, given: list[Given]
) -> Iterator[tuple[NamedNode, str, str]]:
    about = [(one, closeness) for one in given if (closeness := _closeness(one.area, claim.services))]
    latest: dict[frozenset[str], str] = {}
    for one, _ in about:
        if one.day and one.day <= window.end:
            latest[vocabulary().covers[one.area]] = max(one.day, latest.get(vocabulary().covers[one.area], ""))
    for one, closeness in about:
        if one.event.key == window.answered:
            yield one.node, "outside-period", "claim-answers-this-inspection"
        elif not one.day:
            yield one.node, "not-assessable", "day-not-known"
        elif window.present and one.day > window.end:
            yield one.node, "outside-period", "published-after-the-claim"
        elif window.present and one.day < latest[vocabulary().covers[one.area]]:
            yield one.node, "outside-period", "replaced-by-a-later-grade"
        elif window.present and one.day < _before(window.start, _LONG):
            yield one.node, "outside-period", "given-long-before"
        elif not window.present and not window.has(one.day):
            yield one.node, "outside-period", "published-outside-the-period"
        else:
            yield one.node, *_compared(claim, grade, one.grade, closeness)


def _before(day: str, time: timedelta) -> str:
    return (date.fromisoformat(day) - time).isoformat()


def _closeness(area: str, services: tuple[str, ...]) -> str | None:
    """How near an area is to what a claim is about: ``same``, ``part``, ``whole``; None where it is something else."""
    words = vocabulary()
    if not services:
        if area.startswith(_SERVICE):
            return None
        return "same" if family_of(area) == OVERALL else "part"
    graded_alone = frozenset().union(*words.covers.values())
    wanted = {service if service in graded_alone else words.broader.get(service, service) for service in services}
    covered = words.covers[area]
    if covered & wanted:
        return "same" if len(covered) == 1 or covered <= wanted else "whole"
    above = {words.broader.get(service) for service in covered}
    return "part" if above & wanted else None


def _compared(claim: ResolvedClaim, asserted: Grade, grade: Grade, closeness: str) -> tuple[str, str]:
    """Outcome and rule for a grade that counts."""
    scale_has_it = vocabulary().grade_on(grade.scale, asserted.label)
    mine, theirs = rank(scale_has_it) if scale_has_it else None, rank(grade)
    if mine is None or theirs is None:
        return "not-comparable", "scale-lacks-the-grade"
    if _holds(theirs, claim.claim.comparator or "=", mine):
        return "supported", "grade-as-claimed" if closeness == "same" else "part-as-claimed"
    if closeness != "same":
        return "partly-supported", "part-not-as-claimed"
    if theirs > mine and (claim.claim.comparator or "=") == "=":
        return "partly-supported", "grade-better-than-claimed"
    return "contradicted", "grade-not-as-claimed"


def _against_statistics(
    claim: ResolvedClaim, asserted: Grade, window: Window, council: str, ledger: Ledger
) -> Iterator[tuple[NamedNode, str, str]]:
    """Figures count where they say how many units of a service that the claim names have a grade."""
    for text, figure, node in ledger.statistics:
        reference = text.councils.get(figure.statistic.council or "")
        if not reference or reference.key != council or not set(figure.services) & set(claim.services):
            continue
        day = last_day(text.record.document.published)
        earliest = _before(window.start, _YEAR) if window.present else window.start
        if figure.statistic.value == 0 or not figure.grade:
            continue
        if figure.statistic.period:
            yield node, "outside-period", "figure-of-another-time"
        elif not day:
            yield node, "not-assessable", "day-not-known"
        elif not earliest <= day <= window.end:
            yield node, "outside-period", "published-outside-the-period"
        else:
            yield node, *_counted(claim, asserted, figure, figure.grade)


def _counted(claim: ResolvedClaim, asserted: Grade, figure: ResolvedStatistic, limit: Grade) -> tuple[str, str]:
    """Outcome and rule for a figure that counts units of a grade."""
    wanted = vocabulary().grade_on(limit.scale, asserted.label)
    mine, theirs = rank(wanted) if wanted else None, rank(limit)
    if mine is None or theirs is None:
        return "not-comparable", "scale-lacks-the-grade"
    counted = [place for place in range(1, 5) if _holds(place, figure.statistic.comparator or "=", theirs)]
    claimed = [place for place in range(1, 5) if _holds(place, claim.claim.comparator or "=", mine)]
    if not set(counted) & set(claimed):
        return "contradicted", "units-not-as-claimed"
    if not set(counted) <= set(claimed):
        return "not-assessable", "units-of-several-grades"
    if len(counted) > 1 and (figure.statistic.value < 1 or figure.statistic.value < (figure.statistic.population or 0)):
        return "partly-supported", "some-units-as-claimed"
    return "supported", "units-as-claimed"


def _holds(place: int, comparator: str, limit: int) -> bool:
    match comparator:
        case ">=":
            return place >= limit
        case ">":
            return place > limit
        case "<=":
            return place <= limit
        case "<":
            return place < limit
        case _:
            return place == limit


def _write(
    graph: Graph, claim: NamedNode, against: NamedNode, council: str, outcome: str, rule: str, window: Window
) -> None:
    node = iris.assessment(claim, against)
    said = vocabulary().labels["assessment-outcome", outcome]
    graph.node(node, (CG.ClaimAssessment, PROV.Entity), f"{said}: {graph.label(claim)} / {graph.label(against)}")
    graph.add(node, CG.claim, claim)
    graph.add(node, CG.against, against)
    graph.add(node, CG.council, iris.thing("council", council))
    graph.add(node, CG.outcome, iris.concept("assessment-outcome", outcome))
    graph.add(node, CG.rule, iris.concept("assessment-rule", rule))
    graph.add(node, CG.windowStart, rdf.day(window.start))
    graph.add(node, CG.windowEnd, rdf.day(window.end))
