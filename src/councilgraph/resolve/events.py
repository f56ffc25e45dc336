"""Mentions of inspections to inspection events.

Two mentions are one event only where council and kind agree and both stays, known to the day, share a day: a wrong split
can be mended later, a wrong merge cannot. What is not dated to the day stays an event of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from councilgraph.model import Inspection
from councilgraph.resolve.councils import CouncilReference
from councilgraph.resolve.dates import Bounds, spell

# The kind of these visits is their visit type; of every other inspection it is the framework.
_KINDS_BY_VISIT = frozenset({"focused-visit", "monitoring-visit", "lscb-review", "reinspection"})
_UNDATED = Bounds()


@dataclass(frozen=True, slots=True)
class Mention:
    """An inspection as one document describes it; ``rank`` orders documents by authority, best first."""

    document: str
    inspection: Inspection
    council: CouncilReference
    areas: frozenset[str]
    rank: tuple[int, str]

    @property
    def kind(self) -> str:
        """Key of the inspection's kind."""
        if self.inspection.visit_type in _KINDS_BY_VISIT:
            return str(self.inspection.visit_type)
        return self.inspection.framework or "inspection"

    @property
    def bounds(self) -> Bounds:
        """When it was on site."""
        return spell(self.inspection.start, self.inspection.end)


@dataclass(frozen=True, slots=True)
class Event:
    """One inspection; what it says of itself comes from its best mention.

    Attributes:
        key: last segment of its IRI.
        areas: keys of the judgement areas graded in any mention.
    """

    key: str
    council: CouncilReference
    kind: str
    framework: str | None
    bodies: tuple[str, ...]
    bounds: Bounds
    areas: frozenset[str]

    def states(self, mention: Mention) -> bool:
        """Whether a mention gives the dates that the event has."""
        return mention.bounds == self.bounds


def join(mentions: Iterable[Mention]) -> dict[tuple[str, str], Event]:
    """Every mention, by document id and inspection id, to its event."""
    families: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        families[mention.council.key, mention.kind].append(mention)
    found: dict[tuple[str, str], Event] = {}
    for _, family in sorted(families.items()):
        groups = _groups(sorted(family, key=lambda m: (m.rank, m.inspection.id)))
        for key, group in _keys(groups):
            best = group[0]
            event = Event(
                key,
                best.council,
                best.kind,
                best.inspection.framework,
                tuple(best.inspection.bodies),
                best.bounds,
                frozenset().union(*(mention.areas for mention in group)),
            )
            found |= {(mention.document, mention.inspection.id): event for mention in group}
    return found


def _groups(family: Sequence[Mention]) -> list[list[Mention]]:
    """Mentions of one council and kind, parted into events; each group begins with its best mention."""
    groups: list[list[Mention]] = []
    for mention in family:
        home = next((group for group in groups if group[0].bounds.overlaps(mention.bounds)), None)
        if home:
            home.append(mention)
        else:
            groups.append([mention])
    return groups


def _keys(groups: Sequence[list[Mention]]) -> list[tuple[str, list[Mention]]]:
    """A key a group: council, kind and month of the start; the day is added where two fall in one month."""
    months: dict[str, list[list[Mention]]] = defaultdict(list)
    for group in groups:
        months[(group[0].inspection.start or "")[:7]].append(group)
    keyed: list[tuple[str, list[Mention]]] = []
    for month, rivals in sorted(months.items()):
        for group in rivals:
            best = group[0]
            stem = f"{best.council.key}-{best.kind}"
            exact = best.bounds.earliest_start is not None and best.bounds.earliest_start == best.bounds.latest_start
            if not month or (len(rivals) > 1 and not exact):
                key = f"{stem}-{month}-in-{best.document}".replace("--", "-")
            else:
                key = f"{stem}-{best.inspection.start if len(rivals) > 1 else month}"
            keyed.append((key, group))
    return keyed
