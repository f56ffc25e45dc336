"""Where nodes are drawn: the same projection gets the same places, and what was drawn once stays where it was.

Each part that hangs together is laid out by itself: a tree in rings around its middle, others by springs and repulsion
(Fruchterman and Reingold 1991) that start from such rings; then the parts are set in rows. Nothing is left to chance.
"""

import math
from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from councilgraph.errors import UsageError
from councilgraph.projection.forces import relax, spread
from councilgraph.projection.model import Node, Point, Projection

# Beyond this a picture shows nothing, and takes minutes.
MOST = 10_000
# Free space between two nodes, and around a part.
_GAP = 30.0
_MARGIN = 44.0
_RING = 75.0
# A ring beyond this becomes several, between which leaves alternate.
_LARGE = 350.0
# Words are wide, so pictures are.
_STRETCH = 1.3
# Of the nodes that must have a place already, so that the others join them.
_ENOUGH = 0.5

Beside = Mapping[str, Sequence[str]]


def arrange(projection: Projection, known: Mapping[str, Point] | None = None) -> None:
    """Give every node its position.

    Args:
        known: places that nodes had before, by id; where at least half of the nodes have one they stay, and others are
            put beside what they are tied to.

    Raises:
        UsageError: there are more nodes than a picture can show.
    """
    nodes = {node.id: node for node in projection.nodes}
    if len(nodes) > MOST:
        raise UsageError(
            f"{len(nodes):,} nodes are more than a picture can show ({MOST:,})",
            hint="Take a part, for example with --around, --council or --region; formats for tools take any number.",
        )
    beside = _beside(projection)
    places = {key: known[key] for key in nodes if key in known} if known else {}
    if len(places) < _ENOUGH * len(nodes):
        places = {}
    left = _joined(nodes, beside, places) if places else set(nodes)
    parts = [_part(nodes, beside, part) for part in _parts(beside, left)]
    top = max((y + nodes[key].size for key, (_, y) in places.items()), default=0.0)
    for part in _in_rows(nodes, parts, top + _MARGIN if places else 0.0):
        places |= part
    for key, (x, y) in places.items():
        nodes[key].position = (round(x, 1), round(y, 1))


def _beside(projection: Projection) -> dict[str, list[str]]:
    """Each node's neighbours, once each, sorted."""
    beside: dict[str, set[str]] = {node.id: set() for node in projection.nodes}
    for edge in projection.edges:
        if edge.source != edge.target:
            beside[edge.source].add(edge.target)
            beside[edge.target].add(edge.source)
    return {key: sorted(others) for key, others in beside.items()}


def _parts(beside: Beside, among: set[str]) -> list[list[str]]:
    """What hangs together, the largest first."""
    left, parts = set(among), []
    for key in sorted(among):
        if key in left:
            part = [one for one, _ in _walk(beside, key, left)]
            left.difference_update(part)
            parts.append(part)
    return sorted(parts, key=lambda part: (-len(part), part[0]))


def _walk(beside: Beside, start: str, among: set[str]) -> Iterator[tuple[str, str]]:
    """Nodes from one outwards, each with that by which it was reached."""
    met, line = {start}, deque([(start, "")])
    while line:
        key, before = line.popleft()
        yield key, before
        for other in beside[key]:
            if other in among and other not in met:
                met.add(other)
                line.append((other, key))


def _part(nodes: Mapping[str, Node], beside: Beside, part: Sequence[str]) -> dict[str, Point]:
    places = _rings(nodes, beside, part)
    ties = [(key, other) for key in part for other in beside[key] if key < other and other in places]
    if len(ties) >= len(part):
        relax(places, ties, _RING)
        spread(places, {key: nodes[key].size / 2 + _GAP / 2 for key in part})
    return {key: (_STRETCH * x, y) for key, (x, y) in places.items()}


