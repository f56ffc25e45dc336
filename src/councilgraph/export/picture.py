"""A projection as a picture: SVG, and PNG and PDF with the extra ``draw``.

Labels are set where they cover no node and no other label, those of large nodes first; in SVG the rest are shown on
pointing, as are days and documents of edges.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from councilgraph.drawing import content
from councilgraph.drawing.figure import Circle, Figure, Rectangle, Words
from councilgraph.drawing.figure import Path as Line
from councilgraph.drawing.lettering import width, wrapped
from councilgraph.errors import CouncilgraphError
from councilgraph.export.files import binary_file
from councilgraph.export.survey import clean
from councilgraph.export.tables import Tables
from councilgraph.projection.colours import nodes_first
from councilgraph.projection.layout import arrange
from councilgraph.projection.model import Edge, Node, Point

_MARGIN, _HEAD, _LETTERS = 70.0, 62.0, 9.5
_ROOM = 104.0
_INK, _QUIET = "#1a1a1a", "#555555"
_NARROWEST = 520.0
# How much further apart nodes may be drawn to make room for labels, and the share of labels for which it is not done.
_STRETCHES = (1.0, 1.25, 1.6, 2.0)
_HIDDEN = 0.02
_CELL = 60.0


def write(tables: Tables, path: Path) -> list[Path]:
    """Write the file.

    Raises:
        UsageError: there are too many nodes, or what draws it is not installed.
        CouncilgraphError: not all nodes and edges are in the file.
    """
    drawn = content(figure(tables), path.suffix)
    with binary_file(path) as file:
        file.write(drawn)
    if path.suffix.lower() == ".svg":
        _check(tables, path)
    return [path]


def figure(tables: Tables) -> Figure:
    """A projection drawn, as wide as its labels need; nodes without a position get one.

    Raises:
        UsageError: there are too many nodes.
    """
    if any(node.position is None for node in tables.projection.nodes):
        arrange(tables.projection)
    for stretch in _STRETCHES:
        drawn, hidden = _drawn(tables, stretch)
        if hidden <= _HIDDEN * len(tables.projection.nodes):
            break
    return drawn


def _drawn(tables: Tables, stretch: float) -> tuple[Figure, int]:
    """A picture with the distances of nodes stretched, and how many labels found no room."""
    seen = tables.projection
    spots = {node.id: (node.position[0] * stretch, node.position[1] * stretch) for node in seen.nodes if node.position}
    left = min((x for x, _ in spots.values()), default=0) - _MARGIN
    places = {key: (x - left, y) for key, (x, y) in spots.items()}
    upper = min((y for _, y in places.values()), default=0)
    wide = max(max((x for x, _ in places.values()), default=0) + _MARGIN, _NARROWEST)
    drawn = Figure(wide, 0, tables.title or seen.name, tables.about)
    y = _heading(drawn)
    places = {key: (x, py - upper + y + _MARGIN / 2) for key, (x, py) in places.items()}
    drawn.add(*_edges(tables, places))
    for node in seen.nodes:
        x, py = places[node.id]
        tip = "\n".join(filter(None, [clean(node.label), clean(node.kind), _days(node), node.id]))
        drawn.add(Circle(x, py, node.size / 2, node.colour, "#ffffff", 1.0, tip, node.id))
    hidden = _label(drawn, seen.nodes, places)
    y = max((py + node.size / 2 for node in seen.nodes for py in (places[node.id][1],)), default=y) + 26
    y = _legend(drawn, tables, y)
    _caption(drawn, tables, y, hidden)
    return drawn, hidden


def _heading(drawn: Figure) -> float:
    y = 16.0
    for line in wrapped(drawn.title, 16, drawn.width - 40, bold=True):
        y += 18
        drawn.add(Words(20, y, line, 16, _INK, bold=True))
    for line in wrapped(drawn.about, 11, min(drawn.width - 40, 900)):
        y += 15
        drawn.add(Words(20, y, line, 11, _QUIET))
    return y


def _edges(tables: Tables, places: dict[str, Point]) -> Iterator[Line]:
    """Lines, side by side where several join the same two; loops as small rounds."""
    seen = tables.projection
    sizes = {node.id: node.size / 2 for node in seen.nodes}
    heaviest = max((edge.weight for edge in seen.edges), default=1.0)
    # Where lines are few they are drawn so that their colours tell; where they are many, so that one looks through.
    finest, shade = (1.5, 0.85) if len(seen.edges) < 1.5 * len(seen.nodes) else (0.9, 0.6)
    met: Counter[tuple[str, str]] = Counter()
    for edge in seen.edges:
        ends = (min(edge.source, edge.target), max(edge.source, edge.target))
        number = met[ends]
        met[ends] += 1
        thick = finest + (2.6 * edge.weight / heaviest if heaviest > 1 and edge.weight > 0 else 0)
        (x, y), (tx, ty) = places[edge.source], places[edge.target]
        if edge.source == edge.target:
            round_ = sizes[edge.source] + 5 + 4 * number
            points = tuple(
                (x + round_ * (1 + math.cos(a / 4 * math.pi)), y + round_ * math.sin(a / 4 * math.pi)) for a in range(9)
            )
            yield Line(points, edge.colour, thick, shade, tip=_told(tables, edge), key=edge.id)
            continue
        far = math.hypot(tx - x, ty - y) or 1.0
        # The ends in one order, so that edges there and back bend apart.
        side = (number + 1) // 2 * 16 * (1 if number % 2 else -1) * (1 if edge.source <= edge.target else -1)
        bend = ((x + tx) / 2 + (ty - y) / far * side, (y + ty) / 2 - (tx - x) / far * side)
        yield Line(
            ((x, y), (tx, ty)),
            edge.colour,
            thick,
            shade,
            bend if number else None,
            tip=_told(tables, edge),
            key=edge.id,
        )
        if seen.directed:
            fx, fy = (tx - bend[0], ty - bend[1])
            along = math.hypot(fx, fy) or 1.0
            ux, uy = fx / along, fy / along
            px, py = tx - ux * (sizes[edge.target] + 1), ty - uy * (sizes[edge.target] + 1)
            length, half = 5 + thick, 2 + thick / 2
            back = (px - ux * length, py - uy * length)
            yield Line(
                ((px, py), (back[0] - uy * half, back[1] + ux * half), (back[0] + uy * half, back[1] - ux * half)),
                edge.colour,
                closed=True,
            )


def _told(tables: Tables, edge: Edge) -> str:
    documents = [tables.projection.documents[key].title for key in edge.documents if key in tables.projection.documents]
    said = [clean(edge.label), _days(edge), *(clean(title) for title in documents[:5])]
    said.append(f"and {len(documents) - 5} more" if len(documents) > 5 else "")
    return "\n".join(filter(None, said))


def _days(thing: Node | Edge) -> str:
    days = [day.isoformat() if day else "…" for day in (thing.start, thing.end)]
    return "" if days == ["…", "…"] else days[0] if days[0] == days[1] else " to ".join(days)


def _label(drawn: Figure, nodes: list[Node], places: dict[str, Point]) -> int:
    """Set labels where there is room, and say how many found none."""
    taken = _Taken()
    for node in nodes:
        (x, y), half = places[node.id], node.size / 2
        taken.take((x - half, y - half, x + half, y + half))
    hidden = 0
    for node in sorted(nodes, key=lambda node: (-node.size, node.id)):
        (x, y), half = places[node.id], node.size / 2 + 3
        lines = wrapped(clean(node.label), _LETTERS, _ROOM, lines=5)
        wide, tall = max(width(line, _LETTERS) for line in lines), 11.0 * len(lines)
        corners = [
            (x - wide / 2, y + half - 1),
            (x + half, y - tall / 2),
            (x - half - wide, y - tall / 2),
            (x - wide / 2, y - half - tall),
        ]
        for left, top in corners:
            box = (left, top, left + wide, top + tall)
            if left > 2 and left + wide < drawn.width - 2 and taken.free(box):
                taken.take(box)
                for number, line in enumerate(lines):
                    drawn.add(Words(left + wide / 2, top + 9 + number * 11, line, _LETTERS, _INK, "middle", halo=True))
                break
        else:
            hidden += bool(node.label.strip())
    return hidden


class _Taken:
    """Boxes that are taken, found again by the squares in which they lie."""

    def __init__(self) -> None:
        self.boxes: dict[tuple[int, int], list[tuple[float, float, float, float]]] = defaultdict(list)

    def take(self, box: tuple[float, float, float, float]) -> None:
        """Take a box: left, top, right, bottom."""
        for square in self._squares(box):
            self.boxes[square].append(box)

    def free(self, box: tuple[float, float, float, float]) -> bool:
        """Whether it touches none that is taken."""
        left, top, right, bottom = box
        return not any(
            left < r and le < right and top < b and t < bottom
            for square in self._squares(box)
            for le, t, r, b in self.boxes.get(square, ())
        )

    @staticmethod
    def _squares(box: tuple[float, float, float, float]) -> Iterator[tuple[int, int]]:
        left, top, right, bottom = (int(side // _CELL) for side in box)
        return ((x, y) for x in range(left, right + 1) for y in range(top, bottom + 1))


def _legend(drawn: Figure, tables: Tables, y: float) -> float:
    x, y = 20.0, y + 16
    for entry in nodes_first(tables.projection.legend):
        words = clean(entry.meaning)
        room = 26 + width(words, 10.5)
        if x > 20 and x + room > drawn.width - 20:
            x, y = 20.0, y + 18
        if entry.of == "node":
            drawn.add(Circle(x + 7, y, 6, entry.colour, "#ffffff", 0.5))
        else:
            drawn.add(Rectangle(x, y - 1.5, 15, 3, entry.colour))
        drawn.add(Words(x + 19, y + 4, words, 10.5))
        x += room + 14
    return y + 6


def _caption(drawn: Figure, tables: Tables, y: float, hidden: int) -> None:
    seen = tables.projection
    documents = {key for edge in seen.edges for key in edge.documents}
    said = [f"{len(seen.nodes):,} nodes and {len(seen.edges):,} edges, from {len(documents):,} documents."]
    if hidden:
        said.append(f"{hidden:,} label{'s' if hidden > 1 else ''} found no room.")
    for line in wrapped(" ".join([*said, *map(clean, seen.notes)]), 9.5, drawn.width - 40):
        y += 14
        drawn.add(Words(20, y, line, 9.5, _QUIET))
    drawn.height = y + 18


def _check(tables: Tables, path: Path) -> None:
    """Read the SVG back: every node is a circle and every edge a path."""
    found = {"circle": Counter[str](), "path": Counter[str]()}
    for element in ElementTree.parse(path).iter():
        name = str(element.tag).rpartition("}")[2]
        if name in found and (key := element.get("data-id")) is not None:
            found[name][key] += 1
    seen = tables.projection
    wanted = {"circle": Counter(node.id for node in seen.nodes), "path": Counter(edge.id for edge in seen.edges)}
    if found != wanted:
        raise CouncilgraphError("not every node and edge is in the picture once", where=str(path))
