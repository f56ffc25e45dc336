"""What was written of each text and is held against other texts afterwards, by node."""

from dataclasses import dataclass, field

from councilgraph.rdf import NamedNode
from councilgraph.resolve import ResolvedRecord
from councilgraph.resolve.claims import ResolvedClaim, ResolvedStatistic
from councilgraph.resolve.interventions import ResolvedIntervention


@dataclass(slots=True)
class Ledger:
    """Claims and figures that have a grade, and interventions, each with its text and node."""

    claims: list[tuple[ResolvedRecord, ResolvedClaim, NamedNode]] = field(default_factory=list)
    statistics: list[tuple[ResolvedRecord, ResolvedStatistic, NamedNode]] = field(default_factory=list)
    interventions: list[tuple[ResolvedRecord, ResolvedIntervention, NamedNode]] = field(default_factory=list)
