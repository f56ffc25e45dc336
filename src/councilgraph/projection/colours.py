"""Colours and sizes by the rules of a projection, and what they mean.

Shades are those of Okabe and Ito, which most people with a colour deficiency tell apart.
"""

import math
from collections.abc import Iterable

from councilgraph.projection.definition import Block, Colouring, Sizing
from councilgraph.projection.model import Edge, LegendEntry, Node, Projection, Values


def colour_nodes(projection: Projection, blocks: Iterable[tuple[Block, dict[str, Node]]]) -> None:
    """Give nodes, which come sort by sort with the rules for them, colours and sizes, and the legend its entries."""
    strength: dict[str, dict[str, float]] = {"edges": {}, "weight": {}}
    for edge in projection.edges:
        for end in {edge.source, edge.target}:
            strength["edges"][end] = strength["edges"].get(end, 0) + 1
            strength["weight"][end] = strength["weight"].get(end, 0) + edge.weight
    for block, nodes in blocks:
        _colour(projection, block.colour, nodes.values(), "node", block.kind)
        _size(block.size, nodes.values(), strength.get(block.size.by))


def colour_edges(projection: Projection, block: Block, edges: Iterable[Edge]) -> None:
    """Give edges of one sort their colours, and the legend its entries."""
    _colour(projection, block.colour, edges, "edge", block.kind)


def nodes_first(legend: Iterable[LegendEntry]) -> list[LegendEntry]:
    """The legend in the order in which people read it."""
    return sorted(legend, key=lambda entry: entry.of != "node")


def _colour(
    projection: Projection, rule: Colouring, things: Iterable[Node] | Iterable[Edge], of: str, kind: str
) -> None:
    met: set[str] = set()
    for thing in things:
        key = _key(thing, rule.by)
        thing.colour = rule.of.get(key, rule.other)
        met.add(key if key in rule.of else "")
    for key, colour in rule.of.items():
        if key in met:
            _enter(projection, LegendEntry(of, rule.names.get(key, key), colour))
    if "" in met:
        named = kind or ("other" if of == "node" else "tie")
        _enter(projection, LegendEntry(of, f"{kind}, other" if rule.by and kind else named, rule.other))


def _enter(projection: Projection, entry: LegendEntry) -> None:
    if entry not in projection.legend:
        projection.legend.append(entry)


def _key(thing: Node | Edge, by: str) -> str:
    if not by:
        return ""
    value: Values | None = thing.kind if by == "kind" else thing.attributes.get(by)
    if isinstance(value, tuple):
        value = value[0]
    return "" if value is None else str(value)


def _size(rule: Sizing, nodes: Iterable[Node], strength: dict[str, float] | None) -> None:
    values: dict[str, float] = {}
    nodes = list(nodes)
    for node in nodes:
        value = strength.get(node.id, 0.0) if strength is not None else node.attributes.get(rule.by, 0)
        values[node.id] = max(float(value), 0.0) if isinstance(value, int | float) and math.isfinite(value) else 0.0
    most = max(values.values(), default=0.0)
    for node in nodes:
        share = math.sqrt(values[node.id] / most) if most else 0.0
        node.size = round(rule.smallest + (rule.largest - rule.smallest) * share, 2) if rule.by else rule.smallest
