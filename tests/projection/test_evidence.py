"""Where documents state what a projection shows."""

import pytest

from councilgraph.projection import get, project
from councilgraph.projection.evidence import add_evidence
from councilgraph.query import run
from councilgraph.store import EmbeddedStore


@pytest.mark.parametrize(("quotes", "some"), [("all", True), ("none", False)])
def test_every_judgement_has_its_pages_and_words_if_they_may_travel(
    graph: EmbeddedStore, quotes: str, some: bool
) -> None:
    seen = project(graph, get("inspections"), {"council": "Northmere"})
    add_evidence(graph, seen, quotes)  # type: ignore[arg-type]
    judged = [node.id for node in seen.nodes if node.kind == "judgement"]
    assert judged and all(seen.evidence[key] for key in judged)
    places = [place for key in judged for place in seen.evidence[key]]
    assert all(place.page >= 1 and place.document in seen.documents for place in places)
    assert any(place.words for place in places) == some


def test_a_thing_has_as_many_places_as_the_graph_says(graph: EmbeddedStore) -> None:
    seen = project(graph, get("inspections"), {"council": "Northmere"})
    add_evidence(graph, seen, "none")
    key = next(node.id for node in seen.nodes if node.kind == "judgement")
    iri = next(node.iri for node in seen.nodes if node.id == key)
    query = f"SELECT DISTINCT ?version ?page {{ <{iri}> cg:evidence [ cg:inVersion ?version ; cg:page ?page ] }}"
    assert len(seen.evidence[key]) == len(run(graph, query).rows)
