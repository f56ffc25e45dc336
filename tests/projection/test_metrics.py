"""What is measured of a network."""

import pytest

from councilgraph.errors import UsageError
from councilgraph.projection.metrics import METRICS, measure
from councilgraph.projection.model import Edge, Node, Projection


def path(directed: bool = True) -> Projection:
    """a → b → c twice, and d by itself."""
    seen = Projection("path", "Path", directed=directed)
    seen.nodes = [Node(name, name, "thing") for name in "abcd"]
    ends = [("a", "b"), ("b", "c"), ("b", "c")]
    seen.edges = [Edge(f"e{number}", a, b, "tie", "tie") for number, (a, b) in enumerate(ends)]
    return seen


def measured(seen: Projection, name: str) -> list[object]:
    return [node.attributes[name] for node in seen.nodes]


def test_degrees_count_every_edge() -> None:
    seen = path()
    assert measure(seen, ["degree"]) == ["degree", "in_degree", "out_degree"]
    assert measured(seen, "degree") == [1, 3, 2, 0]
    assert measured(seen, "in_degree") == [0, 1, 2, 0]
    assert measured(seen, "out_degree") == [1, 2, 0, 0]
    assert measure(path(directed=False), ["degree"]) == ["degree"]


def test_betweenness_is_the_share_of_shortest_ways() -> None:
    seen = path()
    measure(seen, ["betweenness"])
    assert measured(seen, "betweenness") == [0, pytest.approx(1 / 3), 0, 0]
    assert seen.notes == []


def test_betweenness_of_many_nodes_is_estimated_and_says_so() -> None:
    seen = Projection("star", "Star", nodes=[Node(f"n{number:04}", "", "thing") for number in range(600)])
    seen.edges = [Edge(f"e{node.id}", "n0000", node.id, "tie", "") for node in seen.nodes[1:]]
    measure(seen, ["betweenness"])
    assert max(seen.nodes, key=lambda node: float(str(node.attributes["betweenness"]))).id == "n0000"
    assert seen.notes == ["betweenness is estimated from 500 of 600 nodes"]


def test_parts_and_communities_are_numbered_from_the_largest() -> None:
    seen = path()
    assert measure(seen, ["components", "communities"]) == ["component", "community"]
    assert measured(seen, "component") == [1, 1, 1, 2]
    assert measured(seen, "community")[3] == 2


def test_the_same_projection_gives_the_same_numbers() -> None:
    one, other = path(), path()
    measure(one, METRICS)
    measure(other, METRICS)
    assert one == other


def test_nothing_is_measured_by_another_name() -> None:
    with pytest.raises(UsageError, match="nothing is measured by “size”"):
        measure(path(), ["degree", "size"])
    assert measure(Projection("none", "None"), list(METRICS)) == [
        "degree",
        "in_degree",
        "out_degree",
        "betweenness",
        "community",
        "component",
    ]
