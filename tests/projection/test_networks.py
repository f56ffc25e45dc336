"""A projection as a networkx graph."""

from datetime import date

import networkx

from councilgraph.projection import get, project
from councilgraph.projection.model import Edge, Node, Projection
from councilgraph.store import EmbeddedStore


def test_all_that_is_known_is_data_of_nodes_and_edges(graph: EmbeddedStore) -> None:
    found = project(graph, get("lead-inspectors")).to_networkx()
    assert isinstance(found, networkx.MultiDiGraph)
    assert (found.number_of_nodes(), found.number_of_edges()) == (6, 5)
    assert found.nodes["council/northmere"]["region"] == "West Midlands"
    ties = found.get_edge_data("person/ada-fernsby-ofsted", "council/northmere")
    assert {tie["start"] for tie in ties.values()} == {date(2019, 5, 13), date(2023, 6, 5)}
    assert all(tie["documents"] for tie in ties.values())
    assert found.graph["name"] == "lead-inspectors"


def test_attributes_give_way_to_what_every_node_and_edge_has() -> None:
    seen = Projection("any", "Any", directed=False)
    seen.nodes = [Node("a", "A", "thing", {"colour": "mauve", "label": "other", "size": 3})]
    seen.edges = [
        Edge("e1", "a", "a", "tie", "tie", {"weight": "heavy", "key": "k"}),
        Edge("e2", "a", "a", "tie", "tie"),
    ]
    found = seen.to_networkx()
    assert not found.is_directed()
    assert (found.nodes["a"]["colour"], found.nodes["a"]["label"]) == ("#999999", "A")
    assert found["a"]["a"]["e1"]["weight"] == 1.0
    assert found["a"]["a"]["e1"]["key"] == "k"
    assert set(found["a"]["a"]) == {"e1", "e2"}
