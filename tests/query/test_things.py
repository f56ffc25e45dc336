"""What a user's word means."""

import pytest

from councilgraph.errors import UsageError
from councilgraph.query.things import KINDS, find, find_all, short
from councilgraph.rdf import BASE
from councilgraph.store import EmbeddedStore

NORTHMERE = f"{BASE}id/council/northmere"
INSPECTION = f"{BASE}id/inspection/northmere-ilacs-2023-06"
CARE_LEAVERS = f"{BASE}vocab/service-area/care-leavers"


@pytest.mark.parametrize(
    ("text", "kind", "iri"),
    [
        (NORTHMERE, None, NORTHMERE),
        (f"<{NORTHMERE}>", "council", NORTHMERE),
        ("cgid:council/northmere", None, NORTHMERE),
        ("cgid:council\\/northmere", None, NORTHMERE),
        ("council/northmere", None, NORTHMERE),
        ("northmere", None, NORTHMERE),
        ("northmere", "council", NORTHMERE),
        ("E10999901", "council", NORTHMERE),
        ("e10999901", None, NORTHMERE),
        ("90001", "council", NORTHMERE),
        ("991", "council", NORTHMERE),
        ("Northmere", "council", NORTHMERE),
        ("NORTHMERE COUNTY COUNCIL", None, NORTHMERE),
        (" Northmere Council ", None, NORTHMERE),
        ("Westholme City Council", "council", f"{BASE}id/council/westholme"),
        ("northmere-ilacs-2023-06", None, INSPECTION),
        ("Northmere County Council, ILACS, June 2023", None, INSPECTION),
        ("northmere county council, ilacs, june 2023", "inspection", INSPECTION),
        ("care leavers", "service-area", CARE_LEAVERS),
        ("Care-Leavers", "service-area", CARE_LEAVERS),
        ("service-area/care-leavers", None, CARE_LEAVERS),
        ("ILACS", "framework", f"{BASE}vocab/framework/ilacs"),
        ("requires improvement", "grade", f"{BASE}vocab/social-care-scale/requires-improvement"),
        ("social-care-scale/good", "grade", f"{BASE}vocab/social-care-scale/good"),
        ("ada fernsby", "person", f"{BASE}id/person/ada-fernsby-ofsted"),
        ("West Midlands", "region", f"{BASE}vocab/region/west-midlands"),
        ("Area for improvement", "finding-type", f"{BASE}vocab/finding-type/area-for-improvement"),
        ("Inspection of Northmere, 2023", None, f"{BASE}id/document/northmere-2023"),
        ("northmere “failing” its children", "document", f"{BASE}id/document/press-2023"),
        ("cg:band", None, f"{BASE}ontology#band"),
    ],
)
def test_a_thing_is_found(graph: EmbeddedStore, text: str, kind: str | None, iri: str) -> None:
    assert find(graph, text, kind) == iri


@pytest.mark.parametrize(
    ("text", "kind", "message", "hint"),
    [
        ("Nothmere", "council", "no council “Nothmere” in this graph", "Northmere County Council (northmere)"),
        ("Nothmere", None, "no thing “Nothmere” in this graph", "Northmere"),
        ("care leaver", "service-area", "no service area “care leaver”", "Care leavers (service-area/care-leavers)"),
        ("Ada Fernsbee", "person", "no person “Ada Fernsbee”", "Ada Fernsby (ada-fernsby-ofsted)"),
        ("Northmere", "service-area", "no service area “Northmere”", ""),
        ("Northmere Borough Council", "council", "another kind of body than Northmere County Council", ""),
        ("http://example.org/none", None, "no thing", ""),
        ("", "council", "no council “”", ""),
        ("x> } UNION { ?s ?p ?o", None, "no thing", ""),
        ('" } #', "council", "no council", ""),
        ("\\u0022 }", "person", "no person", ""),
    ],
)
def test_what_is_not_there_is_said_with_near_names(
    graph: EmbeddedStore, text: str, kind: str | None, message: str, hint: str
) -> None:
    with pytest.raises(UsageError) as caught:
        find(graph, text, kind)
    assert message in str(caught.value)
    assert hint in (caught.value.hint or "")


def test_several_meanings_are_listed(graph: EmbeddedStore) -> None:
    with pytest.raises(UsageError) as caught:
        find(graph, "Good", "grade")
    assert str(caught.value) == "“Good” can mean 4 things"
    assert "social-care-scale/good" in (caught.value.hint or "")
    with pytest.raises(UsageError) as caught:
        find(graph, "Care leavers")
    assert "judgement-area/ilacs-care-leavers, measure/care-leavers, service-area/care-leavers" in (
        caught.value.hint or ""
    )


def test_all_meanings_of_a_grade_can_be_had(graph: EmbeddedStore) -> None:
    assert [short(iri) for iri in find_all(graph, "good", "grade")] == [
        "apa-scale/good",
        "safeguarding-scale/good",
        "service-scale/good",
        "social-care-scale/good",
    ]


def test_every_short_id_is_found_again(graph: EmbeddedStore) -> None:
    met = 0
    for kind in KINDS.values():
        query = f"SELECT DISTINCT ?thing WHERE {{ {kind.pattern} }} ORDER BY ?thing LIMIT 5"
        for row in graph.query(query):
            assert find(graph, short(row["thing"].value)) == row["thing"].value
            met += 1
    assert met > 50


@pytest.mark.parametrize(
    ("iri", "written"),
    [
        (NORTHMERE, "northmere"),
        (CARE_LEAVERS, "service-area/care-leavers"),
        (f"{BASE}ontology#grade", "cg:grade"),
        ("http://www.w3.org/2004/02/skos/core#prefLabel", "skos:prefLabel"),
        ("https://example.org/x", "https://example.org/x"),
    ],
)
def test_short_ids(iri: str, written: str) -> None:
    assert short(iri) == written
