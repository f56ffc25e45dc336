"""A council at a glance."""

from pathlib import Path

from councilgraph import rdf
from councilgraph.query.profile import Profile, profile
from councilgraph.query.things import short
from councilgraph.rdf import BASE
from councilgraph.store import EmbeddedStore, open_store, write_store
from reports import CARE_LEAVERS, LEADERS, OVERALL, report, store


def council(graph: EmbeddedStore, slug: str) -> Profile:
    return profile(graph, f"{BASE}id/council/{slug}")


def test_who_it_is(graph: EmbeddedStore) -> None:
    assert council(graph, "westholme").facts == {
        "name": ["City of Westholme Council"],
        "type": ["Unitary authority"],
        "region": ["West Midlands"],
        "GSS": ["E06999903"],
        "DfE": ["993"],
        "Ofsted": ["90003"],
        "since": ["2023-04-01"],
    }


def test_inspections_come_earliest_first_with_days_and_leaders(graph: EmbeddedStore) -> None:
    assert [(short(v.inspection), v.kind, v.start, v.end, v.leaders) for v in council(graph, "eastvale").visits] == [
        ("eastvale-ilacs-2023-03", "ILACS inspection", "2023-03-06", "2023-03-17", ["Bram Oakes"]),
        ("eastvale-focused-visit-2024-02", "Focused visit", "2024-02-13", "2024-02-14", ["Cleo Marsh"]),
    ]


def test_a_visit_without_grades_has_none(graph: EmbeddedStore) -> None:
    assert council(graph, "eastvale").visits[1].gradings == {}


def test_a_council_without_inspections_has_facts_alone(graph: EmbeddedStore) -> None:
    southmoor = council(graph, "southmoor")
    assert (southmoor.facts["name"], southmoor.visits) == (["Southmoor Council"], [])


def test_overall_comes_first_and_then_the_areas_in_order(graph: EmbeddedStore) -> None:
    (_, latest) = council(graph, "northmere").visits
    areas = [grading.area for grading in latest.gradings.values()]
    assert areas[0] == OVERALL
    assert areas[1:] == sorted(areas[1:]) and CARE_LEAVERS in areas


def test_every_document_that_prints_a_grade_is_named_with_its_pages(graph: EmbeddedStore) -> None:
    (_, latest) = council(graph, "northmere").visits
    overall = next(iter(latest.gradings.values()))
    assert (overall.grade, overall.superseded) == ("Inadequate", False)
    assert overall.pages == {"Inspection of Northmere, 2023": [1], "Northmere “failing” its children": [1]}


def test_a_grade_that_a_weightier_source_contradicts_is_marked(graph: EmbeddedStore) -> None:
    first = council(graph, "northmere").visits[0]
    assert {g.grade: g.superseded for g in first.gradings.values() if g.area == OVERALL} == {
        "Good": False,
        "Requires improvement to be good": True,
    }


def test_dates_are_as_partial_as_they_are_known(tmp_path: Path) -> None:
    records = [report("a", start="2019-02", end=None), report("b", start=None, end=None), report("c", end=None)]
    with open_store(store(tmp_path, *records)) as graph:
        assert [(v.start, v.end) for v in council(graph, "northmere").visits] == [
            ("2019-02", None),
            ("2024-05-13", None),
            (None, None),
        ]


def test_pages_come_once_and_in_order(tmp_path: Path) -> None:
    record = report(grades=[(LEADERS, "Good"), (LEADERS, "good")])
    record.judgements[0].evidence += record.findings[0].evidence
    with open_store(store(tmp_path, record)) as graph:
        ((grading,),) = (v.gradings.values() for v in council(graph, "northmere").visits)
    assert grading.pages == {"Inspection of Northmere": [2, 3]}


def test_an_inspection_that_is_only_half_described_is_shown(tmp_path: Path) -> None:
    """As data of the user's own may be."""
    folder = store(tmp_path / "store", report())
    file = tmp_path / "mine.ttl"
    file.write_text(
        f"""@prefix cg: <{rdf.PREFIXES["cg"]}> . @prefix id: <{BASE}id/> .
        <urn:judgement> a cg:Judgement ; cg:council <{BASE}id/council/northmere> ; cg:inspection <urn:inspection> ;
          cg:area <{BASE}vocab/judgement-area/ilacs-overall> ; cg:grade <{BASE}vocab/social-care-scale/good> ;
          cg:evidence <urn:span> .
        <urn:span> cg:page 7 ; cg:inVersion <{BASE}id/version/{report().document.text_sha256[:16]}> ."""
    )
    with write_store(folder) as writer:
        writer.put("urn:mine", rdf.lines(rdf.read_triples(file)))
        writer.commit({})
    with open_store(folder) as graph:
        mine = council(graph, "northmere").visits[-1]
    assert (mine.inspection, mine.kind, mine.start) == ("urn:inspection", "inspection", None)
    assert [grading.pages for grading in mine.gradings.values()] == [{"Inspection of Northmere": [7]}]
