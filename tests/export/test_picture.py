"""Projections as pictures."""

from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree import ElementTree

import pypdfium2
import pytest
from hypothesis import given, settings
from PIL import Image

from councilgraph.drawing.figure import Circle, Words
from councilgraph.drawing.lettering import width
from councilgraph.errors import CouncilgraphError
from councilgraph.export import picture, write
from councilgraph.export.tables import Tables
from councilgraph.projection import Edge, Node, Projection

from .projections import projections

SVG = "{http://www.w3.org/2000/svg}"


def council_and_visits(count: int) -> Projection:
    nodes = [Node("council/a", "Westmarch County Council", "council", size=30)]
    nodes += [Node(f"inspection/{n:03}", f"Inspection of the year {2000 + n}", "inspection") for n in range(count)]
    edges = [Edge(f"e{n}", "council/a", node.id, "inspected", "inspected") for n, node in enumerate(nodes[1:])]
    return Projection("any", "Westmarch", "What there is.", nodes=nodes, edges=edges)


@settings(max_examples=40)
@given(seen=projections())
def test_every_node_and_edge_is_in_the_svg(seen: Projection) -> None:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "graph.svg"
        write(seen, [file])
        root = ElementTree.parse(file).getroot()
    keyed = [
        (element.tag.removeprefix(SVG), element.get("data-id")) for element in root.iter() if element.get("data-id")
    ]
    assert sorted(keyed) == sorted(
        [*(("circle", node.id) for node in seen.nodes), *(("path", edge.id) for edge in seen.edges)]
    )


@given(seen=projections())
@settings(max_examples=5)
def test_any_projection_can_be_printed(seen: Projection) -> None:
    with TemporaryDirectory() as folder:
        write(seen, [Path(folder) / "graph.pdf", Path(folder) / "graph.png"])
        document = pypdfium2.PdfDocument(Path(folder) / "graph.pdf")
        wide, tall = document[0].get_size()
        document.close()
        with Image.open(Path(folder) / "graph.png") as image:
            assert image.size[0] / image.size[1] == pytest.approx(wide / tall, rel=0.05)


def test_labels_cover_neither_nodes_nor_each_other() -> None:
    drawn = picture.figure(Tables(council_and_visits(60), lists=True))
    boxes = [
        (item.x - width(item.text, item.size) / 2, item.y - 9, item.x + width(item.text, item.size) / 2, item.y + 2)
        for item in drawn.items
        if isinstance(item, Words) and item.halo
    ]
    assert len(boxes) > 60  # those of inspections have two lines
    for number, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert (
                right <= other[0] + 0.01
                or other[2] <= left + 0.01
                or bottom <= other[1] + 0.01
                or other[3] <= top + 0.01
            )
        for disc in (item for item in drawn.items if isinstance(item, Circle)):
            across = max(left - disc.x, disc.x - right, 0), max(top - disc.y, disc.y - bottom, 0)
            assert across[0] ** 2 + across[1] ** 2 >= (disc.radius - 0.5) ** 2


def test_the_caption_counts_nodes_edges_and_labels_that_found_no_room() -> None:
    seen = council_and_visits(3)
    for node in seen.nodes:
        node.position = (100.0, 100.0)
    drawn = picture.figure(Tables(seen, lists=True))
    said = " ".join(item.text for item in drawn.items if isinstance(item, Words))
    assert "4 nodes and 3 edges, from 0 documents." in said
    assert "labels found no room" in said


def test_positions_that_are_there_are_kept() -> None:
    seen = council_and_visits(2)
    for number, node in enumerate(seen.nodes):
        node.position = (number * 50.0, number * 20.0)
    drawn = picture.figure(Tables(seen, lists=True))
    (first, second, third) = [item for item in drawn.items if isinstance(item, Circle) and item.key]
    assert (second.x - first.x, second.y - first.y) == (third.x - second.x, third.y - second.y) == (50, 20)


def test_a_picture_in_which_something_is_missing_is_not_taken(tmp_path: Path) -> None:
    seen = council_and_visits(2)
    seen.edges[1].id = ""
    with pytest.raises(CouncilgraphError, match="not every node and edge"):
        write(seen, [tmp_path / "graph.svg"])
