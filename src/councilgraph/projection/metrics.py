"""What networkx measures of a network, as attributes of its nodes.

Measures take no notice of the direction of edges, but for ``in_degree`` and ``out_degree``; weights count as strength in
communities and nowhere else. The same projection always gives the same numbers.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from councilgraph.errors import UsageError
from councilgraph.projection.model import Projection

if TYPE_CHECKING:
    import networkx

METRICS = {
    "degree": "how many edges a node has; in_degree and out_degree where edges have a direction",
    "betweenness": "the share of shortest ways between others that lead through it, 0 to 1",
    "communities": "the number of the community it belongs to, by Louvain's method; 1 is the largest",
    "components": "the number of the part that hangs together in which it is; 1 is the largest",
}
# Betweenness is estimated from so many nodes where there are more.
_SAMPLE = 500


def measure(projection: Projection, names: Iterable[str]) -> list[str]:
    """Add measures to the nodes, and say which attributes they are.

    Raises:
        UsageError: a name is none of `METRICS`.
    """
    names = list(dict.fromkeys(names))
    if unknown := [name for name in names if name not in METRICS]:
        raise UsageError(f"nothing is measured by “{unknown[0]}”", hint=f"Known: {', '.join(METRICS)}.")
    if not names:
        return []
    import networkx

    graph = networkx.Graph()
    graph.add_nodes_from(node.id for node in projection.nodes)
    for edge in projection.edges:
        weight = graph.get_edge_data(edge.source, edge.target, {"weight": 0.0})["weight"]
        graph.add_edge(edge.source, edge.target, weight=weight + edge.weight)
    measured: dict[str, dict[str, int | float]] = {}
    for name in names:
        measured |= _MEASURES[name](projection, graph)
    for node in projection.nodes:
        node.attributes |= {attribute: values[node.id] for attribute, values in measured.items()}
    return list(measured)


def _degree(projection: Projection, graph: "networkx.Graph[str]") -> dict[str, dict[str, int | float]]:
    begins: dict[str, int | float] = dict.fromkeys(graph, 0)
    ends = begins.copy()
    for edge in projection.edges:
        begins[edge.source] += 1
        ends[edge.target] += 1
    both = {node: begins[node] + ends[node] for node in begins}
    return {"degree": both, "in_degree": ends, "out_degree": begins} if projection.directed else {"degree": both}


def _betweenness(projection: Projection, graph: "networkx.Graph[str]") -> dict[str, dict[str, int | float]]:
    import networkx

    sample = _SAMPLE if len(graph) > _SAMPLE else None
    if sample:
        projection.notes.append(f"betweenness is estimated from {sample} of {len(graph):,} nodes")
    found = networkx.betweenness_centrality(graph, k=sample, seed=0)
    return {"betweenness": {node: round(value, 9) for node, value in found.items()}}


def _communities(projection: Projection, graph: "networkx.Graph[str]") -> dict[str, dict[str, int | float]]:
    import networkx

    return {"community": _numbered(networkx.community.louvain_communities(graph, seed=0))}


def _components(projection: Projection, graph: "networkx.Graph[str]") -> dict[str, dict[str, int | float]]:
    import networkx

    return {"component": _numbered(networkx.connected_components(graph))}


def _numbered(groups: Iterable[set[str]]) -> dict[str, int | float]:
    """Nodes with the number of their group: the largest first, of equal ones that with the first id."""
    ranked = sorted(groups, key=lambda group: (-len(group), min(group)))
    return {node: number for number, group in enumerate(ranked, 1) for node in group}


_MEASURES = {"degree": _degree, "betweenness": _betweenness, "communities": _communities, "components": _components}
