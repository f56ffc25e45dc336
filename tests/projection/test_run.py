"""From the graph to a projection."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from councilgraph.errors import QueryError, UsageError
from councilgraph.projection import Definition, Edge, Projection, get, project
from councilgraph.store import EmbeddedStore

LED = """
title = "Led"
about = "Who led what."
parallel = "%s"
[[edges]]
kind = "led"
query = '''
SELECT ?source ?target ?edge ?start ?document WHERE {
  VALUES ?onlyCouncil { UNDEF }
  ?edge cg:leadInspector ?source ; cg:council ?onlyCouncil ; cg:statedIn ?document ; cg:earliestStart ?start
  BIND(?onlyCouncil AS ?target)
}
'''
"""


def led(folder: Path, parallel: str = "keep", text: str = LED) -> Definition:
    file = folder / "led.toml"
    file.write_text(text % parallel, encoding="utf-8")
    return Definition.read(file)


def pairs(seen: Projection) -> list[tuple[str, str]]:
    return sorted((edge.source, edge.target) for edge in seen.edges)


def one(seen: Projection, source: str, target: str) -> Edge:
    (edge,) = (edge for edge in seen.edges if (edge.source, edge.target) == (source, target))
    return edge


def test_an_edge_keeps_its_statement_its_days_and_every_document_that_states_it(graph: EmbeddedStore) -> None:
    seen = project(graph, get("lead-inspectors"), {"council": "Northmere"}, since=date(2023, 1, 1))
    edge = one(seen, "person/ada-fernsby-ofsted", "council/northmere")
    assert (edge.thing, edge.kind) == ("inspection/northmere-ilacs-2023-06", "led inspection of")
    assert (edge.start, edge.end) == (date(2023, 6, 5), date(2023, 6, 16))
    assert edge.documents == ("document/northmere-2023", "document/press-2023")
    assert edge.attributes["overall"] == "Inadequate"
    assert seen.documents.keys() == set(edge.documents)
    assert seen.documents["document/press-2023"].title == "Northmere “failing” its children"
    assert seen.documents["document/press-2023"].url == "https://courier.example.org/failing"


def test_every_edge_ends_at_a_node_and_everything_is_in_order(graph: EmbeddedStore) -> None:
    seen = project(graph, get("everything"))
    ids = [node.id for node in seen.nodes]
    assert ids == sorted(set(ids))
    said = [(edge.source, edge.target, edge.kind, edge.thing) for edge in seen.edges]
    assert said == sorted(said)
    assert len({edge.id for edge in seen.edges}) == len(seen.edges)
    assert {end for edge in seen.edges for end in (edge.source, edge.target)} == set(ids)
    assert all(edge.documents for edge in seen.edges)
    kinds = Counter(node.kind for node in seen.nodes)
    assert (kinds["council"], kinds["inspection"], kinds["evidence span"]) == (4, 5, 0)


def test_the_same_question_gives_the_same_ids_whatever_is_left_out(graph: EmbeddedStore) -> None:
    whole = project(graph, get("lead-inspectors"))
    part = project(graph, get("lead-inspectors"), {"council": "Eastvale"})
    assert {edge.id: edge.thing for edge in part.edges}.items() <= {edge.id: edge.thing for edge in whole.edges}.items()
    assert len(part.edges) == 2
    assert project(graph, get("lead-inspectors")) == whole


@pytest.mark.parametrize(
    ("filters", "count"),
    [
        ({"council": "Northmere"}, 2),
        ({"region": "West Midlands"}, 3),
        ({"region": "West Midlands", "council": "Westholme"}, 1),
        ({"grade": "inadequate"}, 2),
        ({"framework": "ILACS"}, 5),
        ({"grade": "inadequate", "council": "Eastvale"}, 1),
    ],
)
def test_filters_take_names_as_people_write_them(filters: dict[str, str], count: int, graph: EmbeddedStore) -> None:
    assert len(project(graph, get("lead-inspectors"), filters).edges) == count


def test_the_title_says_what_was_asked(graph: EmbeddedStore) -> None:
    whole = get("lead-inspectors")
    assert project(graph, whole).title == whole.title
    part = project(graph, whole, {"region": "West Midlands", "grade": "good"}, since=date(2019, 5, 1))
    assert part.title == f"{whole.title}: West Midlands, good, since 2019-05-01"
    assert project(graph, whole, around="eastvale").title == f"{whole.title}: Eastvale Borough Council"


def test_a_service_area_holds_what_is_narrower(graph: EmbeddedStore) -> None:
    assert len(project(graph, get("weaknesses"), {"service-area": "care leavers"}).edges) == 2
    assert len(project(graph, get("weaknesses"), {"service-area": "children-services"}).edges) == 5


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"service-area": "care leavers"}, "has no filter “service-area”"),
        ({"council": "Nowhere"}, "Nowhere"),
        ({"region": "West Midlands", "council": "Eastvale"}, "nothing fits region=West Midlands and council=Eastvale"),
    ],
)
def test_a_filter_that_does_not_fit_is_refused(filters: dict[str, str], message: str, graph: EmbeddedStore) -> None:
    with pytest.raises(UsageError, match=message):
        project(graph, get("lead-inspectors"), filters)


def test_a_window_of_days_takes_in_what_lasted_into_it(graph: EmbeddedStore) -> None:
    def within(since: date | None, until: date | None) -> int:
        return len(project(graph, get("lead-inspectors"), since=since, until=until).edges)

    assert within(date(2019, 5, 24), date(2019, 5, 24)) == 1
    assert within(date(2019, 5, 25), date(2023, 3, 5)) == 0
    assert within(None, date(2023, 3, 6)) == 2
    assert within(date(2023, 6, 16), None) == 3


def test_what_has_no_day_is_left_out_of_a_window_and_that_is_said(graph: EmbeddedStore, tmp_path: Path) -> None:
    undated = led(tmp_path, text=LED.replace("?start ?doc", "?doc"))
    seen = project(graph, undated, since=date(2000, 1, 1))
    assert (seen.edges, seen.nodes, seen.notes) == ([], [], ["5 edges without a day are left out"])


def test_the_neighbourhood_of_a_thing(graph: EmbeddedStore) -> None:
    near = project(graph, get("lead-inspectors"), around="Eastvale")
    assert {node.id for node in near.nodes} == {
        "council/eastvale",
        "person/bram-oakes-ofsted",
        "person/cleo-marsh-ofsted",
    }
    further = project(graph, get("lead-inspectors"), around="Eastvale", depth=2)
    assert {node.id for node in further.nodes} - {node.id for node in near.nodes} == {"council/westholme"}
    alone = project(graph, get("lead-inspectors"), around="Southmoor")
    assert [node.id for node in alone.nodes] == ["council/southmoor"]
    with pytest.raises(UsageError, match="needs a thing"):
        project(graph, get("ego"))


def test_parallel_edges_are_kept_summed_or_the_first_of_them(graph: EmbeddedStore, tmp_path: Path) -> None:
    ada = ("person/ada-fernsby-ofsted", "council/northmere")
    kept = project(graph, led(tmp_path))
    assert (pairs(kept).count(ada), kept.parallel, kept.joined) == (2, 1, 0)
    summed = project(graph, led(tmp_path, "sum"))
    whole = one(summed, *ada)
    assert (whole.weight, whole.attributes["edges"], whole.thing) == (2.0, 2, "")
    assert len(whole.documents) == 4
    assert whole.start == date(2019, 5, 13)
    assert (summed.parallel, summed.joined) == (0, 1)
    first = project(graph, led(tmp_path), parallel="first")
    assert one(first, *ada).thing == "inspection/northmere-ilacs-2019-05"
    assert (one(first, *ada).weight, one(first, *ada).attributes["edges"], first.joined) == (1.0, 2, 1)
    with pytest.raises(UsageError, match="no way to treat parallel edges"):
        project(graph, led(tmp_path), parallel="max")


def test_the_legend_tells_of_the_edges_that_are_shown(graph: EmbeddedStore) -> None:
    def shown(seen: Projection) -> None:
        assert {entry.colour for entry in seen.legend if entry.of == "edge"} == {edge.colour for edge in seen.edges}

    whole = project(graph, get("lead-inspectors"))
    shown(whole)
    part = project(graph, get("lead-inspectors"), since=date(2019, 5, 24), until=date(2019, 5, 24))
    shown(part)
    near = project(graph, get("lead-inspectors"), around="Westholme")
    shown(near)
    shown(project(graph, get("lead-inspectors"), parallel="first"))
    assert len(part.legend) < len(whole.legend) > len(near.legend)


def test_what_no_query_of_nodes_tells_of_has_its_label_and_the_kind_of_its_id(
    graph: EmbeddedStore, tmp_path: Path
) -> None:
    nodes = {node.id: (node.kind, node.label) for node in project(graph, led(tmp_path)).nodes}
    assert nodes["person/ada-fernsby-ofsted"] == ("person", "Ada Fernsby")
    assert nodes["council/westholme"] == ("council", "City of Westholme Council")


def test_nodes_without_edges_are_shown_where_the_projection_says_so(graph: EmbeddedStore, tmp_path: Path) -> None:
    block = "[[nodes]]\nkind = 'council'\nalone = %s\nquery = 'SELECT ?node ?label { ?node a cg:Council ; rdfs:label ?label }'\n"
    shown = {
        alone: {node.id for node in project(graph, led(tmp_path, text=LED + block % alone)).nodes}
        for alone in ("true", "false")
    }
    assert shown["true"] - shown["false"] == {"council/southmoor"}


def test_edges_without_direction_have_their_ends_in_order(graph: EmbeddedStore, tmp_path: Path) -> None:
    text = LED.replace("[[edges]]", "directed = false\n[[edges]]")
    assert all(edge.source < edge.target for edge in project(graph, led(tmp_path, text=text)).edges)


def test_a_query_that_lacks_what_it_must_select_says_so(graph: EmbeddedStore, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"does not select \?target"):
        project(graph, led(tmp_path, text=LED.replace("?source ?target", "?source")))
