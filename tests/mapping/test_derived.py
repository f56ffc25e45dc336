"""What only documents together tell."""

import pytest
from rdflib import RDF, RDFS, Graph

from councilgraph.mapping.iris import DERIVED_GRAPH
from councilgraph.model import Record
from reports import LEADERS, OVERALL, report

from .graphs import CG, VOCAB, keys, mapped, parsed

PRESS = {"genre": "press-article", "publisher": "The Northmere Lantern", "findings": (), "leads": ()}
LETTER = {"genre": "letter", "publisher": "Department for Education", "findings": (), "leads": ()}


def derived(*records: Record) -> Graph:
    return parsed(mapped(*records)[DERIVED_GRAPH])


def graded(id: str, grade: str, published: str = "2024-07-01", **more: object) -> Record:
    return report(id, grades=[(OVERALL, grade)], published=published, **more)


def preferred(graph: Graph) -> list[str]:
    return [key.rsplit("-", 1)[-1] for key in keys(graph.subjects(CG.status, VOCAB["status/preferred"]))]


def test_nothing_is_derived_where_documents_agree() -> None:
    assert len(derived(graded("a", "Good"), graded("b", "Good", **PRESS), report(grades=[(LEADERS, "Good")]))) == 0


def test_different_grades_conflict_both_ways_and_one_is_preferred() -> None:
    graph = derived(graded("a", "Good"), graded("b", "Inadequate", "2024-08-01", **PRESS))
    one, other = graph.subjects(CG.status)
    assert (one, CG.conflictsWith, other) in graph and (other, CG.conflictsWith, one) in graph
    assert preferred(graph) == ["good"]
    assert len(list(graph.subjects(CG.status, VOCAB["status/superseded"]))) == 1


def test_grades_for_two_inspections_or_areas_do_not_conflict() -> None:
    other_year = graded("b", "Inadequate", start="2021-05-10", end="2021-05-21")
    other_area = report("c", grades=[(LEADERS, "Inadequate")])
    assert len(derived(graded("a", "Good"), other_year, other_area)) == 0


@pytest.mark.parametrize(
    ("first", "second", "third"),
    [
        ({}, LETTER, PRESS),
        ({"genre": "letter"}, LETTER, PRESS),
        ({"genre": "letter"}, PRESS, PRESS),
    ],
)
def test_an_inspectorates_own_word_goes_before_any_number_of_others(
    first: dict[str, object], second: dict[str, object], third: dict[str, object]
) -> None:
    records = [
        graded("a", "Good", "2024-07-01", **first),
        graded("b", "Inadequate", "2024-08-01", **second),
        graded("c", "Inadequate", "2024-09-01", **third),
    ]
    assert preferred(derived(*records)) == ["good"]
    assert preferred(derived(*records[1:])) == []


def test_a_letter_goes_before_the_press_and_a_later_word_before_an_earlier() -> None:
    assert preferred(derived(graded("a", "Good", **LETTER), graded("b", "Inadequate", "2024-09-01", **PRESS))) == [
        "good"
    ]
    assert preferred(derived(graded("a", "Good"), graded("b", "Inadequate", "2024-09-01"))) == ["inadequate"]


def test_three_grades_have_one_preferred() -> None:
    graph = derived(graded("a", "Good"), graded("b", "Inadequate", **PRESS), graded("c", "Outstanding", **PRESS))
    assert preferred(graph) == ["good"]
    assert len(list(graph.subject_objects(CG.conflictsWith))) == 6
    assert not list(graph.subjects(RDF.type)) and not list(graph.subjects(RDFS.label))
