"""Mentions of inspections to inspection events.

Two mentions are one event only where council and kind agree and both stays, known to the day, share a day: a wrong split
can be mended later, a wrong merge cannot. What is not dated to the day stays an event of its own.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from councilgraph.model import Inspection
from councilgraph.resolve.councils import CouncilReference
from councilgraph.resolve.dates import Bounds, spell

# The kind of these visits is their visit type; of every other inspection it is the framework.
_KINDS_BY_VISIT = frozenset({"focused-visit", "monitoring-visit", "lscb-review", "reinspection"})


@dataclass(frozen=True, slots=True)
class Mention:
    """An inspection as one text describes it; ``rank`` orders texts by authority, best first.

    ``text`` and ``document`` are keys; a document may have several texts.
    """

    text: str
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

    def is_dated_by(self, inspection: Inspection) -> bool:
        """Whether a description gives the dates that the event has."""
        return spell(inspection.start, inspection.end) == self.bounds


def join(mentions: Iterable[Mention]) -> dict[tuple[str, str], Event]:
    """Every mention, by key of its text and inspection id, to its event."""
    families: dict[tuple[str, str], list[Mention]] = defaultdict(list)
    for mention in mentions:
        families[mention.council.key, mention.kind].append(mention)
    found: dict[tuple[str, str], Event] = {}
    for _, family in sorted(families.items()):
        groups = _groups(sorted(family, key=lambda m: (m.rank, m.text, m.inspection.id)))
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
            found |= {(mention.text, mention.inspection.id): event for mention in group}
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
    """A key a group: council, kind and month of the start.

    Where two that are known to the day fall in one month, the day is added. One that is less known takes the month only
    if no other is there, else the document's key, and a number where the document has several.
    """
    months: dict[str, list[list[Mention]]] = defaultdict(list)
    for group in groups:
        months[(group[0].inspection.start or "")[:7]].append(group)
    keyed: list[tuple[str, list[Mention]]] = []
    met: Counter[str] = Counter()
    for month, rivals in sorted(months.items()):
        known = sum(group[0].bounds.exact for group in rivals)
        for group in rivals:
            best = group[0]
            parts = [best.council.key, best.kind]
            if best.bounds.exact:
                parts.append(month if known == 1 else str(best.bounds.earliest_start))
            elif month and len(rivals) == 1:
                parts.append(month)
            else:
                parts += [*([month] if month else []), "in", best.document]
            key = "-".join(parts)
            met[key] += 1
            keyed.append((key if met[key] == 1 else f"{key}-{met[key]}", group))
    return keyed
