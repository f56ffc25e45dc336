"""Parallel edges: those of one kind between the same two nodes, made one."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from councilgraph.projection.model import Edge
from councilgraph.projection.rows import add


def summed(edges: Iterable[Edge]) -> list[Edge]:
    """One edge in place of parallel ones: weights added, documents and attributes joined, days from first to last.

    Its attribute ``edges`` says how many it stands for.
    """
    return [_sum(group) for group in _groups(edges)]


def first(edges: Iterable[Edge]) -> list[Edge]:
    """Of parallel edges the earliest; its attribute ``edges`` says how many there were."""
    return [_counted(group[0], len(group)) for group in _groups(edges)]


def _groups(edges: Iterable[Edge]) -> Iterable[list[Edge]]:
    groups: dict[tuple[str, str, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.source, edge.target, edge.kind].append(edge)
    return [sorted(group, key=lambda edge: (edge.start or date.max, edge.thing)) for group in groups.values()]


def _sum(group: list[Edge]) -> Edge:
    whole = group[0]
    if len(group) > 1:
        whole.thing, whole.label = "", whole.label if len({edge.label for edge in group}) == 1 else whole.kind
        for edge in group[1:]:
            for name, values in edge.attributes.items():
                for value in values if isinstance(values, tuple) else (values,):
                    add(whole.attributes, name, value)
        whole.weight = sum(edge.weight for edge in group)
        whole.documents = tuple(sorted({document for edge in group for document in edge.documents}))
        whole.start = min((edge.start for edge in group if edge.start), default=None)
        whole.end = max((edge.end for edge in group if edge.end), default=None)
    return _counted(whole, len(group))


def _counted(edge: Edge, count: int) -> Edge:
    edge.attributes["edges"] = count
    return edge
