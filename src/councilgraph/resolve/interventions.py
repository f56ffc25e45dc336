"""Interventions to the council, the inspection and whoever acts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from councilgraph.model import Intervention, Record
from councilgraph.resolve.claims import holding_of
from councilgraph.resolve.councils import CouncilReference
from councilgraph.resolve.events import Event
from councilgraph.resolve.people import Bodies, Body, Holding


@dataclass(frozen=True, slots=True)
class ResolvedIntervention:
    """An intervention; who acts is a person, by key and name, or a body."""

    intervention: Intervention
    council: CouncilReference
    event: Event | None
    person: tuple[str, str] | None
    body: Body | None


def interventions(
    record: Record, bodies: Bodies, holdings: Sequence[Holding], events: Mapping[str, Event]
) -> Iterable[ResolvedIntervention]:
    """The interventions of a record that name the council concerned."""
    for intervention in record.interventions:
        event = events.get(intervention.inspection) if intervention.inspection else None
        named = bodies.council(intervention.council) if intervention.council else None
        council = named or (event.council if event else None)
        if council is None:
            continue
        holding = holding_of(intervention.by, holdings) if intervention.by else None
        person = (holding.person, holding.name) if holding and holding.person else None
        body = bodies.find(intervention.by) if intervention.by and not person else None
        yield ResolvedIntervention(intervention, council, event, person, body)
