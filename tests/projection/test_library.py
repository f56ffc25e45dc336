"""The projections that ship show what they say."""

from datetime import date
from pathlib import Path

import pytest

from councilgraph.projection import Projection, get, project
from councilgraph.store import EmbeddedStore
from councilgraph.store.memory import MemoryStore


@pytest.fixture(scope="module")
def people() -> MemoryStore:
    return MemoryStore(Path(__file__).with_name("people.ttl"))


def ties(seen: Projection) -> set[tuple[str, str, str]]:
    return {(edge.source, edge.kind, edge.target) for edge in seen.edges}


def kinds(seen: Projection) -> dict[str, str]:
    return {node.id: node.kind for node in seen.nodes}


def test_inspections_lead_from_councils_to_judgements_coloured_by_band(graph: EmbeddedStore) -> None:
    seen = project(graph, get("inspections"), {"council": "Westholme"})
    visit = "inspection/westholme-ilacs-2026-05"
    assert ("council/westholme", "inspected", visit) in ties(seen)
    assert {source for source, kind, _ in ties(seen) if kind == "judged"} == {visit}
    colours = {node.attributes.get("band"): node.colour for node in seen.nodes if node.kind == "judgement"}
    assert colours == {3: "#56b4e9", 4: "#0072b2"}
    assert {entry.colour for entry in seen.legend if entry.of == "node"} >= {"#56b4e9"}


def test_weaknesses_count_points_for_improvement(graph: EmbeddedStore) -> None:
    seen = project(graph, get("weaknesses"), {"council": "Northmere"})
    assert {(edge.target, edge.weight) for edge in seen.edges} == {
        ("service-area/care-leavers", 1.0),
        ("service-area/help-and-protection", 1.0),
        ("service-area/leadership-and-governance", 1.0),
    }


def test_weaknesses_of_one_inspection_occur_together(graph: EmbeddedStore) -> None:
    (edge,) = project(graph, get("weaknesses-together")).edges
    assert (edge.source, edge.target) == ("service-area/care-leavers", "service-area/leadership-and-governance")
    assert (edge.weight, edge.attributes["edges"]) == (1.0, 1)


def test_councils_are_alike_by_the_share_of_points_that_match(tmp_path: Path) -> None:
    lines = [
        "@prefix cg: <https://w3id.org/councilgraph/ontology#> .",
        "@prefix i: <https://w3id.org/councilgraph/id/> .",
    ]
    lines += [
        f'<https://w3id.org/councilgraph/id/council/{name}> a cg:Council ; <http://www.w3.org/2000/01/rdf-schema#label> "{name}" .'
        for name in "abc"
    ]
    framework = "https://w3id.org/councilgraph/vocab/framework/"
    lines += [
        f"<https://w3id.org/councilgraph/id/inspection/{name}> cg:framework [ cg:ofFramework <{framework}{name}> ] . "
        f"<{framework}{name}> a cg:Framework ."
        for name in ("one", "other")
    ]
    # a and b share three of four points, the fourth under another framework; c shares one of three with a.
    points = {"a": "xxy", "b": "xxyz", "c": "y"}
    for council, areas in points.items():
        for number, area in enumerate(areas):
            lines.append(
                f"<https://w3id.org/councilgraph/id/finding/{council}{number}> a cg:Finding ; "
                f"cg:council <https://w3id.org/councilgraph/id/council/{council}> ; "
                f"cg:serviceArea <https://w3id.org/councilgraph/vocab/service-area/{area}> ; "
                f"cg:inspection <https://w3id.org/councilgraph/id/inspection/{'other' if area == 'z' else 'one'}> ; "
                f"cg:findingType <https://w3id.org/councilgraph/vocab/finding-type/area-for-improvement> ; "
                f"cg:statedIn <https://w3id.org/councilgraph/id/version/{council}> ."
            )
    (tmp_path / "graph.ttl").write_text("\n".join(lines), encoding="utf-8")
    store = MemoryStore(tmp_path / "graph.ttl")
    (edge,) = project(store, get("similar-councils")).edges
    assert (edge.source, edge.target, edge.weight) == ("council/a", "council/b", 0.75)
    assert edge.documents == ("version/a", "version/b")
    (edge,) = project(store, get("similar-councils"), {"framework": f"{framework}one"}).edges
    assert (edge.source, edge.target, edge.weight) == ("council/a", "council/b", 1.0)


def test_officials_hold_posts_of_councils_and_members_are_none(people: MemoryStore) -> None:
    seen = project(people, get("officials"))
    assert ties(seen) == {
        ("person/ivo-reed-harrowby", "attested in post", "post/harrowby-director"),
        ("post/harrowby-director", "post of", "council/harrowby"),
    }
    (held,) = (edge for edge in seen.edges if edge.kind == "attested in post")
    assert (held.weight, held.start, held.end) == (2.0, date(2019, 2, 4), date(2020, 2, 15))
    assert ties(project(people, get("officials"), {"council": "westmarch"})) == set()


def test_statements_are_about_an_inspection_or_else_a_council(people: MemoryStore) -> None:
    seen = project(people, get("speakers"))
    assert ties(seen) == {
        ("person/ivo-reed-harrowby", "said", "claim/1"),
        ("claim/1", "about", "inspection/harrowby-ilacs-2019-02"),
        ("council/westmarch", "said", "claim/2"),
        ("claim/2", "about", "council/westmarch"),
    }
    assert all(edge.documents == ("document/news",) for edge in seen.edges)
    assert kinds(seen)["claim/2"] == "statement"
    assert kinds(seen)["person/ivo-reed-harrowby"] == "speaker"
    assert len(project(people, get("speakers"), {"council": "harrowby"}).edges) == 2


def test_members_sit_for_seats_that_lie_in_councils(people: MemoryStore) -> None:
    seen = project(people, get("members"))
    assert ties(seen) == {
        ("person/una-holt-2015", "sat for", "constituency/harrowby-north"),
        ("constituency/harrowby-north", "lies in", "council/harrowby"),
        ("constituency/harrowby-north", "lies in", "council/westmarch"),
    }
    assert {edge.weight for edge in seen.edges if edge.kind == "lies in"} == {0.75, 0.25}
    (sat,) = (edge for edge in seen.edges if edge.kind == "sat for")
    assert (sat.attributes["party"], sat.end) == ("Independent", date(2017, 5, 3))
    assert [source.title for source in seen.documents.values()] == ["Register of members"]
    assert len(project(people, get("members"), {"council": "harrowby"}).edges) == 2


def test_what_is_around_a_thing_is_a_part_of_the_whole(graph: EmbeddedStore) -> None:
    whole = project(graph, get("everything"))
    near = project(graph, get("ego"), around="northmere-ilacs-2019-05")
    assert {edge.id for edge in near.edges} < {edge.id for edge in whole.edges}
    assert all(
        "inspection/northmere-ilacs-2019-05" in (e.source, e.target) for e in near.edges if e.kind == "inspection"
    )
    assert near.title == "What is around a thing: Northmere County Council, ILACS, May 2019"
