"""Mentions of inspections to inspection events.

Two mentions are one event only where council and kind agree and nothing speaks against it: both stays, known to the day,
share a day; or a month or year that one gives fits the other's days from start to publication, and no third event fits as
well. Mentions that give one area different grades stay apart unless their days agree. A wrong split can be mended later,
a wrong merge cannot.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from councilgraph.model import Inspection
from councilgraph.resolve.councils import CouncilReference
from councilgraph.resolve.dates import Bounds, first_day, last_day, spell

# The kind of these visits is their visit type; of every other inspection it is the framework.
_KINDS_BY_VISIT = frozenset({"focused-visit", "monitoring-visit", "lscb-review", "reinspection"})
_UNKNOWN = "inspection"
# What an inspection of the council's services may have been where that is not said, and of a framework alone.
_OF_COUNCIL = frozenset({"apa", "jar", "annual", "slac", "protection", "lac-2013", "sif", "ilacs", "reinspection"})
_MAY_BE = {_UNKNOWN: _OF_COUNCIL, "sif": frozenset({"sif", "reinspection"})}


@dataclass(frozen=True, slots=True)
class Mention:
    """An inspection as one document describes it.

    Attributes:
        areas: keys of the judgement areas that it grades here.
        rank: orders documents by authority, best first.
        grades: key of the grade by family of services, to hold mentions against each other.
        framework: as the document says or as it was settled.
        published: ISO day or part of it, of the report or the judgement.
    """

    document: str
    inspection: Inspection
    council: CouncilReference
    areas: frozenset[str]
    rank: tuple[int, str]
    grades: Mapping[str, str] = field(default_factory=dict)
    framework: str | None = None
    published: str | None = None

    @property
    def kind(self) -> str:
        """Key of the inspection's kind."""
        if self.inspection.visit_type in _KINDS_BY_VISIT:
            return str(self.inspection.visit_type)
        return self.framework or self.inspection.framework or _UNKNOWN

    @property
    def bounds(self) -> Bounds:
        """When it was on site; a report or judgement of a day says that the stay had ended."""
        if self.inspection.start is None and self.published:
            return Bounds(latest_start=last_day(self.published), latest_end=last_day(self.published))
        return spell(self.inspection.start, self.inspection.end)

    @property
    def days(self) -> tuple[str, str] | None:
        """From the first day on site that can be meant to publication, or to the last day on site."""
        first = first_day(self.inspection.start or self.published)
        last = last_day(self.published or self.inspection.end or self.inspection.start)
        return (first, last) if first and last else None

    def agrees(self, other: "Mention") -> bool:
        """Whether no family of services has one grade here and another there."""
        return all(other.grades.get(family, grade) == grade for family, grade in self.grades.items())

    def is_near(self, other: "Mention") -> bool:
        """Whether the two may have been on the same days."""
        mine, theirs = self.days, other.days
        return mine is not None and theirs is not None and mine[0] <= theirs[1] and theirs[0] <= mine[1]

    def is_same(self, other: "Mention") -> bool:
        """Whether two that are known to the month are of one kind and month, by days on site or by publication."""
        return (
            self.document != other.document
            and self.kind == other.kind != _UNKNOWN
            and self.inspection.start == other.inspection.start
            and self.published == other.published
            and len(self.inspection.start or self.published or "") >= len("2012-05")
            and self.agrees(other)
        )


@dataclass(frozen=True, slots=True)
class Event:
    """One inspection; what it says of itself comes from its best mention.

    Attributes:
        key: last segment of its IRI.
        areas: keys of the judgement areas graded in any mention.
        body: the body inspected where it is not the council.
        published: as the best mention says, ISO, perhaps partial.
    """

    key: str
    council: CouncilReference
    kind: str
    framework: str | None
    bodies: tuple[str, ...]
    bounds: Bounds
    areas: frozenset[str]
    body: str | None = None
    published: str | None = None

    @property
    def day(self) -> str | None:
        """The day that decides on the version of its framework."""
        return self.bounds.earliest_start or self.bounds.latest_end

    def states(self, mention: Mention) -> bool:
        """Whether a mention gives the dates that the event has."""
        return mention.bounds == self.bounds


def join(mentions: Iterable[Mention]) -> dict[tuple[str, str], Event]:
    """Every mention, by document id and inspection id, to its event."""
    councils: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        councils[mention.council.key].append(mention)
    found: dict[tuple[str, str], Event] = {}
    for _, of_council in sorted(councils.items()):
        kinds: dict[str, list[list[Mention]]] = defaultdict(list)
        for group in _groups(sorted(of_council, key=lambda m: (m.rank, m.inspection.id))):
            kinds[group[0].kind].append(group)
        for _, groups in sorted(kinds.items()):
            for key, group in _keys(groups):
                event = _event(key, group)
                found |= {(mention.document, mention.inspection.id): event for mention in group}
    return found


def _event(key: str, group: Sequence[Mention]) -> Event:
    best = group[0]
    return Event(
        key,
        best.council,
        best.kind,
        best.framework or best.inspection.framework,
        tuple(best.inspection.bodies),
        best.bounds,
        frozenset().union(*(mention.areas for mention in group)),
        best.inspection.body,
        best.published,
    )


def _groups(of_council: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions of one council, parted into events; each group begins with its best mention."""
    groups: list[list[Mention]] = []
    vague: list[Mention] = []
    for mention in of_council:
        if not mention.bounds.exact:
            vague.append(mention)
            continue
        home = next((g for g in groups if g[0].kind == mention.kind and g[0].bounds.overlaps(mention.bounds)), None)
        if home:
            home.append(mention)
        else:
            groups.append([mention])
    known = [group[0] for group in groups]
    homes = [[best for best in known if _may_be(mention, best)] for mention in vague]
    apart: list[list[Mention]] = []
    for mention, fitting in zip(vague, homes, strict=True):
        if len(fitting) == 1:
            groups[known.index(fitting[0])].append(mention)
        elif home := next((group for group in apart if group[0].is_same(mention)), None):
            home.append(mention)
        else:
            apart.append([mention])
    return groups + apart


def _may_be(vague: Mention, known: Mention) -> bool:
    """Whether a mention that is not dated to the day may tell of a known inspection."""
    kinds = _MAY_BE.get(vague.kind, frozenset({vague.kind}))
    return vague.document != known.document and known.kind in kinds and vague.is_near(known) and vague.agrees(known)


def _keys(groups: Sequence[list[Mention]]) -> list[tuple[str, list[Mention]]]:
    """A key a group: council, kind and month of the start, or of publication; the day where two fall in one month."""
    months: dict[str, list[list[Mention]]] = defaultdict(list)
    for group in groups:
        best = group[0]
        when = (best.inspection.start or "")[:7]
        months[when or (f"published-{best.published[:7]}" if best.published else "")].append(group)
    keyed: list[tuple[str, list[Mention]]] = []
    for when, rivals in sorted(months.items()):
        for group in rivals:
            best = group[0]
            stem = "-".join(filter(None, (best.council.key, best.kind, when)))
            if len(rivals) > 1 and best.bounds.exact:
                stem = f"{best.council.key}-{best.kind}-{best.inspection.start}"
            elif len(rivals) > 1 or not when:
                twins = [other for other in rivals if other[0].document == best.document]
                stem += f"-in-{best.document}" + (f"-{best.inspection.id}" if len(twins) > 1 else "")
            keyed.append((stem, group))
    return keyed