def _rings(nodes: Mapping[str, Node], beside: Beside, part: Sequence[str]) -> dict[str, Point]:
    """A tree of shortest ways in rings around its middle; at its rim every leaf has room."""
    middle = _middle(beside, part)
    reached = list(_walk(beside, middle, set(part)))
    depth, below = {middle: 0}, {key: list[str]() for key in part}
    for key, before in reached[1:]:
        depth[key] = depth[before] + 1
        below[before].append(key)
    need = dict.fromkeys(part, 0.0)
    for key, before in reversed(reached):
        need[key] = max(need[key], nodes[key].size + _GAP)
        if before:
            need[before] += need[key]
    rings, lanes = [0.0], 1
    for ring in range(1, max(depth.values()) + 1):
        at_rim = any(depth[key] == ring and not below[key] for key in part)
        rim = need[middle] / math.tau if at_rim else 0.0
        lanes = max(lanes, math.ceil(rim / _LARGE))
        rings.append(max(rings[-1] + _RING, rim / lanes))
    places, angle = {middle: (0.0, 0.0)}, {middle: 0.0}
    for key, _ in reached:
        share = math.tau / need[middle] if need[middle] else 0.0
        at = angle[key]
        for number, child in enumerate(below[key]):
            angle[child] = at
            at += need[child] * share
            turn = angle[child] + need[child] * share / 2
            out = rings[depth[child]] + (0.0 if below[child] else number % lanes * _RING)
            places[child] = (out * math.cos(turn), out * math.sin(turn))
    return places


def _middle(beside: Beside, part: Sequence[str]) -> str:
    """The node halfway between two that lie far apart; of a star its centre."""
    among = set(part)
    *_, (far, _) = _walk(beside, part[0], among)
    before = dict(_walk(beside, far, among))
    end = next(reversed(before))
    way = [end]
    while before[way[-1]]:
        way.append(before[way[-1]])
    return max(way[(len(way) - 1) // 2 : len(way) // 2 + 1], key=lambda key: (len(beside[key]), key))


def _joined(nodes: Mapping[str, Node], beside: Beside, places: dict[str, Point]) -> set[str]:
    """Put nodes without a place beside those that have one, and say which are tied to none."""
    radii = {key: node.size / 2 + _GAP / 2 for key, node in nodes.items()}
    kept = set(places)
    new = sorted(nodes.keys() - kept)
    while reached := [key for key in new if key not in places and any(other in places for other in beside[key])]:
        found = {}
        for number, key in enumerate(reached):
            known = [places[other] for other in beside[key] if other in places]
            turn = number * 2.399963  # the golden angle: no two lie in one direction
            x, y = (sum(each) / len(known) for each in zip(*known, strict=True))
            found[key] = (x + _RING * math.cos(turn), y + _RING * math.sin(turn))
        places |= found
    spread(places, {key: radii[key] for key in places}, fixed=kept)
    return nodes.keys() - places.keys()


def _in_rows(nodes: Mapping[str, Node], parts: Sequence[dict[str, Point]], top: float) -> Iterator[dict[str, Point]]:
    """Parts moved so that they stand in rows, the tallest first."""
    boxes = []
    for part in parts:
        left = min(x - nodes[key].size / 2 for key, (x, _) in part.items()) - _MARGIN
        right = max(x + nodes[key].size / 2 for key, (x, _) in part.items()) + _MARGIN
        upper = min(y - nodes[key].size / 2 for key, (_, y) in part.items()) - _MARGIN / 2
        lower = max(y + nodes[key].size / 2 for key, (_, y) in part.items()) + _MARGIN / 2
        boxes.append((left, upper, right - left, lower - upper, part))
    boxes.sort(key=lambda box: (-box[3], -box[2], min(box[4])))
    room = max([1.5 * math.sqrt(sum(w * h for _, _, w, h, _ in boxes)), *(w for _, _, w, _, _ in boxes)], default=0.0)
    x, y, tall = 0.0, top, 0.0
    for left, upper, w, h, part in boxes:
        if x and x + w > room:
            x, y, tall = 0.0, y + tall, 0.0
        yield {key: (px - left + x, py - upper + y) for key, (px, py) in part.items()}
        x, tall = x + w, max(tall, h)
