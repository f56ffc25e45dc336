"""Walking from a thing finds what reading all finds."""

from dataclasses import replace
from datetime import date

import pytest

from councilgraph.projection import Projection, get, project
from councilgraph.store import EmbeddedStore
from councilgraph.store.protocol import QuerySolutions, Result


class Counted:
    """A graph that counts the rows of its answers."""

    def __init__(self, graph: EmbeddedStore) -> None:
        self.graph = graph
        self.rows = 0

    def query(self, sparql: str) -> Result:
        found = self.graph.query(sparql)
        if isinstance(found, QuerySolutions):
            self.rows += sum(1 for _ in found)
        return self.graph.query(sparql)


@pytest.fixture(scope="module")
def things(graph: EmbeddedStore) -> list[str]:
    """Every third thing of the graph; all would take long."""
    return [node.id for node in project(graph, get("everything")).nodes if node.iri][::3]


def part(whole: Projection, centre: str, depth: int) -> set[str]:
    """The edges between what is at most so many edges from a node, by a search of the whole."""
    near = {centre}
    for _ in range(depth):
        near |= {end for e in whole.edges if {e.source, e.target} & near for end in (e.source, e.target)}
    return {edge.id for edge in whole.edges if edge.source in near and edge.target in near}


@pytest.mark.parametrize("depth", [1, 2, 3])
def test_walking_finds_what_a_search_of_the_whole_finds(depth: int, graph: EmbeddedStore, things: list[str]) -> None:
    whole = project(graph, get("everything"))
    nodes = {node.id: node for node in whole.nodes}
    for centre in things:
        seen = project(graph, get("ego"), around=nodes[centre].iri, depth=depth)
        assert {edge.id for edge in seen.edges} == part(whole, centre, depth)
        assert all(
            edge.documents == other.documents for edge in seen.edges for other in whole.edges if edge.id == other.id
        )
        assert all(node.attributes == nodes[node.id].attributes for node in seen.nodes)


def test_a_walk_gives_the_same_where_edges_have_no_direction_or_are_read_at_once(graph: EmbeddedStore) -> None:
    """Reading at once is what a projection does whose queries cannot be narrowed."""
    ego = get("ego")
    at_once = replace(
        ego,
        edges=tuple(replace(b, query=b.query.replace("VALUES ?source { UNDEF }\n", "")) for b in ego.edges),
    )
    assert ego.walks and not at_once.walks
    for directed in (True, False):
        for window in (None, date(2020, 1, 1)):
            seen = [
                project(graph, replace(one, directed=directed), around="Northmere", depth=2, since=window)
                for one in (ego, at_once)
            ]
            assert seen[0] == seen[1]
            assert seen[0].edges


def test_a_window_bounds_the_walk(graph: EmbeddedStore) -> None:
    late = project(graph, get("ego"), around="Northmere", depth=2, since=date(2022, 1, 1))
    assert "inspection/northmere-ilacs-2023-06" in {node.id for node in late.nodes}
    assert "inspection/northmere-ilacs-2019-05" not in {node.id for node in late.nodes}


def test_a_walk_reads_what_it_shows_and_not_the_whole(graph: EmbeddedStore) -> None:
    whole, near = Counted(graph), Counted(graph)
    project(whole, get("everything"))
    seen = project(near, get("ego"), around="southmoor")
    assert len(seen.nodes) < 10
    assert near.rows < whole.rows / 4
