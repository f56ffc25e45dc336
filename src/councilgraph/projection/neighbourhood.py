"""What lies within some edges of one thing, whichever way they point."""

from collections import defaultdict
from collections.abc import Sequence

from councilgraph.projection.model import Edge


def neighbourhood(edges: Sequence[Edge], centre: str, depth: int) -> list[Edge]:
    """The edges between things that are at most ``depth`` edges from the centre."""
    beside: dict[str, set[str]] = defaultdict(set)
    for edge in edges:
        beside[edge.source].add(edge.target)
        beside[edge.target].add(edge.source)
    near = {centre}
    rim = {centre}
    for _ in range(depth):
        rim = {other for node in rim for other in beside[node]} - near
        near |= rim
    return [edge for edge in edges if edge.source in near and edge.target in near]
