"""Figures and interventions of which documents tell otherwise: linked, and ranked by whose word goes first.

Nothing is overwritten. Two documents disagree on a figure where they count units of one service at one time, and give one number
for two limits, or two numbers for one limit; on an intervention where within a year they call one step by two names.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations

from councilgraph.mapping import iris
from councilgraph.mapping.graph import Graph
from councilgraph.mapping.ledger import Ledger
from councilgraph.namespaces import CG
from councilgraph.rdf import NamedNode
from councilgraph.resolve import ResolvedRecord, authority
from councilgraph.resolve.claims import ResolvedStatistic
from councilgraph.resolve.dates import first_day, last_day
from councilgraph.resolve.subjects import office_named, step, sureness

_NEAR, _WITHIN_A_YEAR = 31, 366
Rank = tuple[int, int, str, str]


def write_conflicts(graph: Graph, ledger: Ledger) -> None:
    """Link what cannot be true at the same time, with a status each."""
    figures: dict[str, list[tuple[Rank, ResolvedRecord, ResolvedStatistic, NamedNode]]] = defaultdict(list)
    for text, figure, node in ledger.statistics:
        reference = text.councils.get(figure.statistic.council or "")
        if reference and figure.services:
            figures[reference.key].append((_rank(text, node), text, figure, node))
    for group in figures.values():
        _link(graph, [(rank, node) for rank, _, _, node in group], _figures_differ(group))
    steps: dict[tuple[str, str], list[tuple[Rank, str, ResolvedRecord, NamedNode]]] = defaultdict(list)
    for text, told, node in ledger.interventions:
        office = office_named(" ".join([told.intervention.kind, *(item.quote for item in told.intervention.evidence)]))
        if (named := step(told.intervention.kind)) and office:
            rank = _rank(text, node, sureness(told.intervention.stage))
            steps[told.council.key, named].append((rank, office, text, node))
    for rivals in steps.values():
        differing = {
            frozenset((one[3].value, other[3].value))
            for one, other in combinations(rivals, 2)
            if one[1] != other[1] and _apart(one[2], other[2], _WITHIN_A_YEAR)
        }
        _link(graph, [(rank, node) for rank, _, _, node in rivals], differing)


def _figures_differ(group: Sequence[tuple[Rank, ResolvedRecord, ResolvedStatistic, NamedNode]]) -> set[frozenset[str]]:
    return {
        frozenset((one[3].value, other[3].value))
        for one, other in combinations(group, 2)
        if one[1].short != other[1].short and _apart(one[1], other[1], _NEAR) and _disagree(one[2], other[2])
    }


def _disagree(one: ResolvedStatistic, other: ResolvedStatistic) -> bool:
    mine, theirs = one.statistic, other.statistic
    if not set(one.services) & set(other.services):
        return False
    if mine.period != theirs.period or mine.unit_kind != theirs.unit_kind or one.grade != other.grade:
        return False
    same_limit = (mine.comparator or "=") == (theirs.comparator or "=")
    same_value = abs(mine.value - theirs.value) < 0.005
    # Schools are counted of many kinds: only words tell that two numbers count the same ones.
    of_same = mine.measure == theirs.measure and one.worded and other.worded
    both_exact = mine.qualifier == theirs.qualifier == "exact" and of_same
    return same_value != same_limit and (same_value or both_exact)


def _apart(one: ResolvedRecord, other: ResolvedRecord, days: int) -> bool:
    """Whether two documents were published within so many days of each other."""
    mine, theirs = one.record.document.published, other.record.document.published
    if not mine or not theirs:
        return False
    earlier, later = sorted([(first_day(mine), last_day(mine)), (first_day(theirs), last_day(theirs))])
    return (date.fromisoformat(later[0] or "") - date.fromisoformat(earlier[1] or "")).days <= days


def _rank(text: ResolvedRecord, node: NamedNode, sure: int = 0) -> Rank:
    """Greater is weightier: the surer step, the weightier document, the later one; the node decides the rest."""
    document = text.record.document
    return sure, -authority(document), document.published or "", node.value


def _link(graph: Graph, ranked: Sequence[tuple[Rank, NamedNode]], differing: set[frozenset[str]]) -> None:
    """The weightiest of those that differ is preferred; each other that differs from it gives way to it."""
    left = sorted(ranked, reverse=True, key=lambda pair: pair[0])
    settled: set[str] = set()
    for _, best in left:
        rivals = [
            node for _, node in left if frozenset((best.value, node.value)) in differing and node.value not in settled
        ]
        if not rivals or best.value in settled:
            continue
        _status(graph, best, "preferred")
        settled |= {best.value, *(node.value for node in rivals)}
        for rival in rivals:
            _status(graph, rival, "superseded")
            graph.add(best, CG.conflictsWith, rival)
            graph.add(rival, CG.conflictsWith, best)


def _status(graph: Graph, node: NamedNode, status: str) -> None:
    graph.add(node, CG.status, iris.concept("status", status))
